"""Bodies whose name goes on as far as the language model says: "Institute of Tides and Ice"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.titles import Titles

_WORD = r"[A-Z][\w’'-]*"
_RUN = rf"{_WORD}(?: (?:(?:of|in) )?{_WORD})*"
_LIST = re.compile(rf"(?:, {_RUN})*,? (?:and|&) (?:the )?{_RUN}| with {_RUN}")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 7
"""Words that may be added."""
_SHARED = frozenset({"Services", "Service", "Institutions", "Organisations", "Organizations"})
"""Heads that may end the last item of a list of what a body is for."""
_TOPICS = re.compile(r" (?:of|for|on|against|to) ")


class RecognisedBodies:
    """Stretches names with a topic over what the model takes for their rest."""

    def __init__(self, nouns: Nouns, titles: Titles, heads: frozenset[str]) -> None:
        """Take the word classes and the head nouns of bodies."""
        self._no_topic = (heads - _SHARED) | titles.role_heads | titles.honorifics | titles.ranks
        self._no_topic |= nouns.event_heads | nouns.operation_heads

    def find(
        self, text: str, bodies: Sequence[Span], model: Sequence[tuple[int, int, str]]
    ) -> Iterator[Span]:
        """Yield candidates that beat the shorter name.

        Args:
            text: The block.
            bodies: Those whose shape tells a name.
            model: Spans that the language model labels: start, end, label.
        """
        ends = {
            start: end
            for begin, end, label in model
            if label == "ORG"
            for start in (begin, begin + len("the "))
        }
        for body in bodies:
            end = ends.get(body.start, 0)
            if end > body.end and _TOPICS.search(body.name) and self._goes_on(text[body.end : end]):
                yield _stretched(text, body, end)

    def _goes_on(self, rest: str) -> bool:
        """Whether words behind a name are further topics and no body of their own."""
        words = re.findall(r"[\w’'-]+", rest)
        sound = _LIST.fullmatch(rest) and not _POSSESSIVE.search(rest) and len(words) <= _LONGEST
        return bool(sound) and self._no_topic.isdisjoint(words)


def _stretched(text: str, body: Span, end: int) -> Span:
    """The body with its whole name; the shorter one in its other names goes on likewise."""
    rest = text[body.end : end]
    aliases = tuple(f"{alias}{rest}" for alias in body.aliases if body.name.endswith(alias))
    return replace(
        body, end=end, name=body.name + rest, aliases=aliases, strength=body.strength + 1
    )
