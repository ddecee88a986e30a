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
        open: Pairs by the key of a judgement of them, those on which most facts hang first.
        releases: Digest of each release in which a party of a pair stands, by its id.
        judgements: All of the ledger, the earliest first.
        settled: Pairs that were judged since they were found, by the same key.
    """

    version: str
    open: Mapping[str, Question]
    releases: Mapping[str, str]
    judgements: tuple[Judgement, ...]
    settled: Mapping[str, Question] = field(default_factory=dict)

    def is_as_found(self, question: Question, releases: Mapping[str, str]) -> bool:
        """Whether the releases that name the two are held as they were.

        Args:
            question: A pair.
            releases: Digest of each release of the ledger as it is now.
        """
        anchors = {m.anchor for party in (question.one, question.other) for m in party.mentions}
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
        known = {**self.open, **self.settled}
        fresh = [one for one in judgements if one not in self.judgements]
        settled = {
            key: one
            for key, one in known.items()
            if _is_settled(one, judgements if key in self.settled else fresh)
        }
        left = {key: one for key, one in known.items() if key not in settled}
        return replace(self, open=_ordered(left), judgements=judgements, settled=settled)

    def after(self, earlier: Self) -> Self:
        """The docket with the settled pairs of an earlier one, which are open once undone."""
        settled = {
            key: one for key, one in earlier.settled.items() if _is_settled(one, self.judgements)
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
        found = {one.asked.key: one for one in questions_of(ledger, projection)}
        digests, judgements = ledger.release_digests(), ledger.judgements.all()
    parties = (party for one in found.values() for party in (one.one, one.other))
    named = sorted({mention.anchor.release for party in parties for mention in party.mentions})
    return Docket(version, found, {id_: digests[id_] for id_ in named}, judgements)


def version_of(ledger: Ledger) -> str:
    """Digest of the releases of a ledger and of all that was read in them."""
    digest = hashlib.sha256()
    for id_, content in ledger.release_digests().items():
        digest.update(f"{id_} {content}\n".encode())
    return digest.hexdigest()


def _is_settled(question: Question, judgements: Iterable[Judgement]) -> bool:
    asked = question.asked
    return any(judgement.is_about(asked) for judgement in judgements)


def _ordered(questions: Mapping[str, Question]) -> dict[str, Question]:
    """In the order of `questions_of`."""

    def rank(item: tuple[str, Question]) -> tuple[int, str, str]:
        one = item[1]
        return -one.facts, one.one.entity.id, one.other.entity.id

    return dict(sorted(questions.items(), key=rank))
