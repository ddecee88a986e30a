"""What reaches the terminal."""

import pytest

from communique.cli.console import fail, say, say_table, warn

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
