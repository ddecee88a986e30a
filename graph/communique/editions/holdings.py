"""Which of the releases that are held are one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Self

from communique.editions.addresses import address
from communique.editions.candidates import near_duplicates
from communique.editions.kinship import SHORTEST_COPY, Tie, tie
from communique.editions.sketch import Sketch, sketch
from communique.editions.specimen import Specimen
from communique.editions.text.comparison import compare
from communique.editions.text.wording import words
from communique.graph import Release

MOST_EDITIONS = 40
"""Releases of one URL, or of one heading, over which it says nothing of them."""
MOST_OF_A_DAY = 30
"""Releases of one source and day over which that is the day of an import and says nothing."""
_UNRELATED = 0.3
"""Share of the shorter text in the longer below which two releases have nothing in common."""
_CACHED = 1024
"""Releases that are kept prepared for comparison."""

Read = Callable[[str], Release]
"""Gives the release of an id."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is known of a release that is held, without its text.

    Attributes:
        release: Its id.
        number: Its place in the order of loading.
        title: Its title.
        source: Who issued it.
        published: ISO 8601 day, or None.
        url: Where it was published, or None.
        sketch: Of its body.
    """

    release: str
    number: int
    title: str
    source: str
    published: str | None
    url: str | None
    sketch: Sketch

    @classmethod
    def of(cls, release: Release, number: int) -> Self:
        """What is to be known of a release, with its place in the order of loading."""
        hashes = sketch(release.text[release.body :])
        return cls(
            release.id,
            number,
            release.title,
            release.source,
            release.published,
            release.url,
            hashes,
        )


def ties(holdings: Iterable[Holding], read: Read) -> list[Tie]:
    """The pairs of releases that are one, by their ids.

    Depends on the releases alone, not on their order nor on their numbers. Reads only those that
    share URL, heading or most of a sketch with another.
    """
    held = sorted(holdings, key=lambda holding: holding.release)

    @lru_cache(maxsize=_CACHED)
    def prepared(id_: str) -> Specimen:
        return Specimen.of(read(id_))

    addressed = {
        pair
        for group in _groups(held, _address)
        if _is_one_page(group, prepared)
        for pair in combinations(group, 2)
    }
    days = Counter(map(_day, held))
    dated = [holding for holding in held if days[_day(holding)] <= MOST_OF_A_DAY]
    headed = {pair for group in _groups(dated, _heading) for pair in combinations(group, 2)}
    pairs = addressed | headed
    pairs.update(
        (held[min(pair)].release, held[max(pair)].release)
        for pair in near_duplicates([holding.sketch for holding in held])
    )
    found = (
        tie(
            prepared(one),
            prepared(other),
            one_page=(one, other) in addressed,
            one_heading=(one, other) in headed,
        )
        for one, other in sorted(pairs)
    )
    return [item for item in found if item is not None]


def _groups(
    held: Iterable[Holding], key: Callable[[Holding], Hashable | None]
) -> Iterator[Sequence[str]]:
    """The ids of releases that agree in something, sorted; not those that too many agree in."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for holding in held:
        value = key(holding)
        if value is not None:
            groups[value].append(holding.release)
    return (group for group in groups.values() if 1 < len(group) <= MOST_EDITIONS)


def _address(holding: Holding) -> Hashable | None:
    return address(holding.url)


def _heading(holding: Holding) -> Hashable | None:
    if holding.published is None:
        return None
    return tuple(words(holding.title)), _day(holding)


def _day(holding: Holding) -> Hashable:
    return tuple(words(holding.source)), holding.published


def _is_one_page(group: Sequence[str], prepared: Callable[[str], Specimen]) -> bool:
    """Whether a URL is that of one release: not if others stand under it too."""
    specimens = [prepared(id_) for id_ in group]
    return not any(_are_unrelated(*pair) for pair in combinations(specimens, 2))


def _are_unrelated(one: Specimen, other: Specimen) -> bool:
    if one.title.words == other.title.words:
        return False
    texts = compare(one.text, other.text)
    return texts.length >= SHORTEST_COPY and texts.shorter < _UNRELATED
