"""``communique evaluate``: how far the extraction agrees with annotated releases."""

import json
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import progress, say, say_json, warn
from communique.cli.settings import asks_encoder
from communique.cli.workspace import AsJson
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.builder import BuildReport, Extractor
    from communique.evaluation import Report

EPILOG = """\
communique evaluate gold/seed

communique evaluate gold/seed --errors

communique evaluate gold/seed --statements statements.jsonl --json
"""
UNREAD = 1
"""Exit status if a release could not be read or extracted."""


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Annotations (*.json) beside texts (*.txt).")
    ],
    statements: Annotated[
        Path | None,
        typer.Option("--statements", metavar="FILE", help="Score this export instead."),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option("--texts", metavar="DIR", help="Texts, if not beside the annotations."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every error.")] = False,
    as_json: AsJson = False,
) -> None:
    """Score statements against annotated releases.

    Without --statements the releases are read, extracted and resolved first, in a ledger of their
    own that is thrown away.
    """
    from communique.evaluation import format_report

    if texts is not None and not texts.is_dir():
        raise WrongUseError(f"{texts}: no such directory")
    unread = 0
    if statements is not None:
        report = scored(gold, texts, statements)
    else:
        with tempfile.TemporaryDirectory(prefix="communique-") as folder:
            unread, export = _extract(gold, texts, Path(folder))
            report = scored(gold, texts, export)
    if as_json:
        say_json(report.as_dict(errors))
    else:
        say(format_report(report, errors))
    if unread:
        raise typer.Exit(UNREAD)


def scored(gold: Path, texts: Path | None, statements: Path) -> "Report":
    """What the scorer says of an export, by the documents beside it."""
    from communique.evaluation import load_documents, load_gold, load_predictions, score

    documents = load_documents(statements.with_name("documents.jsonl"))
    return score(load_gold(gold, texts), load_predictions(statements), documents)


def _extract(gold: Path, texts: Path | None, folder: Path) -> tuple[int, Path]:
    """Export what the releases state; the number of inputs that gave nothing, and the export."""
    from communique.extractors.press import PressExtractor

    releases = annotated(gold, texts)
    with progress("loading the language model"):
        extractor = PressExtractor.load(encoder=asks_encoder())
    report, export = exported(releases, extractor, folder)
    problems = (*report.skipped, *report.failed)
    for problem in problems:
        warn(f"{problem.path}: {problem.reason}")
    return len(problems), export


def exported(
    annotated: Sequence[tuple[Path, str | None]], extractor: "Extractor", folder: Path
) -> "tuple[BuildReport, Path]":
    """Read and resolve annotated releases in a ledger of their own, and export the statements.

    Args:
        annotated: Their texts, with the day that each annotation notes.
        extractor: What reads them.
        folder: Where the ledger and the export go.

    Returns:
        What was read, and the file of statements; the documents are beside it.
    """
    from communique.builder import build, project
    from communique.feeds import read_releases
    from communique.ledger import Ledger
    from communique.loaders.statements import write_documents, write_statements

    releases = chain.from_iterable(
        read_releases([path], published=published) for path, published in annotated
    )
    export = folder / "statements.jsonl"
    with Ledger.open(folder / "ledger.sqlite") as ledger, progress("extracting"):
        report = build(releases, extractor, ledger)
        graph = project(ledger)
        with export.open("w", encoding="utf-8", newline="\n") as out:
            write_statements(graph, out)
        with (folder / "documents.jsonl").open("w", encoding="utf-8", newline="\n") as out:
            write_documents(graph, ledger.release, out)
    return report, export


def annotated(gold: Path, texts: Path | None) -> list[tuple[Path, str | None]]:
    """The texts of the annotated releases, with the day that each annotation notes."""
    found: list[tuple[Path, str | None]] = []
    for path in sorted(gold.rglob("*.json")):
        text = (texts or path.parent) / f"{path.stem}.txt"
        if text.is_file():
            found.append((text, _published(path)))
    if not found:
        raise WrongUseError(f"{gold}: no annotated release (*.json with a *.txt beside it)")
    return found


def _published(annotation: Path) -> str | None:
    """The day of publication an annotation notes; None if it notes none or cannot be read."""
    try:
        noted = json.loads(annotation.read_text(encoding="utf-8")).get("published")
    except (AttributeError, RecursionError, ValueError):
        return None  # the scorer says what is wrong with it
    return noted if isinstance(noted, str) else None
