"""What is seen of a pair and of its figures, as plain numbers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.scoring.features.reader import Fired
from communique.extractors.scoring.references import Kind, Passage, Reference
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import EntityType, Relation

_TYPES = {kind: number for number, kind in enumerate(EntityType)}
_KINDS = {kind: number for number, kind in enumerate(Kind)}
_BLOCKS = {kind: number for number, kind in enumerate(BlockKind)}
TERMS = tuple(str(term) for terms in (EntityType, Kind, BlockKind, RELATIONS) for term in terms)
"""What numbers stand for, in their order."""
_BITS = {relation: 1 << number for number, relation in enumerate(RELATIONS)}


class View(NamedTuple):
    """What is seen of a pair in a sentence.

    Attributes:
        left: Number of the left figure.
        right: Number of the right one.
        left_kind: Number of how the sentence means the left one.
        right_kind: The same of the right one.
        block: Number of the block.
        sentence: Number of the sentence in it.
        layout: Number of what the block is.
        here: The relations in which rules found the pair here, a bit each.
        elsewhere: Those in which they found it elsewhere too.
        turned: Those in which they found it the other way round, here or elsewhere.
    """

    left: int
    right: int
    left_kind: int
    right_kind: int
    block: int
    sentence: int
    layout: int
    here: int
    elsewhere: int
    turned: int


class Portrait(NamedTuple):
    """What is seen of a figure in a release.

    Attributes:
        type: Number of its type.
        named: Whether it has a name.
        opening: Whether the title or the first paragraphs mention it.
        titled: Whether the title does.
        issuer: Whether it is the issuer, or its state.
        topic: Whether it is the operation that the release is about.
        words: Words of its name.
        mentions: Words that mean it.
        offices: Offices that it holds.
        inside: Figures of its type whose names hold all words of its own.
        around: Figures of its type all words of whose names its own holds.
        alike: Figures of its type with the same noun.
    """

    type: int
    named: bool
    opening: bool
    titled: bool
    issuer: bool
    topic: bool
    words: int
    mentions: int
    offices: int
    inside: int
    around: int
    alike: int


class Views:
    """Sees the pairs of one release."""

    def __init__(self, cast: Cast, fired: Fired) -> None:
        """Take the cast, and what the rules found."""
        self._cast, self._fired, self._topic = cast, fired, cast.topic()

    def of(self, passage: Passage, left: Reference, right: Reference) -> View:
        """What is seen of a pair of a passage."""
        one, other = left.figure.number, right.figure.number
        here, elsewhere = self._found(passage, one, other)
        turned = self._found(passage, other, one)
        scene = passage.scene
        return View(
            one, other, _KINDS[left.kind], _KINDS[right.kind], scene.number, passage.number,
            _BLOCKS[scene.block.kind], here, elsewhere, turned[0] | turned[1],
        )  # fmt: skip

    def _found(self, passage: Passage, one: int, other: int) -> tuple[int, int]:
        """In which relations rules found a pair in a passage, and elsewhere too."""
        firings = self._fired.get((one, other))
        if firings is None:
            return 0, 0
        here = firings.within(passage.start, passage.end)
        found = {finding.relation for finding in here}
        beyond = {Relation(name) for name in firings.beyond(here)}
        return sum(_BITS[r] for r in found), sum(_BITS[r] for r in beyond)

    def portraits(
        self, passages: Iterable[Passage], numbers: Collection[int] | None = None
    ) -> Mapping[int, Portrait]:
        """What is seen of figures, by their numbers.

        Args:
            passages: The sentences of the release.
            numbers: Those of the figures that are asked about; None for all.
        """
        mentions = Counter(
            reference.figure.number
            for passage in passages
            for reference in passage.references
            if reference.token is not None
        )
        names = _Names(self._cast.figures)
        return {
            figure.number: self._portrait(figure, mentions[figure.number], names)
            for figure in self._cast.figures
            if numbers is None or figure.number in numbers
        }

    def _portrait(self, figure: Figure, mentions: int, names: "_Names") -> Portrait:
        cast = self._cast
        return Portrait(
            _TYPES[figure.type],
            figure.named,
            figure.opening,
            figure.titled,
            figure is cast.issuer or figure is cast.state,
            figure is self._topic,
            len(names.words[figure.number]),
            mentions,
            len(figure.offices),
            *names.beside(figure),
        )


class _Names:
    """The names of all figures of a release, by their words."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.words = {f.number: frozenset(f.folded.split()) for f in figures}
        self._by_word: dict[tuple[EntityType, str], list[int]] = {}
        for figure in figures:
            for word in self.words[figure.number]:
                self._by_word.setdefault((figure.type, word), []).append(figure.number)
        self._nouns = Counter((f.type, f.noun) for f in figures)

    def beside(self, figure: Figure) -> tuple[int, int, int]:
        """How many of its type have all words of its name, only such words, and its noun."""
        own = self.words[figure.number]
        shared = Counter(number for word in own for number in self._by_word[figure.type, word])
        inside = sum(count == len(own) for count in shared.values())
        around = sum(count == len(self.words[number]) for number, count in shared.items())
        alike = self._nouns[figure.type, figure.noun] if figure.noun else 1
        return max(inside - 1, 0), max(around - 1, 0), alike - 1
