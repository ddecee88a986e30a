"""Words for several people, and for who speaks, mean those named before."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "they": (
        "Minister Ana Duran met Minister Carl Berg of Estonia on Monday. They will visit Latvia "
        "in June.",
        {("Ana Duran", "VISITS", "Latvia"), ("Carl Berg", "VISITS", "Latvia")},
    ),
    "both": (
        "Ms Ana Duran and Mr Carl Berg spoke on Monday. Both will attend the Porto Summit.",
        {
            ("Ana Duran", "PARTICIPATES_IN", "Porto Summit"),
            ("Carl Berg", "PARTICIPATES_IN", "Porto Summit"),
        },
    ),
    "the-two-ministers": (
        "Minister Ana Duran met Minister Carl Berg of Estonia on Monday. The two ministers will "
        "visit Latvia in June.",
        {("Ana Duran", "VISITS", "Latvia"), ("Carl Berg", "VISITS", "Latvia")},
    ),
    "the-two-with-a-companion": (
        "Minister Ana Duran is in Riga. She is accompanied by Minister Carl Berg of Estonia. The "
        "two ministers met Judge Eva Tamm.",
        {("Ana Duran", "MEETS", "Eva Tamm"), ("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "both-leaders": (
        "President Ana Duran of Peru received President Carl Berg of Estonia on Monday. Both "
        "leaders will attend the Porto Summit.",
        {
            ("Ana Duran", "PARTICIPATES_IN", "Porto Summit"),
            ("Carl Berg", "PARTICIPATES_IN", "Porto Summit"),
        },
    ),
    "all-three-some-sentences-later": (
        "Minister Ana Duran, Minister Carl Berg and Minister Eva Tamm met on Monday. Colonel Dan "
        "Holt and Judge Ole Lund were present. All three then drove to Lisbon.",
        {
            ("Ana Duran", "VISITS", "Lisbon"),
            ("Carl Berg", "VISITS", "Lisbon"),
            ("Eva Tamm", "VISITS", "Lisbon"),
        },
    ),
    "they-three": (
        "Minister Ana Duran will go to Estonia with Ambassador Carl Berg and Minister Eva Tamm. "
        "They will then travel to Lisbon.",
        {
            ("Ana Duran", "VISITS", "Lisbon"),
            ("Carl Berg", "VISITS", "Lisbon"),
            ("Eva Tamm", "VISITS", "Lisbon"),
        },
    ),
    "former-and-latter": (
        "Minister Ana Duran met Governor Carl Berg on Monday. The former then travelled to "
        "Estonia, while the latter met Judge Eva Tamm.",
        {("Ana Duran", "VISITS", "Estonia"), ("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "trio-goes-on": (
        "Minister Ana Duran of Peru, Minister Carl Berg of Estonia and Minister Eva Tamm of Latvia "
        "are in Lisbon. The trio will travel to Porto on Friday.",
        {
            ("Ana Duran", "VISITS", "Porto"),
            ("Carl Berg", "VISITS", "Porto"),
            ("Eva Tamm", "VISITS", "Porto"),
        },
    ),
    "each-of-a-group": (
        "The group consists of Senator Ana Duran, Senator Carl Berg and Senator Eva Tamm. Each of "
        "them was received by Minister Olga Lind.",
        {
            ("Ana Duran", "MEETS", "Olga Lind"),
            ("Carl Berg", "MEETS", "Olga Lind"),
            ("Eva Tamm", "MEETS", "Olga Lind"),
        },
    ),
    "three-of-a-list": (
        "The panel has three members:\n- Ana Duran, lawyer, Peru\n- Carl Berg, judge, Estonia\n"
        "- Eva Tamm, teacher, Latvia\n\nOn Sunday all three met Minister Olga Lind.",
        {
            ("Ana Duran", "MEETS", "Olga Lind"),
            ("Carl Berg", "MEETS", "Olga Lind"),
            ("Eva Tamm", "MEETS", "Olga Lind"),
        },
    ),
    "visitors": (
        "Our guests this week were Judge Ana Duran from Peru and Judge Carl Berg from Estonia. The "
        "visitors travelled to Porto.",
        {("Ana Duran", "VISITS", "Porto"), ("Carl Berg", "VISITS", "Porto")},
    ),
    "the-latter-alone": (
        "Judge Ana Duran replaces Carl Berg. The latter met Minister Olga Lind.",
        {("Carl Berg", "MEETS", "Olga Lind")},
    ),
    "the-presidents": (
        "President Ana Duran of Peru received President Carl Berg of Estonia on Monday. The "
        "Presidents later visited Camp Harbour.",
        {("Ana Duran", "VISITS", "Camp Harbour"), ("Carl Berg", "VISITS", "Camp Harbour")},
    ),
    "who": (
        "Ms Ana Duran, who will visit Estonia in June, opened the session.",
        {("Ana Duran", "VISITS", "Estonia")},
    ),
    "guest": (
        "Minister Ana Duran received Minister Carl Berg on Monday. The guest later met Eva Tamm.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "the-official": (
        "Minister Ana Duran of Peru toured Riga on Monday. The senior official later met Eva Tamm.",
        {("Ana Duran", "MEETS", "Eva Tamm")},
    ),
    "the-diplomat": (
        "Ambassador Carl Berg arrived in Riga on Monday. The diplomat will meet Judge Eva Tamm.",
        {("Carl Berg", "MEETS", "Eva Tamm")},
    ),
    "two-sides-led": (
        "The two sides, led by Minister Ana Duran and Minister Carl Berg, held talks on Monday.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "after-meeting": (
        "After meeting with Minister Ana Duran, Minister Carl Berg praised the plan.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "as-well-as-with": (
        "Minister Ana Duran met bilaterally with Carl Berg as well as with Eva Tamm.",
        {("Ana Duran", "MEETS", "Carl Berg"), ("Ana Duran", "MEETS", "Eva Tamm")},
    ),
    "whose": (
        "Ms Ana Duran, whose visit to Estonia ends on Friday, opened the session.",
        {("Ana Duran", "VISITS", "Estonia")},
    ),
    "counterpart-from-a-state": (
        "Minister Ana Duran received her counterpart from Estonia, Carl Berg, on Monday.",
        {("Ana Duran", "MEETS", "Carl Berg")},
    ),
    "counterpart-of-a-state": (
        "Minister Ana Duran met her Estonian counterpart, Carl Berg, on Monday.",
        {("Ana Duran", "MEETS", "Carl Berg"), ("Carl Berg", "REPRESENTS", "Estonia")},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_word_for_several_means_those_named_before(
    says: Says, body: str, expected: set[tuple[str, str, str]]
) -> None:
    assert says(body) >= expected


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran met her Estonian and Latvian counterparts, Carl Berg and Eva Tamm.",
        "The leaders of Estonia and Latvia, President Carl Berg and President Eva Tamm, met.",
        "The Estonian and Latvian foreign ministers, Carl Berg and Eva Tamm, met in Lisbon.",
    ],
    ids=["counterparts", "leaders", "ministers"],
)
def test_officials_named_at_once_stand_for_no_state(says: Says, body: str) -> None:
    met = [found for found in says(body) if found[1] == "MEETS"]

    assert met
    assert not {"Estonia", "Latvia"} & {end for one, _, other in met for end in (one, other)}


@pytest.mark.parametrize(
    "tells",
    [
        "Police arrested an official of the port. The official of the port met Eva Tamm.",
        "An official met Eva Tamm.",
        "Ms Olga Lind met Mr Dan Holt. The diplomat met Eva Tamm.",
    ],
    ids=["of-a-body", "indefinite", "two-last"],
)
def test_the_official_is_nobody_named_where_another_may_be_meant(says: Says, tells: str) -> None:
    found = says(f"Minister Ana Duran visited Riga. {tells}")

    assert "Eva Tamm" not in {name for one, _, other in found for name in (one, other)}


def test_who_is_called_on_to_do_something_was_not_met(says: Says) -> None:
    found = says("Minister Ana Duran called on President Carl Berg to release the prisoners.")

    assert [triple for triple in found if triple[1] == "MEETS"] == []


@pytest.mark.parametrize(
    "between",
    [
        "It rained all day.",
        "The former minister was arrested. The presidents of the courts met in Riga.",
        "Judges Eva Tamm, Dan Holt and Ole Lund left.",
    ],
    ids=["nobody", "other-former", "three"],
)
def test_the_latter_is_of_the_sentence_before(says: Says, between: str) -> None:
    met = "President Ana Duran met Minister Carl Berg in Riga."
    found = says(f"{met} {between} The latter met Olga Lind.")

    assert "Olga Lind" not in {name for one, _, other in found for name in (one, other)}


@pytest.mark.parametrize("words", ["invited the guests to Porto", "each year goes to Porto"])
def test_guests_and_each_are_not_always_those_named(says: Says, words: str) -> None:
    found = says(f"Judge Ana Duran and Judge Carl Berg spoke. Minister Olga Lind {words}.")

    assert not {("Ana Duran", "VISITS", "Porto"), ("Carl Berg", "VISITS", "Porto")} & found


def test_the_former_and_the_latter_may_fill_two_sentences(says: Says) -> None:
    found = says("Ms Ana Duran met Mr Carl Berg. The former left. The latter met Ms Olga Lind.")

    assert ("Carl Berg", "MEETS", "Olga Lind") in found


def test_the_two_of_three_mean_nobody(says: Says) -> None:
    found = says(
        "Ms Ana Duran met Mr Carl Berg and Ms Eva Tamm on Monday. The two will visit Latvia."
    )

    assert [triple for triple in found if triple[1] == "VISITS"] == []


def test_we_means_the_issuer(says: Says) -> None:
    found = says("We support Operation HARBOUR.", source="Europol")

    assert ("Europol", "SUPPORTS", "Operation HARBOUR") in found


def test_we_in_a_quotation_does_not_mean_the_issuer(says: Says) -> None:
    found = says('"We support Operation HARBOUR," said Mr Carl Berg.', source="Europol")

    assert ("Europol", "SUPPORTS", "Operation HARBOUR") not in found


def test_a_title_alone_means_the_issuing_state_s_own_official(says: Says) -> None:
    found = says(
        "President Ana Duran of Portugal met President Carl Berg of Estonia on Monday. The "
        "President will visit Latvia in June."
    )

    assert ("Ana Duran", "VISITS", "Latvia") in found
    assert ("Carl Berg", "VISITS", "Latvia") not in found


APART = {
    "experts-in-a-team": (
        "The team, comprising experts from Estonia and Latvia, met with the National Police of "
        "Peru on Monday.",
        {"Estonia", "Latvia"},
    ),
    "one-after-another": (
        "At the opening Minister Ana Duran, Judge Dan Holt and Director Carl Berg spoke.",
        {"Ana Duran", "Dan Holt", "Carl Berg"},
    ),
}


@pytest.mark.parametrize(("body", "names"), APART.values(), ids=APART)
def test_experts_in_a_team_and_speakers_of_one_event_have_not_met(
    says: Says, body: str, names: set[str]
) -> None:
    met = {
        end for left, relation, right in says(body) if relation == "MEETS" for end in (left, right)
    }

    assert not met & names


def test_three_sides_meet_each_other_at_the_meeting_that_a_title_names(says: Says) -> None:
    found = says(
        "Minister Ana Duran of Peru, Minister Carl Berg of Estonia and Minister Eva Tamm of Latvia "
        "held a trilateral meeting on Monday.",
        title="Trilateral Meeting of Peru, Estonia and Latvia",
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in found
    assert ("Carl Berg", "MEETS", "Eva Tamm") in found
