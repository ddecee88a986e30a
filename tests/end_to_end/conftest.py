"""The seed, read once: as a feed through the command line, and release by release for the score."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.builder import build, project
from communique.cli.application import app
from communique.evaluation import Report, load_documents, load_gold, load_predictions, score
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.ledger import Ledger
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.statements import write_documents, write_statements
from communique.queries.catalogue import template
from communique.queries.names import Names
from communique.queries.runner import run

Rows = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Seed:
    """A workspace built from the seed feed by the command line.

    Attributes:
        feed: The feed file.
        text: Its characters.
        data: The workspace.
        first: Report of the build.
        second: Report of the same build once more.
    """

    feed: Path
    text: str
    data: Path
    first: dict[str, Any]
    second: dict[str, Any]


@pytest.fixture(scope="session")
def seed(gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Seed:
    feed = gold / "seed-feed.txt"
    data = tmp_path_factory.mktemp("seed")

    def report() -> dict[str, Any]:
        result = CliRunner().invoke(app, ["build", str(feed), "--data", str(data), "--json"])
        assert result.exit_code == 0, result.output
        parsed: dict[str, Any] = json.loads(result.stdout)
        return parsed

    return Seed(feed, feed.read_text(encoding="utf-8"), data, report(), report())


@pytest.fixture(scope="session")
def store(seed: Seed) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore(seed.data / "store.kgl", read_only=True)
    yield store
    store.close()


@pytest.fixture(scope="session")
def ask(store: EmbeddedStore) -> Callable[..., Rows]:
    """The rows of a question template asked of the seed's store."""
    names = Names.of(store)

    def ask(name: str, **values: object) -> Rows:
        return [dict(row) for row in run(store, template(name), values, names).rows]

    return ask


@pytest.fixture(scope="session")
def extractor() -> PressExtractor:
    return PressExtractor.load()


@pytest.fixture(scope="session")
def scored(
    extractor: PressExtractor, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], Report]:
    """The score of what is read in the annotated releases of a folder; each folder is read once."""
    reports: dict[Path, Report] = {}

    def scored(folder: Path) -> Report:
        if folder not in reports:
            reports[folder] = _score(extractor, folder, tmp_path_factory.mktemp(folder.name))
        return reports[folder]

    return scored


def _score(extractor: PressExtractor, folder: Path, work: Path) -> Report:
    texts = sorted(str(path) for path in folder.glob("*.txt"))
    with Ledger.open(work / "ledger.sqlite") as ledger:
        report = build(read_releases(texts), extractor, ledger)
        graph = project(ledger)
        statements, documents = work / "statements.jsonl", work / "documents.jsonl"
        with statements.open("w", encoding="utf-8") as out:
            write_statements(graph, out)
        with documents.open("w", encoding="utf-8") as out:
            write_documents(graph, ledger.release, out)
    assert (report.skipped, report.failed) == ((), ())
    return score(load_gold(folder), load_predictions(statements), load_documents(documents))
