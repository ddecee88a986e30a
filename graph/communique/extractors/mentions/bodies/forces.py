"""Common nouns that a state turns into a body of it: "Czech and Ukrainian police"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.ontology import EntityType

_LONGEST = 4
"""Words of the longest of those nouns ("ministry of foreign affairs")."""
_JOINTS = frozenset({" and ", ", ", ", and "})
_ADJECTIVES = frozenset({"military", "customs"})
"""Nouns that are adjectives as well."""
_OF = (" of ", " of the ")


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun in a block: as written, its form in lower case, and where it ends."""

    words: str
    form: str
    end: int


class StateForces:
    """Finds bodies of states by a noun beside the name or demonym of the state."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        words = body_words()
        self._forms: Collection[str] = nouns.force_bodies | words.of_state | words.forces
        self._forces = words.forces
        self._after = nouns.description_ends

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield one body for each state beside such a noun.

        Args:
            index: Words of the block.
            territories: What states the block names.
        """
        for group in _groups(index.text, territories):
            first = index.at(group[-1].end)
            beside = first < len(index) and index.text[group[-1].end : index[first].start] == " "
            noun = self._noun(index, first, plural=len(group) > 1) if beside else None
            if noun is not None:
                yield from self._before_noun(index.text, group, noun)
        yield from self._after_noun(index, territories)

    def _before_noun(
        self, text: str, group: Sequence[TerritoryMention], noun: _Noun
    ) -> Iterator[Span]:
        """Yield "Czech police" and the like for each state of a group before a noun."""
        for state in group:
            last = state is group[-1]
            yield self._span(
                state, noun, state.start, noun.end if last else state.end,
                f"{text[state.start : state.end]} {noun.words}",
            )  # fmt: skip

    def _after_noun(
        self, index: WordIndex, territories: Sequence[TerritoryMention]
    ) -> Iterator[Span]:
        """Yield "police of Latvia" and the like."""
        for state in territories:
            opening = next((o for o in _OF if index.text.endswith(o, 0, state.start)), None)
            if opening is None or state.kind != NameKind.NAME:
                continue
            last = index.at(state.start - len(opening) + 1) - 1
            for first in range(max(0, last - _LONGEST + 1), last + 1):
                form = index.phrase(first, last)
                if form in self._forms:
                    noun = _Noun(form, form, state.end)
                    name = f"{form} of {state.territory.name}"
                    yield self._span(state, noun, index[first].start, state.end, name)
                    break

    def _span(self, state: TerritoryMention, noun: _Noun, start: int, end: int, name: str) -> Span:
        """The body of a state; its armed forces are one whatever they are called."""
        aliases = [f"{noun.form} of {state.territory.name}"]
        if noun.form in self._forces:
            aliases += [f"{form} of {state.territory.name}" for form in sorted(self._forces)]
            aliases.append(f"{state.territory.name} armed forces")
        return Span(
            start, end, EntityType.ORGANISATION, name, country=state.territory, strength=2,
            aliases=tuple(dict.fromkeys(aliases)),
        )  # fmt: skip

    def _noun(self, index: WordIndex, first: int, *, plural: bool) -> _Noun | None:
        """The longest noun that begins at a word."""
        for last in range(min(first + _LONGEST, len(index)) - 1, first - 1, -1):
            words = index.phrase(first, last)
            if plural and words.lower() not in self._forms:
                words = words.removesuffix("s")
            if words.lower() in self._forms and self._stands_alone(index, first, last):
                return _Noun(words, words.lower(), index[last].end)
        return None

    def _stands_alone(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a noun is not the beginning of a longer one ("military base")."""
        following = index.after(last)
        if following is None or index.gap(last + 1) != " ":
            return True
        if index[first].capital and following.capital:
            return False
        adjective = index[last].text in _ADJECTIVES
        return not adjective or following.mark or following.text in self._after


def _groups(text: str, territories: Sequence[TerritoryMention]) -> Iterator[list[TerritoryMention]]:
    """Demonyms side by side ("French, Dutch and German"), and states by their names alone."""
    group: list[TerritoryMention] = []
    for mention, following in pairwise([*territories, None]):
        if mention is None:
            continue
        if mention.kind != NameKind.DEMONYM:
            if mention.kind == NameKind.NAME:
                yield [mention]
            continue
        group.append(mention)
        gap = text[mention.end : following.start] if following else ""
        if following and following.kind == NameKind.DEMONYM and gap in _JOINTS:
            continue
        yield group
        group = []
