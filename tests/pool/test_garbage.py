"""What a process has loaded stays out of its search for garbage."""

import gc
from collections.abc import Iterator

import pytest

from communique.pool import set_apart
from communique.pool.garbage import clear


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


def rings(number: int) -> None:
    for _ in range(number):
        ring: list[object] = []
        ring.append(ring)


@pytest.fixture
def found() -> Iterator[list[int]]:
    """How many objects each search has found that nobody holds."""
    gc.collect()
    found: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop":
            found.append(info["collected"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_rings_by_the_hundred_thousand_are_found_without_being_looked_for(
    found: list[int],
) -> None:
    set_apart()

    rings(300_000)

    assert sum(found) > 100_000


def test_a_few_rings_are_found_when_the_work_is_done(found: list[int]) -> None:
    set_apart()

    rings(1_000)

    assert found == []
    clear()
    assert sum(found) >= 1_000
