"""Looking at folders and files."""

import os
from pathlib import Path

import pytest
from unruly_site import Clock, files_here, release, write

from communique.feeds import SkippedInput
from communique.graph import Release
from communique.watching.folder import SETTLED, Looking, look
from communique.watching.polled import Polled
from communique.watching.source import Source
from communique.watching.state import Memory

AGE = 60.0


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def looked(path: Path, clock: Clock, memory: Memory | None = None) -> Polled:
    source = Source.of(str(path))
    return look(source, memory or Memory(), Looking("Somebody", clock, clock.pause, files_here))


def put(path: Path, title: str, clock: Clock, age: float = AGE) -> Path:
    write(path, release(title, "Ana Duran met Carl Berg."))
    os.utime(path, (clock.now - age, clock.now - age))
    return path


def titles(polled: Polled) -> list[str]:
    return [item.title for item in polled.inputs if isinstance(item, Release)]


def test_files_are_read_once_and_again_when_they_change(inbox: Path, clock: Clock) -> None:
    put(inbox / "b.txt", "Second", clock)
    put(inbox / "a" / "deep.txt", "First", clock)
    first = looked(inbox, clock)
    assert titles(first) == ["First", "Second"]

    put(inbox / "c.txt", "Third", clock)
    second = looked(inbox, clock, first.memory)
    assert titles(second) == ["Third"]

    put(inbox / "b.txt", "Second, corrected", clock)
    third = looked(inbox, clock, second.memory)
    assert titles(third) == ["Second, corrected"]
    assert titles(looked(inbox, clock, third.memory)) == []


def test_a_file_that_was_just_written_is_given_time_to_rest(inbox: Path, clock: Clock) -> None:
    put(inbox / "new.txt", "New", clock, age=0.1)
    began = clock.now

    polled = looked(inbox, clock)

    assert titles(polled) == ["New"]
    assert clock.now == began + SETTLED


def test_a_file_that_is_still_written_to_is_left_for_the_next_look(
    inbox: Path, clock: Clock
) -> None:
    path = put(inbox / "long.txt", "Half", clock, age=0.1)

    def written_to_meanwhile(seconds: float) -> None:
        clock.pause(seconds)
        put(path, "Half of it", clock, age=0.1)

    polled = look(
        Source.of(str(inbox)), Memory(), Looking(None, clock, written_to_meanwhile, files_here)
    )

    assert titles(polled) == []
    clock.pause(AGE)
    assert titles(looked(inbox, clock, polled.memory)) == ["Half of it"]


def test_a_file_from_ahead_of_the_clock_is_read(inbox: Path, clock: Clock) -> None:
    put(inbox / "future.txt", "Future", clock, age=-3600.0)

    assert titles(looked(inbox, clock)) == ["Future"]


def test_hidden_files_are_passed_over(inbox: Path, clock: Clock) -> None:
    put(inbox / ".partial.txt", "Hidden", clock)
    put(inbox / ".git" / "x.txt", "Hidden", clock)

    polled = looked(inbox, clock)

    assert (list(polled.inputs), polled.failure) == ([], None)


def test_what_is_no_file_of_the_folder_is_passed_over_and_told_once(
    inbox: Path, tmp_path: Path, clock: Clock
) -> None:
    put(tmp_path / "elsewhere" / "theirs.txt", "Secret", clock)
    put(inbox / "mine.txt", "Mine", clock)
    (inbox / "again.txt").symlink_to(inbox / "mine.txt")
    (inbox / "folder").symlink_to(inbox)
    (inbox / "out.txt").symlink_to(tmp_path / "elsewhere" / "theirs.txt")
    os.mkfifo(inbox / "pipe")

    first = looked(inbox, clock)
    inputs = list(first.inputs)

    assert [item.title for item in inputs if isinstance(item, Release)] == ["Mine", "Mine"]
    skipped = [item for item in inputs if isinstance(item, SkippedInput)]
    assert [(Path(item.path).name, item.reason.split(";")[0]) for item in skipped] == [
        ("folder", "links to a folder"),
        ("out.txt", "links out of the folder"),
        ("pipe", "is no regular file"),
    ]
    assert not list(looked(inbox, clock, first.memory).inputs)
    (inbox / "out.txt").unlink()
    put(inbox / "out.txt", "Ours now", clock)
    assert titles(looked(inbox, clock, first.memory)) == ["Ours now"]


def test_a_link_to_nothing_is_told_until_it_leads_somewhere(inbox: Path, clock: Clock) -> None:
    (inbox / "later.txt").symlink_to(inbox / "sub" / "file.txt")
    first = looked(inbox, clock)
    assert (list(first.inputs), first.failure) == ([], None)
    assert first.remarks == ("later.txt cannot be read (No such file or directory)",)

    put(inbox / "sub" / "file.txt", "File", clock)
    second = looked(inbox, clock, first.memory)
    assert (titles(second), second.remarks) == (["File", "File"], ())


def test_a_file_of_an_unknown_kind_is_told_once(inbox: Path, clock: Clock) -> None:
    put(inbox / "table.xyz", "Table", clock)
    first = looked(inbox, clock)

    (skipped,) = first.inputs
    assert isinstance(skipped, SkippedInput)
    assert "unknown ending .xyz" in skipped.reason
    assert not list(looked(inbox, clock, first.memory).inputs)


def test_a_file_that_may_not_be_opened_is_told_and_read_as_soon_as_it_may(
    inbox: Path, clock: Clock
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may open everything")
    path = put(inbox / "closed.txt", "Closed", clock)
    path.chmod(0)
    first = looked(inbox, clock)
    (skipped,) = first.inputs
    second = looked(inbox, clock, first.memory)
    path.chmod(0o600)

    assert isinstance(skipped, SkippedInput)
    assert len(list(second.inputs)) == 1
    assert titles(looked(inbox, clock, second.memory)) == ["Closed"]


def test_a_folder_that_is_not_there_fails_and_is_remembered(tmp_path: Path, clock: Clock) -> None:
    memory = Memory(files={"a.txt": (1, 2)})
    polled = looked(tmp_path / "unmounted", clock, memory)

    assert polled.failure is not None
    assert polled.failure.reason == "is not there; it is looked for again"
    assert polled.memory == memory


def test_one_file_may_be_watched_whatever_its_name(tmp_path: Path, clock: Clock) -> None:
    path = put(tmp_path / "wire.feed", "Wire", clock)
    first = looked(path, clock)

    assert titles(first) == ["Wire"]
    assert titles(looked(path, clock, first.memory)) == []


def test_names_that_are_no_unicode_are_remembered_too(inbox: Path, clock: Clock) -> None:
    path = Path(os.fsdecode(os.fsencode(inbox) + b"/\xff.txt"))
    put(path, "Odd", clock)
    first = looked(inbox, clock)

    assert titles(first) == ["Odd"]
    assert titles(looked(inbox, clock, first.memory)) == []
