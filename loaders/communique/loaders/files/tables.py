"""Tables for spreadsheets and data frames."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from communique.graph import Entity, Fact, KnowledgeGraph, Release, bounds
from communique.loaders.cells import harmless
from communique.loaders.files.network import SEPARATOR, evidence_lists

_ENTITY_COLUMNS = ("id", "type", "name", "aliases", "named", "iso3", "wikidata", "links")
_FACT_COLUMNS = (
    *("key", "subject", "subject_name", "relation", "object", "object_name"),
    *("date", "date_from", "date_to", "status", "role", "place", "event", "amount"),
    *("confidence", "support", "releases", "quotes", "rules"),
)
_RELEASE_COLUMNS = ("id", "title", "source", "published", "url", "sha256", "sources", "copies")


def write_csv(graph: KnowledgeGraph, directory: Path) -> tuple[Path, ...]:
    """Write ``entities.csv``, ``facts.csv`` and ``releases.csv`` (RFC 4180, UTF-8 without BOM).

    Lists are joined with ``SEPARATOR``; what is unknown is an empty cell. A cell that a spreadsheet
    would run as a formula gets a leading apostrophe (OWASP, CSV injection). Each file replaces an
    older one whole, and none is replaced before all three are written.

    Returns:
        The three files.

    Raises:
        OSError: The directory cannot be made or written to; older files stay as they were.
    """
    directory.mkdir(parents=True, exist_ok=True)
    tables = {
        "entities.csv": (_ENTITY_COLUMNS, map(_entity_row, graph.entities)),
        "facts.csv": (_FACT_COLUMNS, map(_fact_row, graph.facts)),
        "releases.csv": (_RELEASE_COLUMNS, map(_release_row, graph.releases)),
    }
    written: dict[Path, Path] = {}
    try:
        for name, (columns, rows) in tables.items():
            written[directory / name] = _write_beside(directory, name, columns, rows)
        for path, temporary in written.items():
            temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
    return tuple(written)


def _write_beside(
    directory: Path, name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]
) -> Path:
    path = directory / f".{name}.partial"
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns)
            writer.writeheader()
            writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _cell(value: object) -> object:
    return harmless(value.replace("\0", "")) if isinstance(value, str) else value


def _entity_row(entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "type": str(entity.type),
        "name": entity.name,
        "aliases": SEPARATOR.join(entity.aliases),
        "named": "true" if entity.named else "false",
        "iso3": entity.iso3,
        "wikidata": entity.wikidata,
        "links": SEPARATOR.join(f"{link.predicate} {link.target}" for link in entity.links),
    }


def _fact_row(fact: Fact) -> dict[str, object]:
    row: dict[str, object] = {
        "key": fact.key,
        "subject": fact.subject.id,
        "subject_name": fact.subject.name,
        "relation": str(fact.predicate),
        "object": fact.object.id,
        "object_name": fact.object.name,
        **fact.qualifiers.stated(),
        "confidence": fact.confidence,
        "support": fact.support,
        **evidence_lists(fact.evidence),
    }
    if fact.qualifiers.date:
        first, last = bounds(fact.qualifiers.date)
        row |= {"date_from": first.isoformat(), "date_to": last.isoformat()}
    return row


def _release_row(release: Release) -> dict[str, object]:
    return {
        "id": release.id,
        "title": release.title,
        "source": release.source,
        "published": release.published,
        "url": release.url,
        "sha256": release.sha256,
        "sources": SEPARATOR.join(release.sources),
        "copies": SEPARATOR.join(copy.id for copy in release.copies),
    }
