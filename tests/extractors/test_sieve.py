"""Patterns that a text cannot match are told by the words they need."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.shapes.wording import read_wordings
from communique.extractors.sieve import Sieve, needed
from communique.extractors.triggers import read_triggers

PATTERNS = {
    **{wording.name: wording.pattern for wording in read_wordings()},
    **read_triggers("communique.extractors.layout"),
}
WORDS = sorted(
    {
        word
        for pattern in PATTERNS.values()
        for alternative in needed(pattern)
        for spellings in alternative
        for word in spellings
    }
)
SIEVE = Sieve(PATTERNS)
GLUE = ["the", "by", "of", "with", "and", "were", "at", "in", "is", "a", ",", ":"]


@pytest.mark.parametrize(
    ("pattern", "spellings"),
    [
        (r"\bgrants?\b", [[{"grant", "grants"}]]),
        (r"g[ai]ves? (?:\w+ )*aid", [[{"gave", "give", "gaves", "gives"}, {"aid"}]]),
        (r"led.*by|headed by \w+", [[{"led"}], [{"headed"}]]),
        (r"(?:led|headed by \w+) in", [[{"led", "headed"}]]),
        (r"(?:funded)? by", [[]]),
        (r"(?:raid|\w+) in", [[]]),
        (r"(?:raid|\d+ days) of", [[{"raid", "days"}]]),
        (r"\$ ?\d[\d,.]*", [[{"$"}]]),
        (r"(?:[€£]\w*\d|\d+(?= euros?)) of", [[{"€", "£", "euro", "euros"}]]),
        (r"[^.]+ (?:with|from) [\ue000\ue001]", [[{"with", "from"}, {"\ue000", "\ue001"}]]),
        (r"(?:raid){2,}s", [[{"raid"}]]),
        (r"\ue003.*\bled\b", [[{"\ue003"}, {"led"}]]),
        (r"(?!team)\w+", [[]]),
    ],
)
def test_a_pattern_needs_what_each_of_its_matches_holds(
    pattern: str, spellings: list[list[set[str]]]
) -> None:
    assert needed(re.compile(pattern, re.IGNORECASE)) == spellings


def test_patterns_pass_in_order_where_the_text_has_what_they_need() -> None:
    sieve = Sieve({name: re.compile(name, re.IGNORECASE) for name in ("visit", "met", r"\w")})

    assert sieve.passed("Revisiting Lima") == ["visit", r"\w"]


def test_letters_that_only_capitals_match_let_all_pass() -> None:
    pattern = re.compile("sails", re.IGNORECASE)

    assert pattern.search("\u017fails")
    assert Sieve({1: pattern}).passed("\u017fails") == [1]


@given(st.lists(st.sampled_from([*WORDS, *GLUE]), max_size=12), st.sampled_from([" ", "", "-"]))
@settings(deadline=None, max_examples=200)
def test_a_pattern_that_matches_passes(words: list[str], joint: str) -> None:
    text = joint.join(words).upper()

    matched = {name for name, pattern in PATTERNS.items() if pattern.search(text)}

    assert set(SIEVE.passed(text)) >= matched


def test_every_pattern_passes_where_python_cannot_be_asked_for_its_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("communique.extractors.sieve.parser")

    assert Sieve({"met": re.compile("met with")}).passed("Nobody came.") == ["met"]


def test_this_python_can_be_asked() -> None:
    assert Sieve({"met": re.compile("met with")}).passed("Nobody came.") == []
