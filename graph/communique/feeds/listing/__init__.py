"""Which files a path names, and in what order they are read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from communique.feeds.reader import SkippedInput

HIDDEN = "is hidden; name it to have it read"
"""Why a file or folder with a dot before its name is skipped."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file to be read.

    Attributes:
        path: Where it is; the end of its name can say what it holds.
        named: Whether somebody named it, and not just a folder that has it: then it is text even
            if its name does not say so.
        address: Where it is if that is no path; else empty.
    """

    path: PurePath
    named: bool
    address: str = ""

    @property
    def label(self) -> str:
        """Its name in messages."""
        return self.address or shown(self.path)


def listed(paths: Iterable[str | Path]) -> Iterator[ListedFile | SkippedInput]:
    """The files of paths in the order of the paths; those of folders, and below, by name."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from _listed_folder(path)
        else:
            yield ListedFile(path, named=True)


def _listed_folder(folder: Path) -> Iterator[ListedFile | SkippedInput]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield SkippedInput(shown(folder), None, because(error))
        return
    if not entries:
        yield SkippedInput(shown(folder), None, "is an empty folder")
    for entry in entries:
        if entry.name.startswith("."):
            yield SkippedInput(shown(entry), None, HIDDEN)
        elif entry.is_dir() and entry.is_symlink():
            yield SkippedInput(shown(entry), None, "links to a folder; name it to have it read")
        elif entry.is_dir():
            yield from _listed_folder(entry)
        elif entry.exists() and not entry.is_file():
            yield SkippedInput(shown(entry), None, "is no regular file; name it to have it read")
        else:
            yield ListedFile(entry, named=False)


def opened(file: ListedFile) -> BinaryIO:
    """Open a file of this machine.

    Raises:
        OSError: It cannot be opened.
    """
    return Path(file.path).open("rb")


def shown(path: PurePath) -> str:
    """A path for messages; names that are no UTF-8 with their bytes escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def because(error: Exception) -> str:
    """Why something could not be read, in one line."""
    if isinstance(error, MemoryError):
        return "takes too much memory to be read"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({' '.join(told.split())[:160] or type(error).__name__})"
