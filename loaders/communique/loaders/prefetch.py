"""Making what comes next while what is at hand is being used."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")

_END = object()
_LONGEST_REST = 1.0
"""Seconds."""


def one_ahead(items: Iterator[Item], rest: float = 0.0) -> Iterator[Item]:
    """Yield the items in order, each made by another thread while the one before is used.

    A store that waits for its server leaves that thread room, and so does an engine that lets go
    of the interpreter while it computes. The thread also lets go of each item when the one after
    it has been used, for freeing many rows takes time too.

    Args:
        items: Makes them.
        rest: Part of the time that the last use took, during which nothing is made: for users that
            need the interpreter themselves at first, as a driver that packs what it sends.
    """
    with ThreadPoolExecutor(1, "one-ahead") as maker:
        last: list[object] = []
        used, pause = last, 0.0
        coming = maker.submit(_following, items, used, pause)
        while (item := coming.result()) is not _END:
            coming = maker.submit(_following, items, used, pause)
            last, used = [item], last
            start = time.perf_counter()
            yield item  # type: ignore[misc]  # the end is no item
            pause = min(rest * (time.perf_counter() - start), _LONGEST_REST)


def _following(items: Iterator[object], used: list[object], pause: float) -> object:
    time.sleep(pause)
    used.clear()
    return next(items, _END)
