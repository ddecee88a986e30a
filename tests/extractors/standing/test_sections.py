"""Parts of bodies, by their names and by what stands behind an official's body."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

PARTS = {
    "apposed": (
        "Carl Berg, Deputy Director of the Department of High Technology, Ministry of Science and "
        "Technology, opened the session.",
        "Department of High Technology",
        "Ministry of Science and Technology",
    ),
    "acronym-between": (
        "Carl Berg, Administrator, Federal Emergency Management Agency (FEMA), Department of "
        "Homeland Security, opened the session.",
        "Federal Emergency Management Agency",
        "United States Department of Homeland Security",
    ),
    "field-office": (
        "Carl Berg, Special Agent in Charge, Drug Enforcement Administration (DEA), Porto Field "
        "Division, opened the session.",
        "Porto Field Division",
        "Drug Enforcement Administration",
    ),
    "name": (
        "The Cybercrime Division of the National Police opened an office.",
        "Cybercrime Division of the National Police",
        "National Police",
    ),
}


@pytest.mark.parametrize(("body", "part", "whole"), PARTS.values(), ids=PARTS.keys())
def test_a_section_is_part_of_its_body(says: Says, body: str, part: str, whole: str) -> None:
    found = {(s, o) for s, relation, o in says(body) if relation == "PART_OF"}

    assert (part, whole) in found


@pytest.mark.parametrize(
    "body",
    [
        "The Federation of the Harbour Council met.",
        "Carl Berg, Director of the Harbour Council, Europol and Frontex met in Riga.",
    ],
    ids=["a-body-of-its-own", "a-list"],
)
def test_bodies_side_by_side_are_no_parts(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "PART_OF"}
