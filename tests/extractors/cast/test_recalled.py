"""Words that mean one of several just named, or somebody by the own state."""

import json
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.triggers import read_triggers

Says = Callable[..., set[tuple[str, str, str]]]
PACKAGE = "communique.extractors.cast.recalled"
ENTRIES = [
    json.loads(line)
    for line in files(PACKAGE).joinpath("triggers.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_a_trigger_matches_its_example(entry: dict[str, str]) -> None:
    assert read_triggers(PACKAGE)[entry["name"]].match(entry["example"])


@pytest.mark.parametrize("after", [" ministers met", " half of the year", " retired judge"])
def test_an_adjective_is_not_alone(after: str) -> None:
    assert read_triggers(PACKAGE)["alone"].match(after) is None


@pytest.mark.model
@pytest.mark.parametrize(
    "told",
    [
        "The former is financed by Sweden and the latter by Chile.",
        "The first is financed by Sweden, the second by Chile.",
        "The one is financed by Sweden, the other by Chile.",
        "In the first case the money comes from Sweden; in the second, from Chile.",
    ],
)
def test_one_of_two_programmes_is_meant(says: Says, told: str) -> None:
    found = says(
        f"The Lake Clinic Programme and the River School Programme were launched in Lisbon. {told}"
    )

    assert {statement for statement in found if statement[1] == "FUNDS"} == {
        ("Sweden", "FUNDS", "Lake Clinic Programme"),
        ("Chile", "FUNDS", "River School Programme"),
    }


@pytest.mark.model
def test_order_goes_on_while_it_is_spoken_of(says: Says) -> None:
    found = says(
        "The ministry announced the Aral Forum and the River Conference.\n\nThe first will be held "
        "in Porto, the second in Braga. The former is organised by Europol, the latter by Frontex."
    )

    assert ("Frontex", "ORGANISES", "River Conference") in found
    assert ("River Conference", "HELD_IN", "Braga") in found
    assert ("Frontex", "ORGANISES", "Aral Forum") not in found


@pytest.mark.model
def test_a_first_without_a_second_is_none_of_two(says: Says) -> None:
    found = says("The Aral Forum and the River Conference were announced. The first was in Porto.")

    assert not [statement for statement in found if statement[1] == "HELD_IN"]


@pytest.mark.model
@pytest.mark.parametrize(
    "words", ["the Estonian", "the Estonian leader", "Estonia's chief diplomat"]
)
def test_somebody_is_meant_by_the_own_state(says: Says, words: str) -> None:
    found = says(
        "Foreign Minister Liis Tamm of Estonia and Foreign Minister Leo Kalns of Latvia came to "
        f"Lisbon. On Monday {words} flew to Porto."
    )

    assert ("Liis Tamm", "VISITS", "Porto") in found
    assert ("Leo Kalns", "VISITS", "Porto") not in found


@pytest.mark.model
@pytest.mark.parametrize(
    "words", ["the Estonian delegation", "the Estonian and Latvian leaders", "Estonian leader"]
)
def test_others_of_a_state_are_somebody_else(says: Says, words: str) -> None:
    found = says(
        f"Foreign Minister Liis Tamm of Estonia opened a shop. On Monday {words} flew to Porto."
    )

    assert ("Liis Tamm", "VISITS", "Porto") not in found
