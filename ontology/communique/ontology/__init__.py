"""The vocabulary: entity types, relations, and what each relation may stand between."""

from communique.ontology.vocabulary import SIGNATURES, EntityType, Relation, Signature, Status

__all__ = ["SIGNATURES", "EntityType", "Relation", "Signature", "Status"]
