"""Which extracted entities of a release are which annotated ones."""

from collections.abc import Iterable

from communique.evaluation.annotation.gold import GoldDocument
from communique.evaluation.annotation.predictions import PredictedEntity
from communique.evaluation.clusters.clustering import Mention
from communique.evaluation.entities import match_entities
from communique.evaluation.matching.matcher import Matcher
from communique.graph import Statement


def extracted_ids(gold: GoldDocument, statements: Iterable[Statement]) -> dict[Mention, str]:
    """The local id of each named annotated entity that extraction found, by name and type.

    Args:
        gold: The annotation of a release.
        statements: What was read in it, with local ids: resolution has no part in the matching.
    """
    entities = {
        end.id: PredictedEntity(end.id, str(end.type), end.name, frozenset(end.aliases))
        for statement in statements
        for end in (statement.subject, statement.object)
    }
    found = match_entities(Matcher(gold), entities)
    return {Mention(gold.slug, key): id_ for key, id_ in found.items() if gold.entities[key].named}
