"""A small graph with what file formats stumble over: no dates, lists, control characters."""

import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import EntityType, Relation, Status


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    text = (
        "Tour notes\nMinister Oana Prelipcean met Jonas Ekwall.\x0b"
        "She speaks for Sweden. <Really> & so."
    )
    release = Release("tour-1", "Tour notes", "Ministry", text, published="2024-05-03")
    again = Release("tour-2", "More notes", "Ministry", "Oana Prelipcean met Jonas Ekwall again.")
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
            *((quote(release, 53, len(text)),), 1.0),
        ),
        Fact(oana, Relation.REPRESENTS, body, Qualifiers(), (quote(release, 11, 53),), 0.7),
    )
    return KnowledgeGraph.of((release, again), facts)
