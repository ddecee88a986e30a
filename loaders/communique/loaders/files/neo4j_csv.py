"""Tables that ``neo4j-admin database import full`` reads into an empty database."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.loaders.files.folder import write_folder
from communique.loaders.projection import difference
from communique.loaders.store import Change, FactRow, Held, Value
from communique.pool import collector_paused

ARGUMENTS = "import.args"
"""Name of the file that says to the importer which file is what."""

_BETWEEN_ITEMS = "\x1f"
_RELEASE_COLUMNS = {
    "id": "id:ID(Release)",
    **dict.fromkeys(("headline", "source", "published", "url", "digest", "row_digest"), "string"),
    **dict.fromkeys(("sources", "copies"), "string[]"),
}
_ENTITY_COLUMNS = {
    "id": "id:ID(Entity)",
    **dict.fromkeys(("name", "names", "iso3", "wikidata", "digest"), "string"),
    "aliases": "string[]",
    "named": "boolean",
}
_FACT_COLUMNS = {
    **dict.fromkeys(("key", "date", "place", "event", "role", "status", "amount"), "string"),
    **dict.fromkeys(("date_from", "date_to", "stated_from", "stated_to", "office"), "string"),
    **dict.fromkeys(("stated_days", "issuers", "releases", "quotes", "rules"), "string[]"),
    **dict.fromkeys(("starts", "ends"), "long[]"),
    "confidence": "double",
    "support": "long",
    "digest": "string",
}
PROPERTIES = frozenset((*_RELEASE_COLUMNS, *_ENTITY_COLUMNS, *_FACT_COLUMNS))
"""All that nodes and relationships of a graph may have; a row with another is refused."""

_DIGESTS = frozenset({"digest", "row_digest"})


def write_neo4j_csv(graph: KnowledgeGraph, directory: Path) -> tuple[Path, ...]:
    """Write ``releases.csv``, ``entities.csv``, ``facts.csv`` and ``import.args``.

    A row that the importer would change (it knows no empty texts and no empty lists) is written
    without its digest: the load after the import takes it for one that is not there, and writes
    it whole. So a database that is imported and then loaded is exactly one that was loaded.

    Returns:
        The four files.

    Raises:
        OSError: The directory cannot be made or written to; older files stay as they were.
    """
    with collector_paused():
        return write_folder(directory, _tables(difference(graph, Held()), directory.resolve()))


def _tables(change: Change, directory: Path) -> dict[str, Iterator[str]]:
    nodes = (
        (
            "releases.csv",
            _RELEASE_COLUMNS,
            ((row.properties, "Release") for row in change.releases.added),
        ),
        (
            "entities.csv",
            _ENTITY_COLUMNS,
            (
                (row.properties, _BETWEEN_ITEMS.join(("Entity", row.type)))
                for row in change.entities.added
            ),
        ),
    )
    tables = {name: _nodes(columns, rows) for name, columns, rows in nodes}
    tables["facts.csv"] = _facts(change.facts.added)
    tables[ARGUMENTS] = _arguments(directory)
    return tables


def _nodes(
    columns: Mapping[str, str], rows: Iterable[tuple[Mapping[str, Value], str]]
) -> Iterator[str]:
    yield _header(columns, ":LABEL")
    for properties, labels in rows:
        yield _line((*_cells(columns, properties), labels))


def _facts(rows: Iterable[FactRow]) -> Iterator[str]:
    yield _header(_FACT_COLUMNS, ":START_ID(Entity)", ":END_ID(Entity)", ":TYPE")
    for row in rows:
        ends = (row.subject, row.object, str(row.relation))
        yield _line((*_cells(_FACT_COLUMNS, row.properties), *ends))


def _header(columns: Mapping[str, str], *further: str) -> str:
    typed = (kind if ":" in kind else f"{name}:{kind}" for name, kind in columns.items())
    return ",".join((*typed, *further)) + "\n"


def _cells(columns: Mapping[str, str], properties: Mapping[str, Value]) -> Iterator[str | None]:
    """The values in the order of the columns, without digest if one of them cannot be told."""
    if surplus := properties.keys() - columns.keys():
        raise ValueError(f"no column for {', '.join(sorted(surplus))}")
    whole = all(map(_is_told, properties.values()))
    for name in columns:
        value = properties.get(name)
        yield None if value is None or (name in _DIGESTS and not whole) else _cell(value)


def _is_told(value: Value) -> bool:
    if isinstance(value, str):
        return value != ""
    if isinstance(value, list):
        return bool(value) and all(_is_item(item) for item in value)
    return True


def _is_item(item: str | int) -> bool:
    return isinstance(item, int) or (item != "" and _BETWEEN_ITEMS not in item)


def _cell(value: Value) -> str:
    if isinstance(value, list):
        return _BETWEEN_ITEMS.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _line(cells: Iterable[str | None]) -> str:
    """Every text in quotes (RFC 4180), and nothing for what is not stated."""
    return ",".join("" if cell is None else _quoted(cell, '""') for cell in cells) + "\n"


def _quoted(text: str, escaped: str) -> str:
    return '"' + text.replace('"', escaped) + '"'


def _arguments(directory: Path) -> Iterator[str]:
    """Options of the importer, one a line, as it reads them from a file (``@import.args``)."""
    for option in (
        f"--nodes={directory / 'releases.csv'}",
        f"--nodes={directory / 'entities.csv'}",
        f"--relationships={directory / 'facts.csv'}",
        f"--report-file={directory / 'import.report'}",
        "--array-delimiter=U+001F",
        "--multiline-fields=true",
        "--overwrite-destination=true",
    ):
        # An argument with a blank stands in quotes, where a backslash escapes.
        told = option if " " not in option else _quoted(option.replace("\\", r"\\"), r"\"")
        yield told + "\n"
