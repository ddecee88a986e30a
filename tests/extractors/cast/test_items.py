"""Doings of the items of a list, each its own."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("body", "triple"),
    [
        (
            "- Latvia hosted a training for divers in Riga.\n\n"
            "- The training for medics was organised by Norway.",
            ("Norway", "ORGANISES", "training for medics"),
        ),
        (
            "- The Porto Conference opened on Monday.\n\n"
            "- The conference of mayors was organised by Norway.",
            ("Norway", "ORGANISES", "conference of mayors"),
        ),
        (
            "- The Porto Conference opened on Monday.\n\n"
            "- The conference in Porto was organised by Norway.",
            ("Norway", "ORGANISES", "Porto Conference"),
        ),
        (
            "Operation Calm Sea ended on Friday.\n\n"
            "- The operation at sea was coordinated by Frontex.",
            ("Frontex", "COORDINATES", "Operation Calm Sea"),
        ),
    ],
    ids=["another-aim", "another-name", "same-site", "what-the-text-is-about"],
)
def test_an_item_tells_of_its_own_doing_where_it_says_which(
    says: Says, body: str, triple: tuple[str, str, str]
) -> None:
    assert triple in says(body, title="News of the week")
