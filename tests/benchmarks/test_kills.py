from collections.abc import Callable
from typing import Any

KILLS = 6
RELEASES = 40


def test_killed_commands_leave_whole_releases_and_the_next_build_completes(
    measure: Callable[..., dict[str, Any]],
) -> None:
    found = measure("kills.py", RELEASES, "--kills", KILLS, "--between", KILLS)

    assert found["faults"] == []
    assert sum(found["kills"].values()) == KILLS
    assert found["completed"] >= 1
