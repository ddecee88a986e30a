"""Sketches are the same for ever, and find every near-duplicate."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from communique.editions.candidates import LEAST_CONTAINED, near_duplicates
from communique.editions.sketch import Sketch, from_bytes, sketch, to_bytes

SETS = st.lists(st.frozensets(st.integers(0, 40), max_size=12), max_size=12)


def test_a_sketch_is_what_ledgers_hold(launch: str) -> None:
    stored = to_bytes(sketch(launch))

    assert len(stored) == 4 * 37
    assert stored[:8].hex() == "ba5b69005a3c1501"


def test_a_stored_sketch_comes_back(launch: str) -> None:
    assert np.array_equal(from_bytes(to_bytes(sketch(launch))), sketch(launch))


def test_case_accents_and_punctuation_change_no_sketch(launch: str) -> None:
    written = launch.upper().replace(",", ";").replace("O", "Ó")

    assert np.array_equal(sketch(written), sketch(launch))


def test_a_text_without_words_has_an_empty_sketch() -> None:
    assert len(sketch("…")) == len(sketch("")) == 0


@given(SETS)
def test_every_pair_of_which_one_mostly_holds_the_other_is_found(
    sets: list[frozenset[int]],
) -> None:
    sketches: list[Sketch] = [np.array(sorted(one), dtype=np.uint32) for one in sets]
    wanted = {
        (i, j)
        for i, one in enumerate(sets)
        for j, other in enumerate(sets)
        if i < j and one and other
        if len(one & other) >= LEAST_CONTAINED * min(len(one), len(other))
    }

    pairs = [tuple(sorted(pair)) for pair in near_duplicates(sketches)]

    assert sorted(pairs) == sorted(wanted)


def test_what_very_many_texts_share_makes_no_pairs() -> None:
    form = set(range(50))
    own = ({1000 + 5 * number + place for place in range(5)} for number in range(300))
    sketches: list[Sketch] = [np.array(sorted(form | one), dtype=np.uint32) for one in own]

    assert list(near_duplicates(sketches)) == []


def test_of_very_many_equal_texts_each_meets_the_next() -> None:
    sketches: list[Sketch] = [np.arange(9, dtype=np.uint32)] * 300

    assert list(near_duplicates(sketches)) == [(number, number + 1) for number in range(299)]


def test_two_equal_texts_among_many_of_their_form_meet() -> None:
    form = set(range(50))
    own = ({1000 + min(number, 298)} for number in range(300))
    sketches: list[Sketch] = [np.array(sorted(form | one), dtype=np.uint32) for one in own]

    assert list(near_duplicates(sketches)) == [(298, 299)]
