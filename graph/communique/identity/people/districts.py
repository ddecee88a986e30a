"""Offices of which each district has one: who holds it in two of them is two people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from communique.identity.names import fold
from communique.identity.people.background import Office
from communique.identity.people.spelling import Spelling

if TYPE_CHECKING:
    from communique.identity.people.portrait import Portrait

Label = Callable[[str], str]
"""What names a body."""

_BEFORE = ("for", "of")
_Post = tuple[Office, tuple[str, ...]]


class Districts:
    """Tells posts of one kind in two districts."""

    def __init__(self, spelling: Spelling, label: Label) -> None:
        """Take the words for parts of a state, and what names a body."""
        self._spelling, self._label = spelling, label

    def rivals(self, portraits: Iterable["Portrait"]) -> frozenset[str]:
        """First ids of those who hold an office that another holds in another district."""
        holders: dict[_Post, dict[frozenset[str], set[str]]] = defaultdict(lambda: defaultdict(set))
        for portrait in portraits:
            for post, district in self._posts(portrait):
                holders[post][district].add(portrait.ids[0])
        torn = (of for of in holders.values() if len(of) > 1)
        return frozenset(id_ for of in torn for ids in of.values() for id_ in ids)

    def between(self, one: "Portrait", other: "Portrait") -> str | None:
        """The office that two hold in two districts, in words; None if there is none."""
        ours, theirs = dict(self._posts(one)), dict(self._posts(other))
        torn = sorted(post for post in ours.keys() & theirs.keys() if ours[post] != theirs[post])
        return " ".join(torn[0][0]) if torn else None

    def _posts(self, portrait: "Portrait") -> Iterator[tuple[_Post, frozenset[str]]]:
        for body in sorted(portrait.bodies):
            words = fold(self._label(body))
            if found := self._district(words):
                kind, district = found
                yield from (((office, kind), district) for office in portrait.offices)

    def _district(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]] | None:
        """What a body is, and of which district ("Court of the District of X")."""
        place = next((i for i, word in enumerate(words) if i and word in _BEFORE), len(words))
        district = frozenset(words[place:]) - {*_BEFORE, "the"}
        return (words[:place], district) if district & self._spelling.divisions else None
