"""Operations and events of a block, with a name and without."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.described import DescribedUndertakings
from communique.extractors.mentions.undertakings.makes.deeds import Deeds
from communique.extractors.mentions.undertakings.named import NamedUndertakings
from communique.extractors.mentions.undertakings.naming.marked import Marked
from communique.extractors.mentions.undertakings.recalled import RecalledUndertakings
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_EXERCISE = re.compile(
    r"\b(?:joint|bilateral|trilateral|multinational|maritime|naval|military|field|live|annual|tabletop)"
    r"(?: [\w-]+){0,2} (?:exercises?|drills?)\b"
)


class UndertakingFinder:
    """Finds operations and events in the words of a block."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._named = NamedUndertakings(nouns)
        self._described = DescribedUndertakings(nouns)
        self._deeds = Deeds(nouns)
        self._recalled = RecalledUndertakings(nouns)
        self._marked = Marked(nouns)
        self._martial = nouns.martial_nouns

    def is_martial(self, text: str) -> bool:
        """Whether a release speaks of forces or of their exercises."""
        forces = not self._martial.isdisjoint(re.findall(r"\w+", text.lower()))
        return forces or _EXERCISE.search(text) is not None

    def find(self, index: WordIndex, *, martial: bool = False) -> Iterator[Span]:
        """Yield candidates with a name, overlapping ones included.

        Args:
            index: The words of the block.
            martial: Whether the release speaks of forces.
        """
        return self._marked.drop(index.text, self._named.find(index, martial=martial))

    def recalled(self, text: str, spans: Iterable[Span]) -> Iterator[tuple[str, EntityType]]:
        """Yield the nouns by which a release may come back to what a block tells of."""
        return self._recalled.learn(text, spans)

    def described(
        self, index: WordIndex, taken: Sequence[Span], recalled: Mapping[str, EntityType]
    ) -> Iterator[Span]:
        """Yield the descriptions outside the spans that are taken, in order.

        Args:
            index: The words of the block.
            taken: Spans of names.
            recalled: Nouns that the release has given a meaning.
        """
        found = [*self._described.find(index, taken)]
        found += self._recalled.find(index, recalled, [*taken, *found])
        taken = [*taken, *found]
        found += (d for d in self._deeds.find(index) if not any(d.overlaps(t) for t in taken))
        yield from sorted(self._marked.drop(index.text, found), key=lambda span: span.start)
