"""Short names set off in brackets as treaties do: ``(the "Agency")``, ``("OPCW")``."""

import re
from collections.abc import Iterator

from communique.feeds.repair.alignment import Edit

_HEREINAFTER = (
    r"(?:hereinafter|hereafter|henceforth),? (?:(?:referred to|known) as )?(?:the )?"
    r"|or (?:the )?|the "
)
_MARK = r"(?:[\"“”„'‘’«»] ?| ?[\"“”'‘’»]|'')"
_SHORT = re.compile(
    rf"\((?:(?:{_HEREINAFTER}){_MARK}([A-Z][\w./&-]{{1,11}}){_MARK},?"
    rf"|{_MARK}([A-Z][\w/&-]{{0,9}}[A-Z]){_MARK}"
    rf"|(?:{_HEREINAFTER})([A-Z][\w&-]{{0,9}}[A-Z]))\)"
)


def short_names(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that leave of such brackets the short name alone: ``(Agency)``, ``(OPCW)``.

    Other words in quotation marks stay as they are: they may be what somebody is called or said.
    """
    for match in _SHORT.finditer(text, body):
        start, end = match.span(match.lastindex or 0)
        for edge in ((match.start() + 1, start), (end, match.end() - 1)):
            if edge[0] < edge[1]:
                yield Edit(*edge, "")
