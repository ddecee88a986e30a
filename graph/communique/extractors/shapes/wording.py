"""Wordings: patterns over shapes of sentences, as data."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import count
from typing import Any

from communique.extractors.shapes.shape import ADJECTIVE, MIXED, SIGNS
from communique.ontology import EntityType, Relation, Status

_LETTERS = {
    "C": SIGNS[EntityType.COUNTRY] + MIXED,
    "B": SIGNS[EntityType.ORGANISATION] + MIXED,
    "A": SIGNS[EntityType.COUNTRY] + SIGNS[EntityType.ORGANISATION] + MIXED,
    "O": SIGNS[EntityType.OPERATION],
    "D": ADJECTIVE,
    "E": SIGNS[EntityType.EVENT],
    "U": SIGNS[EntityType.OPERATION] + SIGNS[EntityType.EVENT],
    "P": SIGNS[EntityType.PERSON],
    "L": SIGNS[EntityType.PLACE],
}
"""Signs by the letters of the patterns; A is a state or body, D states by adjective."""
_SIGN = re.compile(r"<(?:(?P<end>[so]):)?(?P<letters>[A-Z]+)>")
_WORDS = re.compile(r"~(\w+)~")
_CAPITAL = re.compile(r"\\.|<(?:[so]:)?[A-Z]+>|\(\?P|[A-Z]")
"""A capital of a pattern, or what only looks like one."""
_CASED = "(?-i:"
"""What a pattern has around words that it wants as they are written."""
_SHARED = "words.json"
"""The file of the words that all files may use; a file's own go before."""


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a sentence as it is and in small letters.

    Attributes:
        text: As it is.
        small: Each letter in small, in its place: "İ" would become two.
    """

    text: str
    small: str

    @classmethod
    def of(cls, text: str) -> "Said":
        """A text with its small letters."""
        small = text.lower()
        if len(small) != len(text):
            small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        return cls(text, small)

    def spelled_for(self, pattern: re.Pattern[str]) -> str:
        """What a pattern is looked for in: the text itself if it asks for capitals anywhere."""
        return self.text if pattern.flags & re.IGNORECASE else self.small


NOTHING = Said("", "")
"""What stands before the first sentence, or where the one before speaks of nobody."""


@dataclass(frozen=True, slots=True)
class Worded:
    """Where a wording stands in a text.

    Attributes:
        subject: Place of the sign of the subject; None if it has none.
        object: Place of the sign of the object; None if it has none.
        start: Where the words begin.
        end: Where they end.
    """

    subject: int | None
    object: int | None
    start: int
    end: int

    @property
    def is_turned(self) -> bool:
        """Whether the object stands before the subject."""
        return self.subject is not None and self.object is not None and self.object < self.subject


@dataclass(frozen=True, slots=True)
class Wording:
    """Words around names that state a relation.

    Attributes:
        name: Unique name, relation first.
        relation: What they state.
        pattern: The words; groups that begin with s and o are the signs of subject and object. An
            end without sign is the operation or body that the text speaks of.
        confidence: Share of right statements expected.
        about: Noun for the kind of operation that an end without sign must be, if not empty.
        signs: Those that an end may have; a text without any has nothing to find.
        bodies: Whether the bodies that it names beside states take part themselves.
        event: Whether an end without sign is what people attend, an event first.
        several: Whether several of a kind may be meant at once ("projects in A and B").
        whole: Whether a sum beside the words is what several gave together.
        nearest: Whether it tells of the last of a list before it alone ("A, B and C in X").
        headed: Whether a body that is part of another has to have the head noun of one.
        listed: Whether only several subjects in one list are meant ("the summit of A and B").
        unless: What a sentence says that speaks of another matter by these words, if anything.
        after: What the sentence before has to say, if anything ("So did X" tells nothing alone).
        status: Fixed status, if the words imply one.
    """

    name: str
    relation: Relation
    pattern: re.Pattern[str]
    confidence: float
    about: str = ""
    signs: frozenset[str] = frozenset()
    whole: bool = False
    bodies: bool = True
    event: bool = False
    several: bool = False
    nearest: bool = False
    headed: bool = False
    listed: bool = False
    unless: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    status: Status | None = None

    @property
    def takes_adjectives(self) -> bool:
        """Whether an adjective names an end: "Danish officers", but not "the Danish Navy"."""
        return ADJECTIVE in self.pattern.pattern

    def found(self, said: Said, before: Said) -> Iterator[Worded]:
        """Yield where it stands in a sentence, behind the one before."""
        matches = list(self.pattern.finditer(said.spelled_for(self.pattern)))
        if not matches:
            return
        if self.unless is not None and self.unless.search(said.spelled_for(self.unless)):
            return
        if self.after is not None and not self.after.search(before.spelled_for(self.after)):
            return
        for match in matches:
            at = {name[0]: match.start(name) for name, sign in match.groupdict().items() if sign}
            yield Worded(at.get("s"), at.get("o"), match.start(), match.end())


@cache
def read_wordings() -> tuple[Wording, ...]:
    """The wordings of all files, in order."""
    shared = json.loads(_folder().joinpath(_SHARED).read_text(encoding="utf-8"))
    return tuple(
        _wording(entry, {**shared, **raw["words"]})
        for raw in _read_files()
        for entry in raw["wordings"]
    )


def _wording(entry: Mapping[str, Any], words: Mapping[str, str]) -> Wording:
    relation, about = Relation(entry["relation"]), entry.get("about", "")
    pattern = _spelled(entry["pattern"], words)
    unless, after = (_spelled(entry.get(name, ""), words) for name in ("unless", "after"))
    status = entry.get("status")
    return Wording(
        entry["name"], relation, _compiled(pattern), entry["confidence"], about,
        _signs_of(pattern), entry.get("whole", False), entry.get("bodies", True),
        entry.get("event", False), entry.get("several", False), entry.get("nearest", False),
        entry.get("headed", False), entry.get("listed", False),
        _compiled(unless) if unless else None, _compiled(after) if after else None,
        Status(status) if status else None,
    )  # fmt: skip


def read_entries() -> list[Any]:
    """The wordings of all files as they are, with an example each."""
    return [entry for raw in _read_files() for entry in raw["wordings"]]


def _read_files() -> list[Any]:
    """``*.json``: ``words``, by name, and ``wordings``, which may hold them."""
    sources = sorted((p for p in _folder().iterdir() if p.name.endswith(".json")), key=_name)
    return [json.loads(p.read_text(encoding="utf-8")) for p in sources if p.name != _SHARED]


def _folder() -> Traversable:
    return files("communique.extractors.shapes")


def _name(source: Traversable) -> str:
    return source.name


def _signs_of(pattern: str) -> frozenset[str]:
    """The signs of the ends of a pattern."""
    ends = (match["letters"] for match in _SIGN.finditer(pattern) if match["end"])
    return frozenset(s for letters in ends for letter in letters for s in _LETTERS[letter])


def _spelled(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern with its words put in; words may hold further ones."""
    while _WORDS.search(pattern):
        pattern = _WORDS.sub(lambda match: f"(?:{words[match.group(1)]})", pattern)
    return pattern


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its signs put in, for small letters unless it asks for capitals somewhere.

    In small letters a text is passed over until one comes with which the pattern may begin.
    """
    number = count()

    def sign(match: re.Match[str]) -> str:
        signs = "".join(sorted({s for letter in match["letters"] for s in _LETTERS[letter]}))
        return f"(?P<{match['end']}{next(number)}>[{signs}])" if match["end"] else f"[{signs}]"

    if _CASED in pattern:
        return re.compile(_SIGN.sub(sign, pattern), re.IGNORECASE)
    return re.compile(_SIGN.sub(sign, _CAPITAL.sub(_small, pattern)))


def _small(match: re.Match[str]) -> str:
    """A capital in small; what only looks like one as it is."""
    return match.group().lower() if len(match.group()) == 1 else match.group()
