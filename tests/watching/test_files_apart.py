"""Reading files in a process that can be ended."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from unruly_site import FilesHere, release, write

from communique.feeds import ListedFile, SkippedInput
from communique.graph import Release
from communique.watching.apart.files import FilesApart

Children = Callable[[], set[int]]

ISSUER = "Harbour Ministry"


@pytest.fixture
def good(tmp_path: Path) -> ListedFile:
    """A file with two releases, whose name is no UTF-8."""
    path = tmp_path / os.fsdecode(b"tid\xffings.txt")
    write(path, release("One", "Ana Duran met Carl Berg.") + "\n\n" + release("Two", "They left."))
    return ListedFile(path, named=False)


@pytest.fixture
def endless(tmp_path: Path) -> ListedFile:
    """A file that takes minutes to be read: lines that are no records, and no end of them."""
    path = tmp_path / "endless.jsonl"
    path.write_bytes(b'{"title": "One", "body": "They met."}\n' + b"1\n" * 30_000_000)
    return ListedFile(path, named=False)


@pytest.fixture
def vast(tmp_path: Path) -> ListedFile:
    """A file that takes more memory than there may be: each character of it four bytes."""
    path = tmp_path / "vast.txt"
    path.write_bytes("😀".encode() + b"a" * 250_000_000)
    return ListedFile(path, named=False)


def test_what_is_read_apart_is_what_would_be_read_here(
    good: ListedFile, tmp_path: Path, children: Children
) -> None:
    absent = ListedFile(tmp_path / "absent.txt", named=False)
    before = children()
    with FilesApart() as apart:
        found = [list(apart.read(file, ISSUER)) for file in (good, absent, good)]
        assert len(children() - before) == 1

    assert found == [list(FilesHere().read(file, ISSUER)) for file in (good, absent, good)]
    assert [type(item) for item in found[0]] == [Release, Release]
    assert children() == before


def test_a_file_that_takes_too_long_is_left_and_the_next_is_read(
    endless: ListedFile, good: ListedFile
) -> None:
    with FilesApart(seconds=1.0) as apart:
        items = [item for item in apart.read(endless, ISSUER) if "line" not in str(item)]
        release, last = items
        others = list(apart.read(good, ISSUER))

    assert isinstance(release, Release)
    assert isinstance(last, SkippedInput)
    assert last.reason == "takes longer than 1 s of the processor to be read"
    assert len(others) == 2


def test_a_file_that_takes_too_much_memory_is_told_and_the_next_is_read(
    vast: ListedFile, good: ListedFile
) -> None:
    with FilesApart() as apart:
        (skipped,) = apart.read(vast, ISSUER)
        others = list(apart.read(good, ISSUER))

    assert isinstance(skipped, SkippedInput)
    assert skipped.reason == "takes too much memory to be read"
    assert len(others) == 2


def test_a_process_that_is_killed_is_told_and_replaced(tmp_path: Path, children: Children) -> None:
    path = tmp_path / "many.jsonl"  # more than there is room for between two processes
    path.write_text('{"title": "One", "body": "They met."}\n' * 20_000, encoding="utf-8")
    file = ListedFile(path, named=False)
    before = children()
    with FilesApart() as apart:
        reading = apart.read(file, ISSUER)
        next(reading)
        for child in children() - before:
            os.kill(child, signal.SIGKILL)
        *_, last = reading
        again = list(apart.read(file, ISSUER))

    assert last == SkippedInput(str(path), None, "ends the process that reads it")
    assert len(again) == 20_000


def test_no_module_of_the_current_folder_is_run(
    good: ListedFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    for name in ("json", "logging", "communique"):
        (folder / f"{name}.py").write_text("open('was-run', 'w')", encoding="utf-8")
    monkeypatch.chdir(folder)

    with FilesApart() as apart:
        assert len(list(apart.read(good, ISSUER))) == 2

    assert not (folder / "was-run").exists()
