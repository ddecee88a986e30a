"""Bodies behind a name or an office, and whom an office in a list belongs to."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import MentionFinder

People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Captain Ana Duran of Europol spoke.", "Ana Duran", ("Captain", "Europol")),
        ("Ms Ana Duran of Europol spoke.", "Ana Duran", ("", "Europol")),
        ("Mr Carl Berg (Estonia) spoke.", "Carl Berg", ("", "Estonia")),
        ("Director Carl Berg (Europol) spoke.", "Carl Berg", ("Director", "Europol")),
        ("Ms Ana Duran, Deputy Director, Europol, spoke.", "Ana Duran",
         ("Deputy Director", "Europol")),
        ("Ms. Ana Duran, Europol", "Ana Duran", ("", "Europol")),
        ("Commissioner Ana Duran, Operations Department, Danish Police;", "Ana Duran",
         ("Commissioner", "Operations Department")),
        ("Ms Ana Duran, Regional Director, Lake Torsk Region, Europol", "Ana Duran",
         ("Regional Director", "Europol")),
        ("• Ms Ana Duran, Heron Alliance", "Ana Duran", ("", "Heron Alliance")),
        ("• Ms Ana Duran, President, Voices for Herons", "Ana Duran",
         ("President", "Voices for Herons")),
        ("• Ms Ana Duran, President, Northern Heron Forum", "Ana Duran",
         ("President", "Northern Heron Forum")),
        ("• Ms Ana Duran, Clean Reed Project", "Ana Duran", ("", "Clean Reed Project")),
        ("• Ms Ana Duran, Old Coastal (OCC) Church", "Ana Duran",
         ("", "Old Coastal (OCC) Church")),
    ],
    ids=[
        "rank-of", "name-of", "state-in-brackets", "body-in-brackets", "behind-the-office",
        "behind-the-name", "before-its-whole", "behind-a-region", "unlisted-body",
        "unlisted-body-behind-the-office", "body-like-an-event", "body-like-an-operation",
        "acronym-inside",
    ],
)  # fmt: skip
def test_a_body_behind_somebody_is_the_one_they_stand_for(
    people: People, text: str, name: str, office: tuple[str, str]
) -> None:
    assert people(text) == [(name, [office])]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("She hosted Ana Duran of Peru, Carl Berg of Bosnia and Herzegovina and Eva Tamm of Chile.",
         ["Peru", "Bosnia and Herzegovina", "Chile"]),
        ("She met Superintendent Ana Duran of the Netherlands.", ["Netherlands"]),
        ("She met Ms Ana Duran of Peru.", []),
    ],
    ids=["list", "rank", "neither"],
)  # fmt: skip
def test_a_state_behind_a_name_is_represented_by_a_rank_or_in_a_list(
    finder: MentionFinder, text: str, states: list[str]
) -> None:
    names = [n for n in ("Ana Duran", "Carl Berg", "Eva Tamm") if n in text]
    model = [(text.index(n), text.index(n) + len(n), "PERSON") for n in names]
    knowledge = finder.begin(None)
    finder.learn(text, model, knowledge)

    found = finder.find(text, model, knowledge)

    assert [r.body.name for m in found for r in m.roles if r.body] == states


@pytest.mark.parametrize(
    "text",
    ["Ms Ana Duran, Europol and others spoke.", "Ms Ana Duran (born 1970) spoke."],
    ids=["a-list-in-a-sentence", "no-body-in-brackets"],
)
def test_what_else_stands_behind_a_name_is_no_body(people: People, text: str) -> None:
    assert people(text) == [("Ana Duran", [])]


def test_an_office_between_two_names_belongs_to_the_one_it_leads(people: People) -> None:
    found = people("The Mayor of Porto, Ana Duran, the Director of Europol, Carl Berg, spoke.")

    assert ("Carl Berg", [("Director", "Europol")]) in found


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Minister Ana Duran, the African Union’s Commissioner for Trade, Ambassador Carl Berg, "
         "spoke.", ("Minister", ""), ("Commissioner for Trade", "African Union")),
        ("Ms Ana Duran, President of Peru, the President of Chile, Mr Carl Berg, spoke.",
         ("President", "Peru"), ("President", "Chile")),
        ("Minister Ana Duran, the Political Director of Malta’s foreign ministry Carl Berg spoke.",
         ("Minister", ""), ("Political Director", "foreign ministry of Malta")),
    ],
    ids=["addressed-by-an-office", "behind-another-office", "ministry-by-possessive"],
)  # fmt: skip
def test_a_definite_office_before_the_next_name_is_not_the_last_ones(
    people: People, text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert people(text) == [("Ana Duran", [first]), ("Carl Berg", [second])]


def test_a_high_commissioner_does_not_stand_in_the_state_sent_to(people: People) -> None:
    found = people("Norway’s High Commissioner to Chile, Ms Ana Duran, spoke.")

    assert found == [("Ana Duran", [("High Commissioner to Chile", "Norway")])]


@pytest.mark.parametrize(
    "text",
    ["In Riga President Ana Duran spoke.", "At the G7 President Ana Duran spoke."],
    ids=["town", "body"],
)
def test_where_somebody_is_is_not_whose_office_it_is(people: People, text: str) -> None:
    assert people(text) == [("Ana Duran", [("President", "")])]


def test_a_region_that_an_office_is_for_belongs_to_its_title(people: People) -> None:
    found = people("Deputy Assistant Secretary for Danish and Norwegian Affairs Ana Duran spoke.")

    title = "Deputy Assistant Secretary for Danish and Norwegian Affairs"
    assert found == [("Ana Duran", [(title, "")])]


def test_an_office_in_capitals_ends_before_the_name(people: People) -> None:
    found = people("UNDER SECRETARY FOR CIVILIAN SECURITY ANA DURAN")

    assert found == [("Ana Duran", [("Under Secretary for Civilian Security", "")])]


def test_the_edition_of_an_event_behind_somebody_is_no_body(people: People) -> None:
    assert people("• Ms Ana Duran, Director, Sixth Heron Forum") == [
        ("Ana Duran", [("Director", "")])
    ]
