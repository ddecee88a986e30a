"""The fields of one entry: read, checked, and each fault told with what is allowed."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

Content = Mapping[str, Any]


class Fields:
    """Reads the fields of one entry and collects what is wrong with them."""

    def __init__(self, content: Content, allowed: Sequence[str], needed: Sequence[str]) -> None:
        """Note fields that there are not, and fields that are missing."""
        self.faults: list[str] = []
        self._content = content
        for name in content:
            if name not in allowed:
                self.faults.append(f"no field {name!r}{_instead(name, allowed)}")
        for name in needed:
            if content.get(name) is None:
                self.faults.append(f'"{name}" is missing')

    def fault(self, name: str, wanted: str) -> None:
        """Note that a field must be something else."""
        self.faults.append(f'"{name}" must be {wanted}')

    def text(self, name: str) -> str:
        """A text without blanks around it; empty if there is none."""
        value = self._content.get(name)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip() or value != value.strip():
            self.fault(name, "a text without blanks around it")
            return ""
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none twice; empty if there is none."""
        value = self._content.get(name)
        if value is None:
            return ()
        good = isinstance(value, list) and all(
            isinstance(item, str) and item.strip() and item == item.strip() for item in value
        )
        if not good:
            self.fault(name, 'a list of texts, such as ["one", "two"]')
            return ()
        if len(set(value)) != len(value):
            self.fault(name, "a list without anything twice")
            return ()
        return tuple(value)

    def choice(self, name: str, allowed: Iterable[str]) -> str:
        """One of the allowed texts; empty if there is none."""
        value = self.text(name)
        if value:
            self._among(name, (value,), allowed)
        return value

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """A list of allowed texts."""
        values = self.texts(name)
        self._among(name, values, allowed)
        return values

    def truth(self, name: str) -> None:
        """Check that a field is true or false."""
        if not isinstance(self._content.get(name, False), bool):
            self.fault(name, "true or false")

    def share(self, name: str) -> None:
        """Check that a field is a number over 0 and at most 1."""
        value = self._content.get(name, 1)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 < value <= 1:
            self.fault(name, "a number over 0 and at most 1")

    def _among(self, name: str, values: Iterable[str], allowed: Iterable[str]) -> None:
        options = sorted(str(item) for item in allowed)
        for value in values:
            if value not in options:
                self.faults.append(f'"{name}" cannot be {value!r}{_instead(value, options)}')


def _instead(given: str, allowed: Sequence[str]) -> str:
    """What is allowed in place of something else, the likeliest first."""
    close = get_close_matches(given.casefold(), [item.casefold() for item in allowed], 1, 0.7)
    meant = next((item for item in allowed if close and item.casefold() == close[0]), None)
    guess = f"; did you mean {meant!r}?" if meant else ";"
    return f"{guess} there are {', '.join(allowed)}"
