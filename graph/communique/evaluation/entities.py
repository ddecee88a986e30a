"""Scores the entities of the statements about one release."""

from collections.abc import Mapping, Sequence

from communique.evaluation.annotation.predictions import PredictedEntity
from communique.evaluation.located import Located
from communique.evaluation.matching.assignment import match
from communique.evaluation.matching.matcher import Matcher, matches_name
from communique.evaluation.report import Count, Report

Edges = dict[str, list[str]]
"""Gold entities by key, with the ids of the predicted ones that they may be, best first."""


def score_entities(
    matcher: Matcher, located: Located, stated: Mapping[int, Sequence[int]], report: Report
) -> None:
    """Count right, wrong, duplicate and missed entities.

    Args:
        matcher: Of the release.
        located: The statements about it.
        stated: By gold triple, the numbers of the statements that say it.
        report: Where to count.
    """
    gold = matcher.gold
    required = gold.required_entities
    entities: dict[str, PredictedEntity] = {}
    for statement, _ in located:
        for entity in (statement.subject, statement.object):
            entities.setdefault(entity.id, entity)
    edges = _name_edges(matcher, entities)
    _add_triple_edges(matcher, located, stated, edges)
    taken = match(sorted(gold.entities, key=lambda key: key not in required), edges)
    matched = {id_: key for key, id_ in taken.items()}
    unnamed = {id_ for key, ids in edges.items() if not gold.entities[key].named for id_ in ids}
    for id_, entity in sorted(entities.items()):
        if id_ in matched:
            right = Count(tp=1) if matched[id_] in required else Count(neutral=1)
            _record(report, gold.entities[matched[id_]].type, right)
        else:
            _score_surplus(matcher, entity, id_ in unnamed, report)
    for key in sorted(required - taken.keys()):
        missed = gold.entities[key]
        _record(report, missed.type, Count(fn=1))
        report.errors[gold.slug].missed_entities.append(f"{missed.name} ({missed.type})")


def match_entities(matcher: Matcher, entities: Mapping[str, PredictedEntity]) -> dict[str, str]:
    """The id of the predicted entity that is each gold one by name and type, by its key."""
    return match(sorted(matcher.gold.entities), _name_edges(matcher, entities))


def _name_edges(matcher: Matcher, entities: Mapping[str, PredictedEntity]) -> Edges:
    """Named gold entities to predicted ones by name and type, unnamed ones by name."""
    edges: Edges = {key: [] for key in matcher.gold.entities}
    for id_, entity in sorted(entities.items()):
        for candidate in matcher.gold.entities.values():
            same = matcher.named(entity) == (candidate if candidate.named else None)
            if same and entity.type in candidate.types and matches_name(candidate, entity):
                edges[candidate.key].append(id_)
    return edges


def _add_triple_edges(
    matcher: Matcher, located: Located, stated: Mapping[int, Sequence[int]], edges: Edges
) -> None:
    """Unnamed gold entities to predicted ones by a triple that both are in."""
    for number, items in stated.items():
        triple = matcher.gold.triples[number]
        unnamed = [end for end in (triple.subject, triple.object) if not end.named]
        for statement, evidence in (located[item] for item in items):
            for end in unnamed:
                for entity in (statement.subject, statement.object):
                    known = entity.id in edges[end.key]
                    if not known and matcher.is_entity(end, entity, triple, evidence):
                        edges[end.key].append(entity.id)


def _score_surplus(
    matcher: Matcher, entity: PredictedEntity, may_be_unnamed: bool, report: Report
) -> None:
    """Count a predicted entity that no gold one was matched with."""
    named = matcher.named(entity)
    if named is None and may_be_unnamed:
        _record(report, entity.type, Count(neutral=1))
        return
    _record(report, entity.type, Count(fp=1))
    if named is None:
        reason = f"not in the gold: {entity.name} ({entity.type})"
    elif entity.type in named.types:
        reason = f"duplicate: {entity.name} ({entity.type}) is {named.name} again"
    else:
        reason = f"wrong type: {entity.name} is {named.type}, not {entity.type}"
    report.errors[matcher.gold.slug].entities.append(reason)


def _record(report: Report, kind: str, count: Count) -> None:
    report.by_type[kind].add(count)
    report.entities.add(count)
