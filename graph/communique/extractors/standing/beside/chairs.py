"""Who met because they chaired talks of two sides together."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.gazetteer.territories import fold
from communique.ontology import EntityType, Relation

_SITTINGS = frozenset(
    "meeting session talks talk consultation consultations round dialogue commission committee "
    "negotiations negotiation subcommittee council mechanism".split()
)
"""Nouns of what the two who chair it sit at on behalf of their sides."""
_CROWDED = frozenset("plenary conference summit forum assembly workshop".split())
"""Words of what many sit at."""
_TWO = 2
"""People who chair it: of more, or of one, it is a conference."""


def chairs(scenes: Iterable[Scene], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield that the two of two states whom one sentence names as leading talks met there.

    Args:
        scenes: The scenes.
        found: What was found so far.
    """
    blocks = {scene.block.start: scene for scene in scenes}
    starts = sorted(blocks)
    at: dict[tuple[Figure, int], list[Finding]] = {}
    for finding in found:
        if _leads(finding):
            at.setdefault((finding.object, finding.start), []).append(finding)
    for leading in at.values():
        scene = blocks[starts[bisect_right(starts, leading[0].start) - 1]]
        named = set(scene.parties(leading[0].start, leading[0].end))
        people = list(dict.fromkeys(finding.subject for finding in leading))
        if len(people) == _TWO and named.issuperset(people) and _are_apart(people):
            one, other = people
            yield Finding(
                one, Relation.MEETS, other, leading[0].start, leading[0].end, "meets/chairs", 0.8,
                leading[0].date, status=leading[0].status,
            )  # fmt: skip


def _leads(finding: Finding) -> bool:
    """Whether somebody leads talks by their noun or by what they are called."""
    event = finding.object
    person = finding.subject.type == EntityType.PERSON and event.type == EntityType.EVENT
    words = fold(f"{event.noun} {event.name}").split() if person else ()
    sitting = not _SITTINGS.isdisjoint(words) and _CROWDED.isdisjoint(words)
    return finding.relation == Relation.LEADS and sitting


def _are_apart(people: Iterable[Figure]) -> bool:
    """Whether people are known to be of two states or bodies."""
    sides = [_side(person) for person in people]
    return all(sides) and sides[0].isdisjoint(*sides[1:])


def _side(person: Figure) -> set[str]:
    """The state, else the bodies, that somebody stands for."""
    if person.home is not None:
        return {person.home.name}
    return {office.body.name for office in person.offices if office.body is not None}
