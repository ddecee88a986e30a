"""Verification finds one changed byte of a release."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.builder import verify
from communique.graph import Release, Statement
from communique.ledger import Ledger

Tell = Callable[..., tuple[Release, tuple[Statement, ...]]]


@pytest.mark.parametrize("place", [0, 12, 30], ids=["title", "quote", "end"])
def test_one_changed_byte_of_a_text_is_found(tmp_path: Path, tell: Tell, place: int) -> None:
    path = tmp_path / "ledger.sqlite"
    release, statements = tell("a", ("person Ada Lind", "VISITS", "country Norway/NOR"))
    with Ledger.open(path) as ledger:
        ledger.record(release, statements, "1")
    text = release.text[:place] + "#" + release.text[place + 1 :]
    connection = sqlite3.connect(path)
    connection.execute("UPDATE release SET text = ?", (text,))
    connection.commit()
    connection.close()

    with Ledger.open(path) as ledger:
        found = verify(ledger)

    assert {mismatch.release for mismatch in found} == {"a"}
    assert any("text" in mismatch.reason for mismatch in found)
