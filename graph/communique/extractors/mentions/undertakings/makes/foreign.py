"""Names of events and operations in other languages, whose noun comes first."""

from collections.abc import Iterator

from communique.extractors.mentions.bodies.signs.foreign import ForeignRuns
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

_ALONE = frozenset(
    "Encuentro Congreso Seminario Cumbre Colloque Séminaire Atelier Conférence Conferencia "
    "Encontro Congresso Seminário Diplomado Jornadas Proyecto Projeto Progetto Programa Exercice "
    "Exercício Ejercicio".split()
)
"""Nouns that need no other word of their language behind them."""


class ForeignUndertakings:
    """Finds events and operations by the nouns of other languages that begin their names."""

    def __init__(self) -> None:
        """Read the word classes."""
        words, self._runs = body_words(), ForeignRuns()
        self._types = {
            **dict.fromkeys(words.foreign_events, EntityType.EVENT),
            **dict.fromkeys(words.foreign_operations, EntityType.OPERATION),
        }

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates: nouns with what follows in their language."""
        for place, word in enumerate(index.words):
            kind = self._types.get(word.text)
            if kind is None or not self._is_foreign(index, place):
                continue
            first, last = self._runs.first(index, place), self._runs.last(index, place)
            if last > place:
                yield Span(
                    index[first].start, index[last].end, kind, index.phrase(first, last),
                    strength=6, aliases=(index.phrase(place, last),) if first < place else (),
                )  # fmt: skip

    def _is_foreign(self, index: WordIndex, place: int) -> bool:
        """Whether a noun is of another language, by itself or by what stands around it."""
        counted = self._runs.first(index, place) < place
        return index[place].text in _ALONE or counted or self._runs.goes_on(index, place)
