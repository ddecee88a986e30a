"""Where somebody meets or hosts."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]

PLACES = {
    "behind": ("Minister Ana Duran met Mr Carl Berg in Lisbon on Monday.", "Lisbon"),
    "behind a day": ("Minister Ana Duran met Mr Carl Berg on Monday in Lisbon.", "Lisbon"),
    "at the end": ("Minister Ana Duran met Mr Carl Berg on Monday, in Lisbon.", "Lisbon"),
    "between": ("Minister Ana Duran met in Lisbon with Mr Carl Berg.", "Lisbon"),
    "before": ("While in Lisbon, Minister Ana Duran met Mr Carl Berg.", "Lisbon"),
    "of a journey": (
        "Minister Ana Duran will travel to Lisbon, Portugal, on Monday, where she will meet "
        "Mr Carl Berg.",
        "Lisbon",
    ),
    "of a stop": (
        "Minister Ana Duran will stop in Lisbon for talks with Mr Carl Berg.",
        "Lisbon",
    ),
    "of both": ("Minister Ana Duran and Mr Carl Berg met today in Lisbon.", "Lisbon"),
    "a body's house": (
        "Minister Ana Duran met Mr Carl Berg at the Ministry of Ports.",
        "Ministry of Ports",
    ),
    "where somebody is welcomed": (
        "Minister Ana Duran welcomed Mr Carl Berg to Lisbon for talks.",
        "Lisbon",
    ),
    "in a part of a town": (
        "Minister Ana Duran met Mr Carl Berg in the centre of Lisbon.",
        "Lisbon",
    ),
    "before the rest of the sentence": (
        "Minister Ana Duran met Mr Carl Berg in Lisbon, where she had opened a port in Porto.",
        "Lisbon",
    ),
}
NOWHERE = {
    "of the matter": (
        "Minister Ana Duran met Mr Carl Berg on Monday. The two discussed the flood in Mali."
    ),
    "of the matter behind": "Minister Ana Duran met Mr Carl Berg to discuss the flood in Mali.",
    "by telephone": "Minister Ana Duran spoke by phone with Mr Carl Berg in Lisbon.",
    "by call": "Minister Ana Duran called Foreign Minister Carl Berg from Lisbon on Monday.",
    "online": "Minister Ana Duran met Mr Carl Berg virtually in Lisbon on Monday.",
    "of another deed": "Minister Ana Duran met Mr Carl Berg and visited a port in Lisbon.",
    "of what is praised": (
        "Minister Ana Duran met Mr Carl Berg on Monday, praising the role of NATO in Kosovo."
    ),
    "of what is discussed": (
        "Minister Ana Duran discussed with Mr Carl Berg the mission of NATO in Kosovo."
    ),
    "of what is called for": (
        "Minister Ana Duran and Mr Carl Berg met on Monday and called for talks in Mali."
    ),
    "of who asked for it": "Minister Ana Duran met Mr Carl Berg at the request of Mali.",
    "of what is in view": "Minister Ana Duran met Mr Carl Berg in view of Mali's election.",
    "of who is briefed": "Minister Ana Duran met Mr Carl Berg, and officials in Mali were briefed.",
    "of an invitation": (
        "Minister Ana Duran met Mr Carl Berg on Monday and invited him to Estonia."
    ),
    "of a bound journey": (
        "Minister Ana Duran met Mr Carl Berg, who will travel to Lisbon on Monday."
    ),
}


def places(read: Read, body: str) -> dict[str, str | None]:
    """Where each is met, by name."""
    meetings = [s for s in read(body) if s.predicate == Relation.MEETS]
    ends = {end.name: s.qualifiers.place for s in meetings for end in (s.subject, s.object)}
    return {name: place for name, place in ends.items() if name != "Ana Duran"}


@pytest.mark.parametrize(("body", "place"), PLACES.values(), ids=PLACES.keys())
def test_a_meeting_is_where_its_sentence_says(read: Read, body: str, place: str) -> None:
    assert places(read, body) == {"Carl Berg": place}


@pytest.mark.parametrize("body", NOWHERE.values(), ids=NOWHERE.keys())
def test_a_place_of_something_else_is_none_of_a_meeting(read: Read, body: str) -> None:
    assert places(read, body) == {"Carl Berg": None}


@pytest.mark.parametrize(
    "rest",
    [
        " to discuss online safety",
        " and reiterated calls to end the war",
        " on Monday and called the talks fruitful",
        " after the video surveillance centre opened",
    ],
    ids=["online-safety", "calls-to-end", "called-fruitful", "video-surveillance"],
)
def test_a_matter_of_calls_or_video_leaves_a_meeting_its_place(read: Read, rest: str) -> None:
    body = f"Minister Ana Duran met Mr Carl Berg in Lisbon{rest}."

    assert places(read, body) == {"Carl Berg": "Lisbon"}


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran met Mr Carl Berg in Lisbon and spoke by phone with Ms Eva Tamm.",
        "Minister Ana Duran spoke by phone with Ms Eva Tamm and met Mr Carl Berg in Lisbon.",
    ],
    ids=["behind", "before"],
)
def test_a_call_is_nowhere_and_a_meeting_beside_it_somewhere(read: Read, body: str) -> None:
    assert places(read, body) == {"Carl Berg": "Lisbon", "Eva Tamm": None}


def test_a_place_may_be_spelt_within_a_name(read: Read) -> None:
    body = "Minister Ana Duran met Mr Carl Limanov in Lima on Monday."

    assert places(read, body) == {"Carl Limanov": "Lima"}


def test_all_of_a_list_meet_at_the_place_behind_it(read: Read) -> None:
    body = "Minister Ana Duran met Mr Carl Berg, Foreign Minister of Estonia, and NATO in Lisbon."

    assert places(read, body) == {"Carl Berg": "Lisbon", "NATO": "Lisbon"}


def test_who_called_before_they_met_met_somewhere(read: Read) -> None:
    body = (
        "Minister Ana Duran spoke by phone with Mr Carl Berg on Monday. "
        "Minister Ana Duran met Mr Carl Berg in Lisbon."
    )

    assert places(read, body) == {"Carl Berg": "Lisbon"}


def test_who_called_is_not_where_somebody_is_said_to_travel(read: Read) -> None:
    body = (
        "Minister Ana Duran’s Call with Foreign Minister Carl Berg\n\nMinister Ana Duran and "
        "Foreign Minister Carl Berg discussed the Foreign Minister’s trip to Lisbon. Minister Ana "
        "Duran and Foreign Minister Carl Berg also reviewed the budget."
    )

    assert set(places(read, body).values()) == {None}


@pytest.mark.parametrize("word", ["and ", "and later ", "Ana ", "called Ana of ", "met with "])
def test_a_run_of_words_before_a_call_is_read_soon(read: Read, word: str) -> None:
    body = f"Minister Ana Duran met Mr Carl Berg. {word * 200}online."

    assert set(places(read, body)) >= {"Carl Berg"}


def test_each_meeting_of_a_journey_has_its_own_place(read: Read) -> None:
    body = (
        "Minister Ana Duran met Mr Carl Berg in Lisbon and, on Tuesday in Porto, she met "
        "Ms Eva Tamm. In Faro, she will meet Mr Dan Holt."
    )

    assert places(read, body) == {"Carl Berg": "Lisbon", "Eva Tamm": "Porto", "Dan Holt": "Faro"}


@pytest.mark.parametrize("word", ["12", "Monday", "on 3 May 2024", "and then later"])
def test_a_run_of_days_is_read_in_one_way(read: Read, word: str) -> None:
    """Patterns that tried every way to part it would never come to an end."""
    body = f"Minister Ana Duran met Mr Carl Berg. {f'{word} ' * 200}in Lisbon."

    assert set(places(read, body)) == {"Carl Berg"}


def test_here_is_the_town_of_the_dateline(read: Read) -> None:
    body = "LISBON, 3 May 2024 - Minister Ana Duran held talks here on Friday with Mr Carl Berg."

    assert places(read, body) == {"Carl Berg": "Lisbon"}


@pytest.mark.parametrize(
    "rest", ["; photos of the meeting are here", ", photos of whom are here"], ids=["link", "whom"]
)
def test_here_of_a_link_is_no_town(read: Read, rest: str) -> None:
    body = f"LISBON, 3 May 2024 - Minister Ana Duran met Mr Carl Berg on Friday{rest}."

    assert places(read, body) == {"Carl Berg": None}


def test_who_spoke_is_not_where_somebody_was_said_to_be(read: Read) -> None:
    body = "Minister Ana Duran visited Lisbon on Monday. She spoke with Mr Carl Berg."

    assert places(read, body) == {"Carl Berg": None}


@pytest.mark.parametrize("name", ["Harbour", "Online Safety"])
def test_an_event_is_hosted_where_the_sentence_says(read: Read, name: str) -> None:
    found = read(f"Estonia will host the {name} Conference in Tartu on 3 June 2024.")

    assert {s.qualifiers.place for s in found if s.predicate == Relation.HOSTS} == {"Tartu"}


def test_those_between_whom_a_team_is_set_up_are_no_place_of_it(read: Read) -> None:
    found = read("The Harbour Centre was set up at Europol between Portugal and Spain.")

    hosted = [s for s in found if s.predicate == Relation.HOSTS]
    assert hosted
    assert all(s.qualifiers.place is None for s in hosted)
