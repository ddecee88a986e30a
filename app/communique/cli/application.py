"""The application: its commands, and what an error becomes at the terminal."""

import errno
import logging
import os
import sys
from dataclasses import replace
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from communique.cli import patterns
from communique.cli.console import fail, say
from communique.cli.identity.review import review
from communique.cli.output import evaluate, explore, export, push
from communique.cli.questions import ask, cypher, query, why
from communique.cli.record import backup, build, diff, load, releases, retract, verify
from communique.cli.settings import read_settings, settle_threads
from communique.cli.watching import watch
from communique.graph import CommuniqueError, StoreUnavailableError

DONE, SKIPPED, WRONG_USE, STORE_UNAVAILABLE, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 3, 130, 141
"""Exit statuses: done, finished with skipped input, wrong use, no store, stopped by Ctrl-C, and
by the end of who reads the output (as a shell tells of SIGPIPE)."""

_SHOWN = 80
_FULL = frozenset({errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC})
"""When a disk has no room or is broken."""

_EPILOG = """\
Start here:

communique build press-feed.txt

communique query list

communique query run who-met --entity NATO

communique export statements -o statements.jsonl
"""


class _Commands(TyperGroup):
    """The commands, with the project's own errors told in one line."""

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        """Read the command line; Ctrl-C meanwhile is told as later, where typer says nothing."""
        try:
            return super().make_context(*arguments, **options)
        except BrokenPipeError:
            raise _closed_pipe() from None
        except OSError as error:
            if not (told := _told(error)):
                raise
            raise _stopped(told, error) from error
        except KeyboardInterrupt:
            fail("stopped")
            raise typer.Exit(INTERRUPTED) from None

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error gives its message and an exit status, no traceback."""
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            if getattr(ctx.obj, "debug", False):
                raise
            fail(str(error))
            unavailable = isinstance(error, StoreUnavailableError)
            raise typer.Exit(STORE_UNAVAILABLE if unavailable else WRONG_USE) from error
        except BrokenPipeError:
            raise _closed_pipe() from None
        except (OSError, UnicodeEncodeError) as error:
            if getattr(ctx.obj, "debug", False) or not (told := _told(error)):
                raise
            raise _stopped(told, error) from error
        except KeyboardInterrupt:
            fail("stopped; what the ledger had recorded by then is kept")
            raise typer.Exit(INTERRUPTED) from None


def _told(error: OSError | UnicodeEncodeError) -> str:
    """What is wrong with a path, another argument or the output; empty if it is none of these."""
    if isinstance(error, OSError):
        if isinstance(error.filename, str):
            return f"{error.filename[:_SHOWN]}: {error.strerror}"
        return f"the output cannot be written: {error.strerror}" if error.errno in _FULL else ""
    if any(map(_is_stray, error.object[error.start : error.end])):
        return f"{error.object[:_SHOWN]}: holds bytes that are no UTF-8"
    return ""


def _stopped(told: str, error: OSError | UnicodeEncodeError) -> typer.Exit:
    """The end of a command that its arguments or its output have stopped."""
    if isinstance(error, OSError) and error.errno in _FULL:
        _drop_output()
    fail(told)
    return typer.Exit(WRONG_USE)


def _is_stray(character: str) -> bool:
    """Whether it stands for a byte of an argument that is no UTF-8 (PEP 383)."""
    return "\udc80" <= character <= "\udcff"


def _closed_pipe() -> typer.Exit:
    """The end of a command whose output nobody reads on."""
    _drop_output()
    return typer.Exit(CLOSED_PIPE)


def _drop_output() -> None:
    """Have what is still to be written go nowhere, or Python complains of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"communique {version('communique')}")
        raise typer.Exit


@app.callback(epilog=_EPILOG)
def _options(
    context: typer.Context,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show debug messages, and errors with traceback.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Turn press releases into a knowledge graph that shows its sources.

    The exit status is 0 if all was done, 1 if input was skipped or a check failed, 2 after wrong
    use, and 3 if the store is not available.
    """
    settle_threads()
    settings = read_settings()
    settings = replace(settings, debug=settings.debug or debug)
    context.obj = settings
    level = logging.DEBUG if settings.debug else logging.WARNING
    logging.basicConfig(level=level, format="%(name)s: %(message)s")
    for name in ("httpx", "httpcore"):
        # They tell each URL that is asked for with its keys and tokens, which are in no message.
        logging.getLogger(name).setLevel(logging.WARNING)
    if not settings.debug:
        # They tell of hyperlinks and fonts of PDF files, and of pages without text, which is
        # nothing to act on, or told in our words.
        for name in ("pypdf", "trafilatura"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        # Its warnings come again as errors, which are told in our words.
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)


app.command(epilog=build.EPILOG)(build.build)
app.command(epilog=watch.EPILOG)(watch.watch)
app.command(epilog=load.EPILOG)(load.load)
app.command(epilog=releases.EPILOG)(releases.releases)
app.command(epilog=retract.EPILOG)(retract.retract)
app.command(epilog=diff.EPILOG)(diff.diff)
app.command(epilog=verify.EPILOG)(verify.verify)
app.command(epilog=backup.EPILOG)(backup.backup)
app.add_typer(review, name="review")
app.add_typer(patterns.patterns, name="patterns")
app.add_typer(query.query, name="query")
app.command(epilog=ask.EPILOG)(ask.ask)
app.command(epilog=cypher.EPILOG)(cypher.cypher)
app.command(epilog=why.EPILOG)(why.why)
app.command(epilog=explore.EPILOG)(explore.explore)
app.command(help=export.HELP, epilog=export.EPILOG)(export.export)
app.command(epilog=push.EPILOG)(push.push)
app.command(epilog=evaluate.EPILOG)(evaluate.evaluate)
