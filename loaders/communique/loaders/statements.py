"""The statement export: facts and documents as JSON Lines (contract of the evaluation)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import IO, Any

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Particulars, Release

Read = Callable[[str], Release]
"""Gives the release of an id, with its text."""


def write_statements(graph: KnowledgeGraph, out: IO[str]) -> None:
    """Write one fact a line, by subject id, relation, object id and key.

    Offsets are half open and count code points of the text in ``write_documents``. The same graph
    gives the same text.

    Args:
        graph: What to write.
        out: Text stream, to be opened as UTF-8 with line feeds as line ends.
    """
    titles = {release.id: release.title for release in graph.releases}
    for fact in graph.facts:
        _write_line(_fact(fact, titles), out)


def write_documents(graph: KnowledgeGraph, read: Read, out: IO[str]) -> None:
    """Write one release a line, by id, with the text that offsets count in and its SHA-256.

    Copies that other wires forwarded are named with it, if there are any; their texts are not.
    One release is read at a time.

    Args:
        graph: What to write.
        read: Where the texts come from, such as ``release`` of the ledger.
        out: Text stream, to be opened as UTF-8 with line feeds as line ends.
    """
    for release in graph.releases:
        _write_line(_document(release, read(release.id).text), out)


def _write_line(content: Mapping[str, Any], out: IO[str]) -> None:
    out.write(json.dumps(content, ensure_ascii=False) + "\n")


def _fact(fact: Fact, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": fact.key,
        "subject": _entity(fact.subject),
        "predicate": str(fact.predicate),
        "object": _entity(fact.object),
        "qualifiers": fact.qualifiers.stated(),
        "evidence": [_evidence(item, titles[item.release]) for item in fact.evidence],
        "confidence": fact.confidence,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": str(entity.type),
        "name": entity.name,
        "aliases": sorted(entity.aliases),
    }


def _evidence(evidence: Evidence, title: str) -> dict[str, Any]:
    return {
        "document": evidence.release,
        "title": title,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "rule": evidence.rule,
    }


def _document(release: Particulars, text: str) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": release.id,
        "title": release.title,
        "source": release.source,
        "published": release.published,
        "text": text,
        "sha256": release.sha256,
    }
    if release.copies:
        document["copies"] = [asdict(copy) for copy in release.copies]
    return document
