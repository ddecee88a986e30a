"""Families of features: names that begin alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

Family = tuple[str, Sequence[str]]
"""How the names of some features begin, and how each goes on."""

_AT_BARS = frozenset({"order", "gap", "path", "ends", "roles", "same-word"})
"""Families of one beginning for whatever stands before a bar."""
_AT_COLONS = frozenset({"between", "lexical"})
_AT_SIGNS = frozenset("distance mentions-between summit path-length stance via via-class".split())
_SIDES = ("left|", "right|")


def names(families: Iterable[Family]) -> Iterator[str]:
    """Yield the names of all features of families, in order."""
    return (beginning + ending for beginning, endings in families for ending in endings)


class FamilyIndex:
    """The rows of features that two words have together, by the parts of their names.

    Most of what stands between two words was never seen before: one look-up tells for a family.
    """

    def __init__(self, index: Mapping[str, int]) -> None:
        """Take the rows of all features by name."""
        self._families: dict[str, dict[str, int]] = {}
        for name, row in index.items():
            for cut in _cuts(name):
                self._families.setdefault(name[:cut], {})[name[cut:]] = row

    def rows(self, families: Iterable[Family]) -> set[int]:
        """The rows of those features that have one."""
        known = self._families.get
        return {
            row
            for beginning, endings in families
            if (family := known(beginning)) is not None
            for ending in endings
            if (row := family.get(ending)) is not None
        }

    def lone(self) -> Iterator[tuple[str, str, int]]:
        """Yield the features of a word whose partner has none: side, ending and row of each.

        Where more than one way to cut a name is possible, all are among them.
        """
        for beginning, family in self._families.items():
            for side in _SIDES:
                if beginning.startswith(side):
                    yield from ((side[:-1], ending, row) for ending, row in family.items())


def _cuts(name: str) -> list[int]:
    """Where a name may be cut into beginning and ending."""
    group, sign, _ = name.partition("=")
    if name.startswith(_SIDES):
        return [place + 1 for place, letter in enumerate(group) if letter == "-"]
    group = group.partition("|")[0]
    if group in _AT_BARS:
        return [place for place, letter in enumerate(name) if letter == "|"] + [len(name)]
    if group in _AT_COLONS:
        return [name.find(":") + 1]
    return [len(group) + len(sign)] if group in _AT_SIGNS else []
