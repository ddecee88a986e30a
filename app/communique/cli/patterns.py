"""``communique patterns``: a user's own pattern files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, fail, progress, say, say_json, warn
from communique.cli.settings import asks_encoder
from communique.cli.workspace import AsJson
from communique.graph import PatternsError

if TYPE_CHECKING:
    from communique.extractors.patterns import Patterns
    from communique.extractors.patterns.examples import Trial

EPILOG = """\
communique patterns check patterns/

communique patterns check patterns/ --json
"""
FAILED = 1
"""Exit status if an example is not read."""
WRONG = 2
"""Exit status if an entry is wrong."""

patterns = typer.Typer(
    no_args_is_help=True,
    help="Your own relation phrases and organisations, as files.",
    rich_markup_mode="rich",
)


@patterns.callback()
def _patterns() -> None:
    """Your own relation phrases and organisations, as files."""


@patterns.command(epilog=EPILOG)
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with pattern files.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Check every entry of a folder and read its example.

    Exit status 1 if an example is not read as its entry says, 2 if an entry is wrong.
    """
    from communique.extractors.patterns import read_patterns

    try:
        found = read_patterns(folder)
    except PatternsError as error:
        if as_json:
            say_json({"faults": list(error.faults) or [str(error)]})
        elif error.faults:
            for fault in error.faults:
                warn(fault)
            fail(f"{folder}: {counted(len(error.faults), 'fault')}")
        else:
            fail(str(error))
        raise typer.Exit(WRONG) from error
    trials = _trials(found)
    if as_json:
        say_json(_summary(found, trials))
    else:
        _say(found, trials)
    if any(trial.failure for trial in trials):
        raise typer.Exit(FAILED)


def _trials(found: "Patterns") -> "list[Trial]":
    from communique.extractors.patterns.examples import try_examples
    from communique.extractors.press import PressExtractor

    with progress("loading the language model"):
        extractor = PressExtractor.load(found, encoder=asks_encoder())
    return list(try_examples(found, extractor))


def _summary(found: "Patterns", trials: "list[Trial]") -> dict[str, object]:
    return {
        "phrases": len(found.frames),
        "organisations": len(found.organisations),
        "examples": len(trials),
        "failures": [
            {"place": t.place, "name": t.name, "reason": t.failure} for t in trials if t.failure
        ],
        "remarks": [
            {"place": t.place, "name": t.name, "remark": t.remark} for t in trials if t.remark
        ],
    }


def _say(found: "Patterns", trials: "list[Trial]") -> None:
    phrases = counted(len(found.frames), "phrase")
    bodies = counted(len(found.organisations), "organisation")
    failed = sum(trial.failure is not None for trial in trials)
    say(f"{phrases}, {bodies}; {counted(len(trials), 'example')}, {failed or 'none'} failing")
    for trial in trials:
        if trial.failure or trial.remark:
            warn(f"{trial.place} ({trial.name}): {trial.failure or trial.remark}")
