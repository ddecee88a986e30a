"""The second look: what the company of a statement adds to its score."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.extractors.cast import Cast
from communique.extractors.scoring.candidates import Pair
from communique.extractors.scoring.collective.claims import (
    LEAST,
    LOWEST,
    Numbered,
    claims,
    numbered,
)
from communique.extractors.scoring.collective.company import company
from communique.extractors.scoring.collective.trees import Trees
from communique.extractors.scoring.collective.views import View, Views
from communique.extractors.scoring.features.reader import Fired
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.weights import Weights

Heard = tuple[Passage, Pair, Sequence[float]]
"""A pair of a passage with a score for each relation."""


class SecondLook:
    """Looks at what a release states as a whole.

    Attributes:
        least: The probability from which a statement is looked at.
    """

    least = LEAST

    def __init__(self, trees: Trees, weights: Weights) -> None:
        """Take the trees, and what turns scores into probabilities."""
        self._trees = trees
        self._slopes: list[float] = weights.slopes.tolist()
        self._offsets: list[float] = weights.offsets.tolist()

    def added(
        self, heard: Iterable[Heard], cast: Cast, fired: Fired, passages: Sequence[Passage]
    ) -> Mapping[Numbered, float]:
        """What is added to the logit of each statement that is looked at.

        Args:
            heard: The scores of the pairs of a release.
            cast: Its figures.
            fired: What rules found in it.
            passages: Its sentences.
        """
        views = Views(cast, fired)
        found = claims(self._likely(heard, views))
        if not found:
            return {}
        ends = {end for claim in found for end in (claim.ends[0], claim.ends[2])}
        added = self._trees.added(company(found, views.portraits(passages, ends))).tolist()
        return {claim.ends: more for claim, more in zip(found, added, strict=True)}

    def _likely(
        self, heard: Iterable[Heard], views: Views
    ) -> Iterator[tuple[Numbered, float, View]]:
        """Yield what is likely by one sentence, with its logit and what is seen of the pair."""
        for passage, (left, right, numbers), scores in heard:
            view: View | None = None
            for number in numbers:
                logit = self._slopes[number] * scores[number] + self._offsets[number]
                if logit >= LOWEST:
                    one, other = passage.references[left], passage.references[right]
                    view = view or views.of(passage, one, other)
                    yield numbered(number, one.figure.number, other.figure.number), logit, view
