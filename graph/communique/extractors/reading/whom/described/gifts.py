"""Who gave what a noun calls a gift: "donations made by X", "a grant from X", "X's donation"."""

from collections.abc import Callable, Iterator

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.syntax.arguments import clause_verb, subjects
from communique.extractors.syntax.phrases import modifiers, possessors, prepositional

_ASKING = frozenset({"at", "on", "upon"})


def given_by(
    gift: Token, means: Callable[[Token], list[Figure]], names: Callable[[Token], list[Figure]]
) -> list[Figure]:
    """Those who gave what a noun calls a gift.

    Args:
        gift: The noun.
        means: Tells whom a word means.
        names: Tells whom it names itself.
    """
    found = (f for noun, named in _givers(gift) for f in (names if named else means)(noun))
    return list(dict.fromkeys(found))


def _givers(gift: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the words for those who gave, and whether a word has to name somebody itself.

    Nobody gave anything "at the request of X".
    """
    if gift.dep_ == "pobj" and gift.head.lower_ in _ASKING:
        return
    yield from ((noun, False) for noun in _behind(gift))
    yield from ((noun, True) for noun in (*possessors(gift), *modifiers(gift)))
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in gift.children):
        doers = (noun for noun in subjects(clause_verb(gift)) if noun is not gift)
        yield from ((noun, False) for noun in doers)  # "X renewed its pledge"


def _behind(gift: Token) -> Iterator[Token]:
    """Yield who gave by a clause or preposition behind a noun."""
    for child in gift.children:
        if child.dep_ in {"acl", "relcl"}:
            yield from subjects(child)
    for preposition in ("by", "from", "of"):
        yield from prepositional(gift, preposition)
