"""A folder that every machine of a cluster reaches: on a disk, or in an object store."""

import contextlib
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow
import pyarrow.parquet
from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem

from communique.cluster.address import is_address, plain, resolved
from communique.graph import ClusterError

_WHOLE = frozenset({"abfs", "gcs", "s3"})
"""File systems that show a file only when all of it was written."""


PARTIAL = ".partial"
"""What the name of a file ends with as long as it is written."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a folder.

    Attributes:
        name: In the folder.
        changed: When it was written last, in seconds since the epoch.
    """

    name: str
    changed: float


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of Parquet files; goes to other processes as it is.

    Attributes:
        address: As a person names it, without keys.
        files: Where it is.
        path: The folder there.
    """

    address: str
    files: FileSystem
    path: str

    @classmethod
    def at(cls, address: str) -> "Place":
        """The folder of a path or an address such as ``s3://bucket/folder``; it is not touched.

        Raises:
            ClusterError: Nothing is known about such addresses.
        """
        if not is_address(address):
            return cls(address, LocalFileSystem(), str(Path(address).resolve()))
        try:
            return cls(plain(address), *resolved(address))
        except (OSError, ValueError) as error:
            raise ClusterError(f"{plain(address)} cannot be reached: {error}") from error

    def listed(self, folder: str) -> list[Listed]:
        """The files of a folder below, by name; none if there is no such folder.

        Raises:
            ClusterError: It cannot be read.
        """
        with self._explained():
            found = self.files.get_file_info(FileSelector(self._path(folder), allow_not_found=True))
        files = [Listed(one.base_name, (one.mtime_ns or 0) / 1e9) for one in found if one.is_file]
        return sorted(files, key=lambda one: one.name)

    def remove(self, name: str) -> None:
        """Remove a file; that it is not there any more is all that counts."""
        with contextlib.suppress(FileNotFoundError), self._explained():
            self.files.delete_file(self._path(name))

    def rows(self, name: str) -> int | None:
        """How many rows a file has; None if there is none that is whole.

        Raises:
            ClusterError: The folder cannot be read.
        """
        with self._explained():
            if self.files.get_file_info(self._path(name)).type != FileType.File:
                return None
            try:
                with self.files.open_input_file(self._path(name)) as source:
                    return int(pyarrow.parquet.read_metadata(source).num_rows)
            except (OSError, pyarrow.ArrowException):  # what a power cut left
                return None

    def read(self, name: str) -> pyarrow.Table:
        """The table in a file.

        Raises:
            ClusterError: It is not there, or damaged.
        """
        with self._explained(), self.files.open_input_file(self._path(name)) as source:
            return pyarrow.parquet.read_table(source, page_checksum_verification=True)

    def write(self, name: str, table: pyarrow.Table) -> None:
        """Write a file; who reads meanwhile sees what was there, or all of it.

        Raises:
            ClusterError: It cannot be written.
        """
        path = self._path(name)
        whole = self.files.type_name in _WHOLE
        partial = path if whole else f"{path}.{uuid.uuid4().hex}{PARTIAL}"
        with self._explained():
            if not whole:
                self.files.create_dir(path.rpartition("/")[0], recursive=True)
            with self.files.open_output_stream(partial) as out:
                pyarrow.parquet.write_table(
                    table, out, compression="zstd", write_page_checksum=True
                )
            if isinstance(self.files, LocalFileSystem):
                _settle(partial)
            if not whole:
                self.files.move(partial, path)

    def _path(self, name: str) -> str:
        return f"{self.path}/{name}"

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise ClusterError(
                f"{self.address}: {error}; do all machines of the cluster reach this folder?"
            ) from error
        except (OSError, pyarrow.ArrowException) as error:
            raise ClusterError(f"{self.address}: {error}") from error


def _settle(path: str) -> None:
    """Have the disk hold what was written before the file gets its name."""
    with open(path, "rb+") as written:
        os.fsync(written.fileno())
