"""Commanders and chiefs of staff, ships visited, what armed forces hold together."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]
NAVY = "Ministry of Defence of Portugal"

STAFFS = {
    "without-article": ("Chief of Defence Staff General Ana Duran spoke.", "Portugal"),
    "own": ("Chief of Naval Staff Admiral Ana Duran spoke.", "Portugal"),
    "with-article": ("The Chief of the Air Staff, General Ana Duran, spoke.", "Portugal"),
    "of-state": ("General Ana Duran, Chief of Defence Staff of Latvia, spoke.", "Latvia"),
    "of-force": (
        "Chief of General Staff of the Latvian Army General Ana Duran spoke.",
        "Latvian Army",
    ),
    "with-demonym": ("The Latvian Chief of Army Staff, General Ana Duran, spoke.", "Latvia"),
}


@pytest.mark.parametrize(("body", "whose"), STAFFS.values(), ids=STAFFS.keys())
def test_a_chief_of_staff_serves_a_state_or_force_no_staff(
    says: Says, body: str, whose: str
) -> None:
    found = says(body, source=NAVY)

    assert {t for t in found if t[1] == "REPRESENTS"} == {("Ana Duran", "REPRESENTS", whose)}


def test_a_chief_of_staff_who_has_another_office_keeps_both(says: Says) -> None:
    found = says(
        "The Porto Summit began. It was chaired by General Ana Duran, Chief of Defence Staff of "
        "Latvia and Chairman of the Harbour Committee."
    )

    assert {b for a, r, b in found if (a, r) == ("Ana Duran", "REPRESENTS")} == {
        "Latvia",
        "Harbour Committee",
    }
    assert {a for a, r, b in found if r == "LEADS"} == {"Ana Duran"}


def test_somebody_newly_elected_has_the_office(says: Says) -> None:
    found = says("Ana Duran, newly elected Chairperson of the Harbour Committee, spoke.")

    assert ("Ana Duran", "REPRESENTS", "Harbour Committee") in found


def test_ships_that_are_visited_take_nobody_to_their_states(says: Says) -> None:
    found = says("Minister Ana Duran visited the participating ships of Latvia, Peru and Norway.")

    assert not {t for t in found if t[1] == "VISITS"}


LEADERS = {
    "facilitated": "The Porto Conference was co-facilitated by Ana Duran and Carl Berg.",
    "under": "The Porto Conference met under the co-facilitation of Ana Duran and Carl Berg.",
}


@pytest.mark.parametrize("body", LEADERS.values(), ids=LEADERS.keys())
def test_those_who_facilitate_an_event_lead_it(says: Says, body: str) -> None:
    found = says(body)

    assert {a for a, r, _ in found if r == "LEADS"} == {"Ana Duran", "Carl Berg"}


def test_whose_support_a_chair_had_does_not_lead(says: Says) -> None:
    found = says("The Porto Conference was chaired by Ana Duran, with support from Carl Berg.")

    assert {a for a, r, _ in found if r == "LEADS"} == {"Ana Duran"}


def test_those_who_hold_a_seminar_together_organise_it(says: Says) -> None:
    found = says("Europol, together with Frontex and Eurojust, held a seminar for prosecutors.")

    assert {a for a, r, _ in found if r == "ORGANISES"} == {"Europol", "Frontex", "Eurojust"}


def test_a_series_between_states_involves_them(says: Says) -> None:
    found = says("Exercise Long Kite is a yearly exercise series between Latvia, Peru and Chad.")

    assert {b for _, r, b in found if r == "INVOLVES"} == {"Latvia", "Peru", "Chad"}


def test_a_body_is_read_over_what_it_is_called_from_there_on(says: Says) -> None:
    found = says("The OSCE Programme Office in Tallinn (Office) organised the Porto Conference.")

    assert ("OSCE Programme Office in Tallinn", "ORGANISES", "Porto Conference") in found


def test_those_at_a_meeting_with_a_name_did_not_meet_one_by_one(says: Says) -> None:
    found = says(
        "The Third Meeting of Defence Ministers of the Harbour Group began in Porto. The meeting "
        "was attended by Estonian Minister Ana Duran, Latvian Minister Carl Berg and Norwegian "
        "Minister Dan Holt."
    )

    assert not {t for t in found if t[1] == "MEETS"}
    assert len({a for a, r, _ in found if r == "PARTICIPATES_IN"}) == len(("Ana", "Carl", "Dan"))


def test_two_who_held_a_meeting_with_others_did_not_meet_each_other(says: Says) -> None:
    found = says("Ana Duran and Carl Berg held a meeting with the leaders of the Harbour Group.")

    assert ("Ana Duran", "MEETS", "Carl Berg") not in found


def test_heads_of_state_are_no_body(says: Says) -> None:
    found = says(
        "The Porto Conference was attended by President Ana Duran and other Heads of State and "
        "Government from the Republic of Estonia, Peru and Tonga."
    )

    guests = {a for a, r, _ in found if r == "PARTICIPATES_IN"}
    assert guests == {"Ana Duran", "Estonia", "Peru", "Tonga"}


def test_a_month_cut_short_is_no_exercise(says: Says) -> None:
    found = says("Exercise Long Kite began at Porto on 29 Sep 2025. The exercise is large.")

    assert {a for a, _, _ in found} == {"Exercise Long Kite"}


def test_an_operation_commander_is_no_operation(says: Says) -> None:
    found = says(
        "Operation Commander Vice Admiral Ana Duran met Carl Berg.", source="EU NAVFOR Somalia"
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert "Operation" not in {end for a, _, b in found for end in (a, b)}


def test_a_chief_guest_is_nobody_else(says: Says) -> None:
    found = says("President Ana Duran attended the Porto Conference as Chief Guest.")

    assert {a for a, r, _ in found if r == "PARTICIPATES_IN"} == {"Ana Duran"}


def test_a_coordinator_of_projects_is_a_body(says: Says) -> None:
    found = says(
        "The Porto Conference was organised by Europol in co-operation with the OSCE Project "
        "Co-ordinator in Uzbekistan."
    )

    coordinator = "OSCE Project Co-ordinator in Uzbekistan"
    assert (coordinator, "PARTICIPATES_IN", "Porto Conference") in found


def test_a_ceremony_is_named_without_whose_unit_it_is_for(says: Says) -> None:
    found = says("Ana Duran presided over the Change of Guard Ceremony of the Latvian unit.")

    assert ("Ana Duran", "LEADS", "Change of Guard Ceremony") in found


def test_a_ceremony_is_held_at_a_cantonment(says: Says) -> None:
    found = says("The opening ceremony was held at Harbour Cantonment in Porto.")

    assert ("Harbour Cantonment", "LOCATED_IN", "Porto") in found
    assert "Harbour Cantonment" in {b for _, r, b in found if r == "HELD_IN"}


def test_what_takes_place_in_and_around_a_state_involves_it(says: Says) -> None:
    assert ("Exercise Long Kite", "INVOLVES", "Latvia") in says(
        "Exercise Long Kite takes place in and around Latvia."
    )


def test_a_day_for_visitors_is_an_event(says: Says) -> None:
    found = says("Minister Ana Duran will attend the visitors’ day of Exercise Long Kite.")

    assert [b for a, r, b in found if (a, r) == ("Ana Duran", "PARTICIPATES_IN")]


def test_member_states_of_a_body_are_no_body(says: Says) -> None:
    found = says(
        "The Porto Conference was attended by officials of the ASEAN Member States (AMS), namely "
        "Cambodia, Laos and Brunei."
    )

    states = {"Cambodia", "Laos", "Brunei"}
    assert {a for a, r, b in found if (r, b) == ("MEMBER_OF", "ASEAN")} == states
    assert states <= {a for a, r, _ in found if r == "PARTICIPATES_IN"}


DEFINED = {
    "exercise": "Long Kite is a yearly multinational exercise. Latvia takes part.",
    "series": "Harbour Drill and Training is an annual exercise series between Latvia and Peru.",
    "was": "Tide Bridge was a training programme for divers. It took place in Latvia.",
}


@pytest.mark.parametrize("body", DEFINED.values(), ids=DEFINED.keys())
def test_what_is_said_to_be_an_exercise_has_that_name(says: Says, body: str) -> None:
    name = body.partition(" is " if " is " in body else " was ")[0]

    assert (name, "INVOLVES", "Latvia") in says(body)


def test_the_exercise_of_this_year_is_the_one_named_before(says: Says) -> None:
    found = says(
        "Exercise Long Kite ended in Porto. Soldiers from Latvia and Peru took part in this year's "
        "exercise. Last year's exercise took place in Chad."
    )

    involved = {b for a, r, b in found if (a, r) == ("Exercise Long Kite", "INVOLVES")}
    assert involved == {"Latvia", "Peru"}


HOSTS = {
    "headquarters": "Headquarters Allied Command Harbour",
    "centre-of-excellence": "Cyber Harbour COE",
}


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS.keys())
def test_a_headquarters_or_centre_hosts_as_a_body(says: Says, host: str) -> None:
    found = says(f"The Porto Conference was hosted by {host}.")

    assert (host, "HOSTS", "Porto Conference") in found


def test_a_mission_that_observes_elections_is_an_operation(says: Says) -> None:
    found = says("The Electoral Observation Mission of NATO took place in Peru.")

    assert ("Electoral Observation Mission of NATO", "INVOLVES", "Peru") in found


def test_a_general_of_an_army_is_no_army_general(says: Says) -> None:
    found = says("Danish Army General Ana Duran met Carl Berg.")

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert ("Ana Duran", "REPRESENTS", "Danish Army") in found


def test_who_owns_a_command_neither_leads_nor_lies_where_it_does(says: Says) -> None:
    found = says(
        "Exercise Long Kite is led by NATO's Tide Command. NATO's Harbour Command, based in Porto, "
        "took part."
    )

    assert {a for a, r, _ in found if r == "LEADS"} == {"Tide Command"}
    assert {a for a, r, b in found if (r, b) == ("LOCATED_IN", "Porto")} == {"Harbour Command"}


def test_the_whole_exercise_of_days_is_the_one_named_before(says: Says) -> None:
    found = says(
        "Exercise Long Kite ended. Observers from Belgium and Chad were on site for the entire "
        "10-day exercise."
    )

    assert {a for a, r, _ in found if r == "INVOLVES"} == {"Exercise Long Kite"}


RANKED = {
    "in-brackets": ("Colonel (COL) Ana Duran met Major (MAJ) Carl Berg.", "Ana Duran"),
    "air-chief": ("Air Chief Marshal Ana Duran met Carl Berg.", "Ana Duran"),
    "of-portfolio": (
        "Peruvian Minister of Defence Air Chief Marshal Ana Duran met Carl Berg.",
        "Peru",
    ),
    "initials": (
        "The Chief of the Defence Forces (CDF) General Ana Duran met Carl Berg.",
        "Portugal",
    ),
}


@pytest.mark.parametrize(("body", "whose"), RANKED.values(), ids=RANKED.keys())
def test_a_rank_goes_with_its_holder(says: Says, body: str, whose: str) -> None:
    found = says(body, source=NAVY)

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert whose == "Ana Duran" or ("Ana Duran", "REPRESENTS", whose) in found


def test_who_officiates_a_ceremony_takes_part_in_it(says: Says) -> None:
    found = says("The closing ceremony was officiated by General Ana Duran in Lisbon.")

    assert ("Ana Duran", "PARTICIPATES_IN", "closing ceremony") in found
    assert ("closing ceremony", "HELD_IN", "Lisbon") in found
