"""What the language model labels, as far as it is worth keeping."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import INITIALS
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, find_territory, fold
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

Labels = Sequence[tuple[int, int, str]]
"""Spans that the model labels: start, end, label."""

_TYPES = {
    "ORG": EntityType.ORGANISATION, "GPE": EntityType.PLACE, "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}  # fmt: skip
_ARTICLES = ("the ", "The ", "a ", "an ")
_POSSESSIVES = ("'s", "’s", "'", "’")
_NOT_IN_NAMES = frozenset('\n•,;:()[]“”"')
_OFFICE_OF = re.compile(r"(\w+) (?:of|for)(?: the)? $")
_OFFICE_IN = re.compile(r"\b(?P<long>(?:\w+[ -])?(?P<head>\w+)) (?:of|for|to|at|in)(?: the)? $")
_BEHIND_OFFICE = tuple(
    f" {word} {the}" for word in ("of", "for", "to", "at", "in") for the in ("", "the ")
)
"""What may stand between an office and what it is of; looked for first, since that is quick."""
_OFFICE = re.compile(r"((?:[A-Z][\w-]+ ){1,4}?)(?:of|for) ")
"""An office with what it is for, which the model takes for a body ("Inspector General of X")."""
_SIGNED = frozenset({"Agreement", "Agreements", "Arrangement", "Memorandum", "Treaty", "Accord"})
"""Papers that states sign, whatever body their name speaks of ("Customs Agreement")."""
_REACH = 80
"""Characters before a portfolio that hold any office and its joint."""
_JOINTS = ("of ", "for ", "of the ", "for the ")
"""What stands between an office and its portfolio; looked for first, since that is quick."""
_JOURNEYS = frozenset({"travel", "travels", "departure", "arrival", "return", "stop", "stops"})
"""Nouns of headlines that the model takes for places: "Minister’s Travel to X"."""
_FEWEST_CAPITALS = 2
"""Capitals that tell the name of a body from a common noun."""
_SHORTEST_ACRONYM = 3
_PERSONAL = range(2, 6)
"""Words of a personal name that the model may take for a body."""
_WHOLES = frozenset({"Republic", "Nation", "State", "Parliament", "Senate", "Assembly"})
"""What heads of state and speakers are of, named without its state."""
_NAMED = re.compile(r"[A-Z][\w’'-]{0,30}(?:, (?:[A-Z]{2,5}, ){0,4}| )$")
_MISTAKEN = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP"})
_PERSONAL_WORD = re.compile(r"(?:[A-Z]\.)+|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CAPPED = re.compile(r"(?=[^\W\d_]{4})[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A surname in capitals; words of three letters are rather acronyms."""
_BEFORE_CAPPED = re.compile(
    r"(?P<given>[^\W\d_]+(?:-[^\W\d_]+)?) (?P<linked>(?:(?:van|von|der|den|ter) )*)"
    r"(?P<more>[^\W\d_a-z]{4,} )?$"
)
"""What stands in a name before a surname in capitals, or before the second one."""
_GOES_ON = re.compile(r" (?:[A-Z&]|of |for )")
_OF_STATE_BEFORE = re.compile(r" of (?:the )?[A-Z][\w’' -]{2,40}(?:,|,? and) $")
"""What stands before a name of a list of whom each is of a state: "NAME of STATE, NAME of"."""
_OF_STATE = re.compile(r" of (?:the )?(?P<state>[A-Z][\w’' -]{2,40}?)(?=[,.;)]| and )")
_DEGREE = re.compile(r"(?:[A-Z]\.){3,4}|[A-Z]\.[A-Z][a-z]+\.?")
"""Degrees, which the model takes for places and bodies ("a B.G.S. from X")."""
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?")
"""Months cut short, which the model takes for places."""
_HULL = re.compile(r" \d{1,4}\)")
"""The number of a ship, with its class before it: "(DDG 190)"."""
_KIND_OF_STATES = 2
"""Words by which members are called by what they are."""
_MEMBERS = frozenset({"Member", "Participating", "Partner", "Contracting"})
"""What states are to the body named before: "ASEAN Member States"."""
_VISIT = re.compile(
    r"(?:Working|Official|State|Courtesy|Farewell|Introductory|Private|Return|Study|Inaugural|Maiden|"
    r"Upcoming|Forthcoming|Planned|Unannounced|Overseas)"
    r"(?: and \w+)? (?:Visit|Call|Trip|Tour|Meeting|Travel|Journey)s?"
)
"""Visits written with capitals, which the model takes for bodies."""
_HEADS = re.compile(r"(?:Heads|Chiefs|Leaders|Letters?) of \w")
"""People by their office in the plural, and papers ("Letters of Credence")."""
_LONG_PLACE = 3
"""Words from which on the name of a place may hold one in lower case."""


class HintReader:
    """Turns labels of the language model into spans that any rule of ours beats."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes that tell titles from names."""
        self._heads = nouns.organisation_heads
        self._titles = titles.role_heads | titles.honorifics
        self._ranks, self._honours = titles.ranks, titles.postnominals
        self._memberships = {noun for noun in titles.memberships if noun.endswith("s")}
        self._offices = titles.role_heads
        self._portfolio = titles.portfolio
        words = body_words()
        self._sites = site_words()
        self._no_acronyms, self._documents = words.no_acronyms, words.documents
        self._plain = titles.portfolio | titles.role_modifiers
        self._impersonal = self._heads | self._plain | self._titles
        self._deeds = nouns.event_nouns | nouns.meeting_nouns | _JOURNEYS
        self._undertakings = nouns.operation_heads | nouns.operation_prefixes | nouns.event_heads

    def read(self, text: str, labels: Labels) -> Iterator[Span]:
        """Yield what the model takes for bodies and places, in its order."""
        for start, end, label in labels:
            first, last = _trimmed(text, start, end)
            form = text[first:last]
            if label == "PERSON" and self._is_site(form):
                yield _hint(form, first, last, EntityType.PLACE)
            if label not in _TYPES or not form or not _is_sound(form, label):
                continue
            if self._is_behind_name(text, first, last):
                continue
            if _MONTH.fullmatch(form) or (_DEGREE.fullmatch(form) and not find_territory(form)):
                continue
            if self._is_thing(form) if label == "ORG" else form.lower() in self._deeds:
                continue
            if self._is_name(form) and not self._is_portfolio(text, first, form):
                yield _hint(form, first, last, _TYPES[label])

    def _is_behind_name(self, text: str, first: int, last: int) -> bool:
        """Whether letters are the class of a ship with its number, or honour somebody."""
        hull = _HULL.match(text, last) and text[first - 1 : first] == "("
        honours = self._honours.issuperset(text[first:last].split())
        return bool(hull or (honours and _NAMED.search(text, max(0, first - _REACH), first)))

    def with_people(self, text: str, labels: Labels) -> Labels:
        """The labels, with people for what the model takes for a body of a person's name."""
        labels = list(self._with_surnames(text, labels))
        return [kept for label in labels for kept in self._with_person(text, *label)]

    def _with_surnames(self, text: str, labels: Labels) -> Iterator[tuple[int, int, str]]:
        """Yield labels; given names and what seems a body right behind them are one person."""
        before: tuple[int, int, str] | None = None
        for label in labels:
            if before is not None and self._is_surname(text, before, label):
                before = before[0], label[1], "PERSON"
                continue
            if before is not None:
                yield before
            before = label
        if before is not None:
            yield before

    def _is_surname(
        self, text: str, before: tuple[int, int, str], label: tuple[int, int, str]
    ) -> bool:
        """Whether a body of the model goes on with the given names of a person before it."""
        if (before[2], label[2]) != ("PERSON", "ORG") or text[before[1] : label[0]] != " ":
            return False
        given = all(fold(word) in given_names() for word in text[before[0] : before[1]].split())
        words = text[label[0] : label[1]].split()
        sound = all(_PERSONAL_WORD.fullmatch(word) and word.istitle() for word in words)
        return given and sound and self._impersonal.isdisjoint(words)

    def _with_person(self, text: str, start: int, end: int, label: str) -> Labels:
        """A label, or what it is: a person for a body, or a body and the person behind it."""
        if label not in _MISTAKEN:
            return [(start, end, label)]
        if label == "ORG" and self._is_person(text, start, end):
            return [(start, end, "PERSON")]
        capped = self._capped(text, start, end) if label != "PERSON" else None
        if capped is not None:
            return [(capped, end, "PERSON")]
        name = self._named_behind(text, start, end)
        if name is None:
            return [(start, end, label)]
        whole = text[start : name - 1].removeprefix("the ") in _WHOLES
        return [*([] if whole else [(start, name - 1, label)]), (name, end, "PERSON")]

    def _named_behind(self, text: str, start: int, end: int) -> int | None:
        """Where the name of an official begins behind what the office is of.

        "President of the Republic Anna Berg": the model takes the republic and her for a body.
        """
        if text.count(" ", start, end) < _PERSONAL.start:  # a body and a name
            return None
        begun = text.endswith(_BEHIND_OFFICE, 0, start)
        office = _OFFICE_IN.search(text, max(0, start - _REACH), start) if begun else None
        if office is None or self._offices.isdisjoint(office.group("head", "long")):
            return None
        words = text[start:end].removeprefix("the ").split(" ")
        for first in range(1, len(words)):
            name = words[first:]
            if len(name) not in _PERSONAL or not self._impersonal.isdisjoint(name):
                continue
            known = first == 1 and words[0] in _WHOLES
            sound = all(_PERSONAL_WORD.fullmatch(word) and word[0].isupper() for word in name)
            if sound and (known or fold(name[0]) in given_names()):
                return end - len(" ".join(name))
        return None

    def _capped(self, text: str, start: int, end: int) -> int | None:
        """Where the name begins whose surname is in capitals: "Ana DURAN", "Jan van der BERG"."""
        *before, last = text[start:end].split(" ")
        if not last.isupper() or not _CAPPED.fullmatch(last):
            return None
        if before:
            given, linked = before[0], False
            if len(before) >= _PERSONAL.stop - 1 or not all(map(_PERSONAL_WORD.fullmatch, before)):
                return None
        else:
            found = _BEFORE_CAPPED.search(text, max(0, start - _REACH), start)
            if found is None:
                return None
            given, start, linked = found["given"], found.start(), bool(found["linked"])
        told = linked or fold(given) in given_names() or text.endswith(", ", 0, start)
        if not told or not given.istitle() or find_territory(given):
            return None
        other = self._impersonal | self._undertakings
        return start if other.isdisjoint({given, *before}) else None

    def _is_person(self, text: str, start: int, end: int) -> bool:
        """Whether a given name or initials begin a form that no noun makes a body."""
        words = text[start:end].split()
        listed = _is_listed(text, start, end)
        goes_on = _GOES_ON.match(text, end) is not None and not listed
        if len(words) not in _PERSONAL or goes_on or words[0] == "The":
            return False
        if text.endswith(_ARTICLES, 0, start) or not all(map(_PERSONAL_WORD.fullmatch, words)):
            return False
        if not self._impersonal.isdisjoint(words):
            return False
        known = fold(words[0]) in given_names() or INITIALS.fullmatch(words[0]) is not None
        return listed or known

    def _is_site(self, form: str) -> bool:
        """Whether the model takes a town for a person ("Puerto X", "X City")."""
        words = form.split()
        sited = words[0] in self._sites.openings or words[-1] in self._sites.endings
        return len(words) > 1 and sited and form[0].isupper() and _is_sound(form, "GPE")

    def _is_thing(self, form: str) -> bool:
        """Whether a form names a currency, a paper, a kind of states ("Framework Nations")."""
        if form in self._no_acronyms or _VISIT.fullmatch(form):
            return True
        words = form.split()
        if len(words) == 1:
            return False
        signed = words[-1] in _SIGNED and " of " not in form
        signed = signed or (words[0] in _SIGNED and words[1] == "of")  # "Treaty of TOWN"
        paper = signed or (words[-1] in self._documents and self._heads.isdisjoint(words))
        states = words[-1] in self._memberships and (
            len(words) == _KIND_OF_STATES or words[-2] in _MEMBERS
        )
        return paper or states or _HEADS.match(form) is not None

    def _is_name(self, form: str) -> bool:
        """Whether a form is more than title and portfolio words."""
        office = _OFFICE.match(form)
        if office is not None and office.group(1).strip() in self._offices:
            return False
        words = [word for word in form.replace("-", " ").split() if word[0].isupper()]
        ranked = {" ".join(words[:size]).removesuffix(".") for size in (1, 2)}
        if ranked & self._ranks:
            return any(word in self._heads for word in words)
        if any(word in self._titles for word in words):
            return any(word in self._heads for word in words)
        return not all(word in self._plain for word in words)

    def _is_portfolio(self, text: str, start: int, form: str) -> bool:
        """Whether a form continues an office: "Minister of Environment Anna Berg"."""
        begun = text.endswith(_JOINTS, 0, start)
        office = _OFFICE_OF.search(text, max(0, start - _REACH), start) if begun else None
        if office is None or office.group(1) not in self._offices:
            return False
        words = form.split()
        return words[0] in self._portfolio and not any(word in self._heads for word in words)


def without_people(spans: Iterable[Span], labels: Labels) -> Iterator[Span]:
    """Yield spans, those of operations cut before somebody whom the model sees at their end.

    "Operation Safe Quay Anna Berg": nothing else parts the two.
    """
    people = {end: start for start, end, label in labels if label == "PERSON"}
    for span in spans:
        start = people.get(span.end, 0)
        if span.type != EntityType.OPERATION or start <= span.start:
            yield span
            continue
        name, person = span.name[: start - span.end].rstrip(), span.name[start - span.end :]
        enough = len(name.split()) >= _LONG_PLACE and person.replace(" ", "").isalpha()
        yield replace(span, end=span.start + len(name), name=name, aliases=()) if enough else span


def _hint(form: str, start: int, end: int, kind: EntityType) -> Span:
    """What the model found, as a state where it is one."""
    state = find_territory(form) if kind == EntityType.PLACE else None
    if state and state[1] != NameKind.CAPITAL:
        return Span(start, end, EntityType.COUNTRY, state[0].name, *state, strength=0)
    return Span(start, end, kind, form, strength=0)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without article and possessive ending."""
    for opening in _ARTICLES:
        if text.startswith(opening, start, end):
            start += len(opening)
    for ending in _POSSESSIVES:
        if text.endswith(ending, start, end):
            end -= len(ending)
    return start, end


def _is_sound(form: str, label: str) -> bool:
    """Whether a span of the model looks like a name worth keeping."""
    if _NOT_IN_NAMES & set(form):
        return False
    words = form.split()
    capitals = sum(word[0].isupper() for word in words)
    if label == "ORG":
        acronym = len(words) == 1 and form.isupper() and len(form) >= _SHORTEST_ACRONYM
        return capitals >= _FEWEST_CAPITALS or acronym
    return capitals == len(words) or (len(words) >= _LONG_PLACE and capitals == len(words) - 1)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a name goes on a list of people of states: "NAME of STATE, NAME of STATE and"."""
    behind = _OF_STATE.match(text, end)
    if behind is None or not _OF_STATE_BEFORE.search(text, max(0, start - _REACH), start):
        return False
    found = find_territory(behind["state"])
    return found is not None and found[1] == NameKind.NAME
