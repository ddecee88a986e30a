"""Groups of states by a common name, and their officials: "the Baltic states"."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.gazetteer.territories import fold
from communique.gazetteer.territories.groups import states_of_group
from communique.ontology import EntityType

_STATES = frozenset({"states", "countries", "nations", "allies", "partners"})
_OFFICIALS = frozenset(
    "ministers presidents leaders premiers ambassadors envoys counterparts chiefs".split()
)
_ANY = frozenset({"leaders", "counterparts", "chiefs"})
"""Those of the officials whose titles are of many words."""
_FIELDS = frozenset(
    "foreign prime defence defense interior finance energy transport justice health".split()
)
"""Words between the name of a group and its officials: "the Baltic foreign ministers"."""
_SOME = frozenset(
    "some most many several few other another no none non one two three four five half part".split()
)
_BUT = frozenset({"except", "but", "excluding", "without"})
_LONGEST = 3
"""Words of the name of a group before its noun."""


def grouped(token: Token, figures: Iterable[Figure]) -> Sequence[Figure]:
    """The states or officials of the group that a noun means, if all of them are figures.

    "The Baltic foreign ministers" are three people whom the release names, one of each state.
    """
    kind = EntityType.COUNTRY if token.lower_ in _STATES else EntityType.PERSON
    meant = token.lower_ in _STATES | _OFFICIALS and not _is_part(token)
    codes = _named(token) if meant else frozenset()
    among = (f for f in figures if f.type == kind and _code(f) in codes)
    found = [f for f in among if kind == EntityType.COUNTRY or _holds(f, token.lower_)]
    return found if len(found) == len(codes) == len(set(map(_code, found))) else ()


def _named(token: Token) -> frozenset[str]:
    """The codes of the states of the group whose name stands before a noun."""
    end = token.i - (token.lower_ in _OFFICIALS and token.doc[token.i - 1].lower_ in _FIELDS)
    before = [word.lower_ for word in token.doc[max(0, end - _LONGEST) : end]]
    names = (" ".join(before[start:]) for start in range(len(before)))
    return next(filter(None, map(states_of_group, names)), frozenset())


def _is_part(token: Token) -> bool:
    """Whether some of a group are meant: "three Nordic states", "most of", "all but X"."""
    before = {child.lower_ for child in token.children if child.i < token.i}
    counted = any(child.dep_ == "nummod" for child in token.children) or before & _SOME
    of = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _SOME
    behind = {word.lower_ for word in token.doc[token.i + 1 : token.i + 3]}
    return bool(counted or of or behind & _BUT)


def _holds(person: Figure, officials: str) -> bool:
    """Whether somebody has such an office as several do: "ministers"."""
    office = officials.removesuffix("s")
    titles = [fold(o.role.title) for o in person.offices if not o.role.former]
    return officials in _ANY or any(office in title.split() for title in titles)


def _code(figure: Figure) -> str:
    """Of a state, or of that for which somebody stands."""
    land = figure.home if figure.type == EntityType.PERSON else figure.territory
    return land.iso3 if land else ""
