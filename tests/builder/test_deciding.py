"""Who is who, found out in this process or in another."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest

from communique.builder.deciding import decide
from communique.graph import Anchor, Judgement, LedgerError, Release, Ruling, Side, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]

ADA, NORWAY = "person Ada Lind|Minister Lind", "country Norway/NOR"
ASKING = """
import sys
from pathlib import Path
from communique.builder.deciding import decide
from communique.ledger import Ledger
sys.executable = sys.argv[2]
with Ledger.open(Path(sys.argv[1])) as ledger:
    decide(ledger, 0)
"""


@pytest.fixture
def ledger(tmp_path: Path, tell: Tell) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        for name in "abc":
            record(opened, tell(name, (ADA, "VISITS", NORWAY)))
        yield opened


def record(ledger: Ledger, told: Told) -> None:
    ledger.record(*told, "by hand")


def test_another_process_decides_the_same(ledger: Ledger) -> None:
    one, other = (
        Side(EntityType.PERSON, "Ada Lind", (Anchor(id_, "Ada Lind"),)) for id_ in ("a", "b")
    )
    ledger.judgements.add([Judgement(Ruling.DIFFERENT, one, other)])

    counting, resolution = decide(ledger, 0)

    assert (counting, resolution) == decide(ledger)
    people = {resolution.entities[id_].id for id_ in ("a#1", "b#1")}
    assert len(people) == 2


def test_what_others_write_meanwhile_is_left_for_the_next_time(ledger: Ledger, tell: Tell) -> None:
    with ledger.snapshot():
        before = decide(ledger)
        with Ledger.open(ledger.path) as other:
            record(other, tell("d", ("person Jon Berg", "VISITS", NORWAY)))

        assert decide(ledger, 0) == before
    assert "d#1" in decide(ledger, 0)[1].entities


def test_a_ledger_that_is_not_as_recorded_is_told_by_the_other_process_too(ledger: Ledger) -> None:
    connection = sqlite3.connect(ledger.path)
    connection.execute("UPDATE statement SET predicate = 'GREETS'")
    connection.commit()
    connection.close()

    with pytest.raises(LedgerError, match="not as it was recorded"):
        decide(ledger, 0)


def test_a_process_that_is_ended_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    # A real program that ends at once with status 1, as an interpreter that cannot start would.
    monkeypatch.setattr(sys, "executable", shutil.which("false"))

    with pytest.raises(LedgerError, match="was ended with status 1"):
        decide(ledger, 0)


def test_ctrl_c_ends_the_other_process_too(ledger: Ledger, tmp_path: Path) -> None:
    number, busy = tmp_path / "number", tmp_path / "busy"
    busy.write_text(f"#!/bin/sh\necho $$ > {number}.new; mv {number}.new {number}\nexec sleep 60\n")
    busy.chmod(0o755)
    asking = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", ASKING, str(ledger.path), str(busy)], stderr=subprocess.DEVNULL
    )
    for _ in range(600):
        if number.exists():
            break
        sleep(0.05)

    asking.send_signal(signal.SIGINT)

    assert asking.wait(30) != 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)
