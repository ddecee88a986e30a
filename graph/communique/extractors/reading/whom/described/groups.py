"""Groups of states by a common name: "the Baltic states"."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.gazetteer.territories.groups import states_of_group
from communique.ontology import EntityType

_STATES = frozenset({"states", "countries", "nations", "allies", "partners"})
_SOME = frozenset(
    "some most many several few other another no none non one two three four five half part".split()
)
_BUT = frozenset({"except", "but", "excluding", "without"})
_LONGEST = 3
"""Words of the name of a group before its noun."""


def grouped(token: Token, figures: Iterable[Figure]) -> Sequence[Figure]:
    """The states of the group that a noun means, if each of them is among the figures."""
    codes = _named(token) if token.lower_ in _STATES else frozenset()
    if not codes or _is_part(token):
        return ()
    states = [f for f in figures if f.type == EntityType.COUNTRY and _code(f) in codes]
    return states if len(states) == len(codes) else ()


def _named(token: Token) -> frozenset[str]:
    """The codes of the states of the group whose name stands before a noun."""
    before = [word.lower_ for word in token.doc[max(0, token.i - _LONGEST) : token.i]]
    names = (" ".join(before[start:]) for start in range(len(before)))
    return next(filter(None, map(states_of_group, names)), frozenset())


def _is_part(token: Token) -> bool:
    """Whether some of a group are meant: "three Nordic states", "most of", "all but X"."""
    before = {child.lower_ for child in token.children if child.i < token.i}
    counted = any(child.dep_ == "nummod" for child in token.children) or before & _SOME
    of = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _SOME
    behind = {word.lower_ for word in token.doc[token.i + 1 : token.i + 3]}
    return bool(counted or of or behind & _BUT)


def _code(state: Figure) -> str:
    return state.territory.iso3 if state.territory else ""
