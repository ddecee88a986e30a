"""What a query names and no graph has: labels and relationship types; properties are apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.ontology import EntityType, Relation
from communique.queries.guard.properties import nearest, strange_properties
from communique.queries.guard.tokens import Token, TokenKind, tokens

LABELS = ("Entity", "Release", *EntityType)
"""Labels of the nodes of a graph."""

_KNOWN = frozenset((*LABELS, *Relation))
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_PATTERNS = frozenset({"(", "-["})
_JOINING = frozenset(":|&!")


def strangers(cypher: str) -> list[str]:
    """What to say of each label, relationship type and property that no graph has.

    A query that names one can be right, but finds nothing by it. Of each kind they stand in the
    order of the query. A label that stands directly in braces may be of a map and is passed over.

    Args:
        cypher: A query that has passed the check.
    """
    found = tokens(cypher)
    told = (*(_of_a_stranger(*named) for named in _named(found)), *strange_properties(found))
    # Half of a surrogate pair, which a name may have, can be written nowhere else.
    return [hint.encode("utf-8", "backslashreplace").decode() for hint in dict.fromkeys(told)]


def _of_a_stranger(name: str, bracket: str) -> str:
    what, known = ("relationship type", tuple(Relation)) if bracket == "-[" else ("label", LABELS)
    if near := nearest(name, known):
        return f"no graph has the {what} {name}; did you mean {near}?"
    return f"no graph has the {what} {name}; there are {', '.join(known)}"


def _named(found: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield each unknown name after a colon, and those joined to it, with its bracket."""
    brackets = [""]
    naming = False  # whether this token and the last ones belong to an expression of labels
    for before, token in pairwise([*found[:1], *found]):
        if token.sign in _OPENING:
            brackets.append("-[" if token.sign == "[" and before.sign == "-" else token.sign)
        elif token.sign in _CLOSING:
            brackets.pop()
        is_name = token.kind in {TokenKind.WORD, TokenKind.NAME}
        if naming and is_name and before.sign in _JOINING and token.text not in _KNOWN:
            yield token.text, brackets[-1]
        begins = token.sign == ":" and brackets[-1] != "{"
        joins = token.sign in _JOINING and brackets[-1] in _PATTERNS
        naming = begins or (naming and (joins or (is_name and before.sign in _JOINING)))
