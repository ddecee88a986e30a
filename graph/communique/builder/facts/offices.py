"""Offices that a rule has guessed and that other releases contradict in words.

A release that names "President X" may mean its own president or one of the states around; what it
says elsewhere decides, and if it says nothing, a rule guesses. Over many releases somebody is
called "the President of Y" in so many words, and then the guesses for other states are wrong:
nobody holds one office in two states.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from communique.gazetteer.surnames import name_words
from communique.gazetteer.territories import fold
from communique.gazetteer.titles import read_titles
from communique.graph import Evidence, Fact
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


def contradicted(facts: Iterable[Fact]) -> frozenset[str]:
    """Keys of the facts that give somebody the office of a state by guesses alone, wrongly.

    One is wrong if the same person holds the same office in another state by the words of two
    releases, or by five times as many releases. Persons are the same by their full names, or by a
    surname that stands for one of these. Envoys are left alone: they belong to two states.
    """
    envoys = {fold(word) for word in read_titles().accredited}
    offices = [
        fact
        for fact in facts
        if _is_of_state(fact) and envoys.isdisjoint(fold(fact.qualifiers.role or "").split())
    ]
    full = _full_names(offices)
    said: dict[_Holder, dict[str, _Voices]] = defaultdict(lambda: defaultdict(_Voices))
    for fact in offices:
        for holder in _holders(fact, full):
            said[holder][fact.object.id].hear(fact.evidence)
    return frozenset(
        fact.key
        for fact in offices
        if all(item.rule in GUESSING for item in fact.evidence)
        and _is_outweighed(fact.object.id, _together(said[h] for h in _holders(fact, full)))
    )


def _is_of_state(fact: Fact) -> bool:
    of_person = fact.subject.type is EntityType.PERSON and fact.object.type is EntityType.COUNTRY
    return fact.predicate is Relation.REPRESENTS and of_person and bool(fact.qualifiers.role)


def _full_names(facts: Iterable[Fact]) -> dict[str, set[str]]:
    """By each surname the full names that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for name in _names(fact):
            found[name.split()[-1]].add(name)
    return found


def _holders(fact: Fact, full: Mapping[str, set[str]]) -> Iterator[_Holder]:
    title = fold(fact.qualifiers.role or "")
    surname = _surname(fact.subject.name)
    names = _names(fact) or full.get(surname) or {surname}
    yield from ((name, title) for name in sorted(names))


def _names(fact: Fact) -> set[str]:
    """The full names of a subject: those of several words that end in its surname."""
    surname = _surname(fact.subject.name)
    forms = (" ".join(name_words(name)) for name in (fact.subject.name, *fact.subject.aliases))
    return {form for form in forms if form.endswith(f" {surname}")}


def _surname(name: str) -> str:
    return next(iter(name_words(name)[-1:]), "")


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
