"""Who meets whom: no companions, principals or whole tables, but unnamed officials and states."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def met(found: set[tuple[str, str, str]]) -> set[frozenset[str]]:
    """The pairs that meet."""
    return {frozenset({left, right}) for left, relation, right in found if relation == "MEETS"}


NOT_MET = {
    "speaks-with-others-to-a-third": (
        "Minister Ana Duran spoke for the Council together with Carl Berg, a judge from Latvia.",
        {"Ana Duran", "Carl Berg"},
    ),
    "whom-the-guest-serves": (
        "Minister Ana Duran met Dan Holt (chief of staff to Prime Minister Carl Berg) in Riga.",
        {"Ana Duran", "Carl Berg"},
    ),
    "four-delegations": (
        "The delegations were headed by Minister Ana Duran (Portugal), Minister Carl Berg "
        "(Latvia), Minister Dan Holt (Estonia) and Minister Eva Tamm (Peru).",
        {"Ana Duran", "Carl Berg"},
    ),
}


@pytest.mark.parametrize(("body", "pair"), NOT_MET.values(), ids=NOT_MET)
def test_who_is_only_beside_the_other_side_is_not_met(
    says: Says, body: str, pair: set[str]
) -> None:
    assert frozenset(pair) not in met(says(body))


def test_two_delegations_that_two_people_head_meet(says: Says) -> None:
    found = says("The delegations were headed by Minister Ana Duran and Minister Carl Berg.")

    assert frozenset({"Ana Duran", "Carl Berg"}) in met(found)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("Minister Ana Duran welcomes the President of Slovenia in Lisbon.", "Slovenia"),
        (
            "Envoy Ana Duran was in Riga, and she had a useful exchange with the Minister there.",
            "Latvia",
        ),
    ],
    ids=["received", "there"],
)
def test_an_official_without_name_is_met_as_the_state(says: Says, body: str, state: str) -> None:
    assert frozenset({"Ana Duran", state}) in met(says(body))


def test_what_is_welcomed_of_an_official_is_no_meeting(says: Says) -> None:
    assert not met(says("Minister Ana Duran welcomed the decision of the President of Slovenia."))


def test_two_states_in_the_name_of_talks_that_were_held_meet(says: Says) -> None:
    found = says("The third round of Estonia–Latvia Political Consultations was held in Riga.")

    assert frozenset({"Estonia", "Latvia"}) in met(found)


def test_two_states_in_the_name_of_a_forum_do_not_meet(says: Says) -> None:
    assert not met(says("The third Estonia–Latvia Harbour Forum was held in Riga."))


def test_a_state_hosts_the_talks_of_others_in_its_capital(says: Says) -> None:
    assert ("Latvia", "HOSTS", "fish talks") in says("Riga will host the fish talks this month.")


@pytest.mark.parametrize(
    "deed",
    ["maintained a telephone communication", "sustained a meeting", "headed a videoconference"],
)
def test_talks_are_talks_by_any_verb(says: Says, deed: str) -> None:
    found = says(f"Minister Ana Duran {deed} with the President of Latvia, Carl Berg.")

    assert frozenset({"Ana Duran", "Carl Berg"}) in met(found)


def test_who_is_somewhere_together_with_others_visits_it_with_them(says: Says) -> None:
    found = says("Envoy Ana Duran has been since Monday in Riga together with Judge Carl Berg.")

    assert {s for s, r, o in found if (r, o) == ("VISITS", "Riga")} == {"Ana Duran", "Carl Berg"}


def test_who_also_meets_somebody_is_the_host_not_the_last_guest(says: Says) -> None:
    found = says(
        "The Director, Mr Alan Duran, met Minister Carl Berg of Latvia and Minister Dan Holt of "
        "Peru. Mr Berg thanked him. He also met Eva Tamm, a judge."
    )

    assert frozenset({"Alan Duran", "Eva Tamm"}) in met(found)
    assert frozenset({"Carl Berg", "Eva Tamm"}) not in met(found)


def test_who_also_meets_somebody_is_no_one_who_met_none_of_those_spoken_of(says: Says) -> None:
    found = says(
        "President Alan Duran met Minister Carl Berg of Latvia and Minister Dan Holt of Peru. "
        "Foreign Minister Ivan Lund met Foreign Minister Olaf Brandt of Chile. He also met Eva "
        "Tamm, a judge."
    )

    assert frozenset({"Alan Duran", "Eva Tamm"}) not in met(found)


@pytest.mark.parametrize(
    ("person", "address"),
    [("His Excellency Mr Carl Berg", "His Excellency"), ("Ms Ana Duran", "Her Excellency")],
    ids=["his", "her"],
)
def test_a_form_of_address_goes_on_with_somebody(says: Says, person: str, address: str) -> None:
    found = says(
        f"{person}, Secretary General of the Harbour Council, opened the session.\n\n{address} met "
        "with Minister Dan Holt of Latvia."
    )

    assert frozenset({" ".join(person.split()[-2:]), "Dan Holt"}) in met(found)


def test_two_states_that_hold_a_round_of_talks_meet(says: Says) -> None:
    found = says("Estonia and Latvia held the Second Round of Political Consultations in Riga.")

    assert frozenset({"Estonia", "Latvia"}) in met(found)


def test_two_states_at_a_dialogue_of_many_do_not_meet(says: Says) -> None:
    found = says("Experts from Estonia and Latvia joined the Torsk Energy Dialogue.")

    assert frozenset({"Estonia", "Latvia"}) not in met(found)
