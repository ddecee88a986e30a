"""Places whose name holds another: "western X", "X City", "A da B", and lists of provinces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.extractors.sieve import holds
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_DIRECTION = re.compile(
    r"\b((?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?(?:[- ]?(?:east|west)(?:ern)?)?"
    r"|[Cc]entral|upper|lower) $"
)
_LONGEST_DIRECTION = 20
_CITY = re.compile(r" City\b(?! [A-Z])")
_PARTICLE = re.compile(r"\b(Greater |[A-Z][\w’'-]+ (?:da|do|de la|de los) )$")
"""What stands before the name of a town in a longer one."""
_LONGEST_BEFORE = 30
_NAME = r"[A-Z][\w’'-]*(?: (?:(?:de|da|do|del|al|el|la|of) )?[A-Z][\w’'-]*){0,2}"
_HALLS = ("Center", "Centre", "Hall", "Arena")
_FOREIGN_HALLS = (
    "Konserthus", "Konzerthaus", "Kongresszentrum", "Kongresshaus", "Stadthalle", "Konserthuset",
    "Philharmonie", "Concertgebouw", "Residenz",
)  # fmt: skip
_VENUE = re.compile(
    rf"\b(?:[A-Z][\w’-]+ ){{1,5}}[A-Z][a-z]*(?:{'|'.join(_HALLS)})\b"
    rf"|\b[A-Z][\w’-]+ (?:{'|'.join(_FOREIGN_HALLS)})\b"
)
_WATERS = ("Gulf", "Bay", "Sea", "Strait", "Straits", "Isle", "Isles", "Mouth", "Lake")
_PARTICLES = "(?:La|Le|Los|Las|El|San|Santa|São|Saint|St|Port|Fort) "
"""What a name may begin with that goes on."""
_LANDMARKS = (
    "Strait", "Straits", "Reef", "Lagoon", "Peninsula", "Fjord", "Canal", "Atoll", "Estuary",
    "Escarpment", "Archipelago", "Plateau", "Gorge",
)  # fmt: skip
_WATER = re.compile(
    rf"\b(?:{'|'.join(_WATERS)}) of (?:the |{_PARTICLES})?[A-Z][\w’'-]+\b(?! [A-Z])"
)
_LANDMARK = re.compile(
    rf"(?<=[a-z,] )(?:[A-Z][\w’'-]+ ){{1,3}}(?:{'|'.join(_LANDMARKS)})\b(?! [A-Z])"
)
_GULF = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w’'-]+ ){1,2}Gulf\b(?! [A-Z]| (?:states|countr))")
_HOUSES = ("Palace", "Castle", "Port", "Citadel", "Mausoleum", "Cathedral", "Square", "Tower")
_HOUSE_OF = re.compile(
    rf"\b(?:[A-Z][\w’'-]+ )?(?:{'|'.join(_HOUSES)}) of (?P<the>the )?"
    r"(?P<town>(?!Spain|Entry|Call|Our)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b"
)
_TO_PORTS = tuple(
    f"{lead} {the}"
    for lead in ("at", "in", "from", "to", "into", "near", "through", "visited", "toured", "via")
    for the in ("", "the ")
)
"""What a port is a place behind; else it is who runs it."""
_NO_TOWNS = frozenset(
    "Arts Congress Congresses Culture Europe Friendship Independence Justice Nations Peace Sports"
    .split()
)  # fmt: skip
_QUOTES = ("“", '"', "«")
_QUOTED = re.compile(
    r"\b(?:crossing points?|check ?points?|border (?:posts?|stations?|crossings?)|outposts?"
    r"|residences?|hotels?|camps?|airfields?|airports?|training (?:ground|area|range)s?"
    r"|sanatoriums?|monuments?|memorials?|stadiums?|prisons?|Hotel|Camp) [“\"«]"
    r"(?P<name>[A-Z][\w’'-]+(?:[ –-][A-Z][\w’'-]+){0,3})[”\"»]"
)
_ROOMS = ("Room", "Hall", "Salle", "Building", "Terminal", "Pier", "Berth")
_NUMBERED = re.compile(
    rf"\b(?:(?:Conference|Meeting|Press|Committee|Briefing) )?(?:{'|'.join(_ROOMS)})"
    r" (?:\d{1,4}|[IVXL]{1,6}|[A-H])\b(?![-\w])"
)
_WAYS = (
    "road", "highway", "corridor", "motorway", "railway", "waterway", "Waterway", "axis", "section",
    "stretch",
)  # fmt: skip
_WAY = re.compile(
    r"(?<=the )([A-Z][\w’']{2,20}(?: [A-Z][\w’']{2,20})?)[–-]([A-Z][\w’']{2,20})"
    rf"(?:[–-][A-Z][\w’']{{2,20}})? (?:{'|'.join(_WAYS)})\b"
)
_CAPE = re.compile(
    r"(?<=[a-z,] )(?:(?:Cape|Cabo) (?!Verde|Town|Coast)|Cap d['’])[A-Z][\w’'-]+\b(?! [A-Z])"
)

_BASE_NAME = (
    r"(?P<name>(?:No\. ?)?\d{1,3}|[A-Z][a-z][\w’'-]{0,20}(?:[ -][A-Z][\w’'-]{1,20}){0,2})\b"
    r"(?! [A-Z])"
)
_BASE = re.compile(
    r"\b(?:(?:RAF|RAAF|RNZAF|RCAF|PAF|SAAF|RMAF|Marine Corps|Naval|Navy|Air Force|Air|Army|Joint"
    r"|Military|Main|Coast Guard|Border Guard|Logistics|Operating|Forward Operating|Fleet"
    r"|Space Force) ){1,2}"
    r"(?:Base|Station|Air Station|Air Facility|Support Activity|Support Facility) "
    rf"{_BASE_NAME}"
)
_BASES = ("Base ", "Station ", "Facility ", "Activity ")
_SHORT_BASE = re.compile(
    rf"\b(?:CFB|FOB|COB|NAS|RNAS|MCAS|MCB|NAVSTA|HMNB) {_BASE_NAME}"
    r"|(?:(?<=\bat )|(?<=\bin )|(?<=from )|(?<=to )|(?<=near )|(?<=visited ))RAF "
    rf"{_BASE_NAME.replace('<name>', '<station>')}"
)
_GROUPS = frozenset({"Wing", "Squadron", "Group", "Unit", "Personnel", "Regiment", "Band"})
"""What is named after "Air Base", "RAF" and the like and is no base."""
_SHORT_BASES = ("CFB ", "FOB ", "COB ", "NAS ", "MCAS ", "MCB ", "NAVSTA ", "HMNB ", "RAF ")


class CompoundPlaces:
    """Finds places by the names inside theirs."""

    def __init__(self) -> None:
        """Read the word classes."""
        plurals = "|".join(sorted(site_words().plural_units))
        self._units = site_words().plural_units
        self._listed = re.compile(
            rf"\b({plurals}) of (?:the )?({_NAME}(?:, (?:the )?{_NAME})*,? and (?:the )?{_NAME})"
        )
        self._staff = read_nouns().organisation_heads | read_titles().role_heads

    def find(self, index: WordIndex, territories: Sequence[TerritoryMention]) -> Iterator[Span]:
        """Yield candidates that beat the name inside."""
        text = index.text
        for mention in territories:
            if mention.kind == NameKind.DEMONYM:
                continue
            before = max(0, mention.start - _LONGEST_BEFORE), mention.start
            if city := _CITY.match(text, mention.end):
                yield _place(text, mention.start, city.end())
            elif particle := _PARTICLE.search(text, *before):
                yield _place(text, particle.start(1), mention.end)
        yield from _venues(text)
        yield from _landmarks(text)
        yield from _numbered(text)
        for match in _QUOTED.finditer(text) if holds(text, _QUOTES) else ():
            yield _place(text, *match.span("name"))
        yield from _houses(text)
        yield from _ways(text)
        yield from self._bases(text)
        several = any(unit in text for unit in self._units)
        for match in self._listed.finditer(text) if several else ():
            unit = self._units[match[1]]
            for item in re.finditer(_NAME, match[2]):
                start = match.start(2) + item.start()
                place = _place(text, start, start + len(item[0]))
                yield replace(place, aliases=(f"{item[0]} {unit}", f"{unit} of {item[0]}"))

    def _bases(self, text: str) -> Iterator[Span]:
        """Yield bases by the name or number behind their kind: "Naval Station X", "CFB X"."""
        for words, form in ((_BASES, _BASE), (_SHORT_BASES, _SHORT_BASE)):
            for match in form.finditer(text) if holds(text, words) else ():
                name = match["name"] or match.groupdict()["station"]
                if not _GROUPS.intersection(name.split()) and self._staff.isdisjoint(name.split()):
                    yield replace(_place(text, *match.span()), strength=7)


def is_direction(text: str, end: int) -> bool:
    """Whether a word that ends before a name tells of which part of it: "northern X"."""
    return _DIRECTION.search(text, max(0, end - _LONGEST_DIRECTION), end) is not None


def directed(text: str, region: Span) -> Span:
    """A region with the direction before it, which may be left out."""
    before = _DIRECTION.search(text, max(0, region.start - _LONGEST_DIRECTION), region.start)
    if before is None:
        return region
    name = f"{before[1]} {region.name}"
    return replace(
        region, start=before.start(), name=name, aliases=(*region.aliases, region.name),
        strength=region.strength + 1,
    )  # fmt: skip


def _landmarks(text: str) -> Iterator[Span]:
    """Yield waters and capes by their kind: "Gulf of X", "X Strait"."""
    for words, form, strength in (
        (_WATERS, _WATER, 5), (_LANDMARKS, _LANDMARK, 1), (("Cap", "Cabo"), _CAPE, 5),
        ((" Gulf",), _GULF, 6),
    ):  # fmt: skip
        for match in form.finditer(text) if holds(text, words) else ():
            yield replace(_place(text, *match.span()), strength=strength)


def _venues(text: str) -> Iterator[Span]:
    """Yield halls and centres: "X KongressCenter", "X Konserthus"."""
    named = any(hall in text for hall in (*_HALLS, *_FOREIGN_HALLS))
    for match in _VENUE.finditer(text) if named else ():
        yield _place(text, *match.span())


def _houses(text: str) -> Iterator[Span]:
    """Yield palaces and the like by what they are of; the town of a port is another place."""
    for match in _HOUSE_OF.finditer(text) if holds(text, _HOUSES) else ():
        if match[0].startswith("Port ") and not text.endswith(_TO_PORTS, 0, match.start()):
            continue  # "Director, Port of TOWN"
        town = () if match["town"] in _NO_TOWNS or match["the"] else (match.span("town"),)
        within = tuple(_place(text, *span) for span in town)
        yield replace(_place(text, *match.span()), within=within)


def _numbered(text: str) -> Iterator[Span]:
    """Yield rooms and the like by their number: "Conference Room 4", "Hall XX"."""
    for match in _NUMBERED.finditer(text) if holds(text, _ROOMS) else ():
        yield _place(text, *match.span())


def _ways(text: str) -> Iterator[Span]:
    """Yield what leads from one town to another: "the TOWN–TOWN road"."""
    for match in _WAY.finditer(text) if holds(text, _WAYS) else ():
        ends = (_place(text, *match.span(number)) for number in (1, 2))
        yield replace(_place(text, *match.span()), within=tuple(ends))


def _place(text: str, start: int, end: int) -> Span:
    return Span(start, end, EntityType.PLACE, text[start:end], strength=5)
