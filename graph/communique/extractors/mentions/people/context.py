"""What is known of a block when its officials are read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extractors.mentions.spans import Role, Span, span_at
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

BODY_TYPES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.OPERATION})
"""What an office stands in."""

DETERMINERS = frozenset({"the", "The", "his", "her", "its"})

_NAME_LENGTHS = range(2, 5)
"""Words of a personal name that the language model may take for a body."""

_LEVELS = frozenset("provincial municipal regional local federal national central".split())

_MINISTERS = frozenset({"Minister", "Ministers", "Secretary"})
_BOARD = re.compile(
    r"(?:(?:Management|Supervisory|Executive|Governing) )?"
    r"Board(?: of (?:Directors|Governors|Trustees))? of "
)
_GOVERNED = re.compile(r"\b(?:Governor|Mayor|Prefect|Bishop|Archbishop) of (?:the )?$")
_GOVERNED_REACH = 24
"""Characters before a place that hold who governs it."""
_ABROAD = re.compile(
    r" (?:(?:Nationals|Citizens|Communit(?:y|ies)|Workers) )?"
    r"(?:(?:Living|Residing|Resident) )?(?:Abroad|Expatriates|Emigrants)\b"
)
"""What follows the demonym of those abroad for whom a minister is."""


@dataclass(slots=True)
class Tail:
    """What has been read after a role head.

    Attributes:
        end: Offset after the office so far.
        body: The body it stands in.
        body_start: Offset where the words that name the body begin, the preposition included.
        envoy: Whether it acts for somebody elsewhere.
        mandate: What it acts for or is sent to.
    """

    end: int
    body: Span | None = None
    body_start: int | None = None
    envoy: bool = False
    mandate: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Context:
    """A block as the rules for officials see it.

    Attributes:
        index: Its words.
        spans: Bodies, states, operations, events and places in it.
        names: Personal names in it.
    """

    index: WordIndex
    spans: Sequence[Span]
    names: Sequence[Span]

    def owned(self, state: Span) -> Span:
        """The body that a state owns where it is named ("Finland's Border Guard"), or the state."""
        place = self.index.at(state.end)
        if state.type != EntityType.COUNTRY or place + 1 >= len(self.index):
            return state
        if self.index[place].text not in POSSESSIVES:
            return state
        body = span_at(self.spans, self.index[place + 1].start)
        return body if body and body.type == EntityType.ORGANISATION else state

    def whole(self, start: int, end: int) -> Span | None:
        """What the name of a body that a head's last word begins tells of whose it is, or None.

        "Head of Delegation of BODY" is in the body, "Deputy Head of Mission of STATE" the state's.
        """
        named = span_at(self.spans, start)
        wholes = named.within if named is not None and named.end > end else ()
        return next((w for w in wholes if w.start > end and w.type in BODY_TYPES), None)

    def nationals(self, start: int, end: int) -> Span | None:
        """The state of whose people abroad the field of an office is, or None.

        "Minister of Foreign Affairs and Danes Abroad" is in Denmark.
        """
        inside = (span for span in self.spans if start <= span.start and span.end < end)
        demonyms = (span for span in inside if span.kind == NameKind.DEMONYM)
        text = self.index.text
        return next((s for s in demonyms if _ABROAD.match(text, s.end, end)), None)

    def boarded(self, board: Span) -> tuple[int, Span] | None:
        """The body whose board is chaired, and where the words for it begin, or None.

        The "Chairman of the Board of BODY" is the body's.
        """
        if not _BOARD.match(board.name):
            return None
        bodies = [span for span in board.within if span.type == EntityType.ORGANISATION]
        body = next((span for span in bodies if span.end == board.end), None)
        start = self.index.text.rfind(" of ", board.start, body.start) if body else -1
        return (start, body) if body and start > 0 else None

    def under(self, place: int) -> int | None:
        """End of the body that an office's body serves ("Agency under the Government of X")."""
        place += self.index[place].text in DETERMINERS
        if place >= len(self.index):
            return None
        span = span_at(self.spans, self.index[place].start)
        return span.end if span and span.named and span.type in BODY_TYPES else None

    def is_level(self, place: int) -> bool:
        """Whether a word in lower case tells the level of a body: "of the provincial Committee"."""
        body = self.index.after(place) if self.index[place].text in _LEVELS else None
        return body is not None and span_at(self.spans, body.start) is not None

    def is_last(self, name: Span | Role) -> bool:
        """Whether a mark, "and" or nothing stands behind a name or an office."""
        following = self.index.after(self.index.at(name.end) - 1)
        return following is None or following.mark or following.text == "and"

    def is_ministry(self, first: int) -> bool:
        """Whether a portfolio begins at a word, right after "Minister of" or the like."""
        before = {word.text for word in self.index.words[max(0, first - 3) : first]}
        return bool(before & _MINISTERS)

    def leads_to_name(self, place: int, reach: int) -> bool:
        """Whether words from one on, so many at most, end where a name begins."""
        index = self.index
        if place + 1 < len(index) and span_at(self.names, index[place + 1].start):
            return False  # the word is the name's first
        for following in range(place + 1, min(place + 1 + reach, len(index))):
            if index.gap(following) != " " or not index[following].capital:
                return False
            if span_at(self.names, index[following].start):
                return True
        return False


@dataclass(slots=True)
class Sighting:
    """What a block shows of people, whatever else the release tells of them.

    Attributes:
        index: Its words.
        solid: What it names, but for what only the language model takes for a place.
        firm: The same without what may be a personal name.
        recognised: Names that the language model sees.
        addressed: Names behind a form of address or a rank.
        appointed: Names of people who are appointed.
        listed: Names behind as many states.
        headline: Whether its capitals tell nothing.
        alone: Its names and offices if it calls nobody by a name from elsewhere, once found.
    """

    index: WordIndex
    solid: Sequence[Span]
    firm: Sequence[Span]
    recognised: Sequence[Span]
    addressed: Sequence[Span] = ()
    appointed: Sequence[Span] = ()
    listed: Sequence[Span] = ()
    headline: bool = False
    alone: tuple[Sequence[Span], Sequence[Role]] | None = None


def is_name_like(index: WordIndex, span: Span) -> bool:
    """Whether a body that only the language model knows may be a personal name instead."""
    if span.strength:
        return False
    words = index.words[index.at(span.start) : index.at(span.end)]
    return len(words) in _NAME_LENGTHS and not any(word.text.isupper() for word in words)


def shortens(gap: str, role: Role) -> bool:
    """Whether brackets behind an office hold its initials: "Chief of the Defence Forces (CDF)"."""
    initials = "".join(word[0] for word in role.title.split() if word[0].isupper())
    return gap.lstrip().startswith(f"({initials})")


def joined_labels(text: str, people: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what the model takes for people, as one where only a blank parts two.

    The first of two behind "Governor of" is what is governed.
    """
    before: tuple[int, int] | None = None
    for start, end in people:
        if before is not None and text[before[1] : start] == " ":
            reach = max(0, before[0] - _GOVERNED_REACH)
            governed = _GOVERNED.search(text, reach, before[0]) is not None
            before = start if governed else before[0], end
            continue
        if before is not None:
            yield before
        before = start, end
    if before is not None:
        yield before
