"""Looking at folders and files."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from communique.feeds import ListedFile, SkippedInput
from communique.feeds.listing import EMPTY, HIDDEN, Entry, because, shown, walked
from communique.graph import Release
from communique.watching.apart.files import FileReader, FilesApart
from communique.watching.polled import Failure, Polled
from communique.watching.source import Source
from communique.watching.state import Memory, Stamp

SETTLED = 2.0
"""Seconds that a file must have been left alone: a younger one may still be written to."""

_PASSED = (-1, 0)
"""In place of the stamp of what is passed over."""


@dataclass(frozen=True, slots=True)
class Looking:
    """How folders are looked at.

    Attributes:
        issuer: Of releases that name none.
        clock: Seconds since the epoch.
        pause: Waits so many seconds.
        apart: Makes what reads the files of one look.
    """

    issuer: str | None
    clock: Callable[[], float]
    pause: Callable[[float], None]
    apart: Callable[[], AbstractContextManager[FileReader]] = FilesApart


def look(source: Source, memory: Memory, looking: Looking) -> Polled:
    """The files that are new or changed since the last look.

    Hidden files are passed over; so is what is no file of the folder, which is told once. If a file
    was changed a moment ago it is given the time to rest, once; a file that is written to even then
    is left for the next look.

    Args:
        source: A folder, or one file.
        memory: What is remembered of it.
        looking: How it is looked at.
    """
    try:
        found = _Found.at(source, looking.clock())
        if found.restless:
            looking.pause(SETTLED)
            found = _Found.at(source, looking.clock())
    except OSError as error:
        reason = "is not there" if isinstance(error, FileNotFoundError) else str(error.strerror)
        return Polled(source, (), memory, Failure(f"{reason}; it is looked for again"))
    fresh = [name for name, stamp in found.files.items() if memory.files.get(name) != stamp]
    origins: dict[str, str] = {}
    inputs = _read(Path(source.address), fresh, found.passed, looking, origins)
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
        path = Path(source.address)
        folder = _Folder(path)
        if path.is_dir():
            folder.walk()
        else:
            folder.stamps[""] = _stamp(path.stat())
        rest, latest = (now - SETTLED) * 1e9, now * 1e9
        # A file from ahead of the clock would never rest.
        ready = {
            name: stamp for name, stamp in folder.stamps.items() if not rest < stamp[1] <= latest
        }
        return cls(ready, folder.passed, len(ready) < len(folder.stamps), folder.faults)


def _read(
    path: Path,
    names: Sequence[str],
    passed: Mapping[str, str],
    looking: Looking,
    origins: dict[str, str],
) -> Iterator[Release | SkippedInput]:
    """Yield what is passed over, then what the files hold, and note of which a release is."""
    for name in names:
        if name in passed:
            yield SkippedInput(shown(path / name), None, passed[name])
    with looking.apart() as reader:
        for name in names:
            if name not in passed:
                file = ListedFile(path / name, named=not name)
                for item in reader.read(file, looking.issuer or ""):
                    if isinstance(item, Release):
                        origins[item.id] = name
                    yield item


class _Folder:
    """What is in a folder.

    Attributes:
        stamps: Of each file and what is passed over, by path in the folder, in order.
        passed: Why what is no file of the folder is passed over.
        faults: What cannot be looked at.
    """

    def __init__(self, top: Path) -> None:
        self._top, self._real = top, top.resolve()
        self.stamps: dict[str, Stamp] = {}
        self.passed: dict[str, str] = {}
        self.faults: list[str] = []

    def walk(self) -> None:
        """Look at all that is in it.

        Raises:
            OSError: The folder cannot be read.
        """
        for entry in walked(self._top):
            name = entry.path.relative_to(self._top).as_posix()
            if entry.error is not None:
                if entry.path == self._top:
                    raise entry.error
                self.faults.append(f"{name} {entry.passed}")
            elif entry.passed not in (HIDDEN, EMPTY):
                self._add(name, entry)

    def _add(self, name: str, entry: Entry) -> None:
        if reason := entry.passed or self._out(entry):
            self.passed[name], self.stamps[name] = reason, _PASSED
            return
        try:
            self.stamps[name] = _stamp(entry.path.stat())
        except OSError as error:
            if entry.linked or not isinstance(error, FileNotFoundError):  # else it is gone
                self.faults.append(f"{name} {because(error)}")

    def _out(self, entry: Entry) -> str:
        """Why a link is not followed: who may write there may not have all read."""
        if entry.linked and not entry.path.resolve().is_relative_to(self._real):
            return "links out of the folder; name what it links to, to have it read"
        return ""


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns
