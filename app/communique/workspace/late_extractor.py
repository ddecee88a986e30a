"""The press extractor, loaded when the first release asks for it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from communique.graph import BATCH

if TYPE_CHECKING:
    from communique.extractors.patterns import Patterns
    from communique.extractors.press import PressExtractor
    from communique.graph import Extraction, Release
    from communique.pool import ExtractorPool

Waiting = Callable[[str], AbstractContextManager[object]]
"""Shows what is waited for while its block runs."""


class LateExtractor:
    """The press extractor; its language model, seconds to load, waits for the first release.

    A feed that the ledger holds already never needs it.

    Attributes:
        version: Of the rules, the model, the encoder and the user's patterns.
        batch: How many extractions it gives at once.
        remarks: Which patterns do not read their own example, once it has been tried.
    """

    batch = BATCH

    def __init__(
        self,
        patterns: Path | None = None,
        waiting: Waiting = nullcontext,
        *,
        encoder: bool = True,
    ) -> None:
        """Take the version and read the user's patterns, without the model.

        Args:
            patterns: Folder of the user's pattern files.
            waiting: Told that the model is loaded.
            encoder: Whether the encoder is asked where the scorer is unsure.

        Raises:
            PatternsError: The folder cannot be read, or an entry of it is wrong.
            EncoderFileError: The encoder is not installed.
        """
        from communique.extractors.encoder.file import encoder_digest
        from communique.extractors.version import reading_version

        self._patterns = _patterns_of(patterns) if patterns else None
        self._waiting = waiting
        self._loaded: PressExtractor | None = None
        self._encoder = encoder
        own = self._patterns.digest if self._patterns else ""
        self.version = reading_version(own, encoder_digest() if encoder else "")
        self.remarks: list[str] = []

    def extract(self, releases: "Iterable[Release]") -> "Iterator[Extraction]":
        """Yield one extraction for each release, in order; what was loaded once is kept."""
        waiting = iter(releases)
        for first in waiting:
            yield from self.load().extract(chain([first], waiting))

    def load(self) -> "PressExtractor":
        """The press extractor, loaded at the first call."""
        from communique.extractors.patterns import NO_PATTERNS
        from communique.extractors.press import PressExtractor

        if self._loaded is None:
            with self._waiting("loading the language model"):
                self._loaded = PressExtractor.load(
                    self._patterns or NO_PATTERNS, encoder=self._encoder
                )
            if self._patterns is not None:
                self._try_examples(self._patterns, self._loaded)
        return self._loaded

    def _try_examples(self, patterns: "Patterns", extractor: "PressExtractor") -> None:
        from communique.extractors.patterns.examples import try_examples

        for trial in try_examples(patterns, extractor):
            if trial.failure:
                self.remarks.append(f"{trial.place} ({trial.name}): {trial.failure}")


def _patterns_of(folder: Path) -> "Patterns":
    """The user's patterns; what reads them is half of the rules, so it waits for a folder."""
    from communique.extractors.patterns import read_patterns

    return read_patterns(folder)


def press_extractor(
    patterns: Path | None, workers: int, *, encoder: bool = True
) -> "LateExtractor | ExtractorPool":
    """The press extractor in this process, or in so many others.

    Raises:
        PatternsError: The folder cannot be read, or an entry of it is wrong.
        EncoderFileError: The encoder is to be asked and is not installed.
        ValueError: There are to be no workers at all.
    """
    from communique.pool import ExtractorPool

    make = partial(LateExtractor, patterns, encoder=encoder)
    here = make()
    return here if workers == 1 else ExtractorPool(make, here.version, workers)
