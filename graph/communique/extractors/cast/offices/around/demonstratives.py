"""Whose an office is that points to what was named before: "of that country", "his spokesman"."""

import re
from collections.abc import Sequence
from itertools import chain

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.given_names import gender_of
from communique.extractors.cast.offices.around.clauses import sentence_of
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
_SAYS = re.compile(r" (?:said|told|says|added|announced|confirmed|wrote|tweeted)\b")
"""Behind who tells what the sentence has said."""
_BACK = 12
"""Mentions before an office among which a person is looked for whose it is."""


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


def superior(
    scene: Scene, number: int, his: str, role: Role, *, of_state: bool
) -> list[Figure | None]:
    """The state or body of whoever an office is "his" or "her"; empty if other words may tell it.

    That is the person mentioned last before it in its block, or first in a sentence that ends with
    who says so ("A will meet B, his spokesman C said"). An official without name may be of the
    issuer's, as may a superior whom the block does not mention, unless the office is written
    without capital.

    Args:
        scene: The block.
        number: The number of the mention that holds the office.
        his: The possessive.
        role: The office.
        of_state: Whether a state is wanted rather than any body.
    """
    wanted = {"m" if his.lower() == "his" else "f", ""}
    for at in _before(scene, number, his):
        figure, mention = scene.figures[at], scene.mentions[at]
        if figure is None and mention.roles:
            return []
        person = figure is not None and figure.type == EntityType.PERSON
        if figure is not None and person and (figure.gender or gender_of(figure.name)) in wanted:
            bodies = [office.body for office in figure.offices if office.body is not None]
            fitting = (b for b in bodies if b.type == EntityType.COUNTRY or not of_state)
            return [next(fitting, None)]
    return [None] if role.title[0].islower() else []


def _before(scene: Scene, number: int, his: str) -> Sequence[int]:
    """The mentions among which a superior is looked for, in turn."""
    nearest = range(number - 1, max(-1, number - 1 - _BACK), -1)
    text, mention = scene.block.text, scene.mentions[number]
    told = text.endswith(f", {his} ", 0, mention.start) and _SAYS.match(text, mention.end)
    if not told:
        return nearest
    begin = sentence_of(scene, number)
    return [at for at in nearest[::-1] if scene.mentions[at].start >= begin]
