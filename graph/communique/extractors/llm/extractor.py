"""The extractor: asks the model about each release and keeps what the release bears out."""

import asyncio
import hashlib
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from communique.extractors.llm.endpoint import Endpoint
from communique.extractors.llm.grounding import Grounding
from communique.extractors.llm.passages import Passage, passages
from communique.extractors.llm.prompt import instructions, question
from communique.extractors.version import rules_digest
from communique.graph import Extraction, ExtractorError, Release, Statement

if TYPE_CHECKING:
    from communique.extractors.llm.answer import Answer

_PACKAGES = ("communique.extractors.llm", "communique.gazetteer", "communique.ontology")
_DIGITS = 12
_LOG = logging.getLogger(__name__)


class LlmExtractor:
    """Reads press releases with a language model on a server.

    Attributes:
        version: Changes with this package, the vocabulary, the prompt, the model, and the settings
            that decide what it is asked.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        """Take the endpoint; nothing is sent yet."""
        self._endpoint = endpoint
        self._instructions = instructions()
        self._dropped: Counter[str] = Counter()
        self._omitted: Counter[str] = Counter()
        prompt = hashlib.sha256(self._instructions.encode()).hexdigest()[:_DIGITS]
        asked = (endpoint.model, str(endpoint.output), str(endpoint.window))
        self.version = "+".join((rules_digest(*_PACKAGES), prompt, *asked))

    @property
    def remarks(self) -> list[str]:
        """How much of the answers was not taken so far, by reason, the commonest first."""
        dropped = sorted(self._dropped.items(), key=lambda item: (-item[1], item[0]))
        omitted = sorted(self._omitted.items(), key=lambda item: (-item[1], item[0]))
        return [f"{_counted(n, 'statement')} dropped: {why}" for why, n in dropped] + [
            f"{_counted(n, name)} left out: not in the text, or nothing that the relation takes"
            for name, n in omitted
        ]

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in order; a failing one carries its error.

        Raises:
            ExtractorError: The packages that ask the model cannot be loaded.
        """
        for release in releases:
            yield self._extraction(release)

    def _extraction(self, release: Release) -> Extraction:
        parts = list(passages(release.text, self._endpoint.window))
        answers = self._answers([question(release, part) for part in parts])
        if isinstance(answers, str):
            _LOG.warning("release %s failed: %s", release.id, answers)
            return Extraction(release, error=answers)
        try:
            return Extraction(release, self._statements(release, zip(parts, answers, strict=True)))
        except Exception as error:  # one release must not stop a feed
            _LOG.warning("release %s failed: %s", release.id, error, exc_info=True)
            return Extraction(release, error=f"{type(error).__name__}: {error}")

    def _statements(
        self, release: Release, answers: "Iterable[tuple[Passage, Answer]]"
    ) -> tuple[Statement, ...]:
        """What the release bears out; what it does not is counted."""
        grounding = Grounding(release)
        statements = grounding.statements(answers, f"llm/{self._endpoint.model}")
        self._dropped += grounding.dropped
        self._omitted += grounding.omitted
        return statements

    def _answers(self, questions: Sequence[str]) -> "list[Answer] | str":
        """What the model answers, or why it does not."""
        try:  # the packages of the extra take a second to load, and may be broken
            from communique.extractors.llm.conversation import ask, reason  # noqa: PLC0415
        except ImportError as error:
            raise ExtractorError(f"the extractor llm cannot be loaded: {error}") from error
        try:
            return asyncio.run(ask(self._endpoint, self._instructions, questions))
        except Exception as error:  # one release must not stop a feed
            return reason(error, self._endpoint)


def _counted(number: int, noun: str) -> str:
    """A number with its noun ("1 date", "2 statuses")."""
    ending = "" if number == 1 else "es" if noun.endswith("s") else "s"
    return f"{number} {noun}{ending}"
