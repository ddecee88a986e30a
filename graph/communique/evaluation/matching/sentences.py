"""Sentences of a release, to tell whether two quotes stand in the same one."""

import re
from collections.abc import Iterable

from communique.evaluation.annotation.names import tokens
from communique.evaluation.annotation.predictions import PredictedEvidence

Span = tuple[int, int]

_BREAK = re.compile(
    r"\n+"
    r"|(?<!\b[A-Z])(?<!\b[DMS][rst])(?<!\bMrs)(?<!\bGen)(?<!\bProf)"  # D.C., Mr., St. end none
    r"[.!?…][\"”’')\]]*(?:\s+(?=[\"“‘(•]*[A-Z])|(?=[A-Z]))"
)


def sentence_spans(text: str) -> list[Span]:
    """Rough sentences: lines, cut after final punctuation before a capital; half open."""
    ends = [match.end() for match in _BREAK.finditer(text)] + [len(text)]
    starts = [0, *ends[:-1]]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _occurrences(text: str, quote: str) -> list[Span]:
    words = quote.split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    return [match.span() for match in re.finditer(pattern, text)]


class Sentences:
    """Finds the sentences of a document in which a quotation stands."""

    def __init__(self, text: str | None) -> None:
        """Cut the text into sentences, if there is one."""
        self._text = text
        self._spans = sentence_spans(text) if text else []
        self._known: dict[tuple[str, int | None], frozenset[int]] = {}

    def of(self, quote: str, start: int | None = None) -> frozenset[int]:
        """Numbers of the sentences; `start` picks one occurrence, where it is one of them."""
        key = (quote, start)
        if key not in self._known:
            found = _occurrences(self._text, quote) if self._text else []
            exact = [span for span in found if span[0] == start]
            self._known[key] = frozenset(
                number
                for number, (low, high) in enumerate(self._spans)
                for left, right in exact or found
                if low < right and left < high
            )
        return self._known[key]

    def shared(self, gold: Iterable[str], predicted: Iterable[PredictedEvidence]) -> bool:
        """Whether a gold quotation and a predicted one touch the same sentence."""
        quotes, items = list(gold), list(predicted)
        if self._text is None:
            pairs = [
                (" ".join(tokens(quote)), " ".join(tokens(item.text)))
                for quote in quotes
                for item in items
            ]
            return any(a in b or b in a for a, b in pairs)
        wanted = frozenset[int]().union(*(self.of(quote) for quote in quotes))
        return any(wanted & self.of(item.text, item.start) for item in items)
