"""A query as every engine answers it rightly.

The embedded engine (kglite 0.21) gives nulls for what ``CALL { … RETURN … ORDER BY … LIMIT 1 }``
returns, if there is nothing for the first row that the subquery is run for. ``SKIP 0``, which
changes nothing else, keeps it from that.
"""

from collections.abc import Sequence

from communique.queries.guard.brackets import Brackets, Held
from communique.queries.guard.tokens import Token, is_named, tokens
from communique.queries.guard.vocabulary import vocabulary

_CLAUSES = frozenset({"OFFSET", "ORDER", "RETURN", "SKIP", "WITH"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def steadied(cypher: str) -> str:
    """A query that has passed, with ``SKIP 0`` where a subquery returns its first rows in order."""
    found = tokens(cypher)
    brackets = Brackets.of(cypher, found, vocabulary().subquery)
    for place in reversed(range(len(found))):
        token = found[place]
        if (
            token.folded == "LIMIT"
            and brackets.within[place] is Held.CALL
            and not is_named(found, place)
            and _cuts_what_is_returned(found, place)
        ):
            cypher = f"{cypher[: token.start]}SKIP 0 {cypher[token.start :]}"
    return cypher


def _cuts_what_is_returned(found: Sequence[Token], place: int) -> bool:
    """Whether before a LIMIT stand RETURN and ORDER BY, and no SKIP."""
    depth, words = 0, list[str]()
    for index in range(place - 1, -1, -1):
        token = found[index]
        depth += (token.sign in _CLOSING) - (token.sign in _OPENING)
        if depth < 0 or words[-1:] == ["RETURN"]:
            break
        if depth == 0 and token.folded in _CLAUSES and not _is_other(found, index):
            words.append(token.folded)
    return words[:2] == ["ORDER", "RETURN"]


def _is_other(found: Sequence[Token], place: int) -> bool:
    """Whether a word begins no clause: a name, or the WITH of STARTS WITH."""
    return is_named(found, place) or found[place - 1].folded in {"ENDS", "STARTS"}
