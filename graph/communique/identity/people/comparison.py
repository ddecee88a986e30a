"""Whether two people are one: names together with what releases tell of their lives."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Feature
from communique.identity.people.background import Office
from communique.identity.people.districts import Districts
from communique.identity.people.likeness import NameComparison
from communique.identity.people.name import PersonNames
from communique.identity.people.portrait import Portrait
from communique.identity.people.weights import Weights, total

_MISREAD = "different countries, but both in the release"
_MOST = 3
"""Countries or bodies that a reason names."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for and against two portraits being one person.

    Attributes:
        name: Features of their names.
        lives: The others.
    """

    name: tuple[Feature, ...]
    lives: tuple[Feature, ...]

    @property
    def features(self) -> tuple[Feature, ...]:
        """All of them."""
        return (*self.name, *self.lives)

    @property
    def total(self) -> float:
        """Their sum, in log-odds."""
        return total(self.features)


class People:
    """Compares portraits; remembers each comparison."""

    def __init__(
        self,
        names: PersonNames,
        weights: Weights,
        label: Callable[[str], str],
        clusters: Clusters,
        usual: frozenset[str],
    ) -> None:
        """Take what comparison rests on.

        Args:
            names: Reads names.
            weights: Of the features.
            label: Names a country or body.
            clusters: Tell who is kept apart.
            usual: First ids of those whom a surname alone mostly means.
        """
        self._names = NameComparison(names.spelling, weights)
        self._grades = names.words.grades
        self._districts = Districts(names.spelling, label)
        self._weights, self._label, self._clusters = weights, label, clusters
        self._usual = usual
        self._known: dict[tuple[str, str], Comparison] = {}

    def are_named_differently(self, one: Portrait, other: Portrait) -> bool:
        """Whether their names alone tell them apart at first sight; nothing is remembered."""
        return self._names.are_different(one.names, other.names)

    def compare(self, one: Portrait, other: Portrait) -> Comparison:
        """Their features; the same both ways."""
        key = (min(one.ids[0], other.ids[0]), max(one.ids[0], other.ids[0]))
        if key not in self._known:
            self._known[key] = self._compared(one, other)
        return self._known[key]

    def apart(self, one: Portrait, other: Portrait) -> bool:
        """Whether the two cannot be one, whoever else is one with both."""
        compared, limits = self.compare(one, other), self._weights.limits
        against = total(feature for feature in compared.features if feature.weight < 0)
        return compared.total <= limits.apart and against <= limits.against

    def _compared(self, one: Portrait, other: Portrait) -> Comparison:
        name = self._names.best(one.names, other.names)
        if total(name) <= self._weights.limits.different:
            return Comparison(name, ())
        bare = not (one.full and other.full)
        lives = (
            *self._countries(one, other),
            *self._posts(one, other),
            *self._persons(one, other),
            *self._bearers(one, other),
            *self._years(one, other, bare),
            *self._ruled(one, other),
        )
        return Comparison(name, lives)

    def _countries(self, one: Portrait, other: Portrait) -> Iterator[Feature]:
        feature = self._weights.feature
        shared = one.states & other.states
        if shared:
            yield feature("same country", listed(shared, self._label))
            return
        pairs = ((one.countries, other.countries), (one.uncoded, other.uncoded))
        for ours, theirs in pairs:
            if ours and theirs:
                sides = (listed(side, self._label) for side in (ours, theirs))
                kind = self._contradiction(one, other)
                yield feature(kind, " and ".join(sorted(sides)))
                few, many = sorted((len(one.releases), len(other.releases)))
                if kind == _MISREAD and many >= self._weights.limits.most * few:
                    yield feature("few releases against many", f"{few} and {many}")
                return

    def _contradiction(self, one: Portrait, other: Portrait) -> str:
        """Of what weight it is that two represent different countries.

        A release that names both countries may have been misread, unless it is certain.
        """
        if one.certain and other.certain:
            return "different countries"
        both = one.around & other.countries or other.around & one.countries
        if both:
            return _MISREAD
        return "different countries, read with doubt"

    def _posts(self, one: Portrait, other: Portrait) -> Iterator[Feature]:
        if bodies := one.bodies & other.bodies:
            yield self._weights.feature("same body", listed(bodies, self._label))
        kind, offices = self._offices(one, other)
        if not bodies and (office := self._districts.between(one, other)):
            yield self._weights.feature("one office in two districts", office)
        elif offices:
            yield self._weights.feature(kind, longest(offices))
        elif not bodies or not (one.full and other.full):
            yield from self._different_posts(one, other)

    def _offices(self, one: Portrait, other: Portrait) -> tuple[str, set[Office]]:
        """What offices have in common, and how much."""
        same = one.offices.keys() & other.offices.keys()
        like = {o for o in one.offices for p in other.offices if self._within(o, p)}
        share = self._weights.limits.often
        often = {o for o in same if one.often(o, share) and other.often(o, share)}
        if one.ties & other.ties and like:
            return ("same office", often) if often else ("like office", like)
        if one.countries and other.countries and not one.countries & other.countries:
            return "same title", set()
        return "same title", {*_said(one) & _said(other)} or like

    def _within(self, one: Office, other: Office) -> bool:
        """Whether one office is the other written shorter ("Secretary", "Secretary of State")."""
        short, long = sorted((set(one), set(other)), key=len)
        return short <= long and not (long - short) & self._grades

    def _different_posts(self, one: Portrait, other: Portrait) -> Iterator[Feature]:
        """People seldom hold two posts at one time, or change them within months."""
        dated = one.days and other.days
        limit = self._weights.limits.one_time
        near = max(one.years_from(other), one.years, other.years) <= limit
        unlike = not any(self._within(o, p) for o in one.offices for p in other.offices)
        if one.offices and other.offices and dated and near and unlike:
            posts = (longest(one.offices), longest(other.offices))
            yield self._weights.feature("different posts at one time", " and ".join(sorted(posts)))

    def _persons(self, one: Portrait, other: Portrait) -> Iterator[Feature]:
        genders = [self._gender(one, other), self._gender(other, one)]
        if all(genders) and genders[0] != genders[1]:
            yield self._weights.feature("a woman and a man")
        if shared := one.releases & other.releases:
            yield self._weights.feature("two people of one release", min(shared))

    def _bearers(self, one: Portrait, other: Portrait) -> Iterator[Feature]:
        for bare, full in ((one, other), (other, one)):
            usual = full.ids[0] in self._usual and bare.surnames & full.surnames
            if usual and not bare.full:
                yield self._weights.feature(
                    "whom the surname mostly means", str(len(full.releases))
                )

    def _gender(self, one: Portrait, other: Portrait) -> str | None:
        """As the form of address tells; against a surname alone the given name tells as well."""
        return one.address or (one.given if one.full and not other.full else None)

    def _years(self, one: Portrait, other: Portrait, bare: bool) -> Iterator[Feature]:
        limits = self._weights.limits
        years = one.years_from(other)
        if bare and years > limits.bare_years:
            yield self._weights.feature("years apart, surname alone", str(round(years)))
        elif years > limits.full_years:
            yield self._weights.feature("years apart", str(round(years)))

    def _ruled(self, one: Portrait, other: Portrait) -> Iterator[Feature]:
        if len(self._clusters.sides((*one.ids, *other.ids))[0]) > 1:
            yield self._weights.feature("judged different")


def _said(portrait: Portrait) -> frozenset[Office]:
    return portrait.titles | portrait.offices.keys()


def listed(ids: Iterable[str], label: Callable[[str], str]) -> str:
    """Countries or bodies in words, the first few."""
    names = sorted({label(id_) for id_ in ids})
    return ", ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")


def longest(offices: Iterable[Office]) -> str:
    """The office with most words, in words."""
    office: Office = max(offices, key=lambda words: (len(words), words))
    return " ".join(office)
