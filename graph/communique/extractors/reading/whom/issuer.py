"""What means the issuer of a release, or its state: "the agency", "the country"."""

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.reading.whom.nouns import ISSUER_NOUNS, is_bare, is_called, is_visited


def issuer_meant(cast: Cast, token: Token, lemma: str) -> list[Figure]:
    """The issuer ("the agency", where nothing says more), or its state ("visiting the country")."""
    issuer, state = cast.issuer, cast.state
    if state and lemma == "country" and is_visited(token):
        return [state]
    meant = lemma in ISSUER_NOUNS and is_bare(token)
    return [issuer] if issuer and meant and is_called(lemma, issuer) else []
