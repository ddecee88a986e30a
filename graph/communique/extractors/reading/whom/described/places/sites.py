"""The place that was named last: "in the city", "at the same camp"."""

from collections.abc import Collection, Iterable, Sequence

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.whom.described.named import Named
from communique.gazetteer.sites import site_words
from communique.ontology import EntityType

_TOWNS = frozenset({"city", "town", "village"})
_SITES = frozenset(
    "camp base port airport building venue site island garrison barracks headquarters".split()
)
_BESIDE = frozenset({"the", "this", "that", "same"})
_ENDS = frozenset({"dobj", "pobj", "nsubjpass"})
"""Parts of a sentence in which a place stands, to which something is done or where it happens."""
_WITHIN = frozenset({"in", ","})
"""What stands between a site and the town in which it lies."""


def is_site(noun: Token) -> bool:
    """Whether a noun behind a preposition means a place that the text has named before."""
    if noun.dep_ != "pobj" or noun.lower_ not in _TOWNS | _SITES:
        return False
    beside = {child.lower_ for child in noun.children}
    return bool(beside) and beside <= _BESIDE and ("same" in beside or noun.lower_ in _TOWNS)


class Sites:
    """Remembers the places of the last sentence that named one."""

    def __init__(self) -> None:
        """Begin before the first sentence."""
        self._towns: list[Figure] = []
        self._sites: list[Figure] = []
        self._is_worded = False
        self._by_noun: dict[str, Figure] = {}

    def named(self, noun: Token) -> Sequence[Figure]:
        """The last place whose name has a noun in it: "the base" behind "Torsk Air Base"."""
        beside = {child.lower_ for child in noun.children}
        alone = noun.dep_ in _ENDS and bool(beside) and beside <= _BESIDE
        found = self._by_noun.get(noun.lower_) if alone else None
        return () if found is None else (found,)

    def of(self, noun: str) -> Sequence[Figure]:
        """The last place that a noun may mean: a town is no camp, and a camp is in a town."""
        return (self._towns if noun in _TOWNS else self._sites)[-1:]

    def note(self, known: Iterable[Named]) -> None:
        """Remember the places that a sentence names."""
        places = [(token, f) for token, _, f in known if f.type == EntityType.PLACE]
        nouns = site_words().sites
        for _, place in places:
            self._by_noun.update(dict.fromkeys(nouns.intersection(place.folded.split()), place))
        if places:
            named = {token.i for token, _ in places}
            worded = [p for _, p in places if not nouns.isdisjoint(p.folded.split())]
            self._towns = [p for _, p in places if p not in worded]
            if worded or not self._is_worded:  # a town is no camp
                others = (p for token, p in places if not _is_around(token, named))
                self._sites, self._is_worded = worded or list(others), bool(worded)


def _is_around(token: Token, named: Collection[int]) -> bool:
    """Whether a place is where the one before it lies: "Camp X in Y"."""
    return token.i - 2 in named and token.doc[token.i - 1].lower_ in _WITHIN
