"""Pairwise scores: of every two entities, whether they were taken for one and whether they are."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from communique.evaluation.clusters.clustering import Mention
from communique.evaluation.report import Count

Partition = Mapping[Mention, Hashable]
"""What each entity belongs to: a gold cluster or a canonical id."""
Parts = tuple[tuple[Mention, ...], ...]
"""Entities that one partition has together, as the other divides them; the first parts first."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """How far found clusters agree with wanted ones.

    Attributes:
        count: Pairs taken for one rightly, wrongly, and pairs that were missed.
        entities: Entities that were scored.
        clusters: Wanted clusters of several scored entities.
        split: Those of them that were not found as one.
        mixed: Found clusters that hold entities of several wanted ones.
    """

    count: Count
    entities: int
    clusters: int
    split: tuple[Parts, ...]
    mixed: tuple[Parts, ...]


def score_pairs(wanted: Partition, found: Partition) -> PairScore:
    """Compare two partitions over the entities that are in both; pairs are of two documents."""
    scored = sorted(wanted.keys() & found.keys())
    count = Count()
    for one, other in combinations(scored, 2):
        if one.document != other.document:
            same, taken = wanted[one] == wanted[other], found[one] == found[other]
            count.add(Count(tp=same and taken, fp=taken and not same, fn=same and not taken))
    clusters = [group for group in _groups(scored, wanted) if len(group) > 1]
    return PairScore(
        count=count,
        entities=len(scored),
        clusters=len(clusters),
        split=_divided(clusters, found),
        mixed=_divided(_groups(scored, found), wanted),
    )


def _groups(mentions: Iterable[Mention], partition: Partition) -> Parts:
    groups: dict[Hashable, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[partition[mention]].append(mention)
    return tuple(tuple(group) for group in groups.values())


def _divided(groups: Iterable[tuple[Mention, ...]], other: Partition) -> tuple[Parts, ...]:
    """The groups of one partition that another divides, divided."""
    return tuple(parts for group in groups if len(parts := _groups(group, other)) > 1)
