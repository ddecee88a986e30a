"""Statements: what one release says, with the words it rests on."""

from dataclasses import dataclass, fields

from communique.graph.entity import Entity
from communique.graph.period import bounds
from communique.ontology import SIGNATURES, Relation, Status


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a statement rests on.

    Attributes:
        release: Identifier of the release.
        start: Offset of the first character in the release text as read (the title line
            included), in code points.
        end: Offset after the last character.
        text: Exactly that slice of the release text.
        rule: Name of the rule that read the statement there, such as ``meets/meet-with``.
    """

    release: str
    start: int
    end: int
    text: str
    rule: str

    def __post_init__(self) -> None:
        """Reject an empty or reversed span and a quote of another length."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"evidence span {self.start}..{self.end} in {self.release} is empty")
        if len(self.text) != self.end - self.start:
            raise ValueError(
                f"evidence {self.start}..{self.end} in {self.release} has another text"
            )


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """When, where, as what and in which form a statement holds; None where the release is silent.

    Attributes:
        date: ISO 8601 day, month, year, or an interval of two of these.
        place: Name of the place.
        event: Name or description of the occasion.
        role: Title as written.
        status: Announced or reported.
        amount: Sum with its currency, as written.
    """

    date: str | None = None
    place: str | None = None
    event: str | None = None
    role: str | None = None
    status: Status | None = None
    amount: str | None = None

    def __post_init__(self) -> None:
        """Reject a date that is none."""
        if self.date is not None:
            bounds(self.date)

    def stated(self) -> dict[str, str]:
        """The qualifiers that have a value, by name, in the order of the fields."""
        stated = {}
        for name in _QUALIFIERS:
            if (value := getattr(self, name)) is not None:
                stated[name] = str(value)
        return stated


_QUALIFIERS = tuple(field.name for field in fields(Qualifiers))


@dataclass(frozen=True, slots=True)
class Statement:
    """What one release says of two entities.

    Attributes:
        subject: First entity; its id is local to the release.
        predicate: The relation.
        object: Second entity; its id is local to the release.
        evidence: Where the release says so, the best place first; at least one.
        qualifiers: When, where, as what.
        confidence: Of the rules that read it, over 0 and at most 1.
    """

    subject: Entity
    predicate: Relation
    object: Entity
    evidence: tuple[Evidence, ...]
    qualifiers: Qualifiers = Qualifiers()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        """Hold the vocabulary's domain, range and qualifiers."""
        signature = SIGNATURES[self.predicate]
        if self.subject.type not in signature.subjects:
            raise ValueError(f"{self.subject.type} cannot be subject of {self.predicate}")
        if self.object.type not in signature.objects:
            raise ValueError(f"{self.object.type} cannot be object of {self.predicate}")
        if surplus := self.qualifiers.stated().keys() - signature.qualifiers:
            raise ValueError(f"{self.predicate} takes no {', '.join(sorted(surplus))}")
        if self.subject.id == self.object.id:
            raise ValueError(f"{self.subject.name} {self.predicate} itself")
        if not self.evidence:
            raise ValueError("a statement needs evidence")
        if not 0 < self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not over 0 and at most 1")
