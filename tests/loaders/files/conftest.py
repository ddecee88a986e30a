"""A small graph with what file formats stumble over: no dates, lists, control characters."""

from collections.abc import Iterator
from itertools import count, product

import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Link, Qualifiers, Release
from communique.ontology import SIGNATURES, EntityType, Relation, Status


@pytest.fixture(scope="session")
def notes() -> tuple[Release, Release]:
    """The releases of the small graph as they were read."""
    text = (
        "Tour notes\nMinister Oana Prelipcean met Jonas Ekwall.\x0b"
        "She speaks for Sweden. <Really> & so."
    )
    release = Release("tour-1", "Tour notes", "Ministry", text, published="2024-05-03")
    again = Release("tour-2", "More notes", "Ministry", "Oana Prelipcean met Jonas Ekwall again.")
    return release, again


@pytest.fixture(scope="session")
def graph(notes: tuple[Release, Release]) -> KnowledgeGraph:
    release, again = notes
    oana = Entity(
        "person-oana-prelipcean", EntityType.PERSON, "Oana Prelipcean", ("O. Prelipcean", "Oana P.")
    )
    jonas = Entity("person-jonas-ekwall", EntityType.PERSON, "=Jonas Ekwall")
    sweden = Entity("country-SWE", EntityType.COUNTRY, "Sweden", iso3="SWE", wikidata="Q34")
    body = Entity("organisation-ministry", EntityType.ORGANISATION, "Ministry\x00 of\x1b Ports")

    def quote(source: Release, start: int, end: int) -> Evidence:
        return Evidence(source.id, start, end, source.text[start:end], "made/by-hand")

    met = Qualifiers(date="2024-05", place="Malmö", status=Status.HELD)
    met_again = Qualifiers(date="2024-06-01/2024-06-03", status=Status.PLANNED)
    facts = (
        Fact(jonas, Relation.MEETS, oana, met, (quote(release, 11, 53), quote(again, 0, 39)), 0.9),
        Fact(jonas, Relation.MEETS, oana, met_again, (quote(again, 0, 39),), 0.8),
        Fact(
            *(oana, Relation.REPRESENTS, sweden, Qualifiers(role="+Minister")),
            *((quote(release, 53, len(release.text)),), 1.0),
        ),
        Fact(oana, Relation.REPRESENTS, body, Qualifiers(), (quote(release, 11, 53),), 0.7),
    )
    return KnowledgeGraph.of((release, again), facts)


@pytest.fixture(scope="session")
def whole_vocabulary() -> KnowledgeGraph:
    """Every relation between every two types that it takes, with every qualifier it takes."""
    said = Release("all-1", "All", "Desk; Ports", "All of it.", url="https://desk.example/all")
    again = Release("all-2", "Again", "", "All of it, again.", published="2024-06-02")
    every = [
        Fact(*ends, qualifiers, (Evidence(r.id, 0, 10, r.text[:10], "by/hand"),), 0.5)
        for (ends, qualifiers), r in product(_every_ends(), (said, again))
    ]
    return KnowledgeGraph.of((said, again), {fact.key: fact for fact in every}.values())


_STATED = {
    "date": ("2024-05-03", "2024-05", "2023/2024-02", None),
    "place": ("Porto; Alto\n, Harbour", None, None, None),
    "event": ("the \u201cTalks\u201d", None, None, None),
    "role": ("Envoy", '"Deputy\tEnvoy"', None, None),
    "status": (Status.PLANNED, Status.HELD, None, None),
    "amount": ("EUR 2 million", None, None, None),
}


def _every_ends() -> Iterator[tuple[tuple[Entity, Relation, Entity], Qualifiers]]:
    number = count()
    for relation, signature in SIGNATURES.items():
        for kinds in product(sorted(signature.subjects), sorted(signature.objects)):
            subject, object_ = (_entity(kind, next(number)) for kind in kinds)
            for row in range(4):
                stated = {name: _STATED[name][row] for name in signature.qualifiers}
                yield (subject, relation, object_), Qualifiers(**stated)  # type: ignore[arg-type]


def _entity(kind: EntityType, number: int) -> Entity:
    if kind is EntityType.COUNTRY:
        code, name = (("FRA", "France"), ("XKX", "Kosovo"), ("", "Old  Land"))[number % 3]
        return Entity(f"country-{code or 'old'}", kind, name, iso3=code or None)
    names = (f'"The {kind} {number}"', f"Ð\u200bor đ {number}", f"({kind} {number}) & Co.")
    link = Link("owl:sameAs", f"http://www.wikidata.org/entity/Q{number + 1}", "by hand")
    links = (link, Link("rdfs:seeAlso", f"https://x.example/a?b={number}&c#d"))
    aliases = (f"  {kind}\t{number} ", f"'{number}'")
    return Entity(f"{kind.lower()}_{number}", kind, names[number % 3], aliases, links=links)
