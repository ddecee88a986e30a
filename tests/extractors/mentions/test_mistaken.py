"""Words that look like names and are none: verbs of headlines, degrees, cases of illness."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "headline-verb": ("Operation Commences in Estonia.", "Operation Commences"),
    "headline-verb-before-a-mission": (
        "League Deploys Observation Mission to the Republic of Peru",
        "League Deploys Observation Mission to the Republic of Peru",
    ),
    "headline-adverb": (
        "Secretary Ana Duran Meets Minister Carl Berg Ahead of Summit in Lisbon",
        "Carl Berg Ahead",
    ),
    "headline-verb-behind-a-surname": (
        "President Duran Directs Agencies to Review Plans for Estonia",
        "Duran Directs",
    ),
    "nominee": (
        "Carl Berg, Nominee for the Harbour Board, spoke.",
        "Nominee for the Harbour Board",
    ),
    "letters": (
        "President Ana Duran will receive Letters of Credence from envoys in Lisbon.",
        "Letters of Credence",
    ),
    "portfolio": (
        "Ana Duran met Carla Berg, European Union Commissioner for External Relations and European "
        "Neighborhood Policy.",
        "Neighborhood",
    ),
    "degree": ("Ana Duran holds a B.F.A. from the University of Porto in Portugal.", "B.F.A."),
    "hull-number": (
        "The frigate Harlan (FFG 190) reached Porto, Portugal, on Friday.",
        "FFG",
    ),
    "unit-of-a-region": (
        "Ana Duran met Carla Berg, Director of the Africa Desk.",
        "Desk",
    ),
    "illness": (
        "Uganda announced a confirmed case of Ebola in Kampala.",
        "confirmed case of Ebola",
    ),
}

HEADLINE_VERBS = [
    "Acquitted", "Admits", "Appointed", "Arraigned", "Arrested", "Charged", "Convicted", "Denies",
    "Deported", "Detained", "Extradited", "Faces", "Fined", "Guilty", "Indicted", "Jailed",
    "Killed", "Named", "Nominated", "Pleads", "Remanded", "Resigns", "Retires", "Seized",
    "Sentenced", "Suspended", "Sworn", "Wins", "Wounded",
]  # fmt: skip


@pytest.mark.parametrize("verb", HEADLINE_VERBS)
def test_a_verb_behind_an_office_in_a_heading_is_nobody(says: Says, verb: str) -> None:
    body = f"Company Director {verb} over Fraud; Four Others Held in Porto\n\nPolice spoke."

    assert not [
        end for triple in says(body, source="Ministry of Justice") for end in triple if verb in end
    ]


@pytest.mark.parametrize(("body", "mistaken"), CASES.values(), ids=CASES)
def test_what_looks_like_a_name_is_none(says: Says, body: str, mistaken: str) -> None:
    assert not [end for left, _, right in says(body) for end in (left, right) if end == mistaken]


@pytest.mark.parametrize("team", ["Joint Investigation Team", "Joint Action Days"])
def test_what_several_states_do_is_an_operation_in_capitals_too(says: Says, team: str) -> None:
    found = says(f"Peru and Malta organised the {team} last May.")

    assert ("Malta", "ORGANISES", team.lower()) in found


def test_the_mark_of_a_party_behind_a_name_is_no_body(says: Says) -> None:
    found = says("Minister Ana Duran met Sen. Carl Berg (D-IL) in Porto.")

    assert not [triple for triple in found if "D-IL" in triple]
