"""Questions: the catalogue, each of its questions, and plain English."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from communique.explorer.server.asking import (
    answered,
    question_of,
    replied,
    undated,
    with_undated,
)
from communique.explorer.server.context import Explorer, Here
from communique.explorer.server.problems import WrongRequestError
from communique.explorer.server.replies.question import Answer, Questions, Reply
from communique.explorer.server.snapshot import Snapshot
from communique.graph import MissingParameterError, UnknownNameError
from communique.queries.catalogue import Group
from communique.queries.catalogue import template as template_named
from communique.workspace.clock import today

router = APIRouter(prefix="/api", tags=["questions"])

MOST_PARAMETERS, LONGEST_NAME, LONGEST_VALUE = 30, 60, 500
"""Limits of what a question is told."""

_GROUPS = {group: place for place, group in enumerate(Group)}

_PARAMETERS = {
    "parameters": [
        {
            "name": "values",
            "in": "query",
            "description": "The parameters of the question by their names, as people type them.",
            "style": "form",
            "explode": True,
            "schema": {
                "type": "object",
                "maxProperties": MOST_PARAMETERS,
                "additionalProperties": {"type": "string", "maxLength": LONGEST_VALUE},
            },
        }
    ]
}


@router.get("/questions")
def questions(explorer: Here) -> Questions:
    """Every question that can be asked; those of one's own last."""
    templates = sorted(explorer.asking.templates().values(), key=lambda one: _GROUPS[one.group])
    return Questions(questions=[question_of(template) for template in templates])


@router.get("/questions/{name}", openapi_extra=_PARAMETERS)
def answer(
    name: Annotated[str, Path(max_length=200, description="Of the question.")],
    request: Request,
    explorer: Here,
) -> Answer:
    """Ask a question of the catalogue.

    Names of entities may be typed as people know them; one that several bear is refused, with those
    who bear it.
    """
    template = template_named(name, explorer.asking.templates())
    given = {key: value for key, value in _given(request).items() if value.strip()}
    with explorer.reading() as (snapshot, store):
        values = {key: _today(explorer, snapshot, value) for key, value in given.items()}
        names = explorer.asking.names_for(template, snapshot)
        try:
            return answered((snapshot, store), template, values, names)
        except ValueError as error:
            raise WrongRequestError(str(error)) from error


@router.get("/ask")
def ask(
    q: Annotated[str, Query(min_length=1, max_length=500, description="In plain English.")],
    explorer: Here,
) -> Reply:
    """Ask in plain English; the answer says which question was understood."""
    asking = explorer.asking
    with explorer.reading() as (snapshot, store):
        reply = asking.understand(store, snapshot, q, today())
        if reply.reading is None:
            return replied(snapshot, reply, None, reply.refusal)
        template, values = asking.templates()[reply.reading.template], reply.reading.parameters
        names = asking.names_for(template, snapshot)
        try:
            found = answered((snapshot, store), template, values, names)
            number = undated(store, template, values, names, found)
            return with_undated(replied(snapshot, reply, found), number, template, values)
        except (ValueError, MissingParameterError, UnknownNameError) as error:
            return replied(snapshot, reply, None, str(error))  # as "the 0 latest meetings"


def _given(request: Request) -> dict[str, str]:
    """The parameters of a question in the address; each once.

    Raises:
        WrongRequestError: There are too many, or one is too long or given twice.
    """
    pairs = request.query_params.multi_items()
    if len(pairs) > MOST_PARAMETERS:
        raise WrongRequestError(f"a question takes at most {MOST_PARAMETERS} parameters")
    for name, value in pairs:
        if len(name) > LONGEST_NAME or len(value) > LONGEST_VALUE:
            raise WrongRequestError(
                f"{name[:LONGEST_NAME]}: at most {LONGEST_VALUE} characters can be read"
            )
    if len(dict(pairs)) < len(pairs):
        raise WrongRequestError("a parameter is given twice; give it once")
    return dict(pairs)


def _today(explorer: Explorer, snapshot: Snapshot, value: str) -> str:
    """Today's id of what had this id in an earlier graph; any other value as it is."""
    number = explorer.current(snapshot, value) if "-" in value and " " not in value else None
    return value if number is None else snapshot.entities.ids[number]
