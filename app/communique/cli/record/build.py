"""``communique build``: read, extract, record, resolve, load."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, fail, progress, say, say_json, warn
from communique.cli.plugins import PRESS, ExtractorName, PluggedExtractor, patterns_for
from communique.cli.record.editions import replaced_plainly, replaced_told
from communique.cli.record.engines.cluster import (
    Address,
    ClusterOptions,
    Engine,
    EngineOption,
    Shards,
    ShardSize,
)
from communique.cli.record.engines.expected import Expected
from communique.cli.record.engines.workers import AUTO, TimeLimit, Workers, reader_of
from communique.cli.record.load import told
from communique.cli.settings import seconds
from communique.cli.workspace import (
    AsJson,
    Data,
    Issuer,
    PatternFolder,
    StoreFile,
    Workspace,
)
from communique.cli.wrong_use import WrongUseError
from communique.graph import LedgerError

if TYPE_CHECKING:
    from communique.builder import BuildReport, Outcome, Projection
    from communique.cluster.extractor import ClusterExtractor
    from communique.feeds import SkippedInput
    from communique.graph import Release
    from communique.loaders.rdf.record.restoring import Restored
    from communique.pool import ExtractorPool

    Reader = PluggedExtractor | ExtractorPool | ClusterExtractor

EPILOG = """\
communique build press-feed.txt

communique build releases/ more.html feed.xml report.pdf

communique build graph.nq.gz --data restored   (what export nquads --ledger wrote)

communique build --source NATO --published 2024-09-12 release.txt

communique build --patterns patterns/ press-feed.txt

communique build --workers 4 --time-limit 30 archive/

communique build --engine ray --address auto --shards s3://bucket/shards s3://bucket/releases

cat feed.txt | communique build - --json
"""
INTERRUPTED = 130
"""Exit status after Ctrl-C."""
SKIPPED = 1
"""Exit status if an input was skipped or could not be read for statements."""

AcceptSkipped = Annotated[
    bool,
    typer.Option(
        "--accept-skipped",
        help="End with status 0 where the rest was built although an input was skipped or failed; "
        "for what starts a build again when it fails.",
    ),
]


def build(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="Files, folders, or - for standard input; docs/input.md has the forms.",
        ),
    ],
    *,
    source: Issuer = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="Day of releases that state none."),
    ] = None,
    extractor: ExtractorName = PRESS,
    patterns: PatternFolder = None,
    workers: Workers = AUTO,
    time_limit: TimeLimit = None,
    engine: EngineOption = Engine.LOCAL,
    address: Address = None,
    shards: Shards = None,
    shard_size: ShardSize = None,
    accept_skipped: AcceptSkipped = False,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Read releases and build the graph.

    Extracts statements, resolves who is who, and brings the store up to date.

    Newswire text, HTML, RSS and Atom, PDF and JSON Lines are told apart by their content. What the
    ledger holds already is not read again. Input that cannot be read is reported, and the rest is
    built all the same (exit status 1, with `--accept-skipped` 0).

    What `communique export nquads --ledger` wrote is put back as it was: statements, judgements and
    ids, without reading the releases again.

    A build that is stopped or killed keeps every release it has recorded, and the next one goes on
    there. Two builds of one workspace run one after the other.

    Where many releases are new, worker processes read them, as many as there are cores. The graph
    does not depend on how many. A release that ends its worker twice, or takes too long there, is
    reported, and the rest is built all the same.

    With `--engine ray` the processes of a Ray cluster read (docs/scale.md). The ledger is the same
    byte for byte; what they read when the build was stopped is not read again.

    A small encoder reads unsure sentences once more; COMMUNIQUE_PRESS_ENCODER=off leaves it out
    (docs/extractors.md).
    """
    started = seconds()
    workspace = Workspace.of(context, data, store)
    cluster = ClusterOptions(engine, address, shards, shard_size, workspace.folder)
    with _interruptible(workspace):
        folder = patterns_for(extractor, context, patterns)
        reader = _reader(extractor, folder, workers, time_limit, cluster)
        quads = _quads(paths)
        others = [path for path in paths if path not in quads]
        expected = Expected.of(others if cluster.engine == Engine.LOCAL else ())
        inputs = _inputs(others, source, published, cluster, expected)
        with workspace.writing():
            restored = _restore(workspace, quads)
            report = restored.added_to(_record(workspace, inputs, reader, expected))
            cluster.tidy()
            with progress("resolving"):
                projection = workspace.updated("build")
                graph = projection.graph
            with progress("loading") as meter:
                loaded = workspace.load(graph, progress=meter)
    returned = workspace.returned() if report.new else []
    if as_json:
        found = {"entities": len(graph.entities), "facts": len(graph.facts)}
        counts = loaded.as_dict() | {"writes": loaded.writes}
        editions = replaced_plainly(projection.counting)
        say_json(
            report.as_dict()
            | {"returned": returned, "editions": editions, "graph": found}
            | {"store": counts, "remarks": reader.remarks}
        )
    else:
        _say_report(report, projection)
        say(f"store     {workspace.store}: {told(loaded)}")
        say(f"time      {seconds() - started:.1f} s")
    for id_ in () if as_json else returned:
        warn(f"again     {id_} had been taken back; the feed still has it")
    for remark in reader.remarks:
        warn(f"remark    {remark}")
    if not (report.complete or accept_skipped):
        raise typer.Exit(SKIPPED)


def _reader(
    name: str, patterns: str | None, workers: str, limit: float | None, cluster: ClusterOptions
) -> "Reader":
    """The extractor of a name, in processes of this machine or of a cluster."""
    made = cluster.reader if cluster.engine == Engine.RAY else reader_of
    return made(name, patterns, workers, limit)


@contextmanager
def _interruptible(workspace: Workspace) -> Iterator[None]:
    """Within the block, Ctrl-C tells what the ledger keeps."""
    try:
        yield
    except KeyboardInterrupt:
        try:
            with workspace.ledger() as ledger:
                kept = ledger.totals().releases
        except LedgerError:  # stopped before there was one
            kept = 0
        fail(f"stopped; the ledger keeps {counted(kept, 'release')}, and the next build goes on")
        raise typer.Exit(INTERRUPTED) from None


def _quads(paths: list[str]) -> list[str]:
    """The files among them that are N-Quads."""
    from communique.loaders.rdf.record.restoring import holds_quads

    return [path for path in paths if holds_quads(path)]


def _restore(workspace: Workspace, quads: list[str]) -> "Restored":
    with progress("restoring releases") as meter:
        return workspace.restore(quads, meter)


def _inputs(
    paths: list[str],
    source: str | None,
    published: str | None,
    cluster: ClusterOptions,
    expected: Expected,
) -> "Iterator[Release | SkippedInput]":
    from communique.feeds import read_releases

    try:
        if cluster.engine == Engine.RAY:
            return cluster.inputs(paths, source, published)
        begun = expected.begin
        return read_releases(paths, source=source, published=published, begun=begun)
    except ValueError as error:
        raise WrongUseError(str(error)) from error


def _record(
    workspace: Workspace,
    inputs: "Iterable[Release | SkippedInput]",
    extractor: "Reader",
    expected: Expected,
) -> "BuildReport":
    done = 0
    with progress("reading releases") as meter:

        def count(_outcome: "Outcome", _title: str) -> None:
            nonlocal done
            done += 1
            meter(done, expected.total)

        return workspace.record(expected.counting(inputs), extractor, count)


def _say_report(report: "BuildReport", projection: "Projection") -> None:
    graph = projection.graph
    cut_off = f", {report.truncated} cut off by the feed" if report.truncated else ""
    again = f", {len(report.duplicates)} given again" if report.duplicates else ""
    say(
        f"read      {counted(report.read, 'release')}: {report.new} new, {report.changed} changed, "
        f"{report.unchanged} unchanged{cut_off}{again}"
    )
    relations = ", ".join(f"{name} {number}" for name, number in report.statements.items())
    total = sum(report.statements.values())
    releases, statements = counted(report.releases, "release"), counted(total, "statement")
    say(f"ledger    {releases}, {statements} ({relations or 'none'})")
    if projection.counting.replaced:
        left_out = replaced_told(projection.counting)
        say(f"editions  {left_out}; `communique releases` shows which, and what counts instead")
    entities, facts = counted(len(graph.entities), "entity"), counted(len(graph.facts), "fact")
    say(f"graph     {entities}, {facts}")
    if projection.contradicted:
        offices = counted(projection.contradicted, "guessed office")
        say(f"offices   {offices} left out that other releases contradict in words")
    for problem in report.skipped:
        title = f" ({problem.title})" if problem.title else ""
        warn(f"skipped   {problem.path}{title}: {problem.reason}")
    for problem in report.failed:
        warn(f"failed    {problem.path} ({problem.title}): {problem.reason}")
