"""The vocabulary: entity types, relations, and what each relation may stand between."""

from communique.ontology.vocabulary import SIGNATURES, EntityType, Relation, Signature, Status

UNDERTAKINGS = frozenset({EntityType.EVENT, EntityType.OPERATION})
"""Types of what people and bodies take part in."""

__all__ = ["SIGNATURES", "UNDERTAKINGS", "EntityType", "Relation", "Signature", "Status"]
