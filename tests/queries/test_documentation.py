"""The page of questions shows what the sample feed answers today."""

import re
import shlex
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.application import app
from communique.extractors.model import PACKAGES
from communique.loaders.embedded import EmbeddedStore
from communique.queries.ask import Asker
from communique.queries.catalogue import catalogue
from communique.queries.catalogue.wording import asked, command
from communique.queries.documentation import main, page

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def sample(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the sample feed, as the bigger language model reads it."""
    used = next(name for name in PACKAGES if find_spec(name) is not None)
    if "_md" not in used:
        pytest.skip("the page has the answers of the bigger language model")
    data = tmp_path_factory.mktemp("sample")
    feed = root / "examples" / "press-feed.txt"
    result = CliRunner().invoke(app, ["build", str(feed), "--data", str(data)])
    assert result.exit_code == 0, result.output
    return data / "store.kgl"


def test_the_page_is_what_the_script_makes(sample: Path, root: Path, tmp_path: Path) -> None:
    main([str(sample), str(tmp_path / "questions.md")])

    made = (tmp_path / "questions.md").read_text(encoding="utf-8")
    assert made == (root / "docs" / "questions.md").read_text(encoding="utf-8")


def test_every_example_has_an_answer_on_the_page(sample: Path) -> None:
    store = EmbeddedStore(sample, read_only=True)
    text = page(store)
    store.close()

    answers = {part.split("\n")[0]: part for part in text.split("\n### ")[1:]}
    assert answers.keys() == catalogue().keys()
    for name, template in catalogue().items():
        shown = answers[name]
        assert template.question in shown
        rows = [line for line in shown.split(command(template))[1].split("\n") if "|" in line]
        assert len(rows) > 2, name


@pytest.mark.parametrize("name", catalogue())
def test_an_example_is_written_as_it_is_typed(name: str, sample: Path) -> None:
    words = shlex.split(command(catalogue()[name]))
    result = CliRunner().invoke(app, [*words[1:], "--data", str(sample.parent), "--json"])

    assert result.exit_code == 0, result.output


def test_the_words_of_an_example_are_understood(sample: Path) -> None:
    store = EmbeddedStore(sample, read_only=True)
    templates = catalogue()
    asker = Asker(store, templates)
    meant = {}
    for name, template in templates.items():
        words = asked(template)
        assert words is not None
        reading = asker.ask(words, date(2024, 11, 1)).reading
        meant[name] = reading and reading.template
    store.close()

    assert meant == {name: name for name in templates}


def test_the_queries_in_sparql_are_about_entities_of_the_sample_feed(
    sample: Path, root: Path
) -> None:
    store = EmbeddedStore(sample, read_only=True)
    ids = {row["id"] for row in store.run("MATCH (n:Entity) RETURN n.id AS id", {}, 30).rows}
    store.close()
    files = sorted((root / "examples" / "sparql").glob("*.rq"))

    asked = {file.name: re.findall(r"\be:([\w-]+)", file.read_text("utf-8")) for file in files}

    assert {name: [one for one in about if one not in ids] for name, about in asked.items()} == {
        file.name: [] for file in files
    }
