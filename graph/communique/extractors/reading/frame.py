"""Frames: which words of a sentence state which relation, as data."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType, Relation

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


class Aim(StrEnum):
    """Which nouns of any sort a frame takes for an operation."""

    ANY = "any"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a sentence states a relation.

    Slots are ``subject`` (the doer, in the passive the agent), ``agent`` (the doer of a passive
    only), ``companion`` (who does it with the subject), ``object`` (what is done to, in the passive
    the subject), ``with`` and other prepositions on the trigger, ``object.with`` on the trigger's
    object, ``possessor`` and ``modifier`` on a noun, ``bearer`` (who is called by the noun) and
    ``whole`` (what "with the support of" is said of).

    Attributes:
        name: Unique name, relation first: ``meets/hold-talks``.
        relation: What it states.
        verbs: Lemmas of the verb that triggers it.
        nouns: Lemmas of the noun that triggers it, if no verb does.
        through: Nouns that must be the verb's object ("hold *talks* with").
        particles: Nouns that must stand between the two steps of a slot ("in the *framework* of").
        doers: Nouns that must be the grammatical subject ("the *participants* are").
        marks: Adjectives and nouns of which one must stand before the noun ("*financial* support"),
            adverbs and prepositions of which one must belong to the verb ("supply X *with*").
        subject: Slots of the statement's subject, all of them tried.
        object: Slots of the statement's object, all of them tried.
        subject_types: Narrows the types the vocabulary allows, if not empty.
        object_types: Narrows the types the vocabulary allows, if not empty.
        amount: Whether the sentence must name a sum of money.
        pairs: Whether every two of the subject's members are the two ends.
        plain: Whether no infinitive may follow, which makes it a demand ("called on X to stop"),
            and no "in" with a gerund, which makes it another deed ("joined X in calling for it").
        deed: Whether "in" with a gerund must follow ("supported X in tracing the money").
        office: Whether its object must be an office whose holder is not named.
        apart: Whether the two ends must be of two states or bodies, both known.
        aim: Whether a noun that no rule for mentions knows is its object, as an operation: one of a
            deed or facility, or any but those of people, money and the like.
        sure: Whether it stands whatever the scorer holds of it: the words leave little doubt, and
            both ends are named or described, not pronouns.
        status: Fixed status, if the words imply one.
        confidence: Share of right statements expected of it.
        example: A sentence it reads, in our own words.
        expects: The subject and object it reads there.
    """

    name: str
    relation: Relation
    subject: tuple[str, ...]
    object: tuple[str, ...]
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    subject_types: frozenset[EntityType] = frozenset()
    object_types: frozenset[EntityType] = frozenset()
    amount: bool = False
    pairs: bool = False
    plain: bool = False
    deed: bool = False
    office: bool = False
    apart: bool = False
    aim: Aim | None = None
    sure: bool = False
    status: str | None = None
    confidence: float = 0.9
    example: str = ""
    expects: tuple[str, str] = ("", "")

    @property
    def needed(self) -> frozenset[str]:
        """Words of which its sentence must hold one; none if any sentence will do."""
        return self.through or self.doers or self.marks

    @property
    def is_handing_over(self) -> bool:
        """Whether it surely tells of things that change hands, by officials for their states."""
        return self.sure and self.relation == Relation.SUPPORTS and bool(self.through)


class FrameIndex:
    """Frames by the words that trigger them."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        """Index the frames."""
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        for frame in frames:
            for lemma in sorted(frame.verbs):
                self._verbs.setdefault(lemma, []).append(frame)
            for lemma in sorted(frame.nouns):
                self._nouns.setdefault(lemma, []).append(frame)

    def triggered(self, scene: Scene, token: Token) -> Sequence[Frame]:
        """The frames that a token triggers."""
        kind = token.pos_
        if kind in _VERBS:
            return self._verbs.get(token.lemma_.lower(), ())
        mention = scene.mention_of(token)
        is_event = mention is not None and mention.type == EntityType.EVENT
        is_noun = kind in _NOUNS or token.dep_ == "acomp"
        if not is_event and not is_noun:
            return ()
        found: list[Frame] = []
        if is_event:
            found += self._nouns.get("@event", ())
        if is_noun:
            lemma = token.lemma_.lower()
            found += self._nouns.get(lemma, ())
            found += self._nouns.get(token.lower_, ()) if token.lower_ != lemma else ()
        return found


def read_frames(meeting_nouns: Iterable[str]) -> tuple[Frame, ...]:
    """All frames of ``frames/*.jsonl``; ``@meeting`` stands for the meeting nouns."""
    meeting = frozenset(meeting_nouns)
    folder = files("communique.extractors").joinpath("frames")
    frames: list[Frame] = []
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.endswith(".jsonl"):
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    frames.append(parse_frame(json.loads(line), meeting))
    return tuple(frames)


def parse_frame(raw: dict[str, Any], meeting: frozenset[str]) -> Frame:
    """The frame of one line; ``@meeting`` stands for the meeting nouns."""

    def words(key: str) -> frozenset[str]:
        value = raw.get(key, [])
        return meeting if value == "@meeting" else frozenset(value)

    return Frame(
        name=raw["name"],
        relation=Relation(raw["relation"]),
        subject=tuple(raw["subject"]),
        object=tuple(raw["object"]),
        verbs=words("verbs"),
        nouns=words("nouns"),
        through=words("through"),
        particles=words("particles"),
        doers=words("doers"),
        marks=words("marks"),
        subject_types=frozenset(EntityType(name) for name in raw.get("subject_types", [])),
        object_types=frozenset(EntityType(name) for name in raw.get("object_types", [])),
        amount=bool(raw.get("amount", False)),
        pairs=bool(raw.get("pairs", False)),
        plain=bool(raw.get("plain", False)),
        deed=bool(raw.get("deed", False)),
        office=bool(raw.get("office", False)),
        apart=bool(raw.get("apart", False)),
        aim=Aim(raw["aim"]) if "aim" in raw else None,
        sure=bool(raw.get("sure", False)),
        status=raw.get("status"),
        confidence=float(raw.get("confidence", 0.9)),
        example=raw.get("example", ""),
        expects=tuple(raw.get("expects", ("", ""))),
    )
