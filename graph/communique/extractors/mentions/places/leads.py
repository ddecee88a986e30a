"""What stands before the name of a place: "in", "travelled to", "north of", "stationed at"."""

from communique.extractors.mentions.places.compounds import is_direction
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import fold
from communique.gazetteer.titles import Titles

LONE = frozenset({"At", "From"})
"""Prepositions that a place follows at the beginning of a block."""
_MOVE_REACH = 6
"""Words before "to" within which a word for going somewhere stands."""
SURE = 5
"""Strength of what is a place though it may look like a person."""
_TRAVELS = frozenset(
    "travel travels traveled travelled traveling travelling fly flies flew flying flown sail sails "
    "sailed sailing drove journeyed commuted".split()
)
"""Words for going somewhere after which "to" leads to no person."""
_NEAR = 3
"""Words before a preposition within which the word stands that it belongs to."""
_OF = frozenset({"of", "as"})
_TO_CITIES = frozenset(
    {
        "At",
        "From",
        "To",
        "Via",
        "off",
        "towards",
        "into",
        "between",
        "across",
        "throughout",
        "of",
        "for",
    }
)
"""Prepositions besides that lead to a city or a part of a state."""
_CLOSED = frozenset({",", ".", ")", ";"})
_EXAMPLES = frozenset({"including", "like", "namely", "notably"})
"""What stands before some of those that a noun means: "towns including"."""
_BEFORE_WHERE = frozenset({"to", "from", "of", "via", "through", "into", "on"})
"""Prepositions that lead to a place where something is told of it: "to TOWN, where"."""


class Leads:
    """Tells whether words before a name lead to a place.

    Attributes:
        known: Large cities and parts of states, which more words lead to than to other places.
    """

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        self._words = words = site_words()
        self._by = {
            "from": self._words.origins | self._words.links,
            "to": self._words.links,
            "for": self._words.departures,
            "between": self._words.links,
        }
        self.known = words.cities | words.provinces - words.american_codes.keys()
        self._cities = {city for city in words.cities if fold(city) not in given_names()}
        self._anywhere = self._words.inside | self._words.calls | self._words.off
        nouns_of = words.sites | words.units
        self._sides = words.bearings | {f"{noun.rsplit(' ', 1)[-1]}s" for noun in nouns_of}
        self._unled = {head.lower() for head in titles.role_heads} | self._words.unled

    def to_place(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether the words before a name lead to a place."""
        if not first or index.gap(first) != " ":
            return False
        if first > 1 and is_direction(index.text, index[first].start):
            first -= 1
        before = index[first - 1].text
        nearby = index.words[max(0, first - 1 - _NEAR) : first - 1]
        near = {word.lower for word in nearby}
        if before == "in" and self._words.degrees & {word.text for word in nearby}:
            return False
        if before in LONE | {":"}:
            return _opens(index, first - 1) or index[first - 2].text in self._words.labels
        if before in self._anywhere or (before in _BEFORE_WHERE and _is_where(index, last)):
            return True
        if before == "at":
            return not near & self._unled
        return self._is_way(index, first, before) or bool(near & self._by.get(before, frozenset()))

    @staticmethod
    def surely(index: WordIndex, first: int, last: int) -> bool:
        """Whether words are no person's name, since somebody travels there ("flew to X Y")."""
        if first == last or fold(index[first].text) in given_names():
            return False
        to = first > 1 and index[first - 1].text == "to" and index.gap(first) == " "
        before = index[first - 2].lower if to else ""
        on = before == "on" and first > 2  # noqa: PLR2004
        return (index[first - 3].lower if on else before) in _TRAVELS

    def to_several(self, index: WordIndex, first: int) -> bool:
        """Whether a noun in the plural leads to a list: "the ports of A and B"."""
        noun = index[first - 2].lower if first > 1 and index[first - 1].text == "of" else ""
        return noun.endswith("s") and noun in self._sides

    def to_known(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a preposition that may lead to a place stands before one that is known."""
        before = index[first - 1].text if first and index.gap(first) == " " else ""
        leads = before in self._words.towards or before in _TO_CITIES
        return leads and index.phrase(first, last) in self.known

    def is_alone(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a name is known that nothing leads to, or that its house stands before.

        "BODY Barracks, TOWN,": what a house that has a name is followed by is where it stands.
        """
        name = index.phrase(first, last)
        if name in self._cities:
            return True
        apposed = first > 1 and index[first - 1].text == "," and first == last
        following = index.after(last)
        closed = following is None or following.text in _CLOSED
        housed = apposed and closed and index[first - 2].text in self._words.houses
        return housed and fold(name) not in given_names()

    def _is_way(self, index: WordIndex, first: int, before: str) -> bool:
        """Whether somebody goes to a name, or something lies beside it."""
        reach = {word.text for word in index.words[max(0, first - 1 - _MOVE_REACH) : first - 1]}
        if before in self._words.towards and reach & self._words.moves:
            return True
        if before == "to" and first > 1 and index[first - 2].text == "been":
            return True
        if before in _OF and self._is_beside(index, first - 1):
            return True
        return self._is_example(index, first - 1)

    def _is_example(self, index: WordIndex, place: int) -> bool:
        """Whether a word leads to some of the places named before: "towns such as"."""
        such = index[place].text == "as" and place > 0 and index[place - 1].text == "such"
        if not such and index[place].text not in _EXAMPLES:
            return False
        place -= 1 + such
        place -= place > 0 and index[place].text == ","
        return place >= 0 and index[place].lower in self._sides

    def _is_beside(self, index: WordIndex, place: int) -> bool:
        """Whether what "of" or "far as" follows tells a place: "north of", "outskirts of"."""
        before = index[place - 1].lower if place else ""
        if before == "," and place > 1 and index[place - 2].text.isdigit():
            return True  # "Anna Berg, 31, of TOWN"
        return before in (self._sides if index[place].text == "of" else {"far"})


def _is_where(index: WordIndex, last: int) -> bool:
    """Whether "where" behind a comma tells of a name."""
    behind = index.words[last + 1 : last + 3]
    return [word.text for word in behind] == [",", "where"]


def _opens(index: WordIndex, place: int) -> bool:
    """Whether a preposition with a capital begins a sentence."""
    before = index[place - 1] if place else None
    opens = before is None or before.text in {".", "!", "?"} or "\n" in index.gap(place)
    return opens and not index[place].mark
