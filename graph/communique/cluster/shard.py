"""Shards: releases that are read by one worker in one go."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.graph import BATCH, Release
from communique.ledger import reading

LARGEST = 2_000_000
"""Characters from which a shard takes no further release, if it is to be a small one."""
LENGTH = 8_000
"""Characters for each release that a large shard has on average, from which it takes no further."""

_HEX = 16
_NAME = 32


@dataclass(frozen=True, slots=True)
class Shard:
    """Releases that follow each other in a feed.

    Attributes:
        name: Digest of the releases and of what reads them, hexadecimal: an equal name means equal
            statements.
        releases: At least one, no two with the same id.
    """

    name: str
    releases: tuple[Release, ...]

    @classmethod
    def of(cls, releases: Iterable[Release], version: str) -> "Shard":
        """The shard of releases for a version of the extractor."""
        held = tuple(releases)
        digests = (reading(release, version) for release in held)
        return cls(hashlib.sha256("\n".join(digests).encode()).hexdigest()[:_NAME], held)

    def __len__(self) -> int:
        """How many releases there are."""
        return len(self.releases)

    @property
    def characters(self) -> int:
        """How long their texts are."""
        return sum(len(release.text) for release in self.releases)

    def singles(self, version: str) -> "list[Shard]":
        """Each release in a shard of its own."""
        return [Shard.of([release], version) for release in self.releases]


def shards(releases: Iterable[Release], version: str, size: int = BATCH) -> Iterator[Shard]:
    """Cut a stream of releases; at most one shard is in memory.

    The cuts depend on the releases beside them only: when a stream begins later than it did, or a
    release is put in, all but the shards around that place are those of before.

    Args:
        releases: Of different ids.
        version: Of the extractor.
        size: Releases of a shard on average; none has more than twice as many.

    Raises:
        ValueError: The size is below 1.
    """
    if size < 1:
        raise ValueError(f"a shard of {size} releases")
    held: list[Release] = []
    length, largest = 0, max(LARGEST, LENGTH * size)
    for release in releases:
        held.append(release)
        length += len(release.text)
        if len(held) == 2 * size or length >= largest or _is_cut(release, size):
            yield Shard.of(held, version)
            held, length = [], 0
    if held:
        yield Shard.of(held, version)


def _is_cut(release: Release, size: int) -> bool:
    """Whether a shard ends with this release, by its id; one in ``size`` does."""
    return int(hashlib.sha256(release.id.encode()).hexdigest()[:_HEX], _HEX) % size == 0
