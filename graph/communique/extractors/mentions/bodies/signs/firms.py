"""Companies and associations: by the ending of the name, the office in them, lists of people."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_LONGEST_NAME = 5
"""Words of the longest name beside an office."""
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Fitz|O[’'])[A-Z][a-z]+[A-Z]\w+|[A-Z]{3,10}")
_BULLET = "•-*–— "
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]*| [a-z]{2,3}){1,4}")
_JOINTS = frozenset({"of", "for"})
"""What joins an office to its body, and no two parts of a name."""
_LONGEST_LINE = 30
"""Words of the longest line that is an item of a list of people."""
_SHORTEST_ROSTER_NAME = 2
_MARKS = frozenset('()[]“”";:!?|\n')


class Firms:
    """Finds companies, foundations and associations."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        words = body_words()
        self._endings, self._offices = words.firm_endings, words.firm_offices
        self._posts = words.posts | titles.role_heads
        self._no_name = nouns.organisation_ends | titles.role_heads | titles.honorifics
        self._titled = titles.role_heads | words.posts | titles.ranks | titles.honorifics
        self._regions = words.regions

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for place in range(1, len(index)):
            if index[place].text in self._endings:
                yield from self._ended(index, place)
            elif index[place].text in {"of", "at"}:
                yield from self._office(index, place)
        yield from self._roster(index)

    def _ended(self, index: WordIndex, place: int) -> Iterator[Span]:
        """Yield the name that an ending such as "Ltd" or "International" closes."""
        before = place - 1
        if index[before].text == "," and index[place].text != "International":
            before -= 1
        following = index.after(place)
        goes_on = following is not None and following.capital and index.gap(place + 1) == " "
        first = before + 1
        while first > 0 and self._belongs(index, first - 1):
            first -= 1
        if first <= before and not goes_on:
            yield Span(
                index[first].start, index[place].end, EntityType.ORGANISATION,
                index.phrase(first, place), strength=3,
                aliases=(index.phrase(first, before),) if before < place - 1 else (),
            )  # fmt: skip

    def _belongs(self, index: WordIndex, place: int) -> bool:
        """Whether a word before the ending of a name is part of it."""
        word = index[place]
        near = index.gap(place + 1) in {" ", ""}
        named = word.capital and word.text not in self._no_name and word.text not in self._endings
        return near and (named or word.text == "&")

    def _office(self, index: WordIndex, place: int) -> Iterator[Span]:
        """Yield the name behind "CEO of", "Fellow at" and the like."""
        offices = self._posts if index[place].text == "at" else self._offices
        two = index.phrase(max(0, place - 2), place - 1)
        first = place + 1
        if not (index[place - 1].text in offices or two in offices) or first >= len(index):
            return
        if not index[first].capital or index[first].text in self._no_name:
            return
        last = index.capitals(first)
        form = index.phrase(first, last)
        if last - first < _LONGEST_NAME and find_territory(form) is None:
            yield Span(
                index[first].start, index[last].end, EntityType.ORGANISATION, form, strength=1
            )

    def _roster(self, index: WordIndex) -> Iterator[Span]:
        """Yield the body behind the person that an item of a list names: "NAME, OFFICE, BODY"."""
        text = index.text
        if len(index) > _LONGEST_LINE or "," not in text or _MARKS & set(text):
            return
        name, *parts = text.strip(_BULLET).rstrip(" ,*").split(", ")
        if not _NAME.fullmatch(name) or not parts or text.rstrip().endswith("."):
            return
        words = [word.strip(".") for word in name.split()]
        is_office = words[0] in self._titled and not _JOINTS.isdisjoint(words)
        if is_office or self._titled & set(words[1:]):
            return
        body, offices = parts[-1].strip(), parts[:-1]
        if offices and not any(self._titled & set(part.split()) for part in offices):
            return
        if self._is_body(body):
            start = text.rindex(body)
            yield Span(start, start + len(body), EntityType.ORGANISATION, body, strength=1)

    def _is_body(self, form: str) -> bool:
        """Whether the last part of an item of a list names a body."""
        words = form.split()
        if not words or self._titled & set(words) or not form[0].isupper():
            return False
        if any(map(find_territory, form.split(" and "))) or form in self._regions:
            return False  # "Declaration by Norway, Malta and Finland"
        lower = [w for w in words if not w[0].isupper() and w not in body_words().joints]
        if len(words) < _SHORTEST_ROSTER_NAME:
            return _CAMEL.fullmatch(form) is not None
        return not lower
