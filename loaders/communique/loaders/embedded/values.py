"""Values of kglite as every store gives them."""

from datetime import date, time
from math import isfinite

_VIRTUAL = frozenset({"label", "title", "type"})
_SCALARS = frozenset({bool, int, str, type(None)})


def plain_row(row: dict[str, object]) -> dict[str, object]:
    """A row with plain values; almost all are as they should be, and are left where they are."""
    for name, value in row.items():
        if type(value) not in _SCALARS:
            row[name] = _plain(value)
    return row


def _plain(value: object) -> object:
    """A value as every store gives it: dates as text, no properties that kglite makes up."""
    if isinstance(value, dict):
        plain = {name: _plain(item) for name, item in value.items()}
        if "labels" in plain and isinstance(properties := plain.get("properties"), dict):
            plain["properties"] = {n: v for n, v in properties.items() if n not in _VIRTUAL}
        return plain
    if isinstance(value, list | tuple):
        return [item if type(item) in _SCALARS else _plain(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return None
    return value.isoformat() if isinstance(value, date | time) else value
