"""What a process has loaded stays out of its search for garbage."""

import gc
from collections.abc import Iterator

import pytest

from communique.pool import set_apart


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


def test_what_is_there_already_is_not_searched_again() -> None:
    loaded = [[number] for number in range(10)]

    set_apart()

    searched = {id(found) for found in gc.get_objects()}
    assert searched.isdisjoint(map(id, loaded))


def test_rings_made_later_are_found_without_being_looked_for() -> None:
    gc.collect()
    set_apart()
    found: list[int] = []
    gc.callbacks.append(
        lambda phase, info: found.append(info["collected"] if phase == "stop" else 0)
    )
    try:
        for _ in range(30_000):
            ring: list[object] = []
            ring.append(ring)
    finally:
        gc.callbacks.pop()

    assert sum(found) > 10_000
