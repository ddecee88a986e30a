"""Releases that belong together, as one tie after another shows."""

from collections.abc import Collection, Iterable, Iterator


class Groups:
    """Disjoint groups, of one member each at first."""

    def __init__(self, members: Iterable[str]) -> None:
        """Take all members that there will be."""
        self._of = {member: [member] for member in members}

    def __getitem__(self, member: str) -> str:
        """The member that stands for its group."""
        return self._of[member][0]

    def __iter__(self) -> Iterator[Collection[str]]:
        """Each group once."""
        return iter({group[0]: group for group in self._of.values()}.values())

    def unite(self, first: str, *others: str) -> None:
        """Make one group of theirs; a shorter one goes into a longer one, so that it stays fast."""
        for other in others:
            if self[first] != self[other]:
                into, gone = sorted((self._of[first], self._of[other]), key=len, reverse=True)
                into += gone
                self._of |= dict.fromkeys(gone, into)
