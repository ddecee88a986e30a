"""Writes ``vocabulary.py`` and ``terms.py`` from ``communique.ttl``.

Run ``python -m communique.ontology.generate`` after a change of the ontology. The generated modules
need no RDF library, so that a program that only reads releases does not load one.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from communique.ontology.schema import RelationTerms, Schema, ontology_text, read_schema

_VOCABULARY = Template('''\
"""Entity types and relations of the ontology (generated from ``communique.ttl``; do not edit)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is."""

$entity_types


class Relation(StrEnum):
    """What a statement says of its subject and object."""

$relations


class Status(StrEnum):
    """Whether the release announces a fact or reports it."""

$statuses


@dataclass(frozen=True, slots=True)
class Signature:
    """What a relation may stand between and which qualifiers it takes.

    Attributes:
        subjects: Types that its subject may have.
        objects: Types that its object may have.
        qualifiers: Names of the qualifiers it takes.
        symmetric: Whether it says the same with its ends exchanged.
    """

    subjects: frozenset[EntityType]
    objects: frozenset[EntityType]
    qualifiers: frozenset[str]
    symmetric: bool = False


def _signature(
    *, subjects: str, objects: str, qualifiers: str = "", symmetric: bool = False
) -> Signature:
    return Signature(
        frozenset(EntityType(name) for name in subjects.split()),
        frozenset(EntityType(name) for name in objects.split()),
        frozenset(qualifiers.split()),
        symmetric,
    )


SIGNATURES: Mapping[Relation, Signature] = {
$signatures
}
''')

_TERMS = Template('''\
"""How the ontology writes the relations (generated from ``communique.ttl``; do not edit)."""

from collections.abc import Mapping

from communique.ontology.vocabulary import Relation

VERSION = "$version"
"""Version of the ontology."""

PROPERTIES: Mapping[Relation, str] = {
$properties
}
"""Local name of the property of a relation's direct triple."""

STATEMENT_CLASSES: Mapping[Relation, str] = {
$statements
}
"""Local name of the class of a relation's statements."""
''')


def render(schema: Schema) -> Mapping[str, str]:
    """The generated modules, by file name, formatted as the project formats its code."""
    relations = schema.relations
    return {
        "vocabulary.py": _VOCABULARY.substitute(
            entity_types=_members(schema.entity_types),
            relations=_members(relation.name for relation in relations),
            statuses=_members(schema.statuses),
            signatures="\n".join(_signature(relation) for relation in relations),
        ),
        "terms.py": _TERMS.substitute(
            version=schema.version,
            properties=_entries((relation.name, relation.property) for relation in relations),
            statements=_entries((relation.name, relation.statement) for relation in relations),
        ),
    }


def main() -> None:
    """Rewrite the generated modules beside this one."""
    folder = Path(__file__).parent
    for name, source in render(read_schema(ontology_text())).items():
        fresh = folder / f"{name}.new"
        fresh.write_text(source, encoding="utf-8", newline="\n")
        os.replace(fresh, folder / name)


def _members(values: Iterable[str]) -> str:
    return "\n".join(f'    {value.upper()} = "{value}"' for value in values)


def _entries(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f'    Relation.{name}: "{local}",' for name, local in pairs)


def _signature(relation: RelationTerms) -> str:
    """One argument a line with a comma after the last, so that the formatter keeps the lines."""
    arguments = [
        f'subjects="{" ".join(relation.subjects)}"',
        f'objects="{" ".join(relation.objects)}"',
    ]
    if relation.qualifiers:
        arguments.append(f'qualifiers="{" ".join(relation.qualifiers)}"')
    if relation.symmetric:
        arguments.append("symmetric=True")
    lines = "\n".join(f"        {argument}," for argument in arguments)
    return f"    Relation.{relation.name}: _signature(\n{lines}\n    ),"


if __name__ == "__main__":
    main()
