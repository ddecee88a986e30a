"""What the line above a list says of those in it, and the orders in which lists name them."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

NAMES = "Carl Berg, Minister of Health of Malta\nEva Kalnina, President of Latvia"
MET = {
    "verb-before-with": f"Minister Ana Duran spoke in turn with:\n\n{NAMES}",
    "end-without-colon": (
        "Minister Ana Duran used the forum for short meetings with\n\n"
        "Minister Carl Berg (Malta),\nPresident Eva Kalnina (Latvia).\n\nHe left on Friday."
    ),
    "several": (
        "Minister Ana Duran conferred with several partners today.\n\n"
        "– with Carl Berg, Minister of Health of Malta: roads\n"
        "– with Eva Kalnina, President of Latvia: ports"
    ),
    "days": (
        "The Cabinet lists the calls of Minister Ana Duran:\n\nMonday: Minister of Malta, "
        "Carl Berg.\nTuesday: none.\nFriday: President of Latvia, Eva Kalnina."
    ),
    "numbers": (
        "Minister Ana Duran received in turn:\n\n1. Carl Berg, Minister of Malta;\n"
        "2. her colleague from Latvia, Eva Kalnina."
    ),
    "state-and-hour-above": (
        "Minister Ana Duran in Riga\n\nHer bilateral meetings:\n\n10.15\nMalta\nCarl Berg, Minister"
        "\n\n11.30\nLatvia\nEva Kalnina, President"
    ),
}
NOT_MET = {
    "written-to": f"Minister Ana Duran wrote to several partners today.\n\n{NAMES}",
    "sums": (
        "At the meeting with Minister Ana Duran these sums were promised:\n\n"
        "Malta: EUR 2 million for UNICEF\nLatvia: EUR 3 million for UNICEF"
    ),
}


@pytest.mark.parametrize("body", MET.values(), ids=MET.keys())
def test_those_of_a_list_were_met_by_whom_its_head_names(says: Says, body: str) -> None:
    met = {triple for triple in says(body) if triple[1] == "MEETS"}

    assert met == {("Ana Duran", "MEETS", "Carl Berg"), ("Ana Duran", "MEETS", "Eva Kalnina")}


@pytest.mark.parametrize("body", NOT_MET.values(), ids=NOT_MET.keys())
def test_a_list_with_another_head_tells_of_no_meeting(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "MEETS"}
