"""The parts of a text that are somebody's words: what stands between quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

_QUOTED = re.compile(
    '„[^“”]*[“”]?|“[^”]*”?|«[^»]*»?|"[^"]*"?'
    r"|(?<!\w)‘[^‘”“]{30,}(?:[,.!?…]’|’(?=[,.;]|$))"
)
"""Quotations; one without closing mark goes on to the end, as paragraphs of a speech do.

A single mark is an apostrophe as well, so that it closes only beside a stop.
"""
_TEXTS = 64
"""Texts whose quotations are remembered."""


def is_quoted(text: str, offset: int) -> bool:
    """Whether an offset of a text stands inside quotation marks."""
    return quotation(text, offset) is not None


def quotation(text: str, offset: int) -> tuple[int, int] | None:
    """The half-open span of the quotation around an offset, with its marks; None without."""
    spans = _quotations(text)
    number = bisect_right(spans, (offset, len(text))) - 1
    inside = number >= 0 and spans[number][0] < offset < spans[number][1]
    return spans[number] if inside else None


@lru_cache(_TEXTS)
def _quotations(text: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _QUOTED.finditer(text)]
