"""States and territories by the names, demonyms and capitals that texts use for them.

The names come from ``rigour``; what it gets wrong for running text is corrected here by class:
multi-word names only whole, spellings of other languages only where they resemble the English one,
the European Union and the United Nations never (they are organisations), sub-national units never.
``territories.json`` holds what no class covers.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rigour.territories import get_territory
from rigour.territories.territory import Territory as RigourTerritory

from communique.gazetteer.corrections import corrections
from communique.gazetteer.territories.inverted import inverted
from communique.gazetteer.territories.listed import lookup_territory, may_open

MAX_WORDS = 8
"""Longest name looked up, in words ("United Kingdom of Great Britain and Northern Ireland" is 8,
but its first two are enough)."""

COMPOUND_ENDINGS = (
    "led|backed|based|born|hosted|chaired|funded|run|owned|supported|sponsored|financed|organised"
    "|organized|coordinated|trained|brokered|facilitated|donated"
)
"""What may be joined to a name by a hyphen without being part of it ("Finland-led")."""

_ADJECTIVE = (
    r"[A-Z][a-z]+(?:an|ish|ese|tch|nch|ech|eek|iss|[ktq]i|eli|udi|ak|bek|akh|gyz|jik|oat|rb|hai"
    r"|dic)"
)
_WORD = re.compile(
    rf"[A-Z][a-z]+(?=-(?:{COMPOUND_ENDINGS})\b)|{_ADJECTIVE}(?=-(?!American){_ADJECTIVE}\b)"
    rf"|[^\W\d_](?:[\w’'-]*\w)?(?:\.[A-Z](?![a-z]))*\.?"
)
"""A word; of two adjectives joined by a hyphen ("Polish-Lithuanian") the first, but not of a
descent ("Mexican-American")."""
_INNER = frozenset("of the and da de do d la al es".split())
_ELIDED = re.compile(r"d['’][A-Z]")
_GAPS = frozenset({" ", "-", " & "})
"""What may stand between two words of a name."""
_DEMONYM = re.compile(
    r"(?:ans?|ese|ish|[^aeiou]is?|[ts]ians?|ots?|[aeo]ls?|ards?|ards?|ean|egians?|enes?|nos?)$"
)
_ADJECTIVES = ("an", "ans", "ese", "ish")
_POSSESSIVES = ("'s", "’s", "s'", "s’", "'", "’")
_SIGNS = frozenset("$€£¥")
_CURRENCY = re.compile(
    r"[ \u00a0](?:dollars?|pounds?|francs?|krone[rn]?|kron[ou]r|yen|yuan|rupees?|riyals?|dirhams?|"
    r"dinars?|rubles?|roubles?|hryvnias?|zlotys?|shekels?|pesos?|shillings?|lira|won)\b"
)
"""What makes the adjective of a state the name of its money."""
_SHORTEST = 4
"""Shorter forms are codes ("MAR") or words ("Per") far more often than territories."""
_SHORTEST_CAPITALS = 5
"""The same for forms in capitals, but for the names of states and capitals ("OMAN", "RIGA")."""
_SAME_STEM = 4
"""Letters by which a name in another language shows that it is the English one."""
_DEMONYM_STEM = 3
"""The same for a demonym."""
_MANY_PLACES = 3
"""With more places than these, rigour lists towns and counties beside the capital."""
_FORMS = 1 << 13
"""Forms that are remembered with what is known of them, since releases repeat them."""
_NO_STATE = frozenset(["eu", "un", "zz", "aq"])
"""Codes of rigour that are no territory of somebody."""


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


@lru_cache(_FORMS)
def fold(text: str) -> str:
    """Lower case without diacritics."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(_FORMS)
def find_territory(form: str) -> tuple[Territory, NameKind] | None:
    """The territory that a form names by itself ("Czech Republic", "Latvian", "Riga"), if any."""
    form = form.replace("’", "'").replace(" & ", " and ")
    form = f"Saint{form[3:]}" if form.startswith("St. ") else form
    if form in corrections().ambiguous:
        return None
    found = _lookup(form)
    if found is None:
        return None
    territory = _territory(found)
    kind = _kind(form, found) if territory else None
    return (territory, kind) if territory and kind else None


def find_territories(text: str) -> tuple[TerritoryMention, ...]:
    """Every territory a text names, in order, the longest form at each place."""
    words, other_places = list(_WORD.finditer(text)), corrections().other_places
    mentions: list[TerritoryMention] = []
    done = 0
    for index, word in enumerate(words):
        opening = word.group()
        if not opening[0].isupper() or word.start() < done or not may_open(opening):
            continue
        for start, stop in _windows(words, index, text):
            if text[stop : stop + 1] in _SIGNS or _CURRENCY.match(text, stop):
                break  # "US$ 1 million", "a million Danish kroner"
            form = _bare(text[start:stop])
            if form in other_places:
                done = stop
                break
            if found := find_territory(form):
                done, found = _whole(text, start, start + len(form), found)
                mentions.append(TerritoryMention(start, done, *found))
                break
    return tuple(mentions)


def _whole(
    text: str, start: int, end: int, found: tuple[Territory, NameKind]
) -> tuple[int, tuple[Territory, NameKind]]:
    """The end of a form and what it names, with what stands behind it of an inverted name."""
    behind, forms = inverted(text, start, end) if found[1] == NameKind.NAME else (0, ())
    whole = next(filter(None, map(find_territory, forms)), None)
    return (end, found) if whole is None else (behind, whole)


def territory_of(code: str | None) -> Territory | None:
    """The state or territory of an ISO 3166-1 code of two or three letters, or None."""
    found = get_territory(code) if code else None
    return _territory(found) if found else None


def alpha2_of(code: str | None) -> str | None:
    """The ISO 3166-1 code of two capitals for one of three letters, or None."""
    found = get_territory(code) if code else None
    return found.code.upper() if found and found.alpha3 else None


def region_of(code: str | None) -> str | None:
    """The part of the world, after UN M49, in which a territory lies ("Northern Europe")."""
    found = get_territory(code) if code else None
    return (found.subregion or found.region or None) if found else None


def find_seat(text: str) -> Territory | None:
    """The state whose seat of government a text names ("White House"), or None."""
    for seat, code in corrections().seats.items():
        if seat in text:
            return territory_of(code)
    return None


def find_agency(source: str) -> Territory | None:
    """The state whose news agency a source is by the name of it alone ("Anadolu"), or None."""
    words = re.findall(r"[\w-]+(?: News Agency)?", source)
    codes = (corrections().agencies.get(form) for word in words for form in (word, word.split()[0]))
    return territory_of(next(filter(None, codes), None))


def _territory(found: RigourTerritory) -> Territory | None:
    """Our value for a state; None for a region, a sub-national unit or a body without ISO code."""
    if found.code in _NO_STATE or not found.alpha3 or found.is_historical:
        return None
    name = corrections().common_names.get(found.code, found.name)
    item = corrections().wikidata.get(found.code, found.qid)
    return Territory(name, found.alpha3.upper(), item)


def _lookup(form: str) -> RigourTerritory | None:
    """Find a territory by one form, plural demonyms included."""
    code = corrections().codes.get(form)
    if code:
        return get_territory(code)
    if len(form) < _SHORTEST:
        return None
    found = lookup_territory(form)
    if form.isupper() and " " not in form and len(form) < _SHORTEST_CAPITALS:
        forms = {fold(name) for name in (found.name, *found.places)} if found is not None else set()
        return found if fold(form) in forms else None
    if found is None and form.endswith("s"):
        found = lookup_territory(form[:-1])
    return found


def _kind(form: str, found: RigourTerritory) -> NameKind | None:
    """How a form stands for the territory found; None if only another language calls it so."""
    if form in corrections().capitals:
        return NameKind.CAPITAL
    if any(fold(place) == fold(form) for place in found.places):
        return NameKind.CAPITAL if len(found.places) <= _MANY_PLACES else None
    if fold(form) != fold(found.name) and _is_listed_demonym(form):
        return NameKind.DEMONYM
    names = {fold(found.name), fold(found.full_name), fold(found.in_sentence)}
    if fold(form) in names or form in corrections().codes:
        return NameKind.NAME
    return _kind_of_many(form, found) if " " in form else _kind_of_one(form, found)


def _is_listed_demonym(form: str) -> bool:
    return not corrections().demonyms.isdisjoint({form, form.removesuffix("s")})


def _kind_of_one(form: str, found: RigourTerritory) -> NameKind | None:
    """How a single word that is not a name of the list stands for a territory."""
    if _is_demonym(form, found):
        return NameKind.DEMONYM
    same = len(form) > _SAME_STEM and fold(form)[:_SAME_STEM] == fold(found.name)[:_SAME_STEM]
    return NameKind.NAME if same else None


def _kind_of_many(form: str, found: RigourTerritory) -> NameKind:
    """How several words stand for a territory ("Costa Rican", "Kingdom of Denmark")."""
    adjective = form.rsplit(maxsplit=1)[-1].endswith(_ADJECTIVES) and " of " not in form
    longer = fold(form).startswith(fold(found.name)[:-1])
    return NameKind.DEMONYM if adjective and longer else NameKind.NAME


def _is_demonym(form: str, found: RigourTerritory) -> bool:
    long_words = [word for word in found.full_name.split() if len(word) > _DEMONYM_STEM]
    stems = {fold(word)[:_DEMONYM_STEM] for word in (found.name, *long_words)}
    return bool(_DEMONYM.search(form)) and fold(form)[:_DEMONYM_STEM] in stems


def _windows(words: list[re.Match[str]], first: int, text: str) -> Iterator[tuple[int, int]]:
    """Spans that begin at a word, the longest first; they cross blanks and hyphens only."""
    last = first
    for index in range(first + 1, min(first + MAX_WORDS, len(words))):
        gap = text[words[index - 1].end() : words[index].start()]
        inner = _is_capital(words[index].group()) or words[index].group() in _INNER
        if gap not in _GAPS or not inner:
            break
        last = index
    for index in range(last, first - 1, -1):
        if _is_capital(words[index].group()):
            yield words[first].start(), words[index].end()


def _is_capital(word: str) -> bool:
    """Whether a word has a capital, be it behind an article of one letter ("d’Ivoire")."""
    return word[0].isupper() or _ELIDED.match(word) is not None


@lru_cache(_FORMS)
def _bare(written: str) -> str:
    """Words without possessive ending and full stop."""
    ending = next((e for e in _POSSESSIVES if written.endswith(e)), "")
    form = written[: len(written) - len(ending)] + ("s" if ending[:1] == "s" else "")
    if form.endswith(".") and form not in corrections().abbreviations:
        form = form[:-1]
    return form
