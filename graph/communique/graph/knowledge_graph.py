"""The knowledge graph: releases, canonical entities and facts, in a fixed order."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.graph.entity import Entity
from communique.graph.fact import Fact
from communique.graph.release import Particulars, Release


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """What a ledger says after resolution; every store and file is a projection of it.

    Attributes:
        releases: Ordered by id; without their texts, which the ledger has.
        entities: Ordered by id; exactly the ends of the facts.
        facts: Ordered by subject id, relation, object id and key.
    """

    releases: tuple[Particulars, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]

    @classmethod
    def of(
        cls, releases: Iterable[Particulars | Release], facts: Iterable[Fact]
    ) -> "KnowledgeGraph":
        """Put releases and facts in order and gather the entities.

        Args:
            releases: Those of the graph; of one with its text the particulars are kept.
            facts: What they say, in any order.
        """
        ordered = sorted(facts, key=lambda fact: fact.order)
        ends = {end.id: end for fact in ordered for end in (fact.subject, fact.object)}
        return cls(
            tuple(sorted(map(_particulars, releases), key=lambda release: release.id)),
            tuple(ends[id_] for id_ in sorted(ends)),
            tuple(ordered),
        )


def _particulars(release: Particulars | Release) -> Particulars:
    return release if isinstance(release, Particulars) else Particulars.of(release)
