"""Nouns of deeds that describe an operation where a text tells who does it ("the repair of X")."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_LONGEST_OBJECT = 7
"""Words behind the "of" of a deed."""
_OPENING = frozenset("the a an its their his her some about over up".split())
_DONE = (
    r"(?:financed|funded|paid for|led|coordinated|co-ordinated|supported|backed|carried out|"
    r"organi[sz]ed|run|conducted|implemented|overseen|managed|undertaken|sponsored|assisted)"
)
_CUE_BEHIND = re.compile(
    rf"[^.;:\n]{{0,60}}?(?:, (?:to|for|towards?) (?:which|whose)\b"
    rf"|[, ](?:(?:which|that) )?(?:(?:is|was|are|were|will be|has been|had been|being) )?"
    rf"(?:(?:jointly|largely|fully|co|partly|also) )?{_DONE} (?:jointly )?(?:by|with)\b)"
)
"""Who is behind a deed, or gives to it, told after its object."""
_CUE_BEFORE = re.compile(
    r"\b(?:coordinat(?:es?|ed|ing)|le(?:a?ds?|ading)|overs(?:ees?|aw|eeing)|conduct(?:s|ed|ing)?"
    r"|carr(?:y|ies|ied|ying) out|undert(?:akes?|ook|aking)|manag(?:es?|ed|ing)"
    r"|(?:tak(?:es?|ing)|took) part in|participat(?:es?|ed|ing) in|organi[sz](?:es?|ed|ing)"
    r"|assist(?:s|ed|ing)? (?:in|with)|help(?:s|ed|ing)? (?:in|with))"
    r" (?:the |a |an |its |their )?(?:[a-z-]+ )?$"
)
"""What somebody does for a deed, told right before it."""
_NEAR = 50
_HOLLOW = frozenset(
    "trust confidence tie service dignity order calm normality credibility mandate scope deadline "
    "validity term visa contract sanction measure link right influence".split()
)
"""What may be restored or extended without any work, besides what no aim is."""


class Deeds:
    """Finds descriptions by a noun that is an operation only with its object behind it."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._works, self._moves = nouns.works, nouns.moves
        self._ends = nouns.description_ends | nouns.description_verbs
        self._never = nouns.never_aims | _HOLLOW

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield the descriptions, in order."""
        for place, word in enumerate(index.words[:-2]):
            works = word.text in self._works
            if not works and word.text not in self._moves:
                continue
            first = place + 2
            if index[place + 1].text != "of" or not index.same_line(first):
                continue
            last = self._object(index, first)
            if last is None or (works and self._is_vague(index, last)):
                continue
            if _is_told(index, place, last):
                name = index.phrase(place, last)
                yield Span(word.start, word.end, EntityType.OPERATION, name, named=False)

    def _object(self, index: WordIndex, first: int) -> int | None:
        """Index of the last word of what is done something to, or None if nothing is told."""
        while first < len(index) and index[first].text in _OPENING:
            first += 1
        last = None
        for place in range(first, min(first + _LONGEST_OBJECT, len(index))):
            word = index[place]
            if word.mark or word.text in self._ends or not index.same_line(place):
                break
            last = place
        return last

    def _is_vague(self, index: WordIndex, last: int) -> bool:
        """Whether the object is nothing to lay hands on: "the restoration of peace"."""
        word = index[last].lower
        forms = {word, word.removesuffix("s"), word.removesuffix("es")}
        forms.add(f"{word.removesuffix('ies')}y")
        return not forms.isdisjoint(self._never)


def _is_told(index: WordIndex, place: int, last: int) -> bool:
    """Whether the text beside a deed tells who does it or gives to it."""
    start, text = index[place].start, index.text
    behind = _CUE_BEHIND.match(text, index[last].end)
    return bool(behind or _CUE_BEFORE.search(text, max(0, start - _NEAR), start))
