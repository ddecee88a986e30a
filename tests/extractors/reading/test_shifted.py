"""Objects behind where, when and with whom something is done to them."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

SAID = {
    "behind a companion": (
        "Minister Ana Duran opened on Monday, together with Minister Carl Berg of Norway, the "
        "Porto Conference.",
        ("Ana Duran", "PARTICIPATES_IN", "Porto Conference"),
    ),
    "behind a hall and a companion": (
        "Ana Duran presided yesterday in the Rio Palace, together with Carl Berg, the third "
        "meeting of the Harbour Committee.",
        ("Ana Duran", "LEADS", "third meeting of the Harbour Committee"),
    ),
    "behind days": (
        "Kenya will host in Mombasa from 3 to 5 May the Blue Harbour Forum.",
        ("Kenya", "HOSTS", "Blue Harbour Forum"),
    ),
    "a guest behind a town": (
        "The Deputy Minister received at the Rio Palace the Ambassador of Peru, Juan Perez.",
        ("Juan Perez", "MEETS", "Portugal"),
    ),
}


@pytest.mark.parametrize(("body", "said"), SAID.values(), ids=SAID)
def test_what_stands_behind_phrases_is_the_object(
    says: Says, body: str, said: tuple[str, str, str]
) -> None:
    assert said in says(body)


def test_another_name_of_somebody_is_no_object(says: Says) -> None:
    said = says("Kenya met with Carl Berg, the chair of the Porto Conference, and with Ana Duran.")

    assert not {s for s in said if s[0] == "Kenya" and s[2] == "Porto Conference"}


WHICH = {
    "behind a day": "She was at the Porto Conference in Rome on 19 June, which was hosted by Peru.",
    "behind a month": "She praised the Porto Conference in May 2023, which was hosted by Peru.",
    "behind a site": "She attended the Porto Conference in Geneva, which was hosted by Peru.",
}


@pytest.mark.parametrize("body", WHICH.values(), ids=WHICH)
def test_a_clause_behind_day_or_site_tells_of_the_event(says: Says, body: str) -> None:
    assert ("Peru", "HOSTS", "Porto Conference") in says(body)


def test_a_clause_that_tells_of_a_site_stays_there(says: Says) -> None:
    said = says("Ana Duran opened the Porto Conference in Geneva, which was visited by Carl Berg.")

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Conference") not in said


WHERE = {
    "off a coast": ("Operation HARBOUR was conducted off Lima.", True),
    "in waters off it": ("Operation HARBOUR took place in the waters off Lima.", True),
    "across provinces": ("Europol carried out Operation HARBOUR in the province of Lima.", True),
    "in the presence of somebody": (
        "Operation HARBOUR was launched in the presence of the Mayor of Lima.",
        False,
    ),
}


@pytest.mark.parametrize(("body", "there"), WHERE.values(), ids=WHERE)
def test_something_is_held_near_or_in_part_of_a_place(says: Says, body: str, there: bool) -> None:
    assert (("Operation HARBOUR", "HELD_IN", "Lima") in says(body)) is there
