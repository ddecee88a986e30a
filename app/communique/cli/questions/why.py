"""``communique why``: what was understood of a sentence or a release."""

import os.path
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.console import counted, progress, say_json, warn
from communique.cli.questions.account import described, say_accounts
from communique.cli.settings import asks_encoder
from communique.cli.workspace import AsJson, Data, PatternFolder, Workspace, pattern_folder
from communique.cli.wrong_use import WrongUseError
from communique.graph import Release
from communique.ontology import Relation

if TYPE_CHECKING:
    from communique.extractors.explanation.scope import Scope
    from communique.extractors.press import PressExtractor
    from communique.feeds import SkippedInput

EPILOG = """\
communique why "Minister Ana Duran met Minister Carl Berg in Lisbon."

communique why "The ministers did not meet." --relation MEETS

communique why "He visited Riga today." --source NATO --published 2024-09-12

communique why release.txt --about "Carl Berg" --most 10

communique why --release "NATO leaders meet in Tallinn" --json
"""
SKIPPED = 1
"""Exit status if an input was skipped."""
_TITLE = "Example"
"""Title of the release that a sentence given by itself becomes."""
_FEWEST = 2
"""Words of the shortest sentence."""


def why(
    context: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[SENTENCE|PATH]", help="A sentence, or a file or folder as build reads it."
        ),
    ] = None,
    *,
    release: Annotated[
        str | None,
        typer.Option(
            "--release", metavar="RELEASE", help="Identifier or title of a release in the ledger."
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="NAME", help="Only what speaks of somebody of this name."),
    ] = None,
    relation: Annotated[
        str | None,
        typer.Option("--relation", metavar="RELATION", help="Only one relation, such as MEETS."),
    ] = None,
    most: Annotated[
        int,
        typer.Option("--most", min=0, metavar="N", help="Most refused candidates of a sentence."),
    ] = 3,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Issuer, if the text names none."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="Day, if the text states none."),
    ] = None,
    patterns: PatternFolder = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show what was understood of a sentence or a release, and why no more.

    For each sentence: whom its names, titles, pronouns and descriptions mean (means), which rules
    found what (rules), what is stated in the end (states), and what is not (refused): candidates
    that are too unlikely, with the features that weigh most for and against, and phrases that are
    denied, wished, quoted, or said of the wrong types.
    """
    from communique.extractors.explanation.scope import Scope

    scope = Scope(about, _relation(relation), most)
    inputs = _inputs(what, release, Workspace.of(context, data), source, published)
    told = _told(inputs, pattern_folder(context, patterns), scope, as_json)
    if as_json:
        say_json(told)
    skipped = [item for item in inputs if not isinstance(item, Release)]
    for item in skipped:
        warn(f"skipped   {item.path}{f' ({item.title})' if item.title else ''}: {item.reason}")
    if skipped:
        raise typer.Exit(SKIPPED)


def _relation(name: str | None) -> Relation | None:
    if name is None:
        return None
    try:
        return Relation(name.upper())
    except ValueError:
        raise WrongUseError(f"no relation {name!r}; there are {', '.join(Relation)}") from None


def _inputs(
    what: str | None,
    release: str | None,
    workspace: Workspace,
    source: str | None,
    published: str | None,
) -> "list[Release | SkippedInput]":
    """The releases asked for, before any model is loaded."""
    if release is not None and what is None:
        return [_recorded(workspace, release)]
    if what is None or release is not None:
        raise WrongUseError("give a sentence, a path or --release, one of them")
    if what != "-" and not os.path.exists(what):
        return [_example(what, source, published)]
    from communique.feeds import read_releases

    try:
        return list(read_releases([what], source=source, published=published))
    except ValueError as error:
        raise WrongUseError(str(error)) from error


def _recorded(workspace: Workspace, wanted: str) -> Release:
    """The release of the ledger with that identifier, title, or words of a title."""
    folded = " ".join(wanted.split()).casefold()
    if not folded:
        raise WrongUseError("--release needs an identifier or a title; see `communique releases`")
    with workspace.ledger() as ledger, ledger.snapshot():
        if wanted in ledger.release_digests():
            return ledger.release(wanted)
        held = [(r.id, " ".join(r.title.split()).casefold()) for r in ledger.particulars()]
        titled = [id_ for id_, title in held if title == folded]
        found = titled or [id_ for id_, title in held if folded in title]
        if len(found) == 1:
            return ledger.release(found[0])
    if found:
        raise WrongUseError(f"{counted(len(found), 'release')} fit {wanted!r}: {', '.join(found)}")
    raise WrongUseError(
        f"the ledger holds no release {wanted!r}; `communique releases` lists what it holds"
    )


def _example(sentence: str, source: str | None, published: str | None) -> Release:
    """A release of one sentence."""
    from communique.feeds import Draft, published_day
    from communique.feeds.publication import stated_day

    words = len(sentence.split())
    if words < _FEWEST:
        fault = "is no file, and too short for a sentence" if words else "the text is empty"
        raise WrongUseError(f"{sentence.strip()} {fault}".strip())
    day = stated_day(published) if published else None
    if published and day is None:
        raise WrongUseError(f"{published!r} is no day; write it as 2023-11-20")
    draft = Draft.composed(_TITLE, sentence, source or "")
    day = day or published_day(draft.text, draft.body)
    return Release("sentence", draft.title, draft.source, draft.text, draft.body, day)


def _told(
    inputs: "list[Release | SkippedInput]", patterns: Path | None, scope: "Scope", as_json: bool
) -> list[dict[str, Any]]:
    """What was understood of each release, printed at once unless it is wanted as JSON."""
    from communique.extractors.explanation.accounts import accounts

    told: list[dict[str, Any]] = []
    releases = [item for item in inputs if isinstance(item, Release)]
    if not releases:
        return told
    extractor = _extractor(patterns)
    for release in releases:
        explanation = extractor.explain(release)
        found = [account for account in accounts(explanation, scope) if account.told]
        if as_json:
            told.append(described(explanation, found))
        else:
            say_accounts(explanation, found, titled=release.title != _TITLE)
    return told


def _extractor(patterns: Path | None) -> "PressExtractor":
    from communique.extractors.patterns import NO_PATTERNS, read_patterns
    from communique.extractors.press import PressExtractor

    found = NO_PATTERNS if patterns is None else read_patterns(patterns)
    with progress("loading the language model"):
        return PressExtractor.load(found, encoder=asks_encoder())
