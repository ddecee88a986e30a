"""From what a question names to the parameters of a template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, permutations

from communique.queries.answers import Named
from communique.queries.ask.reading.mention import Mention, outstanding
from communique.queries.ask.reading.terms import Asked
from communique.queries.ask.times import Period
from communique.queries.candidate import Candidate
from communique.queries.catalogue import Parameter, ParameterKind, Template

_DATES = frozenset({ParameterKind.DATE_FROM, ParameterKind.DATE_TO, ParameterKind.DAY})
_TEXTS = frozenset({ParameterKind.TEXT, ParameterKind.SEARCH})
_MOST_MENTIONS = 5
"""Entities that a question may name; of more the rest stays unused."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A value for a parameter.

    Attributes:
        value: As the runner takes it; an entity by its id.
        words: What the question says for it.
        named: The entity, if it is one.
    """

    value: str
    words: str
    named: Named | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """What a question gives a template.

    Attributes:
        values: By parameter.
        missing: Required parameters that it does not give.
        unused: What it names and the template has no place for, as written.
        ambiguous: Names that several entities bear, with them, by parameter.
        supplied: Times used whose year the question does not write, each with the year.
    """

    values: Mapping[str, Filled]
    missing: tuple[Parameter, ...] = ()
    unused: tuple[str, ...] = ()
    ambiguous: Mapping[str, tuple[str, tuple[Candidate, ...]]] = field(default_factory=dict)
    supplied: Mapping[str, int] = field(default_factory=dict)

    def meaning(self, name: str, one: Candidate) -> "Filling":
        """The same with one of the entities that the words for a parameter may mean."""
        words, _ = self.ambiguous[name]
        meant = Filled(one.id, words, Named(one.id, one.name))
        others = {key: value for key, value in self.ambiguous.items() if key != name}
        return replace(self, values={**self.values, name: meant}, ambiguous=others)


def fill(template: Template, asked: Asked, today: date) -> Filling:
    """Give each parameter what the question says for it; what is open must end today."""
    values: dict[str, Filled] = {}
    texts = dict(_texts(template, asked))
    values |= texts
    taken = {filled.words for filled in texts.values()}
    mentions = [
        mention
        for mention in asked.mentions[:_MOST_MENTIONS]
        if not any(mention.text in words for words in taken)
    ]
    entities, ambiguous, left = _entities(template, mentions)
    values |= entities
    times, unused = _times(template, asked.periods, asked.text)
    values |= times | dict(_until_today(template, times, today))
    numbers, surplus = _numbers(template, asked)
    values |= numbers
    missing = tuple(
        parameter
        for parameter in template.parameters
        if parameter.required and parameter.name not in values | ambiguous.keys()
    )
    offices = [office.text for office in asked.offices if office.text not in taken]
    unused = (*(mention.text for mention in left), *offices, *unused, *surplus, *asked.asides)
    supplied = {
        words: period.first.year
        for period in asked.periods
        if period.supplied and (words := asked.text[period.start : period.end]) not in unused
    }
    return Filling(values, missing, unused, ambiguous, supplied)


def _entities(
    template: Template, mentions: Sequence[Mention]
) -> tuple[dict[str, Filled], dict[str, tuple[str, tuple[Candidate, ...]]], list[Mention]]:
    """Values for the entities, names that are not clear, and mentions without a place."""
    wanted = [p for p in template.parameters if p.kind is ParameterKind.ENTITY]
    best: tuple[Mention | None, ...] = (None,) * len(wanted)
    pool = [*mentions, *(None,) * len(wanted)]
    rank = (-1, 0)
    for places in dict.fromkeys(permutations(range(len(pool)), len(wanted))):
        chosen = tuple(pool[place] for place in places)
        if _differ(chosen, wanted) and all(
            m is None or m.fitting(p.types) for m, p in zip(chosen, wanted, strict=True)
        ):
            used = [m.start for m in chosen if m is not None]
            needed = sum(m is not None and p.required for m, p in zip(chosen, wanted, strict=True))
            found = (len(used) + needed, -sum(a > b for a, b in pairwise(used)))
            if found > rank:
                best, rank = chosen, found
    values, ambiguous = dict[str, Filled](), dict[str, tuple[str, tuple[Candidate, ...]]]()
    for parameter, mention in zip(wanted, best, strict=True):
        if mention is None:
            continue
        candidates = mention.fitting(parameter.types)
        one = outstanding(candidates)
        if one is None:
            ambiguous[parameter.name] = (mention.text, candidates)
        else:
            values[parameter.name] = Filled(one.id, mention.text, Named(one.id, one.name))
    said = {filled.value for filled in values.values()}
    left = [m for m in mentions if m not in best and not said & {item.id for item in m.candidates}]
    return values, ambiguous, left


def _differ(chosen: Sequence[Mention | None], wanted: Sequence[Parameter]) -> bool:
    """Whether no two parameters get one entity."""
    meant = [
        outstanding(mention.fitting(parameter.types))
        for mention, parameter in zip(chosen, wanted, strict=True)
        if mention is not None and mention.fitting(parameter.types)
    ]
    ids = [one.id for one in meant if one is not None]
    return len(ids) == len(set(ids))


def _times(
    template: Template, periods: Sequence[Period], text: str
) -> tuple[dict[str, Filled], tuple[str, ...]]:
    """Values for the dates, and times without a place."""
    by_kind: dict[ParameterKind, list[Parameter]] = {}
    for parameter in template.parameters:
        by_kind.setdefault(parameter.kind, []).append(parameter)
    values: dict[str, Filled] = {}
    unused: list[str] = []
    for period in periods:
        words = text[period.start : period.end]
        found = dict(_bounds(period, by_kind, words))
        if not found or found.keys() & values.keys():
            unused.append(words)
        values = found | values
    return values, tuple(unused)


def _until_today(
    template: Template, times: Mapping[str, Filled], today: date
) -> Iterator[tuple[str, Filled]]:
    """The end of a period that began and must have one ("what is new since May")."""
    kinds = {parameter.name: parameter.kind for parameter in template.parameters}
    begun = [name for name in times if kinds[name] is ParameterKind.DATE_FROM]
    for parameter in template.parameters:
        open_end = parameter.required and parameter.name not in times
        if parameter.kind is ParameterKind.DATE_TO and begun and open_end:
            yield parameter.name, Filled(today.isoformat(), times[begun[0]].words)


def _bounds(
    period: Period, by_kind: Mapping[ParameterKind, Sequence[Parameter]], words: str
) -> Iterator[tuple[str, Filled]]:
    since, until = period.since, period.until
    first, last = by_kind.get(ParameterKind.DATE_FROM), by_kind.get(ParameterKind.DATE_TO)
    if first and not last:  # one boundary, whatever the words call it
        since = period.since or period.first
        until = None
    if first and since:
        yield first[0].name, Filled(since.isoformat(), words)
    if last and until:
        yield last[0].name, Filled(until.isoformat(), words)
    days = by_kind.get(ParameterKind.DAY)
    if days and period.day:
        yield days[0].name, Filled(period.day.isoformat(), words)


def _numbers(template: Template, asked: Asked) -> tuple[dict[str, Filled], tuple[str, ...]]:
    """Values for numbers: the first one that is not the number of rows, if there is one."""
    wanted = [p for p in template.parameters if p.kind is ParameterKind.INT and p.name != "skip"]
    if not asked.numbers or not wanted:
        return {}, tuple(str(number) for _, number in asked.numbers)
    other = [parameter for parameter in wanted if parameter.name != "limit"]
    limits = [parameter for parameter in wanted if parameter.name == "limit"]
    values: dict[str, Filled] = {}
    surplus: list[str] = []
    for offset, number in asked.numbers:
        ranked = re.search(r"\b(?:top|first|best|the)\s+$", asked.text[:offset], re.IGNORECASE)
        order = [*limits, *other] if ranked else [*other, *limits]
        free = next((p for p in order if p.name not in values), None)
        if free is None:
            surplus.append(str(number))
        else:
            values[free.name] = Filled(str(number), str(number))
    return values, tuple(surplus)


def _texts(template: Template, asked: Asked) -> Iterator[tuple[str, Filled]]:
    """Values for texts and words: what is quoted or called so, an office."""
    for parameter in template.parameters:
        if parameter.kind is ParameterKind.WORDS and asked.offices:
            office = asked.offices[0].text
            yield parameter.name, Filled(office, office)
        elif parameter.kind in _TEXTS:
            for _, text in asked.quoted[:1]:
                yield parameter.name, Filled(text, text)
