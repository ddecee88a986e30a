"""Text that other programs and terminals take: cells of spreadsheets, JSON."""

import json

_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")

_STEERING = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""Control characters that JSON leaves as they are, and that can steer a terminal."""


def json_text(value: object, indent: int) -> str:
    """JSON with letters of every script as they are and every control character escaped."""
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(_STEERING)


def harmless(text: str) -> str:
    """A text with an apostrophe before what a spreadsheet would take for a formula."""
    risky = text.lstrip().startswith(_FORMULA_STARTS) or text.startswith(("\t", "\r", "\n"))
    return f"'{text}" if risky else text
