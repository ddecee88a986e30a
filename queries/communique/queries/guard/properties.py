"""Properties that a query asks of nodes and relationships and no graph has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

from communique.loaders.files.neo4j_csv import PROPERTIES
from communique.queries.guard.tokens import Token, TokenKind

_ALIKE = 60
_NAMES = frozenset({TokenKind.WORD, TokenKind.NAME})
_BEFORE_PATTERNS = frozenset({"MATCH", "WHERE", "AND", "OR", "XOR", "NOT"})
"""Words behind which a bracket opens a pattern, not what a function is given."""
_BEHIND_VARIABLES = frozenset({")", ":", "{", "]", "*"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def strange_properties(found: Sequence[Token]) -> Iterator[str]:
    """Yield what to say of each property of a node or relationship that no graph has.

    Only of variables that a pattern binds, and of what a pattern has in braces; what other maps
    hold is the query's own.
    """
    bound = set(_variables(found))
    for owner, dot, name in zip(found, found[1:], found[2:], strict=False):
        if dot.sign == "." and owner.text in bound and _is_strange(name):
            yield _of_a_stranger(name.text)
    yield from (_of_a_stranger(key.text) for key in _keys(found) if _is_strange(key))


def _is_strange(token: Token) -> bool:
    return token.kind in _NAMES and token.text not in PROPERTIES


def _of_a_stranger(name: str) -> str:
    near = process.extractOne(name.casefold(), sorted(PROPERTIES), scorer=fuzz.ratio)
    if near and near[1] >= _ALIKE:
        return f"no graph has the property {name}; did you mean {near[0]}?"
    return f"no graph has the property {name}"


def _variables(found: Sequence[Token]) -> Iterator[str]:
    """Names that patterns give to nodes and relationships."""
    for at in _patterns(found):
        name, behind = found[at + 1], found[min(at + 2, len(found) - 1)]
        if name.kind in _NAMES and (behind.sign in _BEHIND_VARIABLES or behind.folded == "WHERE"):
            yield name.text


def _patterns(found: Sequence[Token]) -> Iterator[int]:
    """Where brackets open that are a node or a relationship."""
    for at, (before, token) in enumerate(pairwise(found), start=1):
        node = token.sign == "(" and (before.sign or before.folded in _BEFORE_PATTERNS)
        if node or (token.sign == "[" and before.sign == "-"):
            yield at


def _keys(found: Sequence[Token]) -> Iterator[Token]:
    """What stands before a colon in braces that stand directly in a pattern."""
    patterns = set(_patterns(found))
    within: list[bool] = []
    for at, (before, token, behind) in enumerate(zip(found, found[1:], found[2:], strict=False), 1):
        mapped = within[-1:] == [True]
        if token.sign in _OPENING:
            within.append(at in patterns or (token.sign == "{" and mapped))
        elif token.sign in _CLOSING:
            del within[-1:]
        elif behind.sign == ":" and mapped and before.sign in {"{", ","}:
            yield token
