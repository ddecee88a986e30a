"""What a value of an answer is as text."""

import json

LIST_SEPARATOR = "; "
"""Stands between the items of a list in one cell."""


def cell(value: object) -> str:
    """A value as text: nothing for None, list items side by side, nodes and maps as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(cell(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
