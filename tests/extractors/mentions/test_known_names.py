"""Names by which a release calls people again, and spans side by side."""

from itertools import pairwise

import pytest

from communique.extractors.mentions import Span
from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.spans import outside, without_overlap
from communique.extractors.mentions.words import Forms, WordIndex
from communique.ontology import EntityType


def known(*names: str) -> KnownNames:
    found = KnownNames()
    for name in names:
        found.add(tuple(name.split()))
    return found


def span(start: int, end: int, strength: int = 1) -> Span:
    return Span(start, end, EntityType.PERSON, f"{start}", strength=strength)


@pytest.mark.parametrize(
    ("text", "length"),
    [("Anna Berg spoke", 2), ("Anna Berg Duran spoke", 3), ("Anna spoke", 0), ("Anna Berg", 2)],
)
def test_the_longest_known_name_counts(text: str, length: int) -> None:
    assert known("Anna Berg", "Anna Berg Duran").longest(WordIndex(text), 0) == length


def test_a_name_is_not_known_by_its_first_word() -> None:
    names = known("Anna Berg")

    assert "Anna" in names
    assert names.longest(WordIndex("Anna, Berg"), 0) == 0


@pytest.mark.parametrize(
    ("text", "length"), [("Lt Gen Berg", 2), ("Lt. Gen. Berg", 0), ("Gen. Berg", 1), ("Berg", 0)]
)
def test_a_form_may_end_with_a_full_stop(text: str, length: int) -> None:
    assert Forms({"Lt Gen", "Gen"}, 3).longest(WordIndex(text), 0) == length


def test_of_many_overlapping_spans_the_strong_and_then_the_long_remain() -> None:
    many = [span(10 * n, 10 * n + 12) for n in range(1000)]
    strong = span(15, 25, strength=2)

    kept = without_overlap([*many, strong])

    assert strong in kept
    assert kept == sorted(kept, key=lambda s: s.start)
    assert all(one.end <= other.start for one, other in pairwise(kept))


def test_what_touches_a_span_is_outside_of_it() -> None:
    spans = [span(0, 3), span(3, 5), span(4, 9), span(9, 12)]

    assert outside(spans, [span(5, 9), span(6, 7)]) == [spans[0], spans[1], spans[3]]
