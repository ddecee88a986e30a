"""All that the extractor had in hand when it decided what a release states."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.extractors.reading.script import Ends, Script
from communique.extractors.rules import Reading
from communique.extractors.scoring.decision import Verdict
from communique.extractors.scoring.scorer import Judgement, Scorer
from communique.graph import Statement


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a release was read.

    Attributes:
        script: The release taken apart: blocks, mentions, figures, parses.
        reading: What the rules found and refused, and who each sentence speaks of.
        judged: What the scorer holds of each pair and relation; empty without a scorer.
        verdict: Which findings stand.
        statements: What the release states in the end.
        scorer: What judged, or None if the rules alone decided.
    """

    script: Script
    reading: Reading
    judged: Mapping[Ends, Judgement]
    verdict: Verdict
    statements: tuple[Statement, ...]
    scorer: Scorer | None = None
