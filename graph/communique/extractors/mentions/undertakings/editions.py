"""Meetings of a body that a text counts ("the inaugural X meeting") and conferences by number."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.makes.forms import prolonged
from communique.extractors.mentions.undertakings.shapes import COUNT, counts, paired, topics
from communique.extractors.mentions.words import WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_INSIDE = frozenset({"and", "of", "for", "on", "-", "–"})
_STAYS = frozenset({"Joint", "First", "Second"})
"""Words that end other names but may stand inside that of a body."""
_BODIES = frozenset({"commission", "committee", "council", "group"})
"""Bodies whose kind may stand behind their name in lower case."""
_UNDERTAKINGS = frozenset(
    "project programme program campaign initiative exercise operation scheme mission".split()
)
"""Nouns behind the name of what is no body but has meetings."""
_YEARLY = frozenset({"Anniversary", "Day", "Days", "Week", "Games"})
"""Events that a number before them tells from no others of a series."""
_GOES_ON = frozenset({"of", "on", "for", "with", "between", "among", "against", "by"})
"""Words with which what a text counts gets a name or description of its own."""
_ATTENDS = (
    r"\b(?:attend(?:s|ed|ing)?|(?:tak(?:es?|ing|en)|took) part in|participat(?:es?|ed|ing) in) "
    r"(?:the |an? )?(?:(?:EU|[a-z]+) ){0,2}"
)
"""What stands before a council of which somebody attends one meeting."""
ATTENDED = 9
"""Strength of a name before that of the body itself."""
_LONGEST = 8
"""Words between the count and the noun."""


class Editions:
    """Finds names of events by the number that they bear."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns, self._heads = nouns, nouns.event_heads - _YEARLY
        acronyms = "|".join(sorted(nouns.numbered_conferences))
        self._last_words = {body.split()[-1] for body in nouns.counted_bodies}
        self._numbered = re.compile(rf"\b({acronyms})[- ]?(\d{{1,2}})\b(?![:.,]\d)")
        councils = "|".join(sorted(nouns.attended_councils))
        self._attended = re.compile(
            rf"{_ATTENDS}(?P<council>{councils})\b(?! (?:of|[A-Z]|meetings?|sessions?)|['’])"
        )

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        numbered = holds(index.text, self._nouns.numbered_conferences)
        for match in self._numbered.finditer(index.text) if numbered else ():
            acronym, number = match.groups()
            spaced, hyphened = f"{acronym} {number}", f"{acronym}-{number}"
            yield Span(
                *match.span(), EntityType.EVENT, f"{acronym}{number}",
                aliases=(spaced, hyphened), strength=5,
            )  # fmt: skip
        for match in self._attended.finditer(index.text) if " Council" in index.text else ():
            yield Span(
                *match.span("council"), EntityType.EVENT, match["council"], strength=ATTENDED
            )
        for place, word in enumerate(index.words):
            if word.text in self._nouns.edition_nouns:
                yield from self._counted(index, place)
            if word.lower in self._nouns.edition_nouns:
                yield from self._counted_before(index, place)
            if word.text in self._last_words:
                yield from self._body_counted(index, place)
            if place and word.text in self._heads:
                yield from self._bare(index, place)

    def _bare(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A meeting that a text counts without further name: "the seventh Forum"."""
        following, word, number = index.after(place), index[place], index[place - 1].text
        counted = number in self._nouns.edition_openings or COUNT.fullmatch(number)
        goes_on = following is not None and (following.capital or following.text in _GOES_ON)
        if counted and index.same_line(place) and not goes_on:
            yield Span(
                index[place - 1].start, word.end, EntityType.EVENT, index.phrase(place - 1, place),
                aliases=tuple(prolonged(index, place - 1, place, self._nouns)), strength=3,
            )  # fmt: skip

    def _counted(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A meeting of a body named in capitals right before it and counted before that."""
        first = place
        while first > 0 and place - first < _LONGEST and self._is_body(index, first - 1):
            first -= 1
        opening = index[first - 1].text if 0 < first < place else ""
        counted = opening in self._nouns.edition_openings or COUNT.fullmatch(opening)
        if counted and index.same_line(first):
            name, bare = index.phrase(first - 1, place), index.phrase(first, place)
            longer = prolonged(index, first - 1, place, self._nouns)
            yield Span(
                index[first - 1].start, index[place].end, EntityType.EVENT, name,
                aliases=(bare, *longer), strength=4,
            )  # fmt: skip

    def _body_counted(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A body whose meetings are counted, for one of them: "the 7th General Assembly of X"."""
        body = {index.phrase(place - size, place) for size in range(3) if place > size}
        first = place
        while first > 0 and place - first < _LONGEST and self._is_inner(index, first - 1):
            first -= 1
        opening = first - 1
        of = place + 1 < len(index) and index[place + 1].text == "of"
        if body.isdisjoint(self._nouns.counted_bodies) or not first or (first == place and not of):
            return  # "the 117th Congress" sits for years
        if not counts(index[opening].text, self._nouns) or not index.same_line(first):
            return
        last = place + self._has_noun(index, place + 1)
        if last == place and place + 2 < len(index) and index[place + 1].text == "of":
            article = index[place + 2].text == "the" and place + 3 < len(index)
            end = self._body_end(index, place + 2 + article)
            last = place if end is None else end
        aliases = {index.phrase(opening, place)} if first == place else {index.phrase(first, last)}
        name = index.phrase(opening, last)
        aliases.update(prolonged(index, opening, last, self._nouns))
        yield Span(
            index[opening].start, index[last].end, EntityType.EVENT, name,
            aliases=tuple(aliases - {name}), strength=6,
        )  # fmt: skip

    def _is_inner(self, index: WordIndex, place: int) -> bool:
        """Whether a word stands in the name of a body and does not count its meetings."""
        return self._is_body(index, place) and not counts(index[place].text, self._nouns)

    def _counted_before(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A meeting counted right before its noun, the body after it: "12th session of the X"."""
        following = place + 3
        if not place or following >= len(index) or index.phrase(place + 1, place + 2) != "of the":
            return
        first = place - 1
        if first and index[first].text in self._nouns.edition_kinds:
            first -= 1
        if not counts(index[first].text, self._nouns):
            return
        first -= first > 0 and counts(index[first - 1].text, self._nouns)  # "Tenth | Annual"
        last = self._body_end(index, following)
        if last is not None and not self._is_undertaking(index, last + 1):
            name = index.phrase(first, last)
            longer = [f"{name}{rest}" for rest in topics(index.text, index[last].end)]
            longer += prolonged(index, first, last, self._nouns)
            yield Span(
                index[first].start, index[last].end, EntityType.EVENT, name,
                aliases=(index.phrase(first, place), *longer), strength=7,
            )  # fmt: skip

    def _body_end(self, index: WordIndex, first: int) -> int | None:
        """Index of the last word of a name with "and", "of", "for" inside, or None if none is."""
        last = first if index[first].capital else None
        while last is not None and last + 1 < len(index):
            step = 2 if index[last + 1].text in _INSIDE and last + 2 < len(index) else 1
            following = index[last + step]
            ends = self._nouns.undertaking_ends
            other = following.text in ends and following.text not in _STAYS
            other |= following.text in self._nouns.never_numbered
            if not following.capital or other or not index.same_line(last + step):
                break
            last += step
        return last if last is None else last + self._has_noun(index, last + 1)

    def _has_noun(self, index: WordIndex, place: int) -> bool:
        """Whether a word says what kind of body the name before it is of ("the A-B dialogue")."""
        kinds = self._nouns.edition_nouns | _BODIES
        return place < len(index) and index[place].lower in kinds

    def _is_undertaking(self, index: WordIndex, place: int) -> bool:
        """Whether a word makes an undertaking of the name before it ("of the X project")."""
        return place < len(index) and index[place].text in _UNDERTAKINGS

    def _is_body(self, index: WordIndex, place: int) -> bool:
        """Whether a word stands in the name of a body before the noun."""
        word = index[place]
        joint = word.text in {"and", "of", "’", "'"} and index[place + 1].text not in (
            self._nouns.edition_nouns
        )
        return index.same_line(place + 1) and (
            word.capital or joint or paired(index, place, self._nouns)
        )
