"""How a program that makes a great many objects looks for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 200_000
"""New objects, some 20 MB, after which those among them are looked for that nobody holds any more.

While 32 releases are read there are up to 140,000 that are all held: parses, until they are taken
apart.
"""


def set_apart() -> None:
    """Leave what a process has loaded out of the search for garbage, and search less often.

    A language model is a great many objects that stay. That is for a program that does nothing else
    than read releases, not for others that use this package. It should ``clear`` when it has read
    some.
    """
    gc.freeze()
    gc.set_threshold(_NEW)


def clear() -> None:
    """Let go of what is new and held by nobody, which is done fastest where little is held."""
    gc.collect(1)


def take_back() -> None:
    """Let go of what was set apart and is held by nobody any more, such as another model."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Within the block no garbage is looked for.

    Rows, facts and profiles by the hundred thousand, none of which is garbage, would be searched
    again and again; that takes a third of resolving a graph, and more than half of loading it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
