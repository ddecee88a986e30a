"""What the extractor made of one sentence, as values to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.refusal import Refusal
from communique.extractors.reading.script import Finding
from communique.extractors.scoring.scorer import Judgement
from communique.graph import Statement
from communique.ontology import EntityType

Weighed = tuple[tuple[str, float], ...]
"""Features with their weights, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Words that mean somebody.

    Attributes:
        text: The words as written.
        start: Where they begin in the release as read, in code points.
        end: Where they end.
        how: A kind of reference ("name", "pronoun", …), or "nobody".
        type: What a mention is of; None for other words.
        figures: Who or what is meant; empty if that stays open.
    """

    text: str
    start: int
    end: int
    how: str
    type: EntityType | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Fired:
    """What a rule found, and what became of it.

    Attributes:
        finding: The finding.
        failure: Why it is not stated, or None if it is.
    """

    finding: Finding
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A pair and relation that the scorer does not believe.

    Attributes:
        judgement: What it holds of them.
        threshold: The probability from which the relation is stated.
        rules: Names of the rules that had found it.
        favouring: The features that weigh most for it.
        opposing: The features that weigh most against it.
    """

    judgement: Judgement
    threshold: float
    rules: tuple[str, ...]
    favouring: Weighed
    opposing: Weighed


@dataclass(frozen=True, slots=True)
class Account:
    """What was made of a sentence, or of a heading.

    Attributes:
        text: The words as written.
        start: Where they begin in the release as read, in code points.
        end: Where they end.
        block: What kind of block they stand in.
        mentions: Its mentions in order.
        words: Pronouns and nouns that mean somebody, and personal pronouns that mean nobody.
        fired: What rules found in it.
        stated: Statements whose best evidence it is.
        refusals: Frames that it triggers and that state nothing.
        rejected: What the scorer refused, the likeliest first.
        added: For each statement what was added to its score, and by what: the encoder, the
            other statements of the release.
    """

    text: str
    start: int
    end: int
    block: BlockKind
    mentions: Sequence[Meant] = ()
    words: Sequence[Meant] = ()
    fired: Sequence[Fired] = ()
    stated: Sequence[Statement] = ()
    refusals: Sequence[Refusal] = ()
    rejected: Sequence[Rejected] = ()
    added: Sequence[Mapping[str, float]] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to tell but the words themselves."""
        return bool(
            self.mentions
            or self.words
            or self.fired
            or self.stated
            or self.refusals
            or self.rejected
        )
