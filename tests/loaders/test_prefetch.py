"""Making what comes next while what is at hand is being used."""

import threading
import weakref
from collections.abc import Iterator

import pytest

from communique.loaders.prefetch import one_ahead


class _Rows:
    """Stands for many rows, since a number cannot be watched."""


def test_items_come_in_order_and_are_made_by_another_thread() -> None:
    makers = []

    def made() -> Iterator[int]:
        for number in range(5):
            makers.append(threading.current_thread())
            yield number

    assert list(one_ahead(made())) == [0, 1, 2, 3, 4]
    assert threading.current_thread() not in makers


def test_what_was_used_is_freed_by_the_thread_that_makes() -> None:
    freed = []

    def made() -> Iterator[_Rows]:
        for _ in range(5):
            rows = _Rows()
            weakref.finalize(rows, lambda: freed.append(threading.current_thread()))
            yield rows
            del rows

    for _ in one_ahead(made()):
        pass

    # The last two are left when nothing more is made.
    assert len(freed) >= 3
    assert threading.current_thread() not in freed[:3]


def test_what_fails_while_it_is_made_fails_where_it_is_used() -> None:
    def made() -> Iterator[int]:
        yield 1
        raise ValueError("no more")

    items = one_ahead(made())

    assert next(items) == 1
    with pytest.raises(ValueError, match="no more"):
        next(items)
