"""Answers: typed columns and rows, with the bound parameters and the entities they named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.graph import Fact
from communique.loaders.cells import json_text
from communique.queries.answers.cells import cell
from communique.queries.answers.evidence import (
    CitedRelease,
    Grounds,
    Quote,
    fact_as_dict,
    quotes_of,
)
from communique.queries.answers.network import network_of
from communique.queries.answers.tables import (
    csv_table,
    html_table,
    markdown_item,
    markdown_table,
)
from communique.queries.catalogue import Column, ColumnKind

if TYPE_CHECKING:
    import networkx as nx

MOST_IN_NOTEBOOK = 200
"""Rows that a notebook shows; the answer has the others."""

_IDS = frozenset({ColumnKind.ENTITY, ColumnKind.KEYS})
_PLACES = frozenset({ColumnKind.QUOTE, ColumnKind.RELEASE})
_NUMBERS = frozenset({ColumnKind.INT, ColumnKind.NUMBER})
_EVIDENCE = (
    *("fact", "text", "release", "headline", "source", "published", "url"),
    *("start", "end", "rule"),
)
"""What CSV has of a quote, each in a column whose name begins with ``evidence_``."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a person named.

    Attributes:
        id: Its canonical id.
        name: Its name in the graph, which may differ from what was typed.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True, repr=False)
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
        facts: For each row the facts it rests on; None if they were not asked for.
        releases: The releases of their quotes, by id.
    """

    template: str
    question: str
    parameters: Mapping[str, object]
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, object], ...]
    named: Mapping[str, Named] = field(default_factory=dict)
    facts: tuple[tuple[Fact, ...], ...] | None = None
    releases: Mapping[str, CitedRelease] = field(default_factory=dict)

    def __repr__(self) -> str:
        """The question and how many rows there are, which may be many."""
        return f"<Answer to {self.question!r}: {_counted(len(self.rows))}>"

    def __str__(self) -> str:
        """The rows as a Markdown table, which reads well by itself."""
        return self.to_markdown()

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
            f"{name} = {self.named[name].name if name in self.named else _said(value)}"
            for name, value in self.parameters.items()
            if value is not None
        )

    def quotes(self, place: int) -> list[Quote]:
        """Every quote that the row at a place rests on; none without evidence."""
        return list(quotes_of(self.facts[place], self.releases)) if self.facts is not None else []

    def to_dicts(self) -> list[dict[str, object]]:
        """The rows as dictionaries of their own, which a data frame takes."""
        return [{column.name: row.get(column.name) for column in self.columns} for row in self.rows]

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """The entities of the rows as nodes by id, and the facts of the rows as edges by key.

        Nodes have ``name`` and ``type``, edges ``relation``, ``quote``, ``release`` and what
        qualifies them. Without evidence only rows with subject, relation and object are edges.
        """
        return network_of(self)

    def to_json(self) -> str:
        """The whole answer as a JSON object, ended by a newline.

        With evidence each row also has ``evidence``: its facts with every quote.
        """
        rows = [dict(row) for row in self.rows]
        for row, facts in zip(rows, self.facts or (), strict=False):
            row["evidence"] = [fact_as_dict(fact, self.releases) for fact in facts]
        content = {
            "template": self.template,
            "question": self.question,
            "parameters": dict(self.parameters),
            "named": {name: {"id": e.id, "name": e.name} for name, e in self.named.items()},
            "columns": [{"name": column.name, "kind": column.kind} for column in self.columns],
            "rows": rows,
        }
        return json_text(content, indent=2) + "\n"

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180) with a header; no cell is a formula to a spreadsheet.

        With evidence a row is repeated for each of its quotes, which further columns hold.
        """
        names = [column.name for column in self.columns]
        rows = [[row.get(name) for name in names] for row in self.rows]
        if self.facts is None:
            return csv_table(names, rows)
        header = [*names, *(f"evidence_{name}" for name in _EVIDENCE)]
        return csv_table(
            header,
            ([*row, *quote] for place, row in enumerate(rows) for quote in self._cited(place)),
        )

    def to_markdown(self) -> str:
        """The rows as a table in GitHub's Markdown; ids, keys and empty columns left out.

        With evidence the quotes of each row follow as a list.
        """
        shown = self._shown(_IDS if self.facts is None else _IDS | _PLACES)
        table = markdown_table(
            [_title(column) for column in shown],
            self._values(shown),
            [column.kind in _NUMBERS for column in shown],
        )
        items = [
            markdown_item(
                item.rows, item.said, [(q.words, q.told, q.release.url) for q in item.quotes]
            )
            for item in self.evidence()
        ]
        return "\n".join([table, *(["".join(items)] if items else [])])

    def evidence(self) -> list[Grounds]:
        """Each fact that rows rest on once, in the order of the rows; none without evidence."""
        rows: dict[str, list[int]] = {}
        facts: dict[str, Fact] = {}
        for number, found in enumerate(self.facts or (), 1):
            for fact in found:
                rows.setdefault(fact.key, []).append(number)
                facts[fact.key] = fact
        return [
            Grounds(tuple(numbers), facts[key], tuple(quotes_of([facts[key]], self.releases)))
            for key, numbers in rows.items()
        ]

    def table(self) -> list[list[str]]:
        """Header and rows as text; ids and keys are left out, names stand beside them."""
        shown = [column for column in self.columns if column.kind not in _IDS]
        rows = [[cell(value) for value in values] for values in self._values(shown)]
        return [[_title(column) for column in shown], *rows]

    def _repr_html_(self) -> str:
        """A table for a notebook, with the quote of each row under the pointer."""
        shown = self._shown(_IDS | _PLACES)
        count = len(self.rows)
        parts = [self.question, self.told, _counted(count)]
        if count > MOST_IN_NOTEBOOK:
            parts[-1] = f"the first {MOST_IN_NOTEBOOK} of {count} rows"
        return html_table(
            " · ".join(filter(None, parts)),
            [_title(column) for column in shown],
            self._values(shown)[:MOST_IN_NOTEBOOK],
            list(map(self._quoted, range(min(count, MOST_IN_NOTEBOOK)))),
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

    def _cited(self, place: int) -> list[list[object]]:
        """The quotes of a row as cells; one line of empty cells if it has none."""
        lines = [{"fact": quote.fact.key, **quote.as_dict()} for quote in self.quotes(place)]
        return [[line.get(name) for name in _EVIDENCE] for line in lines or [{}]]

    def _quoted(self, place: int) -> str:
        """What a row quotes, and the releases it is from."""
        if self.facts is not None:
            told = [f"“{quote.words}” ({quote.told})" for quote in self.quotes(place)]
            return "\n".join(dict.fromkeys(told))  # one sentence often states several facts
        row = self.rows[place]
        quotes = [row[c.name] for c in self.columns if c.kind is ColumnKind.QUOTE and row[c.name]]
        places = [row[c.name] for c in self.columns if c.kind is ColumnKind.RELEASE and row[c.name]]
        quoted = [f"“{' '.join(str(quote).split())}”" for quote in quotes]
        return " ".join([*quoted, *([f"({'; '.join(map(str, places))})"] if places else [])])


def _said(value: object) -> str:
    """A value of a parameter; the words of an office are one text."""
    return " ".join(map(str, value)) if isinstance(value, list) else cell(value)


def _title(column: Column) -> str:
    return column.name.replace("_", " ")


def _counted(rows: int) -> str:
    return f"{rows} {'row' if rows == 1 else 'rows'}"
