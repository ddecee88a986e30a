"""Everybody whom a release has named so far, for "the three ministers" not named together."""

from collections.abc import Iterable

from communique.extractors.cast import Figure
from communique.extractors.reading.whom.recall.pronouns import gender, is_person

_GENDERS = {"woman": "f", "man": "m"}
"""Nouns that tell whether several are women or men."""
_ANYBODY = frozenset(
    "two three four leader official diplomat politician statesman interlocutor dignitary".split()
)
"""Nouns that may mean whoever was named."""
_LEAST, _MOST = 2, 4
"""People whom a noun without a number may mean."""


class Named:
    """Remembers the people of the sentences of a release, each once."""

    def __init__(self) -> None:
        """Begin before the first sentence."""
        self._people: dict[Figure, None] = {}

    def note(self, people: Iterable[Figure]) -> None:
        """Remember the people of a sentence."""
        self._people.update(dict.fromkeys(filter(is_person, people)))

    def holders(self, noun: str, size: int = 0) -> list[Figure]:
        """All who were named and hold an office of a noun, or are women or men.

        Args:
            noun: The noun in the singular.
            size: How many they have to be; 0 for any few.

        Returns:
            Those; nobody if they are more or fewer.
        """
        wanted = _GENDERS.get(noun, "")
        fit = [
            figure
            for figure in self._people
            if (wanted and gender(figure) == wanted) or noun in _ANYBODY or _holds(figure, noun)
        ]
        few = noun not in _ANYBODY and _LEAST <= len(fit) <= _MOST
        return fit if len(fit) == size or (few and not size) else []


def _holds(figure: Figure, noun: str) -> bool:
    """Whether somebody holds an office with a head noun, for the first of his states or bodies."""
    return any(office.role.head.lower() == noun for office in figure.offices)
