"""Looking at folders and files."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Self

from communique.feeds import Defaults, ListedFile, SkippedInput, read_listed
from communique.feeds.listing import shown
from communique.graph import Release
from communique.watching.polled import Failure, Polled
from communique.watching.source import Source
from communique.watching.state import Memory, Stamp

SETTLED = 2.0
"""Seconds that a file must have been left alone: a younger one may still be written to."""

_PASSED = (-1, 0)
"""In place of the stamp of what is passed over."""


def look(
    source: Source,
    memory: Memory,
    issuer: str | None,
    clock: Callable[[], float],
    pause: Callable[[float], None],
) -> Polled:
    """The files that are new or changed since the last look.

    Hidden files are passed over; so is what is no file of the folder, which is told once. If a file
    was changed a moment ago it is given the time to rest, once; a file that is written to even then
    is left for the next look.

    Args:
        source: A folder, or one file.
        memory: What is remembered of it.
        issuer: Of releases that name none.
        clock: Seconds since the epoch.
        pause: Waits so many seconds.
    """
    try:
        found = _Found.at(source, clock())
        if found.restless:
            pause(SETTLED)
            found = _Found.at(source, clock())
    except OSError as error:
        reason = "is not there" if isinstance(error, FileNotFoundError) else str(error.strerror)
        return Polled(source, (), memory, Failure(f"{reason}; it is looked for again"))
    fresh = [name for name, stamp in found.files.items() if memory.files.get(name) != stamp]
    origins: dict[str, str] = {}
    path = Path(source.address)
    passed = [
        SkippedInput(shown(path / name), None, found.passed[name])
        for name in fresh
        if name in found.passed
    ]
    files = [name for name in fresh if name not in found.passed]
    inputs = chain(passed, _read(path, files, issuer, origins))
    done = {
        name: stamp
        for name, stamp in found.files.items()
        if name in found.passed or _may_be_read(source, name)
    }
    memory = replace(memory, files=done)
    return Polled(source, inputs, memory, None, tuple(found.faults), origins)


def _may_be_read(source: Source, name: str) -> bool:
    """Whether a file can be opened: if not now, then perhaps later, without having changed."""
    return os.access(Path(source.address) / name, os.R_OK)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is in a folder.

    Attributes:
        files: Stamps of the files that rest, by path in the folder; one of a file itself by "".
        passed: Why those of them are passed over that are.
        restless: Whether there are files that were changed a moment ago.
        faults: Folders below it that cannot be read.
    """

    files: dict[str, Stamp]
    passed: dict[str, str]
    restless: bool
    faults: list[str]

    @classmethod
    def at(cls, source: Source, now: float) -> Self:
        """Look.

        Raises:
            OSError: The folder or file cannot be read.
        """
        path, folder = Path(source.address), _Folder(Path(source.address).resolve())
        stamps = dict(folder.below(path, "")) if path.is_dir() else {"": _stamp(path.stat())}
        rest, latest = (now - SETTLED) * 1e9, now * 1e9
        # A file from ahead of the clock would never rest.
        ready = {name: stamp for name, stamp in stamps.items() if not rest < stamp[1] <= latest}
        return cls(ready, folder.passed, len(ready) < len(stamps), folder.faults)


def _read(
    path: Path, names: Sequence[str], issuer: str | None, origins: dict[str, str]
) -> Iterator[Release | SkippedInput]:
    name = ""

    def files() -> Iterator[ListedFile]:
        nonlocal name
        for name in names:
            yield ListedFile(path / name, named=not name)

    for item in read_listed(files(), Defaults(issuer or ""), _opened):
        if isinstance(item, Release):
            origins[item.id] = name
        yield item


def _opened(file: ListedFile) -> BinaryIO:
    return Path(file.path).open("rb")


class _Folder:
    """Walks a folder.

    Attributes:
        top: The folder, without links.
        passed: Why what is no file of the folder is passed over, by path in it.
        faults: What cannot be looked at.
    """

    def __init__(self, top: Path) -> None:
        self.top = top
        self.passed: dict[str, str] = {}
        self.faults: list[str] = []

    def below(self, folder: Path, prefix: str) -> Iterator[tuple[str, Stamp]]:
        """Each file, and what is passed over, by its path in the folder, in order."""
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            name = f"{prefix}{entry.name}"
            try:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from self.below(Path(entry.path), f"{name}/")
                elif reason := self._foreign(entry):
                    self.passed[name] = reason
                    yield name, _PASSED
                else:
                    yield name, _stamp(entry.stat())
            except FileNotFoundError:  # gone since it was listed
                continue
            except OSError as error:
                self.faults.append(f"{name} cannot be read ({error.strerror})")

    def _foreign(self, entry: "os.DirEntry[str]") -> str:
        """Why something is no file of the folder: who may write there may not have all read."""
        if entry.is_dir():
            return "links to a folder; name it to have it read"
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(self.top):
            return "links out of the folder; name what it links to, to have it read"
        return "" if entry.is_file() else "is no regular file; name it to have it read"


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns
