"""Names of states the other way round: "Iran (Islamic Republic of)", "Korea, Republic of"."""

import re
from collections.abc import Sequence

_MARKS = (" (", ",", "(")
_BRACKETED = re.compile(
    r" ?\((?:the )?(?P<before>[A-Z][\w’']+(?: [A-Z][\w’']+){0,3})(?: (?P<of>of)(?: the)?)?\)"
)
_BEHIND_COMMA = re.compile(
    r", (?:[Tt]he )?(?:[Ff]ormer )?(?P<before>[A-Z][\w’']+(?: [A-Z][\w’']+){0,3}) of(?: the)?"
    r"(?=$|[,;.)\n]|:|/| and (?!the [A-Z])| or )"
)
"""What stands first in the name of a state, behind the rest of it."""


def inverted(text: str, start: int, end: int) -> tuple[int, Sequence[str]]:
    """Where a name that goes on behind a form ends, and how it may be spelled; 0 if it does not.

    Args:
        text: The text.
        start: The first character of the form.
        end: The character after it.
    """
    if not text.startswith(_MARKS, end):
        return 0, ()
    found = _BRACKETED.match(text, end) or _BEHIND_COMMA.match(text, end)
    if found is None:
        return 0, ()
    form, before = text[start:end], found["before"]
    of = (f"{before} of {form}", f"{before} of the {form}")
    other = found.re is _BRACKETED and found["of"] is None
    return found.end(), (*of, f"{before} {form}", f"{form}-{before}") if other else of
