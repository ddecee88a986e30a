"""A limit put into a query, so that a store does not find more rows than are wanted."""

from collections.abc import Mapping, Sequence

from communique.queries.guard.brackets import Brackets
from communique.queries.guard.tokens import Token, TokenKind, is_named, tokens
from communique.queries.guard.vocabulary import vocabulary


def limited(cypher: str, most: int, parameters: Mapping[str, object]) -> str:
    """A query that has passed, with at most so many rows; unchanged where that cannot be said.

    It cannot of a UNION, of a procedure without RETURN, and of a LIMIT that is computed: their
    surplus rows are left to the caller.

    Args:
        cypher: A query that passes the guard.
        most: Highest number of rows.
        parameters: Values of its parameters; a LIMIT may be one.
    """
    found = tokens(cypher)
    within = Brackets.of(cypher, found, vocabulary().subquery).within
    tops = [token if within[place] is None else None for place, token in enumerate(found)]
    words = ["" if token is None or is_named(found, place) else token.folded
             for place, token in enumerate(tops)]  # fmt: skip
    if "RETURN" not in words or "UNION" in words:
        return cypher
    last = len(words) - 1 - words[::-1].index("RETURN")
    if "LIMIT" in words[last:]:
        place = last + words[last:].index("LIMIT")
        return _lowered(cypher, found[place + 1 :], most, parameters)
    end = next(token.end for token in reversed(found) if token.sign != ";" and token.text)
    return f"{cypher[:end]}\nLIMIT {most}{cypher[end:]}"


def _lowered(
    cypher: str, rest: Sequence[Token], most: int, parameters: Mapping[str, object]
) -> str:
    """The query with its own limit, or the given one if that is lower."""
    amount = rest[0]
    if [token for token in rest[1:] if token.kind is not TokenKind.END and token.sign != ";"]:
        return cypher
    given: object = amount.text if amount.kind is TokenKind.NUMBER else None
    if amount.kind is TokenKind.PARAMETER:
        given = parameters.get(amount.parameter)
    if not str(given).isdecimal() or int(str(given)) <= most:
        return cypher
    return f"{cypher[: amount.start]}{most}{cypher[amount.end :]}"
