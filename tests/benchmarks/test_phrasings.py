"""What is counted as lost or as wrongly stated of a sentence."""

from phrasings import Phrasing

MEETING = ("Duran", "MEETS", "Berg")


def test_a_meeting_is_the_same_from_either_side() -> None:
    phrasing = Phrasing("A sentence.", [MEETING])

    assert not phrasing.failures([("Carl Berg", "MEETS", "Ana Duran")])


def test_a_visit_is_not_the_same_from_either_side() -> None:
    phrasing = Phrasing("A sentence.", [("Duran", "VISITS", "Peru")])

    assert phrasing.failures([("Peru", "VISITS", "Ana Duran")]) == ["lost Duran VISITS Peru"]


def test_only_what_is_denied_may_not_be_stated() -> None:
    phrasing = Phrasing("A sentence.", denied=["MEETS"])

    assert not phrasing.failures([("Ana Duran", "REPRESENTS", "Peru")])
    assert phrasing.failures([("Ana Duran", "MEETS", "Carl Berg")]) == [
        "wrong Ana Duran MEETS Carl Berg"
    ]
