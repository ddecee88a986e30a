"""Who met because they chaired talks of two sides together."""

from collections.abc import Callable

import pytest

Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The third Joint Commission was co-chaired by Minister Ana Duran of Chile and Minister "
        "Carl Berg of Norway.",
        "The fifth round of political consultations was held in Lima under the co-chairmanship of "
        "Deputy Minister Ana Duran of Chile and Secretary General Carl Berg of Norway.",
    ],
    ids=["chaired", "chairmanship"],
)
def test_two_of_two_states_who_chair_talks_meet(says: Says, sentence: str) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") in says(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Annual Donor Conference was co-chaired by Minister Ana Duran of Chile and Minister "
        "Carl Berg of Norway.",
        "The third Joint Commission was co-chaired by Minister Ana Duran of Chile and Deputy "
        "Minister Carl Berg of Chile.",
    ],
    ids=["conference", "one state"],
)
def test_those_who_chair_a_conference_or_are_of_one_state_need_not_meet(
    says: Says, sentence: str
) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") not in says(sentence)


@pytest.mark.model
@pytest.mark.parametrize(
    "lines",
    [
        "Members attending the meeting:\n\nAna Duran, Norway (Chair)\nCarl Berg, Poland",
        "In attendance: Ana Duran (Chairperson), Carl Berg, Eva Tamm",
        "In attendance: Carl Berg, Ana Duran (Chairperson), Eva Tamm",
    ],
    ids=["lines", "label", "behind-another"],
)
def test_who_is_marked_as_chair_in_a_list_of_those_present_leads(says: Says, lines: str) -> None:
    event = "Meeting of the Harbour Committee"

    found = says(f"Lima, 3 May 2024\n\n{lines}\n\nThe quotas were agreed.", title=event)

    assert {who for who, relation, _ in found if relation == "LEADS"} == {"Ana Duran"}
