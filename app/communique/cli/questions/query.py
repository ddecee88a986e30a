"""``communique query``: questions from the catalogue, with the evidence for each answer."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.console import say, say_json, say_table
from communique.cli.questions.parameters import Parameters, read_options, read_parameters
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.loaders.store import Store
    from communique.queries.answers import Answer
    from communique.queries.catalogue import Template

query = typer.Typer(help="Ask a question from the catalogue.", no_args_is_help=True)

_LIST_EPILOG = """\
communique query list

communique query list --group people
"""
_SHOW_EPILOG = "communique query show who-met"
_RUN_EPILOG = """\
communique query run who-met --param entity="Jens Stoltenberg" --param since=2023-11

communique query run office-holder --office "President of Latvia" --on 2023-11-20

communique query run operations-of-country -p country=Ukraine --format csv

communique query run timeline -p entity=Europol --json
"""


_RELEASES = (
    "MATCH (r:Release) WHERE r.id IN $ids "
    "RETURN r.id AS id, r.source AS source, r.headline AS headline ORDER BY id"
)
_SECONDS = 30


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@query.command("list", epilog=_LIST_EPILOG)
def list_questions(
    *,
    group: Annotated[
        str | None, typer.Option("--group", metavar="NAME", help="Only those of one group.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the questions by group."""
    from communique.queries.catalogue import Group, catalogue

    if group is not None and group not in set(Group):
        raise WrongUseError(f"there is no group {group!r}; there are {', '.join(Group)}")
    order = list(Group)
    templates = sorted(catalogue().values(), key=lambda t: (order.index(t.group), t.name))
    listed = [template for template in templates if group in {None, template.group}]
    if as_json:
        say_json([_described(template) for template in listed])
        return
    say_table(
        ("group", "name", "question", "parameters"),
        (
            (
                template.group,
                template.name,
                template.question,
                ", ".join(
                    parameter.name if parameter.required else f"[{parameter.name}]"
                    for parameter in template.parameters
                ),
            )
            for template in listed
        ),
    )


@query.command(epilog=_SHOW_EPILOG)
def show(
    name: Annotated[str, typer.Argument(help="Name of a question.")], as_json: AsJson = False
) -> None:
    """Show a question: its parameters, its columns and its Cypher."""
    from communique.queries.catalogue import template

    found = template(name)
    if as_json:
        say_json(_described(found) | {"cypher": found.cypher})
    else:
        say(found.cypher.rstrip())


@query.command(
    epilog=_RUN_EPILOG,
    # what the question declares, it takes as an option too
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def run(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name of a question.")],
    *,
    param: Parameters = None,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TABLE,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Ask a question; `communique query show NAME` tells its parameters.

    Each may be given as --param NAME=VALUE or as --NAME VALUE. An entity may be given by any of its
    names, or by an id it has or had.
    """
    from communique.queries.catalogue import template
    from communique.queries.runner import run as ask

    workspace = Workspace.of(context, data, store)
    found, given, options = template(name), read_parameters(param), read_options(context.args)
    if twice := sorted(given.keys() & options.keys()):
        raise WrongUseError(f"{', '.join(twice)} is given by --param and as an option")
    values = {key: workspace.current_id(value) for key, value in (given | options).items()}
    with workspace.reading() as opened:
        try:
            answer = ask(opened, found, values)
            sources = _sources(opened, answer)
        except ValueError as error:
            raise WrongUseError(str(error)) from error
    if as_json or form is Format.JSON:
        say(answer.to_json().rstrip("\n"))
    elif form is Format.CSV:
        # RFC 4180 line ends and all, and no further one
        typer.echo(answer.to_csv(), nl=False)
    else:
        _say_answer(answer, sources)


def _described(template: "Template") -> dict[str, Any]:
    return {
        "name": template.name,
        "group": str(template.group),
        "question": template.question,
        "phrasings": list(template.phrasings),
        "example": dict(template.example),
        "parameters": [
            {
                "name": parameter.name,
                "kind": str(parameter.kind),
                "types": sorted(parameter.types),
                "required": parameter.required,
                "default": parameter.default,
                "description": parameter.description,
            }
            for parameter in template.parameters
        ],
        "columns": [
            {"name": column.name, "kind": str(column.kind), "description": column.description}
            for column in template.columns
        ],
    }


def _sources(store: "Store", answer: "Answer") -> dict[str, str]:
    """Source and headline of each release that an answer rests on, by its id."""
    names = [column.name for column in answer.columns if column.kind == "release"]
    told = {row[name] for row in answer.rows for name in names if isinstance(row[name], str)}
    ids = sorted(str(release) for release in told)
    found = store.run(_RELEASES, {"ids": ids}, _SECONDS) if ids else None
    return {
        str(row["id"]): ": ".join(str(row[key]) for key in ("source", "headline") if row[key])
        for row in (found.rows if found else ())
    }


def _say_answer(answer: "Answer", sources: dict[str, str]) -> None:
    """The rows as a table, and below it the words that they rest on, each quote once."""
    say(answer.question)
    given = ", ".join(
        f"{name} = {answer.named[name].name if name in answer.named else value}"
        for name, value in answer.parameters.items()
        if value is not None
    )
    say(f"  {given}")
    header, *rows = answer.table()
    if not rows:
        say("nothing in the graph answers that")
        return
    kinds = [column.kind for column in answer.columns if column.kind != "entity"]
    quoted = {place for place, kind in enumerate(kinds) if kind in {"quote", "release"}}
    shown = [
        place
        for place in range(len(header))
        if place not in quoted and any(row[place] for row in rows)
    ]
    say_table(
        ("", *(header[place] for place in shown)),
        ((str(number), *(row[place] for place in shown)) for number, row in enumerate(rows, 1)),
    )
    quotes: dict[tuple[str, str], list[str]] = {}
    for number, row in enumerate(rows, 1):
        told = [row[place] for place in sorted(quoted) if kinds[place] == "release"]
        for place in sorted(quoted):
            if kinds[place] == "quote" and row[place]:
                source = "; ".join(sources.get(release, release) for release in told)
                quotes.setdefault((" ".join(row[place].split()), source), []).append(str(number))
    for (quote, source), numbers in quotes.items():
        say(f"  {', '.join(numbers)}  “{quote}”")
        say(f"      {source}")
    say(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}")
