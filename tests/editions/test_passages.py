"""What of a release is its text."""

from collections.abc import Callable

import pytest

from communique.editions.text.passages import text_proper
from communique.graph import Release

SENTENCES = "Two ministers met on the quay.\nThey spoke of ferries for an hour and parted friends."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("PORT ADA, 4 June 2024 – ", ""),
        ("PORT ADA (Coastal Wire) - ", ""),
        ("Port Ada — ", ""),
        ("For immediate release\n", ""),
        ("Press release 14/2024\nTuesday, 4 June 2024\nPort Ada – ", ""),
        ("Quay talks\n", ""),
        ("", "\nNotes to editors: the quay was built in 1911."),
        ("", "\nAbout the ministry\nThe ministry has 40 rooms."),
        ("", "\nENDS\nTelephone 555 0100"),
    ],
)
def test_only_the_text_is_left(make: Callable[..., Release], before: str, after: str) -> None:
    release = make(before + SENTENCES + after, "Quay talks")

    assert text_proper(release).split() == SENTENCES.split()


@pytest.mark.parametrize(
    "body",
    [
        "About 300 people came to the quay.\nThey stayed for an hour.",
        "The ministers – both of them sailors – met.\nThey spoke of ferries.",
        "Contact between the two ministries was cut off in May.\nThey met again in June.",
    ],
)
def test_sentences_that_look_like_labels_and_notes_stay(
    make: Callable[..., Release], body: str
) -> None:
    assert text_proper(make(body, "Quay talks")).split() == body.split()
