"""Answers: typed columns and rows, with the bound parameters and the entities they named."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.loaders.cells import harmless
from communique.queries.catalogue import Column

LIST_SEPARATOR = "; "
"""Stands between the items of a list in one cell of a table."""


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
    """What the graph says to a question.

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

    @property
    def cut(self) -> bool:
        """Whether there may be more rows than the limit let through."""
        return len(self.rows) == self.parameters.get("limit")

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
        target = io.StringIO()
        writer = csv.writer(target)
        writer.writerow([column.name for column in self.columns])
        for row in self.rows:
            writer.writerow([_harmless(row.get(column.name)) for column in self.columns])
        return target.getvalue()

    def table(self) -> list[list[str]]:
        """Header and rows as text; ids of entities are left out, their names stand beside them."""
        shown = [column for column in self.columns if column.kind != "entity"]
        header = [column.name.replace("_", " ") for column in shown]
        return [header, *([_cell(row.get(column.name)) for column in shown] for row in self.rows)]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(_cell(item) for item in value)
    return str(value)


def _harmless(value: object) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    text = _cell(value)
    return text if isinstance(value, int | float) else harmless(text)
