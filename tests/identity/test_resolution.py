"""Who is who across releases."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph import Entity, Release, Statement
from communique.identity import Resolution, Verdict, resolve

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]


def resolution(*releases: Told) -> Resolution:
    return resolve((release.id, statements) for release, statements in releases)


def ids(found: Resolution, kind: str) -> list[str]:
    """Canonical ids of one type, sorted."""
    return sorted({e.id for e in found.entities.values() if e.id.startswith(f"{kind}-")})


PERSON_FORMS = {
    "diacritics": ("Łukasz Đorđević", "Lukasz Dordevic"),
    "hyphen": ("Jean-Marc Petit", "Jean Marc Petit"),
    "case": ("Ada LIND", "Ada Lind"),
    "particle": ("Omar Al-Haddad", "Omar Haddad"),
    "initial": ("Ada M. Lind", "Ada Lind"),
    "suffix": ("Paul Ford Jr.", "Paul Ford"),
    "honorific": ("Dr Ada Lind", "Ada Lind"),
    "script": ("Владимир Попов", "Vladimir Popov"),
}


@pytest.mark.parametrize(("one", "other"), PERSON_FORMS.values(), ids=PERSON_FORMS)
def test_a_full_name_is_one_person_in_each_spelling(tell: Tell, one: str, other: str) -> None:
    found = resolution(
        tell("a", (f"person {one}", "REPRESENTS", "body Harbour League")),
        tell("b", (f"person {other}", "VISITS", "country Norway/NOR")),
    )

    assert len(ids(found, "person")) == 1


def test_a_person_is_named_in_full_and_keeps_the_other_forms(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ada Lind|Minister Lind", "REPRESENTS", "country Norway/NOR")),
        tell("b", ("person Lind|the Minister", "REPRESENTS", "country Norway/NOR")),
    )

    ada = found.entities["a#1"]
    assert (ada.id, ada.name) == ("person-ada-lind", "Ada Lind")
    assert ada.aliases == ("Lind", "Minister Lind", "the Minister")
    assert found.entities["b#1"] == ada


def test_namesakes_who_represent_different_countries_stay_apart(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person John Smith", "REPRESENTS", "country Canada/CAN")),
        tell("b", ("person John Smith", "REPRESENTS", "country Australia/AUS")),
    )

    assert ids(found, "person") == ["person-john-smith", "person-john-smith-aus"]
    (apart,) = (d for d in found.decisions if d.kind is Verdict.APART)
    assert apart.ids == ("a#1", "b#1")
    assert "different countries: AUS and CAN" in apart.reason


def test_a_ministry_of_a_state_tells_its_ministers_apart(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ion Pop", "REPRESENTS", "body Ministry of Defence of Romania")),
        tell("b", ("person Ion Pop", "REPRESENTS", "country Moldova/MDA")),
    )

    assert ids(found, "person") == ["person-ion-pop", "person-ion-pop-mda"]


def test_a_namesake_without_country_joins_the_one_of_the_same_body(tell: Tell) -> None:
    found = resolution(
        tell(
            "a",
            ("person John Smith", "REPRESENTS", "country Canada/CAN"),
            ("person John Smith", "REPRESENTS", "body Arctic Forum"),
        ),
        tell("b", ("person John Smith", "REPRESENTS", "country Australia/AUS")),
        tell("c", ("person John Smith", "REPRESENTS", "body Arctic Forum")),
        tell("d", ("person John Smith", "VISITS", "country France/FRA")),
    )

    assert found.entities["c#1"].id == found.entities["a#1"].id == "person-john-smith"
    assert len(ids(found, "person")) == 3
    assert any(d.kind is Verdict.UNSURE and "d#1" in d.ids for d in found.decisions)


def test_someone_who_changes_office_stays_one_person(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ada Lind", "REPRESENTS", "body Harbour League")),
        tell("b", ("person Ada Lind", "REPRESENTS", "body River Commission")),
    )

    assert ids(found, "person") == ["person-ada-lind"]


def test_a_surname_alone_joins_the_only_one_with_the_same_body(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Hammerstein", "REPRESENTS", "body Harbour League")),
        tell("b", ("person Rosa Hammerstein", "REPRESENTS", "body Harbour League")),
    )

    assert ids(found, "person") == ["person-rosa-hammerstein"]
    (merge,) = (d for d in found.decisions if d.kind is Verdict.MERGE and "a#1" in d.ids)
    assert [feature.name for feature in merge.features] == [
        "surname alone: hammerstein",
        "same body: Harbour League",
    ]


def test_a_surname_alone_stays_apart_without_a_common_body(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Hammerstein", "REPRESENTS", "body River Commission")),
        tell("b", ("person Rosa Hammerstein", "REPRESENTS", "body Harbour League")),
    )

    assert ids(found, "person") == ["person-hammerstein", "person-rosa-hammerstein"]


def test_a_surname_alone_stays_apart_where_several_have_it(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Hammerstein", "REPRESENTS", "body Harbour League")),
        tell("b", ("person Rosa Hammerstein", "REPRESENTS", "body Harbour League")),
        tell("c", ("person Karl Hammerstein", "REPRESENTS", "body Harbour League")),
    )

    assert len(ids(found, "person")) == 3
    assert any(decision.kind is Verdict.UNSURE for decision in found.decisions)


def test_a_surname_alone_stays_apart_from_a_person_of_another_country(tell: Tell) -> None:
    found = resolution(
        tell(
            "a",
            ("person Hammerstein", "REPRESENTS", "body Harbour League"),
            ("person Hammerstein", "REPRESENTS", "country Austria/AUT"),
        ),
        tell(
            "b",
            ("person Rosa Hammerstein", "REPRESENTS", "body Harbour League"),
            ("person Rosa Hammerstein", "REPRESENTS", "country Norway/NOR"),
        ),
    )

    assert len(ids(found, "person")) == 2


@pytest.mark.parametrize("title", ["Secretary General", "the President", "Foreign Minister"])
def test_a_title_joins_nobody(tell: Tell, title: str) -> None:
    found = resolution(
        tell("a", (f"person Ada Lind|{title}", "REPRESENTS", "body Harbour League")),
        tell("b", (f"person Jon Berg|{title}", "REPRESENTS", "body Harbour League")),
        tell("c", (f"person {title}", "REPRESENTS", "body Harbour League")),
        tell("d", (f"person {title}", "REPRESENTS", "body Harbour League")),
    )

    assert len(ids(found, "person")) == 4


def test_a_country_goes_by_its_code(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ada Lind", "VISITS", "country Türkiye|Turkish/TUR")),
        tell("b", ("person Jon Berg", "VISITS", "country Turkey/TUR")),
        tell("c", ("person Ulf Dahl", "VISITS", "country Turkey")),
    )

    assert ids(found, "country") == ["country-TUR"]
    assert found.entities["a#2"].aliases == ("Turkish", "Türkiye")


def test_a_country_without_code_goes_by_its_name(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ada Lind", "VISITS", "country Port Republic")),
        tell("b", ("person Jon Berg", "VISITS", "country PORT REPUBLIC")),
    )

    assert ids(found, "country") == ["country-port-republic"]


BODIES = {
    "acronym given as alias": ("Harbour Safety League|HSL", "HSL"),
    "acronym as the name": ("HSL|Harbour Safety League", "HSL"),
    "long form of an acronym": ("HSL|Harbour Safety League", "Harbour Safety League"),
    "spelling": ("Harbour Defence Organisation", "Harbour Defense Organization"),
    "article and case": ("the Harbour League", "Harbour LEAGUE"),
    "state before or after": ("Ukrainian Ministry of Defence", "Ministry of Defense of Ukraine"),
}


@pytest.mark.parametrize(("one", "other"), BODIES.values(), ids=BODIES)
def test_a_body_is_one_in_each_form(tell: Tell, one: str, other: str) -> None:
    found = resolution(
        tell("a", (f"body {one}", "SUPPORTS", "country Norway/NOR")),
        tell("b", (f"body {other}", "SUPPORTS", "country Chile/CHL")),
    )

    assert len(ids(found, "organisation")) == 1


def test_ministries_of_two_states_stay_apart(tell: Tell) -> None:
    found = resolution(
        tell("a", ("body Ministry of Defence of Ukraine", "SUPPORTS", "country Norway/NOR")),
        tell("b", ("body Ministry of Defence of Georgia", "SUPPORTS", "country Norway/NOR")),
    )

    assert len(ids(found, "organisation")) == 2


def test_a_bare_ministry_joins_the_one_of_the_state_it_is_tied_to(tell: Tell) -> None:
    found = resolution(
        tell("a", ("body Ministry of Defence of Ukraine", "SUPPORTS", "country Norway/NOR")),
        tell(
            "b",
            ("person Olena Koval", "REPRESENTS", "body Ministry of Defence"),
            ("person Olena Koval", "REPRESENTS", "country Ukraine/UKR"),
        ),
        tell("c", ("body Ministry of Defence", "LOCATED_IN", "country Georgia/GEO")),
    )

    assert found.entities["a#1"] == found.entities["b#2"]
    assert found.entities["c#1"] != found.entities["a#1"]


def test_bare_ministries_of_several_releases_stay_apart(tell: Tell) -> None:
    found = resolution(
        tell("a", ("body Ministry of Defence|MoD", "SUPPORTS", "country Norway/NOR")),
        tell("b", ("body Ministry of Defence|MoD", "SUPPORTS", "country Norway/NOR")),
    )

    assert len(ids(found, "organisation")) == 2
    assert [decision.kind for decision in found.decisions if "a#1" in decision.ids] == [
        Verdict.UNSURE
    ]


def test_an_acronym_of_two_bodies_joins_neither(tell: Tell) -> None:
    found = resolution(
        tell("a", ("body Coastal Rescue League|CRL", "SUPPORTS", "country Norway/NOR")),
        tell("b", ("body Canal Registry Lodge|CRL", "SUPPORTS", "country Norway/NOR")),
        tell("c", ("body CRL", "SUPPORTS", "country Norway/NOR")),
    )

    assert len(ids(found, "organisation")) == 3


def test_a_named_operation_is_one_with_and_without_the_word_operation(tell: Tell) -> None:
    found = resolution(
        tell("a", ("operation Operation LANTERN 2023", "INVOLVES", "country Norway/NOR")),
        tell("b", ("operation Lantern 2023", "INVOLVES", "country Chile/CHL")),
        tell("c", ("operation Lantern 2024", "INVOLVES", "country Chile/CHL")),
    )

    assert ids(found, "operation") == ["operation-lantern-2023", "operation-lantern-2024"]


def test_an_operation_that_is_only_described_belongs_to_its_release(tell: Tell) -> None:
    row = ("some operation training of divers", "INVOLVES", "country Norway/NOR")

    found = resolution(tell("a", row), tell("b", row))

    operations = ids(found, "operation")
    assert len(operations) == 2
    assert all(len(id_) == len("operation-") + 8 for id_ in operations)


def test_two_described_events_of_one_release_stay_apart(tell: Tell) -> None:
    found = resolution(
        tell(
            "a",
            ("some event press conference|morning", "HELD_IN", "place Oslo"),
            ("some event press conference|evening", "HELD_IN", "place Bergen"),
        )
    )

    assert len(ids(found, "event")) == 2


def test_events_of_one_name_in_different_years_stay_apart(tell: Tell) -> None:
    found = resolution(
        tell("a", ("event Harbour Summit", "HELD_IN", "place Oslo", {"date": "2023-05"})),
        tell("b", ("event Harbour Summit", "HELD_IN", "place Oslo", {"date": "2024-05-03"})),
    )

    assert ids(found, "event") == ["event-harbour-summit", "event-harbour-summit-2024"]


def test_places_of_one_name_in_different_countries_stay_apart(tell: Tell) -> None:
    found = resolution(
        tell("a", ("place Valencia", "LOCATED_IN", "country Spain/ESP")),
        tell("b", ("place Valencia", "LOCATED_IN", "country Venezuela/VEN")),
    )

    assert ids(found, "place") == ["place-valencia", "place-valencia-ven"]


def test_a_name_without_latin_letters_still_gives_an_id(tell: Tell) -> None:
    found = resolution(tell("a", ("person Олена Коваль", "VISITS", "place Ⅷ")))

    assert found.entities["a#1"].id == "person-olena-koval"
    assert found.entities["a#2"].id.startswith("place-")


def test_every_merge_says_why(tell: Tell) -> None:
    row = ("person Ada Lind", "VISITS", "country Norway/NOR")

    found = resolution(tell("a", row), tell("b", row))

    assert [(d.kind, d.ids, d.reason) for d in found.decisions] == [
        (Verdict.MERGE, ("a#1", "b#1"), "same name: ada lind"),
        (Verdict.MERGE, ("a#2", "b#2"), "same ISO code: NOR"),
    ]


# -- properties, over a small world full of namesakes

PEOPLE = ["Ada Lind", "Lind", "Ada M. Lind", "Jon Lind", "Berg", "Rosa Berg|Berg", "the President"]
POSTS = [
    "country Norway/NOR",
    "country Canada/CAN",
    "country Norge",
    "body Ministry of Defence",
    "body Ministry of Defence of Norway",
    "body Norwegian Police",
    "body Harbour Safety League|HSL",
    "body HSL",
    "body Harbour Safety Lodge|HSL",
]
OCCASIONS = [
    "event Harbour Summit",
    "some event talks",
    "operation Lantern",
    "some operation talks",
]
person = st.sampled_from([f"person {name}" for name in PEOPLE])
WorldRow = tuple[str, str, str, dict[str, str]]
row: st.SearchStrategy[WorldRow] = st.one_of(
    st.tuples(
        person,
        st.just("REPRESENTS"),
        st.sampled_from(POSTS),
        st.sampled_from([{}, {"role": "Minister"}]),
    ),
    st.tuples(
        person,
        st.just("PARTICIPATES_IN"),
        st.sampled_from(OCCASIONS),
        st.sampled_from([{}, {"date": "2023-05"}, {"date": "2024"}]),
    ),
    st.tuples(
        st.sampled_from(["place Port", "body Ministry of Defence", "body HSL"]),
        st.just("LOCATED_IN"),
        st.sampled_from(POSTS[:3]),
        st.just({}),
    ),
)
world = st.lists(st.lists(row, min_size=1, max_size=4), min_size=1, max_size=7)


def resolved(statements: tuple[Statement, ...], found: Resolution) -> list[Statement]:
    """The statements between canonical entities."""
    pairs = ((s, found.entities[s.subject.id], found.entities[s.object.id]) for s in statements)
    return [
        Statement(subject, s.predicate, object_, s.evidence, s.qualifiers)
        for s, subject, object_ in pairs
        if subject.id != object_.id
    ]


@given(rows=world, shuffle=st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_releases_and_statements_changes_nothing(
    tell: Tell, rows: list[list[WorldRow]], shuffle: random.Random
) -> None:
    releases = [tell(f"r{number}", *lines) for number, lines in enumerate(rows)]
    straight = resolution(*releases)

    mixed = [(r, tuple(shuffle.sample(said, len(said)))) for r, said in releases]
    shuffle.shuffle(mixed)

    assert resolution(*mixed) == straight


@given(rows=world)
@settings(max_examples=60, deadline=None)
def test_resolving_what_is_resolved_changes_nothing(tell: Tell, rows: list[list[WorldRow]]) -> None:
    releases = [tell(f"r{number}", *lines) for number, lines in enumerate(rows)]
    once = resolution(*releases)

    twice = resolve((release.id, resolved(said, once)) for release, said in releases)

    def told(end: Entity) -> tuple[str, ...]:  # the id rests on the first release's name for it
        return end.type, end.name, *end.aliases

    ends = {end.id: end for end in once.entities.values()}
    assert {id_: told(end) for id_, end in twice.entities.items()} == {
        id_: told(end) for id_, end in ends.items()
    }
    assert len({end.id for end in twice.entities.values()}) == len(ends)


@given(rows=world)
@settings(max_examples=60, deadline=None)
def test_different_entities_have_different_ids(tell: Tell, rows: list[list[WorldRow]]) -> None:
    found = resolution(*(tell(f"r{number}", *lines) for number, lines in enumerate(rows)))

    entities = set(found.entities.values())
    assert len({end.id for end in entities}) == len(entities)


def test_the_office_tells_whose_surname_it_is_where_several_have_it(tell: Tell) -> None:
    league, minister = "body Harbour League", {"role": "Prime Minister"}
    found = resolution(
        tell("a", ("person Hammerstein", "REPRESENTS", "country Norway/NOR", minister)),
        tell("b", ("person Rosa Hammerstein", "REPRESENTS", "country Norway/NOR", minister)),
        tell("c", ("person Karl Hammerstein", "REPRESENTS", league, {"role": "Prosecutor"})),
    )

    assert ids(found, "person") == ["person-karl-hammerstein", "person-rosa-hammerstein"]
    assert found.entities["a#1"].name == "Rosa Hammerstein"


def test_a_surname_stays_apart_where_two_held_the_office(tell: Tell) -> None:
    office = ("REPRESENTS", "country Norway/NOR", {"role": "Prime Minister"})
    names = ("Hammerstein", "Rosa Hammerstein", "Karl Hammerstein")
    found = resolution(
        *(tell(f"r{number}", (f"person {name}", *office)) for number, name in enumerate(names))
    )

    assert len(ids(found, "person")) == 3


def test_bodies_of_one_acronym_that_share_a_full_form_are_one(tell: Tell) -> None:
    found = resolution(
        tell("a", ("body CRQ|Coastal Watch to the Bay", "SUPPORTS", "country Norway/NOR")),
        tell("b", ("body Coastal Watch to the Bay|CRQ", "SUPPORTS", "country Norway/NOR")),
        tell("c", ("body CRQ", "SUPPORTS", "country Norway/NOR")),
        tell("d", ("body CRQ|Coastal Watch to the Bay", "SUPPORTS", "country Norway/NOR")),
    )

    assert len(ids(found, "organisation")) == 1


def test_a_listed_force_is_the_organisation_that_its_statements_need(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ada Lind", "REPRESENTS", "body KFOR")),
        tell("b", ("country Norway/NOR", "SUPPORTS", "operation KFOR")),
    )

    assert found.entities["a#2"] == found.entities["b#2"]
    assert found.entities["a#2"].id == "organisation-kfor"


def test_a_listed_force_takes_the_kind_of_the_gazetteer(tell: Tell) -> None:
    found = resolution(
        tell("a", ("country Norway/NOR", "SUPPORTS", "body KFOR")),
        tell("b", ("country Norway/NOR", "SUPPORTS", "operation KFOR")),
    )

    assert found.entities["a#2"] == found.entities["b#2"]
    assert found.entities["a#2"].id == "operation-kfor"


def test_a_listed_force_stays_two_where_statements_need_both_kinds(tell: Tell) -> None:
    found = resolution(
        tell("a", ("person Ada Lind", "REPRESENTS", "body KFOR")),
        tell("b", ("operation KFOR", "INVOLVES", "country Norway/NOR")),
    )

    assert found.entities["a#2"].id == "organisation-kfor"
    assert found.entities["b#1"].id == "operation-kfor"
