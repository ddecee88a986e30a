import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import EntityType, Relation, Status

VISIT = "Minister Ana Petrova will visit Romania in May.\nShe will meet Ion Dragan in Cluj.\n"
AFTER = "Ana Petrova is to visit Romania in May, her office said.\nRomania hosts training.\n"


def quote(release: Release, text: str, rule: str) -> Evidence:
    start = release.text.index(text)
    return Evidence(release.id, start, start + len(text), text, rule)


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The texts of the releases, by id."""
    return {"visit-1": VISIT, "after-2": AFTER}


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    """Two releases: both tell the visit, one the meeting and the office, the other the training."""
    visit = Release(
        "visit-1", "Visit to Romania", "NATO", VISIT, 0, "2024-04-28", "https://news.example/1"
    )
    after = Release("after-2", "Before the visit", "Europol", AFTER)
    petrova = Entity("person-ana-petrova", EntityType.PERSON, "Ana Petrova", ("Petrova",))
    dragan = Entity("person-ion-dragan", EntityType.PERSON, "Ion Dragan")
    romania = Entity("country-ROU", EntityType.COUNTRY, "Romania", (), iso3="ROU", wikidata="Q218")
    training = Entity("operation-1", EntityType.OPERATION, "training", named=False)
    nato = Entity("org-nato", EntityType.ORGANISATION, "NATO")
    twice = (
        quote(after, "Ana Petrova is to visit Romania in May", "visits/be-to"),
        quote(visit, "Minister Ana Petrova will visit Romania in May.", "visits/visit"),
    )
    meeting = (quote(visit, "She will meet Ion Dragan in Cluj.", "meets/meet"),)
    office = (quote(visit, "Minister Ana Petrova", "represents/title"),)
    hosting = (quote(after, "Romania hosts training.", "hosts/host"),)
    planned = Status.PLANNED
    return KnowledgeGraph.of(
        [visit, after],
        [
            Fact(
                petrova, Relation.VISITS, romania, Qualifiers("2024-05", status=planned), twice, 0.9
            ),
            Fact(
                petrova,
                Relation.MEETS,
                dragan,
                Qualifiers("2024-05-06/2024-05-07", "Cluj", "talks", status=planned),
                meeting,
                1.0,
            ),
            Fact(petrova, Relation.REPRESENTS, nato, Qualifiers(role="Minister"), office, 0.75),
            Fact(petrova, Relation.REPRESENTS, romania, Qualifiers(role="Minister"), office, 0.25),
            Fact(romania, Relation.HOSTS, training, Qualifiers(), hosting, 1 / 3),
        ],
    )
