"""Short names set off in brackets as treaties do: ``(the "Agency")``, ``("OPCW")``."""

import re
from collections.abc import Iterator

from communique.feeds.repair.alignment import Edit

_QUOTED = re.compile(
    r"\((?:hereinafter,? |henceforth,? |or )?(?:(?:referred to|known) as )?(?:the )?"
    r"(?:[\"“”„'‘’]|'')(?:the )?([A-Z][\w./&-]{1,11})(?:[\"“”'‘’]|''),?\)"
)
_CALLED = re.compile(
    r"\((?:hereinafter,? (?:(?:referred to|known) as )?(?:the )?|henceforth,? (?:the )?|the )"
    r"([A-Z][\w&-]{0,9}[A-Z])\)"
)


def short_names(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that leave of such brackets the short name alone: ``(Agency)``, ``(OPCW)``.

    Names of several words stay as they are: they may be what somebody said.
    """
    found = [*_QUOTED.finditer(text, body), *_CALLED.finditer(text, body)]
    for match in sorted(found, key=lambda match: match.start()):
        for start, end in ((match.start(), match.start(1)), (match.end(1), match.end())):
            if end - start > 1:
                yield Edit(start, end, "(" if start == match.start() else ")")
