"""From answers to statements: only what the vocabulary allows and the release bears out."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from communique.extractors.llm.folding import FoldedText
from communique.extractors.llm.naming import Form, Names, entities
from communique.extractors.llm.passages import Passage
from communique.graph import Entity, Evidence, Qualifiers, Release, Statement, bounds
from communique.ontology import SIGNATURES, EntityType, Relation, Status

if TYPE_CHECKING:
    from communique.extractors.llm.answer import Answer, Claim, End

CONFIDENCE = 0.5
"""Of every statement: how often a model is right depends on the model, and nobody measured it."""
LONGEST = 600
"""Characters of a quote at most; a longer one is no place where a text says something."""

RELATION = "the vocabulary has no such relation"
TYPE = "the vocabulary has no such entity type"
SIGNATURE = "the relation does not stand between such types"
QUOTE = "the quote is not in the text"
LENGTH = f"the quote is longer than {LONGEST} characters"
NAME = "the text does not name its subject or object"
SELF = "its subject and object are one"

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_WRITTEN = ("place", "event", "role", "amount")
"""The qualifiers that are copied from the text."""
_Member = TypeVar("_Member", EntityType, Relation, Status)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Grounded:
    """A claim that the text bears out."""

    subject: Form
    relation: Relation
    object: Form
    start: int
    end: int
    qualifiers: Qualifiers


class Grounding:
    """Holds what a model says of one release to the release.

    Attributes:
        dropped: How many statements were not taken, by reason.
        omitted: How many qualifiers of statements that were taken are left out, by name.
    """

    def __init__(self, release: Release) -> None:
        """Take the release."""
        self.dropped: Counter[str] = Counter()
        self.omitted: Counter[str] = Counter()
        self._release = release
        self._text = FoldedText.of(release.text)
        self._names = Names(self._text)
        self._years = _years(release)

    def statements(
        self, answers: Iterable[tuple[Passage, "Answer"]], rule: str
    ) -> tuple[Statement, ...]:
        """The statements that hold, each once with all its quotes, in text order.

        Args:
            answers: Parts of the release with what the model found there.
            rule: What the evidence names as its rule.
        """
        grounded = [
            found
            for passage, answer in answers
            for claim in answer.statements
            if (found := self._grounded(claim, passage)) is not None
        ]
        grounded.sort(key=lambda item: item.start)
        ends = (end for item in grounded for end in (item.subject, item.object))
        return tuple(self._united(grounded, dict(entities(ends, self._release.id)), rule))

    def _grounded(self, claim: "Claim", passage: Passage) -> _Grounded | None:
        """A claim, if it holds; else why not is counted."""
        found = self._checked(claim, passage)
        if isinstance(found, _Grounded):
            return found
        self.dropped[found] += 1
        _LOG.debug("dropped %s of %s: %s", claim, self._release.id, found)
        return None

    def _checked(self, claim: "Claim", passage: Passage) -> _Grounded | str:
        """A claim that holds, or why it does not."""
        relation = _member(Relation, claim.relation)
        if relation is None:
            return RELATION
        subject_kind = _member(EntityType, claim.subject.type)
        object_kind = _member(EntityType, claim.object.type)
        if subject_kind is None or object_kind is None:
            return TYPE
        signature = SIGNATURES[relation]
        if subject_kind not in signature.subjects or object_kind not in signature.objects:
            return SIGNATURE
        span = self._quoted(claim.quote, passage)
        if isinstance(span, str):
            return span
        subject = self._form(subject_kind, claim.subject)
        object_ = self._form(object_kind, claim.object)
        if subject is None or object_ is None:
            return NAME
        return _Grounded(subject, relation, object_, *span, self._qualifiers(claim, relation))

    def _form(self, kind: EntityType, end: "End") -> Form | None:
        return self._names.form(kind, end.name, end.aliases or (), named=end.named is not False)

    def _quoted(self, quote: str, passage: Passage) -> tuple[int, int] | str:
        """Where the text has a quote, in the passage first, or why it is none."""
        span = self._text.find(quote, passage.start, passage.end) or self._text.find(quote)
        if span is None:
            return QUOTE
        return LENGTH if span[1] - span[0] > LONGEST else span

    def _qualifiers(self, claim: "Claim", relation: Relation) -> Qualifiers:
        """What the relation takes and the text bears out; the rest is counted."""
        takes = SIGNATURES[relation].qualifiers
        stated = {
            name: value.strip()
            for name in ("date", "status", *_WRITTEN)
            if (value := getattr(claim, name)) and value.strip()
        }
        kept: dict[str, Any] = {
            name: good
            for name, value in stated.items()
            if name in takes and (good := self._qualifier(name, value)) is not None
        }
        self.omitted.update(stated.keys() - kept.keys())
        return Qualifiers(**kept)

    def _qualifier(self, name: str, value: str) -> str | Status | None:
        if name == "status":
            return _member(Status, value)
        if name == "date":
            return value if self._is_dated(value) else None
        return self._text.find_name(value)

    def _is_dated(self, date: str) -> bool:
        """Whether a date is one, and the release gives its years."""
        try:
            bounds(date)
        except ValueError:
            return False
        return set(_YEAR.findall(date)) <= self._years

    def _united(
        self, grounded: Sequence[_Grounded], whose: Mapping[Form, Entity], rule: str
    ) -> Iterator[Statement]:
        """Statements with the same ends, relation and qualifiers as one with all their quotes."""
        same: dict[object, list[_Grounded]] = {}
        for item in grounded:
            ends = [whose[item.subject].id, whose[item.object].id]
            if ends[0] == ends[1]:
                self.dropped[SELF] += 1
                continue
            if SIGNATURES[item.relation].symmetric:
                ends.sort()
            same.setdefault((*ends, item.relation, item.qualifiers), []).append(item)
        for items in same.values():
            first = items[0]
            spans = dict.fromkeys((item.start, item.end) for item in items)
            yield Statement(
                whose[first.subject],
                first.relation,
                whose[first.object],
                tuple(self._evidence(start, end, rule) for start, end in spans),
                first.qualifiers,
                CONFIDENCE,
            )

    def _evidence(self, start: int, end: int, rule: str) -> Evidence:
        return Evidence(self._release.id, start, end, self._release.text[start:end], rule)


def _years(release: Release) -> frozenset[str]:
    """The years that a release can mean: those that it writes, and those around its own day."""
    years = set(_YEAR.findall(release.text))
    if release.published:
        own = bounds(release.published)[0].year
        years |= {str(year) for year in (own - 1, own, own + 1)}
    return frozenset(years)


def _member(kind: type[_Member], value: str) -> _Member | None:
    """The member of a closed list that a text is, or None."""
    return kind(value) if value in set(kind) else None
