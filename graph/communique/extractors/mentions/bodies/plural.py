"""Several bodies of one head: "the U.S. Departments of State, Justice, and the Treasury"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.mentions.bodies.listed import ListedBodies
from communique.extractors.mentions.bodies.naming import home_names, of_state
from communique.extractors.mentions.bodies.states import states_from
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.territories import Territory, TerritoryMention
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_OF = frozenset({"of", "for"})
_LONGEST_ITEM = 4
"""Words of the longest portfolio."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One of the portfolios in a list: half-open span in code points, and its words."""

    start: int
    end: int
    words: str


class PluralBodies:
    """Finds each of the bodies that a plural head names together."""

    def __init__(self, listed: ListedBodies, titles: Titles) -> None:
        """Take the bodies of the gazetteer and the title classes."""
        self._listed = listed
        self._portfolio = titles.portfolio
        self._heads: Mapping[str, str] = body_words().plural_heads

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield one body for each portfolio."""
        for place, word in enumerate(index.words):
            head = self._heads.get(word.text)
            if head is None or place + 2 >= len(index) or index[place + 1].text not in _OF:
                continue
            items = list(self._items(index, place + 2))
            yield from self._of_states(index, place, items, territories)
            if len(items) > 1:
                state = next((t for t in territories if t.end == word.start - 1), None)
                start = state.start if state else word.start
                yield from self._bodies(head, items, start, state.territory if state else None)

    def _of_states(
        self, index: WordIndex, place: int, items: Sequence[_Item],
        territories: Sequence[TerritoryMention],
    ) -> Iterator[Span]:  # fmt: skip
        """Yield "Embassy of X" and "Ministry of ITEM of X" for each of the states behind."""
        first, head, after = place, self._heads[index[place].text], place + 2
        if not items and place and index.gap(place) == " " and self._is_field(index, place - 1):
            first, head = place - 1, f"{index[place - 1].text} {head}"
        if items:
            after = index.at(items[-1].end) + 1
            words = index.text[items[0].start : items[-1].end]
            head = f"{head} {index[place + 1].text} {words}"
            if after >= len(index) or index[after - 1].text != "of":
                return
        states = states_from(index, after, territories)
        for state in states if len(states) > 1 else ():
            start = index[first].start if state is states[0] else state.start
            yield Span(
                start, state.end, EntityType.ORGANISATION, of_state(head, state.territory),
                country=state.territory, strength=5,
                aliases=tuple(dict.fromkeys(home_names(head, state.territory))),
            )  # fmt: skip

    def _items(self, index: WordIndex, first: int) -> Iterator[_Item]:
        """Yield the portfolios of a list that begins at a word, up to the one after "and"."""
        place, ended = first, False
        while place < len(index):
            article = place
            place += index[place].text == "the"
            last = place
            if place >= len(index) or index[place].text not in self._portfolio:
                return
            while last + 1 < len(index) and self._goes_on(index, last + 1):
                last += 1
            if last - place >= _LONGEST_ITEM:
                return
            start = index[article].start
            yield _Item(start, index[last].end, index.phrase(article, last))
            place = last + 1
            if ended or place >= len(index) or index[place].text not in {",", "and", "&"}:
                return
            if index[place].text == "," and place + 1 < len(index):
                ended = index[place + 1].text in {"and", "&"}
                place += ended
            else:
                ended = True
            place += 1

    def _is_field(self, index: WordIndex, place: int) -> bool:
        """Whether a word tells what several bodies are for: "the Foreign Ministries of X and Y"."""
        return index[place].capital and index[place].text in self._portfolio | {"Foreign"}

    def _goes_on(self, index: WordIndex, place: int) -> bool:
        """Whether a word belongs to the portfolio before it."""
        return index.gap(place) == " " and index[place].text in self._portfolio

    def _bodies(
        self, head: str, items: Sequence[_Item], start: int, state: Territory | None
    ) -> Iterator[Span]:
        """Yield a body for each item; the first one takes the head into its span."""
        known = [self._listed.named(f"{head} of {item.words}") for item in items]
        state = state or next((k.country for k in known if k and k.country), None)
        for item in items:
            form = f"{head} of {item.words}"
            found = self._listed.named(f"{state.name} {form}") if state else None
            found = found or self._listed.named(form)
            begin = start if item is items[0] else item.start
            yield Span(
                begin, item.end, EntityType.ORGANISATION, found.name if found else form,
                country=state, strength=4,
                aliases=found.aliases if found else _with_state(form, state),
            )  # fmt: skip


def _with_state(form: str, state: Territory | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(home_names(form, state))) if state else ()
