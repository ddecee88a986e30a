"""What the encoder reads: a sentence with a mark before whom its words mean, and who else is meant.

Behind the sentence stand, each after a mark, the names of those whom it may mean without a word, as
far as anybody asks about them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.extractors.encoder.wordpiece import BREAK, FIRST, MARK, WordPieces
from communique.extractors.scoring.candidates import pairs
from communique.extractors.scoring.references import Kind, Passage, Reference
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import EntityType

TYPES = {kind: number for number, kind in enumerate(EntityType)}
KINDS = {kind: number for number, kind in enumerate(Kind)}
TERMS = tuple(map(str, (*RELATIONS, *TYPES, *KINDS)))
"""Relations, types and kinds of reference, in the order in which an encoder has learned them."""
_MOST_SENTENCE = 150
"""Pieces of a sentence, with its marks, that are read; what follows is marked and no more."""
_MOST_NAME = 4
"""Pieces of the name of somebody meant without a word."""
_MOST = 250
"""Pieces after which nobody is marked any more: what stands for them is the first mark."""

Sort = tuple[int, int]
"""The number of the type of whom a reference means, and that of how it does."""


@dataclass(frozen=True, slots=True)
class Text:
    """A passage as numbers.

    Attributes:
        pieces: Its pieces and marks.
        sentence: How many of these belong to the sentence.
        marks: Where the marks stand.
        marked: For each mark the sort of the first reference at it.
        references: For each reference that is read, by its place, the mark that stands for it; the
            first one for those that a full text has no room for.
        sorts: For each of these its own sort.
    """

    pieces: Sequence[int]
    sentence: int
    marks: Sequence[int]
    marked: Sequence[Sort]
    references: Mapping[int, int]
    sorts: Mapping[int, Sort]


class TextReader:
    """Turns passages into what the encoder reads."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take the pieces with their numbers."""
        self._words = WordPieces(vocabulary)
        self._first, self._break = vocabulary[FIRST], vocabulary[BREAK]
        self._mark = vocabulary[MARK]

    def read(self, passage: Passage, asked: Collection[int] | None = None) -> Text:
        """The text of a passage; only references that are paired have a mark.

        Args:
            passage: The sentence.
            asked: References that somebody asks about, by their places: of those that are meant
                without a word the others are left out. All are read if none are given.
        """
        paired = sorted({place for left, right, _ in pairs(passage) for place in (left, right)})
        draft = _Draft([self._first], self._mark)
        own = {place: at for place in paired if (at := _offset(passage, place)) is not None}
        self._sentence(draft, passage, own)
        draft.pieces.append(self._break)
        sentence = len(draft.pieces)
        silent = [place for place in paired if place not in own]
        self._around(draft, passage, [n for n in silent if asked is None or n in asked])
        draft.pieces.append(self._break)
        sorts = {place: _sort(passage.references[place]) for place in draft.references}
        return Text(draft.pieces, sentence, draft.marks, draft.marked, draft.references, sorts)

    def _sentence(self, draft: "_Draft", passage: Passage, own: Mapping[int, int]) -> None:
        words = passage.words
        offsets = sorted(set(own.values()))
        self._add(draft, words[: offsets[0]] if offsets else words)
        for start, end in pairwise([*offsets, len(words)]):
            places = [place for place in own if own[place] == start]
            if len(draft.pieces) < _MOST:
                draft.mark(places, _sort(passage.references[places[0]]))
            else:
                draft.references |= dict.fromkeys(places, 0)
            self._add(draft, words[start:end])

    def _add(self, draft: "_Draft", words: str) -> None:
        room = max(0, _MOST_SENTENCE - len(draft.pieces))
        draft.pieces += self._words.split(words)[:room]

    def _around(self, draft: "_Draft", passage: Passage, places: Sequence[int]) -> None:
        for place in places:
            reference = passage.references[place]
            if len(draft.pieces) < _MOST:
                draft.mark([place], _sort(reference))
                draft.pieces += self._words.split(reference.figure.name)[:_MOST_NAME]
            else:
                draft.references[place] = 0


class _Draft:
    """A text while it is put together."""

    def __init__(self, pieces: list[int], mark: int) -> None:
        self.pieces = pieces
        self.marks: list[int] = []
        self.marked: list[Sort] = []
        self.references: dict[int, int] = {}
        self._mark = mark

    def mark(self, places: Sequence[int], sort: Sort) -> None:
        """Set a mark that stands for the references at some places."""
        self.references |= dict.fromkeys(places, len(self.marks))
        self.marks.append(len(self.pieces))
        self.marked.append(sort)
        self.pieces.append(self._mark)


def _sort(reference: Reference) -> Sort:
    return TYPES[reference.figure.type], KINDS[reference.kind]


def _offset(passage: Passage, place: int) -> int | None:
    """Where in the sentence somebody is meant, in code points: where the mention begins."""
    token, scene = passage.references[place].token, passage.scene
    if token is None:
        return None
    base = passage.start - scene.block.start
    mention = scene.mention_of(token)
    offset = scene.offset(token)
    if mention is not None and base <= mention.start < offset:
        offset = mention.start
    return offset - base
