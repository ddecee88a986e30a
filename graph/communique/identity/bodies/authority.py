"""Organisations that are known by name, whoever writes of them: the gazetteer as an authority."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from communique.gazetteer.organisations import Organisation
from communique.identity.bodies.name import BodyNames

_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_JOINT = re.compile(r"\s(?:of|in|at)\s(?:the\s)?|,\s(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Part:
    """What a name says of a part of a listed organisation.

    Attributes:
        whole: Name of that organisation in the gazetteer.
        name: What the part is called in it.
    """

    whole: str
    name: str


class Authority:
    """Finds the listed organisation that forms of a name mean.

    Attributes:
        names: Takes names apart.
    """

    def __init__(self, listed: Iterable[Organisation], names: BodyNames) -> None:
        """Index the forms of the listed organisations; a form of two of them means neither."""
        self.names = names
        self._parts: dict[str, Part | None] = {}
        found: dict[tuple[str, ...], set[Organisation]] = defaultdict(set)
        for organisation in listed:
            for form in organisation.forms:
                found[self._key(form)].add(organisation)
        self._by_form = {key: of.pop() for key, of in found.items() if len(of) == 1}

    def named(self, form: str) -> Organisation | None:
        """The organisation that one form names, whatever stands beside it."""
        return self._by_form.get(self._key(form))

    def listed(
        self, names: Collection[str], aliases: Collection[str], countries: frozenset[str]
    ) -> Organisation | None:
        """The one organisation that the forms of an entity mean; None if none or several.

        Names in full count before acronyms, and these only if there is no name in full. A form
        that many states use ("Department of Justice") means the listed body only for who is tied
        to its state, unless it is its first name in the gazetteer or its acronym stands beside.

        Args:
            names: What releases call it.
            aliases: Other forms; those that say less than a name are left out.
            countries: Codes of the states that it is tied to.
        """
        forms = {*names, *aliases}
        telling = self.names.telling(names, aliases)
        full = [form for form, name in telling.items() if name.full]
        found = {
            entry
            for form in full or names
            if (entry := self.named(form)) and self._may_mean(form, entry, forms, countries)
        }
        return found.pop() if len(found) == 1 else None

    def part(self, form: str) -> Part | None:
        """What a form names as a part of a listed organisation ("the EU's Legal Unit"), if so."""
        if form not in self._parts:
            self._parts[form] = None if self.named(form) else self._part(form)
        return self._parts[form]

    def _part(self, form: str) -> Part | None:
        country = self.names.of(form).country
        for whole, rest in _divisions(form):
            owner = self.named(whole) or self.named(whole.removesuffix("s"))
            if owner and (owner.country is None or country in (None, owner.country)):
                return Part(owner.name, rest)
        return None

    def _may_mean(
        self, form: str, entry: Organisation, forms: Collection[str], countries: frozenset[str]
    ) -> bool:
        name = self.names.of(form)
        if not name.generic or name.country is not None or entry.country in countries:
            return True
        known = self._key(form) == self._key(entry.name)
        return not countries and (known or not set(entry.acronyms).isdisjoint(forms))

    def _key(self, form: str) -> tuple[str, ...]:
        """The folded words of a name; of a single word the word as it is written."""
        words = self.names.classes.spelling.words(form)
        return words if len(words) > 1 else (form.removeprefix("the "),)


def _divisions(form: str) -> Iterator[tuple[str, str]]:
    """What may name the whole, with the rest: what a form begins with, then what it ends with."""
    tokens = form.split()
    for stop in range(len(tokens) - 1, 0, -1):
        yield _POSSESSIVE.sub("", " ".join(tokens[:stop])), " ".join(tokens[stop:])
    for match in _JOINT.finditer(form):
        yield form[match.end() :], form[: match.start()]
