"""The rows that hold one release and its statements, and the digests over them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern

from communique.graph import Entity, Evidence, Particulars, Qualifiers, Release, Statement
from communique.ledger.file import Database
from communique.ontology import EntityType, Relation, Status

RELEASE = "id, title, source, text, body, published, url, truncated"
"""Columns of a release as a feed gives it."""
PARTICULARS = "id, title, source, text_digest, published, url, truncated"
"""Those of what is known of it beside its words."""
RELEASE_COLUMNS = f"{RELEASE}, text_digest, extractor, reading, content"
"""All its columns but the number."""

_OF_A_RELEASE = {
    "entity": ("id, type, name, aliases, named, iso3, wikidata", "id"),
    "statement": (
        "number, subject, predicate, object, date, place, event, role, status, amount, confidence",
        "number",
    ),
    "evidence": ("statement, number, start_offset, end_offset, quote, rule", "statement, number"),
}

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One release as the ledger stores it; the columns are those of the scripts in ``schema/``.

    Attributes:
        release: From ``id`` to ``extractor``.
        entities: From ``id`` on, by id.
        statements: From ``number`` on, by number.
        evidence: From ``statement`` on, by statement and number.
    """

    release: Row
    entities: tuple[Row, ...]
    statements: tuple[Row, ...]
    evidence: tuple[Row, ...]

    @property
    def reading(self) -> str:
        """Digest over what decided the statements; equal to the function's of that name."""
        return _digest(self.release)

    @property
    def content(self) -> str:
        """Digest over everything in it."""
        return _digest([self.release, self.entities, self.statements, self.evidence])


@dataclass(frozen=True, slots=True)
class Entry:
    """A release as a ledger holds it, to be carried to another ledger.

    Attributes:
        arrival: Its place in the order of arrival, from 1.
        record: What was recorded.
        former: Entity, id and name of each canonical id that an entity of it once had.
    """

    arrival: int
    record: Record
    former: tuple[Row, ...] = ()


def reading(release: Release, extractor: str) -> str:
    """Digest of what decides the statements: text, metadata and version of the extractor."""
    return _digest(_release_row(release, extractor))


def record_of(release: Release, statements: Sequence[Statement], extractor: str) -> Record:
    """The rows of a release.

    Raises:
        ValueError: A statement rests on another release, a quote is not the slice of the text that
            its offsets name, or two different entities have one id.
    """
    _check(release, statements)
    pairs = list(enumerate(statements))
    return Record(
        _release_row(release, extractor),
        tuple(_entity_row(entity) for entity in _entities(statements)),
        tuple(_statement_row(number, statement) for number, statement in pairs),
        tuple(
            (number, place, item.start, item.end, item.text, item.rule)
            for number, statement in pairs
            for place, item in enumerate(statement.evidence)
        ),
    )


def rows_of(database: Database, number: int, table: str) -> Iterator[Row]:
    """The rows of entities, statements or evidence of the release of a number, in order."""
    columns, order = _OF_A_RELEASE[table]
    query = f"SELECT {columns} FROM {table} WHERE release = ? ORDER BY {order}"  # noqa: S608
    return database.rows(query, (number,))


def entries(database: Database) -> Iterator[Entry]:
    """Every release with all that was recorded of it, ordered by id."""
    former = "SELECT entity, id, name FROM given_id WHERE release = ? AND NOT current"
    columns = f"{RELEASE}, text_digest, extractor"
    place = "ROW_NUMBER() OVER (ORDER BY number)"
    query = f"SELECT {place}, number, {columns} FROM release ORDER BY id"  # noqa: S608
    for arrival, number, *cells in database.rows(query):
        said = (tuple(rows_of(database, number, table)) for table in _OF_A_RELEASE)
        ids = tuple(database.rows(f"{former} ORDER BY entity, id", (number,)))
        yield Entry(arrival, Record(tuple(cells), *said), ids)


def content_of(record: Record) -> tuple[Release, tuple[Statement, ...]]:
    """The release of a record, and its statements as the extractor gave them.

    Raises:
        ValueError: The rows make none, or not just these.
    """
    try:
        release, entities = release_of(record.release[:8]), map(entity_of, record.entities)
        by_id = {entity.id: entity for entity in entities}
        evidence: dict[Cell, tuple[Evidence, ...]] = {}
        for row in record.evidence:
            evidence[row[0]] = (*evidence.get(row[0], ()), evidence_of(release.id, row))
        statements = tuple(statement_of(row, by_id, evidence[row[0]]) for row in record.statements)
    except (LookupError, TypeError) as error:
        raise ValueError(f"something is missing ({error})") from error
    if record_of(release, statements, str(record.release[-1])).content != record.content:
        raise ValueError("it is not as it was recorded")
    return release, statements


def release_of(row: Sequence[Cell]) -> Release:
    """The release in a row ``id, title, source, text, body, published, url, truncated``."""
    id_, title, source, text, body, published, url, truncated = row
    return Release(
        id=str(id_),
        title=str(title),
        source=str(source),
        text=str(text),
        body=int(body or 0),
        published=_text(published),
        url=_text(url),
        truncated=bool(truncated),
    )


def particulars_of(row: Sequence[Cell]) -> Particulars:
    """What is known of a release, in a row of ``PARTICULARS``."""
    id_, title, source, digest, published, url, truncated = row
    return Particulars(
        str(id_),
        str(title),
        str(source),
        str(digest),
        _text(published),
        _text(url),
        bool(truncated),
    )


def entity_of(row: Row) -> Entity:
    """The entity in a row of ``Record.entities``."""
    id_, type_, name, aliases, named, iso3, wikidata = row
    return Entity(
        str(id_),
        EntityType(str(type_)),
        str(name),
        tuple(json.loads(str(aliases))),
        bool(named),
        _text(iso3),
        _text(wikidata),
    )


def evidence_of(release_id: str, row: Row) -> Evidence:
    """The evidence in a row of ``Record.evidence``."""
    _, _, start, end, quote, rule = row
    shared = intern(str(quote)), intern(str(rule))  # many statements rest on one sentence
    return Evidence(release_id, int(start or 0), int(end or 0), *shared)


def statement_of(
    row: Row, entities: dict[str, Entity], evidence: tuple[Evidence, ...]
) -> Statement:
    """The statement in a row of ``Record.statements``."""
    _, subject, predicate, object_, date, place, event, role, status, amount, confidence = row
    return Statement(
        entities[str(subject)],
        Relation(str(predicate)),
        entities[str(object_)],
        evidence,
        Qualifiers(
            date=_text(date),
            place=_text(place),
            event=_text(event),
            role=_text(role),
            status=Status(str(status)) if status is not None else None,
            amount=_text(amount),
        ),
        float(confidence or 0),
    )


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _digest(rows: object) -> str:
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _check(release: Release, statements: Iterable[Statement]) -> None:
    for item in (item for statement in statements for item in statement.evidence):
        if item.release != release.id:
            raise ValueError(f"a statement of {release.id} rests on release {item.release}")
        if release.text[item.start : item.end] != item.text:
            raise ValueError(
                f"the quote at {item.start}..{item.end} is not in the text of {release.id}"
            )


def _entities(statements: Iterable[Statement]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for end in (end for s in statements for end in (s.subject, s.object)):
        if found.setdefault(end.id, end) != end:
            raise ValueError(f"two different entities have the id {end.id}")
    return [found[id_] for id_ in sorted(found)]


def _release_row(release: Release, extractor: str) -> Row:
    return (
        release.id,
        release.title,
        release.source,
        release.text,
        release.body,
        release.published,
        release.url,
        int(release.truncated),
        release.sha256,
        extractor,
    )


def _entity_row(entity: Entity) -> Row:
    aliases = json.dumps(entity.aliases, ensure_ascii=False)
    return (
        entity.id,
        str(entity.type),
        entity.name,
        aliases,
        int(entity.named),
        entity.iso3,
        entity.wikidata,
    )


def _statement_row(number: int, statement: Statement) -> Row:
    q = statement.qualifiers
    return (
        number,
        statement.subject.id,
        str(statement.predicate),
        statement.object.id,
        q.date,
        q.place,
        q.event,
        q.role,
        str(q.status) if q.status is not None else None,
        q.amount,
        float(statement.confidence),  # a whole number would be another digest when read back
    )
