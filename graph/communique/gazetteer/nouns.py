"""Common nouns that tell what a name or a description stands for."""

import json
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Nouns:
    """Closed classes of nouns, each form as texts write it.

    Attributes:
        organisation_heads: Last or first nouns of a body's name ("Ministry", "Council").
        weak_organisation_heads: Those that need two more capitalised words to name a body.
        force_nouns: What a demonym turns into the state's own ("Czech police").
        force_bodies: Those of them that are one body, not a collective.
        operation_prefixes: Words before the name of an operation ("Operation").
        operation_heads: Nouns that end the name of an operation ("Task Force").
        operation_nouns: Nouns that describe an operation without a name.
        event_heads: Nouns that end the name of an event ("Summit").
        event_nouns: Nouns that describe an event without a name.
        meeting_nouns: Nouns for people who talk to each other.
        place_heads: Nouns in the name of a place ("Camp").
        regions: Regions of the world beyond one state.
    """

    organisation_heads: frozenset[str]
    weak_organisation_heads: frozenset[str]
    force_nouns: frozenset[str]
    force_bodies: frozenset[str]
    operation_prefixes: frozenset[str]
    operation_heads: frozenset[str]
    operation_nouns: frozenset[str]
    event_heads: frozenset[str]
    event_nouns: frozenset[str]
    meeting_nouns: frozenset[str]
    place_heads: frozenset[str]
    regions: frozenset[str]


def read_nouns() -> Nouns:
    """The classes of ``nouns.json`` beside this module."""
    source = files("communique.gazetteer").joinpath("nouns.json")
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return Nouns(**{field.name: frozenset(content[field.name]) for field in fields(Nouns)})
