"""Headings that name a state: what is told under them happens there."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def test_an_operation_is_one_of_the_states_of_its_sections(says: Says) -> None:
    body = (
        "Operation Grey Heron against smugglers ended on Sunday.\n\nGHANA\n"
        "The Harbour Police searched two houses.\n\nZAMBIA\nSix tonnes of cable were found.\n\n"
        "KENYA\nNo action was taken."
    )

    found = says(body, source="Interpol", title="Operation Grey Heron: results by country")

    assert {o for s, r, o in found if (s, r) == ("Operation Grey Heron", "INVOLVES")} == {
        "Ghana",
        "Zambia",
    }
    assert ("Harbour Police", "PARTICIPATES_IN", "Operation Grey Heron") in found


def test_a_mission_is_in_the_state_above_the_lines_that_name_it(says: Says) -> None:
    body = (
        "Jordan\n\nColonel Ana Duran commands the Desert Lion Training Mission.\n\n"
        "Colombia\n\nMinister Ola Dahl of Norway saw the mission's film and the Cali Water Forum."
    )

    found = says(body, source="NATO", title="Forces abroad")

    assert ("Desert Lion Training Mission", "INVOLVES", "Jordan") in found
    assert ("Desert Lion Training Mission", "INVOLVES", "Colombia") not in found
    assert ("Cali Water Forum", "HELD_IN", "Colombia") in found


def test_officials_who_are_met_are_of_the_state_above(says: Says) -> None:
    body = (
        "OMAN\n\nLars Holm met Foreign Minister Said Harthy.\n\n"
        "QATAR\n\nHolm held talks with Prime Minister Jassim Kuwari."
    )

    found = says(body, source="OSCE", title="Special Envoy tours the region")

    assert {t for t in found if t[1] == "REPRESENTS" and t[0] != "Lars Holm"} == {
        ("Said Harthy", "REPRESENTS", "Oman"),
        ("Jassim Kuwari", "REPRESENTS", "Qatar"),
    }
    assert {o for s, r, o in found if (s, r) == ("Lars Holm", "VISITS")} == {"Oman", "Qatar"}


def test_a_list_of_states_is_no_heading_of_what_follows(says: Says) -> None:
    body = (
        "Exercise Grey Heron began. It is joined by:\n\nGhana\nZambia\nKenya\n\n"
        "The Harbour Police led the Torsk Bay Course."
    )

    assert ("Torsk Bay Course", "INVOLVES", "Kenya") not in says(body, source="NATO")


def test_a_state_alone_labels_the_officials_below(says: Says) -> None:
    body = (
        "The envoys handed over their letters of credence:\n\nLATVIA\nMs Aija Ozola\n\n"
        "MALAWI\nMr Jon Banda\n\nThe guests were then shown the library."
    )

    found = says(body)

    assert ("Aija Ozola", "REPRESENTS", "Latvia") in found
    assert ("Jon Banda", "REPRESENTS", "Malawi") in found


@pytest.mark.parametrize(
    "lines",
    [
        "For Chile: Ana Duran, Minister of Defence\nFor the Republic of Peru: Ola Dahl, Ambassador",
        "On behalf of Chile – Ana Duran, Minister\nOn behalf of Peru – Ola Dahl, Ambassador",
    ],
    ids=["for", "on-behalf-of"],
)
def test_a_signatory_stands_for_whom_the_line_names(says: Says, lines: str) -> None:
    found = says(f"The memorandum was signed today.\n\n{lines}")

    assert ("Ana Duran", "REPRESENTS", "Chile") in found
    assert ("Ola Dahl", "REPRESENTS", "Peru") in found
    assert ("Ana Duran", "REPRESENTS", "Portugal") not in found
