"""How many releases a build will have read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(slots=True)
class Expected:
    """A guess from what the files that are done held, and the number of the others.

    Attributes:
        files: How many there are; 0 if that is not known.
        begun: How many of them have been begun.
        drawn: Inputs that they gave.
        exhausted: Whether there are no more.
    """

    files: int
    begun: int = 0
    drawn: int = 0
    exhausted: bool = False

    @classmethod
    def of(cls, paths: Iterable[str]) -> "Expected":
        """For the files of paths, which are listed and not read; unknown with standard input."""
        from communique.feeds import ListedFile, listed
        from communique.feeds.reading import STANDARD_INPUT

        given = list(paths)
        if STANDARD_INPUT in given:
            return cls(0)
        return cls(sum(isinstance(file, ListedFile) for file in listed(given)))

    @property
    def total(self) -> int | None:
        """How many inputs there are, or will have been as far as known; None if it is not."""
        if self.exhausted:
            return self.drawn
        if not 1 < self.begun < self.files:  # the first file, or the last, may be a long one
            return None
        return self.drawn * self.files // self.begun

    def begin(self) -> None:
        """Note that another file is begun."""
        self.begun += 1

    def counting(self, inputs: Iterable[Item]) -> Iterator[Item]:
        """The inputs, counted as they are drawn."""
        for item in inputs:
            self.drawn += 1
            yield item
        self.exhausted = True
