"""Parts that a body owns, under names with capitals: "the Barents Council's Secretariat"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span, span_at
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType


class OwnedParts:
    """Names the parts of bodies by their owners."""

    def __init__(self) -> None:
        """Read the word classes."""
        self._alone = body_words().alone

    def find(
        self, index: WordIndex, listed: Sequence[Span], shaped: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield the part behind each possessive of a body.

        Args:
            index: Words of the block.
            listed: Bodies that are listed or were introduced.
            shaped: Those that their shape tells.
        """
        for body in (*listed, *shaped):
            first = index.at(body.end)
            if body.type != EntityType.ORGANISATION or first + 1 >= len(index):
                continue
            if index[first].text not in POSSESSIVES or index[first].start != body.end:
                continue
            part = span_at(shaped, index[first + 1].start)
            if part is not None:
                yield replace(part, aliases=(*part.aliases, *_aliases(part.name, body)))
            elif index[first + 1].text in self._alone and self._is_whole(index, first + 1):
                yield self._part(index, first + 1, body)

    @staticmethod
    def _is_whole(index: WordIndex, place: int) -> bool:
        following = index.after(place)
        return following is None or not following.capital or index.gap(place + 1) != " "

    @staticmethod
    def _part(index: WordIndex, place: int, body: Span) -> Span:
        word = index[place]
        return Span(
            word.start, word.end, EntityType.ORGANISATION, f"{word.text} of the {body.name}",
            aliases=_aliases(word.text, body), country=body.country, strength=4,
        )  # fmt: skip


def _aliases(name: str, body: Span) -> tuple[str, ...]:
    """What a part is called with the names of its body."""
    forms = dict.fromkeys((body.name, *body.aliases))
    return tuple(
        alias
        for form in forms
        for alias in (f"{form} {name}", f"{name} of {form}", f"{name} of the {form}")
    )
