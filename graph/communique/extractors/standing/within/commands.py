"""Who leads an event or operation by an office that the text says is of it."""

import re
from collections.abc import Iterator

from communique.extractors.cast import Figure, Office
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import UNDERTAKINGS, Relation

_OWNS = re.compile(r"['’]s? (?:(?:overall|new|acting|general) )?")
"""What stands between an undertaking and the office that is its own."""
_OF = re.compile(r" of (?:the )?")
_PLAIN = frozenset({"mission", "force"})
"""Nouns by which an embassy or a body may be meant as well; who is at their head is told apart."""
_LEADING = re.compile(
    r"(?i)(?:(?:chief|general|programme|project) )?(?:president|chair(?:man|woman|person)?|director"
    r"|coordinator|co-ordinator|commander|leader|head|manager)(?: of (?:the |this )?(?P<of>\w+))?"
)


def own_leader(
    scene: Scene, number: int, office: Office, span: tuple[int, int]
) -> Iterator[Finding]:
    """Yield what somebody leads by an office of it: "the Forum's president, NAME".

    Args:
        scene: The scene.
        number: Which of its mentions tells the office.
        office: The office.
        span: The sentence.
    """
    figure, role = scene.figures[number], office.role
    leads = _LEADING.fullmatch(role.title)
    if figure is None or leads is None or role.body is not None or role.former:
        return
    if leads["of"]:
        led = _named(scene, number, leads["of"])
    else:
        led = _owner(scene, number, role.start) or _owned(scene, number, role.end)
    if led is not None:
        yield Finding(figure, Relation.LEADS, led, *span, "leads/own-leader", 0.85, role=role.title)


def _owner(scene: Scene, number: int, start: int) -> Figure | None:
    """The undertaking whose possessive stands right before an office."""
    if not number:
        return None
    before, owner = scene.mentions[number - 1], scene.figures[number - 1]
    plain = scene.block.text[before.start : before.end].lower() in _PLAIN
    fits = owner is not None and owner.type in UNDERTAKINGS and not plain
    return owner if fits and _OWNS.fullmatch(scene.block.text, before.end, start) else None


def _owned(scene: Scene, number: int, end: int) -> Figure | None:
    """The undertaking that an office is of by the words right behind it."""
    following = number + 1
    if following >= len(scene.mentions) or scene.mentions[number].end != end:
        return None
    whose, text = scene.figures[following], scene.block.text
    fits = whose is not None and whose.type in UNDERTAKINGS
    return whose if fits and _OF.fullmatch(text, end, scene.mentions[following].start) else None


def _named(scene: Scene, number: int, noun: str) -> Figure | None:
    """The undertaking that was told before in the same passage and whose name has a noun."""
    for figure in reversed(scene.figures[:number]):
        if figure is not None and figure.type in UNDERTAKINGS:
            return figure if noun.lower() in figure.name.lower().split() else None
    return None
