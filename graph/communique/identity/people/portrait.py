"""What releases tell of one person, put together for comparison."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product, takewhile

from communique.identity.clusters import Clusters, natural
from communique.identity.names import fold
from communique.identity.people.background import Background, Office
from communique.identity.people.districts import Districts
from communique.identity.people.name import PersonName, PersonNames
from communique.identity.people.weights import Limits
from communique.identity.profile import Profile

_DAYS_OF_YEAR = 365.25
_CODE = 3


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is known of one or several clusters that are one person by their names.

    Attributes:
        ids: The clusters, in natural order.
        names: Full names if there is any, else surnames; sorted.
        countries: ISO codes of those represented.
        uncoded: Cluster ids of represented countries without a code.
        around: ISO codes that every release names which ties the person to a country.
        certain: Whether the ties to countries are read without doubt.
        bodies: Cluster ids of the organisations represented.
        offices: Roles, folded, without "former" and the like, with the number of releases for each.
        titles: Words of offices that releases put before the name alone.
        common: Whether many people bear such a surname.
        address: "f" or "m" by forms of address; None if they do not tell.
        given: "f" or "m" by the given name, likewise.
        releases: Those that mention the person.
        days: First and last day of publication as ordinals; None if no release is dated.
    """

    ids: tuple[str, ...]
    names: tuple[PersonName, ...]
    countries: frozenset[str]
    uncoded: frozenset[str]
    around: frozenset[str]
    certain: bool
    bodies: frozenset[str]
    offices: Mapping[Office, int]
    titles: frozenset[Office]
    common: bool
    address: str | None
    given: str | None
    releases: frozenset[str]
    days: tuple[int, int] | None

    @property
    def full(self) -> bool:
        """Whether there is more than a surname."""
        return any(name.full for name in self.names)

    @property
    def surnames(self) -> frozenset[str]:
        """The last words of the names."""
        return frozenset(name.words[-1] for name in self.names)

    @property
    def states(self) -> frozenset[str]:
        """The countries represented: codes and cluster ids."""
        return self.countries | self.uncoded

    @property
    def ties(self) -> frozenset[str]:
        """Whom the person represents."""
        return self.states | self.bodies

    @property
    def years(self) -> float:
        """Years from the first release to the last."""
        return (self.days[1] - self.days[0]) / _DAYS_OF_YEAR if self.days else 0.0

    def often(self, office: Office, share: float) -> bool:
        """Whether at least such a share of the most given office's releases give this one."""
        return self.offices[office] >= share * max(self.offices.values())

    @property
    def text(self) -> str:
        """A name, for reasons."""
        return max(self.names, key=lambda name: (len(name.words), name.whole)).text

    def years_from(self, other: "Portrait") -> float:
        """Years between the last release of the one and the first of the other; 0 if unknown."""
        if self.days is None or other.days is None:
            return 0.0
        gap = max(self.days[0] - other.days[1], other.days[0] - self.days[1], 0)
        return gap / _DAYS_OF_YEAR


class Portraits:
    """Makes portraits of profiles, those of one name, country and time together."""

    def __init__(
        self,
        names: PersonNames,
        background: Background,
        entities: Clusters,
        limits: Limits,
    ) -> None:
        """Take what reads names, what else releases tell, the clusters of entities, limits."""
        self._names, self._background = names, background
        self._entities, self._members, self._limits = entities, entities.members(), limits
        self._districts = Districts(names.spelling, background.label)

    def of(self, profiles: Iterable[Profile]) -> list[Portrait]:
        """Portraits in natural order of their ids; profiles of titles without a name have none."""
        single = {
            portrait.ids[0]: portrait
            for portrait in map(self._portrait, profiles)
            if portrait.names
        }
        clusters = Clusters(single)
        for one, other in self._entities.kept_apart():
            if one in single and other in single:
                clusters.keep_apart(one, other)
        for alike in self._alike(single.values()):
            rivals = self._districts.rivals(alike)
            ids = [portrait.ids[0] for portrait in alike if portrait.ids[0] not in rivals]
            sides, _ = clusters.sides(ids)
            for side in sides:
                clusters.merge(side)
        return [united([single[id_] for id_ in ids]) for ids in clusters.members().values()]

    def _alike(self, portraits: Iterable[Portrait]) -> Iterator[list[Portrait]]:
        """Groups that are one person: those of one key that no years part."""
        keyed: dict[tuple[object, ...], list[Portrait]] = defaultdict(list)
        for portrait in portraits:
            for key in _keys(portrait):
                keyed[key].append(portrait)
        for group in keyed.values():
            yield from self._by_time(group)

    def _by_time(self, portraits: Sequence[Portrait]) -> list[list[Portrait]]:
        limits = self._limits
        limit = limits.full_years if portraits[0].full else limits.bare_years
        groups: list[list[Portrait]] = []
        last = 0
        for portrait in sorted(portraits, key=lambda p: (p.days or (0, 0), p.ids[0])):
            first, end = portrait.days or (0, 0)
            if not groups or (last and (first - last) / _DAYS_OF_YEAR > limit):
                groups.append([])
            groups[-1].append(portrait)
            last = max(last, end)
        return groups

    def _portrait(self, profile: Profile) -> Portrait:
        names, titles = self._told_by(profile)
        coded = frozenset(code for code in profile.countries if _is_code(code))
        return Portrait(
            ids=(profile.id,),
            names=names,
            countries=coded,
            uncoded=profile.countries - coded,
            around=self._background.around(self._members[profile.id]),
            certain=self._background.certain(self._members[profile.id]),
            bodies=profile.bodies,
            offices=self._offices(profile),
            titles=titles,
            common=any(name.words[-1] in self._names.spelling.common_surnames for name in names),
            address=self._address(profile),
            given=self._given(names),
            releases=profile.releases,
            days=self._background.days(profile.releases),
        )

    def _told_by(self, profile: Profile) -> tuple[tuple[PersonName, ...], frozenset[Office]]:
        own = {name for form in profile.names if (name := self._names.of(form))}
        others = [name for alias in profile.aliases if (name := self._names.of(alias))]
        alone = {name.words[-1] for name in others if not name.full}
        own |= {cut for name in own for word in alone if (cut := name.up_to(word))}
        surnames = {name.words[-1] for name in own}
        titles = set()
        for alias in profile.aliases:
            name = self._names.of(alias)
            titles.add(self._title(alias, name))
            if name is None:
                continue
            if name.full and name.words[-1] in surnames and self._untitled(name):
                own.add(name)
        full = {name for name in own if name.full}
        return tuple(sorted(full or own, key=lambda name: name.whole)), frozenset(titles - {()})

    def _title(self, alias: str, name: PersonName | None) -> Office:
        """The words of an office before a name, or alone ("Minister" in "Minister Lind")."""
        titles = self._names.words.titles
        words = takewhile(titles.__contains__, fold(alias)) if name else fold(alias)
        return self._office([word for word in words if word not in self._names.words.honorifics])

    def _untitled(self, name: PersonName) -> bool:
        return not any(word in self._names.words.titles for word in name.words[:-1])

    def _offices(self, profile: Profile) -> Mapping[Office, int]:
        found: Counter[Office] = Counter()
        for role, releases in self._background.offices(self._members[profile.id]).items():
            if office := self._office(role):
                found[office] += releases
        return found

    def _office(self, role: Sequence[str]) -> Office:
        return tuple(word for word in role if word not in self._names.words.openings)

    def _address(self, profile: Profile) -> str | None:
        spelling = self._names.spelling
        address = {fold(form)[0] for form in profile.aliases if len(fold(form)) > 1}
        woman, man = address & spelling.women, address & spelling.men
        return ("f" if woman else "m") if bool(woman) != bool(man) else None

    def _given(self, names: Iterable[PersonName]) -> str | None:
        given = {self._names.spelling.given.get(name.words[0]) for name in names if name.full}
        return given.pop() if len(given) == 1 else None


def usual_bearers(portraits: Iterable[Portrait], least: float, lead: float) -> frozenset[str]:
    """First ids of those whom a surname alone mostly means.

    Args:
        portraits: All of them.
        least: Releases that such a person is named in.
        lead: How many times as many as the next of the surname, at least.
    """
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for portrait in portraits:
        if portrait.full and not portrait.common:
            for surname in portrait.surnames:
                bearers[surname].append((len(portrait.releases), portrait.ids[0]))
    found = set()
    for namesakes in bearers.values():
        (most, first), *rest = sorted(namesakes, reverse=True)
        if most >= least and all(most >= lead * releases for releases, _ in rest):
            found.add(first)
    return frozenset(found)


def united(portraits: Sequence[Portrait]) -> Portrait:
    """The portrait of all together."""
    if len(portraits) == 1:
        return portraits[0]
    first = portraits[0]
    names = {name for portrait in portraits for name in portrait.names}
    days = [portrait.days for portrait in portraits if portrait.days]
    tied = [portrait.around for portrait in portraits if portrait.countries]

    def every(part: Callable[[Portrait], frozenset[str]]) -> frozenset[str]:
        return frozenset(chain.from_iterable(map(part, portraits)))

    return Portrait(
        ids=tuple(sorted((id_ for p in portraits for id_ in p.ids), key=natural)),
        names=tuple(sorted(names, key=lambda name: name.whole)),
        countries=every(lambda p: p.countries),
        uncoded=every(lambda p: p.uncoded),
        around=frozenset.intersection(*tied) if tied else frozenset(),
        certain=any(portrait.certain for portrait in portraits),
        bodies=every(lambda p: p.bodies),
        offices=sum((Counter(p.offices) for p in portraits), Counter()),
        titles=frozenset(title for p in portraits for title in p.titles),
        common=first.common,
        address=first.address,
        given=first.given,
        releases=every(lambda p: p.releases),
        days=(min(day for day, _ in days), max(day for _, day in days)) if days else None,
    )


def _keys(portrait: Portrait) -> Iterator[tuple[object, ...]]:
    """Portraits that share a key are one person, but for the years between them.

    A full name counts with a country or body; one that many bear with a body or with an office in
    a country; a surname with an office in either, or with a body if it has no office.
    """
    for name in portrait.names:
        start = (name, portrait.address)
        if portrait.full:
            yield from ((*start, portrait.states, body) for body in portrait.bodies)
        else:
            held = product(portrait.bodies, portrait.offices or [()])
            yield from ((*start, portrait.states, *post) for post in held)
        if portrait.full and not portrait.common:
            yield from ((*start, country) for country in portrait.states)
            if not portrait.ties:
                yield start
        else:
            yield from ((*start, *post) for post in product(portrait.states, portrait.offices))


def _is_code(country: str) -> bool:
    return len(country) == _CODE and country.isupper()
