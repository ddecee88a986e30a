"""Tables for spreadsheets and data frames."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from communique.graph import Entity, Fact, KnowledgeGraph, Particulars, bounds
from communique.loaders.cells import harmless
from communique.loaders.files.folder import write_folder
from communique.loaders.files.network import SEPARATOR, evidence_lists, links_of

_ENTITY_COLUMNS = ("id", "type", "name", "aliases", "named", "iso3", "wikidata", "links")
_FACT_COLUMNS = (
    *("key", "subject", "subject_name", "subject_type"),
    *("relation", "object", "object_name", "object_type"),
    *("date", "date_from", "date_to", "status", "role", "place", "event", "amount"),
    *("confidence", "support", "releases", "quotes", "rules"),
)
_RELEASE_COLUMNS = ("id", "title", "source", "published", "url", "sha256", "sources", "copies")
_EVIDENCE_COLUMNS = ("fact", "release", "start", "end", "quote", "rule")


def write_csv(
    graph: KnowledgeGraph, directory: Path, *, evidence_text: bool = True
) -> tuple[Path, ...]:
    """Write tables of entities, facts, releases and evidence (RFC 4180, UTF-8 without BOM).

    Lists are joined with ``SEPARATOR``; what is unknown is an empty cell. A cell that a spreadsheet
    would run as a formula gets a leading apostrophe (OWASP, CSV injection). Each file replaces an
    older one whole, and none is replaced before all four are written. ``evidence.csv`` has a row
    for each quote, with its offsets in the release in code points.

    Args:
        graph: What to write.
        directory: Where to.
        evidence_text: Whether the words of the quotes are written.

    Returns:
        The four files.

    Raises:
        OSError: The directory cannot be made or written to; older files stay as they were.
    """
    return write_folder(
        directory,
        {
            "entities.csv": _lines(_ENTITY_COLUMNS, map(_entity_row, graph.entities)),
            "facts.csv": _lines(
                _FACT_COLUMNS, (_fact_row(fact, quotes=evidence_text) for fact in graph.facts)
            ),
            "releases.csv": _lines(_RELEASE_COLUMNS, map(_release_row, graph.releases)),
            "evidence.csv": _lines(
                _EVIDENCE_COLUMNS, _evidence_rows(graph.facts, quotes=evidence_text)
            ),
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
        "links": links_of(entity),
    }


def _fact_row(fact: Fact, *, quotes: bool) -> dict[str, object]:
    row: dict[str, object] = {
        "key": fact.key,
        "subject": fact.subject.id,
        "subject_name": fact.subject.name,
        "subject_type": str(fact.subject.type),
        "relation": str(fact.predicate),
        "object": fact.object.id,
        "object_name": fact.object.name,
        "object_type": str(fact.object.type),
        **fact.qualifiers.stated(),
        "confidence": fact.confidence,
        "support": fact.support,
        **evidence_lists(fact.evidence, quotes=quotes),
    }
    if fact.qualifiers.date:
        first, last = bounds(fact.qualifiers.date)
        row |= {"date_from": first.isoformat(), "date_to": last.isoformat()}
    return row


def _evidence_rows(facts: Iterable[Fact], *, quotes: bool) -> Iterator[dict[str, object]]:
    for fact in facts:
        for item in fact.evidence:
            yield {
                "fact": fact.key,
                "release": item.release,
                "start": item.start,
                "end": item.end,
                "quote": item.text if quotes else None,
                "rule": item.rule,
            }


def _release_row(release: Particulars) -> dict[str, object]:
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
