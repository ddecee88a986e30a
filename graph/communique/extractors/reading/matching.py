"""Frames applied to a parse: from words to findings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.meaning import Meaning
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.syntax.stance import stance
from communique.extractors.syntax.arguments import (
    clause_verb,
    modifiers,
    objects,
    possessors,
    prepositional,
    subjects,
    surface_subjects,
)
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_ENDS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PERSON})
_TIMELESS = frozenset({Relation.PART_OF, Relation.LOCATED_IN, Relation.MEMBER_OF})
_VERBS = frozenset({"VERB", "AUX"})
_DISCOURSE = frozenset({"topic", "in-doing", "recent"})


class FrameMatcher:
    """Reads the statements of a sentence by its frames."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        """Index the frames by their triggers."""
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        for frame in frames:
            for lemma in sorted(frame.verbs):
                self._verbs.setdefault(lemma, []).append(frame)
            for lemma in sorted(frame.nouns):
                self._nouns.setdefault(lemma, []).append(frame)

    def read(
        self, scene: Scene, sentence: Sentence, cast: Cast, meaning: Meaning, occasion: Occasion
    ) -> Iterator[Finding]:
        """Yield what the sentence states, in the order of its triggers."""
        for token in sentence:
            for frame in self._triggered(scene, token):
                yield from self._apply(frame, token, scene, sentence, meaning, occasion)

    def _triggered(self, scene: Scene, token: Token) -> Iterator[Frame]:
        assert scene.masked is not None  # noqa: S101  # sentences come from a parse
        lemma = token.lemma_.lower()
        if token.pos_ in _VERBS:
            yield from self._verbs.get(lemma, ())
            return
        number = scene.masked.mention_of(token)
        if number is not None:
            mention = scene.mentions[number]
            if mention.type == EntityType.EVENT:
                yield from self._nouns.get("@event", ())
            if mention.span and mention.span.named:
                yield from self._nouns.get("@named", ())
        if token.pos_ in {"NOUN", "PROPN"}:
            yield from self._nouns.get(lemma, ())
            if token.lower_ != lemma:
                yield from self._nouns.get(token.lower_, ())

    def _apply(
        self, frame: Frame, trigger: Token, scene: Scene, sentence: Sentence, meaning: Meaning,
        occasion: Occasion,
    ) -> Iterator[Finding]:  # fmt: skip
        if frame.through and not _has(objects(trigger), frame.through):
            return
        if frame.doers and not _has(_surface(trigger), frame.doers):
            return
        status = stance(trigger)
        if status is None or occasion.quoted(scene, trigger):
            return
        ends = list(self._ends(frame, trigger, scene, meaning, occasion))
        start, end = scene.span(sentence)
        for subject, thing in ends:
            yield occasion.finding(
                frame, scene, trigger, (start, end), subject, thing,
                Status(frame.status) if frame.status else status,
            )  # fmt: skip

    def _ends(
        self, frame: Frame, trigger: Token, scene: Scene, meaning: Meaning, occasion: Occasion
    ) -> Iterator[tuple[Figure, Figure]]:
        signature = SIGNATURES[frame.relation]
        left = _typed(
            self._fill(frame, frame.subject, trigger, scene, meaning, occasion),
            frame.subject_types or signature.subjects, occasion,
        )  # fmt: skip
        if frame.pairs:
            yield from combinations(left, 2) if len(left) < 6 else ()  # noqa: PLR2004
            return
        right = _typed(
            self._fill(frame, frame.object, trigger, scene, meaning, occasion),
            frame.object_types or signature.objects, occasion,
        )  # fmt: skip
        for subject in left:
            for thing in right:
                if subject is not thing:
                    yield subject, thing

    def _fill(
        self, frame: Frame, slots: Sequence[str], trigger: Token, scene: Scene, meaning: Meaning,
        occasion: Occasion,
    ) -> list[Figure]:  # fmt: skip
        found: list[Figure] = []
        for slot in slots:
            if slot in _DISCOURSE:
                found += occasion.discourse(slot, trigger, scene)
                continue
            steps = slot.split(".")
            tokens = [trigger]
            for number, step in enumerate(steps):
                tokens = [t for token in tokens for t in _step(token, step)]
                if number == 0 and len(steps) > 1:
                    wanted = frame.through if step == "object" and frame.through else frame.particles
                    tokens = [t for t in tokens if not wanted or _has([t], wanted)]
            found += [figure for token in tokens for figure in meaning.of(scene, token)]
        return list(dict.fromkeys(found))


def _surface(trigger: Token) -> list[Token]:
    return surface_subjects(trigger) or objects(trigger)


def _step(token: Token, step: str) -> list[Token]:
    """The tokens one slot step away."""
    if step == "subject":
        return subjects(token) if token.pos_ in _VERBS else []
    if step == "object":
        return objects(token) if token.pos_ in _VERBS else _verbal_objects(token)
    if step == "possessor":
        return possessors(token)
    if step == "modifier":
        return modifiers(token)
    if step == "self":
        return [token]
    if step == "clause":
        verb = clause_verb(token)
        return [verb] if verb.pos_ in _VERBS else []
    if step == "dative":
        return [child for child in token.children if child.dep_ == "dative"]
    return prepositional(token, step)


def _verbal_objects(token: Token) -> list[Token]:
    """Objects of a gerund after a noun or preposition ("in dismantling a network")."""
    return [t for child in token.children if child.pos_ == "VERB" for t in objects(child)]


def _has(tokens: Iterable[Token], words: frozenset[str]) -> bool:
    return any(token.lemma_.lower() in words or token.lower_ in words for token in tokens)


def _typed(
    figures: Iterable[Figure], types: frozenset[EntityType], occasion: Occasion
) -> list[Figure]:
    """Figures of the wanted types; a capital stands for its state where only a state fits."""
    found: list[Figure] = []
    for figure in figures:
        if figure.type in types:
            found.append(figure)
        elif figure.type == EntityType.PLACE and EntityType.COUNTRY in types:
            state = occasion.state(figure)
            if state is not None:
                found.append(state)
    return list(dict.fromkeys(found))


__all__ = ["FrameMatcher"]
