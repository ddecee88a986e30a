"""Judgements: what a person has said about two entities that may be one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self, TypeVar

from communique.ontology import EntityType

_Kind = TypeVar("_Kind", bound=StrEnum)

KEY_LENGTH = 12
"""Hexadecimal digits of a judgement's key."""


class Ruling(StrEnum):
    """What a person has said."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """An entity of one release, told by its name: it holds when the release is read anew.

    Attributes:
        release: Identifier of the release.
        name: Name of the entity there.
    """

    release: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two entities of a judgement.

    Attributes:
        type: What it is.
        name: Its name across releases when it was judged, for people to read.
        anchors: Where it stood then, sorted; at least one.
    """

    type: EntityType
    name: str
    anchors: tuple[Anchor, ...]

    def __post_init__(self) -> None:
        """Reject a side that stands nowhere."""
        if not self.anchors:
            raise ValueError(f"{self.name} stands in no release")

    def as_dict(self) -> dict[str, Any]:
        """For a JSON file: ``{"name": …, "anchors": [[release, name], …]}``."""
        return {"name": self.name, "anchors": [[a.release, a.name] for a in self.anchors]}

    @classmethod
    def of(cls, type_: EntityType, content: Mapping[str, Any]) -> Self:
        """From what ``as_dict`` gave.

        Raises:
            ValueError: Something is missing or of another kind.
        """
        name, anchors = content.get("name"), content.get("anchors")
        pairs = anchors if isinstance(anchors, list) else []
        if not isinstance(name, str) or not pairs or not all(map(_is_pair, pairs)):
            raise ValueError("a side needs a name and anchors, each a release and a name")
        return cls(type_, name, tuple(sorted({Anchor(*pair) for pair in pairs})))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person has said about two entities.

    Attributes:
        ruling: What was said.
        one: The side whose anchors sort first.
        other: The other side.
        reason: Why, in the person's words; empty if none was given.
        author: Who said it; empty if unknown.
        day: When, as an ISO 8601 day; empty if unknown.
    """

    ruling: Ruling
    one: Side
    other: Side
    reason: str = ""
    author: str = ""
    day: str = ""

    def __post_init__(self) -> None:
        """Reject sides of two types, and sides that share an anchor."""
        if self.one.type is not self.other.type:
            raise ValueError(
                f"{self.one.name} ({self.one.type}) and {self.other.name} ({self.other.type}) "
                "cannot be one: they are of different types"
            )
        if shared := set(self.one.anchors) & set(self.other.anchors):
            raise ValueError(
                f"{self.one.name} and {self.other.name} are one entity in {min(shared).release}"
            )
        if self.other.anchors < self.one.anchors:
            one, other = self.other, self.one
            object.__setattr__(self, "one", one)
            object.__setattr__(self, "other", other)

    @property
    def key(self) -> str:
        """What makes two judgements different: type and anchors of both sides, hashed."""
        parts = [str(self.one.type)]
        for side in (self.one, self.other):
            parts += ["", *(part for a in side.anchors for part in (a.release, a.name))]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:KEY_LENGTH]

    def as_dict(self) -> dict[str, Any]:
        """For a line of a JSON Lines file; ``of`` reads it."""
        return {
            "ruling": str(self.ruling),
            "type": str(self.one.type),
            "one": self.one.as_dict(),
            "other": self.other.as_dict(),
            "reason": self.reason,
            "author": self.author,
            "day": self.day,
        }

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """From what ``as_dict`` gave; reason, author and day may be missing.

        Raises:
            ValueError: Something is missing, unknown or of another kind; the message says what.
        """
        sides = content.get("one"), content.get("other")
        told = [content.get(name, "") for name in ("reason", "author", "day")]
        if not all(isinstance(side, Mapping) for side in sides):
            raise ValueError('a judgement needs the sides "one" and "other"')
        if not all(isinstance(text, str) for text in told):
            raise ValueError('"reason", "author" and "day" are texts')
        type_ = _one_of(EntityType, content, "type")
        one, other = (Side.of(type_, side) for side in sides if side is not None)
        return cls(_one_of(Ruling, content, "ruling"), one, other, *told)

    def is_about(self, other: "Judgement") -> bool:
        """Whether another judgement is about the same two: each side shares an anchor with one."""
        one, two = set(self.one.anchors), set(self.other.anchors)
        first, second = other.one.anchors, other.other.anchors
        straight = not one.isdisjoint(first) and not two.isdisjoint(second)
        return straight or (not one.isdisjoint(second) and not two.isdisjoint(first))


def _one_of(kind: type[_Kind], content: Mapping[str, Any], name: str) -> _Kind:
    value = content.get(name)
    if value not in list(kind):
        raise ValueError(f'"{name}" is one of {", ".join(kind)}, not {value!r}')
    return kind(value)


def _is_pair(value: object) -> bool:
    texts = value if isinstance(value, list) else []
    return len(texts) == 2 and all(isinstance(text, str) for text in texts)  # noqa: PLR2004
