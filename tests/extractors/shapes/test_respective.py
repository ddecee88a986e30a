"""What is told of each of a list by its place in it."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        "Ana Duran and Carl Berg will travel to Porto and Braga, respectively.",
        "Ana Duran and Carl Berg respectively visited Porto and Braga.",
        "Ana Duran and Carl Berg visited Porto and Braga, in that order.",
    ],
)
def test_each_of_a_list_has_its_own(says: Says, body: str) -> None:
    visits = {statement for statement in says(body) if statement[1] == "VISITS"}

    assert visits == {("Ana Duran", "VISITS", "Porto"), ("Carl Berg", "VISITS", "Braga")}


def test_lists_of_two_lengths_are_stated_as_they_are(says: Says) -> None:
    found = says("Ana Duran, Carl Berg and Eva Lind visited Porto and Braga, in that order.")

    assert ("Carl Berg", "VISITS", "Porto") in found


def test_names_before_the_word_are_those_that_it_orders(says: Says) -> None:
    found = says(
        "The ministers of Denmark and Sweden, Lars Holm and Eva Lind respectively, met Ana Duran "
        "and Carl Berg."
    )

    assert {("Ana Duran", "MEETS", "Eva Lind"), ("Carl Berg", "MEETS", "Lars Holm")} <= found
