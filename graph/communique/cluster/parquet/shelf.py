"""Where what was read of each shard is kept, by the shard's name."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pyarrow

from communique.cluster.parquet.place import PARTIAL, Place
from communique.cluster.parquet.tables import releases_table, statements_of, statements_table
from communique.cluster.shard import Shard
from communique.graph import ClusterError, Extraction

VERSION = "communique.extractor"
"""Under which name the files' metadata have the version of the extractor."""

_DIGITS = 12
_SUFFIX = ".parquet"

_KINDS = ("statements", "releases")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Parquet files of releases and statements, a pair for each shard; goes to other processes.

    ``statements/extractor=DIGEST/SHARD.parquet`` and the same below ``releases``; the digest is of
    the extractor's version. The file of the releases comes last: where it is whole, so is the
    other. It has no releases that failed.

    Attributes:
        place: The folder.
        version: Of the extractor.
    """

    place: Place
    version: str

    def holds(self, shard: Shard) -> bool:
        """Whether all releases of a shard were read.

        Raises:
            ClusterError: The folder cannot be read.
        """
        return self.rows(shard.name) == len(shard)

    def names(self) -> list[str]:
        """The shards of which there is something, by name, in order.

        Raises:
            ClusterError: The folder cannot be read.
        """
        return [
            item.name.removesuffix(_SUFFIX)
            for item in self.place.listed(self._folder("releases"))
            if item.name.endswith(_SUFFIX)
        ]

    def rows(self, name: str) -> int | None:
        """Of how many releases of a shard there is something; None if that cannot be told.

        Raises:
            ClusterError: The folder cannot be read.
        """
        return self.place.rows(f"{self._folder('releases')}/{name}{_SUFFIX}")

    def sweep(self, before: float) -> None:
        """Remove what killed processes have left half written.

        Args:
            before: When it must have been touched last, in seconds since the epoch, not to be of a
                process that still writes.

        Raises:
            ClusterError: The folder cannot be read.
        """
        for kind in _KINDS:
            for item in self.place.listed(self._folder(kind)):
                if item.name.endswith(PARTIAL) and item.changed < before:
                    self.place.remove(f"{self._folder(kind)}/{item.name}")

    def put(self, shard: Shard, extractions: Iterable[Extraction]) -> None:
        """Keep what was read of a shard.

        Raises:
            ClusterError: The folder cannot be written.
        """
        good = [extraction for extraction in extractions if extraction.error is None]
        statements = self._marked(statements_table(good))
        releases = self._marked(releases_table(extraction.release for extraction in good))
        self.place.write(self._file("statements", shard), statements)
        self.place.write(self._file("releases", shard), releases)

    def table(self, shard: Shard) -> pyarrow.Table:
        """What was read of a shard, packed; see `unpacked`.

        Raises:
            ClusterError: The file is not there, or damaged.
        """
        return self.place.read(self._file("statements", shard))

    def extractions(self, shard: Shard, errors: Mapping[str, str]) -> Iterator[Extraction]:
        """Yield what was read in each release of a shard, in their order; see `unpacked`."""
        return unpacked(self.table(shard), shard, errors)

    def _marked(self, table: pyarrow.Table) -> pyarrow.Table:
        return table.replace_schema_metadata({VERSION: self.version})

    def _file(self, kind: str, shard: Shard) -> str:
        return f"{self._folder(kind)}/{shard.name}{_SUFFIX}"

    def _folder(self, kind: str) -> str:
        digest = hashlib.sha256(self.version.encode()).hexdigest()[:_DIGITS]
        return f"{kind}/extractor={digest}"


def unpacked(table: pyarrow.Table, shard: Shard, errors: Mapping[str, str]) -> Iterator[Extraction]:
    """Yield what was read in each release of a shard, in their order.

    Args:
        table: Of a shelf.
        shard: Whose table it is.
        errors: Why releases of it failed, by id.

    Raises:
        ClusterError: It is none of ours.
    """
    try:
        found = statements_of(table)
    except (LookupError, TypeError, ValueError) as error:
        raise ClusterError(f"shard {shard.name} is not as it was written ({error})") from error
    for release in shard.releases:
        failure = errors.get(release.id)
        statements = found.get(release.id, ()) if failure is None else ()
        yield Extraction(release, statements, failure)


def clear(folder: Path) -> None:
    """Remove what shelves put into a folder of this machine, and the folder if no more is in it."""
    kept = [own for kind in _KINDS for own in folder.glob(f"{kind}/extractor=*")]
    with suppress(OSError):  # what stays is not ours, or costs room only
        for own in kept:
            for file in own.glob("*.parquet*"):  # also what a killed process left half written
                file.unlink()
            own.rmdir()
        for kind in _KINDS:
            (folder / kind).rmdir()
        folder.rmdir()
