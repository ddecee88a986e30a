"""What the brackets of a query hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from communique.queries.guard.refusal import refusal
from communique.queries.guard.tokens import Token

_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_CLOSED_BY.values())


class Held(StrEnum):
    """What a pair of brackets holds.

    A ``map`` is all in braces that is no query: properties, projections, quantifiers. A ``scope``
    is the list of variables in ``CALL (x) { … }``.
    """

    VALUES = "values"
    MAP = "map"
    SCOPE = "scope"
    SUBQUERY = "subquery"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets of a query.

    Attributes:
        held: What a pair holds, by the index of its opening and of its closing token.
        within: For each token what the innermost brackets around it hold; None at the top.
    """

    held: dict[int, Held]
    within: list[Held | None]

    @classmethod
    def of(cls, cypher: str, tokens: Sequence[Token], subquery: frozenset[str]) -> "Brackets":
        """Pair the brackets.

        Args:
            cypher: The query, to say where it is wrong.
            tokens: Its tokens.
            subquery: Words after which braces hold a query.

        Raises:
            RefusedQueryError: One is not closed, or closes none.
        """
        held: dict[int, Held] = {}
        within: list[Held | None] = []
        opened: list[int] = []
        for place, token in enumerate(tokens):
            sign = token.sign
            if sign in _CLOSING:
                if not opened or _CLOSED_BY[tokens[opened[-1]].sign] != sign:
                    raise refusal(cypher, token.start, f"{sign} closes no bracket")
                held[place] = held[opened.pop()]
            within.append(held[opened[-1]] if opened else None)
            if sign in _CLOSED_BY:
                held[place] = _held(tokens, place, held, subquery)
                opened.append(place)
        if opened:
            token = tokens[opened[-1]]
            raise refusal(cypher, token.start, f"{token.text} is not closed")
        return cls(held, within)


def _held(
    tokens: Sequence[Token], place: int, held: dict[int, Held], subquery: frozenset[str]
) -> Held:
    sign = tokens[place].sign
    before = tokens[place - 1] if place else None
    named = place > 1 and tokens[place - 2].sign in {".", ":"}
    word = "" if before is None or named else before.folded
    if sign == "(":
        return Held.SCOPE if word == "CALL" else Held.VALUES
    if sign == "[":
        return Held.VALUES
    if word == "CALL" or held.get(place - 1) is Held.SCOPE:
        return Held.CALL
    return Held.SUBQUERY if word in subquery else Held.MAP
