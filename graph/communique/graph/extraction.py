"""What an extractor hands back for one release."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.graph.release import Release
from communique.graph.statement import Statement

BATCH = 32
"""Releases that an extractor reads together, and that are recorded together."""
RELEASE_SECONDS = 60.0
"""How long a release may take where its reading can be ended."""
GAVE_NOTHING = "the extractor gave nothing back for it"
"""Why a release failed that an extractor was given and left out."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The statements read in one release, or why it could not be read.

    Attributes:
        release: The release.
        statements: What it says, in text order; empty if it says nothing or failed.
        error: Why extraction failed, for the build report; None if it did not.
    """

    release: Release
    statements: tuple[Statement, ...] = ()
    error: str | None = None

    def __post_init__(self) -> None:
        """Reject statements beside an error."""
        if self.error is not None and self.statements:
            raise ValueError(f"a failed extraction of {self.release.id} has statements")


def in_batches(releases: Iterable[Release], characters: int) -> Iterator[list[Release]]:
    """Yield releases in order, ``BATCH`` together, or fewer once their texts have many characters.

    Args:
        releases: The releases.
        characters: A batch ends with the release that brings it past so many.
    """
    batch: list[Release] = []
    held = 0
    for release in releases:
        batch.append(release)
        held += len(release.text)
        if len(batch) == BATCH or held > characters:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
