"""The dateline that opens a block: "OSLO, Norway, 3 May 2023 –"."""

import re
from collections.abc import Sequence

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

FROM_HERE = "Meanwhile"
"""The word for a dateline: an adverb, which parsers never take for part of the sentence."""

_DASH = re.compile(
    r"\s?[–—]{1,2}\s?(?=\S)|\s--?\s(?=\S)|:\s(?=[A-Z“\"])|\.\s?[-–—]\s?(?=[A-Z])|(?<=\d)\.\s(?=[A-Z])"
)
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_REST = re.compile(r"(?:[\s,./|;()]|\b(?:the|The|on|On)\b|[A-Z][A-Z.’'-]++|\([A-Z][^()]{1,30}\))*+")
"""What a dateline holds beside sites and dates: joints, names in capitals, a news agency."""
_BEFORE_AGENCY = frozenset("/(")
"""What stands before the news agency of a dateline ("OSLO, 3 May/Harbour Press Agency/ –")."""
_LONGEST = 90
_PROSE = 120
"""Characters of a block from which on a town before a dash opens a report, not a line of a list."""


def dateline(
    text: str, mentions: Sequence[Mention], dates: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the dash after a dateline stands, or None if the block opens with none.

    Args:
        text: The block.
        mentions: Its mentions in order.
        dates: Spans of its dates in order.
    """
    dash = _DASH.search(text[: _LONGEST + 1])
    if dash is None:
        return None
    known = [
        (m.start, m.end)
        for m in mentions
        if m.end <= dash.start()
        and (m.type in _SITES or (m.start and text[m.start - 1] in _BEFORE_AGENCY))
    ]
    known += [date for date in dates if date[1] <= dash.start()]
    rest, done = [], 0
    for start, end in sorted(known):
        rest.append(text[done:start])
        done = max(done, end)
    rest.append(text[done : dash.start()])
    dated = any(start < dash.start() for start, _ in dates)
    town = (
        known and bool(mentions) and mentions[0].type == EntityType.PLACE and mentions[0].start == 0
    )
    plain = known and all(_REST.fullmatch(part) for part in rest)
    full_stop = dash.group().startswith(".") and not town
    shouted = bool(known) and town and text[: mentions[0].end].isupper()
    prose = bool(town) and len(text) >= _PROSE and text[dash.end()].isupper()
    sure = dated or shouted or prose or text[: dash.start()].isupper()
    return dash.span() if plain and sure and not full_stop else None
