"""Who is a member of what, by lists of states: "the members of BODY are A, B and C"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.layout.labels import OF_ANOTHER
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.ontology import EntityType, Relation

_JOINTS = re.compile(r"(?:,|;| and|, and| &|\n)(?: the| as well as)*(?: [A-Z]\w+ of(?: the)?)? ?")
_SAID = re.compile(r"[^\W\d_]{2,}")
"""A word that is no joint of a list."""
_NEAR = 5
"""Mentions beside a list among which the body is looked for."""
_REACH = 160
"""Characters between a list and the words that tell what it is."""
_FEW, _LIST = 2, 3
"""Members from which on a list is one: where the words say so, and where they merely may."""
_MEMBERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_AHEAD = {"members-of-body": 1, "body-consists": _LIST, "body-dash": _LIST}
_BEHIND = {"list-members-of": 1, "list-forms": _FEW}
"""Patterns before and behind a list, with the states that it takes."""
_ITS = "its-members"
_TAKING_PART = re.compile(r"(?i)\bparticipating\b")
"""What may be said of the members of a body, and of those in what the release is about."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Mentions first to last of a scene that stand in one list."""

    scene: Scene
    first: int
    last: int

    @property
    def members(self) -> list[Figure]:
        """The states and bodies of the list."""
        return [f for f in self.scene.figures[self.first : self.last + 1] if f is not None]


class MembershipReader:
    """Reads lists of members in the scenes of one release."""

    def __init__(self, triggers: Mapping[str, re.Pattern[str]]) -> None:
        """Take the patterns of this package."""
        self._triggers = triggers

    def read(self, scenes: Sequence[Scene]) -> Iterator[Finding]:
        """Yield who is said to be a member of what, in text order."""
        spoken: Figure | None = None
        labelled: Figure | None = None
        for scene in scenes:
            bodies = [f for f in scene.figures if f and f.type == EntityType.ORGANISATION]
            if labelled is not None and _is_list(scene):
                yield from _stated(labelled, _Run(scene, 0, len(scene.mentions) - 1), "label")
                continue
            labelled = self._label(scene, spoken)
            for run in map(_behind_body, _runs(scene)):
                body, rule = self._body(run, spoken)
                if body is not None:
                    yield from _stated(body, run, rule)
            spoken = bodies[0] if bodies else spoken

    def _label(self, scene: Scene, spoken: Figure | None) -> Figure | None:
        """The body whose members a line announces that names no state itself."""
        if not self._triggers["members-label"].search(scene.block.text):
            return None
        if any(f is not None and f.type == EntityType.COUNTRY for f in scene.figures):
            return None
        bodies = [f for f in scene.figures if f and f.type == EntityType.ORGANISATION]
        apart = OF_ANOTHER.search(scene.block.text) or _TAKING_PART.search(scene.block.text)
        return bodies[0] if bodies else None if apart else spoken

    def _body(self, run: _Run, spoken: Figure | None) -> tuple[Figure | None, str]:
        """The body that a list of members belongs to, and the name of the pattern."""
        size = sum(f.type == EntityType.COUNTRY for f in run.members)
        for name, fewest in _AHEAD.items():
            found = _before(run, self._triggers[name]) if size >= fewest else None
            if found is not None:
                return found, name
        for name, fewest in _BEHIND.items():
            found = _behind(run, self._triggers[name]) if size >= fewest else None
            if found is not None:
                return found, name
        if size >= _FEW and self._triggers[_ITS].search(_ahead(run)):
            if _is_of_undertaking(run):
                return None, ""
            return _earlier(run) or (None if _of_operation(run) else spoken), _ITS
        return None, ""


def _is_list(scene: Scene) -> bool:
    """Whether a block names states and bodies and says nothing of them."""
    rest, end = [], 0
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if figure is None or figure.type not in _MEMBERS:
            return False
        rest.append(scene.block.text[end : mention.start])
        end = mention.end
    text = "\n".join((*rest, scene.block.text[end:]))
    return bool(scene.mentions) and not _SAID.search(_JOINTS.sub("", text))


def _runs(scene: Scene) -> Iterator[_Run]:
    """The lists of states and bodies of a scene; a single state is a list too."""
    first = None
    for number, (mention, figure) in enumerate(zip(scene.mentions, scene.figures, strict=True)):
        member = figure is not None and figure.type in _MEMBERS and mention.span is not None
        if first is not None:
            gap = scene.block.text[scene.mentions[number - 1].end : mention.start]
            if member and _JOINTS.fullmatch(gap):
                continue
            yield _Run(scene, first, number - 1)
        first = number if member else None
    if first is not None:
        yield _Run(scene, first, len(scene.mentions) - 1)


def _behind_body(run: _Run) -> _Run:
    """A list without the body it begins with, if that is no item: "the ten members of B, X, Y"."""
    kinds = [figure.type for figure in run.members]
    alone = kinds.count(EntityType.ORGANISATION) == 1 and len(kinds) > _LIST
    owner = alone and kinds[0] == EntityType.ORGANISATION
    return _Run(run.scene, run.first + 1, run.last) if owner else run


def _before(run: _Run, pattern: re.Pattern[str]) -> Figure | None:
    """The body before a list that a pattern finds there."""
    text, mentions = run.scene.block.text, run.scene.mentions
    start = mentions[run.first].start
    for number in range(run.first - 1, max(-1, run.first - 1 - _NEAR), -1):
        figure, mention = run.scene.figures[number], mentions[number]
        if figure is None or figure.type != EntityType.ORGANISATION:
            continue
        between = text[mention.end : start]
        if len(between) > _REACH or ". " in between:
            return None
        if pattern.search(f"{text[max(0, mention.start - _REACH) : mention.start]}@{between}"):
            return figure
    return None


def _behind(run: _Run, pattern: re.Pattern[str]) -> Figure | None:
    """The body behind a list that a pattern finds there."""
    text, mentions = run.scene.block.text, run.scene.mentions
    end = mentions[run.last].end
    for number in range(run.last + 1, min(len(mentions), run.last + 1 + _NEAR)):
        figure, mention = run.scene.figures[number], mentions[number]
        if figure is not None and figure.type == EntityType.ORGANISATION:
            return figure if pattern.search(f"{text[end : mention.start][:_REACH]}@") else None
    return None


def _earlier(run: _Run) -> Figure | None:
    """The first body before a list, of which its sentence speaks, else its block."""
    figures = [*_of_sentence(run), *run.scene.figures[: run.first]]
    return next((f for f in figures if f and f.type == EntityType.ORGANISATION), None)


def _of_sentence(run: _Run) -> list[Figure | None]:
    """Those whom the sentence of a list names before it."""
    start = run.scene.mentions[run.first].start
    begin, _ = sentence_around(run.scene, start, start)
    numbers = run.scene.numbers(begin - run.scene.block.start, start)
    return [run.scene.figures[number] for number in numbers]


def _is_of_undertaking(run: _Run) -> bool:
    """Whether the sentence of a list speaks of an operation and no body before it."""
    kinds = {figure.type for figure in _of_sentence(run) if figure is not None}
    return EntityType.OPERATION in kinds and EntityType.ORGANISATION not in kinds


def _of_operation(run: _Run) -> bool:
    """Whether the block before a list speaks of an operation, whose members they then are."""
    figures = run.scene.figures[: run.first]
    return any(f is not None and f.type == EntityType.OPERATION for f in figures)


def _ahead(run: _Run) -> str:
    start = run.scene.mentions[run.first].start
    return run.scene.block.text[max(0, start - _REACH) : start]


def _stated(body: Figure, run: _Run, rule: str) -> Iterator[Finding]:
    first, last = run.scene.mentions[run.first], run.scene.mentions[run.last]
    for figure in run.members:
        if figure is not body and figure.type in _MEMBERS:
            span = sentence_around(run.scene, first.start, last.end)
            yield Finding(figure, Relation.MEMBER_OF, body, *span, f"member-of/{rule}", 0.85)
