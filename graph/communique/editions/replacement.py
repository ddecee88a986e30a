"""Which releases count, and by which the others are replaced."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.editions.groups import Groups
from communique.editions.holdings import Holding, Read, ties
from communique.editions.kinship import Kinship, Tie
from communique.editions.text.passages import corrects
from communique.graph import Release


@dataclass(frozen=True, slots=True)
class Replacement:
    """A release that does not count because another does.

    Attributes:
        release: Its id.
        by: Id of the release in its place: its last edition, or the copy that counts.
        kinship: Whether it is superseded by an edition, or a copy.
        counting: Id of the release that counts for both.
        reason: Why they are taken for one, in words.
    """

    release: str
    by: str
    kinship: Kinship
    counting: str
    reason: str


def replacements(holdings: Iterable[Holding], read: Read) -> tuple[Replacement, ...]:
    """The releases that do not count, by id.

    Of editions the last counts: by day of publication if all have one, then one that says that it
    corrects another, then by order of loading.
    Of copies the fullest counts, of equally full ones that of the best known origin, then one
    whose source the text names, for that is the issuer and no wire that forwards it; but none of
    an edition that is superseded, as long as there is another. Once the release that counts is
    taken back, the next does: nothing is remembered.
    """
    held = {holding.release: holding for holding in holdings}
    groups = _groups(ties(held.values(), read))
    found = (item for group in groups for item in group.replacements(held, read))
    return tuple(sorted(found, key=lambda item: item.release))


@dataclass(frozen=True, slots=True)
class _Group:
    """Releases that are one.

    Attributes:
        lineages: Each a release and its other editions, if it has any.
        ties: What ties them, by release.
        sizes: Words of their texts proper.
    """

    lineages: Sequence[Collection[str]]
    ties: Mapping[str, Sequence[Tie]]
    sizes: Mapping[str, int]

    def replacements(self, held: Mapping[str, Holding], read: Read) -> Iterator[Replacement]:
        """All of them but the one that counts."""
        last = {
            release: _last([held[member] for member in lineage], read)
            for lineage in self.lineages
            for release in lineage
        }
        current = set(last.values())
        fresh = {release for release in current if not self._is_stale(release, last)} or current

        def rank(id_: str) -> tuple[int, int, bool, str]:
            return -self.sizes[id_], _unknown(held[id_]), not _names_issuer(read(id_)), id_

        counting = min(fresh, key=rank)
        for release in last.keys() - {counting}:
            superseded = last[release] != release
            yield Replacement(
                release,
                last[release] if superseded else counting,
                Kinship.EDITION if superseded else Kinship.COPY,
                counting,
                self._reason(release, last[release] if superseded else counting),
            )

    def _is_stale(self, release: str, last: Mapping[str, str]) -> bool:
        """Whether it is more like a superseded edition than like that which superseded it."""
        nearest: dict[str, tuple[float, bool]] = {}  # by the last edition of each lineage
        for item in self.ties[release]:
            (other,) = set(item.ends) - {release}
            if last[other] != release:
                nearness = item.likeness, other == last[other]
                nearest[last[other]] = max(nearness, nearest.get(last[other], nearness))
        return not all(is_last for _, is_last in nearest.values())

    def _reason(self, release: str, by: str) -> str:
        """Why it is one with the release in its place, or with another of the group."""
        nearest = max(self.ties[release], key=lambda item: (by in item.ends, item.likeness))
        return nearest.reason


def _unknown(holding: Holding) -> int:
    """How much is not known of where a release comes from."""
    return sum(not value for value in (holding.source, holding.published, holding.url))


def _names_issuer(release: Release) -> bool:
    """Whether its text names its source, as an issuer does and a wire that forwards it does not."""
    body = release.text[release.body :].casefold()
    return bool(release.source) and release.source.casefold() in body


def _last(editions: Sequence[Holding], read: Read) -> str:
    if len(editions) == 1:
        return editions[0].release
    by_day = all(holding.published for holding in editions)

    def rank(holding: Holding) -> tuple[str, bool, int]:
        day = holding.published if by_day else ""
        return day or "", corrects(read(holding.release)), holding.number

    return max(editions, key=rank).release


def _groups(found: Sequence[Tie]) -> Iterator[_Group]:
    """Releases that are one, together.

    A text that was cut off so early that it fits several releases, which are not one themselves,
    is a copy of none: it does not tie them.
    """
    sizes = {end: size for item in found for end, size in zip(item.ends, item.sizes, strict=True)}
    editions = [item for item in found if item.kinship is Kinship.EDITION]
    lineages, groups = _united(editions, sizes), _united(editions, sizes)
    kept = editions + list(_clear_copies(found, sizes, groups))
    members: dict[str, list[Collection[str]]] = defaultdict(list)
    for lineage in lineages:
        members[groups[next(iter(lineage))]].append(lineage)
    by_release: dict[str, list[Tie]] = defaultdict(list)
    for item in kept:
        for end in item.ends:
            by_release[end].append(item)
    return (_Group(group, by_release, sizes) for group in members.values())


def _united(editions: Iterable[Tie], releases: Iterable[str]) -> Groups:
    united = Groups(releases)
    for item in editions:
        united.unite(*item.ends)
    return united


def _clear_copies(found: Iterable[Tie], sizes: Mapping[str, int], groups: Groups) -> Iterator[Tie]:
    """Unite each copy with the fuller ones, longest first, if these are one; yield those ties."""
    fuller: dict[str, list[Tie]] = defaultdict(list)
    for item in found:
        if item.kinship is Kinship.COPY:
            fuller[min(item.ends, key=lambda end: (sizes[end], end))].append(item)
    for copy in sorted(fuller, key=lambda end: (sizes[end], end), reverse=True):
        others = {groups[end] for item in fuller[copy] for end in item.ends} - {groups[copy]}
        if len(others) <= 1:
            groups.unite(copy, *others)
            yield from fuller[copy]
