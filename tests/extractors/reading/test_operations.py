"""Who leads, coordinates and supports an operation, and which countries it involves."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

LED = (
    "Operation HARBOUR was led by the Estonian Police and coordinated by Europol, with the "
    "support of Frontex and Eurojust. It was carried out in Estonia, Latvia and Finland."
)


def test_an_operation_has_lead_coordinator_supporters_and_countries(says: Says) -> None:
    named = "Operation HARBOUR"
    assert says(LED, source="Europol") >= {
        ("Estonian Police", "LEADS", named),
        ("Europol", "COORDINATES", named),
        ("Frontex", "SUPPORTS", named),
        ("Eurojust", "SUPPORTS", named),
        (named, "INVOLVES", "Estonia"),
        (named, "INVOLVES", "Latvia"),
        (named, "INVOLVES", "Finland"),
    }


def test_a_coordinator_is_no_leader(says: Says) -> None:
    found = says(LED, source="Europol")
    leaders = {subject for subject, relation, _ in found if relation == "LEADS"}

    assert leaders == {"Estonian Police"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The suspects are nationals of Albania, Serbia and Peru.",
        "Nine nationals of Albania and Serbia were arrested.",
        "The goods were smuggled from Peru through Morocco to the market in France.",
        "The victims are citizens of Albania, Serbia and Peru.",
        "Neither Albania nor Serbia took part.",
    ],
    ids=["nationals", "arrested-nationals", "route-and-market", "victims", "neither"],
)
def test_nationalities_and_routes_involve_no_country(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}", source="Europol")

    assert [triple for triple in found if triple[1] == "INVOLVES"] == []


JOINED = {
    "beside-the-doer": (
        "Operation HARBOUR was carried out by the Estonian Police together with officers of the "
        "Coast Guard.",
        ("Coast Guard", "PARTICIPATES_IN", "Operation HARBOUR"),
    ),
    "involved": (
        "The Coast Guard was also involved in Operation HARBOUR.",
        ("Coast Guard", "PARTICIPATES_IN", "Operation HARBOUR"),
    ),
    "contributors": (
        "The contributors to Operation HARBOUR include Estonia, Latvia and Finland.",
        ("Finland", "PARTICIPATES_IN", "Operation HARBOUR"),
    ),
    "sentence-opens-with-members": (
        "Instructors from Estonia delivered the training in Latvia.",
        ("Estonia", "ORGANISES", "training in Latvia"),
    ),
    "ships": (
        "Ships from Estonia and Latvia sailed to Operation HARBOUR.",
        ("Latvia", "PARTICIPATES_IN", "Operation HARBOUR"),
    ),
    "arrests": (
        "Operation HARBOUR ended on Friday. Arrests were made in Estonia and Latvia.",
        ("Operation HARBOUR", "INVOLVES", "Latvia"),
    ),
    "participants": (
        "Participants from Estonia and Latvia attended the training.",
        ("Estonia", "PARTICIPATES_IN", "training"),
    ),
    "thanks-to": (
        "Thanks to a contribution from Estonia, the Porto Conference was held.",
        ("Estonia", "SUPPORTS", "Porto Conference"),
    ),
}


@pytest.mark.parametrize("case", JOINED.values(), ids=JOINED)
def test_those_named_beside_the_doer_take_part(
    says: Says, case: tuple[str, tuple[str, str, str]]
) -> None:
    text, stated = case

    assert stated in says(text)


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        (
            "Operation HARBOUR was conducted by officers from Latvia with the support of Estonia.",
            ("Estonia", "PARTICIPATES_IN", "Operation HARBOUR"),
        ),
        (
            "Estonia, a member of the African Union, supports Operation HARBOUR.",
            ("African Union", "SUPPORTS", "Operation HARBOUR"),
        ),
        (
            "At the request of Estonia, Eurojust set up a joint investigation team.",
            ("joint investigation team", "HELD_IN", "Estonia"),
        ),
        (
            "Officers from Estonia, Latvia and Finland are meeting for a workshop in Porto.",
            ("Estonia", "MEETS", "Latvia"),
        ),
        (
            "Estonia is no longer part of Operation HARBOUR.",
            ("Estonia", "PARTICIPATES_IN", "Operation HARBOUR"),
        ),
        (
            "An alleged operation with Estonia was reported.",
            ("Estonia", "PARTICIPATES_IN", "operation with Estonia"),
        ),
        (
            "Minister Ana Duran will visit the Latvian frigate.",
            ("Ana Duran", "VISITS", "Latvia"),
        ),
    ],
    ids=[
        "support-beside-the-doer",
        "member-of-a-body",
        "at-the-request-of",
        "several-at-a-workshop",
        "no-longer",
        "alleged",
        "a-ship-that-is-visited",
    ],
)
def test_what_is_said_of_one_is_not_said_of_those_beside_it(
    says: Says, text: str, excluded: tuple[str, str, str]
) -> None:
    assert excluded not in says(text)


def test_who_takes_command_in_a_ceremony_does_not_lead_it(says: Says) -> None:
    found = says("General Carl Berg took command of the force in a ceremony in Porto on Friday.")

    assert not [triple for triple in found if triple[1] == "LEADS" and triple[2] == "ceremony"]


def test_who_carries_out_with_others_what_one_leads_takes_part(says: Says) -> None:
    found = says("Operation HARBOUR, led by Europol, is conducted jointly with Eurojust.")

    assert ("Eurojust", "PARTICIPATES_IN", "Operation HARBOUR") in found
    assert ("Eurojust", "ORGANISES", "Operation HARBOUR") not in found


def test_places_of_which_some_are_named_are_where_an_operation_runs(says: Says) -> None:
    found = says("Operation HARBOUR runs in nine towns, amongst others Lisbon and Porto.")
    other = says("Operation HARBOUR ended in May. Europol has staff in towns, such as Lisbon.")

    assert ("Operation HARBOUR", "HELD_IN", "Lisbon") in found
    assert ("Operation HARBOUR", "HELD_IN", "Lisbon") not in other


def test_an_act_that_closes_something_is_presided_over(says: Says) -> None:
    found = says("The closing act was presided over by Minister Ana Duran.")

    assert ("Ana Duran", "LEADS", "closing act") in found


@pytest.mark.parametrize(
    "aside",
    ["In an earlier operation in May", "In another case", "As part of a separate investigation"],
)
def test_police_of_another_case_have_no_part_in_the_one_told(says: Says, aside: str) -> None:
    body = "Operation HARBOUR ended on Friday. {}, the Coast Guard seized nine boats."
    triple = ("Coast Guard", "PARTICIPATES_IN", "Operation HARBOUR")

    assert triple in says(body.format("At sea"))
    assert triple not in says(body.format(aside))
