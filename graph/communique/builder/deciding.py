"""Which releases count and who is who in them: what takes most memory of making a graph."""

import hashlib
import json
import logging
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

from communique.builder.counting import Counting
from communique.builder.facts.offices import doubted
from communique.graph import CommuniqueError, LedgerError
from communique.identity import Resolution, resolve
from communique.ledger import Ledger
from communique.pool import collector_paused, end_with

APART_FROM = 20_000
"""Releases from which another process finds it out.

What that takes is not given back by a process that goes on: it stays in pieces too small for what
comes then, half as much again as the graph.
"""

_PROGRAM = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from communique.builder.deciding import main
main(sys.argv[2])
"""

Decided: TypeAlias = tuple[Counting, Resolution]

_log = logging.getLogger(__name__)


def decide(ledger: Ledger, apart_from: int = APART_FROM) -> Decided:
    """Which releases of a ledger count, and who is who in these; call it within a snapshot.

    Args:
        ledger: What to read.
        apart_from: How many releases it must hold for another process to find it out.

    Raises:
        LedgerError: The ledger cannot be read, or that process was ended.
    """
    if len(ledger.release_digests()) < apart_from:
        return _decided(ledger)
    state, decided = _asked(ledger.path)
    if state == _state(ledger):
        return decided
    _log.info("%s was written to meanwhile; it is read again", ledger.path)
    return _decided(ledger)


def main(path: str) -> None:
    """Be the other process: answer what a ledger's state is and what follows from it, and end.

    When the process that asked ends, so does this one.
    """
    end_with(sys.stdin.buffer)
    answer: tuple[str, Decided] | CommuniqueError
    try:
        with (
            Ledger.open(Path(path), create=False) as ledger,
            ledger.snapshot(),
            collector_paused(),
        ):
            answer = _state(ledger), _decided(ledger)
    except CommuniqueError as error:
        answer = error
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def _decided(ledger: Ledger) -> Decided:
    counting = Counting.of(ledger)
    resolution = resolve(
        counting.told(ledger.statements_by_release()),
        counting.arrivals(ledger.arrivals()),
        counting.judgements(ledger.judgements.all()),
        doubted(counting.told(ledger.statements_by_release())),
    )
    return counting, resolution


def _asked(path: Path) -> tuple[str, Decided]:
    """What the other process answers, which is ended whatever happens."""
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and program
        # -P: what lies in the current folder is no module of ours.
        [sys.executable, "-P", "-c", _PROGRAM, json.dumps(sys.path), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C at the terminal is for this process
    )
    with process:
        assert process.stdout is not None  # noqa: S101  # a pipe
        try:
            answer: tuple[str, Decided] | CommuniqueError = pickle.load(process.stdout)  # noqa: S301
        except (EOFError, pickle.UnpicklingError) as error:
            status = process.wait()
            ended = f"by signal {-status}" if status < 0 else f"with status {status}"
            raise LedgerError(
                f"{path}: the process that finds out who is who was ended {ended}; "
                "of 100,000 releases it takes some 2 GB of memory"
            ) from error
        finally:
            process.kill()
    if isinstance(answer, CommuniqueError):
        raise answer
    return answer


def _state(ledger: Ledger) -> str:
    """Digest of all that decides."""
    digest = hashlib.sha256()
    for told in (ledger.release_digests().items(), ledger.arrivals().items()):
        for item in told:
            digest.update(repr(item).encode())
    digest.update(repr(ledger.judgements.all()).encode())
    return digest.hexdigest()
