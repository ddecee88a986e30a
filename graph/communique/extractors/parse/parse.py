"""The parse of a block: its words and sentences, and where they stand in the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.extractors.parse.token import Sentence, Token


@dataclass(frozen=True, slots=True)
class Parse:
    """What the parser made of a block in which every named mention is one word.

    Attributes:
        tokens: The words.
        sentences: The sentences, in order.
        spans: For each word its half-open span in the block, in code points.
        mentions: For each word the index of the mention it stands for or heads, or None.
        opened: Where a sentence begins by the number of its first word, if the parser does not see
            what it begins with.
        idle: Where the sentences began that the parser was not given, in order.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    spans: tuple[tuple[int, int], ...]
    mentions: tuple[int | None, ...]
    opened: Mapping[int, int]
    idle: tuple[int, ...] = ()

    def take_apart(self) -> None:
        """Cut the words from each other, so that they are gone as soon as nobody asks for them."""
        for token in self.tokens:
            token.known.clear()
            del token.head, token.children, token.doc, token.sent

    def beginning(self, token: int) -> int:
        """Where a sentence begins whose first word has a number, in code points of the block."""
        return self.opened.get(token, self.spans[token][0])

    def mention_of(self, token: Token) -> int | None:
        """Index of the mention that a word stands for."""
        return self.mentions[token.i]
