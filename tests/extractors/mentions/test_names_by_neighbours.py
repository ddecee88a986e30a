"""Operations and events whose names are told by the words beside them, by class."""

from collections.abc import Callable

import pytest

from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They will lead the 6th session of the Oman-Latvia Joint Commission.",
         "6th session of the Oman-Latvia Joint Commission"),
        ("The 1140th meeting of the Fish Council opened.", "1140th meeting of the Fish Council"),
        ("It held the 9th plenary session of the Fish Board.",
         "9th plenary session of the Fish Board"),
        ("The second U.S.-Oman Sand Working Group met.", "second U.S.-Oman Sand Working Group"),
        ("The 7th General Assembly of OSTVPOL ended.", "7th General Assembly of OSTVPOL"),
        ("They spoke at the U.S. – OVC High Level Dialogue.", "U.S. – OVC High Level Dialogue"),
        ("They went to the Ostvik International Fair.", "Ostvik International Fair"),
        ("They attended the Dedication of the Ostvik Sea Hall.",
         "Dedication of the Ostvik Sea Hall"),
    ],
    ids=["commission", "thousandth", "kind-of-session", "working-group", "assembly",
         "pair-with-acronym", "fair", "dedication"],
)  # fmt: skip
def test_an_event_is_named_by_its_count_or_its_kind(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.EVENT) == [name]


def test_a_body_that_nothing_counts_is_no_event(named: Named) -> None:
    assert named("The General Assembly of OSTVPOL sits in Oman.", EntityType.EVENT) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is part of Operational Taskforce HERON.", "Operational Taskforce HERON"),
        ("The investigations, codenamed BRINE, were long.", "BRINE"),
        ("Oman would lead the next operation, WICKER II, in June.", "WICKER II"),
        ("Green Harbours Oman, a programme run by Norway, began.", "Green Harbours Oman"),
        ("Norway pays for the Clean Rivers activity.", "Clean Rivers"),
        ("It joined the Campaign Anchor effort.", "Campaign Anchor"),
        ("Norway launched Joint Operation Ostvik 2022.", "Joint Operation Ostvik 2022"),
        ("Norway pays for the Project for Repair of Boats at the Ostvik Yard.",
         "Project for Repair of Boats at the Ostvik Yard"),
        ("The Heron JIT ended.", "Heron JIT"),
        ("It opened the first-ever Ostvik Boat Repair program.", "Ostvik Boat Repair"),
        ("It pays for the OSTV Programme for Sand and Ice.", "OSTV Programme for Sand and Ice"),
        ("Joint Action Days “Salt Road” (6-9 May) were led by Oman.", "Salt Road"),
        ("The effort, named “Grey Otter”, began.", "Grey Otter"),
        ("The fleet ended BUILD-UP WAVE, the third in a series of drills.", "BUILD-UP WAVE"),
        ("Oman launched Maritime Long Wave, a series of trials of boats.", "Maritime Long Wave"),
        ("It opened the Harbour Law Summer School on Friday.", "Harbour Law Summer School"),
    ],
    ids=["taskforce", "codenamed", "code-word", "run-by", "activity", "effort",
         "joint-operation", "project-for", "jit", "adjective-before", "acronym-before",
         "prefix-before-quotes", "effort-named", "third-in-a-series", "series-of", "summer-school"],
)  # fmt: skip
def test_an_operation_is_named_by_the_words_beside_it(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.OPERATION)


def test_a_person_who_is_called_something_is_no_operation(named: Named) -> None:
    assert named("An officer called Heron left.", EntityType.OPERATION) == []


def test_a_known_body_after_a_comma_is_no_operation(named: Named) -> None:
    assert named("During the operation, EUROPOL helped.", EntityType.OPERATION) == []
