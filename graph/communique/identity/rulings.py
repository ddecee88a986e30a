"""Judgements of people, brought to bear on the entities that releases have today."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.graph import Anchor, Judgement, Ruling, Side
from communique.identity.clusters import Clusters, natural
from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.names import fold
from communique.identity.profile import Mentions
from communique.ontology import EntityType

_Where = tuple[str, EntityType, tuple[str, ...]]


def apply_judgements(
    judgements: Iterable[Judgement], mentions: Mentions, clusters: Clusters
) -> list[Decision]:
    """Join and keep apart what people have judged, before any rule speaks.

    A judgement whose releases are gone says nothing; it holds again when they come back. Of two
    that contradict each other the later one counts.

    Args:
        judgements: In the order in which they were made.
        mentions: What the releases say.
        clusters: Every entity by itself; changed in place.

    Returns:
        What was decided by them, each with the ids concerned.
    """
    standing = _standing(judgements)
    where = _places(mentions) if standing else {}
    decisions: list[Decision] = []
    for judgement in standing:
        one, other = _ids(judgement.one, where), _ids(judgement.other, where)
        if one and other:
            decisions += _apply(judgement, one, other, clusters)
    return decisions


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that no later one about the same two overrules, the latest first."""
    standing: list[Judgement] = []
    by_anchor: dict[Anchor, list[Judgement]] = defaultdict(list)
    for judgement in reversed(list(judgements)):
        rivals = (later for anchor in judgement.one.anchors for later in by_anchor[anchor])
        if not any(judgement.is_about(later) for later in rivals):
            standing.append(judgement)
            for anchor in (*judgement.one.anchors, *judgement.other.anchors):
                by_anchor[anchor].append(judgement)
    return standing


def _apply(
    judgement: Judgement, one: list[str], other: list[str], clusters: Clusters
) -> Iterator[Decision]:
    reason = f"judged {judgement.ruling}"
    if judgement.author:
        reason += f" by {judgement.author}"
    if judgement.reason:
        reason += f": {judgement.reason}"
    ends = (one[0], other[0])
    if judgement.ruling is Ruling.SAME:
        # Each side holds together by the rules that made it; only the two need to be joined.
        if len(clusters.sides(ends)[0]) == 1:
            clusters.merge(ends)
            yield Decision(Verdict.MERGE, ends, reason, 1.0)
    elif judgement.ruling is Ruling.DIFFERENT:
        kept = [clusters.keep_apart(left, right) for left in one for right in other]
        if all(kept):
            yield Decision(Verdict.APART, ends, reason, 1.0)


def _places(mentions: Mentions) -> dict[_Where, str]:
    """The first entity of each release, type and name; aliases where no name is so written."""
    names: dict[_Where, list[str]] = defaultdict(list)
    aliases: dict[_Where, list[str]] = defaultdict(list)
    for id_, entities in mentions.entities.items():
        for release in mentions.releases[id_]:
            for entity in entities:
                names[release, entity.type, fold(entity.name)].append(id_)
                for alias in entity.aliases:
                    aliases[release, entity.type, fold(alias)].append(id_)
    return {where: min(ids, key=natural) for where, ids in (aliases | names).items()}


def _ids(side: Side, where: dict[_Where, str]) -> list[str]:
    """The entities that stand today where the side stood, each once."""
    found = (where.get((a.release, side.type, fold(a.name))) for a in side.anchors)
    return list(dict.fromkeys(id_ for id_ in found if id_ is not None))
