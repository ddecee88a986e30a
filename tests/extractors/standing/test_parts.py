"""Sessions without name and the event they belong to; whose an undertaking without name is."""

from collections.abc import Callable

import pytest

Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.model
def test_the_closing_panel_is_part_of_the_event(says: Says) -> None:
    found = says("The Porto Conference ended on Friday. Ana Duran joined the closing panel.")

    assert ("closing panel", "PART_OF", "Porto Conference") in found


@pytest.mark.model
@pytest.mark.parametrize("whole", ["the conference", "the third day", "the Porto Conference"])
def test_a_session_says_of_what_event_it_is_part(says: Says, whole: str) -> None:
    found = says(
        f"The Porto Conference ended on Friday. Ana Duran joined a closing panel of {whole}."
    )

    assert "Porto Conference" in {thing for _, relation, thing in found if relation == "PART_OF"}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Duran joined the closing panel of the Ostvik Forum.",
        "Between sessions she met nobody.",
        "In a closing session of the trial the court heard Ana Duran.",
        "Ana Duran missed the opening session of parliament.",
    ],
    ids=["of-another", "several", "of-a-trial", "of-parliament"],
)
def test_another_session_is_no_part_of_the_event(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference ended on Friday. {sentence}")

    assert not [t for t in found if t[1] == "PART_OF" and t[2] == "Porto Conference"]


@pytest.mark.model
def test_an_undertaking_without_name_is_organised_by_those_whose_it_is(says: Says) -> None:
    found = says("Estonia paid for Europol's new training. Frontex's assistance was praised.")

    assert {one for one, relation, _ in found if relation == "ORGANISES"} == {"Europol"}
