"""Companions of those who are said to visit something: "She was accompanied by X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.layout.listing import heads
from communique.extractors.layout.rosters import MOVES
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.triggers import Triggers
from communique.ontology import EntityType, Relation

RULE = "visits/in-company"
_ROSTER = "roster/companions"
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
_TOLD = "companions"


def accompanied(
    scenes: Sequence[Scene], found: Sequence[Finding], triggers: Triggers
) -> Iterator[Finding]:
    """Yield that those by whom a visitor is accompanied visit the same.

    "Travelling companions VISIT what the traveller visits, when named" (annotation guide): what
    their sentence names, what is told just before them in the block, or else the towns and states
    by which the release begins.

    Args:
        scenes: The scenes, in order.
        found: What was found so far.
        triggers: What a sentence says before it names companions.
    """
    visits = [f for f in found if f.relation == Relation.VISITS and _is_person(f.subject)]
    known = {finding.ends for finding in found}
    for scene in scenes if visits else ():
        for sentence in scene.sentences():
            start, end = scene.span(sentence)
            match = triggers.heard(scene.text(sentence)).search(_TOLD)
            if match is None:
                continue
            offset = start - scene.block.start
            after = heads(scene, offset + match.end(), end - scene.block.start)
            people = list(filter(_is_person, after))
            for visit in _led(scenes, scene, (start, end), match, visits) if people else ():
                for figure in people:
                    further = replace(visit, subject=figure, start=start, end=end, rule=RULE)
                    if further.ends not in known and not _is_at_home(figure, visit.object):
                        known.add(further.ends)
                        yield further


def _led(
    scenes: Sequence[Scene],
    scene: Scene,
    span: tuple[int, int],
    match: re.Match[str],
    visits: Sequence[Finding],
) -> list[Finding]:
    """The visits of whom a sentence gives companions.

    Those it names, the last ones told before it in the block, or else the journey, if the sentence
    tells of nothing but the companions.
    """
    start, offset = span[0], span[0] - scene.block.start
    reach = range(offset, offset + match.end())
    named = {m.start: f for m, f in zip(scene.mentions, scene.figures, strict=True)}
    said = {at: figure for (at, _), figure in scene.pronouns.items()} | named
    people = [said[at] for at in sorted(said) if at in reach and _is_person(said[at])]
    own = [v for v in visits if v.subject in people[-1:] and v.rule != _ROSTER]
    here = set(scene.parties(*span))
    before = [v for v in own if scene.block.start <= v.start <= start]
    last = max((v.start for v in before), default=None)
    near = [v for v in own if v.object in here] or [v for v in own if v.start == last]
    text = match.string[: match.start()]
    aside = MOVES.search(text) or text.rstrip().endswith(",")
    return near or ([] if aside else _journey(scenes, own))


def _journey(scenes: Sequence[Scene], visits: Sequence[Finding]) -> list[Finding]:
    """The visits to towns and states of the first block that tells of any."""
    sites = [v for v in visits if v.object.type in _SITES]
    for scene in scenes:
        told = [v for v in sites if scene.block.start <= v.start < scene.block.end]
        if told:
            return told
    return []


def _is_at_home(figure: Figure, site: Figure) -> bool:
    """Whether somebody stands for the state that is visited."""
    return figure.sure_home is not None and figure.sure_home == site.territory


def _is_person(figure: Figure | None) -> bool:
    return figure is not None and figure.type == EntityType.PERSON
