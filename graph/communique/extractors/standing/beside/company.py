"""Companions of those who are said to visit something: "She was accompanied by X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.layout.listing import heads
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.triggers import Triggers
from communique.ontology import EntityType, Relation

RULE = "visits/in-company"
_TOLD = "companions"


def accompanied(
    scenes: Sequence[Scene], found: Sequence[Finding], triggers: Triggers
) -> Iterator[Finding]:
    """Yield that those by whom a visitor is accompanied visit the same.

    "Travelling companions VISIT what the traveller visits, when named" (annotation guide). The
    visit is told before them in the block.

    Args:
        scenes: The scenes, in order.
        found: What was found so far.
        triggers: What a sentence says before it names companions.
    """
    visits = [f for f in found if f.relation == Relation.VISITS and _is_person(f.subject)]
    known = {finding.ends for finding in found}
    for scene in scenes if visits else ():
        here = [v for v in visits if scene.block.start <= v.start < scene.block.end]
        for sentence in scene.sentences() if here else ():
            start, end = scene.span(sentence)
            match = triggers.heard(scene.text(sentence)).search(_TOLD)
            led = _led(scene, (start, end), match, here) if match else []
            offset = start - scene.block.start
            after = heads(scene, offset + match.end(), end - scene.block.start) if match else []
            for visit in led:
                for figure in filter(_is_person, after):
                    further = replace(visit, subject=figure, start=start, end=end, rule=RULE)
                    if further.ends not in known and not _is_at_home(figure, visit.object):
                        known.add(further.ends)
                        yield further


def _led(
    scene: Scene, span: tuple[int, int], match: re.Match[str], visits: Sequence[Finding]
) -> list[Finding]:
    """The last visits told, if their visitor is the one whom a sentence gives companions."""
    start, offset = span[0], span[0] - scene.block.start
    before = [visit for visit in visits if visit.start <= start]
    last = max(before, key=lambda visit: visit.start, default=None)
    if last is None:
        return []
    reach = range(offset, offset + match.start())
    named = {m.start: f for m, f in zip(scene.mentions, scene.figures, strict=True)}
    said = {at: figure for (at, _), figure in scene.pronouns.items()} | named
    people = [said[at] for at in sorted(said) if at in reach and _is_person(said[at])]
    if people[-1:] != [last.subject]:
        return []
    return [v for v in before if v.start == last.start and v.subject is last.subject]


def _is_at_home(figure: Figure, site: Figure) -> bool:
    """Whether somebody stands for the state that is visited."""
    return figure.sure_home is not None and figure.sure_home == site.territory


def _is_person(figure: Figure | None) -> bool:
    return figure is not None and figure.type == EntityType.PERSON
