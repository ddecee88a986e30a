"""How a program that reads many releases looks for garbage."""

import gc

_NEW = 20_000
"""New objects, a few MB, after which those among them are looked for that nobody holds any more.

Of a release that was read hardly any are left: its parses are taken apart.
"""


def set_apart() -> None:
    """Leave what a process has loaded out of the search for garbage, and search less often.

    A language model is a great many objects that stay. That is for a program that does nothing else
    than read releases, not for others that use this package.
    """
    gc.freeze()
    gc.set_threshold(_NEW)


def take_back() -> None:
    """Let go of what was set apart and is held by nobody any more, such as another model."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
