"""What becomes of each relation, from ``relations.json``."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from communique.ontology import Relation


@dataclass(frozen=True, slots=True)
class Wording:
    """How facts of one relation are told.

    Attributes:
        occasion: Name of the event that such a fact is; None for what is a link.
        schema: Schema of the link.
        subject: Property of the link that has the subject.
        object: Property of the link that has the object.
        role: What the link says.
        event: Property of an event that has who is at the other end; None if it has none.
    """

    occasion: str | None = None
    schema: str = "UnknownLink"
    subject: str = "subject"
    object: str = "object"
    role: str = ""
    event: str | None = None


def read_wordings() -> Mapping[Relation, Wording]:
    """The wordings by relation, each relation once."""
    content = files("communique.loaders.files.ftm").joinpath("relations.json").read_bytes()
    told = json.loads(content)
    return {relation: Wording(**told[relation]) for relation in Relation}
