"""Operations and events by the shape of their names."""

from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.beside import NamesBesideNouns
from communique.extractors.mentions.undertakings.editions import Editions
from communique.extractors.mentions.undertakings.headed import HeadedNames
from communique.extractors.mentions.undertakings.makes.events import MadeEvents
from communique.extractors.mentions.undertakings.makes.forces import MadeForces
from communique.extractors.mentions.undertakings.makes.foreign import ForeignUndertakings
from communique.extractors.mentions.undertakings.makes.led import LedOperations
from communique.extractors.mentions.undertakings.makes.numbered import NumberedNames
from communique.extractors.mentions.undertakings.makes.schemes import Schemes
from communique.extractors.mentions.undertakings.naming.dubbed import DubbedOperations
from communique.extractors.mentions.undertakings.naming.told import ToldOperations
from communique.extractors.mentions.undertakings.prefixed import PrefixedNames
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns


class NamedUndertakings:
    """Finds names of operations and events."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._beside = NamesBesideNouns(nouns)
        self._prefixed = PrefixedNames(nouns)
        self._headed = HeadedNames(nouns)
        self._editions = Editions(nouns)
        self._made = MadeEvents(nouns)
        self._forces = MadeForces(nouns)
        self._told, self._dubbed = ToldOperations(nouns), DubbedOperations(nouns)
        self._numbered, self._foreign = NumberedNames(nouns), ForeignUndertakings()
        self._led, self._schemes = LedOperations(nouns), Schemes(nouns)

    def find(self, index: WordIndex, *, martial: bool = False) -> Iterator[Span]:
        """Yield candidates, overlapping ones included.

        Args:
            index: The words of the block.
            martial: Whether the release speaks of forces.
        """
        yield from self._beside.find(index.text)
        yield from self._editions.find(index)
        yield from self._made.find(index.text)
        yield from self._forces.find(index.text)
        yield from self._told.find(index.text)
        yield from self._dubbed.find(index.text)
        yield from self._numbered.find(index.text, martial=martial)
        yield from self._led.find(index.text, martial=martial)
        yield from self._schemes.find(index.text)
        yield from self._foreign.find(index)
        yield from self._prefixed.find(index)
        yield from self._headed.find(index)
