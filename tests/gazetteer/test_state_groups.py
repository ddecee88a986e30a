"""Groups of states by the names that texts give them."""

import pytest

from communique.gazetteer.territories.groups import states_of_group


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Baltic", {"EST", "LVA", "LTU"}),
        ("Visegrád", {"CZE", "HUN", "POL", "SVK"}),
        ("western Balkan", {"ALB", "BIH", "MNE", "MKD", "SRB", "XKX"}),
        ("coastal", set()),
    ],
)
def test_a_group_has_all_its_states(name: str, states: set[str]) -> None:
    assert states_of_group(name) == states
