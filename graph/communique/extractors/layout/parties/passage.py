"""A sentence as a list of those it names."""

import re
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Scene
from communique.extractors.triggers import Heard
from communique.ontology import Status


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its place in the repaired text and what it is meant as.

    Attributes:
        verb: Where its main verb begins in the repaired text.
        heard: What finds patterns in its text.
    """

    scene: Scene
    text: str
    start: int
    end: int
    status: Status
    verb: int
    heard: Heard

    def after(self, match: re.Match[str]) -> list[Figure]:
        """The figures mentioned after a match, each once."""
        return list(dict.fromkeys(self.scene.parties(self.start + match.end(), self.end)))

    def listed(self, match: re.Match[str]) -> list[Figure]:
        """Those after a match up to the main verb, if that comes behind it.

        "The delegation, which also included A and B, met C": C is none of them.
        """
        begin = self.start + match.end()
        ends = self.verb if self.verb > begin else self.end
        return list(dict.fromkeys(self.scene.parties(begin, ends)))

    def all(self) -> list[Figure]:
        """All figures mentioned, each once."""
        return list(dict.fromkeys(self.scene.parties(self.start, self.end)))
