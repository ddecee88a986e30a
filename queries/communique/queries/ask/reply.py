"""What communique understood of a question."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.queries.ask.filling import Filled
from communique.queries.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Reading:
    """A template with its parameters, as an understanding of a question.

    Attributes:
        template: Its name.
        question: What it asks, in words.
        values: By parameter.
        score: About 1 if phrasings of the template say the same, about 0 if they do not.
        phrasing: The nearest of them.
        unused: What the question names and the template has no place for.
        supplied: Times without a year in the question, each with the last year that the
            releases cover.
        by_model: Whether a language model chose it.
    """

    template: str
    question: str
    values: Mapping[str, Filled]
    score: float
    phrasing: str
    unused: tuple[str, ...] = ()
    supplied: Mapping[str, int] = field(default_factory=dict)
    by_model: bool = False

    @property
    def parameters(self) -> dict[str, str]:
        """The values as the runner takes them."""
        return {name: filled.value for name, filled in self.values.items()}

    @property
    def command(self) -> str:
        """The command line that asks it."""
        given = " ".join(
            f"--param {name}={_quoted(filled.value)}" for name, filled in self.values.items()
        )
        return f"communique query run {self.template} {given}".rstrip()


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name in a question that several entities bear.

    Attributes:
        words: The name as written.
        candidates: Those that bear it.
    """

    words: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a question was taken for.

    Attributes:
        question: As asked.
        reading: The best one; None if none is good enough.
        others: The next best, the best first.
        refusal: Why there is none, in a sentence; empty if there is one.
        unclear: The name that is to blame, if several entities bear it.
    """

    question: str
    reading: Reading | None
    others: tuple[Reading, ...] = ()
    refusal: str = ""
    unclear: Unclear | None = None


def _quoted(value: str) -> str:
    plain = all(char.isalnum() or char in "-_.:/" for char in value)
    return value if plain else json.dumps(value, ensure_ascii=False)
