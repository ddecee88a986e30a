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
        operation_prefix_followers: Capitalised words that make of such a word something else
            ("Project Manager").
        lowercase_prefixes: Common nouns right before the name of an operation ("exercise X").
        operation_heads: Nouns that end the name of an operation ("Task Force").
        operation_kinds: Capitalised words that before such a noun tell the kind of an operation
            and do not name it ("a Joint Customs Operation").
        operation_nouns: Nouns that describe an operation without a name.
        naming_nouns: Nouns right after the name of an operation ("the X programme").
        naming_participles: Words between a noun and a name in quotes ("a project called").
        titled_nouns: Nouns beside a title in quotes of any length ("the exhibition “…”").
        articled_event_nouns: Nouns that describe an event after one of the articles or ordinals,
            where the phrase ends with them ("the closing", "a third round").
        event_articles: Those words.
        modified_operation_nouns: Nouns that describe an operation after one of the modifiers.
        operation_modifiers: Words that make a deed of such a noun ("relief efforts").
        undertaking_participles: Words that do so after a name and a hyphen ("UN-led process").
        compound_followers: Nouns that make a noun before them a part of theirs ("training area").
        nouns_like_verbs: Nouns that are verbs as well ("address").
        before_verbs: Words after which they are verbs ("to address").
        event_heads: Nouns that end the name of an event ("Summit").
        event_nouns: Nouns that describe an event without a name.
        lower_event_nouns: Those that with a capital are something else ("Congress").
        numbered_conferences: Acronyms that a number makes the name of an event ("COP27").
        edition_openings: Words before the body whose meeting a text counts ("inaugural").
        edition_nouns: Nouns for a meeting of a body after its name ("the third X meeting").
        edition_kinds: Words between the count and the noun ("the 9th plenary session of the X").
        attended_councils: Bodies that stand for one of their meetings where somebody attends them.
        counted_bodies: Bodies that stand for one of their meetings where a text counts them ("the
            7th General Assembly").
        naming_deeds: Nouns that are vague alone but follow the name of an operation ("the Long
            Bridge activity").
        named_only: Nouns that are undertakings only where a name in quotes or "called X" is beside
            them.
        recalled_undertakings: Nouns of many senses that mean an undertaking again where the
            release has told of one by that noun ("the team" for a joint investigation team).
        collective_owners: People in the plural whose event a name may hold ("Women's Forum").
        undertaking_idioms: Turns of phrase whose noun stands for nothing ("of course").
        articled_openings: Words that end a name unless an article stands before them ("the Our
            Ocean Conference").
        undertaking_ends: Capitalised words that the name of an undertaking does not hold.
        never_numbered: Capitalised words that make a number after them no part of a name.
        numbered_things: Capitalised words of what has a number right behind them ("Terminal 24").
        martial_nouns: Words, in lower case, of texts in which a name with a number is an exercise.
        show_nouns: Words, in lower case, of texts in which such a name is a fair or the like.
        counted: Capitalised words before a number that counts or tells a place ("EUR 24").
        description_ends: Words that a description does not reach over.
        description_verbs: Verbs and particles that it does not reach over either.
        headline_verbs: Verbs after the name of an operation where all words have capitals
            ("Exercise X Begins").
        meeting_nouns: Nouns for people who talk to each other.
        site_prefixes: Nouns that begin the name of a site ("Camp").
        headquarters: Nouns in the name of a seat.
        regions: Regions of the world beyond one state.
        aims: Nouns, in the singular, of deeds and facilities that support is for ("support to the
            repair of X").
        works: Nouns of deeds that with "of" and a thing describe an operation ("the repair of X").
        moves: The same for deeds done to people.
        hostile: Words before a deed, or behind its "of", whose money others follow.
        never_aims: Nouns of people, bodies, means, troubles and ideals, for which somebody may pay
            but which are no operation.
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
    operation_prefix_followers: frozenset[str]
    lowercase_prefixes: frozenset[str]
    operation_heads: frozenset[str]
    operation_kinds: frozenset[str]
    operation_nouns: frozenset[str]
    naming_nouns: frozenset[str]
    naming_participles: frozenset[str]
    titled_nouns: frozenset[str]
    articled_event_nouns: frozenset[str]
    event_articles: frozenset[str]
    modified_operation_nouns: frozenset[str]
    operation_modifiers: frozenset[str]
    undertaking_participles: frozenset[str]
    compound_followers: frozenset[str]
    nouns_like_verbs: frozenset[str]
    before_verbs: frozenset[str]
    event_heads: frozenset[str]
    event_nouns: frozenset[str]
    lower_event_nouns: frozenset[str]
    numbered_conferences: frozenset[str]
    edition_openings: frozenset[str]
    edition_nouns: frozenset[str]
    edition_kinds: frozenset[str]
    attended_councils: frozenset[str]
    counted_bodies: frozenset[str]
    naming_deeds: frozenset[str]
    named_only: frozenset[str]
    recalled_undertakings: frozenset[str]
    collective_owners: frozenset[str]
    undertaking_idioms: frozenset[str]
    articled_openings: frozenset[str]
    undertaking_ends: frozenset[str]
    never_numbered: frozenset[str]
    numbered_things: frozenset[str]
    martial_nouns: frozenset[str]
    show_nouns: frozenset[str]
    counted: frozenset[str]
    description_ends: frozenset[str]
    description_verbs: frozenset[str]
    headline_verbs: frozenset[str]
    meeting_nouns: frozenset[str]
    site_prefixes: frozenset[str]
    headquarters: frozenset[str]
    regions: frozenset[str]
    aims: frozenset[str]
    works: frozenset[str]
    moves: frozenset[str]
    hostile: frozenset[str]
    never_aims: frozenset[str]


def read_nouns() -> Nouns:
    """The classes of ``nouns.json`` beside this module."""
    return Nouns(**{name: frozenset(forms) for name, forms in read_classes("nouns").items()})
