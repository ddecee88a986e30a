"""How far the name of a body goes on behind its head noun."""

import re
from collections.abc import Mapping, Sequence

from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.gazetteer.titles import Titles

_TAIL = frozenset({"of", "for", "on", "against", "to", "de", "du"})
_FREE = frozenset({"on", "for"})
_TOPICS = frozenset({"of", "for", "on"})
_LONGEST_TAIL = 16
"""Words that a name may have after its head."""
_LONGEST_SUFFIX = 3
"""Words right behind the head of a name."""
_LONGEST_ITEM = 4
"""Words of the longest topic in a list of topics."""
_FEWEST_TOPICS = 2  # after the first, that make a list with commas
_ABSTRACT = re.compile(
    r"[a-z](?:[tsx]ions?|ments?|it(?:y|ies)|[ae]nce|ics|[lr]ogy|graphy|onomy|isms?|ures?|ships?|ings?"
    r"|ness|hood|dom|[a-z]{3}ies|ty|sts|ers|ors|[ae]nts|[lnr]s|als|ion|iculture|ilies|th)$"
)
"""Endings of words for what a body is for, plurals among them."""
_ADJECTIVE = re.compile(r"[a-z](?:al|ic|ary|ive|ous|ine|ile|tory)$")
_GENERAL = frozenset({"Consulate", "Secretariat", "Directorate", "Inspectorate"})
_NUMBERS = frozenset({"No", "No.", "Nº", "N°", "number", "Number", "Nr"})
_MODIFIERS = frozenset({"Special", "Chief", "State", "Federal", "Public", "National"})
"""Words with which the office that a body is of may begin ("Office of the Special Prosecutor")."""
_FEWEST_OF_OFFICE = 3
"""Words of "Office of the"."""
_PERSON = range(2, 4)
"""Words of a personal name that may stand right after a body."""
_OFFICE_REACH = 8
"""Words before a body within which the office of the person after it stands."""


class BodyTails:
    """Finds the last word of names of bodies."""

    def __init__(self, nouns: Nouns, titles: Titles, heads: frozenset[str]) -> None:
        """Take the word classes and the head nouns."""
        self._nouns = nouns
        self._titles = titles
        self._heads = heads
        self._words = body_words()
        self._inner = site_words().inner - {"as", "do", "am"}  # English as well
        self._officials = titles.role_heads | titles.honorifics | titles.grades
        self._topic_words = titles.portfolio | self._words.topics
        self._vocabulary = titles.portfolio | titles.role_modifiers | heads

    def last(
        self, index: WordIndex, first: int, place: int, territories: Sequence[TerritoryMention],
        inside: Mapping[int, int],
    ) -> int:  # fmt: skip
        """Index of the last word of the name whose head is at ``place``.

        Args:
            index: Words of the block.
            first: Index of its first word.
            place: Index of its head.
            territories: What states the block names.
            inside: Words inside listed names, and the word behind each.
        """
        last, joint = self._suffix(index, place), ""
        while last + 2 < len(index) and last - place < _LONGEST_TAIL:
            further = self._further(index, place, last, joint, territories)
            if further is None:
                break
            if index[last + 1].text in _TOPICS:
                joint = index[last + 1].text
            last = max(further, inside.get(further + 1, 0) - 1)
        return self._without_person(index, first, place, last)

    def _suffix(self, index: WordIndex, place: int) -> int:
        """Index of the last word of what stands right behind a head: "Command East", "Branch 3"."""
        last = place
        while last + 1 < len(index) and last - place < _LONGEST_SUFFIX:
            following, gap = index[last + 1].text, index.gap(last + 1)
            if following == "-" and not gap and last + 2 < len(index) and not index.gap(last + 2):
                if index[last + 2].text not in self._words.suffixes:
                    break
                last += 2
            elif gap == " " and following in self._words.suffixes:
                last += 1
            else:
                break
        return self._number(index, last)

    @staticmethod
    def _number(index: WordIndex, last: int) -> int:
        """Index of the last word of "No. 5" or "number 3" behind a head, or of the head."""
        place = last + 1
        if place + 1 >= len(index) or index[place].text not in _NUMBERS or index.gap(place) != " ":
            return last
        place += 1 + (index[place + 1].text == ".")
        return place if place < len(index) and index[place].text.isdigit() else last

    def _further(
        self, index: WordIndex, place: int, last: int, joint: str,
        territories: Sequence[TerritoryMention],
    ) -> int | None:  # fmt: skip
        """Index of the last word of one more phrase of the name, or None."""
        following = index[last + 1].text
        if following == "," and joint:
            return self._topics(index, place, last, joint)
        if index.gap(last + 1) != " ":
            return None
        if following == "General" and index[last].text in _GENERAL:
            return last + 1
        if last == place and index[place].text in self._words.seats:
            return self._seat(index, last + 1, territories) or self._goes(index, last, territories)
        if following in {"and", "&"}:
            return self._further_portfolio(index, last, place)
        return self._goes(index, last, territories, place)

    def _goes(
        self, index: WordIndex, last: int, territories: Sequence[TerritoryMention],
        place: int | None = None,
    ) -> int | None:  # fmt: skip
        """Index of the last word of a phrase with a preposition, or None."""
        head = last if place is None else place
        if self._goes_on(index, last + 1, head):
            return self._tail(index, last + 2, territories)
        return None

    def _seat(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word of the town or state after a head ("Embassy Kyiv"), or None."""
        named = next((t for t in territories if t.start == index[place].start), None)
        if named is not None:
            return index.at(named.end) - 1 if named.kind != NameKind.DEMONYM else None
        last = index.capitals(place)
        alone = last == place and index[place].capital and self._is_unknown(index, place)
        return place if alone and index[place].text not in self._nouns.undertaking_ends else None

    def _topics(self, index: WordIndex, place: int, last: int, joint: str) -> int | None:
        """Index of the last word of a list of topics: "on A, B, and C", or None."""
        free = joint in _FREE and index[place].text in self._words.topical
        at, ended, topics = last + 1, False, 0
        while not ended and at + 1 < len(index) and index[at].text in {",", "and", "&"}:
            ended = index[at].text != "," or index[at + 1].text in {"and", "&"}
            at += 1 + (index[at].text == "," and ended)
            at += at < len(index) and index[at].text == "the"
            end = self._topic(index, at, free=free) if at < len(index) else None
            if end is None or (index[at - 1].text == "the" and end > at):
                return None
            at, topics = end + 1, topics + 1
        return at - 1 if ended and topics >= _FEWEST_TOPICS else None

    def _topic(self, index: WordIndex, first: int, *, free: bool) -> int | None:
        """Index of the last word of a topic that begins at a word, or None."""
        if not index[first].capital or index[first].text in self._nouns.organisation_ends:
            return None
        last = self._capitals(index, first)
        words = {word.text for word in index.words[first : last + 1]}
        known = index[first].text in self._topic_words or free
        if not known or last - first >= _LONGEST_ITEM or words & (self._heads | self._officials):
            return None
        return last

    def _further_portfolio(self, index: WordIndex, last: int, place: int) -> int | None:
        """Index of the last word after "and X" behind a portfolio, or None."""
        following = last + 2
        article = index[following].text == "the" and following + 1 < len(index)
        following += article
        inside = last > place and index[last].text in self._topic_words
        word = index[following].text
        end = self._capitals(index, following) if index[following].capital else following
        fits = word in self._topic_words or word in self._titles.role_modifiers
        fits = fits or (not article and index[end].text in self._topic_words)
        abstract = not article and self._is_abstract(index, place, last, following, end)
        if abstract or self._is_compound(index, place, last, end):
            return end
        if not inside or not fits:
            return None
        apart = article or word in self._titles.role_modifiers
        other = apart and any(w.text in self._heads for w in index.words[following + 1 : end + 1])
        return None if other else end

    def _is_abstract(self, index: WordIndex, place: int, last: int, first: int, end: int) -> bool:
        """Whether words after "and" are a second topic by their form ("Oceanography and Tides")."""
        if last == place or not index[first].capital or index[last].mark:
            return False
        chained = end + 2 < len(index) and index[end + 1].text == "and" and index[end + 2].capital
        words = {word.text for word in index.words[first : end + 1]}
        if chained or words & (self._heads | self._officials) or end - first >= _LONGEST_ITEM:
            return False
        topics = self._topic_words
        return all(
            index[n].text in topics
            or _ABSTRACT.search(index[n].text) is not None
            or (n == last and end > first and _ADJECTIVE.search(index[n].text) is not None)
            for n in (last, end)
        )

    def _is_compound(self, index: WordIndex, place: int, last: int, end: int) -> bool:
        """Whether two words share the noun after them ("Bureau of Border and Harbour Police")."""
        single = last == place + 2 and index[last].text in self._words.compounds
        return single and end > last + 2 and index[end].text in self._heads

    def _goes_on(self, index: WordIndex, joint: int, place: int) -> bool:
        """Whether a preposition may stand inside the name."""
        text = index[joint].text
        head = index[place].text
        if text == "to" and index[joint + 1].text not in self._words.aims:
            return head in self._nouns.organisations_abroad | self._words.towards
        abroad = text == "in" and head in self._nouns.organisations_abroad
        return text.lower() in _TAIL or abroad

    def _tail(
        self, index: WordIndex, following: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word of "X" or "the X" after a preposition, or None."""
        if index[following].text in {"the", "The"} and following + 1 < len(index):
            following += 1
        word = index[following]
        addressed = word.text in self._titles.forms_of_address and index.capitals(following)
        if (
            not word.capital
            or word.text in self._nouns.organisation_ends
            or (addressed and addressed > following)
        ):
            return None
        state = next((t for t in territories if t.start == word.start), None)
        if state is None:
            end = self._capitals(index, following)
            return self._capitals(index, end + 2) if self._is_inner(index, end + 1) else end
        last = index.at(state.end) - 1
        inner = self._capitals(index, last)
        if state.kind == NameKind.DEMONYM:
            return inner
        known = self._heads | self._titles.portfolio
        ends = [n for n in range(last + 1, inner + 1) if index[n].text in known]
        return ends[-1] if ends else last

    def _is_inner(self, index: WordIndex, joint: int) -> bool:
        """Whether a word goes on with the name of a town ("nad")."""
        following = index.after(joint) if joint < len(index) else None
        return following is not None and following.capital and index[joint].text in self._inner

    def _capitals(self, index: WordIndex, first: int) -> int:
        """Index of the last of the capitalised words from one on that is no official's."""
        last = index.capitals(first)
        for number in range(first, last):
            if index[number].text[:-1] in self._words.owned_heads and index[number].text[-1] == "s":
                return number - 1 if number > first else first
        opened = first + self._is_of_office(index, first)
        officials = (
            number for number in range(opened + 1, last + 1)
            if self._is_official(index[number].text)
            and not (number < last and index[number + 1].text in self._heads)
        )  # fmt: skip
        return next(officials, last + 1) - 1

    def _is_of_office(self, index: WordIndex, first: int) -> bool:
        """Whether a body is that of an office with a modifier, which begins at a word."""
        if first < _FEWEST_OF_OFFICE or first + 1 >= len(index):
            return False
        named = index.phrase(first - 3, first - 1) == "Office of the"
        following = index.after(first + 1)
        owns = following is not None and following.text in POSSESSIVES
        return named and index[first].text in _MODIFIERS and not owns

    def _is_official(self, word: str) -> bool:
        """Whether a word begins an official: "Col." does, "Ministers" after "Council of" do not."""
        if word.endswith("s") and word[:-1] in self._titles.role_heads:
            return False
        bare = word.removesuffix(".")
        return bare in self._officials or (bare != word and bare in self._titles.ranks)

    def _without_person(self, index: WordIndex, first: int, place: int, last: int) -> int:
        """The last word without the personal name that follows a body in an office.

        "Director of the Institute of Marine Research Anna Berg": nothing parts the two.
        """
        if not self._is_in_office(index, first):
            return last
        known = last
        while known > place and self._is_unknown(index, known):
            known -= 1
        ended = known > place and index[known].capital
        return known if ended and last - known in _PERSON else last

    def _is_unknown(self, index: WordIndex, place: int) -> bool:
        """Whether a word is capitalised and in no class of words of bodies."""
        return index[place].capital and index[place].text not in self._vocabulary

    def _is_in_office(self, index: WordIndex, first: int) -> bool:
        """Whether an office stands before a body ("Director of the")."""
        for place in range(first - 1, max(0, first - _OFFICE_REACH) - 1, -1):
            word = index[place].text
            if word in self._titles.role_heads or word in self._titles.lower_heads:
                return True
            if word == "." or "\n" in index.gap(place + 1):
                return False
        return False
