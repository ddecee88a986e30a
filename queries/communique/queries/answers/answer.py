"""Answers: typed columns and rows, with the bound parameters and the entities they named."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from communique.queries.answers.cells import cell
from communique.queries.answers.tables import csv_table, html_table, markdown_table
from communique.queries.catalogue import Column, ColumnKind

MOST_IN_NOTEBOOK = 200
"""Rows that a notebook shows; the answer has the others."""

_IDS = frozenset({ColumnKind.ENTITY})
_PLACES = frozenset({ColumnKind.QUOTE, ColumnKind.RELEASE})
_NUMBERS = frozenset({ColumnKind.INT, ColumnKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a person named.

    Attributes:
        id: Its canonical id.
        name: Its name in the graph, which may differ from what was typed.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph says to a question: a sequence of rows.

    Attributes:
        template: Name of the template that asked.
        question: The question in words.
        parameters: Values the query ran with, names resolved and dates widened.
        named: Entities among the parameters, by parameter.
        columns: In the order of the table.
        rows: Values by column name, in the order of the template; text, int, float, bool, None or
            a list of texts.
    """

    template: str
    question: str
    parameters: Mapping[str, object]
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, object], ...]
    named: Mapping[str, Named] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        """The rows in order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.rows)

    def __getitem__(self, place: int) -> Mapping[str, object]:
        """The row at a place, counted from 0."""
        return self.rows[place]

    @property
    def cut(self) -> bool:
        """Whether there may be more rows than the limit let through."""
        return len(self.rows) == self.parameters.get("limit")

    @property
    def told(self) -> str:
        """The parameters in words, entities by name; those left out are left out."""
        return ", ".join(
            f"{name} = {self.named[name].name if name in self.named else cell(value)}"
            for name, value in self.parameters.items()
            if value is not None
        )

    def to_dicts(self) -> list[dict[str, object]]:
        """The rows as dictionaries of their own, which a data frame takes."""
        return [{column.name: row.get(column.name) for column in self.columns} for row in self.rows]

    def to_json(self) -> str:
        """The whole answer as a JSON object, ended by a newline."""
        content = {
            "template": self.template,
            "question": self.question,
            "parameters": dict(self.parameters),
            "named": {name: {"id": e.id, "name": e.name} for name, e in self.named.items()},
            "columns": [{"name": column.name, "kind": column.kind} for column in self.columns],
            "rows": [dict(row) for row in self.rows],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180) with a header; no cell is a formula to a spreadsheet."""
        names = [column.name for column in self.columns]
        return csv_table(names, ([row.get(name) for name in names] for row in self.rows))

    def to_markdown(self) -> str:
        """The rows as a table in GitHub's Markdown; ids of entities and empty columns left out."""
        shown = self._shown(_IDS)
        return markdown_table(
            [_title(column) for column in shown],
            self._values(shown),
            [column.kind in _NUMBERS for column in shown],
        )

    def table(self) -> list[list[str]]:
        """Header and rows as text; ids of entities are left out, their names stand beside them."""
        shown = [column for column in self.columns if column.kind not in _IDS]
        rows = [[cell(value) for value in values] for values in self._values(shown)]
        return [[_title(column) for column in shown], *rows]

    def _repr_html_(self) -> str:
        """A table for a notebook, with the quote of each row under the pointer."""
        shown = self._shown(_IDS | _PLACES)
        count = len(self.rows)
        parts = [self.question, self.told, f"{count} {'row' if count == 1 else 'rows'}"]
        if count > MOST_IN_NOTEBOOK:
            parts[-1] = f"the first {MOST_IN_NOTEBOOK} of {count} rows"
        return html_table(
            " · ".join(filter(None, parts)),
            [_title(column) for column in shown],
            self._values(shown)[:MOST_IN_NOTEBOOK],
            [self._quoted(row) for row in self.rows[:MOST_IN_NOTEBOOK]],
        )

    def _shown(self, hidden: frozenset[ColumnKind]) -> list[Column]:
        """The columns that are not of those kinds and have a value in some row."""
        return [
            column
            for column in self.columns
            if column.kind not in hidden
            and (not self.rows or any(cell(row.get(column.name)) for row in self.rows))
        ]

    def _values(self, columns: list[Column]) -> list[list[object]]:
        return [[row.get(column.name) for column in columns] for row in self.rows]

    def _quoted(self, row: Mapping[str, object]) -> str:
        """What a row quotes, and the release it is from."""
        quotes = [row[c.name] for c in self.columns if c.kind is ColumnKind.QUOTE and row[c.name]]
        places = [row[c.name] for c in self.columns if c.kind is ColumnKind.RELEASE and row[c.name]]
        quoted = " ".join(f"“{' '.join(str(quote).split())}”" for quote in quotes)
        return " ".join(filter(None, [quoted, f"({'; '.join(map(str, places))})" * bool(places)]))


def _title(column: Column) -> str:
    return column.name.replace("_", " ")
