"""Labels that tell for which side those of a line stand."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "signatories": (
        "The treaty was signed in Riga.\n\nFor Malta: Carl Berg, Deputy Prime Minister\n"
        "On behalf of the Nordic Council: Eva Kalnina, Secretary General",
        {("Carl Berg", "Malta"), ("Eva Kalnina", "Nordic Council")},
    ),
    "bar": (
        "Guests of the forum\n\nMALTA | Mr Carl Berg, Minister of Health\n"
        "OECD | Ms Eva Kalnina, Deputy Secretary-General",
        {("Carl Berg", "Malta"), ("Eva Kalnina", "OECD")},
    ),
    "state-above": (
        "The guests were these.\n\nMALTA\nCarl Berg, Minister of Health\n\nESTONIA\nEva Kalnina\n"
        "State Secretary",
        {("Carl Berg", "Malta"), ("Eva Kalnina", "Estonia")},
    ),
    "side-above": (
        "Present at the talks, on the Maltese side:\nCarl Berg, Minister of Health\n"
        "Estonian delegation:\n- Eva Kalnina, State Secretary",
        {("Carl Berg", "Malta"), ("Eva Kalnina", "Estonia")},
    ),
    "body-above-whose-line-names-another": (
        "The guests were these.\n\nOECD\nCarl Berg, Head of Europol\nEva Kalnina, Director",
        {("Carl Berg", "Europol"), ("Eva Kalnina", "OECD")},
    ),
    "several-of-a-state": (
        "The guests were these.\n\nMalta: Carl Berg, Eva Kalnina and Dan Holt",
        {("Carl Berg", "Malta"), ("Eva Kalnina", "Malta"), ("Dan Holt", "Malta")},
    ),
    "state-behind-the-name": (
        "The guests were these.\n\nCarl Berg, Malta (Chair)\nEva Kalnina, Estonia",
        {("Carl Berg", "Malta"), ("Eva Kalnina", "Estonia")},
    ),
    "heading-above-sentences": (
        "News\n\nMalta\n\nMinister Carl Berg visits the port on Monday.",
        {("Carl Berg", "Portugal"), ("Carl Berg", "Ministry of Foreign Affairs of Portugal")},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_label_gives_the_side_of_its_lines(
    says: Says, body: str, expected: set[tuple[str, str]]
) -> None:
    held = {(who, what) for who, how, what in says(body) if how == "REPRESENTS"}

    assert held == expected
