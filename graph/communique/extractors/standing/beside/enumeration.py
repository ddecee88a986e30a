"""What is stated of one member of a list, stated of the others that a parse has lost."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extractors.cast import Figure
from communique.extractors.cast.offices.around.clauses import opens_clause
from communique.extractors.reading.script import Ends, Finding, Scene
from communique.ontology import UNDERTAKINGS, Relation

_JOINT = re.compile(r"\s?(?:\([^()]{1,60}\))?(?:[,;]|,? and|,? &|,? as well as)(?: the| from)?\s")
"""What stands between two of a list: "A (the prosecutor of X), B and the C"."""
_OPEN = re.compile(r"\s?\([^()]{0,60}")
"""What stands between a name and what is bracketed behind it."""
_LIST = 3
"""Names from which on they are taken for a list."""
_LONGEST = 80
_SHARED = frozenset(
    {
        Relation.INVOLVES, Relation.MEETS, Relation.MEMBER_OF, Relation.ORGANISES,
        Relation.PARTICIPATES_IN, Relation.VISITS,
    }
)  # fmt: skip
"""Relations that hold of a list as a whole; offices and places are told one by one."""
_SEVERAL = {Relation.VISITS: 2}
"""Of how many members it must be stated: "from the talks of A, B and C he flew to B"."""


@dataclass(frozen=True, slots=True)
class _List:
    """Figures of one type in a row, and the span of their names in the repaired text."""

    start: int
    end: int
    members: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of a block in order, and where each figure of the block is named."""

    lists: Sequence[_List]
    places: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, scene: Scene) -> "_Lists":
        """The lists of a block."""
        places: dict[int, list[int]] = defaultdict(list)
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is not None:
                places[figure.number].append(scene.block.start + mention.start)
        return cls(list(_lists(scene)), places)

    def within(self, finding: Finding) -> Iterator[tuple[int, int]]:
        """Yield each list in the words of a finding that holds one of its ends, and which one."""
        ends = (finding.subject, finding.object)
        first = bisect_left(self.lists, finding.start, key=lambda one: one.start)
        for number in range(first, len(self.lists)):
            listed = self.lists[number]
            if listed.end > finding.end:
                break
            held = [end in listed.members for end in ends]
            if held.count(True) == 1 and self._only_in(listed, ends[held.index(True)], finding):
                yield number, held.index(True)

    def _only_in(self, listed: _List, figure: Figure, finding: Finding) -> bool:
        """Whether the words of a finding name a member nowhere but in its list."""
        named = (p for p in self.places[figure.number] if finding.start <= p < finding.end)
        return all(listed.start <= place < listed.end for place in named)


def enumerated(scenes: Sequence[Scene], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what findings state of some members of a list for the rest of it."""
    starts = [scene.block.start for scene in scenes]
    blocks: dict[int, _Lists] = {}
    stated: dict[tuple[int, int, Relation, int, int], list[Finding]] = defaultdict(list)
    told: dict[tuple[int, int], set[Figure]] = defaultdict(set)
    for finding in findings:
        if scenes and finding.relation in _SHARED:
            place = max(0, bisect_right(starts, finding.start) - 1)
            if place not in blocks:
                blocks[place] = _Lists.of(scenes[place])
            for number, side in blocks[place].within(finding):
                ends = (finding.subject, finding.object)
                told[place, number].add(ends[side])
                other = ends[1 - side].number
                stated[place, number, finding.relation, side, other].append(finding)
    known = {finding.ends for finding in findings}
    for (place, number, relation, side, _), found in stated.items():
        if len({finding.ends for finding in found}) >= _SEVERAL.get(relation, 1):
            members = blocks[place].lists[number].members
            rest = [member for member in members if member not in told[place, number]]
            yield from _rest(rest, side, found[0], known)


def _lists(scene: Scene) -> Iterator[_List]:
    """Yield the lists of a block in order; what stands in brackets between two is passed over."""
    text, offset = scene.block.text, scene.block.start
    run: list[tuple[int, int, Figure]] = []
    for number, (mention, figure) in enumerate(zip(scene.mentions, scene.figures, strict=True)):
        last = run[-1] if run else None
        if last and (mention.start < last[1] or _OPEN.fullmatch(text, last[1], mention.start)):
            continue
        alike = last is not None and figure is not None and figure.type == last[2].type
        joined = alike and last and _JOINT.fullmatch(text, last[1], mention.start)
        if not joined or opens_clause(scene, number):
            yield from _listed(run, offset)
            run = []
        if figure is not None and figure.type not in UNDERTAKINGS:
            run.append((mention.start, mention.end, figure))
    yield from _listed(run, offset)


def _listed(run: Sequence[tuple[int, int, Figure]], offset: int) -> Iterator[_List]:
    if _LIST <= len(run) <= _LONGEST:
        members = tuple(dict.fromkeys(figure for _, _, figure in run))
        yield _List(offset + run[0][0], offset + run[-1][1], members)


def _rest(
    members: Sequence[Figure], side: int, finding: Finding, known: set[Ends]
) -> Iterator[Finding]:
    """Yield what a finding states of one end for members of its list of whom nothing is stated."""
    for member in members:
        if side == 0:
            further = replace(finding, subject=member, role=None)
        else:
            further = replace(finding, object=member, role=None)
        if further.ends not in known:
            known.add(further.ends)
            yield further
