"""Carrying out what rules decide, as far as judgements of people allow it."""

from collections.abc import Iterator, Mapping, Sequence

from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.profile import Profile

_SETTLED = 1.0
_OPEN = 0.5


def carry_out(
    decisions: Sequence[Decision], clusters: Clusters, profiles: Mapping[str, Profile]
) -> list[Decision]:
    """Join what the rules take for one; the surest first.

    Where a person keeps some of them apart, what has a country or body in common with one side
    alone joins that side, and the rest waits for review.

    Args:
        decisions: Merges.
        clusters: Changed in place.
        profiles: Of all clusters as they were when the rules spoke, by cluster id.

    Returns:
        What was joined; what was not, and why, where judgements stood against it.
    """
    done: list[Decision] = []
    for decision in sorted(decisions, key=lambda decision: (-decision.score, decision)):
        sides, rest = clusters.sides(decision.ids)
        if len(sides) == 1:
            if clusters.merge(decision.ids):
                done.append(decision)
        else:
            done += _parted(decision, sides, rest, clusters, profiles)
    return done


def _parted(
    decision: Decision,
    sides: Sequence[list[str]],
    rest: Sequence[str],
    clusters: Clusters,
    profiles: Mapping[str, Profile],
) -> Iterator[Decision]:
    ties = [_ties(side, profiles) for side in sides]
    open_ = []
    for root in rest:
        fitting = [
            side for side, of in zip(sides, ties, strict=True) if of & _ties([root], profiles)
        ]
        if len(fitting) == 1:
            fitting[0].append(root)
        else:
            open_.append(root)
    for side in sides:
        ids = tuple(side)
        if len(clusters.sides(ids)[0]) == 1 and clusters.merge(ids):
            yield Decision(Verdict.MERGE, ids, decision.reason, decision.score, decision.features)
    heads = tuple(side[0] for side in sides)
    yield Decision(Verdict.APART, heads, f"judged different, against {decision.reason}", _SETTLED)
    for root in open_:
        yield Decision(Verdict.UNSURE, (root, *heads), f"may be either: {decision.reason}", _OPEN)


def _ties(roots: Sequence[str], profiles: Mapping[str, Profile]) -> frozenset[str]:
    found = [profiles[root] for root in roots if root in profiles]
    return frozenset[str]().union(*(profile.countries | profile.bodies for profile in found))
