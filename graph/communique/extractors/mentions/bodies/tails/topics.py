"""What the names of bodies say that they are for: "on Ice, Tides, and Fog", "of Ports"."""

import re

from communique.extractors.mentions.bodies.tails.runs import CapitalRuns
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import Titles

_FREE = frozenset({"on", "for"})
_MINISTERS = frozenset({"Minister", "Secretary", "Premier"})
_LONGEST_ITEM = 4
"""Words of the longest topic in a list of topics."""
_FEWEST_TOPICS = 2  # after the first, that make a list with commas
ABSTRACT = re.compile(
    r"[a-z](?:[tsx]ions?|ments?|it(?:y|ies)|[ae]nce|ics|[lr]ogy|graphy|onomy|isms?|ures?|ships?|ings?"
    r"|[a-z]{2}cy|ness|hood|dom|[a-z]{3}ies|ty|sts|ers|ors|[ae]nts|[lnr]s|als|ion|iculture|ilies|istry|th)$"
)
"""Endings of words for what a body is for, plurals among them."""
DEED = re.compile(r"[a-z](?:[tsx]ion|ment|ism|ics|ity|ing|logy)$")
"""Those of words for what a body does or fights, never for people or states."""
ADJECTIVE = re.compile(r"[a-z](?:al|ic|ary|ive|ous|ine|ile|tory)$")


class Topics:
    """Finds where what a body is for ends.

    Attributes:
        words: Words for what bodies are for.
    """

    def __init__(
        self, nouns: Nouns, titles: Titles, heads: frozenset[str], runs: CapitalRuns
    ) -> None:
        """Take the word classes, the head nouns of bodies and where names end."""
        self._nouns, self._titles, self._heads, self._runs = nouns, titles, heads, runs
        self._words = body_words()
        self._others = heads | runs.officials
        self.words = titles.portfolio | self._words.topics

    def listed(self, index: WordIndex, place: int, last: int, joint: str) -> int | None:
        """Index of the last word of a list of topics: "on A, B, and C", or None."""
        free = joint in _FREE and index[place].text in self._words.topical
        at, ended, topics = last + 1, False, 0
        while not ended and at + 1 < len(index) and index[at].text in {",", "and", "&"}:
            ended = index[at].text != "," or index[at + 1].text in {"and", "&"}
            at += 1 + (index[at].text == "," and ended)
            at += at < len(index) and index[at].text == "the"
            closes = ended and topics > 0  # a list that is one of topics so far
            end = self._topic(index, at, free=free, closes=closes) if at < len(index) else None
            if end is None or (index[at - 1].text == "the" and end > at):
                return None
            at, topics = end + 1, topics + 1
        return at - 1 if ended and topics >= _FEWEST_TOPICS else None

    def _topic(self, index: WordIndex, first: int, *, free: bool, closes: bool) -> int | None:
        """Index of the last word of a topic that begins at a word, or None."""
        if not index[first].capital or index[first].text in self._nouns.organisation_ends:
            return None
        last = self._runs.last(index, first)
        words = {word.text for word in index.words[first : last + 1]}
        known = (
            index[first].text in self.words
            or free
            or (closes and ABSTRACT.search(index[last].text) is not None)
            or DEED.search(index[last].text) is not None
        )
        paper = index[last].text in self._words.documents and index[first].text not in self.words
        other = not words.isdisjoint(self._others) or (paper and not free)
        return last if known and not other and last - first < _LONGEST_ITEM else None

    def field(self, index: WordIndex, first: int) -> int | None:
        """Index of the last word of the field that begins at a word ("in Border Security")."""
        if not index[first].capital:
            return None
        last = self._runs.last(index, first)
        known = index[last].text in self.words or ABSTRACT.search(index[last].text) is not None
        other = find_territory(index[first].text) is not None
        return last if known and not other else None

    def further(self, index: WordIndex, last: int, place: int) -> int | None:
        """Index of the last word after "and X" behind a portfolio, or None."""
        following = last + 2
        article = index[following].text == "the" and following + 1 < len(index)
        following += article
        inside = last > place and index[last].text in self.words
        word = index[following].text
        end = self._runs.last(index, following) if index[following].capital else following
        if self._is_abroad(index, following, end) or self._is_office(index, following, end):
            return None
        fits = word in self.words or word in self._titles.role_modifiers
        fits = fits or (not article and index[end].text in self.words)
        abstract = not article and self._is_abstract(index, place, last, following, end)
        if abstract or self._is_compound(index, place, last, end):
            return end
        if not inside or not fits:
            return None
        apart = article or word in self._titles.role_modifiers
        other = apart and any(w.text in self._heads for w in index.words[following + 1 : end + 1])
        return None if other else end

    def _is_office(self, index: WordIndex, first: int, end: int) -> bool:
        """Whether an office begins behind "and" ("Cabinet of Ministers and Foreign Minister")."""
        held = index.after(end)
        beside = held is not None and index.gap(end + 1) == " "
        return beside and first == end and held is not None and held.text in _MINISTERS

    def _is_abroad(self, index: WordIndex, first: int, end: int) -> bool:
        """Whether the body of a state begins behind "and" ("X Relief and Latvian Guard")."""
        beginning = {index.phrase(first, last) for last in (first, min(first + 1, end))}
        if not any(find_territory(form) for form in beginning):
            return False
        return any(word.text in self._heads for word in index.words[first + 1 : end + 1])

    def _is_abstract(self, index: WordIndex, place: int, last: int, first: int, end: int) -> bool:
        """Whether words after "and" are a second topic by their form ("Oceanography and Tides")."""
        if last == place or not index[first].capital or index[last].mark:
            return False
        chained = end + 2 < len(index) and index[end + 1].text == "and" and index[end + 2].capital
        words = {word.text for word in index.words[first : end + 1]}
        if chained or words & (self._heads | self._runs.officials) or end - first >= _LONGEST_ITEM:
            return False
        topics = self.words
        return all(
            index[n].text in topics
            or ABSTRACT.search(index[n].text) is not None
            or (n == last and end > first and ADJECTIVE.search(index[n].text) is not None)
            for n in (last, end)
        )

    def _is_compound(self, index: WordIndex, place: int, last: int, end: int) -> bool:
        """Whether two words share the noun after them ("Bureau of Border and Harbour Police")."""
        single = last == place + 2 and index[last].text in self._words.compounds
        return single and end > last + 2 and index[end].text in self._heads
