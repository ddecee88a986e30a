"""Names of bodies by their words."""

import pytest

from communique.gazetteer.bodies import is_medium


@pytest.mark.parametrize("name", ["Harbour Times", "Central News Agency", "Radio Freedonia", "NBC"])
def test_newspapers_broadcasters_and_agencies_are_media(name: str) -> None:
    assert is_medium(name)


@pytest.mark.parametrize("name", ["Ministry of Posts", "Border Guard", "Council of Timesport"])
def test_other_bodies_are_none(name: str) -> None:
    assert not is_medium(name)
