"""Which events and operations are one."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.graph import Arrival, bounds
from communique.identity.judgement.decision import Decision, Feature, Verdict
from communique.identity.judgement.partition import grouped, tell_apart
from communique.identity.occasions.edition import EditionClasses, EditionName
from communique.identity.profile import Profile

_OCCASION = 14
"""Days that one event lasts at most; a longer period stated is no day of it."""
_ADJOINING = 7
"""Days between two events of one name from which on they are different."""
_DORMANT = 1500
"""Days without a release from which on an operation of the same name is another one."""

Read = Callable[[str], EditionName]
Label = frozenset[str]


@dataclass(frozen=True, slots=True)
class Occasions:
    """What tells one edition from the others: the name, the dates stated, the days of releases.

    Attributes:
        classes: Take names apart.
        arrivals: When releases came out.
    """

    classes: EditionClasses
    arrivals: Mapping[str, Arrival]

    def judge_events(self, profiles: Sequence[Profile]) -> Iterator[Decision]:
        """Named events of one name are one unless ordinal, year or day tell them apart.

        The year is that of the name, else of the dates that releases state, else of the day of
        the release if events of such a name come again ("summit"); one of these that has none is
        left to people.
        """
        named = [profile for profile in profiles if profile.named]
        for series, group in grouped(named, lambda p: _series(p, self.classes.edition)):
            labels, name = self._editions(group), " ".join(series)
            yield from _apart([p for p in group if p.id in labels], labels, name, "editions")
            undated = [profile.id for profile in group if profile.id not in labels]
            if undated and len(group) > 1:
                why = f"nothing says which {name} is meant"
                features = [Feature("same name", 2.0), Feature("such events come again", -2.0)]
                yield Decision.scored(Verdict.UNSURE, (p.id for p in group), why, features)

    def judge_operations(self, profiles: Sequence[Profile]) -> Iterator[Decision]:
        """Named operations go by name and year in it; described ones are their releases'.

        One of which nothing was heard for years is another than the later one of its name.
        """
        named = [profile for profile in profiles if profile.named]
        for series, group in grouped(named, lambda p: _series(p, self.classes.operation)):
            told = {p.id: _numbers(p, self.classes.operation) for p in group}
            left = [profile for profile in group if not told[profile.id]]
            labels = told | self._spells(left, single=not any(told.values()))
            yield from _apart(group, labels, " ".join(series), "times")

    def _editions(self, group: Sequence[Profile]) -> dict[str, Label]:
        """Which edition each event is; nothing of one that comes again, if nothing tells."""
        ordinals = {p.id: _ordinals(p, self.classes.edition) for p in group}
        years = {p.id: self._years(p) for p in group}
        by_year: dict[str, set[str]] = defaultdict(set)
        for profile in group:
            for year in years[profile.id]:
                by_year[year] |= ordinals[profile.id]
        labels = {}
        for profile in group:
            known = [by_year[year] for year in sorted(years[profile.id])]
            single = known[0] if len(known) == 1 and len(known[0]) == 1 else years[profile.id]
            labels[profile.id] = ordinals[profile.id] or frozenset(single)
        dated = [p for p in group if labels[p.id] or not self._recurring(p)]
        return {p.id: labels[p.id] for p in dated} | self._by_day(dated, labels)

    def _recurring(self, profile: Profile) -> bool:
        return any(self.classes.edition(name).recurring for name in profile.names)

    def _by_day(self, group: Sequence[Profile], labels: Mapping[str, Label]) -> dict[str, Label]:
        """Labels of the events that days tell apart within one edition."""
        spans: dict[Label, dict[str, tuple[int, int]]] = defaultdict(dict)
        for profile in group:
            if (span := _span(profile)) is not None:
                spans[labels[profile.id]][profile.id] = span
        found: dict[str, Label] = {}
        for of_label in spans.values():
            runs = list(_runs(of_label, _ADJOINING))
            if len(runs) > 1:
                for run in runs:
                    start = datetime.date.fromordinal(min(of_label[id_][0] for id_ in run))
                    found |= dict.fromkeys(run, frozenset([start.isoformat()]))
        return found | {
            profile.id: frozenset()
            for profile in group
            if profile.id not in found and labels[profile.id] in map(labels.get, found)
        }

    def _years(self, profile: Profile) -> Label:
        names = [self.classes.edition(name) for name in profile.names]
        told = {name.year for name in names if name.year}
        stated = {str(day.year) for date in profile.dates for day in bounds(date)}
        issued = {
            arrival.published[:4]
            for release in profile.releases
            if (arrival := self.arrivals.get(release)) and arrival.published
        }
        if told or not stated:
            weak = issued if self._recurring(profile) else set[str]()
            return frozenset(told or weak)
        return frozenset((stated & issued if len(stated) > 1 else stated) or stated)

    def _spells(self, group: Sequence[Profile], *, single: bool) -> dict[str, Label]:
        """Times in which releases speak of an operation without longer pauses."""
        spans: dict[str, tuple[int, int]] = {}
        for profile in group:
            days = [
                datetime.date.fromisoformat(arrival.published).toordinal()
                for release in profile.releases
                if (arrival := self.arrivals.get(release)) and arrival.published
            ]
            if days:
                spans[profile.id] = min(days), max(days)
        runs = list(_runs(spans, _DORMANT))
        labels = dict.fromkeys((p.id for p in group), frozenset[str]())
        for run in runs if len(runs) > 1 or not single else ():
            start = datetime.date.fromordinal(min(spans[id_][0] for id_ in run))
            labels |= dict.fromkeys(run, frozenset([f"from {start.isoformat()}"]))
        return labels


def _apart(
    group: Sequence[Profile], labels: Mapping[str, Label], name: str, what: str
) -> Iterator[Decision]:
    return tell_apart(group, lambda p: labels[p.id], lambda p: p.releases, name, what)


def _series(profile: Profile, read: Read) -> Iterator[tuple[str, ...]]:
    return (series for name in profile.names if (series := read(name).series))


def _ordinals(profile: Profile, read: Read) -> Label:
    return frozenset(f"no. {n}" for name in profile.names if (n := read(name).ordinal) is not None)


def _numbers(profile: Profile, read: Read) -> Label:
    return frozenset(year for name in profile.names if (year := read(name).year))


def _span(profile: Profile) -> tuple[int, int] | None:
    """First and last day of an event, as ordinals; None if the dates stated are no days of one."""
    days = [(first, last) for first, last in map(bounds, profile.dates)]
    if not days:
        return None
    first, last = min(start for start, _ in days), max(end for _, end in days)
    return (first.toordinal(), last.toordinal()) if (last - first).days <= _OCCASION else None


def _runs(spans: Mapping[str, tuple[int, int]], gap: int) -> Iterator[list[str]]:
    """Ids whose spans follow each other without a longer gap, in the order of time."""
    run: list[str] = []
    end = 0
    for id_ in sorted(spans, key=lambda id_: (*spans[id_], id_)):
        if run and spans[id_][0] - end > gap:
            yield run
            run, end = [], 0
        run.append(id_)
        end = max(end, spans[id_][1])
    if run:
        yield run
