"""The words that texts bring to a vocabulary, let go of once there are many."""

from contextlib import ExitStack

from spacy.language import Language
from spacy.pipeline import Lemmatizer

WORDS = 20_000
"""Words, and their forms, that a vocabulary takes in: those of some 500 releases, 5 MB."""


class Zone:
    """Keeps the vocabulary of a pipeline from growing with every text.

    By itself spaCy keeps each word it meets for good. What it takes in within a memory zone it lets
    go of with the zone; documents and the numbers of words mean nothing afterwards. Two zones of a
    pipeline may end each other while no document is at work; for several threads they are not.
    """

    def __init__(self, nlp: Language) -> None:
        """Begin nothing yet."""
        self._nlp = nlp
        self._lemmatizers = [c for _, c in nlp.pipeline if isinstance(c, Lemmatizer)]
        self._open: ExitStack | None = None
        self._before = 0

    def renew(self) -> None:
        """Let go of the words met so far if there are many; while no document is at work."""
        strings = self._nlp.vocab.strings
        if self._open is not None:
            if len(strings) - self._before < WORDS:
                return
            self._open.close()
            for lemmatizer in self._lemmatizers:
                lemmatizer.cache.clear()
        self._before, self._open = len(strings), ExitStack()
        self._open.enter_context(self._nlp.memory_zone())
