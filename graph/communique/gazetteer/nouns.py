"""Common nouns that tell what a name or a description stands for, and words that end either."""

from dataclasses import dataclass

from communique.gazetteer.closed_classes import read_classes


@dataclass(frozen=True, slots=True)
class Nouns:
    """Closed classes of words, each form as texts write it.

    Attributes:
        organisation_heads: Last or first nouns of a body's name ("Ministry", "Council").
        weak_organisation_heads: Those that need two more capitalised words to name a body.
        lone_organisation_heads: Those that name a body alone ("the Presidency").
        organisation_openings: Title words that a body's name may begin with ("National").
        organisation_compounds: Words before "and" inside a body's name ("Advisory and …").
        organisations_abroad: Bodies whose name goes on with "in" ("Mission in …").
        organisation_ends: Capitalised words that a body's name does not hold.
        force_bodies: What a demonym turns into a body of the state ("Czech police").
        operation_prefixes: Words before the name of an operation ("Operation").
        operation_heads: Nouns that end the name of an operation ("Task Force").
        operation_nouns: Nouns that describe an operation without a name.
        event_heads: Nouns that end the name of an event ("Summit").
        event_nouns: Nouns that describe an event without a name.
        undertaking_ends: Capitalised words that the name of an undertaking does not hold.
        never_numbered: Capitalised words that make a number after them no part of a name.
        description_ends: Words that a description does not reach over.
        meeting_nouns: Nouns for people who talk to each other.
        site_prefixes: Nouns that begin the name of a site ("Camp").
        headquarters: Nouns in the name of a seat.
        regions: Regions of the world beyond one state.
    """

    organisation_heads: frozenset[str]
    weak_organisation_heads: frozenset[str]
    lone_organisation_heads: frozenset[str]
    organisation_openings: frozenset[str]
    organisation_compounds: frozenset[str]
    organisations_abroad: frozenset[str]
    organisation_ends: frozenset[str]
    force_bodies: frozenset[str]
    operation_prefixes: frozenset[str]
    operation_heads: frozenset[str]
    operation_nouns: frozenset[str]
    event_heads: frozenset[str]
    event_nouns: frozenset[str]
    undertaking_ends: frozenset[str]
    never_numbered: frozenset[str]
    description_ends: frozenset[str]
    meeting_nouns: frozenset[str]
    site_prefixes: frozenset[str]
    headquarters: frozenset[str]
    regions: frozenset[str]


def read_nouns() -> Nouns:
    """The classes of ``nouns.json`` beside this module."""
    return Nouns(**{name: frozenset(forms) for name, forms in read_classes("nouns").items()})
