"""Holders of offices whom a release does not name: "The envoy met X. He" is not X."""

from collections.abc import Iterable

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGULAR = frozenset({"NN", "NNP"})
_TELLING = "spokes"
"""How those begin who tell of others, of whom the next sentence goes on."""


def acting_for(scene: Scene, token: Token) -> list[Figure]:
    """For whom a person acts whose office a word is, if nobody is known to hold it."""
    number = scene.parse.mention_of(token) if scene.parse else None
    if number is None or scene.figures[number] is not None or token.tag_ not in _SINGULAR:
        return []
    mention, body = scene.mentions[number], scene.bodies[number]
    heads = [role.head.lower() for role in mention.roles]
    alone = mention.span is None and bool(heads) and not heads[0].startswith(_TELLING)
    return [body] if alone and body is not None else []


def does(scene: Scene, tokens: Iterable[Token]) -> Figure | None:
    """For whom such a person acts who does what a sentence tells; None if nobody such does."""
    doers = (t for t in tokens if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT")
    first = next(doers, None)
    return next(iter(acting_for(scene, first)), None) if first is not None else None


def named_in(scene: Scene, tokens: Iterable[Token]) -> set[Figure]:
    """The figures that a sentence names by mentions, not by pronouns."""
    if scene.parse is None:
        return set()
    numbers = {number for t in tokens if (number := scene.parse.mentions[t.i]) is not None}
    return {figure for number in numbers if (figure := scene.figures[number]) is not None}


def serves(person: Figure, body: Figure) -> bool:
    """Whether a person may hold an office of a body or state, as far as is known."""
    bodies = [office.body for office in person.offices if office.body is not None]
    home = body.territory or body.country
    return not bodies or body in bodies or (home is not None and person.home == home)
