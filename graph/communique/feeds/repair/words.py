"""The word lists of repair."""

from functools import cache
from importlib.resources import files


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a file of this package; lines that begin with # are notes."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
