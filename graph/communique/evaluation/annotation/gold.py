"""Gold files: what a correct graph says about a release, as the annotation guide defines it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluation.annotation.inputs import need, read_json, read_text
from communique.evaluation.annotation.names import kept_names, normal_name
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ENDS_OF_INTERVAL = 2


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An annotated entity.

    Attributes:
        key: What the file calls it.
        type: What it is.
        name: Its name as annotated.
        types: ``type`` and the types that are as right.
        names: Name and aliases in normal form.
        named: Whether the text gives it a proper name.
        kept: The names in its document that keep an honorific.
        aliases: Its other forms as annotated, whether or not the text has them.
    """

    key: str
    type: str
    name: str
    types: frozenset[str]
    names: frozenset[str]
    named: bool
    kept: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldTriple:
    """An annotated triple; each qualifier holds every value that is right, None for silence."""

    subject: GoldEntity
    predicate: str
    object: GoldEntity
    qualifiers: Mapping[str, tuple[str | None, ...]]
    evidence: tuple[str, ...]
    optional: bool

    def __str__(self) -> str:
        """The triple in words."""
        return f"{self.subject.name} {self.predicate} {self.object.name}"


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated release; ``text`` is None where it is not at hand."""

    slug: str
    title: str
    entities: Mapping[str, GoldEntity]
    triples: tuple[GoldTriple, ...]
    text: str | None

    @property
    def required_entities(self) -> set[str]:
        """Keys of the entities that a complete graph has: those in a triple not optional."""
        return {end.key for t in self.triples if not t.optional for end in (t.subject, t.object)}


def is_iso_date(value: str) -> bool:
    """A day, a month or a year, or an interval of two of these."""
    parts = value.split("/")
    return len(parts) <= _ENDS_OF_INTERVAL and all(_ISO.fullmatch(part) for part in parts)


def load_gold(directory: Path, texts: Path | None = None) -> list[GoldDocument]:
    """Every gold file under a directory, in order of path; texts from beside them or `texts`.

    Raises:
        MalformedInputError: A folder without gold file, or a file against the guide.
    """
    need(directory.is_dir(), str(directory), "no such directory")
    paths = sorted(directory.rglob("*.json"))
    need(bool(paths), str(directory), "holds no gold file (*.json)")
    documents = [load_gold_file(path, texts) for path in paths]
    _need_distinct(directory, "slug", documents, lambda document: document.slug)
    _need_distinct(directory, "title", documents, lambda document: document.title)
    return documents


def _need_distinct(
    directory: Path, what: str, documents: list[GoldDocument], value: Callable[[GoldDocument], str]
) -> None:
    seen: set[str] = set()
    for document in documents:
        normal = normal_name(value(document))
        reason = f"two gold files have the {what} {value(document)!r}"
        need(normal not in seen, str(directory), reason)
        seen.add(normal)


def load_gold_file(path: Path, texts: Path | None = None) -> GoldDocument:
    """Read and check one gold file: keys, types, predicates, qualifiers, evidence."""
    raw = read_json(path)
    named = isinstance(raw, dict) and isinstance(raw.get("document"), str)
    text = read_text((texts or path.parent) / f"{raw['document']}.txt") if named else None
    return gold_of(raw, path, text)


def gold_of(raw: Any, path: Path, text: str | None) -> GoldDocument:
    """Check the value of a gold file; quotes only if the text is at hand."""
    need(isinstance(raw, dict), str(path), "a gold file is a JSON object")
    for name in ("document", "title"):
        need(isinstance(raw.get(name), str), str(path), f"{name!r} must be a string")
    for name in ("entities", "triples"):
        need(isinstance(raw.get(name), list), str(path), f"{name!r} must be a list")
    entities = _entities(raw["entities"], path)
    triples = tuple(
        _triple(item, f"{path}: triple {number}", entities, text)
        for number, item in enumerate(raw["triples"], 1)
    )
    return GoldDocument(raw["document"], raw["title"], entities, triples, text)


def _entities(raw: list[Any], path: Path) -> dict[str, GoldEntity]:
    checked = [(item, _forms(item, path)) for item in raw]
    kept = kept_names((item["key"], item["type"], forms) for item, forms in checked)
    entities: dict[str, GoldEntity] = {}
    taken: dict[str, str] = {}
    for item, forms in checked:
        where = f"{path}: entity {item['key']!r}"
        need(item["key"] not in entities, where, "the key is used twice")
        names = frozenset(normal_name(form, item["type"], kept) for form in forms)
        named = bool(item.get("named", True))
        entity = GoldEntity(
            item["key"], item["type"], item["name"], _types(item), names, named, kept, forms[1:]
        )
        for form in sorted(names) if named else ():
            other = taken.setdefault(form, entity.key)
            need(other == entity.key, where, f"shares the name {form!r} with {other!r}")
        entities[entity.key] = entity
    return entities


def _types(item: dict[str, Any]) -> frozenset[str]:
    return frozenset((item["type"], *item.get("alt_types", ())))


def _forms(item: Any, path: Path) -> tuple[str, ...]:
    """Name and aliases of an entity, after checking it."""
    need(isinstance(item, dict), str(path), f"an entity is an object, not {item!r}")
    where = f"{path}: entity {item.get('key')!r}"
    for name in ("key", "type", "name"):
        filled = isinstance(item.get(name), str) and bool(item[name])
        need(filled, where, f"{name!r} must be a string")
    types = _types(item)
    need(types <= frozenset(map(str, EntityType)), where, f"unknown type in {sorted(types)}")
    forms = (item["name"], *item.get("aliases", ()))
    strings = all(isinstance(form, str) and form for form in forms)
    need(strings, where, "aliases must be strings")
    return forms


def _triple(
    raw: Any, where: str, entities: Mapping[str, GoldEntity], text: str | None
) -> GoldTriple:
    need(isinstance(raw, dict), where, "must be an object")
    predicate = raw.get("predicate")
    need(predicate in list(Relation), where, f"unknown predicate {predicate!r}")
    for name in ("subject", "object"):
        need(raw.get(name) in entities, where, f"{name} {raw.get(name)!r} is no entity's key")
    subject, object_ = entities[raw["subject"]], entities[raw["object"]]
    signature = SIGNATURES[Relation(predicate)]
    fits = bool(subject.types & signature.subjects)
    need(fits, where, f"a {subject.type} cannot be subject of {predicate}")
    fits = bool(object_.types & signature.objects)
    need(fits, where, f"a {object_.type} cannot be object of {predicate}")
    qualifiers = _qualifiers(raw.get("qualifiers", {}), Relation(predicate), where)
    evidence = _quotes(raw.get("evidence"), where, text)
    optional = bool(raw.get("optional", False))
    return GoldTriple(subject, predicate, object_, qualifiers, evidence, optional)


def _many(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _qualifiers(
    raw: Mapping[str, Any], predicate: Relation, where: str
) -> dict[str, tuple[str | None, ...]]:
    qualifiers = {name: _many(value) for name, value in raw.items()}
    for name, values in qualifiers.items():
        need(name in SIGNATURES[predicate].qualifiers, where, f"{predicate} takes no {name!r}")
        need(bool(values), where, f"{name!r} is empty")
        strings = all(value is None or isinstance(value, str) for value in values)
        need(strings, where, f"{name!r} must be strings or null")
        stated = [value for value in values if value is not None]
        if name == "status":
            known = None not in values and set(stated) <= set(map(str, Status))
            need(known, where, f"unknown status in {values}")
        if name == "date":
            need(all(map(is_iso_date, stated)), where, f"bad date in {values}")
    return qualifiers


def _quotes(raw: Any, where: str, text: str | None) -> tuple[str, ...]:
    quotes = _many(raw)
    for quote in quotes:
        filled = isinstance(quote, str) and bool(quote)
        need(filled, where, "evidence must be a string or a list of strings")
        need(text is None or quote in text, where, f"evidence is not in the text: {quote!r}")
    return quotes
