"""People whom the language model takes for something else, or hangs on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extractors.mentions.labels.hints import ARTICLES, REACH, Labels
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import INITIALS
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, find_territory, fold
from communique.gazetteer.titles import Titles
from communique.ontology import UNDERTAKINGS

_BEHIND_OFFICE = tuple(
    f" {word} {the}" for word in ("of", "for", "to", "at", "in") for the in ("", "the ")
)
"""What may stand between an office and what it is of; looked for first, since that is quick."""
_OFFICE_IN = re.compile(r"\b(?P<long>(?:\w+[ -])?(?P<head>\w+)) (?:of|for|to|at|in)(?: the)? $")
_PERSONAL = range(2, 6)
"""Words of a personal name that the model may take for a body."""
_WHOLES = frozenset({"Republic", "Nation", "State", "Parliament", "Senate", "Assembly"})
"""What heads of state and speakers are of, named without its state."""
_MISTAKEN = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP"})
_OF_STATE = re.compile(r" of (?:the )?(?P<state>[A-Z][\w’' -]{2,40}?)(?=[,.;)]| and )")
_OF_STATE_BEFORE = re.compile(r" of (?:the )?[A-Z][\w’' -]{2,40}(?:,|,? and) $")
"""What stands before a name of a list of whom each is of a state: "NAME of STATE, NAME of"."""
_GOES_ON = re.compile(r" (?:[A-Z&]|of |for )")
_BEFORE_CAPPED = re.compile(
    r"(?P<given>[^\W\d_]+(?:-[^\W\d_]+)?) (?P<linked>(?:(?:van|von|der|den|ter) )*)"
    r"(?P<more>[^\W\d_a-z]{4,} )?$"
)
"""What stands in a name before a surname in capitals, or before the second one."""
_CAPPED = re.compile(r"(?=[^\W\d_]{4})[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A surname in capitals; words of three letters are rather acronyms."""
_PERSONAL_WORD = re.compile(r"(?:[A-Z]\.)+|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FEWEST_WORDS = 3
"""Of the name of an event or operation that is cut before a person."""


class PeopleReader:
    """Makes people of what the model labels as bodies or places."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes that tell names of people from others."""
        self._offices = titles.role_heads
        office_words = titles.role_heads | titles.honorifics
        portfolios = titles.portfolio | titles.role_modifiers
        self._impersonal = nouns.organisation_heads | portfolios | office_words
        self._undertakings = nouns.operation_heads | nouns.operation_prefixes | nouns.event_heads

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
        office = _OFFICE_IN.search(text, max(0, start - REACH), start) if begun else None
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
            found = _BEFORE_CAPPED.search(text, max(0, start - REACH), start)
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
        if text.endswith(ARTICLES, 0, start) or not all(map(_PERSONAL_WORD.fullmatch, words)):
            return False
        if not self._impersonal.isdisjoint(words):
            return False
        known = fold(words[0]) in given_names() or INITIALS.fullmatch(words[0]) is not None
        return listed or known


def without_people(spans: Iterable[Span], labels: Labels) -> Iterator[Span]:
    """Yield spans, events and operations cut before somebody whom the model sees at their end.

    "Operation Safe Quay Anna Berg": nothing else parts the two.
    """
    people = {end: start for start, end, label in labels if label == "PERSON"}
    for span in spans:
        start = people.get(span.end, 0)
        if span.type not in UNDERTAKINGS or start <= span.start:
            yield span
            continue
        name, person = span.name[: start - span.end].rstrip(), span.name[start - span.end :]
        words = name.split()
        enough = len(words) >= _FEWEST_WORDS and person.replace(" ", "").isalpha()
        enough = enough and not words[-1].islower()  # "Mission to | Jordan"
        yield replace(span, end=span.start + len(name), name=name, aliases=()) if enough else span


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a name goes on a list of people of states: "NAME of STATE, NAME of STATE and"."""
    behind = _OF_STATE.match(text, end)
    if behind is None or not _OF_STATE_BEFORE.search(text, max(0, start - REACH), start):
        return False
    found = find_territory(behind["state"])
    return found is not None and found[1] == NameKind.NAME
