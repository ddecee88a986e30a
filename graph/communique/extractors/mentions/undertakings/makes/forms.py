"""Other forms of the name of an operation or event: with more of the words around it, or fewer."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.undertakings.shapes import (
    COUNTED,
    MONTHS,
    YEAR,
    counts,
    run,
)
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory

_ACRONYM = re.compile(r" \((\w+)\)")
_NUMBER = re.compile(r"[1-9]\d?|[IVX]{1,4}")
_COUNTED = re.compile(
    r"(?!(?:begins|brings|closes|concludes|continues|ends|has|includes|involves|is|opens|runs|starts|"
    rf"takes|was)\b)(?:{COUNTED})|million|billion|%|{MONTHS}"
)
"""What a number behind a name counts."""
_AND = frozenset({"and", "&"})
_LIST = _AND | {","}
_OWNING = frozenset({"of", "to", "between", "among"})
"""What leads from a meeting or body to those whose it is."""
_STATES = frozenset({"states", "countries", "nations"})
_DEEPEST = 3
"""How often it does so in one name."""
_FURTHER = 2
"""How often a name may go on."""
_TOPICAL = frozenset({"on", "for", "of", "to"})
_GOES_ON = frozenset({"in", "among", "along", "with", "between", "across"})
"""What a name with a topic may go on with, though it need not belong to it."""


class OtherForms:
    """Finds forms of a name that the words around it may make."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns

    def others(self, index: WordIndex, first: int, head: int, last: int) -> Iterator[str]:
        """Yield further forms of a name.

        Args:
            index: The words of the block.
            first: Number of the first word of the name.
            head: Of the last word of its head noun.
            last: Of its last word.
        """
        yield from self._longer(index, first, last)
        yield from prolonged(index, first, last, self._nouns)
        if head > first and counts(index[first].text, self._nouns):
            yield from self._front(index, first, head, last)
        yield from _joined(index, first, last)

    @staticmethod
    def _front(index: WordIndex, first: int, head: int, last: int) -> Iterator[str]:
        """The front of a name that counts: "21st Ministerial Conference | of the X Forum"."""
        if last > head and index[head + 1].text == "of":
            yield index.phrase(first, head)

    def _longer(self, index: WordIndex, first: int, last: int) -> Iterator[str]:
        """A name with a topic that goes on: "Conference on Fishing | in Iceland"."""
        topical = any(word.text in _TOPICAL for word in index.words[first:last])
        for _ in range(_FURTHER if topical else 0):
            if last + 2 >= len(index) or index[last + 1].text not in _GOES_ON:
                break
            behind = last + 2 + (index[last + 2].text == "the" and last + 3 < len(index))
            named = index[behind].capital and index[behind].text not in self._nouns.never_numbered
            if not named or not index.same_line(behind):
                break
            last = run(index, behind, self._nouns)
            if last + 2 < len(index) and index[last + 1].text == "of" and index[last + 2].capital:
                last = run(index, last + 2, self._nouns)
            yield index.phrase(first, last)


def prolonged(index: WordIndex, first: int, last: int, nouns: Nouns) -> Iterator[str]:
    """Yield a name with what it goes on to say of whose it is, as far as that goes.

    "8th Session of the Joint Commission | between A and B", "Meeting of the Ministers | of A, B
    and C", "Assembly | of the X".

    Args:
        index: The words of the block.
        first: Number of the first word of the name.
        last: Of its last word.
        nouns: The noun classes.
    """
    if last > first and (end := _listed(index, last, nouns)) > last and _owned(index, first, last):
        yield index.phrase(first, end)  # "Conference of the Ports of Africa | and the Gulf"
    ending = index.after(last)
    if last > first and ending is not None and ending.text in _STATES:
        yield index.phrase(first, last + 1)  # "Summit of the Nordic | countries"
    for _ in range(_DEEPEST):
        joint = index[last + 1].text if last + 2 < len(index) else ""
        place = _capital(index, last + 2, nouns) if joint in _OWNING else None
        if place is None:
            return
        only = run(index, place, nouns)
        last = _listed(index, only, nouns)
        if joint != "between" or last > only:
            yield index.phrase(first, last)
        following = index.after(last)
        if following is not None and following.text in _STATES:
            yield index.phrase(first, last + 1)


def _owned(index: WordIndex, first: int, last: int) -> bool:
    """Whether a name says whose it is."""
    return any(word.text == "of" for word in index.words[first:last])


def _capital(index: WordIndex, place: int, nouns: Nouns) -> int | None:
    """Index of the capitalised word at a word or behind the article at it, no month; or None."""
    place += place + 1 < len(index) and index[place].text == "the"
    if place >= len(index) or not index.same_line(place) or not index[place].capital:
        return None
    return None if index[place].text in nouns.never_numbered else place


def _listed(index: WordIndex, last: int, nouns: Nouns) -> int:
    """Index of the last word of a list that a name begins; the name's if "and" never comes."""
    end = last
    while end + 2 < len(index) and index[end + 1].text in _LIST:
        closes = index[end + 1].text in _AND
        place = _capital(index, end + 2, nouns)
        if place is None:
            break
        end = run(index, place, nouns)
        if closes:
            return end
    return last


def _joined(index: WordIndex, first: int, last: int) -> Iterator[str]:
    """The name with another joined to it: "EU Police and | Rule of Law Mission"."""
    ahead = first - 2
    if ahead < 0 or index[first - 1].text not in _AND or not index[ahead].capital:
        return
    while ahead and index[ahead - 1].capital and index.gap(ahead) == " ":
        ahead -= 1
    if find_territory(index.phrase(ahead, first - 2)) is None:
        yield index.phrase(ahead, last)


def numbered(index: WordIndex, first: int, last: int) -> Iterator[str]:
    """Yield a name with the number behind it: "Exercise Kite | 24", "Project Kite Phase | II"."""
    behind = index.after(last)
    if behind is None or not _NUMBER.fullmatch(behind.text) or index.gap(last + 1) != " ":
        return
    following = index.after(last + 1)
    if following is None or not _COUNTED.fullmatch(following.text):
        yield index.phrase(first, last + 1)


def shorter(name: str) -> Iterator[str]:
    """Yield forms of a name without its year, without or instead of what a bracket repeats."""
    bracket = _ACRONYM.search(name)
    if bracket:
        yield name[: bracket.start()] + name[bracket.end() :]
        yield f"{bracket.group(1)}{name[bracket.end() :]}"
    bare = YEAR.sub("", name).strip()
    if bare and bare != name:
        yield bare
