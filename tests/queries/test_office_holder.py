"""Who held which office when, by the days of the releases that say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation
from communique.queries.catalogue import template
from communique.queries.runner import run

COUNTRY, BODY = EntityType.COUNTRY, EntityType.ORGANISATION
LATVIA = Entity("country-LVA", COUNTRY, "Latvia", ("Latvian",), iso3="LVA")
ESTONIA = Entity("country-EST", COUNTRY, "Estonia", ("Estonian",), iso3="EST")
LEAGUE = Entity("organisation-league", BODY, "Northern Defence League", ("NDL",))
PARLIAMENT = Entity("organisation-parliament", BODY, "Parliament of Latvia")

HELD: list[tuple[str, str, Entity, tuple[str | None, ...]]] = [
    ("Ilze Berzkalne", "President", LATVIA, ("2019-07-09", "2023-06-30")),
    ("Edvins Kalnberzins", "Foreign Minister", LATVIA, ("2019-01-25", "2023-05-02")),
    ("Edvins Kalnberzins", "President", LATVIA, ("2023-07-10", "2024-02-01")),
    ("Karlis Ozols", "Vice President", LATVIA, ("2020-01-01", "2024-01-01")),
    ("Guntis Veide", "former President", LATVIA, ("2020-01-01", "2024-01-01")),
    ("Daina Liepa", "President", PARLIAMENT, ("2020-01-01", "2024-01-01")),
    ("Karin Roos", "President", ESTONIA, ("2021-10-11", "2024-01-01")),
    ("Mara Lind", "Secretary-General", LEAGUE, ("2020-01-01", None)),
    ("Otto Brandt", "Chair", ESTONIA, ("2017-06-01", "2018-06-01", "2025-06-01")),
    ("Nora Vane", "Chair", ESTONIA, ("2021-06-01", "2023-06-01")),
    ("Paul Ford", "NDL Secretary General", LEAGUE, (None,)),
]


def graph() -> KnowledgeGraph:
    releases, facts = [], []
    for number, (name, role, of, days) in enumerate(HELD):
        person = Entity(f"person-{name.casefold().replace(' ', '-')}", EntityType.PERSON, name)
        told = [(f"r{number}-{place}", day) for place, day in enumerate(days)]
        for release, day in told:
            releases.append(Release(release, "News", "Newsroom", f"News\n{name}", published=day))
        quotes = tuple(Evidence(id_, 5, 5 + len(name), name, "by-hand") for id_, _ in told)
        facts.append(
            Fact(person, Relation.REPRESENTS, of, Qualifiers(role=role), quotes, confidence=0.9)
        )
    return KnowledgeGraph.of(releases, facts)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = EmbeddedStore(tmp_path_factory.mktemp("store") / "graph.kgl")
    load(graph(), store)
    yield store
    store.close()


def holders(store: Store, **values: object) -> list[tuple[object, ...]]:
    rows = run(store, template("office-holder"), values).rows
    return [(row["stated"], row["person"]) for row in rows]


def test_the_holder_on_a_day_is_whom_releases_name_before_and_after(store: Store) -> None:
    assert holders(store, office="President of Latvia", on="2021-05-01") == [
        ("before and after", "Ilze Berzkalne"),
        ("after", "Edvins Kalnberzins"),
    ]


def test_of_two_who_held_it_twice_the_one_last_told_of_comes_first(store: Store) -> None:
    rows = run(store, template("office-holder"), {"office": "Chair", "on": "2022-01-01"}).rows

    assert [(row["person"], row["before"], row["after"]) for row in rows] == [
        ("Nora Vane", "2021-06-01", "2023-06-01"),
        ("Otto Brandt", "2018-06-01", "2025-06-01"),
    ]


def test_between_two_holders_both_are_told_with_the_nearer_release(store: Store) -> None:
    assert holders(store, office="President of Latvia", on="2023-07-05") == [
        ("before", "Ilze Berzkalne"),
        ("after", "Edvins Kalnberzins"),
    ]


def test_without_a_day_all_holders_come_in_the_order_of_time(store: Store) -> None:
    rows = run(store, template("office-holder"), {"office": "president", "of": "Latvia"}).rows

    assert [(row["person"], row["first"], row["last"], row["support"]) for row in rows] == [
        ("Ilze Berzkalne", "2019-07-09", "2023-06-30", 2),
        ("Edvins Kalnberzins", "2023-07-10", "2024-02-01", 2),
    ]


@pytest.mark.parametrize(
    ("office", "people"),
    [
        ("Latvian President", ["Ilze Berzkalne", "Edvins Kalnberzins"]),
        ("Vice President of Latvia", ["Karlis Ozols"]),
        ("former President of Latvia", ["Guntis Veide"]),
        ("President of the Parliament of Latvia", ["Daina Liepa"]),
        ("foreign minister", ["Edvins Kalnberzins"]),
        ("Minister for Foreign Affairs of Latvia", ["Edvins Kalnberzins"]),
        ("Secretary General of the NDL", ["Mara Lind", "Paul Ford"]),
        ("NDL Secretary General", ["Mara Lind", "Paul Ford"]),
        ("Secretary-General of the Northern Defence League", ["Mara Lind", "Paul Ford"]),
        ("Latvia", []),
        ("President of Lithuania", []),
    ],
)
def test_an_office_is_found_as_people_write_it(
    store: Store, office: str, people: list[str]
) -> None:
    assert [person for _, person in holders(store, office=office)] == people


def test_a_bare_office_is_that_of_all_who_have_it(store: Store) -> None:
    people = {person for _, person in holders(store, office="President", on="2022-01-01")}

    assert people == {"Ilze Berzkalne", "Edvins Kalnberzins", "Karin Roos", "Daina Liepa"}


def test_a_day_is_one_day(store: Store) -> None:
    with pytest.raises(ValueError, match="2023 is no single day"):
        holders(store, office="President", on="2023")


def test_retracting_narrows_the_interval_to_what_is_left(tmp_path: Path) -> None:
    whole = graph()
    left = KnowledgeGraph.of(
        whole.releases,
        [
            Fact(f.subject, f.predicate, f.object, f.qualifiers, f.evidence[:1], f.confidence)
            for f in whole.facts
        ],
    )
    store = EmbeddedStore(tmp_path / "graph.kgl")
    load(whole, store)
    load(left, store)

    assert holders(store, office="President of Latvia", on="2021-05-01") == [
        ("before", "Ilze Berzkalne"),
        ("after", "Edvins Kalnberzins"),
    ]
    store.close()


def test_the_words_of_the_office_are_told_as_one_text(store: Store) -> None:
    answer = run(store, template("office-holder"), {"office": "President of Latvia"})

    assert answer.told == "office = president latvia, limit = 20"
