"""Short names set off in brackets as treaties do: ``(the "Agency")``, ``("OPCW")``."""

import re
from collections.abc import Iterator

from communique.feeds.repair.alignment import Edit

_HEREINAFTER = (
    r"(?:hereinafter|hereafter|henceforth),? (?:(?:referred to|known) as )?(?:the )?"
    r"|or (?:the )?|the "
)
_MARK = r"(?:[\"“”„'‘’«»] ?| ?[\"“”'‘’»]|'')"
_QUOTED = re.compile(rf"\((?:{_HEREINAFTER}){_MARK}([A-Z][\w./&-]{{1,11}}){_MARK},?\)")
_ACRONYM = re.compile(rf"\({_MARK}([A-Z][\w/&-]{{0,9}}[A-Z]){_MARK}\)")
_CALLED = re.compile(rf"\((?:{_HEREINAFTER})([A-Z][\w&-]{{0,9}}[A-Z])\)")


def short_names(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that leave of such brackets the short name alone: ``(Agency)``, ``(OPCW)``.

    Other words in quotation marks stay as they are: they may be what somebody is called or said.
    """
    found = [m for form in (_QUOTED, _ACRONYM, _CALLED) for m in form.finditer(text, body)]
    for match in sorted(found, key=lambda match: match.start()):
        for start, end in ((match.start(), match.start(1)), (match.end(1), match.end())):
            if end - start > 1:
                yield Edit(start, end, "(" if start == match.start() else ")")
