"""Words of a text as a tokenizer tells them, remembered for what stands between two blanks."""

import re
from typing import Any, cast

from spacy.language import Language
from spacy.vocab import Vocab

_CHUNK = re.compile(r"\S+")
_CAPACITY = 1 << 16
"""Chunks kept, since releases repeat them; then the memory begins anew."""

Words = tuple[tuple[str, int], ...]
"""Words with the offset at which each begins."""


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
        self._tokenizer = nlp.tokenizer
        self._parted = frozenset(cast(Any, self._tokenizer).rules)
        self._known: dict[str, Words] = {}

    def words(self, text: str, start: int, end: int) -> list[tuple[str, int]]:
        """The words of a stretch of a text in order, blanks left out; offsets are the text's."""
        known, words = self._known, list[tuple[str, int]]()
        for match in _CHUNK.finditer(text, start, end):
            chunk, first = match.group(), match.start()
            found = known.get(chunk) or self._read(chunk)
            words += [(word, first + offset) for word, offset in found]
        return words

    def _read(self, chunk: str) -> Words:
        """What the tokenizer tells of a chunk that is new."""
        if len(self._known) >= _CAPACITY:
            self._known.clear()
        if chunk.isalpha() and chunk.isascii() and chunk not in self._parted:
            found: Words = ((chunk, 0),)  # only signs and special cases part a word
        else:
            found = tuple((token.text, token.idx) for token in self._tokenizer(chunk))
        self._known[chunk] = found
        return found
