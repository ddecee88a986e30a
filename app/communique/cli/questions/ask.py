"""``communique ask``: a question in plain English, answered by the template that it means."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.console import fail, say, say_document, say_json, warn
from communique.cli.questions.answer import releases_told, say_answer
from communique.cli.questions.query import Form, Format, chosen
from communique.cli.questions.shelf import OwnFolder, options_again, questions
from communique.cli.settings import extractor_settings
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace
from communique.cli.wrong_use import WrongUseError
from communique.workspace.clock import today as today_here

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.loaders.store import Store
    from communique.queries.answers import Answer
    from communique.queries.ask import Reading, Reply
    from communique.queries.catalogue import Template

EPILOG = """\
communique ask "Who met Jens Stoltenberg in November 2023?"

communique ask "Which Latvian officials have talked to NATO since the Vilnius Summit?" --explain

communique ask "operations of Europol" --format csv
"""
_NOT_UNDERSTOOD = 2


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In plain English.")],
    *,
    explain: Annotated[
        bool,
        typer.Option("--explain", "--dry-run", help="Tell how it is understood; ask nothing."),
    ] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help='Day that "last week" is counted from.'),
    ] = None,
    form: Form = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show every quote that each row rests on.")
    ] = False,
    llm: Annotated[
        bool,
        typer.Option(
            "--llm",
            help="Let the model of COMMUNIQUE_LLM_URL choose the question; it writes no Cypher.",
        ),
    ] = False,
    queries: OwnFolder = None,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Ask a question in plain English.

    It finds the question of the catalogue that says the same, and fills in names, dates and
    numbers. What it has understood stands before the answer, as a command to run again or to
    change; below stands what else may have been meant. If nothing fits, it says so, and the exit
    status is 2.
    """
    form = chosen(form, as_json=as_json)
    templates, day = questions(context, queries), _day(today)
    with Workspace.of(context, data, store).reading() as opened:
        reply = _understood(opened, question, templates, day, by_model=llm)
        answer = None if explain else _answer(opened, reply, templates, evidence=evidence)
        sources = releases_told(opened, answer) if answer and not evidence else {}
    again = options_again(queries, data, store)
    if form is Format.JSON:
        say_json(_described(reply, answer, again))
    else:
        _say(reply, answer, sources, form, again)
    if reply.reading is None:
        raise typer.Exit(_NOT_UNDERSTOOD)


def _day(given: str | None) -> date:
    try:
        return date.fromisoformat(given) if given else today_here()
    except ValueError as error:
        raise WrongUseError(f"--today {given!r} is no day; write 2023-11-20") from error


def _understood(
    store: "Store",
    question: str,
    templates: "Mapping[str, Template]",
    day: date,
    *,
    by_model: bool,
) -> "Reply":
    """What the question means; if a model chooses, the own readings stand beside its choice."""
    from communique.queries.ask import Asker
    from communique.queries.names import Names

    names = Names.of(store)
    own = Asker(store, templates, names).ask(question, day)
    if not by_model:
        return own
    from communique.extractors.llm import make_endpoint
    from communique.queries.ask.choosing import choose, reply_of

    choice = choose(make_endpoint(extractor_settings("llm")), question, templates)
    chosen = reply_of(choice, question, templates, names, day)
    beside = [own.reading, *own.others] if own.reading else list(own.others)
    taken = chosen.reading.template if chosen.reading else None
    others = tuple(other for other in beside if other.template != taken)
    return replace(chosen, others=others[:3])


def _answer(
    store: "Store", reply: "Reply", templates: "Mapping[str, Template]", *, evidence: bool
) -> "Answer | None":
    from communique.queries.evidence import with_evidence
    from communique.queries.runner import run

    if reply.reading is None:
        return None
    try:
        answer = run(store, templates[reply.reading.template], reply.reading.parameters)
        return with_evidence(store, answer) if evidence else answer
    except ValueError as error:
        raise WrongUseError(str(error)) from error


def _say(
    reply: "Reply", answer: "Answer | None", sources: dict[str, str], form: Format, again: str
) -> None:
    """Reading, answer and what else may be meant; only the answer goes into a file of data."""
    tell = say if form is Format.TABLE else warn
    if reply.reading is None:
        fail(reply.refusal)
    else:
        _tell_reading(reply.reading, tell, again)
    if answer is not None:
        match form:
            case Format.CSV:
                say_document(answer.to_csv())
            case Format.MARKDOWN:
                say_document(answer.to_markdown())
            case _:
                say_answer(answer, sources)
    if reply.others:
        tell("did you mean" if reply.reading is None else "or did you mean")
        for other in reply.others:
            tell(f"  {other.question}")
            tell(f"    {other.command}{again}")


def _tell_reading(reading: "Reading", tell: Any, again: str) -> None:
    """Template, parameters and the words that each comes from."""
    why = "as the model chose" if reading.by_model else f"like “{reading.phrasing}”"
    tell(f"understood as {reading.template}, {why}")
    for name, filled in reading.values.items():
        value = f"{filled.named.name} ({filled.value})" if filled.named else filled.value
        tell(f"  {name} = {value}, from “{filled.words}”")
    for words, year in reading.supplied.items():
        tell(f"  “{words}” is taken to be in {year}, the last that the releases cover")
    for words in reading.unused:
        tell(f"  “{words}” was not used: this question has no place for it")
    tell(f"  {reading.command}{again}")


def _described(reply: "Reply", answer: "Answer | None", again: str) -> dict[str, Any]:
    import json

    return {
        "question": reply.question,
        "reading": _reading(reply.reading, again) if reply.reading else None,
        "refusal": reply.refusal or None,
        "others": [_reading(other, again) for other in reply.others],
        "answer": json.loads(answer.to_json()) if answer else None,
    }


def _reading(reading: "Reading", again: str) -> dict[str, Any]:
    return {
        "template": reading.template,
        "question": reading.question,
        "parameters": reading.parameters,
        "words": {name: filled.words for name, filled in reading.values.items()},
        "unused": list(reading.unused),
        "years": dict(reading.supplied),
        "like": reading.phrasing or None,
        "score": None if reading.by_model else round(reading.score, 3),
        "command": reading.command + again,
    }
