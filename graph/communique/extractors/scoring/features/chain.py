"""The words above a word, with what the steps up to each are called."""

from collections.abc import Sequence

from communique.extractors.parse import Token

_JOINED = frozenset({"conj", "appos"})
_VERBAL = frozenset({"VERB", "AUX"})
_DEPTH = 25
"""Most words above a word that are looked at."""


class Chain:
    """The head of the list a word stands in, and the words above it.

    Attributes:
        words: From the head of the list up.
        lemmas: Their lemmas in lower case.
        steps: The dependency of each word but the last, prepositions with their word.
        rises: For each word the steps that lead up to it.
    """

    __slots__ = ("_places", "lemmas", "rises", "steps", "words")

    def __init__(self, token: Token) -> None:
        """Climb up from a word."""
        self.words: Sequence[Token] = _climb(token)
        self.lemmas = [word.lemma_.lower() for word in self.words]
        self.steps = [
            f"{word.dep_}:{word.lower_}" if word.pos_ == "ADP" else word.dep_
            for word in self.words[:-1]
        ]
        self.rises = [".".join(self.steps[:place]) for place in range(len(self.words))]
        self._places = {word.i: place for place, word in enumerate(self.words)}

    def meet(self, other: "Chain") -> tuple[int, int] | None:
        """Where in either chain the first word stands that both share, or None without one."""
        places = other._places
        for here, place in self._places.items():
            if here in places:
                return place, places[here]
        return None


def _climb(token: Token) -> list[Token]:
    current = token
    while current.dep_ in _JOINED and current.head.pos_ not in _VERBAL:
        current = current.head
    found = [current]
    while current.head is not current and len(found) < _DEPTH:
        current = current.head
        found.append(current)
    return found
