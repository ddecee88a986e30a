"""Documents for the parser in which each mention is one word, and the way back to the text.

A parser trained on news reads "Smith met Jones in France" far better than the same sentence with
an office of fifteen words on either side; the rules then see one token for each mention.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from communique.extractors.mentions import Mention
from communique.extractors.mentions.agencies import reported
from communique.extractors.model.chunks import Chunks
from communique.extractors.model.idle import Span, rest
from communique.extractors.parse import Parse, read_doc
from communique.extractors.syntax.dateline import FROM_HERE, dateline
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_OF = "of"
"""The word after the head of a description ("round of talks")."""
STAND_INS = {
    EntityType.PERSON: "Smith",
    EntityType.COUNTRY: "France",
    EntityType.ORGANISATION: "NATO",
    EntityType.PLACE: "Paris",
    EntityType.OPERATION: "Overlord",
    EntityType.EVENT: "Wimbledon",
}
"""The word that stands for a mention of each type."""
_DAY, _NOW = "Monday", "today"
_JOINED = frozenset(
    "on in at by of to from since until till before after between during for and or the this next "
    "last a an every each through for due - – — (".split()
)
"""Words after which a date is part of a phrase; elsewhere it is an adverb of its own."""

_JOINT = "co"
_HYPHENS = frozenset({"-", "\u2011", "\u2010"})
_CO = re.compile(
    r"(?:chair|host|led|lead|organi[sz]|fund|financ|sponsor|facilitat|presid|author|conven|"
    r"manag|direct|sign)\w*",
)
_WHOLE = re.compile(r"(?i)(?:operat|ordinat)\w+")
"""What "co" and a hyphen before make one word of."""
_ARTICLES = ("the ", "The ")
_OPENING = re.compile(
    r"(?:^|[.!?…][”\"’)]?\s+|\n)"
    r"((?:(?:On|From|In|Between|During|Since|By|Until) (?:the )?)?)$"
)
_REACH = 80
"""Characters before a date that hold what may open its sentence."""
_AUXILIARY = re.compile(r"\b(?:will|shall|would)(?: also)?(,? on (?:the )?)$")
_VERB = re.compile(r",?(?= [a-z])")
_BLANK = re.compile(r"\s(?=the\s|[A-Z])")
_FRONTED_SITE = re.compile(
    r"(?:^|[.!?…;][”\"’)]?\s+|\n)(?:(?:Then|Later|Earlier|Also|While|Today|Yesterday),? )?"
    r"(?:In|At|From|in|at) (?:the )?$"
)
"""What stands before a site with which a sentence begins."""
_DOER = re.compile(r"\s(?=(?:the|both|he|she|they|it|we|I)\s|[A-Z])")
"""Who does something there, where no comma stands between."""
_SITES = frozenset(
    {EntityType.PLACE, EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.EVENT}
)
_OWNER = re.compile(r"(?<=s)[’'](?=\s[A-Za-z])")
"""The possessive ending of a name in "s", which parsers take for a quotation mark."""
_COMMA = re.compile(r"\s?(?:\([^()]{1,40}\))?,\s")


@dataclass(frozen=True, slots=True)
class Masked:
    """A document in which every named mention is one token.

    Attributes:
        doc: What the parser reads.
        spans: For each token its half-open span in the block, in code points.
        mentions: For each token the index of the mention it stands for or heads, or None.
        opened: Where a sentence begins by the number of its first token, if the parser does not see
            what it begins with.
        idle: Where the sentences begin that are left out.
    """

    doc: Doc
    spans: tuple[Span, ...]
    mentions: tuple[int | None, ...]
    opened: Mapping[int, int] = field(default_factory=dict)
    idle: tuple[int, ...] = ()

    def parse(self) -> Parse:
        """What the parser made of the document, once it was asked."""
        tokens, sentences = read_doc(self.doc)
        return Parse(tokens, sentences, self.spans, self.mentions, self.opened, self.idle)


def mask(
    chunks: Chunks,
    text: str,
    mentions: Sequence[Mention],
    dates: Sequence[Span] = (),
    idle: Sequence[Span] = (),
) -> Masked:
    """Replace each named mention and each date of a block by one token.

    Descriptions and demonyms stay words; an article before a person, a date that opens a sentence
    ("On Monday, 20 November,") and who reports it at its end are left out; a dateline is an adverb,
    which stands for its first site.

    Args:
        chunks: Tells the words of the text.
        text: The block.
        mentions: Its mentions in order.
        dates: Spans of dates in the block, in order; those that overlap a mention are left alone.
        idle: Sentences without mention that are left out, in order.
    """
    writer = _Writer(chunks, text, idle, reported(text, mentions))
    free = [d for d in dates if all(d[1] <= m.start or m.end <= d[0] for m in mentions)]
    done = writer.open(dateline(text, mentions, free), mentions)
    pauses = _pauses(text, mentions)
    for number, mention in enumerate(mentions):
        start = mention.start
        if start < done:
            continue
        if mention.type == EntityType.PERSON and text[:start].endswith(_ARTICLES):
            start -= len(_ARTICLES[0])
        writer.copy(done, max(done, start), free)
        if _stays(mention):
            writer.copy(mention.start, mention.end, (), number)
        else:
            writer.write(STAND_INS[mention.type], mention.start, mention.end, number)
        done = mention.end
        if done in pauses:
            writer.write(",", done, done)
        if not _stays(mention) and _OWNER.match(text, done) and "‘" not in text[:done]:
            writer.write("'s", done, done + 1)
            done += 1
    writer.copy(done, len(text), free)
    return writer.masked()


class _Writer:
    """The words of a masked block while they are written."""

    def __init__(
        self, chunks: Chunks, text: str, idle: Sequence[Span], agencies: Sequence[Span]
    ) -> None:
        self._chunks, self._text, self._idle = chunks, text, idle
        self._left_out = sorted([*idle, *agencies])
        self._words: list[str] = []
        self._spans: list[Span] = []
        self._owners: list[int | None] = []
        self._opened: dict[int, int] = {}

    def write(self, word: str, start: int, end: int, owner: int | None = None) -> None:
        """Add one word for a span of the block."""
        self._words.append(word)
        self._spans.append((start, end))
        self._owners.append(owner)

    def open(self, dash: Span | None, mentions: Sequence[Mention]) -> int:
        """Add a dateline that ends with a dash, if there is one; where the text after it begins."""
        if dash is None:
            return 0
        self._opened[0] = 0
        if mentions and mentions[0].start < dash[0]:
            self.write(FROM_HERE, mentions[0].start, mentions[0].end, 0)
            self.write(",", *dash)
        return dash[1]

    def copy(self, start: int, end: int, dates: Sequence[Span], owner: int | None = None) -> None:
        """Add the words of a stretch that are not left out; the last word is the owner's."""
        for first, last in rest(start, end, self._left_out):
            self._copy(first, last, dates, owner)

    def _copy(self, start: int, end: int, dates: Sequence[Span], owner: int | None) -> None:
        """Add the words of a stretch, each date in it as one."""
        for first, last in dates:
            if not (start <= first and last <= end):
                continue
            between = _between(self._text, first, last)
            if between and start <= between[0] and between[1] <= end:
                self._tokenize(start, between[0])
                start = between[1]
                continue
            fronted = _fronted(self._text, first, last)
            if fronted and start <= fronted[0] and fronted[1] <= end:
                self._tokenize(start, fronted[0])
                self._opened.setdefault(len(self._words), fronted[0])
                start = fronted[1]
                continue
            self._tokenize(start, first)
            self.write(self._day(first, last), first, last)
            start = last
        count = len(self._words)
        self._tokenize(start, end)
        if owner is not None and len(self._words) > count:
            inner = [n for n, word in enumerate(self._words[count:]) if word == _OF]
            self._owners[count + inner[0] - 1 if inner and inner[0] else -1] = owner

    def _day(self, first: int, last: int) -> str:
        """The word for a date: "today" as an adverb, which parsers never take for a name."""
        before = self._text[:first].rsplit(maxsplit=1)[-1:] if self._words else []
        if self._text[first:last].islower() and self._text[first:last].isalpha():
            return self._text[first:last]
        joined = not before or before[0].lower() in _JOINED or before[0].endswith((",", ".", ":"))
        return _DAY if joined else _NOW

    def _tokenize(self, start: int, end: int) -> None:
        joined = 0
        words = self._chunks.words(self._text, start, end)
        if not any(text.lower() == _JOINT for text, _ in words if len(text) == len(_JOINT)):
            self._words += [text for text, _ in words]
            self._spans += [(first, first + len(text)) for text, first in words]
            self._owners += [None] * len(words)
            return
        for number, (text, first) in enumerate(words):
            if text.lower() == _JOINT and _is_co([word for word, _ in words[number:][:3]]):
                joined = len(text) + len(words[number + 1][0])
                continue
            if joined and text in _HYPHENS:
                continue
            word = f"{_JOINT}{text}" if joined and _WHOLE.match(text) else text
            self.write(word, first - joined, first + len(text))
            joined = 0

    def masked(self) -> Masked:
        """The document of the words so far; blanks are those of the block."""
        gaps = pairwise(self._spans)
        spaces = [following[0] > span[1] for span, following in gaps]
        last = self._spans[-1][1] if self._spans else 0
        spaces += [self._text[last : last + 1].isspace()] if self._spans else []
        doc = Doc(self._chunks.vocab, words=self._words, spaces=spaces, sent_starts=self._begun())
        idle = tuple(start for start, _ in self._idle)
        return Masked(doc, tuple(self._spans), tuple(self._owners), self._opened, idle)

    def _begun(self) -> list[bool | int | None] | None:
        """Where sentences begin behind those left out, whatever the words in front look like."""
        if not self._idle:
            return None
        firsts = [start for start, _ in self._spans]
        begun: list[bool | int | None] = [None] * len(firsts)
        for _, end in self._idle:
            place = bisect_left(firsts, end)
            if 0 < place < len(begun):
                begun[place] = True
        return begun


def _is_co(words: Sequence[str]) -> bool:
    """Whether words are "co", a hyphen and a verb, which together mean what the verb means.

    Or "co-operation" and the like, which are one word.
    """
    if len(words) < 3 or words[1] not in _HYPHENS:  # noqa: PLR2004
        return False
    return bool(_CO.fullmatch(words[2].lower()) or _WHOLE.match(words[2]))


def _fronted(text: str, start: int, end: int) -> Span | None:
    """The span of "On DATE," at the beginning of a sentence, which tells the parser nothing."""
    comma = _COMMA.match(text, end)
    after = comma or _BLANK.match(text, end)
    before = _OPENING.search(text, max(0, start - _REACH), start) if after else None
    if before and comma is None and not before.group(1):
        return None
    return (before.start(1), after.end()) if before and after else None


def _between(text: str, start: int, end: int) -> Span | None:
    """The span of "on DATE" between an auxiliary and its verb, which parsers take for a noun."""
    after = _VERB.match(text, end)
    before = _AUXILIARY.search(text[:start]) if after else None
    return (before.start(1), after.end()) if before and after else None


def _pauses(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Where a site ends with which a sentence begins and which no comma parts from who is there.

    "In Oslo Minister X met Y": parsers take the minister for another name of Oslo.
    """
    return frozenset(
        mention.end
        for mention in mentions
        if mention.type in _SITES
        and not _stays(mention)
        and _DOER.match(text, mention.end)
        and _FRONTED_SITE.search(text, max(0, mention.start - _REACH), mention.start)
    )


def _stays(mention: Mention) -> bool:
    """Whether a mention keeps its words: a description or a demonym."""
    span = mention.span
    return span is not None and (not span.named or span.kind == NameKind.DEMONYM)
