"""What "there" means: the exercise at which somebody trains, else where the text went last."""

from collections.abc import Iterable

from communique.extractors.cast import Figure
from communique.extractors.cast.main_event import is_passing
from communique.extractors.parse import Token
from communique.extractors.reading.whom.described.named import Named
from communique.gazetteer.sites import site_words
from communique.ontology import UNDERTAKINGS, EntityType

_ENGAGED = frozenset(
    "train teach instruct exercise drill sail serve participate compete mentor practise practice "
    "patrol fight rehearse present exhibit perform speak".split()
)
"""What one does at an operation or event, and there."""
_CALLED_AT = frozenset({"visit", "tour", "inspect", "reach"})
_BEHIND = frozenset({"in", "to", "at", "into"})
_LONGEST = 2
"""Sentences after which an undertaking is no longer "there"."""


class Whereabouts:
    """Remembers where the last sentences lead, and the undertaking that they tell of."""

    def __init__(self) -> None:
        """Begin before the first sentence."""
        self._place: Figure | None = None
        self._undertaking: Figure | None = None
        self._age = 0

    def of(self, token: Token) -> list[Figure]:
        """What "there" means; nothing where it only opens "there is"."""
        if token.tag_ == "EX" or token.dep_ == "expl":
            return []
        engaged = self._undertaking if token.head.lemma_.lower() in _ENGAGED else None
        found = engaged or self._place
        return [found] if found is not None else []

    def note(self, known: Iterable[Named]) -> None:
        """Remember what a sentence tells of and where it leads."""
        self._age += 1
        places: dict[EntityType, Figure] = {}
        undertaking: Figure | None = None
        for token, _, figure in known:
            if figure.type in UNDERTAKINGS:
                undertaking = undertaking if is_passing(figure) else figure
            elif figure.type == EntityType.PLACE or _is_entered(token, figure):
                places[figure.type] = figure
        if undertaking is not None:
            self._undertaking, self._age = undertaking, 0
        elif places or self._age > _LONGEST:
            self._undertaking = None
        kinds = (EntityType.ORGANISATION, EntityType.PLACE, EntityType.COUNTRY)
        self._place = next((places[kind] for kind in kinds if kind in places), self._place)


def _is_entered(token: Token, figure: Figure) -> bool:
    """Whether somebody is said to go to or be in a state, or in the house of a body."""
    if figure.type == EntityType.ORGANISATION and figure.folded.split()[-1:]:
        head = figure.name.split(" of ")[0].split()[-1]
        if head not in site_words().houses:
            return False
    elif figure.type != EntityType.COUNTRY:
        return False
    visited = token.dep_ == "dobj" and token.head.lemma_.lower() in _CALLED_AT
    return visited or (token.dep_ == "pobj" and token.head.lower_ in _BEHIND)
