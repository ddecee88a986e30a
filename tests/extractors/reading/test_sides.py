"""Who meets whom: companions of the other side, delegations, and never the own body."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def _meetings(found: set[tuple[str, str, str]]) -> set[tuple[str, str]]:
    return {(a, b) for a, r, b in found if r == "MEETS"}


def test_a_companion_of_the_guest_meets_the_host(says: Says) -> None:
    found = _meetings(says("Minister Ana Duran met with Carl Berg, accompanied by Dan Holt."))

    assert found == {("Ana Duran", "Carl Berg"), ("Ana Duran", "Dan Holt")}


def test_ministers_named_behind_their_states_meet_for_them(says: Says) -> None:
    ministers = "oreign ministers of Latvia and Estonia, Eva Tamm and Carl Berg,"

    assert _meetings(says(f"Ana Duran met the f{ministers} in Riga.")) == {
        ("Ana Duran", "Eva Tamm"),
        ("Ana Duran", "Carl Berg"),
    }
    assert _meetings(says(f"The f{ministers} met.")) == {("Carl Berg", "Eva Tamm")}


def test_of_two_the_last_is_who_is_visiting(says: Says) -> None:
    found = says("Minister Ana Duran and Minister Eva Tamm of Latvia, who is visiting Porto, met.")

    assert ("Eva Tamm", "VISITS", "Porto") in found
    assert ("Ana Duran", "VISITS", "Porto") not in found


def test_ministries_of_several_states_keep_their_field(says: Says) -> None:
    found = _meetings(says("The Defence Ministries of Peru and Chile met."))

    assert found == {("Defence Ministry of Chile", "Defence Ministry of Peru")}


def test_a_delegation_meets_with_its_head(says: Says) -> None:
    body = "Ana Duran received a delegation of the National Police headed by its Chief, Carl Berg."

    assert _meetings(says(body)) == {("Ana Duran", "Carl Berg"), ("Ana Duran", "National Police")}


def test_nobody_meets_the_own_body(says: Says) -> None:
    body = "Carl Berg, Executive Director of Europol, spoke with Europol staff."

    assert not _meetings(says(body))


def test_those_who_meet_a_third_do_not_meet_each_other(says: Says) -> None:
    body = "President Ana Duran and Minister Carl Berg of Estonia met with Dan Holt."

    assert ("Ana Duran", "Carl Berg") not in _meetings(says(body))


def test_what_others_meet_about_is_no_meeting_of_the_subject(says: Says) -> None:
    body = "Ana Duran will travel to Riga to follow up on Dan Holt's meeting with Carl Berg."

    assert ("Ana Duran", "Carl Berg") not in _meetings(says(body))


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran and Minister Carl Berg agreed at their meeting to cooperate.",
        "At their meeting, Ana Duran and Carl Berg agreed to cooperate.",
        "Ana Duran and Carl Berg addressed reporters after their talks in Porto.",
        "Minister Ana Duran and Minister Carl Berg gave a joint press conference.",
    ],
    ids=["agreed", "opening", "after", "press"],
)
def test_two_who_have_a_meeting_or_face_the_press_together_have_met(says: Says, body: str) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") in says(body)


def test_two_who_agree_on_the_next_session_of_a_body_have_not_met_by_that(says: Says) -> None:
    found = says(
        "Minister Ana Duran and Minister Carl Berg agreed to hold the next session of the Joint "
        "Commission in Lisbon in October."
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") not in found


def test_who_comes_to_a_meeting_of_two_is_not_at_what_the_guest_came_for(says: Says) -> None:
    found = says(
        "President Ana Duran of Portugal received Minister Carl Berg of Estonia, who is attending "
        "the Porto Summit. Minister Eva Tamm also attended the meeting."
    )

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Summit") in found
    assert ("Eva Tamm", "PARTICIPATES_IN", "Porto Summit") not in found


def test_a_body_that_was_visited_before_is_not_where_others_meet(
    read: Callable[..., tuple[Statement, ...]],
) -> None:
    found = read("Ana Duran visited Europol in May. Minister Eva Tamm held talks with Carl Berg.")

    assert {s.qualifiers.place for s in found if s.predicate == Relation.MEETS} == {None}
