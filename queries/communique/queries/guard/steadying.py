"""A query as every engine answers it rightly.

The embedded engine (kglite 0.21) answers two forms of query wrongly, without a word:

- What ``CALL { … RETURN … ORDER BY … LIMIT 1 }`` returns is null, if there is nothing for the first
  row that the subquery is run for. ``SKIP 0``, which changes nothing else, keeps it from that.
- Of a node that is found by its id, conditions of the kinds ``n.x > 1`` and ``n.x IN [1]`` are
  passed over. They are not if the whole condition is a part of another: ``false OR …``, in which
  OR binds least.
"""

from collections.abc import Iterator, Sequence

from communique.queries.guard.brackets import Brackets, Held
from communique.queries.guard.tokens import Token, is_named, tokens
from communique.queries.guard.vocabulary import vocabulary

_RETURNING = frozenset({"OFFSET", "ORDER", "RETURN", "SKIP", "WITH"})
_BEGINS = frozenset({*_RETURNING, "CALL", "LIMIT", "MATCH", "OPTIONAL", "UNION", "UNWIND", "WHERE"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_CLAUSES = frozenset({None, Held.CALL, Held.SUBQUERY})

Insertion = tuple[int, str]
"""An offset in a query, and what is put in there."""


def steadied(cypher: str) -> str:
    """A query that has passed, so that the embedded engine answers as Neo4j does."""
    found = tokens(cypher)
    brackets = Brackets.of(cypher, found, vocabulary().subquery)
    insertions = [*_skips(found, brackets), *_wholes(found, brackets)]
    for offset, text in sorted(insertions, reverse=True):
        cypher = f"{cypher[:offset]}{text}{cypher[offset:]}"
    return cypher


def _skips(found: Sequence[Token], brackets: Brackets) -> Iterator[Insertion]:
    """``SKIP 0`` before each LIMIT that cuts what a subquery returns in order."""
    for place, token in enumerate(found):
        if token.folded == "LIMIT" and brackets.within[place] is Held.CALL:
            words = _words_before(found, place)
            if not is_named(found, place) and words[:2] == ["ORDER", "RETURN"]:
                yield token.start, "SKIP 0 "


def _words_before(found: Sequence[Token], place: int) -> list[str]:
    """The clauses before a LIMIT, the nearest first, back to the RETURN that it belongs to."""
    depth, words = 0, list[str]()
    for index in range(place - 1, -1, -1):
        token = found[index]
        depth += (token.sign in _CLOSING) - (token.sign in _OPENING)
        if depth < 0 or words[-1:] == ["RETURN"]:
            break
        if depth == 0 and token.folded in _RETURNING and not _is_other(found, index):
            words.append(token.folded)
    return words


def _wholes(found: Sequence[Token], brackets: Brackets) -> Iterator[Insertion]:
    """``false OR`` before each condition with a comparison, if an id is looked up."""
    if not any(_is_id(found, brackets, place) for place in range(len(found))):
        return
    for place, token in enumerate(found):
        clause = brackets.within[place] in _CLAUSES and not is_named(found, place)
        if token.folded != "WHERE" or not clause:
            continue
        end = _end(found, place + 1)
        if any(_compares(found, index) for index in range(place + 1, end)):
            yield found[place + 1].start, "false OR "


def _end(found: Sequence[Token], begin: int) -> int:
    """The index after the last token of a condition."""
    depth = 0
    for index in range(begin, len(found) - 1):
        token = found[index]
        depth += (token.sign in _OPENING) - (token.sign in _CLOSING)
        begins = token.folded in _BEGINS and not _is_other(found, index)
        if depth < 0 or token.sign == ";" or (depth == 0 and begins):
            return index
    return len(found) - 1


def _is_id(found: Sequence[Token], brackets: Brackets, place: int) -> bool:
    """Whether a token is the ``id`` of ``{id: …}`` or of ``n.id``."""
    if found[place].text != "id":
        return False
    key = brackets.within[place] is Held.MAP and found[place + 1].sign == ":"
    return key or found[place - 1].sign == "."


def _compares(found: Sequence[Token], place: int) -> bool:
    """Whether a token is IN, or a less or greater that is part of no arrow and no ``<>``."""
    before, token, after = found[place - 1 : place + 2]
    if token.folded == "IN":
        return True
    if token.sign == "<":
        return not (after.sign in {"-", ">"} and after.start == token.end)
    return token.sign == ">" and not (before.sign in {"-", "<"} and before.end == token.start)


def _is_other(found: Sequence[Token], place: int) -> bool:
    """Whether a word begins no clause: a name, or the WITH of STARTS WITH."""
    return is_named(found, place) or found[place - 1].folded in {"ENDS", "STARTS"}
