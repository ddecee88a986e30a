"""``docs/questions.md``: every question with what it takes and what it answers to the sample feed.

``python -m communique.queries.documentation STORE FILE`` writes the page from a store that holds
the sample feed; ``scripts/questions`` makes one and does.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from communique.loaders.opening import open_store
from communique.loaders.store import Store
from communique.queries.answers import Answer
from communique.queries.catalogue import (
    ColumnKind,
    Group,
    Parameter,
    Template,
    catalogue,
)
from communique.queries.catalogue.wording import asking, command, taken
from communique.queries.names import Names
from communique.queries.runner import TIMEOUT, run

MOST_ROWS = 6
"""Rows of an answer that the page shows."""

MOST_QUOTES = 2
"""Quotes of an answer that the page shows."""

_RELEASES = "MATCH (r:Release) RETURN r.id AS id, r.source AS source, r.headline AS headline"
_UNSHOWN = frozenset({ColumnKind.QUOTE, ColumnKind.RELEASE, ColumnKind.KEYS})
_INTRODUCTION = """\
# Questions

`communique query run NAME` answers these questions; `communique query list` names them, and \
`communique query show NAME` prints one. Each is a file of Cypher that runs unchanged on the \
embedded store and on Neo4j; [templates.md](templates.md) says how to write your own.

The answers below are those of the sample feed (`communique build examples/press-feed.txt`), in \
which all persons are invented. An entity is given by any name that releases have for it, a part \
of one, or an id. A day, month or year stands for all of its days: `--since 2024-09 --until \
2024-09` is September. Every row names a release that it rests on and quotes it, and `published` \
is the day of that release; but rows of `brokers` and `most-connected` count many facts, and \
those of `search` are names. `--evidence` shows all quotes and their places. Below each command \
stands the question in words, one wording of many; `communique ask` also takes periods ("in \
September 2024").

Of an answer this page shows six rows and two quotes at most. A column without any value is left \
out, here and at the terminal; `--format csv` and `--json` have every column, and the ids of \
entities and facts.

This page is made by `scripts/questions`; write nothing into it by hand.
"""


def page(store: Store) -> str:
    """The whole page, for a store that holds the sample feed.

    Raises:
        CommuniqueError: An example is not answered.
        ValueError: An example has a value that is no date or number.
    """
    order = list(Group)
    templates = sorted(catalogue().values(), key=lambda one: (order.index(one.group), one.name))
    names = Names.of(store)
    sources = {
        str(row["id"]): f"{row['source']}: {row['headline']}"
        for row in store.run(_RELEASES, {}, TIMEOUT).rows
    }
    parts = [_INTRODUCTION]
    for group, members in groupby(templates, key=lambda one: one.group):
        parts.append(f"## {group.capitalize()}\n")
        for template in members:
            answer = run(store, template, template.example, names)
            parts += [*_head(template), *_shown(template, answer, sources)]
    return "\n".join(parts)


def _head(template: Template) -> Iterator[str]:
    yield f"### {template.name}\n\n{template.question}\n"
    for parameter in template.parameters:
        yield f"- {_parameter(parameter)}"
    columns = [
        f"`{column.name}` {column.description}"
        for column in template.columns
        if column.kind not in _UNSHOWN | {ColumnKind.ENTITY}
    ]
    yield f"\nColumns: {'; '.join(columns)}.\n"


def _parameter(parameter: Parameter) -> str:
    remarks = [taken(parameter)] if parameter.types else []
    if not parameter.required:
        remarks.append(f"{parameter.default} if left out" if parameter.default else "optional")
    remark = f" ({'; '.join(remarks)})" if remarks else ""
    return f"`--{parameter.name}`{remark}: {parameter.description}"


def _shown(template: Template, answer: Answer, sources: Mapping[str, str]) -> Iterator[str]:
    lines = [command(template), *([words] if (words := asking(template)) else [])]
    yield "```\n{}\n```\n".format("\n".join(lines))
    shown = tuple(column for column in answer.columns if column.kind not in _UNSHOWN)
    yield replace(answer, columns=shown, rows=answer.rows[:MOST_ROWS]).to_markdown()
    if len(answer) > MOST_ROWS:
        yield f"and {len(answer) - MOST_ROWS} more rows\n"
    quotes = dict.fromkeys(quote for row in answer for quote in _quotes(answer, row, sources))
    for quote in list(quotes)[:MOST_QUOTES]:
        yield f"> {quote}\n"


def _quotes(answer: Answer, row: Mapping[str, object], sources: Mapping[str, str]) -> Iterator[str]:
    """Yield each quote of a row with its release."""
    quotes, releases = (
        [row[column.name] for column in answer.columns if column.kind is kind]
        for kind in (ColumnKind.QUOTE, ColumnKind.RELEASE)
    )
    for quote, release in zip(quotes, releases, strict=True):
        yield f"“{' '.join(str(quote).split())}” ({sources[str(release)]})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(prog="python -m communique.queries.documentation")
    parser.add_argument("store", help="file of the store that holds the sample feed")
    parser.add_argument("file", type=Path, help="page to write")
    options = parser.parse_args(arguments)
    store = open_store(options.store, read_only=True)
    try:
        options.file.write_text(page(store), encoding="utf-8")
    finally:
        store.close()


if __name__ == "__main__":
    main()
