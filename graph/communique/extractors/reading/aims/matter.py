"""Whether a clause says what means or money are for, and what they may be for if it does not."""

from collections.abc import Iterator

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.syntax.arguments import objects, surface_subjects
from communique.extractors.syntax.phrases import has_purpose, prepositional
from communique.ontology import UNDERTAKINGS, EntityType

_TOWARDS = ("to", "towards")
_AIMS = ("for", "of", "in")
"""Prepositions before what means or money are for."""
_AIDED = UNDERTAKINGS | {EntityType.ORGANISATION, EntityType.COUNTRY}
_PASSING = frozenset(
    "briefing visit trip tour talk call remark speech address ceremony meeting search arrest raid "
    "surveillance opening consultation discussion screening ceasefire truce signing lunch dinner "
    "breakfast reception handover".split()
)
"""Nouns of what is done by the way, for which nobody lends means or money."""


def says_what_for(clause: Clause, meaning: Meaning) -> bool:
    """Whether a clause says to whom or what for something is given ("EUR 2 million for X")."""
    for noun in _nouns(clause):
        if any(_is_somebody(clause, meaning, noun, preposition) for preposition in _TOWARDS):
            return True
        aims = (f for preposition in _AIMS for f in led_to(clause, meaning, noun, preposition))
        if any(figure.type in _AIDED for figure in aims) or has_purpose(noun):
            return True
    return False


def goes_elsewhere(clause: Clause, meaning: Meaning, state: Figure) -> bool:
    """Whether a clause gives something to others than a state and those in it."""
    taken = [
        figure
        for noun in _nouns(clause)
        for preposition in (*_TOWARDS, "for")
        for figure in led_to(clause, meaning, noun, preposition)
    ]
    return any(f.type in _AIDED and f is not state and f.home != state.territory for f in taken)


def latest_undertaking(clause: Clause) -> Figure | None:
    """The last operation or event that its block names before a clause, if means may be for it."""
    scene, trigger = clause.scene, clause.trigger
    main = trigger.dep_ == "ROOT"
    before = clause.start - scene.block.start if main else scene.offset(trigger)
    latest = [
        figure
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure and figure.type in UNDERTAKINGS and mention.start < before
        and figure.noun not in _PASSING
    ]  # fmt: skip
    return latest[-1] if latest else None


def _nouns(clause: Clause) -> Iterator[Token]:
    """Yield the words that an aim may hang on, also as in "EUR 2 million in funding for X"."""
    trigger = clause.trigger
    for noun in (trigger, *objects(trigger), *surface_subjects(trigger)):
        yield noun
        yield from prepositional(noun, "in")


def _is_somebody(clause: Clause, meaning: Meaning, noun: Token, preposition: str) -> bool:
    """Whether a preposition names somebody, known or not, and no town."""
    given = prepositional(noun, preposition)
    figures = led_to(clause, meaning, noun, preposition)
    return bool(given) and not [f for f in figures if f.type == EntityType.PLACE]


def led_to(clause: Clause, meaning: Meaning, noun: Token, preposition: str) -> Iterator[Figure]:
    """Yield whom or what a preposition behind a word leads to."""
    for given in prepositional(noun, preposition):
        yield from meaning.of(clause.scene, given)
