"""The examples of docs/extractors.md do what the page says, and are what it shows."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.evaluation.annotation.gold import load_gold

Build = Callable[..., set[tuple[str, str, str, str]]]


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "extractors.md").read_text(encoding="utf-8")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build in a process and a workspace of its own; the statements by names, with their rule."""

    def build(
        *arguments: object, site: Path | None = None, data: str = "data"
    ) -> set[tuple[str, str, str, str]]:
        environment = {n: value for n, value in os.environ.items() if "COMMUNIQUE" not in n}
        environment["COMMUNIQUE_DATA"] = str(tmp_path / data)
        if site is not None:
            environment["PYTHONPATH"] = str(site)

        def run(*line: object) -> str:
            done = subprocess.run(  # noqa: S603  # our own interpreter and program
                [sys.executable, "-m", "communique", *map(str, line)],
                capture_output=True,
                check=False,
                encoding="utf-8",
                env=environment,
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        run("build", *arguments)
        facts = [json.loads(line) for line in run("export", "statements").splitlines()]
        return {
            (f["subject"]["name"], f["predicate"], f["object"]["name"], f["evidence"][0]["rule"])
            for f in facts
        }

    return build


def shown(page: str, language: str) -> list[str]:
    """The code blocks of the page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_the_readme_links_the_page(root: Path) -> None:
    assert "(docs/extractors.md)" in (root / "README.md").read_text(encoding="utf-8")


def test_the_page_shows_the_pattern_files_as_they_are(root: Path, page: str) -> None:
    folder = root / "examples" / "patterns"
    files = [
        (folder / name).read_text(encoding="utf-8")
        for name in ("relations.jsonl", "organisations.jsonl")
    ]

    assert shown(page.partition("## 2. ")[0], "json") == files


def test_the_annotated_release_of_the_page_is_one(page: str, tmp_path: Path) -> None:
    _, section = page.split("## Measuring a reading")
    text = re.search(r"```\n(.*?)```", section, re.DOTALL)
    assert text is not None
    (tmp_path / "talks.txt").write_text(text[1], encoding="utf-8")
    (annotation,) = shown(section, "json")
    (tmp_path / "talks.json").write_text(annotation, encoding="utf-8")

    (document,) = load_gold(tmp_path)

    assert document.text is not None
    assert document.text.startswith(f"{document.title}\n")
    assert [triple.predicate for triple in document.triples if triple.optional] == ["VISITS"]


def test_the_page_shows_the_extractor_as_it_is(root: Path, page: str) -> None:
    folder = root / "examples" / "extractor"
    (module,) = shown(page, "python")
    entry_point, _settings, _encoder = shown(page, "toml")

    assert module in (folder / "appointments.py").read_text(encoding="utf-8")
    assert entry_point in (folder / "pyproject.toml").read_text(encoding="utf-8")


def test_the_page_quotes_the_release_as_it_is(root: Path, page: str) -> None:
    release = (root / "examples" / "patterns" / "release.txt").read_text(encoding="utf-8")
    quoted = re.findall(r"^> (.+)$", page, re.MULTILINE)

    assert quoted
    assert [line for line in quoted if line not in release.splitlines()] == []


@pytest.mark.model
def test_the_example_patterns_pass_their_check(root: Path) -> None:
    done = subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-m", "communique", "patterns", "check", root / "examples" / "patterns"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 phrases, 2 organisations; 4 examples, none failing\n"


@pytest.mark.model
def test_the_example_patterns_find_what_the_rules_alone_do_not(root: Path, build: Build) -> None:
    folder = root / "examples" / "patterns"

    without = build(folder / "release.txt", data="without")
    found = build("--patterns", folder, folder / "release.txt")

    assert found - without == {
        ("Anna Kask", "MEETS", "Oļegs Reka", "desk/caucus"),
        ("Norway", "FUNDS", "Baltic Harbour Watch", "desk/underwrite"),
        ("Frontex", "SUPPORTS", "Baltic Harbour Watch", "supports/support"),
    }


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    """A folder with the example extractor installed in it, from its wheel."""
    project = tmp_path / "project"
    shutil.copytree(root / "examples" / "extractor", project)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=project, capture_output=True, check=True)  # noqa: S603
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    return tmp_path / "site"


def test_the_example_extractor_reads_by_its_entry_point(
    tmp_path: Path, site: Path, build: Build
) -> None:
    release = tmp_path / "release.txt"
    release.write_text(
        "A new director\n\nSource: Harbour Council\n\n"
        "The Harbour Council appointed Anna Kask as Director.\n",
        encoding="utf-8",
    )

    found = build("--extractor", "appointments", release, site=site)

    assert found == {("Harbour Council", "APPOINTS", "Anna Kask", "appointments/appointed-as")}
