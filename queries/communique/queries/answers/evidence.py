"""The evidence of an answer: facts, quotes and the releases they are from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.graph import Evidence, Fact


@dataclass(frozen=True, slots=True)
class CitedRelease:
    """A release as a store knows it, without its text.

    Attributes:
        id: Its identifier.
        headline: Its title.
        source: Who issued it; empty if unknown.
        published: ISO 8601 day, or None.
        url: Where it was published, or None.
    """

    id: str
    headline: str = ""
    source: str = ""
    published: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        """Source, headline and day, as far as they are known."""
        named = ": ".join(filter(None, (self.source, self.headline))) or self.id
        return f"{named}, {self.published}" if self.published else named


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a release that a fact rests on.

    Attributes:
        fact: What they are quoted for.
        evidence: The words and where they stand.
        release: The release they stand in.
    """

    fact: Fact
    evidence: Evidence
    release: CitedRelease

    @property
    def words(self) -> str:
        """The words on one line."""
        return " ".join(self.evidence.text.split())

    @property
    def told(self) -> str:
        """The release and where in its text the words stand."""
        return f"{self.release}, characters {self.evidence.start} to {self.evidence.end}"

    def as_dict(self) -> dict[str, object]:
        """The quote for JSON; offsets count code points of the release as it was read."""
        return {
            "text": self.evidence.text,
            "release": self.release.id,
            "headline": self.release.headline,
            "source": self.release.source,
            "published": self.release.published,
            "url": self.release.url,
            "start": self.evidence.start,
            "end": self.evidence.end,
            "rule": self.evidence.rule,
        }


@dataclass(frozen=True, slots=True)
class Grounds:
    """A fact that rows of an answer rest on.

    Attributes:
        rows: Their numbers, counted from 1.
        fact: The fact.
        quotes: Every quote of it.
    """

    rows: tuple[int, ...]
    fact: Fact
    quotes: tuple[Quote, ...]

    @property
    def said(self) -> str:
        """The fact as one line: subject, relation, object, and what qualifies them."""
        fact = self.fact
        ends = f"{fact.subject.name} {fact.predicate} {fact.object.name}"
        return ", ".join((ends, *fact.qualifiers.stated().values()))


def quotes_of(facts: Sequence[Fact], releases: Mapping[str, CitedRelease]) -> Iterator[Quote]:
    """Each quote of each fact, in order."""
    for fact in facts:
        for evidence in fact.evidence:
            release = releases.get(evidence.release) or CitedRelease(evidence.release)
            yield Quote(fact, evidence, release)


def fact_as_dict(fact: Fact, releases: Mapping[str, CitedRelease]) -> dict[str, object]:
    """A fact with its quotes for JSON."""
    return {
        "key": fact.key,
        "subject": {"id": fact.subject.id, "name": fact.subject.name},
        "relation": str(fact.predicate),
        "object": {"id": fact.object.id, "name": fact.object.name},
        "qualifiers": fact.qualifiers.stated(),
        "confidence": fact.confidence,
        "support": fact.support,
        "quotes": [quote.as_dict() for quote in quotes_of([fact], releases)],
    }
