"""A release taken apart: blocks, mentions with the figures they stand for, parses and dates."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from communique.extractors.cast import Cast, Figure
from communique.extractors.dates import DateMention
from communique.extractors.layout.blocks import Block
from communique.extractors.mentions import Mention, Span
from communique.extractors.parse import Parse, Sentence, Token
from communique.feeds import RepairedText
from communique.graph import Release
from communique.ontology import SIGNATURES, UNDERTAKINGS, EntityType, Relation, Status

if TYPE_CHECKING:
    from communique.extractors.syntax.masking import Masked

Ends = tuple[int, Relation, int]
"""Number of the subject, relation, number of the object; the lower number first if symmetric."""
SCORED = "/scored"
"""How the rule of a finding ends that no rule has read."""


@dataclass(slots=True)
class Scene:
    """A block while it is read.

    Attributes:
        number: Position among the blocks.
        block: The block.
        mentions: Its mentions in order.
        figures: For each mention who or what is meant, or None.
        bodies: For each mention of an office alone whose holder is unknown, the body it stands for.
        side: The state or body that a line above labels it with, or None.
        pronouns: By their spans in the block, whom "he" and "she" mean who do something.
        masked: What the parser reads; None if it reads nothing, and when it is done.
        parse: What it made of that.
        label: The state or body whose the officials of a line are: that of its row in a table, or
            alone on the line above.
        area: The state that a heading above names, if the release goes from state to state.
    """

    number: int
    block: Block
    mentions: Sequence[Mention]
    figures: list[Figure | None] = field(default_factory=list)
    bodies: list[Figure | None] = field(default_factory=list)
    side: Span | None = None
    pronouns: dict[tuple[int, int], Figure] = field(default_factory=dict)
    masked: "Masked | None" = None
    parse: Parse | None = None
    label: Span | None = None
    area: Span | None = None

    def mention_of(self, token: Token) -> Mention | None:
        """The mention that a token of the parse stands for or heads."""
        number = self.parse.mentions[token.i] if self.parse else None
        return None if number is None else self.mentions[number]

    def offset(self, token: Token) -> int:
        """Where a token of the parse begins in the block, in code points."""
        return self.parse.spans[token.i][0] if self.parse else 0

    def bring_in(self, mention: Mention, figure: Figure, token: Token) -> None:
        """Take in, among its mentions, one that its parse shows at a word, and whom it means."""
        assert self.parse is not None  # noqa: S101  # a token comes from a parsed scene
        place = bisect_left(self.mentions, mention.start, key=lambda other: other.start)
        self.mentions = [*self.mentions[:place], mention, *self.mentions[place:]]
        self.figures.insert(place, figure)
        self.bodies.insert(place, None)
        numbers = [n if n is None or n < place else n + 1 for n in self.parse.mentions]
        numbers[token.i] = place
        self.parse = replace(self.parse, mentions=tuple(numbers))

    def note_pronoun(self, token: Token, figures: Sequence[Figure]) -> None:
        """Remember whom a pronoun of the parse means, if it is a subject."""
        if self.parse is not None and figures and token.dep_ in {"nsubj", "nsubjpass"}:
            self.pronouns[self.parse.spans[token.i]] = figures[0]

    def parties(self, start: int, end: int) -> Iterator[Figure]:
        """Figures mentioned in a span of the repaired text, and bodies that offices speak for."""
        offset = self.block.start
        for number in self.numbers(start - offset, end - offset):
            party = self.figures[number] or self.bodies[number]
            if party is not None:
                yield party

    def numbers(self, start: int, end: int) -> range:
        """Which mentions begin in a span of the block."""
        first, last = (
            bisect_left(self.mentions, offset, key=lambda mention: mention.start)
            for offset in (start, end)
        )
        return range(first, last)

    def before(self, offset: int, kind: EntityType) -> list[Figure]:
        """The figures of a type mentioned in the block before an offset of the block."""
        pairs = zip(self.mentions, self.figures, strict=True)
        return [f for m, f in pairs if f and f.type == kind and m.start < offset]

    def sentences(self) -> Sequence[Sentence]:
        """Sentences of the parse, in order."""
        return self.parse.sentences if self.parse is not None else ()

    def idle(self) -> Sequence[int]:
        """Offsets in the block where the sentences begin that were left out of the parse."""
        return self.parse.idle if self.parse is not None else ()

    def idle_before(self, offset: int) -> int:
        """How many sentences that were not parsed begin before an offset of the repaired text."""
        return bisect_left(self.idle(), offset - self.block.start)

    def text(self, sentence: Sentence) -> str:
        """The text of a sentence of the parse."""
        start, end = self.span(sentence)
        return self.block.text[start - self.block.start : end - self.block.start]

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """Span of a sentence in the repaired text."""
        assert self.parse is not None  # noqa: S101  # only scenes that were parsed have sentences
        start, last = self.parse.beginning(sentence.start), self.parse.spans[sentence.end - 1]
        return self.block.start + start, self.block.start + last[1]


@dataclass(slots=True)
class Script:
    """A release while it is read: its cast, scenes and dates."""

    release: Release
    repaired: RepairedText
    cast: Cast
    scenes: list[Scene]
    dates: Sequence[DateMention]

    def take_apart(self) -> None:
        """Let go of the parses once nothing more is asked of them."""
        for scene in self.scenes:
            if scene.parse is not None:
                scene.parse.take_apart()
                scene.parse = None


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

    @property
    def scored(self) -> bool:
        """Whether no rule has read its words: the scorer alone has put the two together."""
        return self.rule.endswith(SCORED)

    @property
    def ends(self) -> Ends:
        """What it states but for its qualifiers."""
        return ends_of(self.subject, self.relation, self.object)


def undertakings(scenes: Iterable[Scene]) -> Iterator[tuple[Scene, int, Figure]]:
    """Yield every mention of an event or operation in order: block, number in it, who is meant."""
    for scene in scenes:
        for number, figure in enumerate(scene.figures):
            if figure is not None and figure.type in UNDERTAKINGS:
                yield scene, number, figure


def ends_of(subject: Figure, relation: Relation, thing: Figure) -> Ends:
    """What a statement of two figures says, whichever way round if that makes no difference."""
    left, right = subject.number, thing.number
    if SIGNATURES[relation].symmetric and right < left:
        left, right = right, left
    return left, relation, right
