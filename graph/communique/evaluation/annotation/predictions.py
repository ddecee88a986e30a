"""Exported statements, read back (``communique export statements`` and its documents)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluation.annotation.inputs import json_lines, need
from communique.evaluation.annotation.names import normal_name


@dataclass(frozen=True, slots=True)
class PredictedEntity:
    """An end of an exported statement."""

    id: str
    type: str
    name: str
    aliases: frozenset[str]

    def normal(self, kept: frozenset[str]) -> str:
        """Its name in normal form."""
        return normal_name(self.name, self.type, kept)

    def names(self, kept: frozenset[str]) -> frozenset[str]:
        """Name and aliases in normal form."""
        return frozenset(normal_name(form, self.type, kept) for form in (self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class PredictedEvidence:
    """A quote; offsets in code points, None where the export gives none."""

    document: str
    title: str | None
    start: int | None
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class PredictedStatement:
    """An exported statement and its line in the file, counted from 1."""

    line: int
    subject: PredictedEntity
    predicate: str
    object: PredictedEntity
    qualifiers: Mapping[str, str]
    evidence: tuple[PredictedEvidence, ...]

    def __str__(self) -> str:
        """The statement in words."""
        return f"{self.subject.name} {self.predicate} {self.object.name}"


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What ``documents.jsonl`` says about one release."""

    title: str | None = None
    text: str | None = None


def load_predictions(path: Path) -> list[PredictedStatement]:
    """Read and check exported statements.

    Raises:
        MalformedInputError: Naming file and line.
    """
    return [_statement(raw, where, line) for where, line, raw in json_lines(path)]


def load_documents(path: Path) -> dict[str, SourceDocument]:
    """The optional ``documents.jsonl`` beside the predictions, by document id."""
    if not path.exists():
        return {}
    documents = {}
    for where, _, raw in json_lines(path):
        need(isinstance(raw.get("id"), str), where, "'id' must be a string")
        for name in ("title", "text"):
            fits = raw.get(name) is None or isinstance(raw[name], str)
            need(fits, where, f"{name!r} must be a string")
        documents[raw["id"]] = SourceDocument(raw.get("title"), raw.get("text"))
    return documents


def _statement(raw: dict[str, Any], where: str, line: int) -> PredictedStatement:
    need(isinstance(raw.get("predicate"), str), where, "'predicate' must be a string")
    evidence = raw.get("evidence")
    filled = isinstance(evidence, list) and bool(evidence)
    need(filled, where, "'evidence' must be a list that is not empty")
    qualifiers = raw.get("qualifiers") or {}
    need(isinstance(qualifiers, dict), where, "'qualifiers' must be an object")
    for name, value in qualifiers.items():
        fits = value is None or isinstance(value, str)
        need(fits, where, f"qualifier {name!r} must be a string")
    return PredictedStatement(
        line,
        _entity(raw.get("subject"), f"{where}: subject"),
        raw["predicate"],
        _entity(raw.get("object"), f"{where}: object"),
        {name: value for name, value in qualifiers.items() if value},
        tuple(_evidence(item, where) for item in raw["evidence"]),
    )


def _entity(raw: Any, where: str) -> PredictedEntity:
    need(isinstance(raw, dict), where, "an entity must be an object")
    for name in ("id", "type", "name"):
        filled = isinstance(raw.get(name), str) and bool(raw[name])
        need(filled, where, f"{name!r} must be a string")
    aliases = raw.get("aliases") or []
    strings = isinstance(aliases, list) and all(isinstance(alias, str) for alias in aliases)
    need(strings, where, "'aliases' must be strings")
    return PredictedEntity(raw["id"], raw["type"], raw["name"], frozenset(aliases))


def _evidence(raw: Any, where: str) -> PredictedEvidence:
    need(isinstance(raw, dict), where, "evidence must be a list of objects")
    need(isinstance(raw.get("document"), str), where, "evidence needs a 'document' string")
    need(isinstance(raw.get("text"), str), where, "evidence needs a 'text' string")
    title = raw.get("title", raw.get("document_title"))
    need(title is None or isinstance(title, str), where, "evidence 'title' must be a string")
    for name in ("start", "end"):
        value = raw.get(name)
        # `type` and not isinstance: True is an int, but no offset
        fits = value is None or (type(value) is int and value >= 0)
        need(fits, where, f"evidence {name!r} must be an offset")
    return PredictedEvidence(raw["document"], title, raw.get("start"), raw.get("end"), raw["text"])
