"""Names in a question, and what they may mean."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from communique.ontology import EntityType
from communique.queries.candidate import Candidate, Way
from communique.queries.names import DOMINANCE


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a question.

    Attributes:
        first: Index of its first word.
        stop: Index after its last word.
        start: Offset of its first character, in code points.
        end: Offset after the last one.
        text: As written.
        candidates: What it may mean, in the order of ids; empty if the graph lacks it.
        state: The state that it also stands for ("Riga"), if the graph has it.
        way: How the name was found.
        adjective: Whether it is a demonym or a capital that stands for its state.
    """

    first: int
    stop: int
    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]
    way: Way
    adjective: bool = False
    state: tuple[Candidate, ...] = ()

    @property
    def types(self) -> frozenset[EntityType]:
        """What the candidates are."""
        return frozenset(candidate.type for candidate in self.candidates)

    def fitting(self, types: Set[EntityType]) -> tuple[Candidate, ...]:
        """The candidates of these types, of all if there are none; else the state that fits."""
        if not types:
            return self.candidates
        found = tuple(item for item in self.candidates if item.type in types)
        return found or tuple(item for item in self.state if item.type in types)


def outstanding(candidates: Sequence[Candidate]) -> Candidate | None:
    """The only candidate, or the one that most facts are about by far."""
    first, *others = sorted(candidates, key=lambda item: (-item.facts, item.id))
    if others and first.facts < DOMINANCE * max(1, others[0].facts):
        return None
    return first
