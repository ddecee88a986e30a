"""What happens under a heading that names a state or place: it happens there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.kinds import is_group
from communique.extractors.layout.outline import protagonist
from communique.extractors.layout.tables.owners import heading_of
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import UNDERTAKINGS, EntityType, Relation

IN_AREA = "area/heading"
"""The rule of what follows from a heading and what is told under it."""
STANDING = frozenset(
    {Relation.REPRESENTS, Relation.LOCATED_IN, Relation.PART_OF, Relation.MEMBER_OF}
)
"""Relations that hold whatever their sentence says is done or not."""
_THERE = frozenset({Relation.VISITS, Relation.HELD_IN})
_JOURNEY = re.compile(r"(?i)\b(?:tours?|touring|visits?|visiting|trip|travels?|journey|swing)\b")
"""What tells in a title that a release goes from state to state with somebody."""
_NOTHING = re.compile(
    r"(?i)[\W\d]*(?:none|nothing|no (?:action|activit\w+|operations?|results?|report)|"
    r"(?:was|is|were|are|did|does|has|have) not)\b"
)
"""How a block begins that says that nothing happened in the state above it."""
_OPENS = re.compile(r"(?:^|[.;!?:•] )(?:The |the |Officers of |officers of )*$")
_DOES = re.compile(
    r"(?: \([^()]{2,12}\))? (?:[a-z]+ly )?(?!(?:was|were|is|are|has been|had been|did not|said|"
    r"says|told|thanked|announced|reported|stated|added|welcomed|praised|will|has not)\b)[a-z]+"
)
"""What follows a body that does something."""
_HOME = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def in_areas(cast: Cast, scenes: Sequence[Scene], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield that what is told under a heading of a state happens in it.

    Args:
        cast: The figures of the release.
        scenes: Its blocks.
        found: What its sentences state.
    """
    before = takewhile(lambda scene: scene.area is None, scenes)
    told = {figure for scene in before for figure in scene.figures}
    topic = cast.topic()
    toured = bool(scenes) and _JOURNEY.search(scenes[0].block.text) is not None
    known = topic is not None and topic.named and topic in told
    named = topic if known and not toured else None
    traveller = protagonist(scenes) if toured else None
    told_of = {finding.ends for finding in found}
    sites: list[Figure] = []
    for scene in scenes:
        if heading_of(scene) is not None:
            sites = [f for f in scene.figures if f is not None and f.type in _HOME]
        if scene.area is not None and sites:
            area = _Area(scene, tuple(sites), scenes, named)
            yield from area.of_the_release()
            yield from area.of_its_own(found)
            yield from (v for v in area.of_a_journey(traveller) if v.ends not in told_of)


def told_under(stated: Sequence[Finding], refused: Sequence[Finding]) -> list[Finding]:
    """What happens in the state of a heading, of what is refused: that of which more is stated."""
    return [f for f in refused if f.rule == IN_AREA and _is_told(f, stated)]


def _is_told(headed: Finding, stated: Sequence[Finding]) -> bool:
    """Whether the block of a finding under a heading states something else of its subject."""
    return any(
        headed.start <= finding.start < headed.end
        and headed.subject in {finding.subject, finding.object}
        and finding.relation not in STANDING
        for finding in stated
    )


@dataclass(frozen=True, slots=True)
class _Area:
    """A block under a heading.

    Attributes:
        scene: The block.
        sites: The state of the heading, with the town before it or alone.
        scenes: All blocks.
        topic: The named operation that the release is about, or None.
    """

    scene: Scene
    sites: Sequence[Figure]
    scenes: Sequence[Scene]
    topic: Figure | None

    def of_the_release(self) -> Iterator[Finding]:
        """Yield that the operation of the release is one of the state above, and of its bodies."""
        others = (f for f in self.scene.figures if f and f.type == EntityType.OPERATION and f.named)
        if self.topic is None or any(f is not self.topic for f in others):
            return
        if _NOTHING.match(self.scene.block.text):
            return
        yield from (replace(f, rule="area/operation") for f in self._there(self.topic))
        for mention, figure in zip(self.scene.mentions, self.scene.figures, strict=True):
            if figure is None or figure.type != EntityType.ORGANISATION:
                continue
            text = self.scene.block.text
            if _OPENS.search(text, 0, mention.start) and _DOES.match(text, mention.end):
                taking = self._finding(figure, Relation.PARTICIPATES_IN, self.topic)
                yield replace(taking, rule="area/body")

    def of_its_own(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """Yield that who visits a town of a state visits that, and what is held there likewise."""
        block = self.scene.block
        for finding in found:
            if not block.start <= finding.start < block.end:
                continue
            if finding.relation in _THERE and finding.object.type == EntityType.PLACE:
                yield from self._wider(finding)
        for figure in dict.fromkeys(filter(None, self.scene.figures)):
            if self._is_only_here(figure) and _names(self.scene, figure):
                yield from self._there(figure)

    def of_a_journey(self, traveller: Figure | None) -> Iterator[Finding]:
        """Yield that who travels visits the state under whose heading he or she does something."""
        for site in self.sites if traveller in self.scene.figures else ():
            if traveller is not None and traveller.sure_home != site.territory:
                visit = self._finding(traveller, Relation.VISITS, site)
                yield replace(visit, rule="area/journey")

    def _wider(self, finding: Finding) -> Iterator[Finding]:
        """Yield a visit or event in a town as one in the state of the heading."""
        home = finding.object.territory
        whole = finding.subject.type != EntityType.PERSON
        if whole and finding.subject.named and not _names(self.scene, finding.subject):
            return  # "the mission", which another section has told of
        for site in self.sites:
            if site.type == EntityType.COUNTRY and home in {None, site.territory}:
                if finding.relation == Relation.VISITS:
                    yield self._finding(finding.subject, Relation.VISITS, site)
                else:
                    yield from self._there(finding.subject)

    def _there(self, whole: Figure) -> Iterator[Finding]:
        """Yield that an event or operation is one of the state, and takes place in the town."""
        for site in self.sites:
            operation = whole.type == EntityType.OPERATION
            if operation and site.type == EntityType.COUNTRY and not is_group(whole):
                yield self._finding(whole, Relation.INVOLVES, site)
            elif whole.type == EntityType.EVENT or operation:
                yield self._finding(whole, Relation.HELD_IN, site)

    def _is_only_here(self, whole: Figure) -> bool:
        """Whether an event or operation with a name is told of under no other heading."""
        if whole.type not in UNDERTAKINGS or not whole.named:
            return False
        area = self.scene.area
        elsewhere = (s for s in self.scenes if s.area is not area and _names(s, whole))
        return whole is not self.topic and next(elsewhere, None) is None

    def _finding(self, subject: Figure, relation: Relation, thing: Figure) -> Finding:
        block = self.scene.block
        return Finding(subject, relation, thing, block.start, block.end, IN_AREA, 0.8)


def _names(scene: Scene, figure: Figure) -> bool:
    """Whether a block calls something by its name, not by "the mission" alone."""
    pairs = zip(scene.mentions, scene.figures, strict=True)
    return any(f is figure and m.span is not None and m.span.named for m, f in pairs)
