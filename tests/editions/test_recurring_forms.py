"""Releases that recur in one form are not one, however alike their words are."""

from collections.abc import Callable, Sequence

import pytest

from communique.editions import Replacement
from communique.graph import Release

Make = Callable[..., Release]
Found = Callable[..., tuple[Replacement, ...]]
Together = Callable[..., tuple[Replacement, ...]]

NATIONAL_DAY = (
    "National Day of {state}",
    "On behalf of the people and the government of Norland I send my warmest wishes to the people "
    "of {state} as they celebrate their National Day.\n\nOur two countries share a long history of "
    "friendship, of trade and of work for peace in our region. We look forward to doing more of it "
    "in the years to come, and I thank {state} for its hospitality to our citizens.",
)
ADVISORY = (
    "Weekly maritime advisory",
    "The Maritime Centre issues this advisory to masters of all flags for the week that ends on "
    "{day}. Crews are asked to keep watch, to report what they see and to call at any hour.\n\n"
    "Boats that followed merchant ships: {boats}. Attacks: {attacks}. Ships that called for help: "
    "{calls}.\n\nThe Centre thanks the navies that patrol these waters. It advises masters to "
    "sail at full speed, to post lookouts and to lock the doors to the bridge.",
)
CALL = (
    "Call of the Foreign Minister with her colleague from {state}",
    "The below is attributable to the spokesperson.\n\nForeign Minister Ada Lind spoke today with "
    "Foreign Minister {name} of {state}. They discussed the security of their shores, trade "
    "between the two countries and the meeting of ministers in the autumn. Both agreed to stay in "
    "close touch and to work for peace in the region.",
)
EMERGENCY = (
    "President approves aid to {county}",
    "Today the President declared that an emergency exists in the county of {county} and ordered "
    "aid to supplement that of the county after the storm that began on {day}.\n\nThe action "
    "allows the Agency for Civil Protection to coordinate all relief. {name} was named as the "
    "officer who coordinates the work in the areas that were hit. More areas can be named at a "
    "later date if the county asks for it and the results of further assessments warrant it.",
)
SCHEDULE = ("Public schedule for {day}", "The Secretary has no public appointments.")


@pytest.fixture
def together(make: Make, found: Found) -> Together:
    """What replaces what of releases whose parts are given by name."""
    return lambda *parts: found(*(make(**each) for each in parts))


@pytest.mark.parametrize(
    ("form", "values"),
    [
        pytest.param(
            NATIONAL_DAY,
            [{"state": "Sudmark"}, {"state": "the Amber Islands"}],
            id="national day messages to two states",
        ),
        pytest.param(
            ADVISORY,
            [
                {"day": "4 June", "boats": "3", "attacks": "0", "calls": "1"},
                {"day": "11 June", "boats": "5", "attacks": "1", "calls": "1"},
            ],
            id="weekly advisories",
        ),
        pytest.param(
            ADVISORY,
            [
                {"day": "a Monday", "boats": "three", "attacks": "two", "calls": "six"},
                {"day": "a Monday", "boats": "five", "attacks": "four", "calls": "nine"},
            ],
            id="weekly advisories with numbers in words",
        ),
        pytest.param(
            CALL,
            [
                {"state": "Sudmark", "name": "Jon Berg"},
                {"state": "Vesterland", "name": "Eva Brandt"},
            ],
            id="calls with two ministers",
        ),
        pytest.param(
            CALL,
            [
                {"state": "Sudmark", "name": "Jon Berg"},
                {"state": "Sudmark", "name": "Lena Moss"},
            ],
            id="calls with a minister and his successor",
        ),
        pytest.param(
            EMERGENCY,
            [
                {"county": "Ashford", "day": "3 May", "name": "Tom Reed"},
                {"county": "Ashford", "day": "9 September", "name": "Tom Reed"},
            ],
            id="two storms in one county",
        ),
        pytest.param(
            EMERGENCY,
            [
                {"county": "Ashford", "day": "3 May", "name": "Tom Reed"},
                {"county": "Milton", "day": "3 May", "name": "Tom Reed"},
            ],
            id="one storm in two counties",
        ),
        pytest.param(
            SCHEDULE,
            [{"day": "3 July 2024"}, {"day": "4 July 2024"}],
            id="the same words under the titles of two days",
        ),
    ],
)
@pytest.mark.parametrize(
    ("sources", "url"),
    [
        (("Press Office", "Press Office"), None),
        (("Press Office", "Wire"), None),
        (("Press Office", "Press Office"), "https://example.org/latest"),
    ],
    ids=["one source", "two wires", "one URL"],
)
def test_releases_of_one_form_all_count(
    together: Together,
    form: tuple[str, str],
    values: Sequence[dict[str, str]],
    sources: tuple[str, str],
    url: str | None,
) -> None:
    title, body = form

    parts: list[dict[str, str | None]] = [
        {
            "body": body.format(**value),
            "title": title.format(**value),
            "source": source,
            "url": url,
        }
        for value, source in zip(values, sources, strict=True)
    ]

    assert together(*parts) == ()


def test_two_lists_under_one_title_and_day_both_count(make: Make, found: Found) -> None:
    opening = "Names sent to the Senate today:\n\n"
    lists = (
        "Ann Reed, of Milton, to be Judge for six years.\nMax Stein, of Ashford, to be Marshal.",
        "Lena Moss, of Port Ada, to be Envoy to Sudmark.\nTom Field, of Brook, to be Judge.",
    )

    assert (
        found(*(make(opening + names, "Nominations", published="2024-06-04") for names in lists))
        == ()
    )


def test_the_day_of_an_import_makes_no_editions(make: Make, found: Found) -> None:
    title, body = EMERGENCY
    days = [
        make(
            body.format(county="Ashford", day=f"{day} May", name="Tom Reed"),
            title.format(county="Ashford"),
            published="2024-06-04",
        )
        for day in (3, 9)
    ]
    others = [
        make(f"Notice number {n} is about ferry {n}.", f"Ferry {n}", published="2024-06-04")
        for n in range(30)
    ]

    assert len(found(*days)) == 1
    assert found(*days, *others) == ()
