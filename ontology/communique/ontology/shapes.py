"""The SHACL shapes of exports: one part written by hand, the shapes of relations generated."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from communique.ontology.schema import RelationTerms, Schema

SHAPES_FILE = "shapes.ttl"
MARK = "# ---- generated from communique.ttl by communique.ontology.generate; do not edit below"


def shapes_text() -> str:
    """The shapes in Turtle, as they are shipped."""
    return files("communique.ontology").joinpath(SHAPES_FILE).read_text(encoding="utf-8")


def render_shapes(schema: Schema, written: str) -> str:
    """The file with its generated part made afresh.

    Args:
        schema: The vocabulary.
        written: The file as it is; what stands above the mark is kept.

    Raises:
        ValueError: The file has no mark.
    """
    by_hand, mark, _ = written.partition(MARK)
    if not mark:
        raise ValueError(f"{SHAPES_FILE} has no line {MARK!r}")
    shapes = [_entity(schema), _statement(schema), *_relations(schema)]
    return f"{by_hand}{MARK}\n\n" + "\n\n".join(shapes) + "\n"


def _entity(schema: Schema) -> str:
    types = _terms(schema.entity_types)
    return _shape(
        "Entity",
        types,
        [
            f"sh:path rdf:type ; sh:qualifiedValueShape [ sh:in ( {' '.join(types)} ) ] ;"
            " sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ;"
            ' sh:message "an entity has one type"@en'
        ],
    )


def _statement(schema: Schema) -> str:
    classes = _terms(sorted(relation.statement for relation in schema.relations))
    return _shape(
        "StatementClass",
        ["cq:Statement"],
        [
            f"sh:path rdf:type ; sh:qualifiedValueShape [ sh:in ( {' '.join(classes)} ) ] ;"
            " sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ;"
            ' sh:message "a statement has one class of statements"@en'
        ],
    )


def _relations(schema: Schema) -> Iterator[str]:
    qualifiers = sorted({name for relation in schema.relations for name in relation.qualifiers})
    for relation in schema.relations:
        yield _shape(
            relation.statement,
            [f"cq:{relation.statement}"],
            [
                f"sh:path rdf:predicate ; sh:in ( cq:{relation.property} ) ;"
                f' sh:message "its predicate is cq:{relation.property}"@en',
                _end("subject", relation.subjects),
                _end("object", relation.objects),
                *_without(qualifiers, relation),
            ],
        )


def _end(end: str, types: tuple[str, ...]) -> str:
    allowed = " ".join(f"[ sh:class {term} ]" for term in _terms(types))
    one_of = " or ".join(types)
    return f'sh:path rdf:{end} ; sh:or ( {allowed} ) ; sh:message "its {end} is {one_of}"@en'


def _without(qualifiers: Iterable[str], relation: RelationTerms) -> Iterator[str]:
    for name in qualifiers:
        if name not in relation.qualifiers:
            yield (
                f"sh:path cq:{name} ; sh:maxCount 0 ;"
                f' sh:message "cq:{relation.property} takes no cq:{name}"@en'
            )


def _terms(names: Iterable[str]) -> list[str]:
    return [f"cq:{name}" for name in names]


def _shape(name: str, targets: Iterable[str], properties: Iterable[str]) -> str:
    wanted = " ,\n".join(f"        [ {property_} ]" for property_ in properties)
    return (
        f"shape:{name} a sh:NodeShape ;\n"
        f"    sh:targetClass {', '.join(targets)} ;\n"
        f"    sh:property\n{wanted} ."
    )
