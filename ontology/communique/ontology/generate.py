"""Writes what is made from ``communique.ttl``: modules, JSON-LD context, shapes and a page.

Run ``python -m communique.ontology.generate`` after a change of the ontology. The generated modules
need no RDF library, so that a program that only reads releases does not load one.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from communique.ontology.context import CONTEXT_FILE, render_context
from communique.ontology.page import render_page
from communique.ontology.schema import (
    RelationTerms,
    Schema,
    ontology_graph,
    ontology_text,
    read_schema,
)
from communique.ontology.shapes import SHAPES_FILE, render_shapes, shapes_text

PAGE = "docs/ontology.md"
"""Where a checkout has the page, from its root."""

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


def render_files(turtle: str, shapes: str) -> Mapping[str, str]:
    """All that is made from the ontology, by file name; the page by its place in a checkout.

    Args:
        turtle: The ontology.
        shapes: The shapes as they are, whose part written by hand is kept.
    """
    schema, ontology = read_schema(turtle), ontology_graph(turtle)
    return {
        **render(schema),
        CONTEXT_FILE: render_context(ontology),
        SHAPES_FILE: render_shapes(schema, shapes),
        PAGE: render_page(ontology, schema),
    }


def main() -> None:
    """Rewrite the generated files beside this module and, in a checkout, the page."""
    folder = Path(__file__).parent
    root = folder.parents[2]
    for name, text in render_files(ontology_text(), shapes_text()).items():
        path = (root if name == PAGE else folder) / name
        if path.parent.is_dir():
            fresh = path.with_name(f"{path.name}.new")
            fresh.write_text(text, encoding="utf-8", newline="\n")
            os.replace(fresh, path)


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
