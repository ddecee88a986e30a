"""Building: releases through the extractor into the ledger."""

import logging
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import nullcontext
from typing import Protocol

from communique.builder.report import BuildReport, Outcome, Problem
from communique.feeds import SkippedInput
from communique.graph import GAVE_NOTHING, Extraction, LedgerError, Release
from communique.ledger import Ledger

Progress = Callable[[Outcome, str], None]
"""Called once for each input that is done, with what became of it and its title or path."""

_log = logging.getLogger(__name__)


class Extractor(Protocol):
    """Reads statements.

    One that gives many extractions at once may say how many as ``batch``; they are recorded in one
    transaction. Without it each is recorded when it comes.

    Attributes:
        version: Changes whenever the same release may give other statements.
    """

    version: str

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in the order of the releases."""


def build(
    inputs: Iterable[Release | SkippedInput],
    extractor: Extractor,
    ledger: Ledger,
    progress: Progress | None = None,
) -> BuildReport:
    """Read what the ledger does not hold yet, and record it, a batch in one transaction.

    Streams: in memory are the releases that the extractor works on, and the ids of all. Interrupted
    anywhere, the ledger holds every batch recorded so far, whole; the next build goes on there.

    Args:
        inputs: What a feed gives.
        extractor: Reads the statements.
        ledger: Where they go; releases that are not in the feed stay.
        progress: Told of each input that is done.

    Raises:
        LedgerError: The ledger cannot be written; what was recorded stays.
    """
    building = _Building(extractor.version, ledger, progress or _silent)
    most = getattr(extractor, "batch", 1)
    batch: list[Extraction] = []
    extractions = extractor.extract(building.unread(inputs))
    try:
        for extraction in extractions:
            batch.append(extraction)
            if len(batch) >= most:
                whole, batch = batch, []
                building.record(whole)
    finally:  # what was read before an error is kept
        building.record(batch)
        if isinstance(extractions, Generator):
            extractions.close()
    return building.report()


def _silent(outcome: Outcome, title: str) -> None:
    _log.debug("%s: %s", outcome, title)


class _Building:
    """The state of one build."""

    def __init__(self, version: str, ledger: Ledger, progress: Progress) -> None:
        self._version, self._ledger, self._progress = version, ledger, progress
        self._seen: dict[str, bool] = {}  # whether a release was given again
        self._awaited: dict[str, str] = {}  # titles of the releases that the extractor has
        self._outcomes: Counter[Outcome] = Counter()
        self._truncated = 0
        self._skipped: list[Problem] = []
        self._failed: list[Problem] = []

    def unread(self, inputs: Iterable[Release | SkippedInput]) -> Iterator[Release]:
        """The releases that are to be read for statements; notes all others."""
        for item in inputs:
            if isinstance(item, SkippedInput):
                self._skipped.append(Problem(item.path, item.title or "", item.reason))
                self._note(Outcome.SKIPPED, item.title or item.path)
            elif item.id in self._seen:
                self._seen[item.id] = True
                self._note(Outcome.DUPLICATE, item.title)
            elif self._is_to_be_read(item):
                self._awaited[item.id] = item.title
                yield item

    def _is_to_be_read(self, release: Release) -> bool:
        self._seen[release.id] = False
        self._truncated += release.truncated
        if not self._ledger.holds(release, self._version):
            return True
        self._note(Outcome.UNCHANGED, release.title)
        return False

    def record(self, extractions: Sequence[Extraction]) -> None:
        """Record what the extractor gave, or note why it gave nothing.

        What cannot be written together is written one by one, so that what can be is kept.
        """
        several = len(extractions) > 1
        try:
            with self._ledger.together() if several else nullcontext():
                done = [self._recorded(extraction) for extraction in extractions]
        except LedgerError:
            if not several:
                raise
            for extraction in extractions:
                self.record([extraction])
            return
        for extraction, outcome in zip(extractions, done, strict=True):  # now they are kept
            release = extraction.release
            self._awaited.pop(release.id, None)
            if isinstance(outcome, Outcome):
                self._note(outcome, release.title)
            else:
                self._fail(release.id, release.title, outcome)

    def _recorded(self, extraction: Extraction) -> Outcome | str:
        """What became of a release, or why nothing did."""
        if extraction.error is not None:
            return extraction.error
        release, statements = extraction.release, extraction.statements
        try:
            return Outcome(self._ledger.record(release, statements, self._version).value)
        except ValueError as error:  # it does not belong to the release, or cannot be written
            return str(error)

    def report(self) -> BuildReport:
        """What was done; releases that the extractor did not give back count as failed."""
        for id_, title in self._awaited.items():
            self._fail(id_, title, GAVE_NOTHING)
        totals, outcomes = self._ledger.totals(), self._outcomes
        _log.info("%d releases read, %d problems", len(self._seen), len(self._failed))
        return BuildReport(
            read=len(self._seen),
            new=outcomes[Outcome.NEW],
            changed=outcomes[Outcome.CHANGED],
            unchanged=outcomes[Outcome.UNCHANGED],
            writes=outcomes[Outcome.NEW] + outcomes[Outcome.CHANGED],
            truncated=self._truncated,
            duplicates=tuple(id_ for id_, again in self._seen.items() if again),
            skipped=tuple(self._skipped),
            failed=tuple(self._failed),
            releases=totals.releases,
            statements=totals.statements,
            entities=totals.entities,
        )

    def _fail(self, id_: str, title: str, reason: str) -> None:
        self._failed.append(Problem(id_, title, reason))
        self._note(Outcome.FAILED, title)

    def _note(self, outcome: Outcome, title: str) -> None:
        self._outcomes[outcome] += 1
        self._progress(outcome, title)
