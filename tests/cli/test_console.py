"""What reaches the terminal."""

import fcntl
import os
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from communique.cli.console import fail, say, say_document, say_table, warn

_PLAIN = {"TERM": "dumb"}
STEERING = "Minister\x1b]52;c;aGk=\x07 and\x9b31m others"


def test_no_control_character_of_a_release_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say(STEERING)
    warn(STEERING)
    fail(STEERING)
    say_table(("name",), [(STEERING,)])

    printed = capsys.readouterr()
    shown = printed.out + printed.err
    assert "Minister]52;c;aGk= and31m others" in shown
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


def on_terminal(code: str, columns: int) -> list[str]:
    """What a program shows on a terminal that wide, colours left out."""
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    program = (
        f"from communique.cli.console import say_document, say_json, say_table, say_wrapped\n{code}"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=its, env=environment | _PLAIN) as process:  # noqa: S603
        os.close(its)
        shown = b""
        while process.poll() is None or not shown:
            shown += _read(ours)
        while more := _read(ours):
            shown += more
    os.close(ours)
    return shown.decode().splitlines()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so once the other side is closed
        return b""


TALKS = 'say_table(("", "date", "met"), [("1", "2024-05-03", "Minister Anna Kask of Estonia")])'


def test_a_table_on_a_narrow_terminal_breaks_between_words() -> None:
    header, _, *lines = on_terminal(TALKS, 32)

    assert header.split() == ["date", "met"]
    assert [line.split() for line in lines] == [
        ["1", "2024-05-03", "Minister", "Anna"],
        ["Kask", "of", "Estonia"],
    ]


def test_a_row_too_wide_for_the_terminal_is_a_list_of_its_columns() -> None:
    assert on_terminal(TALKS.replace("Anna Kask", "Plenipotentiary"), 30) == [
        "1   date   2024-05-03",
        "    met    Minister",
        "           Plenipotentiary of",
        "           Estonia",
    ]


def test_lines_under_a_table_are_wrapped_and_indented() -> None:
    assert on_terminal('say_wrapped("one two three four five six seven", 4, "  1")', 30) == [
        "  1 one two three four five",
        "    six seven",
    ]


def test_nothing_is_wrapped_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say_table(("name", "words"), [("A", "word " * 300), ("B", "")])

    assert len(capsys.readouterr().out.splitlines()) == 4


def test_csv_shows_no_control_character_on_a_terminal_and_keeps_it_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say_document(f"name\r\n{STEERING}\r\n")

    assert capsys.readouterr().out == f"name\r\n{STEERING}\r\n"
    assert on_terminal(f"say_document({STEERING!r})", 80) == ["Minister]52;c;aGk= and31m others"]


def test_json_escapes_control_characters() -> None:
    assert on_terminal(f"say_json({STEERING!r})", 80) == [
        '"Minister\\u001b]52;c;aGk=\\u0007 and\\u009b31m others"'
    ]


@pytest.mark.parametrize("command", ["query list", "query show who-met --cypher", "--version"])
def test_a_pipe_that_is_closed_ends_a_command_quietly(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    line = [sys.executable, "-m", "communique", *command.split()]
    ended = subprocess.run(  # noqa: S603
        line, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)

    assert (ended.returncode, ended.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["query list", "--help"])
def test_an_output_that_is_full_is_told_in_one_line(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        line = [sys.executable, "-m", "communique", *command.split()]
        ended = subprocess.run(  # noqa: S603
            line, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert ended.returncode == 2
    assert ended.stderr.startswith("communique: the output cannot be written: ")
    assert ended.stderr.count("\n") == 1
