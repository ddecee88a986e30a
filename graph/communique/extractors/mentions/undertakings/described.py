"""Common nouns that describe an operation or event: "the joint training on field repairs"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.shapes import MONTHS, is_board, is_fair
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

IN_FULL = {"JIT": "joint investigation team", "JITs": "joint investigation teams"}
"""Acronyms that are written for a common noun."""
_LONGEST_NOUN = 4
_LONGEST_DESCRIPTION = 8
"""Words on either side of the noun."""
_TAILS = frozenset({"on", "of", "with", "into", "by", "against"})
_TAILS_OF_DEEDS = _TAILS | {"to", "for", "in"}
"""The same for a noun that is nothing without its modifier ("humanitarian assistance to X")."""
_LONGEST_OPENING = 3
"""Words of an idiom before its noun."""
_TAILS_OF_IDIOMS = (2, 3)
"""Words behind the noun of an idiom that begins with it."""
_TIME = re.compile(r"[0-2]?\d[.:h][0-5]\d")
"""The hour that begins a line of a schedule."""
_IN = frozenset({"in", "In"})
_SITED = frozenset({"battlegroup"})
"""Forces of which there is one in each of several states."""
_OPENING = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "all", "of"})
"""Words before what is closed or counted: "closing the gap", "a third round of talks"."""
_DAY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS}|\d{{1,2}}(?:st|nd|rd|th)?)(?![\w-])"
    r"|(?:its|the|their) (?:(?:very )?(?:first|second|third|fourth|last|final|opening|closing) day"
    r"|eve)\b"
)
"""What follows "on" where it tells the day, not the topic."""
_MEANS = frozenset(
    "video videoconference videolink video-conference video-link phone telephone teleconference "
    "satellite zoom skype webcast livestream invitation".split()
)
"""What follows "by" where it tells how somebody joins, not whose it is: "talks by video link"."""
_SUM = re.compile(r"(?:[A-Z]{3}|[A-Z]{0,3} ?[$€£]) ?\d")
"""What follows "with" where it tells what something costs."""
_OF_PAPERS = frozenset({"the", "its", "their", "this", "new", "current"})
"""Words before "edition" that as often tell of a book."""
_RESPONSE = "response"
_ROUND = "round"
_POSSESSIVES = POSSESSIVES | {"its", "their", "the", "emergency"}
"""What makes a deed of a response: "its response to the flood"."""
_ADJECTIVES = frozenset("bilateral trilateral quadrilateral minilateral ministerial".split())
"""Nouns of meetings that before another noun are none ("trilateral maritime exercise")."""
_AMOUNTS = frozenset(
    "million billion thousand dollars euros pounds francs kroner kronor yen yuan EUR USD".split()
)
_MONEY_FOR = frozenset({"assistance", "aid", "relief", "support"})
_NAMED_AID = frozenset({"assistance", "aid"})
_STOPS = frozenset(".!?")
_ARTICLES = frozenset({"the", "its", "their"})
_DONE_TO = frozenset("the a an his her their its".split())
"""Words behind a gerund with which its object begins: "Meeting her colleagues"."""
_FARTHEST_SUM = 5
"""Words from a noun back to the sum that it costs ("€2 million in further EU aid")."""


class DescribedUndertakings:
    """Finds descriptions of operations and events, named by their phrase."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        self._ends = nouns.description_ends | nouns.description_verbs
        self._all = nouns.event_nouns | nouns.lower_event_nouns | nouns.operation_nouns
        self._followers = self._all | nouns.compound_followers
        listed = {form.split()[0].lower() for form in self._all}
        self._firsts = listed | nouns.modified_operation_nouns | nouns.articled_event_nouns
        """Words with which a noun may begin; most words of a text are none of them."""

    def find(self, index: WordIndex, taken: Sequence[Span]) -> Iterator[Span]:
        """Yield the descriptions outside the spans that are taken, in order."""
        place = 0
        while place < len(index):
            last, kind = self._noun(index, place)
            gerund = kind == EntityType.EVENT and _is_gerund(index, place, last, taken)
            if kind is None or gerund or self._is_other(index, place, last):
                place += 1
                continue
            span = self._span(index, place, last, kind)
            if not any(span.overlaps(other) for other in taken):
                yield span
            place = self._past_topic(index, last, kind)

    def _past_topic(self, index: WordIndex, last: int, kind: EntityType) -> int:
        """Index of the word behind a noun and its topic: "a training on crime investigations"."""
        following = index.after(last)
        topic = kind == EntityType.OPERATION and following is not None and following.text == "on"
        return (self._tail(index, last, _TAILS) if topic else last) + 1

    def _span(self, index: WordIndex, place: int, last: int, kind: EntityType) -> Span:
        name, form = self._phrase(index, place, last), index[last].text
        name = name.replace(form, IN_FULL.get(form, form))
        return Span(index[place].start, index[last].end, kind, name, named=False)

    def _noun(self, index: WordIndex, place: int) -> tuple[int, EntityType | None]:
        """Index of the last word of the longest noun that begins at a word, and its type."""
        if index[place].lower not in self._firsts:
            return place, None
        for last in range(min(place + _LONGEST_NOUN, len(index)) - 1, place - 1, -1):
            form = index.phrase(place, last)
            lowered = form.lower() if " " in form else form[0].lower() + form[1:]
            listed = lowered in self._nouns.event_nouns or form in self._nouns.lower_event_nouns
            if listed or self._is_occasion(index, place, last):
                return last, EntityType.EVENT
            operation = not self._nouns.operation_nouns.isdisjoint({form, lowered})
            if operation or self._is_deed(index, place, last):
                return last, EntityType.OPERATION
        return place, None

    def _is_occasion(self, index: WordIndex, place: int, last: int) -> bool:
        """Whether a noun of many senses is an event: "the closing was", "the next round in X"."""
        if place != last or not place or index[place].text not in self._nouns.articled_event_nouns:
            return False
        before = index[place - 1].lower
        if index[place].text == "edition" and before in _OF_PAPERS:
            return False
        following = index.after(last)
        ended = following is None or following.mark or following.text in self._ends - _OPENING
        return ended and before in self._nouns.event_articles

    def _is_deed(self, index: WordIndex, place: int, last: int) -> bool:
        """Whether a vague noun is an operation by what stands before it ("UN-led process")."""
        noun = index[place].text
        if place != last or not place or noun not in self._nouns.modified_operation_nouns:
            return False
        if noun in _MONEY_FOR and _is_means(index, place):
            return False
        before = index[place - 1].text
        following = index.after(last)
        if noun == _RESPONSE and before not in _IN and following and following.text == "to":
            return before in _POSSESSIVES
        if noun in _MONEY_FOR and self._is_paid(index, place):
            return True
        modifier = before.lower().rsplit("-", 1)
        joined = len(modifier) > 1 or (place > 1 and index[place - 2].text == "-")
        if joined and modifier[-1] in self._nouns.undertaking_participles:
            return True
        return before.lower() in self._nouns.operation_modifiers or (
            noun in _NAMED_AID and (before == ")" or before.isupper())
        )

    def _is_paid(self, index: WordIndex, place: int) -> bool:
        """Whether a sum and "in" stand before a noun with no more than its modifiers between."""
        for nearer in range(place - 1, max(0, place - _FARTHEST_SUM), -1):
            word = index[nearer]
            if word.text in _IN:
                return index[nearer - 1].text in _AMOUNTS
            if word.mark or word.text in self._ends:
                break
        return False

    def _is_other(self, index: WordIndex, place: int, last: int) -> bool:
        """Whether a noun stands for no undertaking: "in the course of", "training area"."""
        following = index[last + 1] if last + 1 < len(index) else None
        bracketed = place and index[place - 1].text == "(" and index[last].text in IN_FULL
        if bracketed or is_fair(index, last) or is_board(index, last):
            return True  # "a joint investigation team (JIT)"
        if following and self._compounds(index, last) and index.same_line(last + 1):
            return True
        if place == last and place and self._is_verb(index, place):
            return True
        counted = place < last and index[last].text == _ROUND  # the noun is "round of talks"
        if counted and following and following.text == "of":
            return self._noun(index, last)[0] > last
        if following and index[last].text in _ADJECTIVES and self._goes_on(index, last):
            return True
        return self._in_idiom(index, place, last)

    def _compounds(self, index: WordIndex, last: int) -> bool:
        """Whether the word behind a noun has it before itself: "training area", "Dialogue Partner".

        In capitals only behind a noun that has one, else a name may follow.
        """
        following = index[last + 1]
        titled = index[last].capital and following.lower in self._nouns.compound_followers
        return titled or following.text in self._followers

    def _in_idiom(self, index: WordIndex, place: int, last: int) -> bool:
        """Whether a noun stands in a turn of phrase: "exercise of their rights"."""
        most = len(index) - 1
        ahead = range(max(0, place - _LONGEST_OPENING), place)
        bounds = [(first, end) for first in ahead for end in (last, min(last + 1, most))]
        bounds += [(place, min(last + size, most)) for size in _TAILS_OF_IDIOMS]
        idioms = self._nouns.undertaking_idioms
        return any(index.phrase(first, end).lower() in idioms for first, end in bounds)

    def _goes_on(self, index: WordIndex, last: int) -> bool:
        """Whether a word in lower case that may be a noun follows on the line."""
        following = index[last + 1]
        plain = following.text.isalpha() and following.text.islower()
        return plain and index.gap(last + 1) == " " and following.text not in self._ends

    def _is_verb(self, index: WordIndex, place: int) -> bool:
        """Whether a word that may be a noun or a verb is the latter: "to address"."""
        before = index[place - 1].lower
        return index[place].text in self._nouns.nouns_like_verbs and (
            before in self._nouns.before_verbs
        )

    def _phrase(self, index: WordIndex, place: int, last: int) -> str:
        """The noun with the words before it in its phrase and a short tail ("on field repairs")."""
        first = place
        while first > 0 and place - first < _LONGEST_DESCRIPTION and index.same_line(first):
            before = index[first - 1]
            if before.lower in self._ends or before.mark or _is_hour(index, first - 1):
                break
            first -= 1
        deed = index[last].text in self._nouns.modified_operation_nouns
        sited = (
            index[last].lower in _SITED and index[last + 2 : last + 3] and index[last + 2].capital
        )
        tails = _TAILS_OF_DEEDS if deed else _TAILS | _IN if sited else _TAILS
        return index.phrase(first, self._tail(index, last, tails))

    def _tail(self, index: WordIndex, last: int, tails: frozenset[str]) -> int:
        """Index of the last word of the phrase that a preposition adds, or of the noun."""
        if last + 2 >= len(index) or index[last + 1].text not in tails:
            return last
        if index[last + 1].text == "on" and _DAY.match(index.text, index[last + 2].start):
            return last
        if index[last + 1].text == "by" and index[last + 2].lower in _MEANS:
            return last
        if _SUM.match(index.text, index[last + 2].start):
            return last
        stop = self._end(index, last + 2)
        meeting = index[last].text in self._nouns.edition_nouns and index[last + 1].text == "of"
        if meeting and stop + 2 < len(index) and index[stop + 1].text == "of":
            inner = stop + 2 + (index[stop + 2].text in _ARTICLES)
            if inner < len(index) and index.same_line(inner) and not index[inner].mark:
                stop = self._end(index, inner)
        return stop

    def _end(self, index: WordIndex, first: int) -> int:
        """Index of the last word of a phrase that goes on until a mark or another preposition."""
        stop = first
        while stop + 1 < len(index) and stop - first < _LONGEST_DESCRIPTION - 2:
            following = index[stop + 1]
            if following.mark or following.text in self._ends:
                break
            stop += 1
        return stop


def _is_hour(index: WordIndex, place: int) -> bool:
    """Whether a word is the hour with which a line of a schedule begins, or its minutes."""
    text, word = index.text, index[place]
    minutes = text[word.start - 1 : word.start] == ":" and word.text.isdigit()
    return minutes or _TIME.fullmatch(word.text) is not None


def _is_gerund(index: WordIndex, place: int, last: int, taken: Sequence[Span]) -> bool:
    """Whether a noun opens a sentence with its object behind it: "Meeting NAME, she said"."""
    following = index.after(last)
    opens = not place or not index.same_line(place) or index[place - 1].text in _STOPS
    if following is None or place < last or not opens or not index[place].text.endswith("ing"):
        return False
    people = (span.start for span in taken if span.type == EntityType.PERSON)
    return following.lower in _DONE_TO or following.start in people


def _is_means(index: WordIndex, place: int) -> bool:
    """Whether support is only how something is done: "with the financial support of"."""
    following, first = index.after(place), place - 1
    while first > max(0, place - _FARTHEST_SUM) and index[first].lower != "with":
        first -= 1
    plain = not any(word.capital or word.mark for word in index.words[first + 1 : place])
    led = plain and index[first].lower == "with"
    return led and following is not None and following.text in {"of", "from", "by"}
