"""Sessions without name and the event that a release is about."""

from collections.abc import Callable

import pytest

Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.model
def test_the_closing_panel_is_part_of_the_event(says: Says) -> None:
    found = says("The Porto Conference ended on Friday. Ana Duran joined the closing panel.")

    assert ("closing panel", "PART_OF", "Porto Conference") in found


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    ["Ana Duran joined the closing panel of the Ostvik Forum.", "Between sessions she met nobody."],
    ids=["of-another", "several"],
)
def test_another_session_is_no_part_of_the_event(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference ended on Friday. {sentence}")

    assert not [t for t in found if t[1] == "PART_OF" and t[2] == "Porto Conference"]
