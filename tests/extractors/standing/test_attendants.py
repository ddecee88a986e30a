"""Those who were at a meeting that a sentence before tells."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]
Read = Callable[..., tuple[Statement, ...]]

TALKS = (
    "Foreign Minister Ana Duran of Portugal held talks with Foreign Minister Eva Tamm of Estonia."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ambassador of Estonia to Portugal, Carl Berg, also attended the meeting.",
        "The Ambassador of Estonia to Portugal, Carl Berg, was also present.",
        "The Ambassador of Estonia to Portugal, Carl Berg, attended.",
        "The talks were attended by the Ambassador of Estonia to Portugal, Carl Berg.",
        "The Ambassador of Estonia to Portugal, Carl Berg, was there too.",
        "Others present were the Ambassador of Estonia to Portugal, Carl Berg, and his aides.",
        "The Ambassador of Estonia to Portugal, Carl Berg, was among those present.",
        "With them at the table was the Ambassador of Estonia to Portugal, Carl Berg.",
    ],
    ids=["attended", "present", "bare", "by", "there", "others", "among", "table"],
)
def test_an_attendant_met_the_other_side(says: Says, sentence: str) -> None:
    meetings = {(a, b) for a, r, b in says(f"{TALKS} {sentence}") if r == "MEETS"}

    assert ("Ana Duran", "Carl Berg") in meetings
    assert ("Carl Berg", "Eva Tamm") not in meetings


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ambassador of Estonia to Portugal, Carl Berg, did not attend the meeting.",
        "The Ambassador of Estonia to Portugal, Carl Berg, also attended the Porto Conference.",
        "Others present at the closing were the Ambassador of Estonia to Portugal, Carl Berg.",
    ],
    ids=["denied", "a-conference", "a-closing"],
)
def test_who_was_elsewhere_met_nobody(says: Says, sentence: str) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") not in says(f"{TALKS} {sentence}")


def test_who_was_present_was_at_no_meeting_to_come(says: Says) -> None:
    to_come = "Tomorrow Minister Duran will meet Foreign Minister Lea Torsk of Latvia."
    present = "The Ambassador of Estonia to Portugal, Carl Berg, was present at the talks."

    met = {(a, b) for a, r, b in says(f"{TALKS} {to_come} {present}") if r == "MEETS"}

    assert ("Carl Berg", "Lea Torsk") not in met
    assert ("Ana Duran", "Carl Berg") in met


def test_a_meeting_may_be_told_in_the_paragraph_before(says: Says) -> None:
    body = (
        f"{TALKS}\n\nBoth ministers praised the harbours. The Ambassador of Estonia to Portugal, "
        "Carl Berg, also attended the meeting."
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in says(body)


def test_a_meeting_may_be_told_some_paragraphs_before(says: Says) -> None:
    between = "They spoke of harbours.\n\nThe harbours are old."
    who = "The Ambassador of Estonia to Portugal, Carl Berg, attended the meeting."

    assert ("Ana Duran", "MEETS", "Carl Berg") in says(f"{TALKS}\n\n{between}\n\n{who}")


def test_who_met_at_a_meeting_without_name_took_part_in_no_event(says: Says) -> None:
    body = f"{TALKS} The Ambassador of Estonia to Portugal, Carl Berg, attended the meeting."
    found = says(body)

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert not [triple for triple in found if triple[:2] == ("Carl Berg", "PARTICIPATES_IN")]


def test_an_official_of_the_issuer_who_attended_met_the_guest(says: Says) -> None:
    found = says(
        "Foreign Minister Ana Duran received Foreign Minister Eva Tamm of Estonia. The meeting was "
        "attended by Carl Berg, Director of Protocol."
    )

    assert ("Carl Berg", "MEETS", "Eva Tamm") in found
    assert ("Ana Duran", "MEETS", "Carl Berg") not in found


@pytest.mark.parametrize(
    "who",
    ["Ambassador Carl Berg", "Governor Carl Berg", "Carl Berg, Mayor of the town,"],
    ids=["ambassador", "governor", "mayor"],
)
def test_an_official_of_nobody_knows_which_side_met_neither(says: Says, who: str) -> None:
    found = says(
        "Foreign Minister Ana Duran received Foreign Minister Eva Tamm of Estonia. "
        f"{who} attended the meeting."
    )

    assert not [t for t in found if t[1] == "MEETS" and "Carl Berg" in t]


def test_an_attendant_is_there_on_the_day_of_the_meeting(read: Read) -> None:
    statements = read(
        "LISBON, 19 May 2022 – Minister Ana Duran received yesterday at the Ministry the Minister "
        "of the Interior of Latvia, Carl Berg.\n\nThe meeting was attended by Dan Holt, Ambassador "
        "of Latvia to Portugal.",
        published=None,
    )

    days = {
        s.qualifiers.date
        for s in statements
        if s.predicate == Relation.MEETS and "Dan Holt" in {s.subject.name, s.object.name}
    }
    assert days == {"2022-05-18"}


def test_who_attended_the_ceremony_did_not_meet_by_it(says: Says) -> None:
    found = says(
        "Minister Ana Duran met Minister Carl Berg of Estonia at the opening ceremony of the "
        "training centre in Lisbon. The Ambassador of Latvia, Dan Holt, also attended."
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert not [t for t in found if t[1] == "MEETS" and "Dan Holt" in t]


def test_a_working_session_of_two_sides_is_a_meeting_and_no_event_for_them(says: Says) -> None:
    found = says(
        "The Secretary-General of NATO, Ana Duran, held working sessions with the Minister of "
        "Defence of Estonia, Carl Berg."
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert not [t for t in found if t[1] == "PARTICIPATES_IN"]


def test_those_at_all_meetings_met_each_guest_of_their_host(says: Says) -> None:
    found = says(
        "Minister Ana Duran received the Ambassador of Norway, Carl Berg, on Monday.\n\n"
        "She also received the Ambassador of Denmark, Ivan Holm.\n\n"
        "The meetings were attended by the Chief of the Presidential Staff, Eva Lund.",
    )

    assert {("Carl Berg", "MEETS", "Eva Lund"), ("Eva Lund", "MEETS", "Ivan Holm")} <= found
    assert ("Ana Duran", "MEETS", "Eva Lund") not in found


def test_those_at_talks_with_a_body_met_it(says: Says) -> None:
    found = says(
        "President Ana Duran of Chile held discussions with a delegation of Europol on Monday. "
        "Foreign Minister Eva Lund of Chile was present at the discussions.",
    )

    assert ("Europol", "MEETS", "Eva Lund") in found
    assert ("Ana Duran", "MEETS", "Eva Lund") not in found
