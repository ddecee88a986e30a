"""The extractor, loaded when the first release asks for it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from communique.cli.console import progress

if TYPE_CHECKING:
    from communique.graph import Extraction, Release


class LateExtractor:
    """The press extractor; its language model, seconds to load, waits for the first release.

    A feed that the ledger holds already never needs it.
    """

    def __init__(self) -> None:
        """Take the version, without the model."""
        from communique.extractors.version import reading_version

        self.version = reading_version()

    def extract(self, releases: "Iterable[Release]") -> "Iterator[Extraction]":
        """Yield one extraction for each release, in order."""
        from communique.extractors.press import PressExtractor

        waiting = iter(releases)
        for first in waiting:
            with progress("loading the language model"):
                extractor = PressExtractor.load()
            yield from extractor.extract(chain([first], waiting))
