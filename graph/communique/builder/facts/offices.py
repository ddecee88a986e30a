"""Offices that a rule has guessed and that other releases contradict in words.

A release that names "President X" may mean its own president or one of the states around; what it
says elsewhere decides, and if it says nothing, a rule guesses. Over many releases somebody is
called "the President of Y" in so many words, and then the guesses for other states are wrong:
nobody holds one office in two states.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from communique.gazetteer.surnames import name_words
from communique.gazetteer.territories import fold
from communique.gazetteer.titles import read_titles
from communique.graph import Evidence, Fact, Statement
from communique.identity import Tied
from communique.ontology import EntityType, Relation

GUESSING = frozenset(
    f"represents/{basis}"
    for basis in (
        "department elsewhere issuer known-holder listed lone-state other-office own-chief "
        "own-minister scored serving state-ahead state-before state-faced"
    ).split()
)
"""Rules that infer whose an office is; all others read it in the sentence."""

_WORDS = 5
"""Releases that guess an office weigh as much as one that words it."""
_CLEAR = 5
"""Times that guesses for one state outweigh those for another where no release has words."""
_ENOUGH = 2
"""Releases with words that settle it."""

_Key = TypeVar("_Key", bound=Hashable)
_Holder = tuple[str, str]
"""Full name and title, folded."""


@dataclass(frozen=True, slots=True)
class _Voices:
    """Releases that give somebody an office in one state."""

    guessing: set[str] = field(default_factory=set)
    wording: set[str] = field(default_factory=set)

    @property
    def weight(self) -> int:
        return len(self.guessing) + _WORDS * len(self.wording)

    def hear(self, evidence: Iterable[Evidence]) -> None:
        for item in evidence:
            voices = self.guessing if item.rule in GUESSING else self.wording
            voices.add(item.release)


@dataclass(frozen=True, slots=True)
class _Office:
    """What gives somebody the office of a state.

    Attributes:
        names: Of the person, the first as the one the person goes by.
        title: Of the office, folded.
        state: Its ISO code, else what tells it from others.
        evidence: Where releases say so.
    """

    names: tuple[str, ...]
    title: str
    state: str
    evidence: tuple[Evidence, ...]

    @classmethod
    def of(cls, said: Fact | Statement) -> "_Office":
        person, state = said.subject, said.object
        title = fold(said.qualifiers.role or "")
        return cls((person.name, *person.aliases), title, state.iso3 or state.id, said.evidence)

    @property
    def surname(self) -> str:
        return next(iter(name_words(self.names[0])[-1:]), "")

    def full_names(self) -> set[str]:
        """The names of several words that end in the surname."""
        forms = (" ".join(name_words(name)) for name in self.names)
        return {form for form in forms if form.endswith(f" {self.surname}")}


def contradicted(facts: Iterable[Fact]) -> frozenset[str]:
    """Keys of the facts that give somebody the office of a state by guesses alone, wrongly.

    One is wrong if the same person holds the same office in another state by the words of two
    releases, or by five times as many releases. Persons are the same by their full names, or by a
    surname that stands for one of these. Envoys are left alone: they belong to two states.
    """
    return _contradicted((fact.key, fact) for fact in facts)


def doubted(releases: Iterable[tuple[str, Sequence[Statement]]]) -> frozenset[Tied]:
    """The statements of that kind, before it is known who is who.

    Args:
        releases: Release ids with the statements of each.
    """
    return _contradicted(
        (Tied.by(release, statement), statement)
        for release, statements in releases
        for statement in statements
    )


def _contradicted(said: Iterable[tuple[_Key, Fact | Statement]]) -> frozenset[_Key]:
    envoys = {fold(word) for word in read_titles().accredited}
    offices = [(key, _Office.of(one)) for key, one in said if _is_of_state(one)]
    offices = [item for item in offices if envoys.isdisjoint(item[1].title.split())]
    full = _full_names(office for _, office in offices)
    voices: dict[_Holder, dict[str, _Voices]] = defaultdict(lambda: defaultdict(_Voices))
    for _, office in offices:
        for holder in _holders(office, full):
            voices[holder][office.state].hear(office.evidence)
    return frozenset(
        key
        for key, office in offices
        if all(item.rule in GUESSING for item in office.evidence)
        and _is_outweighed(office.state, _together(voices[h] for h in _holders(office, full)))
    )


def _is_of_state(said: Fact | Statement) -> bool:
    of_person = said.subject.type is EntityType.PERSON and said.object.type is EntityType.COUNTRY
    return said.predicate is Relation.REPRESENTS and of_person and bool(said.qualifiers.role)


def _full_names(offices: Iterable[_Office]) -> dict[str, set[str]]:
    """By each surname the full names that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for office in offices:
        for name in office.full_names():
            found[office.surname].add(name)
    return found


def _holders(office: _Office, full: Mapping[str, Collection[str]]) -> Iterator[_Holder]:
    names = office.full_names() or full.get(office.surname) or {office.surname}
    yield from ((name, office.title) for name in sorted(names))


def _together(said: Iterable[Mapping[str, _Voices]]) -> dict[str, _Voices]:
    found: dict[str, _Voices] = defaultdict(_Voices)
    for states in said:
        for state, voices in states.items():
            found[state].guessing.update(voices.guessing)
            found[state].wording.update(voices.wording)
    return found


def _is_outweighed(state: str, said: Mapping[str, _Voices]) -> bool:
    """Whether another state has more of a claim; what any release words is left alone."""
    if said[state].wording:
        return False
    best = max(said, key=lambda id_: (said[id_].weight, id_))
    worded = len(said[best].wording) >= _ENOUGH
    return best != state and (worded or said[best].weight >= _CLEAR * said[state].weight)
