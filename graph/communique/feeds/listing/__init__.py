"""Which files a path names, and in what order they are read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from communique.feeds.reader import SkippedInput

HIDDEN = "is hidden; name it to have it read"
"""Why a file or folder with a dot before its name is skipped."""
EMPTY = "is an empty folder"
"""Why nothing of a folder is read that has nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a folder or below, or what is passed over there.

    Attributes:
        path: Where it is.
        passed: Why it is passed over; empty for a file.
        linked: Whether it is a link.
        error: What the system says of a folder that cannot be listed.
    """

    path: Path
    passed: str = ""
    linked: bool = False
    error: OSError | None = None


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
            yield from map(_listed, walked(path))
        else:
            yield ListedFile(path, named=True)


def _listed(entry: Entry) -> ListedFile | SkippedInput:
    if entry.passed:
        return SkippedInput(shown(entry.path), None, entry.passed)
    return ListedFile(entry.path, named=False)


def walked(folder: Path) -> Iterator[Entry]:
    """What is in a folder and below, by name; links to folders are not followed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Entry(folder, because(error), error=error)
        return
    if not entries:
        yield Entry(folder, EMPTY)
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            yield Entry(path, HIDDEN)
        elif entry.is_dir(follow_symlinks=False):
            yield from walked(path)
        else:
            yield Entry(path, _foreign(entry), entry.is_symlink())


def _foreign(entry: "os.DirEntry[str]") -> str:
    """Why something is no file; a link to nothing is one, which cannot be opened."""
    if entry.is_file(follow_symlinks=False):
        return ""
    if os.path.isdir(entry):
        return "links to a folder; name it to have it read"
    if os.path.exists(entry) and not os.path.isfile(entry):
        return "is no regular file; name it to have it read"
    return ""


def opened(file: ListedFile) -> BinaryIO:
    """Open a file of this machine.

    Raises:
        OSError: It cannot be opened.
    """
    return Path(file.path).open("rb")


def shown(path: PurePath) -> str:
    """A path for messages; names that are no UTF-8 with their bytes escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def absent(path: str) -> str:
    """Why nothing is read of a path that is not there; it may be meant as an address."""
    scheme, mark, _ = path.partition("://")
    if not mark:
        return "does not exist; check the spelling"
    if scheme.lower() in {"http", "https"}:
        return "is an address, and only files are read here; `communique watch` asks servers"
    return "is an address, and only files are read here; --engine ray reads object stores"


def because(error: Exception) -> str:
    """Why something could not be read, in one line."""
    if isinstance(error, MemoryError):
        return "takes too much memory to be read"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({' '.join(told.split())[:160] or type(error).__name__})"
