"""Who visits the issuer's state because a release calls somebody a visiting official."""

from collections.abc import Callable

Says = Callable[..., set[tuple[str, str, str]]]


def test_a_visiting_minister_visits_the_state_of_the_issuer(says: Says) -> None:
    found = says(
        "Minister Ana Duran met today with the visiting Prime Minister of Chile, Carl Berg."
    )

    assert ("Carl Berg", "VISITS", "Portugal") in found


def test_a_minister_who_visits_a_third_state_does_not(says: Says) -> None:
    found = says(
        "Minister Ana Duran praised the Prime Minister of Chile, Carl Berg, visiting Oslo."
    )

    assert ("Carl Berg", "VISITS", "Portugal") not in found
