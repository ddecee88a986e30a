"""Operations and events of a block, with a name and without."""

from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.described import DescribedUndertakings
from communique.extractors.mentions.undertakings.named import NamedUndertakings
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns


class UndertakingFinder:
    """Finds operations and events in the words of a block."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._named = NamedUndertakings(nouns)
        self._described = DescribedUndertakings(nouns)

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates with a name, overlapping ones included."""
        return self._named.find(index)

    def described(self, index: WordIndex, taken: Sequence[Span]) -> Iterator[Span]:
        """Yield the descriptions outside the spans that are taken, in order."""
        return self._described.find(index, taken)
