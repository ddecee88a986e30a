"""Whose a sum is where a sentence names several."""

import pytest

from communique.extractors.qualifiers import Named, NamedSentence, own_sum
from communique.extractors.reading.money import money

SHARED = {
    "in brackets": (
        "Latvia (EUR 300,000), Chile (EUR 150,000) and Ghana (NOK 2 million) pay for the "
        "Quay Fund.",
        {"Latvia": "EUR 300,000", "Chile": "EUR 150,000", "Ghana": "NOK 2 million"},
    ),
    "in turn": (
        "Latvia, Chile and the Republic of Ghana paid $9 million, $5 million and $2 million "
        "respectively into the Quay Fund.",
        {"Latvia": "$9 million", "Chile": "$5 million", "Ghana": "$2 million"},
    ),
    "from each": (
        "The Quay Fund has $38 million from Latvia and $5.5 million in loans from Chile.",
        {"Latvia": "$38 million", "Chile": "$5.5 million"},
    ),
    "without a verb of its own": (
        "Latvia will give the Quay Fund a further $20 million and Chile $12 million.",
        {"Chile": "$12 million"},
    ),
    "of each": (
        "The Quay Fund welcomed the pledge of Latvia and Chile to each pay $9 million for piers.",
        {"Latvia": "$9 million", "Chile": "$9 million"},
    ),
    "beside a total": (
        "Latvia supports the works of the Quay Fund against Storm Ida with $23 million, which "
        "brings what it has had to $44 million.",
        {"Latvia": "$23 million"},
    ),
    "elided": (
        "Latvia gave NOK 10 million, Chile 5 and Ghana 2.5 million to the Quay Fund.",
        {"Latvia": "NOK 10 million", "Chile": "NOK 5 million", "Ghana": "NOK 2.5 million"},
    ),
    "by somebody else": (
        "The costs of the Quay Fund, $9 million, were shared by Latvia and Chile; Ghana gave "
        "$2 million worth of tents.",
        {"Latvia": "$9 million", "Chile": "$9 million", "Ghana": "$2 million"},
    ),
}


@pytest.mark.parametrize(("text", "sums"), SHARED.values(), ids=SHARED.keys())
def test_each_giver_has_the_own_sum(text: str, sums: dict[str, str]) -> None:
    givers = ["Latvia", "Chile", "Ghana", "Quay Fund"]
    sentence = named(text, *givers)
    nearest = money(text, text.index("Quay Fund"))

    found = {name: own_sum(sentence, givers.index(name), 3, nearest) for name in sums}

    assert found == sums


def test_each_purpose_has_the_own_sum() -> None:
    text = "Latvia gives $2 million for the Quay Fund and $1.5 million to the Pier Project."
    sentence = named(text, "Latvia", "Quay Fund", "Pier Project")

    assert own_sum(sentence, 0, 1, None) == "$2 million"
    assert own_sum(sentence, 0, 2, "$2 million") == "$1.5 million"


def test_what_others_give_is_nobody_elses() -> None:
    text = "Latvia funds the Quay Fund, to which Chile gave $2 million and Ghana $1 million."
    sentence = named(text, "Latvia", "Quay Fund", "Chile", "Ghana")

    assert own_sum(sentence, 0, 1, "$2 million") is None


def named(text: str, *names: str) -> NamedSentence:
    """A sentence whose names have the numbers of their order in the arguments."""
    there = [(text.index(name), name, n) for n, name in enumerate(names) if name in text]
    return NamedSentence(text, [Named(at, at + len(name), n) for at, name, n in sorted(there)])
