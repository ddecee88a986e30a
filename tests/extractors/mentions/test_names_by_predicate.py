"""Names of operations by what is said of nothing but an undertaking, and by acronym and place."""

from collections.abc import Callable

import pytest

from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]

FORCES = "The army is out. "
SAID = {
    "edition": "Quiet Fjord, now in its fourth edition, draws crowds.",
    "stage": "Quiet Fjord itself is a stage of the wider exercise Long Road.",
    "held": "They went to Peru, where Quiet Fjord is held until Friday.",
    "place": "Quiet Fjord took place again.",
    "under-way": "Quiet Fjord got under way.",
    "begins": "Quiet Fjord began on Monday.",
    "brings": "Quiet Fjord brings together some 900 soldiers.",
    "arrived": "They arrived for Quiet Fjord.",
    "units": "The units for Quiet Fjord are here.",
    "aim": "The aim of Quiet Fjord is haste.",
    "success": "They made Quiet Fjord a great success.",
    "sea": "Baltic Lantern is taking place off Peru.",
}


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_an_operation_is_named_by_what_is_said_of_it(named: Named, text: str) -> None:
    first = named(FORCES + text, EntityType.OPERATION)[0]

    assert first in {"Quiet Fjord", "Baltic Lantern"}


def test_no_operation_is_said_of_where_no_forces_are(named: Named) -> None:
    assert named("Quiet Fjord began on Monday.", EntityType.OPERATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "The frigate Quiet Fjord is under way.",
        "Ana Duran began on Monday.",
        "Quiet Fjord began flights to Peru.",
        "Black Sea is held by nobody.",
    ],
    ids=["ship", "person", "firm", "sea"],
)
def test_what_others_do_as_well_names_no_operation(named: Named, text: str) -> None:
    assert named(FORCES + text, EntityType.OPERATION) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She heads EUTM Rio Fjord.", "EUTM Rio Fjord"),
        ("They left EUBAM Torsk Friday.", "EUBAM Torsk"),
    ],
    ids=["place", "before-a-day"],
)
def test_a_mission_is_named_by_acronym_and_place(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.OPERATION) == [name]


def test_an_acronym_before_a_weekday_is_no_mission(named: Named) -> None:
    assert "EUPOL Friday" not in named("She told EUPOL Friday.", EntityType.OPERATION)
