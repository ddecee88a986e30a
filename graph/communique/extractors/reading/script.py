"""A release taken apart: blocks, mentions with the figures they stand for, parses and dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Sentence

from communique.extractors.layout.blocks import Block
from communique.extractors.cast import Cast, Figure
from communique.extractors.dates import DateMention
from communique.extractors.syntax.masking import Masked
from communique.extractors.mentions import Mention
from communique.feeds import RepairedText
from communique.graph import Release
from communique.ontology import Relation, Status


@dataclass(slots=True)
class Scene:
    """A block while it is read.

    Attributes:
        number: Position among the blocks.
        block: The block.
        mentions: Its mentions in order.
        figures: For each mention who or what is meant, or None.
        bodies: For each mention of an office alone whose holder is unknown, the body it stands for.
        masked: What the parser read; set after parsing.
    """

    number: int
    block: Block
    mentions: Sequence[Mention]
    figures: list[Figure | None] = field(default_factory=list)
    bodies: list[Figure | None] = field(default_factory=list)
    masked: Masked | None = None

    def sentences(self) -> Iterator[Sentence]:
        """Sentences of the parse, in order."""
        if self.masked is not None:
            yield from self.masked.doc.sents

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """Span of a sentence in the repaired text."""
        assert self.masked is not None  # noqa: S101  # only scenes that were parsed have sentences
        first, last = self.masked.spans[sentence.start], self.masked.spans[sentence.end - 1]
        return self.block.start + first[0], self.block.start + last[1]


@dataclass(slots=True)
class Script:
    """A release while it is read: its cast, scenes and dates."""

    release: Release
    repaired: RepairedText
    cast: Cast
    scenes: list[Scene]
    dates: Sequence[DateMention]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule read: two figures, a relation, and the words; spans in the repaired text."""

    subject: Figure
    relation: Relation
    object: Figure
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    date: str | None = None
    place: str | None = None
    event: str | None = None
    role: str | None = None
    status: Status | None = None
    amount: str | None = None
