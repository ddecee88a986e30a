"""Words of a parse as plain values, named as the parser names them."""

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property, wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORDED = ("ORTH", "LEMMA", "POS", "TAG", "DEP")
_READ: list[int | str] = [*_WORDED, "HEAD", "SENT_START"]

PRESENT = frozenset({"VBZ", "VBP"})
"""Tags of verbs of the present."""
FINITE = PRESENT | {"VBD", "MD"}
"""Tags of verbs that have a tense: the sentence that has none is a title or a line of a list."""

Read = TypeVar("Read")

_UNREAD: Any = object()
"""What stands for what was not read of a word so far."""


class Token:
    """A word of a parsed block; equal to itself only.

    Attributes:
        i: Its place among the words of the block.
        text: The word.
        lower_: The word in small letters.
        lemma_: As a dictionary lists it.
        pos_: Its part of speech.
        tag_: The same, told finer.
        dep_: As what it hangs on the word above it.
        head: The word above it; itself if there is none.
        children: The words that hang on it, in text order.
        doc: All words of the block.
        sent: Its sentence.
        known: What was read of it, by what read it.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "known",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    head: "Token"
    children: tuple["Token", ...]
    doc: tuple["Token", ...]
    sent: "Sentence"

    def __init__(self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str) -> None:  # noqa: PLR0913, PLR0917
        """Take the word, its lemma, part of speech, tag and dependency.

        What stands around it is set when all words of a block are made.
        """
        self.i = i
        self.text = text
        self.lower_ = text.lower()
        self.lemma_, self.pos_, self.tag_, self.dep_ = lemma, pos, tag, dep
        self.known: dict[Hashable, Any] = {}

    def __repr__(self) -> str:
        """The word."""
        return self.text

    @property
    def subtree(self) -> Iterator["Token"]:
        """The word with all below it; what hangs before a word stands before it."""
        # not recursive: a chain of a thousand words would be too deep
        pending = [(self, True)]
        while pending:
            token, whole = pending.pop()
            if not whole or not token.children:
                yield token
                continue
            below = token.children[::-1]
            pending += [(child, True) for child in below if child.i > token.i]
            pending.append((token, False))
            pending += [(child, True) for child in below if child.i < token.i]

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other word hangs below this one."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    def nbor(self, steps: int) -> "Token":
        """The word some places after it, or before it."""
        return self.doc[self.i + steps]


def once(read: Callable[[Token], Read]) -> Callable[[Token], Read]:
    """Let a word remember what is read of it, so that it is read once; nobody may change that."""

    @wraps(read)
    def remembered(token: Token) -> Read:
        found: Read = token.known.get(read, _UNREAD)
        if found is _UNREAD:
            found = token.known[read] = read(token)
        return found

    return remembered


class Sentence(tuple[Token, ...]):
    """The words of a sentence.

    Attributes:
        start: The place of its first word in the block.
        end: The place after its last word.
    """

    def __init__(self, words: tuple[Token, ...]) -> None:
        """Take the words, which are some."""
        self.start, self.end = words[0].i, words[-1].i + 1

    @cached_property
    def root(self) -> Token:
        """The first word that hangs on no other."""
        return next((token for token in self if token.head is token), self[0])


def read_doc(doc: "Doc") -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """The words and the sentences of a parsed document, in order."""
    strings, traits = doc.vocab.strings, doc.to_array(_READ)
    columns = traits[:, : len(_WORDED)].T.tolist()
    names = {number: strings[number] for number in set[int]().union(*columns)}
    worded = ([names[number] for number in column] for column in columns)
    tokens = tuple(map(Token, range(len(doc)), *worded))
    heads, starts = traits[:, len(_WORDED) :].view("int64").T.tolist()
    _hang(tokens, heads)
    return tokens, tuple(_parted(tokens, starts))


def _hang(tokens: tuple[Token, ...], heads: list[int]) -> None:
    """Give each word the one above it, by how many places that is away, and those below it."""
    below: list[list[Token]] = [[] for _ in tokens]
    for place, (token, away) in enumerate(zip(tokens, heads, strict=True)):
        token.doc = tokens
        token.head = tokens[place + away]
        if away:
            below[place + away].append(token)
    for token, children in zip(tokens, below, strict=True):
        token.children = tuple(children)


def _parted(tokens: tuple[Token, ...], starts: list[int]) -> Iterator[Sentence]:
    """Yield the sentences, each of which its words are told."""
    firsts = [place for place, start in enumerate(starts) if start == 1 and place]
    for first, last in pairwise([0, *firsts, len(tokens)] if tokens else ()):
        sentence = Sentence(tokens[first:last])
        for token in sentence:
            token.sent = sentence
        yield sentence
