"""Organisations that are known by name, whoever writes of them: the gazetteer as an authority."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.gazetteer.organisations import Organisation, read_organisations
from communique.identity.bodies.classes import read_body_classes
from communique.identity.bodies.name import BodyNames
from communique.identity.names import is_acronym

_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_JOINT = re.compile(r"\s(?:of|in|at)\s(?:the\s)?|,\s(?:the\s)?")

_Index = dict[tuple[str, ...], set[Organisation]]


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

    def __init__(self, listed: Sequence[Organisation], names: BodyNames) -> None:
        """Index the forms of the listed organisations; a form of two of them means neither."""
        self.names = names
        self._parts: dict[str, Part | None] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        found: _Index = defaultdict(set)
        for organisation in listed:
            for form in organisation.forms:
                found[self._key(form)].add(organisation)
        self._services = names.classes.bare_services
        self._named: dict[str, Organisation | None] = {}
        self._by_form = _unambiguous(found)
        self._by_state = _unambiguous(self._of_states(listed))

    def named(self, form: str) -> Organisation | None:
        """The organisation that one form names, whatever stands beside it."""
        if form not in self._named:
            self._named[form] = self._by_form.get(self._key(form))
        return self._named[form]

    def state_of(self, source: str) -> str | None:
        """Code of the state whose body issues releases under a source, or None."""
        entry = self.named(source)
        return entry.country if entry else self.names.of(source).country

    def _of_state(self, form: str, country: str, *, literal: bool) -> Organisation | None:
        """The body of a state that a form means in texts about it ("the Senate").

        Args:
            form: A name.
            country: Code of the state.
            literal: Whether only who issued the texts is known. Then the words must be those of
                the gazetteer, for a ministry is none of a state that has departments, and it
                must be nothing that every state has, as armed forces are.
        """
        name = self.names.of(form)
        every = name.residue in self._services
        if name.country not in (None, country) or (literal and every):
            return None
        words = tuple(sorted(name.content)) if literal else name.residue
        return self._by_state.get((country, "literal" if literal else "", *words))

    def _of_states(self, listed: Iterable[Organisation]) -> _Index:
        found: _Index = defaultdict(set)
        for organisation in listed:
            country = organisation.country
            for form in organisation.forms if country else ():
                for name in map(self.names.of, (form, *self._rests(form, organisation))):
                    if country and name.full and name.residue and name.country in (None, country):
                        found[country, "", *name.residue].add(organisation)
                        found[country, "literal", *sorted(name.content)].add(organisation)
        return found

    def _rests(self, form: str, organisation: Organisation) -> Iterator[str]:
        """What a form of a part of another organisation calls it inside that one."""
        for whole, rest in _divisions(form):
            owner = self.named(whole)
            if owner and owner.name == organisation.parent:
                yield rest

    def listed(
        self,
        names: Collection[str],
        aliases: Collection[str],
        countries: frozenset[str],
        issuer: str | None = None,
    ) -> Organisation | None:
        """The one organisation that the forms of an entity mean; None if none or several.

        Names in full count before acronyms, and these only if there is no name in full. A form
        that many states use ("Department of Justice") means the listed body only for who is tied
        to its state, unless it is its first name in the gazetteer or its acronym stands beside.

        Args:
            names: What releases call it.
            aliases: Other forms; those that say less than a name are left out.
            countries: Codes of the states that it is tied to.
            issuer: Code of the state that issued the releases; counts where no state is tied.
        """
        forms = {*names, *aliases}
        telling = self.names.telling(names, aliases)
        full = [form for form, name in telling.items() if name.full or not is_acronym(form)]
        home = min(countries) if len(countries) == 1 else None if countries else issuer
        found = {
            entry
            for form in full or names
            if ((entry := self.named(form)) and self._may_mean(form, entry, forms, countries))
            or (home and (entry := self._of_state(form, home, literal=not countries)))
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
        if form not in self._keys:
            words = self.names.classes.spelling.words(form)
            self._keys[form] = words if len(words) > 1 else (form.removeprefix("the "),)
        return self._keys[form]


@cache
def read_authority() -> Authority:
    """The organisations of the gazetteer; made once, for that takes longer than a resolution."""
    return Authority(read_organisations(), BodyNames(read_body_classes()))


def _unambiguous(found: _Index) -> dict[tuple[str, ...], Organisation]:
    return {key: next(iter(of)) for key, of in found.items() if len(of) == 1}


def _divisions(form: str) -> Iterator[tuple[str, str]]:
    """What may name the whole, with the rest: what a form begins with, then what it ends with."""
    tokens = form.split()
    for stop in range(len(tokens) - 1, 0, -1):
        yield _POSSESSIVE.sub("", " ".join(tokens[:stop])), " ".join(tokens[stop:])
    for match in _JOINT.finditer(form):
        yield form[match.end() :], form[: match.start()]
