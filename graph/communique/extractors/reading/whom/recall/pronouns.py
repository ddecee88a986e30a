"""Pronouns of the third person, and whom each may mean."""

from collections.abc import Sequence, Set

from communique.extractors.cast import Figure
from communique.extractors.cast.given_names import gender_of
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "both", "themselves"})
IT = frozenset({"it", "its", "itself"})
THINGS = frozenset({EntityType.OPERATION, EntityType.ORGANISATION, EntityType.EVENT})
OWNERS = THINGS | {EntityType.COUNTRY}
"""Types of what "its" means."""


def opening(scene: Scene, token: Token, acting: Set[Figure]) -> list[Figure]:
    """The person with whose name a sentence begins, if it names no other one before "he".

    Nobody who does something to whom the pronoun means ("X received him").
    """
    if token.lower_ not in HE | SHE:
        return []
    wanted, begin = "m" if token.lower_ in HE else "f", scene.offset(token.doc[token.sent.start])
    pairs = zip(scene.mentions, scene.figures, strict=True)
    before = [(m, f) for m, f in pairs if f and begin <= m.start < scene.offset(token)]
    people = dict.fromkeys(figure for _, figure in before if is_person(figure))
    opens = bool(before) and before[0][0].start == begin and before[0][1] in people
    fit = {f for f in people if gender(f) in {wanted, ""}} - acting
    return [f for f in people if opens and len(people) == 1 and f in fit]


def is_person(figure: Figure) -> bool:
    """Whether a figure is a person."""
    return figure.type == EntityType.PERSON


def fitting(word: str, figures: Sequence[Figure]) -> list[Figure]:
    """Those whom a pronoun of the third person in the singular may mean."""
    if word in IT:
        return [figure for figure in figures if figure.type in OWNERS]
    if word in HE | SHE:
        wanted = "m" if word in HE else "f"
        return [f for f in figures if gender(f) in {wanted, ""} and is_person(f)]
    return []


def gender(figure: Figure) -> str:
    """The pronoun of a person, as titles or else the name tell: "f", "m" or ""."""
    return figure.gender or gender_of(figure.name)
