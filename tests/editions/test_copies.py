"""Two wires forward one release: it is one, and the fuller text stands for it."""

from collections.abc import Callable
from itertools import permutations

import pytest

from communique.editions import Kinship, Replacement
from communique.graph import Release

Make = Callable[..., Release]
Found = Callable[..., tuple[Replacement, ...]]

WIRE = "Coastal Wire"
HEADLINE = "Four coast guards hunt bird smugglers"


def _cut(body: str, share: float) -> str:
    return body[: int(len(body) * share)].rsplit(" ", 1)[0] + " …"


@pytest.mark.parametrize(
    "forwarded",
    [
        pytest.param(lambda body: body, id="another source line and headline"),
        pytest.param(lambda body: f"PORT ADA, 4 June 2024 (CW) -- {body}", id="a dateline"),
        pytest.param(lambda body: f"Port Ada – {body}", id="a dateline without day"),
        pytest.param(lambda body: f"PRESS RELEASE\n\n4 June 2024\n\n{body}", id="labels"),
        pytest.param(
            lambda body: body + "\n\nReporting by Ann Reed; editing by Max Stein\n", id="bylines"
        ),
        pytest.param(
            lambda body: f"{body}\nAbout Coastal Wire\n\nCoastal Wire reaches 300 papers.",
            id="notes of the wire",
        ),
        pytest.param(lambda body: body.replace("\n\n", "\n"), id="other line ends"),
        pytest.param(lambda body: body.replace('"', "”"), id="typographic quotes"),
        pytest.param(lambda body: _cut(body, 0.8), id="the end cut off"),
        pytest.param(lambda body: _cut(body, 0.6), id="much of it cut off"),
        pytest.param(lambda body: _cut(body, 0.35), id="most of it cut off"),
    ],
)
def test_what_another_wire_forwards_is_a_copy(
    make: Make, found: Found, launch: str, forwarded: Callable[[str], str]
) -> None:
    original, copy = make(launch), make(forwarded(launch), HEADLINE, WIRE)

    (replacement,) = found(original, copy)

    assert replacement.kinship is Kinship.COPY
    assert {replacement.release, replacement.by} == {original.id, copy.id}


def test_the_fuller_text_counts_whatever_came_first(make: Make, found: Found, launch: str) -> None:
    whole, cut = make(launch, HEADLINE, WIRE), make(_cut(launch, 0.6))

    for order in permutations((whole, cut)):
        (replacement,) = found(*order)
        assert (replacement.release, replacement.by) == (cut.id, whole.id)


def test_notes_of_a_wire_make_no_text_fuller(make: Make, found: Found, launch: str) -> None:
    notes = "\n\nNotes to editors\n\n" + "Coastal Wire forwards releases of 300 bodies. " * 5
    whole, cut = make(launch), make(_cut(launch, 0.8) + notes, HEADLINE, WIRE)

    (replacement,) = found(whole, cut)

    assert replacement.by == whole.id


def test_of_equally_full_copies_that_of_known_origin_counts(
    make: Make, found: Found, launch: str
) -> None:
    unknown, known = make(launch, source=""), make(launch, published="2024-06-04")

    (replacement,) = found(unknown, known)

    assert replacement.by == known.id


def test_of_equally_full_copies_the_issuer_counts(make: Make, found: Found, launch: str) -> None:
    issued = make(launch, HEADLINE, "Harbour Agency")
    forwarded = make(launch, HEADLINE, "Amber Wire")

    assert [item.by for item in found(issued, forwarded)] == [issued.id]
    assert [item.by for item in found(forwarded, issued)] == [issued.id]


def test_a_teaser_under_the_same_title_is_a_copy(make: Make, found: Found, launch: str) -> None:
    teaser = " ".join(launch.split()[:20]) + " …"
    whole = make(launch)

    (replacement,) = found(make(teaser, source=WIRE), whole)

    assert replacement.by == whole.id
    assert found(make(teaser, HEADLINE, WIRE), whole) == ()


def test_three_copies_have_one_that_counts(make: Make, found: Found, launch: str) -> None:
    copies = [make(_cut(launch, 0.6), HEADLINE, WIRE), make(launch), make(launch, source="Other")]

    results = {found(*order) for order in permutations(copies)}

    ((first, second),) = results
    assert {first.counting, first.by} == {second.counting, second.by}


def test_without_the_copy_that_counts_the_other_does(make: Make, found: Found, launch: str) -> None:
    whole, cut = make(launch), make(_cut(launch, 0.6), HEADLINE, WIRE)

    assert found(cut) == found(whole) == ()


def test_the_same_words_weeks_later_are_another_occasion(
    make: Make, found: Found, launch: str
) -> None:
    first = make(launch, published="2024-06-04")

    assert found(first, make(launch, source=WIRE, published="2024-06-07")) != ()
    assert found(first, make(launch, source=WIRE, published="2024-06-25")) == ()


def test_the_issuer_does_not_forward_to_itself(make: Make, found: Found) -> None:
    notice = "There are no changes to the opening hours of the press room this week."
    weeks = [
        make(f"{place}{notice}", "Press room", published=day)
        for place, day in (("", "2024-06-03"), ("Port Ada – ", "2024-06-04"))
    ]

    assert found(*weeks) == ()


def test_a_statement_quoted_in_a_briefing_is_no_copy_of_it(
    make: Make, found: Found, launch: str
) -> None:
    questions = "Good afternoon. I have a few words to begin with, then we take questions. " * 8
    briefing = make(f"{questions}\n\n{launch}\n{questions}", "Briefing of 4 June")

    assert found(make(launch), briefing) == ()


def test_a_text_that_fits_two_releases_is_a_copy_of_neither(make: Make, found: Found) -> None:
    opening = (
        "The maritime centre issues this advisory to all masters every week. It repeats what "
        "coast guards have reported, asks crews to keep watch at night, to lock doors and to call "
        "the centre when they see small boats without lights or markings near their own ship. "
    )
    numbers = (("12", "the Amber Islands", "7"), ("13", "Sudmark", "9"))
    weeks = [
        make(
            f"{opening}In week {week} boats were seen off {place} on {day} nights, and two masters "
            f"called for help. The next advisory follows on {day} June.",
            "Weekly advisory",
        )
        for week, place, day in numbers
    ]
    cut = make(f"{opening.strip()} …", "Advisory to masters", WIRE)

    assert found(*weeks, cut) == ()
