"""Which people are one."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from communique.identity.clusters import Clusters
from communique.identity.judgement.decision import Decision, Feature, Verdict
from communique.identity.people.background import Background
from communique.identity.people.comparison import Comparison, People, listed, longest
from communique.identity.people.matching.blocking import Blocking
from communique.identity.people.matching.grouping import Grouper, in_order
from communique.identity.people.name import PersonNames
from communique.identity.people.portrait import Portrait, Portraits, usual_bearers
from communique.identity.people.weights import Weights, probability, read_weights, total
from communique.identity.profile import Profile


def judge_people(
    profiles: Sequence[Profile],
    names: PersonNames,
    background: Background,
    clusters: Clusters,
) -> Iterator[Decision]:
    """Weigh names together with countries, bodies, offices and years.

    A surname counts together with a body or an office only; a title never.

    Args:
        profiles: Of people.
        names: Takes names apart.
        background: What else the releases tell.
        clusters: The entities of each cluster, and which are kept apart whatever speaks for them.
    """
    weights = read_weights()
    limits = weights.limits
    portraits = Portraits(names, background, clusters, limits).of(profiles)
    usual = usual_bearers(portraits, limits.usual, limits.usual_lead)
    people = People(names, weights, background.label, clusters, usual)
    yield from _alike(portraits, weights, background.label)
    pairs = Blocking(names.spelling, usual).pairs(portraits)
    found = Grouper(portraits, people, limits).group(pairs)
    for kind, decided in (
        (Verdict.MERGE, found.joined),
        (Verdict.UNSURE, found.open),
        (Verdict.APART, found.apart),
    ):
        for one, other in decided:
            yield _decision(kind, portraits[one], portraits[other], people)
    for number, others in found.torn.items():
        yield _torn(portraits[number], [portraits[other] for other in others], people)


def _alike(
    portraits: Iterable[Portrait], weights: Weights, label: Callable[[str], str]
) -> Iterator[Decision]:
    """Clusters of one name, country and time."""
    for portrait in portraits:
        if len(portrait.ids) > 1:
            features = tuple(_common(portrait, weights, label))
            yield _made(Verdict.MERGE, portrait.ids, features)


def _common(portrait: Portrait, weights: Weights, label: Callable[[str], str]) -> Iterator[Feature]:
    kind = "same name" if portrait.full else "same surname alone"
    yield weights.feature(kind, portrait.text)
    if portrait.countries:
        yield weights.feature("same country", listed(portrait.countries, label))
    if portrait.bodies and not (portrait.full and portrait.countries):
        yield weights.feature("same body", listed(portrait.bodies, label))
    if portrait.offices and not portrait.full:
        yield weights.feature("same office", longest(portrait.offices))


def _decision(kind: Verdict, one: Portrait, other: Portrait, people: People) -> Decision:
    compared = people.compare(one, other)
    return _made(kind, (one.ids[0], other.ids[0]), compared.features)


def _torn(one: Portrait, others: Sequence[Portrait], people: People) -> Decision:
    """Somebody who may be either of several."""
    compared: Comparison = max(
        (people.compare(one, other) for other in others), key=lambda found: found.total
    )
    ids = in_order(portrait.ids[0] for portrait in (one, *others))
    score = probability(0.0)
    return Decision(Verdict.UNSURE, ids, f"may be either {one.text}", score, compared.features)


def _made(kind: Verdict, ids: Iterable[str], features: Sequence[Feature]) -> Decision:
    against = kind is Verdict.APART
    ranked = sorted(features, key=lambda feature: feature.weight, reverse=not against)
    telling = [feature for feature in ranked if (feature.weight < 0) is against]
    reason = "; ".join(feature.name for feature in (telling or ranked)[:2])
    return Decision(kind, in_order(ids), reason, probability(total(features)), tuple(features))
