"""The rows that hold one release and its statements, and the digests over them."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation, Status

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
    return Evidence(release_id, int(start or 0), int(end or 0), str(quote), str(rule))


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
