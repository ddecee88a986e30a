"""Whose an office is that points to what was named before: "the Minister of that country"."""

import re
from collections.abc import Sequence
from itertools import chain

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.mentions import Role
from communique.extractors.mentions.people.leading.fields import POINTING
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_POINTED = re.compile(POINTING + r"(?P<noun>[a-z]+)$")
_STATES = frozenset(
    "country nation state government republic kingdom emirate sultanate island".split()
)
"""Nouns for states."""
_OWNING = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?P<noun>country|nation)['’]s (?:[a-z-]{1,20} )?$"
)
"""Words before an office that point to its state: "the country's new"."""
_BODIES = frozenset(
    "organism body institution organisation organization entity agency force institute ministry "
    "department service authority bank company commission committee union association fund "
    "court council centre center secretariat mission university alliance bloc".split()
)
"""Nouns for bodies, whatever their names."""


def pointed_behind(role: Role) -> str:
    """The noun of the words behind an office that point to its body, or ""."""
    found = _POINTED.search(role.title)
    return found["noun"] if found is not None else ""


def pointed_before(before: str) -> str:
    """The noun of the words before an office that point to its state, or ""."""
    found = _OWNING.search(before)
    return found["noun"] if found is not None else ""


def without_pointing(title: str) -> str:
    """The title of an office without the words that point to its body."""
    return _POINTED.sub("", title)


def pointed_to(
    cast: Cast, scenes: Sequence[Scene], scene: Scene, number: int, noun: str
) -> Figure | None:
    """The state or body that a noun points to: of its kind the one named last before.

    Args:
        cast: The cast.
        scenes: The scenes, in order.
        scene: The one of the mention that holds the office.
        number: Of the mention in its scene.
        noun: The noun.
    """
    last = scenes[scene.number - 1].figures if scene.number else ()
    before = [f for f in chain(reversed(scene.figures[:number]), reversed(last)) if f]
    if noun in _STATES:
        lands = ((f.territory if f.type == EntityType.COUNTRY else f.country) for f in before)
        land = next((land for land in lands if land is not None), None)
        states = (f for f in cast.figures if f.type == EntityType.COUNTRY)
        return next((f for f in states if f.territory == land), None) if land else None
    bodies = [f for f in before if f.type == EntityType.ORGANISATION]
    called = (f for f in bodies if noun in f.name.lower().split())
    return next(called, next(iter(bodies), None)) if noun in _BODIES else None
