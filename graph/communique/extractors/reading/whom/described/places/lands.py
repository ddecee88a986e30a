"""The state that the text speaks of: "the country", "the transitional government"."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.reading.whom.described.named import Named
from communique.extractors.reading.whom.nouns import is_bare, is_definite
from communique.ontology import EntityType

_COUNTRY = "country"
_GOVERNMENTS = frozenset({"government", "authorities", "administration", "leadership"})
_PASSING = frozenset("transition transitional interim provisional caretaker".split())
"""Words before a noun for a government that is named by no state."""
_FAR = 2
"""Sentences after which a state is no longer spoken of."""


def is_land(token: Token) -> bool:
    """Whether a noun means a state that the text speaks of."""
    if token.dep_ == "compound" or any(child.dep_ == "prep" for child in token.children):
        return False
    if token.lower_ == _COUNTRY:
        return token.tag_ == "NN" and is_bare(token)
    passing = any(child.lower_ in _PASSING for child in token.children)
    return passing and is_definite(token) and token.lower_ in _GOVERNMENTS


class Lands:
    """Remembers the foreign states of the last sentence that named one."""

    def __init__(self, cast: Cast) -> None:
        """Begin before the first sentence."""
        self._cast = cast
        self._states: Sequence[Figure] = ()
        self._age = 0

    def of(self) -> Sequence[Figure]:
        """The state spoken of; none if several are or it is long ago."""
        return self._states if len(self._states) == 1 and self._age <= _FAR else ()

    def note(self, known: Iterable[Named]) -> None:
        """Remember the states that a sentence names, by themselves, a town or an official."""
        self._age += 1
        found = dict.fromkeys(state for _, _, f in known for state in self._named_by(f))
        if self._cast.state is not None:
            found.pop(self._cast.state, None)
        if found:
            self._states, self._age = list(found), 1

    def _named_by(self, figure: Figure) -> Sequence[Figure]:
        """The state that a figure is, lies in or holds an office of."""
        if figure.type == EntityType.PERSON:
            bodies = (office.body for office in figure.offices if office.body is not None)
            return [body for body in bodies if body.type == EntityType.COUNTRY][:1]
        state = self._cast.state_of(figure)
        return [state] if state is not None else ()
