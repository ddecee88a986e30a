"""Queries of one's own: only read, within a time and a number of rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.graph import MissingParameterError
from communique.loaders.store import QueryError, Store
from communique.queries.answers.tables import csv_table, html_table, markdown_table
from communique.queries.guard import check, limited, parameters_of, steadied, without_comments

MOST_ROWS = 1000
"""Rows of an answer unless the caller says otherwise."""

_LEAST = -(2**63)
_SURROGATES = "\ud800", "\udfff"


@dataclass(frozen=True, slots=True, repr=False)
class FreeAnswer:
    """What a store says to a query of one's own.

    Attributes:
        columns: Names, in the order of the query.
        rows: Values by column, as the store gives them (see `Rows`).
        cut: Whether there are more rows.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, object], ...]
    cut: bool

    def __repr__(self) -> str:
        """The columns and how many rows there are, which may be many."""
        return f"<FreeAnswer of {', '.join(self.columns)}: {self._counted()}>"

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        """The rows in order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.rows)

    def __getitem__(self, place: int) -> Mapping[str, object]:
        """The row at a place, counted from 0."""
        return self.rows[place]

    def to_dicts(self) -> list[dict[str, object]]:
        """The rows as dictionaries of their own, which a data frame takes."""
        return [dict(row) for row in self.rows]

    def values(self) -> list[list[object]]:
        """The rows as lists, in the order of the columns."""
        return [[row.get(column) for column in self.columns] for row in self.rows]

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180) with a header; no cell is a formula to a spreadsheet."""
        return csv_table(self.columns, self.values())

    def to_markdown(self) -> str:
        """The rows as a table in GitHub's Markdown; columns of numbers are set to the right."""
        values = self.values()
        numbers = [
            _are_numbers([row[place] for row in values]) for place in range(len(self.columns))
        ]
        return markdown_table(self.columns, values, numbers)

    def _repr_html_(self) -> str:
        """A table for a notebook."""
        return html_table(self._counted(), self.columns, self.values(), [""] * len(self.rows))

    def _counted(self) -> str:
        more = " and more" if self.cut else ""
        return f"{len(self.rows)} {'row' if len(self.rows) == 1 else 'rows'}{more}"


def ask_freely(
    store: Store,
    cypher: str,
    parameters: Mapping[str, object] | None = None,
    *,
    most: int = MOST_ROWS,
    timeout: float = 30.0,
) -> FreeAnswer:
    """Ask a store a query of one's own.

    Comments are not given to the store. A query without a LIMIT gets one, so that the store stops
    when it has enough; of a UNION all rows are found and the surplus is left out.

    Args:
        store: Any store.
        cypher: The query.
        parameters: Values by name, without the dollar sign.
        most: Highest number of rows, at least 1.
        timeout: In seconds.

    Raises:
        RefusedQueryError: The query does not only read; the store was not asked.
        MissingParameterError: A parameter of the query has no value.
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    if most < 1:
        raise ValueError(f"at least one row must be wanted, not {most}")
    check(cypher)
    values = dict(parameters or {})
    if missing := sorted(parameters_of(cypher) - values.keys()):
        raise MissingParameterError(f"the query needs a value for ${', $'.join(missing)}")
    for name, value in values.items():
        _check_value(name, value)
    asked = limited(steadied(without_comments(cypher)), most + 1, values)
    found = store.run(asked, values, timeout)
    return FreeAnswer(found.columns, found.rows[:most], len(found.rows) > most)


def _check_value(name: str, value: object) -> None:
    """Refuse what no store can be given.

    Raises:
        QueryError: A whole number needs more than 64 bits, or a text has half a surrogate pair.
    """
    match value:
        case Mapping():
            for part in (*value.keys(), *value.values()):
                _check_value(name, part)
        case list() | tuple():
            for part in value:
                _check_value(name, part)
        case int() if not _LEAST <= value <= -_LEAST - 1:
            raise QueryError(f"${name} has {value}, a number of more than 64 bits")
        case str() if any(_SURROGATES[0] <= char <= _SURROGATES[1] for char in value):
            raise QueryError(f"${name} has half of a surrogate pair, which is no character")


def _are_numbers(values: Sequence[object]) -> bool:
    given = [value for value in values if value is not None]
    return bool(given) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in given
    )
