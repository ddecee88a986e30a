"""Whom "he" means who goes on with what somebody does: of whom the release tells."""

from collections.abc import Callable

Says = Callable[..., set[tuple[str, str, str]]]


def test_he_goes_on_with_the_journey_of_whom_a_release_tells(says: Says) -> None:
    """Those whom he met, or who only said something, are not meant by "he"."""
    found = says(
        "Director Pedro Falk paid a visit to Skopje on Monday. In Skopje, Mr Falk was received by "
        "Minister Carl Berg of Norway. The talks turned on passports. Minister Berg thanked "
        "him.\n\nOn the second day he travelled to Pristina, where he met Minister Ivan Holm of "
        "Denmark.",
    )
    assert ("Ivan Holm", "MEETS", "Pedro Falk") in found
    assert ("Pedro Falk", "VISITS", "Pristina") in found
    assert not {(s, o) for s, _, o in found} & {
        ("Carl Berg", "Ivan Holm"),
        ("Carl Berg", "Pristina"),
    }


def test_he_stays_with_whom_the_last_sentence_told_of(says: Says) -> None:
    """Who has just come somewhere goes on, whoever did more before."""
    found = says(
        "Minister Pedro Falk visited Skopje. Minister Falk toured a school.\n\n"
        "Minister Carl Berg of Norway arrived in Pristina on Tuesday. He met Ambassador Ivan Holm "
        "of Denmark there.",
    )
    assert ("Carl Berg", "MEETS", "Ivan Holm") in found
    assert ("Ivan Holm", "MEETS", "Pedro Falk") not in found


def test_talks_without_a_doer_are_those_of_whom_a_release_tells(says: Says) -> None:
    """Nobody has travelled or met anybody yet."""
    found = says(
        "Minister Pedro Falk opened a school on Monday. A separate meeting with Ambassador Ivan "
        "Holm of Denmark dealt with trade."
    )
    assert ("Ivan Holm", "MEETS", "Pedro Falk") in found


def test_the_three_ministers_are_those_who_were_named_one_by_one(says: Says) -> None:
    """None but those who hold such an office, and only so many as are counted."""
    ministers = (
        "The Minister of Defence of Norway, Carl Berg, arrived on Monday. He was followed by the "
        "Minister of Defence of Denmark, Ivan Holm. Ambassador Ole Dahl of Sweden was ill. "
    )
    both = says(f"{ministers}The two Ministers called on President Ana Duran.")
    three = says(f"{ministers}The three Ministers called on President Ana Duran.")

    assert {("Ana Duran", "MEETS", "Carl Berg"), ("Ana Duran", "MEETS", "Ivan Holm")} <= both
    assert ("Ana Duran", "MEETS", "Ole Dahl") not in both
    assert not {triple for triple in three if triple[:2] == ("Ana Duran", "MEETS")}


def test_who_thanks_goes_on_in_the_same_paragraph(says: Says) -> None:
    """The next sentence tells of the guest who spoke, not of the host who did more before."""
    found = says(
        "Minister Pedro Falk visited Skopje. Minister Falk welcomed Minister Carl Berg of Norway "
        "for talks.\n\nMinister Berg thanked the army. He then met Ambassador Ivan Holm of Denmark."
    )
    assert ("Carl Berg", "MEETS", "Ivan Holm") in found
    assert ("Ivan Holm", "MEETS", "Pedro Falk") not in found
