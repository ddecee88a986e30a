"""Names that end with their kind: "Third Harbour Conference on Migration", "A-B Dialogue"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.makes.forms import OtherForms, shorter
from communique.extractors.mentions.undertakings.shapes import (
    PAPERS,
    YEAR,
    bracket_before,
    bracket_behind,
    head_size,
    is_fair,
    is_headline,
    is_mere_kind,
    is_part,
    paired,
    past_years,
    run,
)
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, find_territory
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_TAIL = frozenset({"of", "on", "for", "against", "to"})
_JOINTS = frozenset({"and", "&", "of", "for"})
_PLURAL = frozenset({"'", "’"})
"""Possessive ending of a plural, which stands inside a name ("Defence Ministers’ Meeting")."""
_SINGULAR = frozenset({"'s", "’s"})
_BEFORE_DETERMINER = frozenset({"the", "The"})
_COMPANIES = frozenset({"Friends"})
"""Plurals before "of the" that a name of an event may hold; others are people at the event."""
_LIST_GOES_ON = frozenset({",", "and"})
_AND = frozenset({"and", "&"})
_JOINT = frozenset({"Joint"})
"""What opens a description but may stand inside a name ("Harbour Joint Task Force")."""
_OBSERVED = frozenset({"Day", "Days", "Week", "Month"})
"""Heads of what is observed, at which an event may be held ("World Harbour Day exhibition")."""
_NUMERAL = re.compile(r"(?=[IVX]{2})[IVX]{2,4}|V|X")
_LEADING = frozenset({"Operation", "Exercise"})
"""Heads that as often stand before a name ("FORCE Operation X")."""
_FEWEST_CAPITALS = 2
_BEHIND = re.compile(r" \(([A-Z]{3,8})\)")
_LONE_ACRONYM = re.compile(r"[A-Z]-?[A-Z0-9]{1,5}")


class HeadedNames:
    """Finds names of operations and events by the noun that ends them."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        self._counts = frozenset(word.capitalize() for word in nouns.edition_openings)
        self._often = frozenset(word.capitalize() for word in nouns.edition_kinds)
        heads = nouns.operation_heads | nouns.event_heads
        self._bodies = (nouns.organisation_heads | nouns.operation_prefix_followers) - heads
        self._sites = {noun.split()[0] for noun in site_words().sites}
        self._seats = body_words().seats
        self._offices = read_titles().role_heads
        self._firsts = {h.split()[0] for h in nouns.operation_heads | nouns.event_heads}
        self._forms = OtherForms(nouns)

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        done = 0
        for place, word in enumerate(index.words):
            if word.text not in self._firsts:
                continue
            if size := head_size(index, place, self._nouns.operation_heads):
                done = place + size
                yield from self._headed(index, place, size, EntityType.OPERATION)
            if place >= done and (size := head_size(index, place, self._nouns.event_heads)):
                yield from self._headed(index, place, size, EntityType.EVENT)

    def _headed(self, index: WordIndex, place: int, size: int, kind: EntityType) -> Iterator[Span]:
        """A name that ends with its kind, or goes on with a year or a preposition after it."""
        first, last = self._leftmost(index, place), self._rightmost(index, place + size - 1)
        capitals = sum(word.capital for word in index.words[first : last + 1])
        bare = (first, last) == (place, place + size - 1)
        dated = kind == EntityType.EVENT and YEAR.fullmatch(index[first].text)  # "2018 Plenary"
        if (capitals < _FEWEST_CAPITALS and not dated) or bare or self._goes_on(index, last):
            return
        kinds = self._nouns.operation_kinds if kind == EntityType.OPERATION else ()
        if last == place + size - 1 and is_mere_kind(index, first, place, kinds):
            return  # "a Joint Customs Operation"
        pair = index.phrase(place - 1, place).lower() if place > first else ""
        if pair in self._nouns.undertaking_idioms:
            return  # "U.S. Border Patrol"
        if index[first - 1].text == "for" and first > 1 and index[first - 2].text in self._bodies:
            return  # "Centre for Humanitarian Dialogue"
        if index[place - 1].text == "of" and place > 1 and index[place - 2].text in self._bodies:
            return  # "National Bureau of Investigation"
        name = index.phrase(first, last)
        before = index[first - 1].text if first else ""
        others = list(self._forms.others(index, first, place + size - 1, last))
        opened = before.lower() in self._nouns.edition_openings
        counted = [f"{before} {form}" for form in (name, *others)] if opened else []
        weak = kind == EntityType.OPERATION and not self._rivals(index, place, size)
        yield Span(
            index[first].start, index[last].end, kind, name,
            aliases=tuple(dict.fromkeys((*shorter(name), *counted, *others))),
            strength=3 if weak else 4,
        )  # fmt: skip

    def _rivals(self, index: WordIndex, place: int, size: int) -> bool:
        """Whether the last word of a head alone would make it that of a body ("Summer School")."""
        return size > 1 and index[place + size - 1].text in self._nouns.organisation_heads

    def _goes_on(self, index: WordIndex, last: int) -> bool:
        """Whether the name is the beginning of a body's ("Arctic Ministerial Council")."""
        if last + 1 >= len(index) or index.gap(last + 1) != " ":
            return False
        leads = index[last].text in _LEADING and index[last + 1].capital and not is_headline(index)
        return leads or index[last + 1].text in self._bodies or is_fair(index, last)

    def _leftmost(self, index: WordIndex, place: int) -> int:
        """Index of the first word of the name that a head ends."""
        first = place
        while first > 0 and index.same_line(first) and not self._opens_edition(index, first):
            further = self._further_left(index, first)
            if further is None:
                first -= self._is_joint(index, first, place)
                break
            first = further
        while first < place and index[first].text in self._nouns.never_numbered:
            first += 2 if YEAR.fullmatch(index[first + 1].text) else 1
        return min(first, place)

    def _is_joint(self, index: WordIndex, first: int, place: int) -> bool:
        """Whether "Joint" before a name tells no mere kind: "the Joint Piracy Task Force"."""
        other = any(w.text not in self._nouns.operation_kinds for w in index.words[first:place])
        return index[first - 1].text in _JOINT and other and not is_headline(index)

    def _opens_edition(self, index: WordIndex, place: int) -> bool:
        """Whether a number as a word begins a name: "A and B Open | Third Harbour Dialogue"."""
        return index[place].text in self._counts and index[place].text not in self._often

    def _further_left(self, index: WordIndex, first: int) -> int | None:
        """Index of the first word with which a name goes on to the left of a word, or None."""
        before, ends = index[first - 1], self._ends(index)
        if (beside := self._beside(index, first)) is not None:
            return beside
        if before.text == ")":
            return bracket_before(index, first)
        if before.text == "the" and not is_headline(index):
            return self._of_the(index, first)
        if first < 2 or index[first - 2].text in ends or not index[first - 2].capital:  # noqa: PLR2004
            return None
        owner = before.text in _SINGULAR and index[first - 2].text in self._nouns.collective_owners
        body = before.text == "for" and index[first - 2].text in self._bodies
        joins = before.text in _PLURAL or owner or (self._joins(index, first) and not body)
        return first - 2 if joins else None

    def _beside(self, index: WordIndex, first: int) -> int | None:
        """Index of the word or pair right before a word that stands in its name, or None."""
        if paired(index, first - 1, self._nouns):
            return first - 2
        if index.text.endswith("2+2 ", 0, index[first].start):
            return first - 3  # two ministers from either side
        ends = index[first - 1].text in self._ends(index)
        part = is_part(index, first - 1) and (not ends or self._stays(index, first - 1))
        return first - 1 if part else None

    def _ends(self, index: WordIndex) -> frozenset[str]:
        """The words that stand in no name to the left of a head, verbs of a headline included."""
        verbs = self._nouns.headline_verbs if is_headline(index) else frozenset()
        return self._nouns.undertaking_ends | verbs

    def _of_the(self, index: WordIndex, first: int) -> int | None:
        """Index of the noun before "of the", if a name holds it: "Friends of the Harbour Forum"."""
        noun = first - 3
        if noun < 0 or index[first - 2].text != "of" or not index.same_line(first - 1):
            return None
        opening = index[noun]
        other = opening.text.endswith("s") and opening.text not in _COMPANIES
        titled = opening.text, index.phrase(max(0, noun - 1), noun)  # "Secretary General"
        other |= not self._offices.isdisjoint(
            titled
        )  # "the Attaché of the Bureau of Investigation"
        other |= opening.lower in PAPERS or opening.text in self._nouns.event_heads
        part = opening.capital and not other and opening.text not in self._nouns.undertaking_ends
        return noun if part else None

    def _stays(self, index: WordIndex, place: int) -> bool:
        """Whether what stands before a determiner makes it a part of the name.

        An article does ("the Our Ocean Conference"), and a name before "Joint".
        """
        if index[place].text in _JOINT and self._is_inside(index, place):
            return True
        articled = place > 0 and index[place - 1].text in _BEFORE_DETERMINER
        articled = articled or (place > 0 and bool(YEAR.fullmatch(index[place - 1].text)))
        return articled and index[place].text in self._nouns.articled_openings

    def _is_inside(self, index: WordIndex, place: int) -> bool:
        """Whether a word with which descriptions open follows another one of a name."""
        if not place or is_headline(index) or index.gap(place) != " ":
            return False
        before = index[place - 1]
        return before.capital and before.text not in self._nouns.undertaking_ends

    def _joins(self, index: WordIndex, first: int) -> bool:
        """Whether a connective before a word stands inside a name."""
        joints = _JOINTS - {"for"} if is_headline(index) else _JOINTS
        before = index[first - 1].text
        if index[first - 2].lower in PAPERS:
            return False
        if before == "to":  # "the Roads to Peace Programme"
            return index[max(0, first - 3)].text in _BEFORE_DETERMINER and not is_headline(index)
        opens = index[first].text in self._counts  # "… and Third …"
        if before in _AND and (opens or self._ends_other(index, first - 2)):
            return False
        return before in joints

    def _ends_other(self, index: WordIndex, place: int) -> bool:
        """Whether a word ends another name: one of an event or body, or an acronym."""
        word = index[place].text
        if index.phrase(place, place + 2) == "Partnership and Cooperation":
            return False
        if word in self._firsts or _LONE_ACRONYM.fullmatch(word):
            return True
        seat = place > 0 and index[place - 1].text in self._seats
        return seat or word in self._bodies

    def _rightmost(self, index: WordIndex, last: int) -> int:
        """Index of the last word after a year or numeral, "on X Y", "of the X"."""
        behind = index.after(last)
        if behind is not None and self._ends_with(index[last].text, behind.text):
            return max(last + 1, past_years(index, last))
        head, past = last, bracket_behind(index, last)
        last = past or last
        while last + 2 < len(index) and index[last + 1].text in _TAIL:
            following = last + 2
            if index[following].text == "the" and following + 1 < len(index):
                following += 1
            word = index[following]
            ends = (self._nouns.undertaking_ends | self._nouns.never_numbered) - _JOINT
            stop = run(index, following, self._nouns)
            topic = index[last + 1].text != "of"
            ended = self._ends_before(index, following, stop, topic=topic)
            if not word.capital or word.text in ends or ended:
                break
            last = past_years(index, self._series(index, stop, topic=topic))
        return self._region(index, head if last == past else last)

    def _ends_with(self, head: str, following: str) -> bool:
        """Whether a word behind a head ends the name: a number or what is held on a day."""
        held = head in _OBSERVED and following in self._nouns.event_nouns
        return held or bool(YEAR.fullmatch(following) or _NUMERAL.fullmatch(following))

    def _region(self, index: WordIndex, last: int) -> int:
        """Index of the last word of "in X", if the acronym in brackets behind it holds its letters.

        So the region belongs to the name: "Harbour Programme in Central Asia (HPCA)".
        """
        if last + 2 >= len(index) or index[last + 1].text != "in" or not index[last + 2].capital:
            return last
        stop = index.capitals(last + 2)
        acronym = _BEHIND.match(index.text, index[stop].end)
        initials = "".join(word.text[0] for word in index[last + 2 : stop + 1])
        return stop if acronym and acronym[1].endswith(initials) else last

    def _ends_before(self, index: WordIndex, first: int, last: int, *, topic: bool) -> bool:
        """Whether words after a preposition are no part of the name but, say, a site."""
        after = index.after(last)
        site = after is not None and after.text in self._sites and index.same_line(last + 1)
        return site or _breaks_off(index, first, last, topic=topic)

    def _series(self, index: WordIndex, last: int, *, topic: bool) -> int:
        """Index of the last word of "X, Y and Z" after a topic, or of "X and Y" of a body."""
        place = last
        while topic and self._joined(index, place, ","):
            place = run(index, place + 2, self._nouns)
        if index.text[index[place].end :].startswith(", and "):
            place += 1
        if not self._joined(index, place, "and"):
            return last
        stop = run(index, place + 2, self._nouns)
        return stop if topic or index[stop].text in self._nouns.organisation_heads else last

    def _joined(self, index: WordIndex, place: int, joint: str) -> bool:
        """Whether a word and a further capitalised one have a joint between them."""
        if place + 2 >= len(index) or index[place + 1].text != joint:
            return False
        following = index[place + 2]
        return following.capital and following.text not in self._nouns.undertaking_ends


def _breaks_off(index: WordIndex, first: int, last: int, *, topic: bool) -> bool:
    """Whether what follows shows that the words after a preposition are no part of the name.

    A state after "of", no topic, may be the first of several, which take part; an owner leads to
    something else ("on the Senate's bill", "of the Danish platoon").
    """
    after = index[last + 1].text if last + 1 < len(index) else ""
    states = (
        not topic
        and after in _LIST_GOES_ON
        and find_territory(index.phrase(first, last)) is not None
    )
    adjective = find_territory(index[last].text)
    owner = adjective is not None and adjective[1] == NameKind.DEMONYM and after.islower()
    return states or after in POSSESSIVES or (owner and not topic)
