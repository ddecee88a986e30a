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
