"""Tables for spreadsheets and data frames."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from communique.graph import Entity, Fact, KnowledgeGraph, Release, bounds
from communique.loaders.cells import harmless
from communique.loaders.files.folder import write_folder
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
    return write_folder(
        directory,
        {
            "entities.csv": _lines(_ENTITY_COLUMNS, map(_entity_row, graph.entities)),
            "facts.csv": _lines(_FACT_COLUMNS, map(_fact_row, graph.facts)),
            "releases.csv": _lines(_RELEASE_COLUMNS, map(_release_row, graph.releases)),
        },
    )


def _lines(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The lines of a table, each with its end."""
    line = io.StringIO()
    writer = csv.DictWriter(line, columns)
    writer.writeheader()
    for row in rows:
        yield line.getvalue()
        line.seek(0)
        line.truncate()
        writer.writerow({name: _cell(value) for name, value in row.items()})
    yield line.getvalue()


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
