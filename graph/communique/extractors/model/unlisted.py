"""Names that nobody has listed: all that the labels of the language model are used for."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.model.idle import Span, sentences
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import read_titles

_AROUND = 6
"""Words on either side of a name that are read with it; the recogniser looks four words far."""
_FORMS = 1 << 12
"""Words beside each other that are remembered."""
_LONGEST = 80
"""Letters of the longest name that is looked up."""
_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|\b\w*[^\W\d_a-z]\w*(?: \w*[^\W\d_a-z]\w*)*")
"""Words beside each other that may be a name; letters with marks count in either case."""
_ADVERBS = ("ally", "arly", "edly", "ely", "ingly", "ndly", "ntly", "ously", "stly")
"""What adverbs end with, and hardly towns."""
_OWNING = re.compile(r"(?:['’]s|(?<=s)['’]) (?=[A-Z])")
"""A possessive before another word with a capital."""
_TOPICS = re.compile(
    r" (?:of|for|on|against|to) (?:the )?(?:[A-Z][\w-]*,? )*([A-Z][\w-]*),? (?:and|&) "
    r"(?:the )?([A-Z][\w-]*)"
)
"""The last two things that a body may be for ("Council of Judges and Magistrates")."""
_FRONT = frozenset({"Front"})
"""A common word with which names of parties end, for which no rule looks."""
_GIVEN = frozenset("Autumn Bill Fortune Grace Lance Page Summer Will".split())
"""Given names that are words of offices or papers, or common ones."""


def unlisted(text: str) -> list[Span]:
    """The stretches of a text of which labels would be used, in order, apart from each other.

    Beside an ordinary word that begins a sentence, no label is used of what has no capital, of
    "I", days, months, listed states and bodies, words of offices, bodies and papers, of which rules
    make what names they make, and of single names behind an office, since people are only taken
    from two words on. Rules neither know all owners ("Martyrs’ Foundation") nor how far a body's
    topics reach. A stretch holds all else, with words around it.
    """
    found: list[Span] = []
    for start, end in sentences(text) if text else ():
        for span in _around(text, start, end):
            if found and span[0] == found[-1][1]:
                span = (found.pop()[0], span[1])  # noqa: PLW2901  # both are one
            found.append(span)
    return found


def _around(text: str, start: int, end: int) -> Sequence[Span]:
    """The stretches of a sentence around names; the whole of one in which a topic may go on."""
    if any(_go_on(*match.groups()) for match in _TOPICS.finditer(text, start, end)):
        return [(start, end)]
    found = list[Span]()
    for match in _CAPITALISED.finditer(text, start, end):
        done = found[-1][1] if found else start
        if done == end:
            break
        if not _is_unlisted(match, opens=match.start() == start):
            continue
        begun, ended = _before(text, match.start(), done), _behind(text, match.end() - 1, end)
        if found and begun <= done + 1:
            begun = found.pop()[0]
        found.append((begun, ended))
    return found


def _is_unlisted(match: re.Match[str], *, opens: bool) -> bool:
    """Whether words with capitals may be a name nobody has listed, or the owner of one."""
    form, known = match.group(), _may_begin if opens else _is_listed
    if len(form) > _LONGEST or not known(form):
        return True
    return _OWNING.match(match.string, match.end()) is not None and not _is_owner(form)


def _before(text: str, place: int, start: int) -> int:
    """Where some words before a place begin, none of them before another place."""
    for _ in range(_AROUND + 1):
        place = text.rfind(" ", start, place)
        if place < 0:
            return start
    return place + 1


def _behind(text: str, place: int, end: int) -> int:
    """Where some words behind a place end, none of them behind another place."""
    for _ in range(_AROUND + 1):
        place = text.find(" ", place + 1, end)
        if place < 0:
            return end
    return place


@lru_cache(_FORMS)
def _is_owner(words: str) -> bool:
    """Whether rules know the owner of a body by the words before a possessive, or it is a state."""
    *before, last = map(_lowered, words.split(" "))
    forms = {last, last.removesuffix("s"), " ".join((*before[-1:], last))}
    if not forms.isdisjoint(_owners()):
        return True
    return words in _bodies() or any(find_territory(form) is not None for form in (words, last))


@cache
def _owners() -> frozenset[str]:
    """Words behind whose possessive rules find a body."""
    return body_words().owners | read_titles().role_heads


@lru_cache(_FORMS)
def _go_on(topic: str, further: str) -> bool:
    """Whether only a label tells if a second topic belongs to the name of a body."""
    if {topic, further} <= _topics() or further in _apart() or further in _bodies():
        return False
    return not _is_dated(further) and find_territory(further) is None


@cache
def _topics() -> frozenset[str]:
    """Words that rules join to the name of a body."""
    return read_titles().portfolio | body_words().topics


@cache
def _apart() -> frozenset[str]:
    """Words behind "and" that begin the name of somebody or of another body."""
    titles, nouns, bodies = read_titles(), read_nouns(), body_words()
    heads = nouns.organisation_heads | bodies.heads
    offices = titles.role_heads | titles.role_modifiers | titles.honorifics | titles.ranks
    return frozenset(form.partition(" ")[0] for form in heads | offices)


@lru_cache(_FORMS)
def _may_begin(words: str) -> bool:
    """Whether words that begin a sentence are listed, be it behind an ordinary one."""
    first, _, behind = words.partition(" ")
    if _is_listed(words):
        return True
    return _opens(first) and (not behind or (first not in _GIVEN and _is_listed(behind)))


def _opens(word: str) -> bool:
    """Whether a word with which a sentence begins is an ordinary one."""
    if word in _ordinary() or word.lower() in STOP_WORDS or word.endswith(_ADVERBS):
        return True
    stem = word.removesuffix("ing").removesuffix("ed")
    verb = not _ordinary().isdisjoint((f"{stem}s", f"{stem}es"))
    return verb and word.lower() not in given_names()


@lru_cache(_FORMS)
def _is_listed(words: str) -> bool:
    if words == "I" or _is_dated(words) or words in _bodies() or find_territory(words) is not None:
        return True
    *before, last = words.split(" ")
    if not _GIVEN.isdisjoint(map(_lowered, before)):
        return False
    return all(map(_is_plain, before)) and (_is_plain(last) or _is_addressed(before, last))


def _is_dated(words: str) -> bool:
    """Whether words are a day or month."""
    return words.lower() in WEEKDAY_NUMBERS or words.lower() in MONTH_NUMBERS


def _is_plain(word: str) -> bool:
    """Whether a word names nobody, nor any place but a state."""
    return _lowered(word) in _ordinary() or find_territory(word) is not None


def _is_addressed(before: Sequence[str], name: str) -> bool:
    """Whether a word behind an office is a name, and no acronym of a body."""
    if not before or _lowered(before[-1]) not in _offices():
        return False
    return before[-1].isupper() == name.isupper()


def _lowered(word: str) -> str:
    """A word in capitals as texts write it otherwise, unless it is an acronym of the classes."""
    return word if not word.isupper() or word in _ordinary() else word.capitalize()


@cache
def _offices() -> frozenset[str]:
    """Words behind which a name is somebody's."""
    titles = read_titles()
    return (titles.role_heads | titles.ranks | titles.honorifics) & _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    """Words that with a capital name neither a place nor an event nor, alone, anybody."""
    titles, nouns, bodies, sites = read_titles(), read_nouns(), body_words(), site_words()
    classes = (
        titles.honorifics, titles.role_heads, titles.role_modifiers, titles.ranks,
        titles.portfolio, titles.memberships, titles.never_names, nouns.organisation_heads,
        nouns.organisation_openings, nouns.undertaking_ends, nouns.organisation_ends,
        nouns.counted, nouns.operation_kinds, nouns.operation_prefix_followers,
        nouns.headline_verbs, bodies.heads, bodies.plural_heads, bodies.documents,
        bodies.no_acronyms, bodies.posts, bodies.owners, sites.no_places,
        {word.capitalize() for word in STOP_WORDS},
    )  # fmt: skip
    others = (
        nouns.weak_organisation_heads, bodies.weak_heads, nouns.event_heads, nouns.regions,
        bodies.suffixes, bodies.regions, sites.provinces,
        sites.openings, sites.endings, sites.never_alone, titles.names_too, titles.names_inside,
        _FRONT,
    )  # fmt: skip
    words = {word for forms in classes for form in forms for word in form.split(" ")}
    return frozenset(words.difference(*others))


@cache
def _bodies() -> frozenset[str]:
    """The names of listed bodies."""
    bodies = read_organisations()
    return frozenset(form for b in bodies for form in (b.name, *b.acronyms, *b.aliases))
