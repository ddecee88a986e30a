"""``communique export``: the graph as a file that other programs read."""

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.completion import complete_entity
from communique.cli.console import counted, fail, progress, say, warn
from communique.cli.workspace import Data, Workspace, settings_of
from communique.cli.wrong_use import WrongUseError
from communique.graph import KnowledgeGraph
from communique.workspace.exports import FORMATS, Format, Options, Page, check_options
from communique.workspace.exports import export as write
from communique.workspace.exports.rdf import wanted

_SHOWN = 20
"""Violations that are listed."""

_FORMATS = "\n".join(f"{form:<11} {way.what}" for form, way in FORMATS.items())
HELP = f"""\
Write the graph in a format of other programs, which this help lists.

A file whose name ends in .gz is compressed. An option that the format has no use for is refused.

All but statements and neo4j-csv have what you say that entities are elsewhere: a table \
links.csv in the workspace, or the one that COMMUNIQUE_LINKS names, with the columns id, predicate \
(owl:sameAs, skos:exactMatch, skos:closeMatch or rdfs:seeAlso), target (an address) and source \
(who says so). Ids of earlier graphs count as well. docs/partners.md says what to export for which \
program and how to load it there.

\b
{_FORMATS}
"""
EPILOG = """\
communique export statements -o statements.jsonl   (and documents.jsonl beside it)

communique export nquads -o graph.nq.gz --base https://data.example.org/

communique export nquads --check -o graph.nq   (needs the extra communique\\[rdf-check])

communique export nquads --ledger -o graph.nq.gz   (communique build reads it back)

communique export csv -o tables/

communique export neo4j-csv -o import/ && neo4j-admin database import full @import/import.args neo4j

communique export ftm -o graph.ftm.json && ftm validate -i graph.ftm.json -o checked.ftm.json

communique export opencti -o bundle.json --base https://data.example.org/

communique export html -o graph.html --focus "Jens Stoltenberg" --depth 1
"""


def export(
    context: typer.Context,
    form: Annotated[Format, typer.Argument(metavar="FORMAT", show_choices=False)],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="File, else standard output."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="RDF, stix, opencti: where IRIs begin, with / or # at the end; else "
            "COMMUNIQUE_BASE.",
        ),
    ] = None,
    licence: Annotated[
        str | None,
        typer.Option(
            "--licence", metavar="IRI", help="RDF: of the licence; else COMMUNIQUE_LICENCE."
        ),
    ] = None,
    no_evidence_text: Annotated[
        bool,
        typer.Option(
            "--no-evidence-text",
            help="Offsets of quotes without their words (not statements, neo4j-csv, html).",
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="First check as RDF; if it fails, write nothing and say why."),
    ] = False,
    rdf12: Annotated[
        bool,
        typer.Option("--rdf12", help="nquads, trig, turtle: in RDF 1.2, for stores that read it."),
    ] = False,
    ledger: Annotated[
        bool,
        typer.Option(
            "--ledger",
            help="nquads: with releases and statements as they were recorded, for "
            "`communique build` to read back.",
        ),
    ] = False,
    manifest: Annotated[
        bool,
        typer.Option(
            "--manifest",
            help="RDF: beside the file a record for catalogues (DCAT), FILE.dcat.ttl.",
        ),
    ] = False,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            metavar="NAME",
            help="html: the entity in the middle.",
            autocompletion=complete_entity,
        ),
    ] = None,
    depth: Annotated[
        int, typer.Option("--depth", min=1, help="html: steps away from the focus.")
    ] = 2,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="html: no older dated facts.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", min=1, help="html: most entities; else what can be told apart, up to 300."
        ),
    ] = None,
    data: Data = None,
) -> None:
    """Write the graph in a format of other programs; its help lists them."""
    _check_use(context, form, output)
    workspace = Workspace.of(context, data)
    page = Page(focus and workspace.current_id(focus), depth, since, limit)
    base = base or settings_of(context).base
    with workspace.ledger() as held, held.snapshot():
        with progress("resolving"):
            graph = workspace.graph(held)
        if not graph.releases:
            warn(f"{workspace.folder}: there is no release in the ledger, so there are no facts")
        try:
            making = workspace.making(licence or settings_of(context).licence)
            told = (page, base, not no_evidence_text, rdf12, held if ledger else None, making)
            options = Options(*told, manifest, warn, held.release)
            if check:
                _check(graph, options)
            written = write(graph, form, output, options)
        except ValueError as error:
            raise WrongUseError(str(error)) from error
    if FORMATS[form].folder:
        for path in written:
            say(str(path))
    elif output is not None:
        facts = counted(len(graph.facts), "fact")
        releases = counted(len(graph.releases), "release")
        say(f"{output}: {facts} of {releases}")


def _check_use(context: typer.Context, form: Format, output: Path | None) -> None:
    """Refuse what cannot be for the format, before anything is read."""
    if FORMATS[form].folder and output is None:
        raise WrongUseError(f"{form} is a folder of several files; name it with -o DIR")
    try:
        check_options(form, _given(context))
    except ValueError as error:
        raise WrongUseError(str(error)) from error


def _given(context: typer.Context) -> dict[str, str]:
    """The options on the command line that not every format takes, by their names in Python."""
    some = set[str]().union(*(way.takes for way in FORMATS.values()))
    given: dict[str, str] = {}
    for option in context.command.params:
        name = (option.name or "").removeprefix("no_")
        source = context.get_parameter_source(option.name or "")
        if name in some and source is not None and source.name == "COMMANDLINE":
            given[name] = option.opts[0]
    return given


def _check(graph: KnowledgeGraph, options: Options) -> None:
    """Tell what would be wrong in the graph as RDF, and stop if anything is."""
    from communique.loaders.conformance import check

    with progress("checking"):
        violations = check(graph, wanted(options))
    if not violations:
        return
    for violation in violations[:_SHOWN]:
        warn(str(violation))
    more = len(violations) - _SHOWN
    rest = f", {more} more than are shown" if more > 0 else ""
    fail(f"nothing was written: {counted(len(violations), 'violation')}{rest}")
    raise typer.Exit(1)
