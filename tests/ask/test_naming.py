from datetime import date

import pytest

from communique.loaders.store import Store
from communique.queries.ask import Asker
from communique.queries.catalogue import catalogue
from communique.queries.names import Names

TODAY = date(2024, 12, 15)


@pytest.fixture(scope="module")
def asker(store: Store, names: Names) -> Asker:
    return Asker(store, catalogue(), names)


def meant(asker: Asker, question: str) -> dict[str, str]:
    reading = asker.ask(question, TODAY).reading
    assert reading is not None, question
    return reading.parameters


@pytest.mark.parametrize(
    ("question", "entity"),
    [
        ("who met halvorson", "person-sigrid-halvorsen"),
        ("Whom did Oystein Hauglund meet?", "person-oystein-haugland"),
        ("meetings of Gergely Horvath", "person-gergely-horvath"),
        ("who met al rashidi", "person-khalid-al-rashidi"),
        ("meetings of the british", "country-GBR"),
        ("Prime Minister Kask's meetings", "person-triin-kask"),
        ("Estonian Prime Minister Kask's meetings", "person-triin-kask"),
        ("Whom did the Latvian president meet?", "person-janis-ozolins"),
        ("operations in Romaina", "country-ROU"),
        ("us meetings", "country-USA"),
        ("show us the meetings of Norway", "country-NOR"),
        ("meetings of the European Union", "organisation-european-union"),
    ],
)
def test_names_are_found_as_people_write_them(asker: Asker, question: str, entity: str) -> None:
    assert entity in meant(asker, question).values()


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("who attended the riga forum", "event-riga-border-forum"),
        ("who attended the vilnius sumit", "event-vilnius-summit"),
        ("participants of MSC 2024", "event-munich-security-conference-2024"),
        ("details about the donors' conference in Chisinau", "event-chisinau-donors-conference"),
    ],
)
def test_a_thing_is_found_by_part_of_its_name(asker: Asker, question: str, event: str) -> None:
    assert meant(asker, question) == {"event": event}


def test_a_bodys_state_is_no_name_of_its_own(asker: Asker) -> None:
    found = meant(asker, "officials of Moldova's Ministry of Internal Affairs")

    assert found == {"entity": "organisation-ministry-of-internal-affairs-of-moldova"}


def test_an_event_dates_a_question(asker: Asker) -> None:
    assert meant(asker, "Kovalchuk's meetings after the Vilnius Summit")["since"] == "2023-07-13"


def test_an_office_is_its_words_and_whose_it_is(asker: Asker) -> None:
    assert meant(asker, "former prime ministers of Estonia") == {
        "office": "prime minister",
        "of": "country-EST",
    }


def test_numbers_go_to_rows_or_to_sources(asker: Asker) -> None:
    assert meant(asker, "top 5 brokers") == {"limit": "5"}
    assert meant(asker, "facts with at least three independent sources") == {"least": "3"}


def test_a_period_that_must_end_ends_today(asker: Asker) -> None:
    assert meant(asker, "What's new since November 2024?")["until"] == "2024-12-15"


def test_parts_of_a_name_around_a_strange_initial_are_one_person(asker: Asker) -> None:
    reading = asker.ask("Who is Triin M. Kask?", TODAY).reading

    assert reading is not None
    assert reading.template == "offices-of"
    assert reading.values["person"].words == "Triin M. Kask"


def test_one_entity_never_fills_two_parameters(asker: Asker) -> None:
    reply = asker.ask("What do the releases say about Kask and Triin Kask?", TODAY)

    readings = [*filter(None, [reply.reading]), *reply.others]
    for reading in readings:
        assert len(set(reading.parameters.values())) == len(reading.parameters)
