"""States and territories by the names, demonyms and capitals that texts use for them.

The names come from ``rigour``; what it gets wrong for running text is corrected here by class:
multi-word names only whole, spellings of other languages only where they resemble the English one,
the European Union and the United Nations never (they are organisations), sub-national units never.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rigour.territories import Territory as RigourTerritory
from rigour.territories import get_territory, lookup_territory

MAX_WORDS = 7
"""Longest name looked up, in words ("United Kingdom of Great Britain and Northern Ireland" is 8,
but its first two are enough)."""

_WORD = re.compile(r"[A-Z][a-z]+(?=-(?:led|backed|based|born|hosted|chaired|funded|run|owned)\b)|[^\W\d_](?:[\w’'-]*\w)?(?:\.[A-Z])*\.?", re.UNICODE)
_INNER = frozenset("of the and da de do d la al".split())
_DEMONYM = re.compile(
    r"(?:ans?|ese|ish|[^aeiou]is?|[ts]ians?|ots?|[aeo]ls?|ards?|ards?|ean|egians?|enes?|nos?)$"
)
_SHORT_DEMONYMS = frozenset(
    "Czech Czechs Dutch French Swiss Greek Greeks Thai Thais Danish Dane Danes Irish British Briton "
    "Britons Welsh Afghan Afghans Kazakh Uzbek Tajik Kyrgyz Turkmen Turk Turks Lao Slovak Slovaks "
    "Serb Serbs Croat Croats Pole Poles Swede Swedes Finn Finns Kurd Spaniard Spaniards Scot Basque "
    "Ivorian Kosovar Montenegrin Icelandic Argentine Greenlandic Philippine Filipino Filipina Filipinos Bangladeshi Bangladeshis Israelis Israeli Emirati Emiratis Malagasy Monegasque".split()
)
_ABBREVIATIONS = {
    "UK": "gb", "U.K.": "gb", "U.K": "gb", "US": "us", "U.S.": "us", "U.S": "us", "USA": "us",
    "U.S.A.": "us", "UAE": "ae", "DRC": "cd", "PRC": "cn", "DPRK": "kp", "BiH": "ba", "KSA": "sa",
    "ROK": "kr", "FYROM": "mk",
}  # fmt: skip
_OTHER_NAMES = {
    "Republic of Moldova": "md", "Korea": "kr", "DR Congo": "cd", "Gambia": "gm", "Bahamas": "bs",
    "Great Britain": "gb", "Hashemite Kingdom of Jordan": "jo", "State of Kuwait": "kw",
    "State of Qatar": "qa", "Holy See": "va", "Palestinian Authority": "ps",
    "Czech Republic": "cz", "Slovak Republic": "sk", "Kyrgyz Republic": "kg", "Burma": "mm",
    "Palestinian Territories": "ps", "Palestinian": "ps", "Palestinians": "ps", "Washington": "us",
    "Moscow": "ru", "Kyiv": "ua", "Kiev": "ua", "Bern": "ch", "Beijing": "cn", "London": "gb",
    "Paris": "fr", "Berlin": "de", "Vienna": "at", "The Hague": "nl", "Abu Dhabi": "ae",
    "Canberra": "au", "Ottawa": "ca", "Brasília": "br", "Brasilia": "br", "Dublin": "ie",
    "Tokyo": "jp", "Madrid": "es", "Nicosia": "cy", "Tunis": "tn", "San Salvador": "sv",
}  # fmt: skip
_CAPITALS = frozenset(
    "Washington Moscow Kyiv Kiev Bern Beijing London Paris Berlin Vienna Canberra Ottawa Brasília "
    "Brasilia Dublin Tokyo Madrid Nicosia Tunis".split()
) | {"The Hague", "Abu Dhabi", "San Salvador"}
"""Capitals that rigour lacks, or lists among the state's other towns and counties."""

_MANY_PLACES = 3
"""With more places than these, rigour lists towns and counties beside the capital."""
_NO_STATE = frozenset(["eu", "un", "zz", "aq"])
_ORDINARY = frozenset(
    "Victoria Reunion Chad Turkey's Guinea March May Man China's Mali's Central Northern Southern "
    "Eastern Western North South East West Union Federation Republic Kingdom State States Island "
    "Islands United Democratic Federal Arab Commonwealth Dominion Main Car Cook Niger's Jersey's "
    "Bar Ana Alma Sara Zara Mira Nina Lima's Santiago's Saint San Santa Dominica's Said Male Per "
    "Pol Sud Nord Roma Dan Den Don Ben Bene Ali Ameni Kan".split()
)


class NameKind(StrEnum):
    """In which way a form stands for a territory."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Territory:
    """A state or territory.

    Attributes:
        name: Common English name.
        iso3: ISO 3166-1 alpha-3 code in capitals (XKX for Kosovo).
        wikidata: Item, as ``Q218``.
    """

    name: str
    iso3: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class TerritoryMention:
    """Where a text names a territory: half-open span in code points, without an article."""

    start: int
    end: int
    territory: Territory
    kind: NameKind


_COMMON_NAMES = {
    "cd": "Democratic Republic of the Congo", "cg": "Republic of the Congo", "va": "Holy See",
    "hk": "Hong Kong", "mo": "Macau", "ci": "Côte d’Ivoire",
}  # fmt: skip


def _territory(found: RigourTerritory) -> Territory | None:
    """Our value for a state; None for a region, a sub-national unit or a body without ISO code."""
    if found.code in _NO_STATE or not found.alpha3 or found.is_historical:
        return None
    name = _COMMON_NAMES.get(found.code, found.name)
    return Territory(name, found.alpha3.upper(), found.qid)


def fold(text: str) -> str:
    """Lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _lookup(form: str) -> RigourTerritory | None:
    """Find a territory by one form, plural demonyms included."""
    code = _ABBREVIATIONS.get(form) or _OTHER_NAMES.get(form)
    if code:
        return get_territory(code)
    if len(form) <= 3 or (form.isupper() and " " not in form and len(form) < 5):  # noqa: PLR2004
        return None  # codes such as "MAR" or "Per" are other words far more often
    found = lookup_territory(form)
    if found is None and form.endswith("s"):
        found = lookup_territory(form[:-1])
    return found


def _kind(form: str, found: RigourTerritory) -> NameKind | None:
    """How a form stands for the territory found; None if only another language calls it so."""
    if form in _CAPITALS:
        return NameKind.CAPITAL
    if any(fold(place) == fold(form) for place in found.places):
        return NameKind.CAPITAL if len(found.places) <= _MANY_PLACES else None
    names = {fold(found.name), fold(found.full_name), fold(found.in_sentence)}
    if fold(form) in names or form in _ABBREVIATIONS or form in _OTHER_NAMES:
        demonym = form in {"Palestinian", "Palestinians"}
        return NameKind.DEMONYM if demonym else NameKind.NAME
    if form in _SHORT_DEMONYMS or (" " not in form and _is_demonym(form, found)):
        return NameKind.DEMONYM
    if " " in form:
        adjective = form.split()[-1].endswith(("an", "ans", "ese", "ish"))
        longer = fold(form).startswith(fold(found.name)[:-1]) and " of " not in form
        return NameKind.DEMONYM if adjective and longer else NameKind.NAME
    same_stem = len(form) > 4 and fold(form)[:4] == fold(found.name)[:4]  # noqa: PLR2004
    return NameKind.NAME if same_stem else None


def _is_demonym(form: str, found: RigourTerritory) -> bool:
    stem = fold(form)[:3] == fold(found.name)[:3] or fold(form)[:3] in {
        fold(word)[:3]
        for word in found.full_name.split()
        if len(word) > 3  # noqa: PLR2004
    }
    return bool(_DEMONYM.search(form)) and stem


def find_territory(form: str) -> tuple[Territory, NameKind] | None:
    """The territory that a form names by itself ("Czech Republic", "Latvian", "Riga"), if any."""
    form = form.replace("’", "'")
    if form in _ORDINARY:
        return None
    found = _lookup(form)
    if found is None:
        return None
    territory = _territory(found)
    kind = _kind(form, found) if territory else None
    return (territory, kind) if territory and kind else None


def _windows(words: list[re.Match[str]], first: int, text: str) -> Iterator[tuple[int, int]]:
    """Spans that begin at a word, the longest first; they cross blanks and hyphens only."""
    last = first
    for index in range(first + 1, min(first + MAX_WORDS, len(words))):
        gap = text[words[index - 1].end() : words[index].start()]
        if gap not in {" ", "-"} or not (
            words[index].group()[0].isupper() or words[index].group() in _INNER
        ):
            break
        last = index
    for index in range(last, first - 1, -1):
        if words[index].group()[0].isupper():
            yield words[first].start(), words[index].end()


def find_territories(text: str) -> tuple[TerritoryMention, ...]:
    """Every territory a text names, in order, the longest form at each place."""
    words = list(_WORD.finditer(text))
    mentions: list[TerritoryMention] = []
    done = 0
    for index, word in enumerate(words):
        if word.start() < done or not word.group()[0].isupper():
            continue
        for start, stop in _windows(words, index, text):
            mention = _mention(text, start, stop)
            if mention:
                mentions.append(mention)
                done = mention.end
                break
    return tuple(mentions)


def _mention(text: str, start: int, stop: int) -> TerritoryMention | None:
    form = text[start:stop]
    for ending in ("'s", "’s", "s'", "s’", "'", "’"):
        if form.endswith(ending):
            keep = 1 if ending[0] == "s" else 0
            stop -= len(ending) - keep
            break
    form = text[start:stop]
    if form.endswith(".") and form not in _ABBREVIATIONS:
        stop -= 1
        form = text[start:stop]
    found = find_territory(form)
    return TerritoryMention(start, stop, *found) if found else None
