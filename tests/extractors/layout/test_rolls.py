"""Lines in a row that name members, participants or donors, and the words above them."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
JOINS = "PARTICIPATES_IN"
Says = Callable[..., set[tuple[str, str, str]]]
BODY = "The Torsk Harbour Commission was founded in 2011.\n\n"
EXERCISE = "The navy opened Exercise Grey Heron on 3 May 2024.\n\n"

HEADS = {
    "label": "Members of the Torsk Harbour Commission:",
    "heading": "MEMBER STATES",
    "sentence": "The Commission consists of:",
    "follows": "Its members are as follows.",
    "seats": "These states sit on the Commission.",
}
LINES = {
    "lines": "Finland\nEstonia\nPeru\n",
    "bullets": "- Finland\n- Estonia\n- Peru\n",
    "letters": "(a) the Republic of Finland,\n(b) Estonia,\n(c) Peru.\n",
    "one-line": "Finland / Estonia / Peru\n",
    "remarks": "Finland (chair)\nEstonia – since 2019\nPeru, with a seat for its ports\n",
}


def members(found: set[tuple[str, str, str]]) -> set[str]:
    return {one for one, said, whole in found if (said, whole) == ("MEMBER_OF", COMMISSION)}


COMMISSION = "Torsk Harbour Commission"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_words_above_a_roll_make_its_names_members(says: Says, head: str) -> None:
    found = says(f"{BODY}{head}\n\n{LINES['lines']}")

    assert members(found) == {"Finland", "Estonia", "Peru"}


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
def test_a_roll_has_its_names_in_any_layout(says: Says, lines: str) -> None:
    found = says(f"{BODY}{HEADS['label']}\n\n{lines}")

    assert members(found) == {"Finland", "Estonia", "Peru"}


@pytest.mark.parametrize("head", ["Members that were absent:", "Candidates for membership:"])
def test_a_roll_of_others_has_no_members(says: Says, head: str) -> None:
    assert not members(says(f"{BODY}{head}\n\n{LINES['lines']}"))


def test_people_on_a_roll_of_a_body_hold_office_in_it(says: Says) -> None:
    found = says(f"{BODY}On the Commission sit:\n\n- Justice Ana Duran\n- Dr Carl Berg\n")

    assert {one for one, said, body in found if (said, body) == ("REPRESENTS", COMMISSION)} == {
        "Ana Duran",
        "Carl Berg",
    }


def test_a_roll_goes_on_under_a_line_of_another_kind(says: Says) -> None:
    found = says(
        f"{EXERCISE}The following took part:\n\n- Peru\n- Chile\n\nand from these bodies:\n\n"
        "- Torsk Harbour Commission\n\nRegrets were received from:\n\n- Finland\n- Estonia\n"
    )
    present = {one for one, said, _ in found if said == "PARTICIPATES_IN"}

    assert present >= {"Peru", "Chile", "Torsk Harbour Commission"}
    assert not {"Finland", "Estonia"} & present


def test_labels_of_one_line_tell_who_joined_when(says: Says) -> None:
    found = says(f"{EXERCISE}Taking part since 2019: Peru, Chile\nJoined in 2021: Malta, Estonia\n")

    assert {state for _, said, state in found if said == "INVOLVES"} == {
        "Peru", "Chile", "Malta", "Estonia",
    }  # fmt: skip


def test_the_operation_above_a_roll_is_no_task_force_named_before(says: Says) -> None:
    found = says(
        "A crackdown led to nine arrests on Monday. Europol set up an Operational Task Force.\n\n"
        "These authorities took part in the operation:\n\nLatvia: State Police\nMalta: Customs\n",
        title="Crackdown on smugglers",
    )
    joined = {thing for who, relation, thing in found if (who, relation) == ("Latvia", JOINS)}

    assert joined == {"Crackdown on smugglers"}
