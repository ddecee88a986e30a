"""Files that releases come from, on this machine's disks and in object stores."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from pyarrow.fs import FileInfo, FileSelector, FileSystem, FileType

from communique.cluster.address import is_address, plain, resolved
from communique.feeds import ListedFile, SkippedInput, listed
from communique.feeds.listing import EMPTY, HIDDEN, because, opened
from communique.graph import UnreadableFeedError

Item = ListedFile | SkippedInput


@dataclass(frozen=True, slots=True)
class Source:
    """What a path or an address names: files of one file system.

    Attributes:
        path: As the file system names it.
        files: The file system; None for this machine's own.
        scheme: What its addresses begin with, as ``s3://``; empty for this machine's own.
    """

    path: str
    files: FileSystem | None = None
    scheme: str = ""

    @classmethod
    def of(cls, name: str) -> "Source":
        """What a person named.

        Raises:
            UnreadableFeedError: It is not there, or nothing is known about such addresses.
        """
        if not is_address(name):
            if not Path(name).exists():
                raise UnreadableFeedError(name, "does not exist; check the spelling")
            return cls(name)
        scheme = f"{name.partition('://')[0]}://"
        with _explained(name):
            files, path = resolved(name)
            there = files.get_file_info(path).type != FileType.NotFound
        if not there:
            raise UnreadableFeedError(f"{scheme}{path}", "does not exist; check the spelling")
        return cls(path, files, scheme)

    def listed(self) -> Iterator[tuple[Item, int]]:
        """Each file and its size in bytes, folders in order of name; what is skipped has none.

        Raises:
            UnreadableFeedError: The file system cannot be reached any more.
        """
        if self.files is None:
            for item in listed([self.path]):
                yield item, _size(item)
            return
        with _explained(self._address(self.path)):
            info = self.files.get_file_info(self.path)
            if info.type == FileType.Directory:
                yield from self._listed_folder(self.path)
            else:
                yield self._file(info, named=True), info.size

    def opened(self, file: ListedFile) -> BinaryIO:
        """Open a file that was listed.

        Raises:
            OSError: It cannot be opened.
        """
        if self.files is None:
            return opened(file)
        raw = self.files.open_input_file(file.address.removeprefix(self.scheme))
        return cast(BinaryIO, io.BufferedReader(raw))

    def _listed_folder(self, folder: str) -> Iterator[tuple[Item, int]]:
        assert self.files is not None  # noqa: S101  # the caller has looked
        found: Iterable[FileInfo] = self.files.get_file_info(FileSelector(folder))
        entries = sorted(found, key=lambda entry: str(entry.base_name))
        if not entries:
            yield SkippedInput(self._address(folder), None, EMPTY), 0
        for entry in entries:
            if entry.base_name.startswith("."):
                yield SkippedInput(self._address(entry.path), None, HIDDEN), 0
            elif entry.type == FileType.Directory:
                yield from self._listed_folder(entry.path)
            else:
                yield self._file(entry, named=False), entry.size

    def _file(self, info: FileInfo, *, named: bool) -> ListedFile:
        return ListedFile(PurePath(info.path), named, self._address(info.path))

    def _address(self, path: str) -> str:
        """How a person names it; without what an address may have of keys."""
        return f"{self.scheme}{path}"


def _size(item: Item) -> int:
    if isinstance(item, SkippedInput):
        return 0
    try:
        return Path(item.path).stat().st_size
    except OSError:  # told when it is read
        return 0


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise UnreadableFeedError(plain(name), because(error)) from error
