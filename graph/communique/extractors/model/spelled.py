"""Which words the patterns of an attribute ruler name, and which they read together."""

from collections.abc import Iterable
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

Token = dict[str, Any]
"""What a pattern asks of one word."""
Pattern = list[Token]
Patterns = list[Pattern]
Marks = NDArray[np.bool_]
"""For each word of a document, whether something is so."""

_UNSPELLED = {"TAG", "DEP", "IS_SPACE", "OP"}
"""What a pattern asks of a word beside its spelling; a blank is told apart without a pattern."""


class Spelled:
    """Finds words whose reading hangs on more than their tag and dependency."""

    def __init__(self, vocab: Vocab, rulers: Iterable[AttributeRuler]) -> None:
        """Take the attribute rulers of a pipeline."""
        rules: list[dict[str, Any]] = [cast(Any, rule) for r in rulers for rule in r.patterns]
        patterns: Patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        longer: Patterns = [p for p in patterns if len(p) > 1 or _repeats(p)]
        self._all = any(map(_repeats, longer))
        self._longer = _matcher(vocab, longer)
        self._first = _matcher(vocab, [pattern[:1] for pattern in longer])
        self._lower, others = _spellings(token for pattern in patterns for token in pattern)
        self._others = _matcher(vocab, others)

    def named(self, doc: Doc) -> Marks:
        """Whether a pattern asks for the spelling of each word."""
        lower = np.array([token.lower_ in self._lower for token in doc], np.bool_)
        return lower | _marks(self._others, doc)

    def begun(self, doc: Doc) -> Marks:
        """Whether each word may be the first of several that are read together."""
        return np.ones(len(doc), np.bool_) if self._all else _marks(self._first, doc)

    def stretches(self, doc: Doc) -> list[tuple[int, int]]:
        """The half-open spans of such words in a document, in order; those that touch are one."""
        spans: list[tuple[int, int]] = []
        matches = self._longer(doc, allow_missing=True) if len(self._longer) else []
        for start, end in sorted((start, end) for _, start, end in matches):
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], end))
            else:
                spans.append((start, end))
        return spans


def _repeats(pattern: Pattern) -> bool:
    """Whether a pattern says that a word may come again or not at all."""
    return any("OP" in word for word in pattern)


def _spellings(tokens: Iterable[Token]) -> tuple[frozenset[str], list[Pattern]]:
    """Words in lower case that some ask for, and patterns of one word for what else they ask."""
    lower: set[str] = set()
    others: list[Pattern] = []
    for token in tokens:
        asked = {trait: value for trait, value in token.items() if trait not in _UNSPELLED}
        listed = _listed(asked.get("LOWER"))
        if listed and len(asked) == 1:
            lower |= listed
        elif asked and [asked] not in others:
            others.append([asked])
    return frozenset(lower), others


def _listed(asked: Any) -> set[str]:
    """The words that a pattern lists; none if it asks otherwise."""
    if isinstance(asked, dict):
        return set(asked["IN"]) if set(asked) == {"IN"} else set()
    return {asked} if isinstance(asked, str) else set()


def _marks(matcher: Matcher, doc: Doc) -> Marks:
    marks = np.zeros(len(doc), np.bool_)
    if len(matcher):
        marks[[start for _, start, _ in matcher(doc, allow_missing=True)]] = True
    return marks


def _matcher(vocab: Vocab, patterns: list[Pattern]) -> Matcher:
    matcher = Matcher(vocab)
    if patterns:
        matcher.add("words", patterns)
    return matcher
