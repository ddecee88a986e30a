"""Bodies that a text goes on with by the noun in their names: "the agency", "the academy"."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.offices.owners import noun_of, nouns_of
from communique.extractors.parse import Token
from communique.extractors.reading.whom.described.named import Named
from communique.extractors.reading.whom.nouns import is_bare
from communique.ontology import EntityType

NOUNS = frozenset(
    "academy administration agency alliance army association authority bank bureau centre "
    "commission committee company council court college department directorate federation force "
    "foundation fund guard institute institution ministry mission navy office organisation "
    "parliament programme secretariat service tribunal union university".split()
)
"""Nouns by which a text calls a body that has them in its name."""
_OWNED = frozenset({"prep", "acl", "appos", "nmod"})
"""Words beside a noun that tell of another body: "the office of the mayor"."""
_LONGEST = 3
"""Sentences after which a body is no longer called by its noun alone."""


class Bodies:
    """Remembers which body was named last with each noun in its name."""

    def __init__(self, cast: Cast) -> None:
        """Begin before the first sentence."""
        self._issuer = cast.issuer
        self._nouns: dict[Figure, frozenset[str]] = {}
        self._named: dict[str, tuple[int, Figure | None]] = {}
        self._sentence = 0

    def of(self, token: Token) -> Sequence[Figure]:
        """The body that a noun with no more than "the" means; none if that is unsure."""
        noun = noun_of(token.lower_)
        at, figure = self._named.get(noun, (0, None))
        age = self._sentence - at
        if figure is None or age > _LONGEST or token.dep_ == "compound" or not is_bare(token):
            return ()
        if any(child.dep_ in _OWNED for child in token.children):
            return ()
        own = self._issuer is not None and noun in self._words(self._issuer)
        return () if own and figure is not self._issuer and age else (figure,)

    def note(self, known: Iterable[Named]) -> None:
        """Remember the bodies that a sentence names."""
        self._sentence += 1
        for _, _, figure in known:
            if figure.type == EntityType.ORGANISATION:
                for noun in self._words(figure):
                    at, other = self._named.get(noun, (0, None))
                    one = at < self._sentence or other is figure
                    self._named[noun] = self._sentence, figure if one else None

    def _words(self, body: Figure) -> frozenset[str]:
        """The nouns in the name of a body."""
        found = self._nouns.get(body)
        if found is None:
            found = self._nouns[body] = NOUNS & nouns_of(body)
        return found
