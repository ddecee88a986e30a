"""Common nouns that a state turns into a body of it: "Czech and Ukrainian police"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extractors.mentions.bodies.naming import home_names, of_state
from communique.extractors.mentions.bodies.states import (
    NamedState,
    owner_groups,
    state_groups,
    states_from,
)
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST = 4
"""Words of the longest of those nouns ("ministry of foreign affairs")."""
_ADJECTIVES = frozenset({"military", "customs"})
"""Nouns that are adjectives as well."""
_OF = (" of ", " of the ")
_TOGETHER = 4
"""How sure bodies are that a text names together, over what the plural of their noun looks like."""
_PLURALS = (("ies", "y"), ("s", ""))
"""Endings of the plural, and what stands for them in the singular."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun in a block: as written, its form in lower case, and where it ends."""

    words: str
    form: str
    end: int


class StateForces:
    """Finds bodies of states by a noun beside the name or demonym of the state."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._forms: Collection[str] = nouns.force_bodies | words.of_state | words.forces
        self._forces = words.forces
        self._offices = titles.role_heads | titles.grades | titles.ranks
        self._after = nouns.description_ends

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield one body for each state beside such a noun.

        Args:
            index: Words of the block.
            territories: What states the block names.
        """
        for group in state_groups(index.text, territories):
            first = index.at(group[-1].end)
            beside = first < len(index) and index.text[group[-1].end : index[first].start] == " "
            noun = self._noun(index, first, plural=len(group) > 1) if beside else None
            if noun is not None:
                yield from self._before_noun(index.text, group, noun)
            elif len(group) == 1:
                yield from self._owned(index, group[0], first)
        for owners in owner_groups(index.text, territories):
            place = index.at(owners[-1].end) + 1
            noun = self._noun(index, place, plural=True) if place < len(index) else None
            if noun is not None and index.text.endswith("s", 0, noun.end):  # no "navy ships"
                yield from self._of_owners(owners, noun)
        yield from self._after_noun(index, territories)

    def _owned(self, index: WordIndex, state: TerritoryMention, place: int) -> Iterator[Span]:
        """Yield "foreign ministry" behind "Norway's"; a name with capitals has its own rule."""
        if place + 1 >= len(index) or index[place].text not in POSSESSIVES:
            return
        first = index[place + 1]
        noun = self._noun(index, place + 1, plural=False) if not first.capital else None
        if noun is not None:
            name = of_state(noun.words, state.territory)
            span = self._span(state, noun, first.start, noun.end, name)
            owned = index.text[state.start : noun.end]
            yield replace(span, aliases=(*span.aliases, owned))

    def _of_owners(self, owners: Sequence[TerritoryMention], noun: _Noun) -> Iterator[Span]:
        """Yield the body of each state before a noun that all own: "Peru's and Chile's navies"."""
        for state in owners:
            name, end = of_state(noun.words, state.territory), state.end
            end = noun.end if state is owners[-1] else end
            yield replace(self._span(state, noun, state.start, end, name), strength=_TOGETHER)

    def _before_noun(
        self, text: str, group: Sequence[TerritoryMention], noun: _Noun
    ) -> Iterator[Span]:
        """Yield "Czech police" and the like for each state of a group before a noun."""
        for state in group:
            end = noun.end if state is group[-1] else state.end
            name = f"{text[state.start : state.end]} {noun.words}"
            span = self._span(state, noun, state.start, end, name)
            yield replace(span, strength=_TOGETHER) if len(group) > 1 else span

    def _after_noun(
        self, index: WordIndex, territories: Sequence[TerritoryMention]
    ) -> Iterator[Span]:
        """Yield "police of Latvia", "the navies of Latvia and Peru" and the like."""
        for state in territories:
            opening = next((o for o in _OF if index.text.endswith(o, 0, state.start)), None)
            if opening is None or state.kind != NameKind.NAME:
                continue
            last = index.at(state.start - len(opening) + 1) - 1
            for first in range(max(0, last - _LONGEST + 1), last + 1):
                words = index.phrase(first, last)
                if words.lower() in self._forms:
                    noun = _Noun(words, words.lower(), state.end)
                    name = of_state(words, state.territory)
                    yield self._span(state, noun, index[first].start, state.end, name)
                    break
                singular = self._singular(words)
                if singular is not None:
                    yield from self._shared(index, territories, first, state.start, singular)
                    break

    def _shared(
        self, index: WordIndex, territories: Sequence[TerritoryMention], first: int, start: int,
        words: str,
    ) -> Iterator[Span]:  # fmt: skip
        """Yield the body of each state behind a noun in the plural."""
        states = states_from(index, index.at(start), territories)
        noun = _Noun(words, words.lower(), 0)
        for state in states if len(states) > 1 else ():
            begin = index[first].start if state is states[0] else state.start
            name = of_state(words, state.territory)
            yield replace(self._span(state, noun, begin, state.end, name), strength=_TOGETHER)

    def _span(
        self, state: TerritoryMention | NamedState, noun: _Noun, start: int, end: int, name: str
    ) -> Span:
        """The body of a state; its armed forces are one whatever they are called."""
        forms = [noun.form]
        if noun.form in self._forces:
            forms += sorted(self._forces)
        aliases = [name for form in forms for name in home_names(form, state.territory)]
        return Span(
            start, end, EntityType.ORGANISATION, name, country=state.territory, strength=2,
            aliases=tuple(dict.fromkeys(aliases)),
        )  # fmt: skip

    def _noun(self, index: WordIndex, first: int, *, plural: bool) -> _Noun | None:
        """The longest noun that begins at a word."""
        for last in range(min(first + _LONGEST, len(index)) - 1, first - 1, -1):
            words = index.phrase(first, last)
            if plural and words.lower() not in self._forms:
                words = self._singular(words) or words
            if words.lower() in self._forms and self._stands_alone(index, first, last):
                return _Noun(words, words.lower(), index[last].end)
        return None

    def _singular(self, words: str) -> str | None:
        """The noun that words are the plural of, or None."""
        return next((form for form in _singulars(words) if form.lower() in self._forms), None)

    def _stands_alone(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a noun is not the beginning of a longer one ("military base").

        An office in the body may follow: "Danish Navy Commander NAME".
        """
        following = index.after(last)
        if following is None or index.gap(last + 1) != " ":
            return True
        if index[first].capital and following.capital:
            return following.text in self._offices
        adjective = index[last].text in _ADJECTIVES
        return not adjective or following.mark or following.text in self._after


def _singulars(words: str) -> Iterator[str]:
    """A noun without the ending of the plural ("navies", "ministries of health")."""
    first, space, rest = words.partition(" of ")
    for ending, singular in _PLURALS:
        if first.endswith(ending):
            yield f"{first.removesuffix(ending)}{singular}{space}{rest}"
