"""Who says "I" and "we", and what is taken from a quotation."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "i-before-the-speaker": (
        "“I met Minister Carl Berg of Estonia on Monday,” Minister Eva Tamm of Latvia said.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "i-and-a-pronoun": (
        "Minister Eva Tamm of Latvia arrived on Monday. “I will visit Estonia in June,” she said.",
        {("Eva Tamm", "VISITS", "Estonia")},
    ),
    "i-after-the-speaker-s-sentence": (
        "Minister Eva Tamm of Latvia spoke on Monday. “I will visit Estonia in June.”",
        {("Eva Tamm", "VISITS", "Estonia")},
    ),
    "we-is-the-speaker-s-state": (
        "“We support Ukraine,” Minister Eva Tamm of Latvia said on Monday.",
        {("Latvia", "SUPPORTS", "Ukraine")},
    ),
    "a-known-person-is-believed": (
        "“Europol supported Operation HARBOUR,” Minister Eva Tamm of Latvia said.",
        {("Europol", "SUPPORTS", "Operation HARBOUR")},
    ),
    "a-statement-is-said": (
        "Minister Eva Tamm of Latvia made the following statement:\n\n"
        "“Europol supported Operation HARBOUR.”",
        {("Europol", "SUPPORTS", "Operation HARBOUR")},
    ),
    "whose-turn-it-is": (
        "MINISTER EVA TAMM: I met Minister Carl Berg of Estonia on Monday.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_the_first_person_is_who_speaks(
    says: Says, body: str, expected: set[tuple[str, str, str]]
) -> None:
    assert says(body) >= expected


def test_the_words_of_somebody_unknown_state_nothing(says: Says) -> None:
    found = says("“Europol supported Operation HARBOUR,” a newspaper had written.")

    assert ("Europol", "SUPPORTS", "Operation HARBOUR") not in found
