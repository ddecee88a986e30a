"""Parts and towns of the United States that are called as states of the world are."""

from collections.abc import Callable

import pytest

from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "He was held in Macon, Georgia, on Friday.",
        "Farmers of Georgia and Alabama met.",
        "Shops in Alabama, Georgia and Ohio closed.",
        "The Northern District of Georgia charged him. He lives in Georgia.",
        "Georgia Governor Carl Berg spoke. He left Georgia.",
        "Atlanta, the largest town of Georgia, was calm.",
    ],
    ids=["town", "beside-a-state", "list", "district", "office", "capital"],
)
def test_georgia_is_a_state_of_the_united_states(named: Named, text: str) -> None:
    assert "Georgia" in named(text, EntityType.PLACE)
    assert not named(text, EntityType.COUNTRY)


@pytest.mark.parametrize(
    "text",
    [
        "She visited Georgia on Friday.",
        "Envoys of Georgia, Armenia and Ukraine met.",
        "She spoke in New York, Georgia and Poland having won.",
        "A Georgian court sent him to Georgia from Atlanta, Georgia.",
        "Troops from Fort Stewart trained near Tbilisi, Georgia.",
        "The envoy flew to Washington and Georgia.",
        "She travels to Atlanta, then to Georgia and Armenia.",
        "President Carl Berg of Georgia spoke in Macon, Georgia.",
    ],
    ids=["alone", "list", "new-york", "demonym", "capital", "washington", "tour", "president"],
)
def test_georgia_is_a_state_of_the_world(named: Named, text: str) -> None:
    assert "Georgia" in named(text, EntityType.COUNTRY)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Two were held in Lebanon, Pennsylvania, on Monday.", "Lebanon"),
        ("He lives in Peru, Indiana.", "Peru"),
        ("The fair opened in Cuba, Missouri – and closed.", "Cuba"),
    ],
    ids=["apposition", "end", "dash"],
)
def test_a_town_before_its_state_is_no_state_of_the_world(
    named: Named, text: str, town: str
) -> None:
    assert town in named(text, EntityType.PLACE)
    assert not named(text, EntityType.COUNTRY)


@pytest.mark.parametrize(
    "text",
    ["Envoys of Jordan, Texas and Ohio met.", "Goods from Mexico, Texas, and Ohio came."],
)
def test_a_state_in_a_list_with_those_of_the_united_states_stays_one(
    named: Named, text: str
) -> None:
    assert len(named(text, EntityType.COUNTRY)) == 1


@pytest.mark.parametrize(
    "text", ["He lives in Camden, New Jersey.", "New Mexico’s police came.", "A man of New Jersey"]
)
def test_what_holds_the_name_of_a_state_is_none(named: Named, text: str) -> None:
    assert not named(text, EntityType.COUNTRY)
