"""The command line: hostile arguments and files end in a message and a known exit status."""

import logging
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path

from typer.testing import CliRunner

from communique.cli.application import DONE, SKIPPED, STORE_UNAVAILABLE, WRONG_USE, app
from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation, Status

EXTRACTOR = Path(__file__).resolve().parents[3] / "examples" / "extractor" / "appointments.py"
WORKSPACE = "communique-data"
FILES = ("judgements.jsonl", "links.csv", "own.cypher", "own.jsonl", "release.txt", "taken.jsonl")
"""What each file is called that has the input's content; the folder itself is named as ``.``."""

_STATUSES = {DONE, SKIPPED, WRONG_USE, STORE_UNAVAILABLE}
_SERVES = frozenset({"explore", "push"})
_STARTS = ("--engine", "--metrics-port", "--time-limit", "--workers")
_CHANGES = ("--install-completion", "--show-completion")
_READER = ("--extractor", "appointments")
_READS = frozenset({"build", "watch"})


def commands(data: bytes) -> None:
    """A line for each argument, an empty line, and what its files and standard input hold.

    Everything is run but what serves or sends (``explore``, ``push``); what starts processes finds
    nothing to read. No argument has a slash, so that nothing outside of the folder is touched.
    """
    arguments, content = _split(data)
    if not _SERVES.isdisjoint(arguments):
        return
    given = not any(argument.startswith(_STARTS) for argument in arguments)
    with _folder(content if given else None), _installed(), _own_log():
        answer = CliRunner().invoke(
            app, _read_at_once(arguments), input=content if given else b"", env=_environment()
        )
    error = answer.exception
    if error is not None and not isinstance(error, SystemExit):
        raise error
    assert answer.exit_code in _STATUSES, answer.exit_code
    assert "Traceback (most" not in answer.output


def _split(data: bytes) -> tuple[list[str], bytes]:
    head, _, content = data.partition(b"\n\n")
    lines = head.replace(b"\0", b"").decode("utf-8", "surrogateescape").split("\n")
    arguments = [line.replace("/", "").replace("..", "") for line in lines]
    kept = [one for one in arguments if one != "--debug" and not one.startswith(_CHANGES)]
    return kept, content


def _read_at_once(arguments: Sequence[str]) -> list[str]:
    """The same, with statements read without a language model, and a watch that ends."""
    for place, argument in enumerate(arguments):
        if argument in _READS:
            once = ["--once"] if argument == "watch" else []
            return [*arguments[: place + 1], *once, *_READER, *arguments[place + 1 :]]
    return list(arguments)


@contextmanager
def _folder(content: bytes | None) -> Iterator[None]:
    """Within the block the current folder has a workspace, and files of the content."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(_workspace(), WORKSPACE)
        for name in FILES if content is not None else ():
            Path(name).write_bytes(content or b"")
        if content is not None:  # sources that are watched: none beyond this folder
            Path("sources.txt").write_bytes(content.replace(b"/", b"").replace(b"..", b""))
        yield


@cache
def _workspace() -> Path:
    """A workspace with a meeting that two releases state, and its store."""
    folder = Path(tempfile.mkdtemp(prefix="fuzzing-")) / WORKSPACE
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        for number in (1, 2):
            release, statement = _told(number)
            ledger.record(release, [statement], "1")
    result = CliRunner().invoke(app, ["load", "--data", str(folder)], env=_environment())
    assert result.exit_code == DONE, result.output
    return folder


def _told(number: int) -> tuple[Release, Statement]:
    text = f"Talks {number}\n\nAnna Kask met Oleg Reka in Tallinn on 3 May 2024.\n"
    release = Release(f"release-{number}", f"Talks {number}", "Ministry", text, 9, "2024-05-03")
    one, other = (
        Entity(f"{release.id}#{place}", EntityType.PERSON, name)
        for place, name in enumerate(("Anna Kask", "Oleg Reka"), 1)
    )
    quote = Evidence(release.id, 9, len(text) - 1, text[9:-1], "meets/meet")
    qualifiers = Qualifiers(date="2024-05-03", status=Status.HELD)
    return release, Statement(one, Relation.MEETS, other, (quote,), qualifiers)


@contextmanager
def _installed() -> Iterator[None]:
    """Within the block the example extractor is installed, which needs no language model."""
    place = str(_site())
    sys.path.insert(0, place)
    try:
        yield
    finally:
        sys.path.remove(place)


@contextmanager
def _own_log() -> Iterator[None]:
    """Within the block a command sets up its log, which goes where its messages go."""
    root = logging.getLogger()
    before, root.handlers = root.handlers, []
    try:
        yield
    finally:
        root.handlers = before


@cache
def _site() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="fuzzing-"))
    particulars = folder / "appointments-1.0.dist-info"
    particulars.mkdir()
    shutil.copy(EXTRACTOR, folder)
    (particulars / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: appointments\nVersion: 1.0\n", encoding="utf-8"
    )
    (particulars / "entry_points.txt").write_text(
        "[communique.extractors]\nappointments = appointments:AppointmentExtractor\n",
        encoding="utf-8",
    )
    return folder


def _environment() -> dict[str, str | None]:
    return {"HOME": ".", "COLUMNS": "80", "NO_COLOR": "1"}
