"""Who issued a release, by the name its feed gives the source."""

import re

from communique.extractors.mentions import Knowledge, MentionFinder, Span
from communique.extractors.mentions.people.leading.districts import district_office
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.territories import Territory, find_seat, find_territories
from communique.ontology import EntityType

_PRESS = (
    r"(?:press|media|information|communications?) "
    r"(?:office|service|desk|cent(?:re|er)|department|unit)"
)
_NEWS = r"(?:news|newsroom|press) ?(?:cent(?:re|er)|room|service|desk|releases?)?"
_SPOKEN_FOR = re.compile(
    rf"(?i)(?P<wire>(?-i:[A-Z]{{2,8}})) {_NEWS}"
    rf"|(?:{_PRESS} (?:of|at) (?:the )?)?(?P<body>.+?)(?: {_PRESS})?"
)
"""A press office, with whom it speaks for."""


def find_issuer(source: str, finder: MentionFinder) -> tuple[Span | None, Territory | None]:
    """The issuing body and the state it belongs to, each None if the source does not tell.

    A wire or newspaper forwards what others issue: its source tells neither.
    """
    name = _speaker(source.strip())
    if not name or is_medium(name):
        return None, None
    states = find_territories(name)
    state = find_seat(source) or (states[0].territory if states else None)
    if office := district_office(name):
        return office, state
    for mention in finder.find(name, [], Knowledge()):
        body = mention.type in {EntityType.ORGANISATION, EntityType.OPERATION}
        if body and mention.span is not None and mention.span.named:
            return mention.span, state or mention.span.country
    if state is not None and name == state.name:
        return None, state
    return Span(0, len(name), EntityType.ORGANISATION, name), state


def _speaker(source: str) -> str:
    """For whom a press office speaks ("Press Office of the X", "X Press Office"); a source else."""
    found = _SPOKEN_FOR.fullmatch(source)
    return found["wire"] or found["body"] if found is not None else source
