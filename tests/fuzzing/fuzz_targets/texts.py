"""Texts on their way to the language model: what is found in them lies in them."""

from communique.extractors.dates import find_dates
from communique.extractors.layout.blocks import LONGEST_BLOCK, find_blocks
from communique.feeds import RepairedText, published_day, repair
from communique.feeds.newswire import draft, split


def text_of(data: bytes) -> str:
    """Text as a reader gives it: every character that is one, control characters too."""
    return data.decode("utf-8", "replace")


def repairing(data: bytes) -> None:
    """Every character of a repaired text leads back to the text as read."""
    text = text_of(data)
    body = len(text) // 3
    found = repair(text, body=body)
    assert 0 <= found.body <= len(found.text)
    _leads_back(found, len(text))
    again = repair(found.text, body=found.body)
    _leads_back(again, len(found.text))


def dates(data: bytes) -> None:
    """Dates are found where they stand, and a day of publication is a day."""
    text = text_of(data)
    day = published_day(text, len(text) // 4)
    end = 0
    for found in find_dates(text, day):
        assert end <= found.start < found.end <= len(text)
        end = found.end


def layout(data: bytes) -> None:
    """Releases of a newswire lose nothing but blanks between them, nor do their blocks."""
    text = text_of(data)
    done = 0
    for start, end in split(text):
        assert not text[done:start].strip()
        done = end
        draft(text[start:end], "-")
    assert not text[done:].strip()
    place = 0
    for block in find_blocks(text, len(text) // 5):
        assert text[block.start : block.end] == block.text
        assert block.start >= place or block.start == 0
        assert len(block.text) <= LONGEST_BLOCK
        place = block.end


def _leads_back(found: RepairedText, length: int) -> None:
    last = 0
    for place in range(len(found.text)):
        start, end = found.original(place, place + 1)
        assert last <= start <= end <= length
        last = start
