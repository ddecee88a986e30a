"""Making what comes next while what is at hand is being used."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")

_END = object()


def one_ahead(items: Iterator[Item]) -> Iterator[Item]:
    """Yield the items in order, each made by another thread while the one before is used.

    A store that waits for its server leaves that thread room, and so does an engine that lets go
    of the interpreter while it computes. The thread also lets go of each item when the one after
    it has been used, for freeing many rows takes time too.
    """
    with ThreadPoolExecutor(1, "one-ahead") as maker:
        last: list[object] = []
        used = last
        coming = maker.submit(_following, items, used)
        while (item := coming.result()) is not _END:
            coming = maker.submit(_following, items, used)
            last, used = [item], last
            yield item  # type: ignore[misc]  # the end is no item


def _following(items: Iterator[object], used: list[object]) -> object:
    used.clear()
    return next(items, _END)
