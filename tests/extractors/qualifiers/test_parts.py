"""As what somebody leads or takes part."""

from collections.abc import Callable

import pytest

from communique.graph import Statement

pytestmark = pytest.mark.model

Roles = Callable[[str], dict[tuple[str, str], str | None]]

LED = {
    "a chair": (
        "Minister Ana Duran chaired the Porto Summit in Lisbon.",
        ("Ana Duran", "LEADS"),
        "chair",
    ),
    "two chairs": (
        "The Porto Summit was co-chaired by Estonia and Latvia.",
        ("Estonia", "LEADS"),
        "co-chair",
    ),
    "a chairmanship": (
        "The Porto Summit was held under the chairmanship of Minister Ana Duran.",
        ("Ana Duran", "LEADS"),
        "chair",
    ),
    "a commander": (
        "Operation HARBOUR is commanded by Rear Admiral Ana Duran of Portugal.",
        ("Ana Duran", "LEADS"),
        "commander",
    ),
    "no commander of a meeting": (
        "Rear Admiral Ana Duran presided over the Porto Summit after taking command in May.",
        ("Ana Duran", "LEADS"),
        None,
    ),
    "no commander by a name": (
        "Exercise Grey Gull was led by U.S. Africa Command.",
        ("United States Africa Command", "LEADS"),
        None,
    ),
    "nobody in particular": (
        "Operation HARBOUR was led by Europol.",
        ("Europol", "LEADS"),
        None,
    ),
}


@pytest.mark.parametrize(("body", "ends", "role"), LED.values(), ids=LED.keys())
def test_who_leads_has_the_part_that_the_verb_tells(
    roles: Roles, body: str, ends: tuple[str, str], role: str | None
) -> None:
    found = roles(body)

    assert ends in found
    assert found[ends] == role


ATTENDING = {
    "observers behind": (
        "Estonia took part in Exercise Grey Gull, with Chile and Peru as observers.",
        ("Chile", "PARTICIPATES_IN"),
        "observer",
    ),
    "observers before": (
        "Exercise Grey Gull was attended by observers from Chile and Peru.",
        ("Peru", "PARTICIPATES_IN"),
        "observer",
    ),
    "those beside them": (
        "Estonia took part in Exercise Grey Gull, with Chile and Peru as observers.",
        ("Estonia", "PARTICIPATES_IN"),
        None,
    ),
}


@pytest.mark.parametrize(("body", "ends", "role"), ATTENDING.values(), ids=ATTENDING.keys())
def test_who_attends_has_the_part_that_stands_beside_the_name(
    roles: Roles, body: str, ends: tuple[str, str], role: str | None
) -> None:
    found = roles(body)

    assert ends in found
    assert found[ends] == role


@pytest.fixture
def roles(read: Callable[[str], tuple[Statement, ...]]) -> Roles:
    """The roles of the statements of a text by subject and relation."""

    def told(body: str) -> dict[tuple[str, str], str | None]:
        return {(s.subject.name, str(s.predicate)): s.qualifiers.role for s in read(body)}

    return told
