"""Questions and answers as the page gets them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from communique.explorer.server.replies.question import (
    Answer,
    Column,
    Other,
    Parameter,
    Question,
    Reply,
)
from communique.explorer.server.snapshot import Snapshot
from communique.loaders.store import Store
from communique.queries import ask
from communique.queries.catalogue import ParameterKind, Template
from communique.queries.evidence import keys_of_rows, with_evidence
from communique.queries.names import Names
from communique.queries.runner import LIMIT, run

MOST_ROWS = 1_000
"""Rows of an answer."""

TIMEOUT = 20.0
"""Seconds that a question may take."""


def question_of(template: Template) -> Question:
    """A question with what it wants to be told."""
    return Question(
        name=template.name,
        group=str(template.group),
        question=template.question,
        parameters=[
            Parameter(
                name=parameter.name,
                kind=str(parameter.kind),
                description=parameter.description,
                required=parameter.required,
                default=_default(parameter.kind, parameter.default),
                types=sorted(parameter.types),
            )
            for parameter in template.parameters
        ],
    )


def answered(
    reading: tuple[Snapshot, Store],
    template: Template,
    values: Mapping[str, object],
    names: Names | None,
) -> Answer:
    """What a store answers to a question.

    Args:
        reading: A store, which is asked, and what was read of it, as `Explorer.reading` gives both.
        template: The question.
        values: Its parameters, as people type them.
        names: Of the store's entities; not needed for a question without any.

    Raises:
        MissingParameterError: A parameter without default is missing.
        UnknownNameError: Nobody has a name that is given, or several have.
        ValueError: A value is no date or number, or more rows are wanted than there may be.
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    snapshot, store = reading
    limit = str(values.get(LIMIT) or "0").strip()
    if limit.isdecimal() and int(limit) > MOST_ROWS:
        raise ValueError(f"{LIMIT}: at most {MOST_ROWS} rows can be shown, not {limit}")
    answer = run(store, template, values, names, TIMEOUT)
    rows = answer.to_dicts()[:MOST_ROWS]
    parameters = {name: _plain(value) for name, value in answer.parameters.items()}
    told = (value for row in rows for value in row.values())
    named = _numbers(snapshot, chain(parameters.values(), told))
    keys = keys_of_rows(answer)
    if keys is None:
        facts = with_evidence(store, answer, TIMEOUT).facts or ()
        keys = [[fact.key for fact in row] for row in facts]
    return Answer(
        template=answer.template,
        question=answer.question,
        parameters=parameters,
        columns=[Column(name=column.name, kind=str(column.kind)) for column in answer.columns],
        rows=rows,
        keys=keys[:MOST_ROWS],
        entities=[snapshot.entity(number) for number in named],
        truncated=answer.cut or len(answer) > MOST_ROWS,
    )


def replied(
    snapshot: Snapshot, reply: ask.Reply, answer: Answer | None, refusal: str = ""
) -> Reply:
    """What a question in plain English was taken for, with the answer to that or a refusal."""
    if reply.unclear and reply.others:
        refusal = f"“{reply.unclear.words}” is a name of several; choose which is meant"
    named = _numbers(snapshot, (value for one in reply.others for value in one.parameters.values()))
    return Reply(
        answer=answer,
        refusal=None if answer else refusal,
        notes=list(_notes(reply.reading)) if reply.reading else [],
        others=[
            Other(template=one.template, question=one.question, parameters=one.parameters)
            for one in reply.others
        ],
        entities=[snapshot.named(number) for number in named],
    )


def _numbers(snapshot: Snapshot, values: Iterable[object]) -> list[int]:
    """The entities whose ids are among values, in order."""
    found = {snapshot.number(value) for value in values if isinstance(value, str)}
    return sorted(number for number in found if number is not None)


def _notes(reading: ask.Reading) -> Iterator[str]:
    """What each word was taken for, and what was not used."""
    for name, filled in reading.values.items():
        value = filled.named.name if filled.named else filled.value
        yield f"{name} = {value}, from “{filled.words}”"
    for words, year in reading.supplied.items():
        yield f"“{words}” is taken to be in {year}, the last year that the releases cover"
    for words in reading.unused:
        yield f"“{words}” was not used: this question has no place for it"


def _default(kind: ParameterKind, value: str | None) -> str | int | None:
    return int(value) if value is not None and kind is ParameterKind.INT else value


def _plain(value: object) -> str | int | list[str] | None:
    if isinstance(value, list):
        return [str(item) for item in value]
    return value if value is None or isinstance(value, int) else str(value)
