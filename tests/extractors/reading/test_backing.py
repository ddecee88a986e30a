"""Whom somebody supports, however it is worded."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Secretary affirmed the Netherlands’ continuing support for Estonia’s "
            "sovereignty, territorial integrity and independence.",
            ("Netherlands", "SUPPORTS", "Estonia"),
        ),
        (
            "Minister Ana Duran and Minister Carl Berg reiterated their support for Estonia's "
            "sovereignty and territorial integrity.",
            ("Carl Berg", "SUPPORTS", "Estonia"),
        ),
        (
            "Minister Ana Duran reiterated Norway's commitment to supporting the people of Haiti.",
            ("Norway", "SUPPORTS", "Haiti"),
        ),
        ("Norway remains committed to helping Estonia.", ("Norway", "SUPPORTS", "Estonia")),
        ("Norway renewed its pledge to support Estonia.", ("Norway", "SUPPORTS", "Estonia")),
        (
            "Minister Ana Duran praised Norway's efforts to provide assistance to Estonia.",
            ("Norway", "SUPPORTS", "Estonia"),
        ),
        (
            "Norway will continue to stand with the Estonian people.",
            ("Norway", "SUPPORTS", "Estonia"),
        ),
    ],
    ids=["plural-owner", "own", "commitment", "committed", "pledge", "efforts", "people"],
)
def test_support_is_read(says: Says, body: str, expected: tuple[str, str, str]) -> None:
    assert expected in says(body)


@pytest.mark.parametrize(
    ("body", "unsaid"),
    [
        (
            "Minister Ana Duran reiterated Norway's support for Estonia.",
            ("Ana Duran", "SUPPORTS", "Estonia"),
        ),
        (
            "Norway announced new military support to Estonia.",
            ("Norway", "ORGANISES", "new military support"),
        ),
    ],
    ids=["of-another", "given"],
)
def test_support_of_others_is_no_deed_of_the_speaker(
    says: Says, body: str, unsaid: tuple[str, str, str]
) -> None:
    assert unsaid not in says(body)
