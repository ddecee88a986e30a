"""What rules once read into sentences that say something else."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "the seat of a body is no event": (
        "Estonia, the host of NATO and Europol, thanked Latvia.",
        ("Estonia", "HOSTS", "NATO"),
    ),
    "she is nobody named as an object": (
        "The winner thanked Minister Ana Duran. She is the director of the Harbour Agency.",
        ("Ana Duran", "REPRESENTS", "Harbour Agency"),
    ),
    "an appointment of long ago": (
        "Minister Ana Duran announced four appointments. Carl Berg was appointed director of the "
        "Port Museum in 2009.",
        ("Ana Duran", "APPOINTS", "Carl Berg"),
    ),
    "for his part is no office": (
        "Minister Ana Duran appointed Carl Berg as ambassador, and Dan Holt for his part thanked "
        "the outgoing minister.",
        ("Ana Duran", "APPOINTS", "Dan Holt"),
    ),
    "who hands command over leads no more": (
        "Carl Berg handed over command of Operation HARBOUR to Ana Duran.",
        ("Carl Berg", "LEADS", "Operation HARBOUR"),
    ),
    "those invited need not come": (
        "Carl Berg was among those invited to the Porto Conference but could not come.",
        ("Carl Berg", "PARTICIPATES_IN", "Porto Conference"),
    ),
    "what experts speak on takes no part": (
        "The meeting of experts on the economy of Estonia ended.",
        ("Estonia", "PARTICIPATES_IN", "meeting of experts on the economy of Estonia"),
    ),
    "an agreement on a training is no training": (
        "Europol concluded an agreement on a training with Estonia.",
        ("Europol", "ORGANISES", "training with Estonia"),
    ),
}


@pytest.mark.parametrize(("body", "triple"), CASES.values(), ids=CASES)
def test_a_sentence_of_another_sense_states_nothing(
    says: Says, body: str, triple: tuple[str, str, str]
) -> None:
    assert triple not in says(body)


def test_an_office_may_be_cut_off_where_its_block_ends(says: Says) -> None:
    assert says("The talks were opened by Carl Berg, Director of the Harbour Agency under the")
