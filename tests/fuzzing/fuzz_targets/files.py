"""Files that people keep beside a ledger, and the ledger itself."""

import json
import tempfile
from contextlib import suppress
from pathlib import Path

from communique.builder.links import read_links
from communique.cli.identity.judgements import read_judgements
from communique.cli.settings import read_settings
from communique.cli.wrong_use import WrongUseError
from communique.extractors.patterns.folder import read_patterns
from communique.graph import CommuniqueError
from communique.ledger import Ledger
from communique.loaders.rdf.record.restoring import restore


def judgements(data: bytes) -> None:
    """Judgements are taken by a ledger and come back, or their file is refused with a reason."""
    with tempfile.TemporaryDirectory() as folder, suppress(WrongUseError, CommuniqueError):
        found = list(read_judgements(_file(folder, "judgements.jsonl", data)))
        with Ledger.open(Path(folder) / "ledger.sqlite") as held:
            held.judgements.add(found)
            kept = held.judgements.all()
        assert set(kept) <= set(found)
        lines = "".join(f"{json.dumps(item.as_dict(), ensure_ascii=False)}\n" for item in kept)
        assert tuple(read_judgements(_file(folder, "kept.jsonl", lines.encode()))) == kept


def links(data: bytes) -> None:
    """A table of links is read, or refused."""
    with tempfile.TemporaryDirectory() as folder, suppress(CommuniqueError):
        for item in read_links(_file(folder, "links.csv", data)):
            item.link.target.encode()


def patterns(data: bytes) -> None:
    """A pattern file is read, or refused."""
    with tempfile.TemporaryDirectory() as folder, suppress(CommuniqueError):
        _file(folder, "own.jsonl", data)
        read_patterns(Path(folder))


def settings(data: bytes) -> None:
    """A file of settings is read, or refused."""
    with tempfile.TemporaryDirectory() as folder, suppress(CommuniqueError):
        _file(folder, "communique.toml", data)
        read_settings({}, Path(folder))


def quads(data: bytes) -> None:
    """N-Quads are put into a ledger that holds together, or reported."""
    with tempfile.TemporaryDirectory() as folder:
        path = _file(folder, "ledger.nq", data)
        with Ledger.open(Path(folder) / "ledger.sqlite") as held:
            restore([path], held, lambda _done: None)
            assert not list(held.mismatches())


def ledger(data: bytes) -> None:
    """A file in the place of a ledger is read, or refused."""
    with (
        tempfile.TemporaryDirectory() as folder,
        suppress(CommuniqueError),
        Ledger.open(_file(folder, "ledger.sqlite", data), create=False) as held,
    ):
        list(held.mismatches())
        list(held.entries())
        held.judgements.all()


def _file(folder: str, name: str, data: bytes) -> Path:
    path = Path(folder) / name
    path.write_bytes(data)
    return path
