"""Lines with labels, and list items that name a state and its bodies."""

import json
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.layout.labels import read_labels
from communique.ontology import Relation

Says = Callable[..., set[tuple[str, str, str]]]
ENTRIES = [
    json.loads(line)
    for line in files("communique.extractors.layout")
    .joinpath("labels.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip()
]
OPERATION = "Operation HARBOUR ended on Friday.\n\n"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["example"])
def test_a_label_matches_its_example(entry: dict[str, str]) -> None:
    label = entry["example"].split(":")[0]

    assert re.fullmatch(entry["pattern"], label, re.IGNORECASE)
    assert read_labels()[Relation(entry["relation"])].fullmatch(label)


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "triple"),
    [
        (
            "Participating countries: Estonia and Latvia",
            ("Operation HARBOUR", "INVOLVES", "Latvia"),
        ),
        ("Funded by: Estonia", ("Estonia", "FUNDS", "Operation HARBOUR")),
        ("Coordinator: Europol", ("Europol", "COORDINATES", "Operation HARBOUR")),
    ],
    ids=["countries", "donor", "coordinator"],
)
def test_a_label_says_what_those_after_it_do(
    says: Says, line: str, triple: tuple[str, str, str]
) -> None:
    assert triple in says(f"{OPERATION}{line}\n", title="Operation HARBOUR ends")


@pytest.mark.model
def test_an_item_of_a_state_lists_the_bodies_that_took_part(says: Says) -> None:
    body = f"{OPERATION}The following authorities took part:\n\n• Estonia: Coast Guard\n"

    assert ("Operation HARBOUR", "INVOLVES", "Estonia") in says(body, title="Operation HARBOUR")


@pytest.mark.model
def test_a_line_of_a_schedule_says_whom_its_owner_meets(says: Says) -> None:
    body = (
        "Minister Ana Duran has this programme on 10 May 2024.\n\n"
        "10.00 Meeting with Minister Carl Berg\n12.30 Press hour\n"
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in says(body)
