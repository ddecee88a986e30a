"""Properties that a query asks of nodes and relationships and no graph has."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from communique.loaders.files.neo4j_csv import PROPERTIES
from communique.queries.guard.tokens import Token, TokenKind

_ALIKE = 60
_NAMES = frozenset({TokenKind.WORD, TokenKind.NAME})
_BEFORE_NODES = frozenset({"MATCH", "SHORTEST"})
_BEHIND_VARIABLES = frozenset({")", ":", "{", "]", "*"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_PATTERN, _MAP, _OTHER = "pattern", "map", ""
"""What brackets hold: a node or relationship, its properties, or anything else."""


def strange_properties(found: Sequence[Token]) -> Iterator[str]:
    """Yield what to say of each property of a node or relationship that no graph has.

    Only of variables that patterns alone bind, and of what a pattern has in braces: what other
    maps hold is the query's own.
    """
    bound = set(_variables(found)) - set(_rebound(found))
    for place, (owner, dot, name) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        inner = place > 0 and found[place - 1].sign == "."
        if dot.sign == "." and not inner and owner.text in bound and _is_strange(name):
            yield _of_a_stranger(name.text)
    yield from (_of_a_stranger(key.text) for key in _keys(found) if _is_strange(key))


def _is_strange(token: Token) -> bool:
    return token.kind in _NAMES and token.text not in PROPERTIES and token.text != ""


def _of_a_stranger(name: str) -> str:
    near = nearest(name, sorted(PROPERTIES))
    hint = f"; did you mean {near}?" if near else ""
    return f"no graph has the property {name}{hint}"


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The one of some names that is most like another, in any case; None if none is like it."""
    folded = {one.casefold(): str(one) for one in known}
    found = process.extractOne(name.casefold(), list(folded), scorer=fuzz.ratio)
    return folded[found[0]] if found and found[1] >= _ALIKE else None


def _variables(found: Sequence[Token]) -> Iterator[str]:
    """Names that patterns give to nodes and relationships."""
    for place in range(1, len(found) - 2):
        if _opens_pattern(found, place):
            name, behind = found[place + 1], found[place + 2]
            told = behind.sign in _BEHIND_VARIABLES or behind.folded == "WHERE"
            if name.kind in _NAMES and told:
                yield name.text


def _rebound(found: Sequence[Token]) -> Iterator[str]:
    """Names that stand for something else as well: an alias, an item of a list, a column."""
    column = False
    for before, token, behind in zip(found, found[1:], found[2:], strict=False):
        listed = token.kind in _NAMES or token.sign == ","
        column = listed and (column or before.folded == "YIELD")
        if column or before.folded == "AS" or behind.folded == "IN":
            yield token.text


def _opens_pattern(found: Sequence[Token], place: int) -> bool:
    """Whether a bracket opens a node (behind MATCH, a comma or a relationship) or relationship."""
    before, first = found[place - 1], found[place - 2] if place > 1 else None
    if found[place].sign == "[":
        return before.sign == "-"
    if found[place].sign != "(" or first is None:
        return found[place].sign == "(" and before.folded in _BEFORE_NODES
    joined = before.sign in {"-", ">"} and first.sign in {"]", "-"}
    listed = before.sign == "," and first.sign == ")"
    named = before.sign == "=" and place > 2 and found[place - 3].folded == "MATCH"  # noqa: PLR2004
    return before.folded in _BEFORE_NODES or joined or listed or named


def _keys(found: Sequence[Token]) -> Iterator[Token]:
    """What stands before a colon in braces that stand directly in a pattern."""
    within: list[str] = []
    for place in range(1, len(found) - 1):
        token, here = found[place], within[-1] if within else _OTHER
        if token.sign in _OPENING:
            inner = _MAP if here == _PATTERN and token.sign == "{" else _OTHER
            within.append(_PATTERN if _opens_pattern(found, place) else inner)
        elif token.sign in _CLOSING:
            del within[-1:]
        elif here == _MAP and found[place + 1].sign == ":" and found[place - 1].sign in {"{", ","}:
            yield token
