"""Decides which statements made about one release say which gold triples."""

from collections.abc import Iterator, Sequence
from itertools import product

from communique.evaluation.annotation.gold import GoldDocument, GoldEntity, GoldTriple
from communique.evaluation.annotation.names import normal_name
from communique.evaluation.annotation.predictions import (
    PredictedEntity,
    PredictedEvidence,
    PredictedStatement,
)
from communique.evaluation.matching.qualifiers import QUALIFIERS, same_qualifier
from communique.evaluation.matching.sentences import Sentences
from communique.ontology import SIGNATURES, Relation

_WIDENS = frozenset({Relation.REPRESENTS, Relation.PART_OF, Relation.LOCATED_IN})
"""Gold relations that lead from an entity to the wider one a broader triple may name."""

Check = tuple[bool, str, str]
"""Whether a qualifier is right, what the gold has, what was predicted."""


def matches_name(gold: GoldEntity, predicted: PredictedEntity) -> bool:
    """The predicted name is a gold name or alias, or the gold name is a predicted alias."""
    name = normal_name(gold.name, gold.type, gold.kept)
    return predicted.normal(gold.kept) in gold.names or name in predicted.names(gold.kept)


def _ends(statement: PredictedStatement) -> Iterator[tuple[PredictedEntity, PredictedEntity]]:
    """The statement's ends, both ways round if its relation is symmetric."""
    yield statement.subject, statement.object
    known = statement.predicate in list(Relation)
    if known and SIGNATURES[Relation(statement.predicate)].symmetric:
        yield statement.object, statement.subject


class Matcher:
    """Decides which statements made about one release say which gold triples."""

    def __init__(self, gold: GoldDocument) -> None:
        """Take the annotation of the release."""
        self.gold = gold
        self._sentences = Sentences(gold.text)
        self._named: dict[PredictedEntity, GoldEntity | None] = {}

    def named(self, entity: PredictedEntity) -> GoldEntity | None:
        """The named gold entity that the predicted one is: by its own name, else by an alias.

        One at most: a node that merges two entities stands for one of them only.
        """
        if entity not in self._named:
            golds = self.gold.entities.values()
            found = [g for g in golds if g.named and matches_name(g, entity)]
            found.sort(
                key=lambda g: (entity.normal(g.kept) not in g.names, entity.type not in g.types)
            )
            self._named[entity] = found[0] if found else None
        return self._named[entity]

    def is_entity(
        self,
        gold: GoldEntity,
        entity: PredictedEntity,
        triple: GoldTriple,
        evidence: Sequence[PredictedEvidence],
    ) -> bool:
        """Whether the predicted entity is the gold one, given the triple and the evidence."""
        if gold.named:
            return self.named(entity) == gold
        if entity.type not in gold.types or self.named(entity):
            return False
        return matches_name(gold, entity) or self._sentences.shared(triple.evidence, evidence)

    def shares_sentence(self, triple: GoldTriple, evidence: Sequence[PredictedEvidence]) -> bool:
        """Whether evidence stands in a sentence that the triple rests on."""
        return self._sentences.shared(triple.evidence, evidence)

    def says(
        self,
        statement: PredictedStatement,
        triple: GoldTriple,
        evidence: Sequence[PredictedEvidence],
    ) -> bool:
        """Whether the statement, on this release's evidence, says the gold triple."""
        return statement.predicate == triple.predicate and any(
            self.is_entity(triple.subject, subject, triple, evidence)
            and self.is_entity(triple.object, object_, triple, evidence)
            for subject, object_ in _ends(statement)
        )

    def widens(self, statement: PredictedStatement, evidence: Sequence[PredictedEvidence]) -> bool:
        """Whether the statement is a broader form of a gold triple.

        INVOLVES is annotated in full instead.
        """
        inside = statement.subject.id == statement.object.id
        if statement.predicate == Relation.INVOLVES or inside:
            return False
        triples = [t for t in self.gold.triples if t.predicate == statement.predicate]
        return any(
            self._is_broader(triple, ends, evidence)
            for triple in triples
            for ends in _ends(statement)
        )

    def _is_broader(
        self,
        triple: GoldTriple,
        ends: tuple[PredictedEntity, PredictedEntity],
        evidence: Sequence[PredictedEvidence],
    ) -> bool:
        subjects, objects = (
            [e for e in self._wider(gold) if self.is_entity(e, end, triple, evidence)]
            for gold, end in zip((triple.subject, triple.object), ends, strict=True)
        )
        return any(subject != object_ for subject, object_ in product(subjects, objects))

    def _wider(self, entity: GoldEntity) -> list[GoldEntity]:
        """The entity and every one it represents, is part of, or lies in, by the gold."""
        found, todo = [entity], [entity]
        while todo:
            key = todo.pop().key
            for triple in self.gold.triples:
                leads_on = triple.predicate in _WIDENS and triple.subject.key == key
                if leads_on and triple.object not in found:
                    found.append(triple.object)
                    todo.append(triple.object)
        return found

    def check_qualifiers(
        self, triple: GoldTriple, statement: PredictedStatement
    ) -> dict[str, Check]:
        """The checks of the qualifiers that are scored, by name."""
        checks = ((name, self._check(name, triple, statement)) for name in QUALIFIERS)
        return {name: check for name, check in checks if check is not None}

    def _check(self, name: str, triple: GoldTriple, statement: PredictedStatement) -> Check | None:
        wanted, got = triple.qualifiers.get(name), statement.qualifiers.get(name)
        if wanted is None:
            # Only a date that the text does not give is an error; the rest may be worth having.
            dated = "date" in SIGNATURES[Relation(triple.predicate)].qualifiers
            return (False, "none", got) if name == "date" and got and dated else None
        if got is None and None in wanted:
            return None
        right = got is not None and any(
            same_qualifier(name, value, got, triple, self.gold)
            for value in wanted
            if value is not None
        )
        return right, " | ".join(str(value or "none") for value in wanted), got or "none"

    def agreement(self, triple: GoldTriple, statement: PredictedStatement) -> float:
        """Right qualifiers less wrong ones."""
        checks = self.check_qualifiers(triple, statement).values()
        return sum(1.0 if right else -1.0 for right, _, _ in checks)
