"""What a question about a period leaves out."""

from collections.abc import Mapping

from communique.explorer.server.asking.answering import MOST_ROWS, TIMEOUT
from communique.explorer.server.replies.question import Answer, Other, Reply
from communique.loaders.store import Store
from communique.queries.catalogue import ParameterKind, Template
from communique.queries.names import Names
from communique.queries.runner import LIMIT, run

_DATE = "date"
"""Column with what a fact is dated by."""

_BOUNDS = (ParameterKind.DATE_FROM, ParameterKind.DATE_TO)


def undated(
    store: Store,
    template: Template,
    values: Mapping[str, object],
    names: Names | None,
    answer: Answer,
) -> int:
    """How many more rows there are without the period, of which nothing says the date.

    Args:
        store: What was asked.
        template: The question.
        values: Its parameters.
        names: Of the store's entities.
        answer: What was answered; 0 where it was not asked about a period, or is not dated.

    Raises:
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    bounds = {one.name for one in template.parameters if one.kind in _BOUNDS}
    if not bounds & values.keys() or _DATE not in {column.name for column in answer.columns}:
        return 0
    rest: dict[str, object] = {n: value for n, value in values.items() if n not in bounds}
    if any(one.name == LIMIT for one in template.parameters):
        rest[LIMIT] = str(MOST_ROWS)
    rows = run(store, template, rest, names, TIMEOUT).to_dicts()
    both = (sum(row[_DATE] is None for row in found) for found in (rows, answer.rows))
    return max(next(both) - next(both), 0)


def with_undated(reply: Reply, number: int, template: Template, values: Mapping[str, str]) -> Reply:
    """A reply that says how many rows have no date, with the question that shows them."""
    if number == 0:
        return reply
    told = "1 more has" if number == 1 else f"{number} more have"
    note = f"{told} no date, and may or may not be of the period: ask without one to see them"
    bounds = {one.name for one in template.parameters if one.kind in _BOUNDS}
    whole = Other(
        template=template.name,
        question=template.question,
        parameters={name: value for name, value in values.items() if name not in bounds},
    )
    return reply.model_copy(
        update={"notes": [*reply.notes, note], "others": [whole, *reply.others]}
    )
