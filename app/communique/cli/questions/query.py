"""``communique query``: questions from the catalogue, with the evidence for each answer."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.completion import (
    QuestionCommand,
    complete_group,
    complete_question,
    complete_value,
)
from communique.cli.console import say, say_document, say_json, say_table, warn
from communique.cli.questions.answer import releases_told, say_answer
from communique.cli.questions.parameters import read_options, read_parameters
from communique.cli.questions.question import say_template
from communique.cli.questions.shelf import (
    CHECK_EPILOG,
    OwnFolder,
    Telling,
    check,
    options_again,
    questions,
)
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.queries.answers import Answer
    from communique.queries.catalogue import Template

query = typer.Typer(help="Ask a question from the catalogue.", no_args_is_help=True)
query.command(epilog=CHECK_EPILOG)(check)

_LIST_EPILOG = """\
communique query list

communique query list --group people
"""
_SHOW_EPILOG = """\
communique query show who-met

communique query show who-met --cypher > questions/my-question.cypher
"""
_RUN_EPILOG = """\
communique query run who-met --param entity="Jens Stoltenberg" --param since=2023-11

communique query run office-holder --office "President of Latvia" --on 2023-11-20

communique query run operations-of-country -p country=Ukraine --format csv

communique query run timeline -p entity=Europol --json

communique query run who-met --entity Europol --evidence --format markdown
"""


QuestionParameters = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        "-p",
        metavar="NAME=VALUE",
        help="A value; may be repeated.",
        autocompletion=complete_value,
    ),
]
QuestionName = Annotated[
    str, typer.Argument(help="Name of a question.", autocompletion=complete_question)
]


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


Form = Annotated[
    Format | None, typer.Option("--format", help="How to print; as a table if left out.")
]


def chosen(form: Format | None, *, as_json: bool) -> Format:
    """The way to print that --format and --json ask for.

    Raises:
        WrongUseError: They ask for different ones.
    """
    if as_json and form not in {None, Format.JSON}:
        raise WrongUseError(f"--json and --format {form} cannot be together")
    return Format.JSON if as_json else form or Format.TABLE


@query.command("list", epilog=_LIST_EPILOG)
def list_questions(
    context: typer.Context,
    *,
    group: Annotated[
        str | None,
        typer.Option(
            "--group",
            metavar="NAME",
            help="Only those of one group.",
            autocompletion=complete_group,
        ),
    ] = None,
    queries: OwnFolder = None,
    as_json: AsJson = False,
) -> None:
    """List the questions by group; those of your own that have none are in the group own."""
    from communique.queries.catalogue import Group

    if group is not None and group not in set(Group):
        raise WrongUseError(f"there is no group {group!r}; there are {', '.join(Group)}")
    order = list(Group)
    templates = sorted(
        questions(context, queries, Telling.ALL).values(),
        key=lambda t: (order.index(t.group), t.name),
    )
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
    context: typer.Context,
    name: QuestionName,
    *,
    cypher: Annotated[
        bool, typer.Option("--cypher", help="Print its file as it is, to begin one of your own.")
    ] = False,
    queries: OwnFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show a question: what it takes, what it returns, an example and its Cypher."""
    from communique.queries.catalogue import template

    found = template(name, questions(context, queries, asked=name))
    if as_json:
        say_json(_described(found) | {"cypher": found.cypher})
    elif cypher:
        say(found.cypher.rstrip())
    else:
        say_template(found, options_again(queries))


@query.command(
    cls=QuestionCommand,
    epilog=_RUN_EPILOG,
    # what the question declares, it takes as an option too
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def run(
    context: typer.Context,
    name: QuestionName,
    *,
    param: QuestionParameters = None,
    form: Form = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show every quote that each row rests on.")
    ] = False,
    queries: OwnFolder = None,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Ask a question; `communique query show NAME` tells its parameters.

    Each may be given as --param NAME=VALUE or as --NAME VALUE. An entity may be given by any of its
    names, or by an id it has or had.
    """
    from communique.queries.catalogue import template
    from communique.queries.evidence import with_evidence
    from communique.queries.runner import run as ask

    form = chosen(form, as_json=as_json)
    workspace = Workspace.of(context, data, store)
    found = template(name, questions(context, queries, asked=name))
    given, options = read_parameters(param), read_options(context.args)
    if twice := sorted(given.keys() & options.keys()):
        raise WrongUseError(f"{', '.join(twice)} is given by --param and as an option")
    values = {key: workspace.current_id(value) for key, value in (given | options).items()}
    with workspace.reading() as opened:
        try:
            answer = ask(opened, found, values)
            if evidence:
                answer = with_evidence(opened, answer)
            sources = {} if evidence else releases_told(opened, answer)
        except ValueError as error:
            raise WrongUseError(str(error)) from error
    _warn_of_one_entity(answer)
    if form is Format.JSON:
        say(answer.to_json().rstrip("\n"))
    elif form is Format.CSV:
        # RFC 4180 line ends and all, and no further one
        say_document(answer.to_csv())
    elif form is Format.MARKDOWN:
        say_document(answer.to_markdown())
    else:
        say_answer(answer, sources)


def _warn_of_one_entity(answer: "Answer") -> None:
    """Tell if names that were given for several entities all mean one."""
    meant: dict[str, list[str]] = {}
    for name, entity in answer.named.items():
        meant.setdefault(entity.id, []).append(name)
    for name, *others in meant.values():
        if others:
            both = ", ".join([name, *others[:-1]]) + f" and {others[-1]}"
            warn(f"{both} are one entity, {answer.named[name].name}")


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
