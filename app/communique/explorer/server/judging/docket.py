"""What is to be judged in a state of the ledger."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from communique.builder import Projection
from communique.builder.review import Question, questions_of
from communique.graph import Judgement
from communique.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Docket:
    """The pairs that the rules are not sure of, and what people have judged.

    Attributes:
        version: Digest of the releases among which the pairs were found.
        questions: Pairs, those on which most facts hang first.
        releases: Digest of each release in which a party of a pair stands, by its id.
        judgements: All of the ledger, the earliest first.
        settled: Pairs that were judged since they were found, by their keys.
    """

    version: str
    questions: tuple[Question, ...]
    releases: Mapping[str, str]
    judgements: tuple[Judgement, ...]
    settled: Mapping[str, Question] = field(default_factory=dict)

    def question(self, key: str) -> Question | None:
        """The pair of a key, if it is still to be judged."""
        return next((one for one in self.questions if one.asked.key == key), None)

    def is_as_found(self, question: Question, releases: Mapping[str, str]) -> bool:
        """Whether the releases that name the two are held as they were.

        Args:
            question: A pair.
            releases: Digest of each release of the ledger as it is now.
        """
        anchors = (*question.asked.one.anchors, *question.asked.other.anchors)
        return all(
            releases.get(anchor.release) == self.releases[anchor.release] for anchor in anchors
        )

    def judged(self, judgements: tuple[Judgement, ...]) -> Self:
        """The docket with other judgements: what they settle is settled, all else is open.

        Args:
            judgements: All that the ledger holds now.
        """
        if judgements == self.judgements:
            return self
        known = {one.asked.key: one for one in self.questions} | dict(self.settled)
        settled = {
            key: one
            for key, one in known.items()
            if any(judgement.is_about(one.asked) for judgement in judgements)
        }
        left = (one for key, one in known.items() if key not in settled)
        ordered = sorted(left, key=lambda q: (-q.facts, q.one.entity.id, q.other.entity.id))
        return replace(self, questions=tuple(ordered), judgements=judgements, settled=settled)

    def after(self, earlier: Self) -> Self:
        """The docket with the settled pairs of an earlier one, which are open once undone."""
        settled = {
            key: one
            for key, one in earlier.settled.items()
            if any(judgement.is_about(one.asked) for judgement in self.judgements)
        }
        return replace(self, releases={**earlier.releases, **self.releases}, settled=settled)


def docket_of(ledger: Ledger, projection: Projection, version: str) -> Docket:
    """What is to be judged in a ledger.

    Args:
        ledger: Where releases and judgements are.
        projection: What it says.
        version: Digest of its releases before it was projected.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    with ledger.snapshot():
        found = questions_of(ledger, projection)
        digests, judgements = ledger.release_digests(), ledger.judgements.all()
    sides = (side for one in found for side in (one.asked.one, one.asked.other))
    named = sorted({anchor.release for side in sides for anchor in side.anchors})
    return Docket(version, tuple(found), {id_: digests[id_] for id_ in named}, judgements)


def version_of(releases: Iterable[tuple[str, str]]) -> str:
    """Digest of releases, from each one's id and digest."""
    digest = hashlib.sha256()
    for id_, content in releases:
        digest.update(f"{id_} {content}\n".encode())
    return digest.hexdigest()
