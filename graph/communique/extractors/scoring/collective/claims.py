"""What the scorer holds likely of a release, with the sentences that speak for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from communique.extractors.scoring.collective.views import View
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import SIGNATURES

Numbered = tuple[int, int, int]
"""Numbers of a subject, a relation and an object; of a symmetric one the lower figure first."""
SYMMETRIC = frozenset(n for n, relation in enumerate(RELATIONS) if SIGNATURES[relation].symmetric)
"""Numbers of the relations that have no direction."""
LEAST = 0.24
"""The probability from which a statement counts as likely."""
LOWEST = log(LEAST / (1 - LEAST))
"""The same as a logit."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that the scorer holds likely.

    Attributes:
        ends: What it says.
        logits: How likely it is by each sentence that speaks for it, the surest first.
        view: What is seen of the pair in the surest sentence, where it is surest.
    """

    ends: Numbered
    logits: tuple[float, ...]
    view: View

    @property
    def logit(self) -> float:
        """How likely it is by its surest sentence."""
        return self.logits[0]


def claims(heard: Iterable[tuple[Numbered, float, View]]) -> list[Claim]:
    """The claims of a release from what each of its sentences says, in the order of their ends.

    Args:
        heard: What a sentence says, how likely that is (as a logit), and what is seen of the pair;
            a sentence may say it more than once, of several words or either way round.
    """
    known: dict[Numbered, dict[tuple[int, int], tuple[float, View]]] = {}
    for ends, logit, view in heard:
        told = known.setdefault(ends, {})
        place, surest = (view.block, view.sentence), (-logit, view)
        told[place] = min(told.get(place, surest), surest)
    found: list[Claim] = []
    for ends in sorted(known):
        ordered = sorted(known[ends].values())
        found.append(Claim(ends, tuple(-less for less, _ in ordered), ordered[0][1]))
    return found


def numbered(relation: int, one: int, other: int) -> Numbered:
    """What two figures would state in a relation, by their numbers."""
    turned = relation in SYMMETRIC and other < one
    return (other, relation, one) if turned else (one, relation, other)
