"""``communique watch``: poll folders and feeds, and keep the graph up to date."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.output.push import target_of
from communique.cli.plugins import PRESS, ExtractorName, extractor_of, patterns_for
from communique.cli.record.engines.workers import number_of
from communique.cli.settings import has_proxy, moment
from communique.cli.watching.status import say_status
from communique.cli.workspace import Data, Issuer, PatternFolder, StoreFile, Workspace
from communique.cli.wrong_use import WrongUseError
from communique.graph import RELEASE_SECONDS
from communique.loaders.sparql.target import Route

if TYPE_CHECKING:
    from communique.builder import Extractor
    from communique.watching.polling import Polling
    from communique.watching.source import Source

EPILOG = """\
communique watch inbox/ https://www.example.org/rss.xml

communique watch --list sources.txt --every 1h --follow --push http://127.0.0.1:3030/communique/data

communique watch --list sources.txt --once   (for cron)

communique watch --status
"""
TROUBLE = 1
"""Exit status of one round if a source or a release could not be read, or something not written."""


def watch(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|URL…", help="Folders, files, and RSS or Atom feeds."),
    ] = None,
    *,
    every: Annotated[
        str, typer.Option("--every", metavar="TIME", help="How often: 30s, 15m, 2h, 1d.")
    ] = "15m",
    once: Annotated[
        bool, typer.Option("--once", help="Look at all once, and end (exit status 1: trouble).")
    ] = False,
    listed: Annotated[
        Path | None,
        typer.Option("--list", metavar="FILE", help="Further sources, one a line; # comments."),
    ] = None,
    follow: Annotated[
        bool,
        typer.Option("--follow", help="Fetch the articles that feeds of mere summaries link to."),
    ] = False,
    push: Annotated[
        str | None,
        typer.Option("--push", metavar="URL", help="SPARQL server to keep up to date as well."),
    ] = None,
    push_by: Annotated[
        Route, typer.Option("--push-by", help="What that URL is: a Graph Store, or SPARQL Update.")
    ] = Route.GRAPH_STORE,
    status: Annotated[
        bool,
        typer.Option("--status", help="Say how it goes, and end (exit status 1: not well)."),
    ] = False,
    health: Annotated[
        Path | None,
        typer.Option("--health", metavar="FILE", help="Health file; else DATA/health.json."),
    ] = None,
    metrics: Annotated[
        Path | None,
        typer.Option(
            "--metrics", metavar="FILE", help="Metrics for Prometheus's node exporter (.prom)."
        ),
    ] = None,
    metrics_port: Annotated[
        int | None,
        typer.Option(
            "--metrics-port", min=1, max=65535, help="Port of this machine to ask for the metrics."
        ),
    ] = None,
    source: Issuer = None,
    answer_time: Annotated[
        str, typer.Option("--answer-time", metavar="TIME", help="For one answer of a server.")
    ] = "60s",
    largest: Annotated[
        float, typer.Option("--largest", metavar="MB", min=0.001, help="Size of an answer.")
    ] = 20.0,
    workers: Annotated[
        str, typer.Option("--workers", metavar="N|auto", help="Processes that read releases.")
    ] = "1",
    time_limit: Annotated[
        float,
        typer.Option(
            "--time-limit", metavar="SECONDS", min=0.1, help="How long a release may take."
        ),
    ] = RELEASE_SECONDS,
    extractor: ExtractorName = PRESS,
    patterns: PatternFolder = None,
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Watch folders and feeds, and keep the graph up to date.

    Looks at every source again and again, reads what is new, and brings the
    store, and a SPARQL server, up to date. A feed is asked only for what has
    changed. A source that fails is tried more and more rarely, and never
    stops the others. docs/watch.md has a unit for systemd.

    Ctrl-C or SIGTERM ends it when the releases at hand are recorded, a second
    one at once. What was not done is done after the next start.
    """
    workspace = Workspace.of(context, data, store)
    health = health or workspace.folder / "health.json"
    if status:
        raise typer.Exit(say_status(health, moment()))
    from communique.watching.round import Plan, Rounds
    from communique.watching.schedule import Schedule

    found = _sources(sources or [], listed)
    schedule = Schedule(_seconds("--every", every))
    polling = _polling(source, follow, answer_time, largest)
    number = number_of(workers, extractor)
    folder = patterns_for(extractor, context, patterns)
    make = partial(_reader, extractor, folder, number, time_limit)
    make()  # wrong use is to be told now, and not in the first round
    target = None if push is None else target_of(context, push, push_by)
    rounds = Rounds(workspace, Plan(found, polling, schedule, make, target, patient=once))
    from communique.cli.watching.run import Places, run

    if not run(rounds, Places(health, metrics, metrics_port), once=once):
        raise typer.Exit(TROUBLE)


def _sources(named: list[str], listed: Path | None) -> "tuple[Source, ...]":
    """The sources, each once, in the order they were named."""
    from communique.watching.source import Source

    texts = [*named, *(_lines(listed) if listed else [])]
    if not texts:
        raise WrongUseError("what is to be watched? name folders or feeds, or a --list of them")
    try:
        found = {source.key: source for source in map(Source.of, texts)}
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    for source in found.values():
        if not source.is_web and not Path(source.address).exists():
            raise WrongUseError(
                f"{source.address}: does not exist; check the spelling (a feed begins with https://)"
            )
    return tuple(found.values())


def _lines(listed: Path) -> list[str]:
    try:
        lines = listed.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise WrongUseError(f"{listed}: cannot be read: {error}") from error
    return [text for line in lines if (text := line.strip()) and not text.startswith("#")]


def _reader(name: str, patterns: str | None, workers: int, seconds: float) -> "Extractor":
    """Reads in processes of their own: memory goes with them, and a release that ends one fails."""
    from communique.pool import ExtractorPool

    version = extractor_of(name, patterns).version
    make = partial(extractor_of, name, patterns)
    return ExtractorPool(make, version, workers, seconds=seconds, enough=0)


def _polling(issuer: str | None, follow: bool, answer_time: str, largest: float) -> "Polling":
    from communique.watching.polling import Polling
    from communique.watching.web.feed import Way
    from communique.watching.web.fetching import Limits

    limits = Limits(_seconds("--answer-time", answer_time), round(largest * 1_000_000))
    return Polling(moment, Way(issuer, follow), limits, has_proxy)


def _seconds(option: str, text: str) -> float:
    from communique.watching.schedule import seconds_of

    try:
        return seconds_of(text)
    except ValueError as error:
        raise WrongUseError(f"{option}: {error}") from error
