"""Nouns by which a release comes back to an undertaking it has told of: "the team"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.nouns import Nouns
from communique.ontology import UNDERTAKINGS, EntityType

_POINTING = frozenset({"the", "this"})
_TAIL = re.compile(r" (?:of|for|on|in|to|against|between) ")


class RecalledUndertakings:
    """Finds nouns of many senses where the release has told which undertaking they mean."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns.recalled_undertakings
        self._followers = nouns.compound_followers | {"of"}
        forms = (f for f in nouns.operation_nouns if " " in f and self._recalled(f))
        self._told = re.compile(rf"(?i)\b(?:{'|'.join(sorted(forms, key=len, reverse=True))})\b")

    def _recalled(self, form: str) -> str | None:
        """The noun that a form may be called by again, if any."""
        words = _TAIL.split(form, maxsplit=1)[0].lower().split()
        return next((word for word in reversed(words) if word in self._nouns), None)

    def learn(self, text: str, spans: Iterable[Span]) -> Iterator[tuple[str, EntityType]]:
        """Yield the nouns that a block gives a meaning, each with the type of what they mean.

        Args:
            text: The block.
            spans: What it names.
        """
        if not holds(text.lower(), self._nouns):
            return
        for span in spans:
            noun = self._recalled(span.name) if span.type in UNDERTAKINGS and span.named else None
            if noun is not None:
                yield noun, span.type
        for told in self._told.finditer(text):
            if noun := self._recalled(told.group()):
                yield noun, EntityType.OPERATION

    def find(
        self, index: WordIndex, known: Mapping[str, EntityType], taken: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield "the NOUN" for the known nouns outside the spans that are taken, in order."""
        for place, word in enumerate(index.words if known else ()):
            kind = known.get(word.lower) if place else None
            if kind is None or index[place - 1].lower not in _POINTING:
                continue
            following = index.after(place)
            span = Span(word.start, word.end, kind, word.lower, named=False)
            compound = following is not None and following.text in self._followers
            if not compound and not any(span.overlaps(other) for other in taken):
                yield span
