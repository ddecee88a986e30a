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
    "we-who-met-are-who-speaks": (
        "“We met Minister Carl Berg of Estonia on Monday,” Minister Eva Tamm of Latvia said.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "our-is-the-speaker-s-state": (
        "“Our soldiers take part in Operation HARBOUR,” Minister Eva Tamm of Latvia said.",
        {("Latvia", "PARTICIPATES_IN", "Operation HARBOUR")},
    ),
    "our-country-is-the-speaker-s": (
        "“Our country leads Operation HARBOUR,” Minister Eva Tamm of Latvia said.",
        {("Latvia", "LEADS", "Operation HARBOUR")},
    ),
    "a-quotation-is-whose-its-end-says": (
        "Minister Carl Berg of Estonia spoke first. “We have agreed on much. We support Ukraine. "
        "That will not change,” Minister Eva Tamm of Latvia said.",
        {("Latvia", "SUPPORTS", "Ukraine")},
    ),
    "the-minister-is-who-spoke-last": (
        "Minister Eva Tamm of Latvia spoke on Monday. “We met Minister Carl Berg of Estonia,” "
        "the minister added.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "who-expresses-something-before-a-colon": (
        "Minister Carl Berg of Estonia spoke first. Minister Eva Tamm of Latvia expressed her "
        "thanks: “We support Ukraine.”",
        {("Latvia", "SUPPORTS", "Ukraine")},
    ),
    "single-quotation-marks": (
        "Minister Eva Tamm of Latvia spoke. ‘We support Ukraine and will go on with it’, she said.",
        {("Latvia", "SUPPORTS", "Ukraine")},
    ),
    "a-paragraph-announces-a-speaker": (
        "Minister Eva Tamm of Latvia said:\n\nI met Minister Carl Berg of Estonia on Monday.\n\n"
        "We support Ukraine.",
        {("Carl Berg", "MEETS", "Eva Tamm"), ("Latvia", "SUPPORTS", "Ukraine")},
    ),
    "a-turn-goes-on": (
        "Minister Eva Tamm of Latvia took the floor.\n\n"
        "MINISTER TAMM: It is good to be here with all of you today.\n\n"
        "I met Minister Carl Berg of Estonia on Monday.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
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


def test_a_turn_ends_where_somebody_asks(says: Says) -> None:
    found = says(
        "Minister Eva Tamm of Latvia took the floor.\n\n"
        "MINISTER TAMM: It is good to be here with all of you today.\n\n"
        "QUESTION: I met Minister Carl Berg of Estonia on Monday."
    )

    assert ("Carl Berg", "MEETS", "Eva Tamm") not in found


def test_what_a_speaker_names_gives_no_state_to_who_is_named_outside(says: Says) -> None:
    found = says(
        "“Our guests are soldiers from Georgia,” said Minister Carl Berg of Estonia. "
        "“They are welcome,” Prime Minister Eva Tamm said."
    )

    assert ("Eva Tamm", "REPRESENTS", "Georgia") not in found


def test_who_says_i_m_is_named_behind_it(says: Says) -> None:
    found = says("Good morning, I’m Eva Tamm, the director of Europol.")

    assert ("Eva Tamm", "REPRESENTS", "Europol") in found


@pytest.mark.parametrize(
    "opening",
    [
        "Speech by Minister Ana Duran, Lisbon, 8 June 2023",
        "Minister Ana Duran delivered the following statement at the Porto Forum on 8 June:",
        "The following remarks were delivered by Minister Ana Duran in Lisbon:",
    ],
    ids=["byline", "who delivers", "delivered by"],
)
def test_the_opening_says_whose_words_follow(says: Says, opening: str) -> None:
    found = says(f"{opening}\n\nLast month I visited Malawi and met President Carl Berg.")

    assert {("Ana Duran", "VISITS", "Malawi"), ("Ana Duran", "MEETS", "Carl Berg")} <= found


def test_a_speech_that_others_tell_of_gives_nobody_the_word(says: Says) -> None:
    found = says("Many liked the speech by Minister Ana Duran on 3 May. I visited Malawi in May.")

    assert ("Ana Duran", "VISITS", "Malawi") not in found
