"""Countries by gazetteer, and places by gazetteer and by the shape of their names."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from communique.extractors.mentions.places.compounds import CompoundPlaces, directed
from communique.extractors.mentions.places.sites import SiteFinder
from communique.extractors.mentions.places.towns import TownFinder
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.shapes import is_part
from communique.extractors.mentions.words import WordIndex, opening
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_JOINT = "Joint"
_POLICE = "Police"
_LEVELS = frozenset(
    "Capital County District General Main Metropolitan Municipal National Provincial Regional "
    "Voivodeship".split()
)
"""Words that make "Police Headquarters" the authority of an area, whatever house it is in."""
_HOTELS = frozenset({"Hotel", "Hôtel", "Palazzo", "Château", "Schloss"})
_FOREIGN = frozenset(
    {"Palazzo", "Palacio", "Palácio", "Palais", "Château", "Villa", "Schloss", "Sala", "Salle",
     "Salón", "Hôtel", "Castello", "Castillo"}
)  # fmt: skip
"""Kinds of houses behind which the particles of their languages go on a name."""
_PARTICLES = frozenset({"de", "di", "da", "do", "del", "della", "dei", "degli", "dos", "des", "du"})
_AUTHORITIES = frozenset({"Authority", "Administration", "Police", "Office"})
"""Words that make the name of a site the name of a body ("Port Authority")."""
_LONGEST_REGION = 4
"""Words of the longest region."""
_BRACKET = re.compile(r"\s?\(([^()]{3,200})\)")
_ITEM = re.compile(r"(?:[^,;]+?)(?=,|;| and |$)")
_ITEM_OPENING = re.compile(r"^(?:,|;| |and )+")
_TOWN = re.compile(r"(?!.*\d)(?:[A-Z][\w’'-]*[a-z][\w’'-]*)(?: [\w’'-]+){0,3}")
_ADDRESS = re.compile(
    r"\([A-Z][^(),\n]{3,60}, (?P<places>[^()\n]{3,80}), (?P<state>[A-Z][^(),\n]{2,30})\)"
)
_DISTRICT = re.compile(r",? D\.? ?C\.?(?!\w)")
"""What belongs to the capital in "Washington, D.C."."""


class PlaceFinder:
    """Finds countries and places in the words of a block."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        self._nouns = nouns
        self._staffs = body_words().headquartered
        self._known = nouns.regions | site_words().residences
        self._openings = frozenset(map(opening, self._known))
        self._ends = nouns.weak_organisation_heads | nouns.operation_heads | nouns.event_heads
        self._sites, self._compounds = SiteFinder(nouns, titles), CompoundPlaces()
        self._towns = TownFinder(nouns, titles)

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        inner = {n for t in territories for n in range(index.at(t.start), index.at(t.end))}
        inner -= {index.at(t.start) for t in territories}
        for place, word in enumerate(index.words):
            if word.capital and place not in inner:
                yield from self._named(index, place)
        states = {mention.start for mention in territories}
        yield from _addressed(index.text, states)
        for mention in territories:
            if mention.kind == NameKind.NAME:
                yield from _bracketed(index.text, mention.end, states)
        for mention in territories:
            yield _territory(index.text, mention)
        yield from self._compounds.find(index, territories)
        yield from self._sites.find(index, territories)
        yield from self._towns.find(index, territories)

    def _named(self, index: WordIndex, place: int) -> Iterator[Span]:
        """Regions, sites ("Camp X") and headquarters around a word."""
        known = index[place].opening in self._openings
        reach = min(place + _LONGEST_REGION, len(index)) if known else place
        for last in range(reach - 1, place - 1, -1):
            form = index.phrase(place, last)
            if form in self._known:
                alone = last + 1 == len(index) or not index[last + 1].capital
                whole = alone and index[last].text in self._nouns.organisation_heads
                region = Span(
                    index[place].start, index[last].end, EntityType.PLACE, form,
                    strength=4 if whole else 2,  # "West Bank" is no bank
                )  # fmt: skip
                yield directed(index.text, region)
                return
        if index[place].text in self._nouns.site_prefixes and not self._is_inner(index, place):
            last = index.capitals(place)
            if index[place].text in _FOREIGN and _is_linked(index, last):
                last = index.capitals(last + 2)
            named = index[last].text not in self._ends
            if named and not any(w.text in _AUTHORITIES for w in index.words[place : last + 1]):
                yield from _site(index, place, last)
        if index[place].text in self._nouns.headquarters:
            yield from self._headquarters(index, place)

    def _headquarters(self, index: WordIndex, place: int) -> Iterator[Span]:
        """Headquarters: a site, but a body with the name of one behind it or a staff before it."""
        first, last = self._first_of_headquarters(index, place), index.capitals(place)
        heads, behind = self._nouns.organisation_heads, index.words[place + 1 : last + 1]
        if first == place and index[last].text in heads:
            return  # "Headquarters Harbour Force"
        body = first == place and any(word.text in heads for word in behind)
        for site in _site(index, first, last):
            before = [word.text for word in index.words[first:place]]
            body = body or not self._staffs.isdisjoint(before)
            body = body or (before[-1:] == [_POLICE] and not _LEVELS.isdisjoint(before))
            yield replace(site, type=EntityType.ORGANISATION) if body else site

    def _is_inner(self, index: WordIndex, place: int) -> bool:
        """Whether a site is what a body is named after ("University of Fort Torsk"), or ends."""
        if index[place].text in _HOTELS and place and index[place - 1].capital:
            return True
        of = place > 1 and index[place - 1].text == "of"
        return of and index[place - 2].text in self._nouns.organisation_heads

    def _first_of_headquarters(self, index: WordIndex, place: int) -> int:
        """Index of the first of the capitalised words before "Headquarters"."""
        first = place
        while first > 0 and index.gap(first) == " " and is_part(index, first - 1):
            before = index[first - 1].text
            if before in self._nouns.undertaking_ends and before != _JOINT:
                break
            first -= 1
        return first


def _is_linked(index: WordIndex, last: int) -> bool:
    """Whether a particle and a capital go on a name."""
    behind = index.words[last + 1 : last + 3]
    return len(behind) > 1 and behind[0].text in _PARTICLES and behind[1].capital


def _site(index: WordIndex, first: int, last: int) -> Iterator[Span]:
    """The place that two words or more name."""
    if last > first:
        name = index.phrase(first, last)
        yield Span(index[first].start, index[last].end, EntityType.PLACE, name, strength=5)


def _bracketed(text: str, end: int, states: Set[int]) -> Iterator[Span]:
    """Places in brackets after their state: "Czechia (A, B and C)"."""
    bracket = _BRACKET.match(text, end)
    if bracket is None:
        return
    for part in _ITEM.finditer(bracket.group(1)):
        form = _ITEM_OPENING.sub("", part.group())
        start = bracket.start(1) + part.end() - len(form)
        if start not in states and _TOWN.fullmatch(form) and not _is_personal(form):
            yield Span(start, start + len(form), EntityType.PLACE, form, strength=2)


def _addressed(text: str, states: Set[int]) -> Iterator[Span]:
    """Places of the address that opens a block: "(BODY, PLACE, TOWN, STATE)"."""
    address = _ADDRESS.match(text)
    if address is None or address.start("state") not in states:
        return
    for part in _ITEM.finditer(address["places"]):
        form = _ITEM_OPENING.sub("", part.group())
        start = address.start("places") + part.end() - len(form)
        if start not in states and _TOWN.fullmatch(form):
            yield Span(start, start + len(form), EntityType.PLACE, form, strength=2)


def _is_personal(form: str) -> bool:
    """Whether a form is the name of somebody: "the ministers of Denmark (Lars Holm) and"."""
    given, *rest = form.split()
    return bool(rest) and fold(given) in given_names()


def _territory(text: str, mention: TerritoryMention) -> Span:
    """A state, or a capital as the place it is."""
    if mention.kind != NameKind.CAPITAL:
        return Span(
            mention.start, mention.end, EntityType.COUNTRY, mention.territory.name,
            mention.territory, mention.kind,
        )  # fmt: skip
    district = _DISTRICT.match(text, mention.end)
    end = district.end() if district else mention.end
    return Span(
        mention.start, end, EntityType.PLACE, text[mention.start : end],
        mention.territory, mention.kind,
    )  # fmt: skip
