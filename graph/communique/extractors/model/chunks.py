"""Words of a text as a tokenizer tells them, remembered for what stands between two blanks."""

import re
from functools import lru_cache
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

_CHUNK = re.compile(r"\S+")
CAPACITY = 1 << 13
"""Chunks kept, since releases repeat them: those that were asked for last."""

_STOP = "."
_MARKS = (",", ";", ":", ")", _STOP)
"""Signs that are told apart at once where a tokenizer parts them from the word before."""

Words = tuple[tuple[str, int], ...]
"""Words with the offset at which each begins."""


class _Chunk(NamedTuple):
    """What a tokenizer tells of a chunk.

    Attributes:
        words: Its words.
        forms: The same without offsets.
        blanks: Whether a blank follows each, if one follows the chunk.
        norms: By the numbers of words how they are normalised, where not as elsewhere ("n't").
    """

    words: Words
    forms: tuple[str, ...]
    blanks: tuple[bool, ...]
    norms: tuple[tuple[int, str], ...] = ()


class Chunks:
    """The words of stretches of text.

    The tokenizer of a pipeline first parts a text at its blanks, so that the words of a chunk are
    the same wherever it stands.

    Attributes:
        vocab: The vocabulary of the tokenizer.
    """

    def __init__(self, nlp: Language) -> None:
        """Take the pipeline whose tokenizer tells the words."""
        self.vocab: Vocab = nlp.vocab
        self._nlp = nlp
        self._special = frozenset(cast(Any, nlp.tokenizer).rules)
        self._marks = frozenset(filter(self._is_mark, _MARKS))
        self._told = lru_cache(CAPACITY)(self._read)

    def words(self, text: str, start: int, end: int) -> list[tuple[str, int]]:
        """The words of a stretch of a text in order, blanks left out; offsets are the text's."""
        told, words = self._told, list[tuple[str, int]]()
        for match in _CHUNK.finditer(text, start, end):
            first = match.start()
            words += [(word, first + offset) for word, offset in told(match.group()).words]
        return words

    def doc(self, text: str) -> Doc:
        """The document that the tokenizer makes of a text."""
        chunks = text.split(" ")
        if chunks != text.split() or len(text) > self._nlp.max_length:
            return self._nlp.make_doc(text)  # other blanks are words; too long a text is refused
        told, forms, blanks = self._told, list[str](), list[bool]()
        norms: list[tuple[int, str]] = []
        for chunk in chunks:
            found = told(chunk)
            if found.norms:
                norms += [(len(forms) + number, norm) for number, norm in found.norms]
            forms += found.forms
            blanks += found.blanks
        blanks[-1] = False
        doc = Doc(self.vocab, words=forms, spaces=blanks)
        for number, norm in norms:
            doc[number].norm_ = norm
        return doc

    def _read(self, chunk: str) -> _Chunk:
        """What the tokenizer tells of a chunk."""
        word, mark = (chunk[:-1], chunk[-1]) if chunk[-1] in self._marks else (chunk, "")
        plain = self._is_word(word) and chunk not in self._special
        if not plain or (mark == _STOP and not word[-1].islower()):  # "U."
            return _parted(self._nlp.tokenizer(chunk))
        if mark:
            return _Chunk(((word, 0), (mark, len(word))), (word, mark), (False, True))
        return _Chunk(((word, 0),), (word,), (True,))

    def _is_word(self, chunk: str) -> bool:
        """Whether a chunk is one word: only signs and special cases part it."""
        return chunk.isalpha() and chunk.isascii() and chunk not in self._special

    def _is_mark(self, sign: str) -> bool:
        """Whether a sign behind a word is a word of its own."""
        return [token.text for token in self._nlp.tokenizer(f"word{sign}")] == ["word", sign]


def _parted(doc: Doc) -> _Chunk:
    """What a tokenizer tells of a chunk by itself."""
    forms = tuple(token.text for token in doc)
    return _Chunk(
        tuple((token.text, token.idx) for token in doc),
        forms,
        (*(False for _ in forms[1:]), True),
        tuple((t.i, t.norm_) for t in doc if t.norm != t.lex.norm),
    )
