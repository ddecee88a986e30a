"""Anniversaries that another event marks: people go to that one ("a concert marking the …")."""

import re
from collections.abc import Iterable, Iterator

from communique.extractors.mentions.spans import Span
from communique.gazetteer.nouns import Nouns

_JOURNEYS = frozenset("visit visits trip trips tour tours anniversary election elections".split())
"""Events on which somebody goes to what is celebrated."""
_FURTHER = ("programme", "program", "exercise", "drill", "concert", "project", "celebration")
_WORD = r"[\w’'.-]+"
_MARKING = (
    r"(?:marking|commemorating|celebrating|honou?ring|dedicated to|devoted to|timed to|"
    r"(?:held |organi[sz]ed )?to (?:mark|celebrate|commemorate|honou?r)|"
    r"(?:in|on) (?:the )?(?:honou?r|celebration|commemoration|occasion) of)"
)
_NEAR = 120
_ANNIVERSARY = "nniversar"


class Marked:
    """Tells anniversaries that another event marks."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        held = "|".join(sorted({*(nouns.event_nouns - _JOURNEYS), *_FURTHER}))
        self._before = re.compile(
            rf"(?i)\b(?:{held})(?: {_WORD}){{0,6}} {_MARKING}(?: {_WORD}){{0,3}} $"
        )

    def drop(self, text: str, spans: Iterable[Span]) -> Iterator[Span]:
        """Yield the spans but for anniversaries behind the event that marks them."""
        for span in spans:
            start = span.start
            marked = _ANNIVERSARY in span.name.lower() and self._before.search(
                text, max(0, start - _NEAR), start
            )
            if not marked:
                yield span
