"""Whom an office in a title means by what the text calls somebody: "his Estonian counterpart A"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.around.clauses import sentence_of
from communique.extractors.cast.offices.holders import may_be_one
from communique.extractors.mentions import Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import fold
from communique.gazetteer.titles import PEERS

_PLAIN = dict.fromkeys(("premier", "chancellor", "taoiseach", "pm"), "prime minister") | {
    "secretary of state": "foreign minister", "fm": "foreign minister",
}  # fmt: skip
"""Offices by what their holders' counterparts are called in most states."""
_SECRETARY = re.compile(r"\bsecretary(?: of state)?(?= (?:of|for)\b|$)")


def counterpart(role: Role, body: Figure | None, scenes: Sequence[Scene]) -> Figure | None:
    """The only one of a state whom the text calls the counterpart of who holds such an office.

    Args:
        role: The office that a title names.
        body: The state.
        scenes: The scenes, with all people named.
    """
    found = {
        figure
        for scene in scenes
        for number, figure in enumerate(scene.figures)
        if figure is not None and body is not None and _is_peer(scene, number, figure, body)
        if any(_is_like(role, other) for other in _faced(scenes, scene, number))
    }
    return found.pop() if len(found) == 1 else None


def _is_peer(scene: Scene, number: int, figure: Figure, body: Figure) -> bool:
    """Whether a mention calls somebody the counterpart of another one in a state."""
    told = figure.told(scene.mentions[number].roles, scene.number)
    return any(office.body is body and fold(office.role.head) in PEERS for office in told)


def _faced(scenes: Sequence[Scene], scene: Scene, number: int) -> list[Role]:
    """The offices of those whose counterpart somebody may be.

    That is all whom the sentence names before, failing that, the one named last.
    """
    begin = sentence_of(scene, number)
    near = [at for at in range(number) if scene.mentions[at].start >= begin]
    held = [role for at in near for role in _held(scene, at)]
    if held:
        return held
    earlier = ((scene, at) for at in reversed(range(number)))
    above = ((s, at) for s in reversed(scenes[: scene.number]) for at in reversed(_places(s)))
    roles = (list(_held(there, at)) for places in (earlier, above) for there, at in places)
    return next(filter(None, roles), [])


def _places(scene: Scene) -> range:
    return range(len(scene.mentions))


def _held(scene: Scene, number: int) -> Iterator[Role]:
    """Yield the offices of somebody who is mentioned, but for those of a counterpart."""
    mention, figure = scene.mentions[number], scene.figures[number]
    named = figure is not None and mention.span is not None
    roles = [office.role for office in figure.offices] if figure and named else mention.roles
    yield from (role for role in roles if not role.former and fold(role.head) not in PEERS)


def _is_like(role: Role, other: Role) -> bool:
    """Whether two officials who hold such offices are counterparts."""
    return may_be_one(_plain(role), _plain(other))


def _plain(role: Role) -> Role:
    """An office by what most states call it: a minister for a secretary."""
    title, head = fold(role.title), fold(role.head)
    if title in _PLAIN:
        title = _PLAIN[title]
        head = title.removeprefix("foreign ")
    elif head.endswith("secretary"):
        title, head = _SECRETARY.sub("minister", title), "minister"
    return replace(role, title=title.replace("defense", "defence"), head=head)
