"""How the ontology writes the relations (generated from ``communique.ttl``; do not edit)."""

from collections.abc import Mapping

from communique.ontology.vocabulary import Relation

VERSION = "0.2.0"
"""Version of the ontology."""

PROPERTIES: Mapping[Relation, str] = {
    Relation.APPOINTS: "appoints",
    Relation.COORDINATES: "coordinates",
    Relation.FUNDS: "funds",
    Relation.HELD_IN: "heldIn",
    Relation.HOSTS: "hosts",
    Relation.INVOLVES: "involves",
    Relation.LEADS: "leads",
    Relation.LOCATED_IN: "locatedIn",
    Relation.MEETS: "meets",
    Relation.MEMBER_OF: "memberOf",
    Relation.ORGANISES: "organises",
    Relation.PARTICIPATES_IN: "participatesIn",
    Relation.PART_OF: "partOf",
    Relation.REPRESENTS: "represents",
    Relation.SUPPORTS: "supports",
    Relation.VISITS: "visits",
}
"""Local name of the property of a relation's direct triple."""

STATEMENT_CLASSES: Mapping[Relation, str] = {
    Relation.APPOINTS: "Appointment",
    Relation.COORDINATES: "Coordination",
    Relation.FUNDS: "Funding",
    Relation.HELD_IN: "Setting",
    Relation.HOSTS: "Hosting",
    Relation.INVOLVES: "Involvement",
    Relation.LEADS: "Leadership",
    Relation.LOCATED_IN: "Siting",
    Relation.MEETS: "Meeting",
    Relation.MEMBER_OF: "Membership",
    Relation.ORGANISES: "Organising",
    Relation.PARTICIPATES_IN: "Participation",
    Relation.PART_OF: "Inclusion",
    Relation.REPRESENTS: "Representation",
    Relation.SUPPORTS: "Support",
    Relation.VISITS: "Visit",
}
"""Local name of the class of a relation's statements."""
