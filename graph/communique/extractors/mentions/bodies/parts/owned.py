"""Parts that a body owns, under names with capitals: "the Barents Council's Secretariat"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span, span_at
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

_ITS = re.compile(
    r"\b(?:[Ii]ts|whose) (?:(?:own|new) )?(?P<part>(?:(?:standing|permanent|technical|executive|"
    r"general|small) )?[Ss]ecretariat)\b(?! (?:and|or) |['’]|-)"
)
"""A part that a pronoun gives to the body named before."""

_DISTRICT = re.compile(
    r"\d{1,2}(?:st|nd|rd|th) (?:Coast Guard )?(?:District|Region|Sector|Fleet|Zone|Area|Circuit)\b"
)
"""A part that is counted: "the Harbour Guard's 4th District"."""


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
            elif district := _DISTRICT.match(index.text, index[first + 1].start):
                yield self._named(*district.span(), district[0], body)
        if "ecretariat" in index.text:
            yield from self._its(index, listed, shaped)

    def _its(
        self, index: WordIndex, listed: Sequence[Span], shaped: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield the part that "its" gives to the body named before."""
        bodies = [b for b in (*listed, *shaped) if b.type == EntityType.ORGANISATION]
        for match in _ITS.finditer(index.text):
            before = [body for body in bodies if body.end <= match.start()]
            owner = max(before, key=lambda body: (body.end, -body.start), default=None)
            if owner is not None and owner.named:
                yield replace(
                    self._named(*match.span("part"), match["part"], owner), within=(owner,)
                )

    @staticmethod
    def _is_whole(index: WordIndex, place: int) -> bool:
        following = index.after(place)
        return following is None or not following.capital or index.gap(place + 1) != " "

    def _part(self, index: WordIndex, place: int, body: Span) -> Span:
        word = index[place]
        return self._named(word.start, word.end, word.text, body)

    @staticmethod
    def _named(start: int, end: int, noun: str, body: Span) -> Span:
        """The part that a noun in a span of the block means of a body."""
        return Span(
            start, end, EntityType.ORGANISATION, f"{noun} of the {body.name}",
            aliases=_aliases(noun, body), country=body.country, strength=4,
        )  # fmt: skip


def _aliases(name: str, body: Span) -> tuple[str, ...]:
    """What a part is called with the names of its body."""
    forms = dict.fromkeys((body.name, *body.aliases))
    return tuple(
        alias
        for form in forms
        for alias in (
            f"{form} {name}",
            f"{form}'s {name}",
            f"{name} of {form}",
            f"{name} of the {form}",
        )
    )
