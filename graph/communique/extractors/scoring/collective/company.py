"""A claim beside the other claims of its release, as a row of numbers."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp

import numpy as np
from numpy.typing import NDArray

from communique.extractors.scoring.collective.claims import SYMMETRIC, Claim
from communique.extractors.scoring.collective.views import Portrait
from communique.extractors.scoring.weights import RELATIONS

_NOTHING = -9.0
"""Stands for the logit of a claim that there is not."""
_STATED = 0.0
"""The logit from which a rival is likely itself."""
_SIDES = ("subject", "object")

COLUMNS: tuple[str, ...] = (
    "logit", "second", "sentences", "claims", "expected",
    *(f"{side}-{name}" for side in _SIDES for name in (
        "rival", "peer", "surer", "likely", "found", "share", "same", "best", "heard", "order",
        "here", *Portrait._fields,
    )),
    "pair", "pair-relation", "left-kind", "right-kind", "block", "sentence", "layout", "found-here",
    "found-elsewhere", "others-found", "turned", "relation",
    *(f"is-{relation}" for relation in RELATIONS),
)  # fmt: skip
"""What the numbers of a row are.

The logit of a claim in its best and second-best sentence, how many speak for it, how many claims
the release has and how many of them are right by their probabilities. Of either end, first as to
the claims that differ from this one in the other end alone (its rivals): the best one, the best
one with an end of the same type, how many are surer and how many likely, whether a rule found one,
and the best one of the same sentence; then what is claimed of the figure besides, the share in the
same relation, its best claim, the sentences that claim something of it, and when it was first
mentioned; then its portrait. Then the best other claim of the same two, either way round, and of
which relation; and what is seen of the pair where the claim is surest: how its left and right ends
are meant there, where that is, and what rules found of the pair, one way or the other.
"""

Rows = NDArray[np.float32]


class _Group:
    """Claims that have something in common, by their logits."""

    def __init__(self) -> None:
        self.logits: list[float] = []  # negated, so that the surest comes first
        self.likely = self.found = 0

    def add(self, claim: Claim, found: bool) -> None:
        """Take one in."""
        insort(self.logits, -claim.logit)
        self.likely += claim.logit > _STATED
        self.found += found

    def best(self, claim: Claim) -> float:
        """The surest besides one of them."""
        first = bool(self.logits) and self.logits[0] == -claim.logit
        return -self.logits[first] if len(self.logits) > first else _NOTHING

    def surer(self, claim: Claim) -> int:
        """How many are surer than one of them."""
        return bisect_left(self.logits, -claim.logit)


class _Society:
    """All claims of a release, by what they share."""

    def __init__(self, claims: Sequence[Claim], portraits: Mapping[int, Portrait]) -> None:
        self.portraits, self.count = portraits, len(claims)
        self.chances = {claim.ends: 1 / (1 + exp(-claim.logit)) for claim in claims}
        self.expected = sum(self.chances.values())
        self.groups: dict[tuple[int, ...], _Group] = defaultdict(_Group)
        self.by_pair: dict[tuple[int, ...], list[Claim]] = defaultdict(list)
        self.of: dict[int, float] = defaultdict(float)
        self.of_relation: dict[tuple[int, int], float] = defaultdict(float)
        self.best: dict[int, float] = defaultdict(lambda: _NOTHING)
        self.heard: Counter[int] = Counter()
        self.last = 1
        for claim in claims:
            self._add(claim)

    def _add(self, claim: Claim) -> None:
        subject, relation, thing = claim.ends
        self.by_pair[tuple(sorted((subject, thing)))].append(claim)
        for side, end in enumerate((subject, thing)):
            for group in self.around(claim, side):
                group.add(claim, _is_found(claim))
            self.of[end] += self.chances[claim.ends]
            self.of_relation[relation, end] += self.chances[claim.ends]
            self.best[end] = max(self.best[end], claim.logit)
            self.heard[end] += len(claim.logits)
            self.last = max(self.last, end)

    def around(self, claim: Claim, side: int) -> tuple[_Group, _Group, _Group]:
        """A claim with its rivals; those among them of the same types; those of its sentence."""
        relation, end = claim.ends[1], claim.ends[2 * side]
        kind = self.portraits[claim.ends[2 - 2 * side]].type
        key = (0 if relation in SYMMETRIC else side, relation, end)
        return (
            self.groups[key],
            self.groups[*key, kind],
            self.groups[*key, claim.view.block, claim.view.sentence],
        )


def _is_found(claim: Claim) -> bool:
    """Whether a rule found what it says anywhere."""
    return bool((claim.view.here | _away(claim)) >> claim.ends[1] & 1)


def _away(claim: Claim) -> int:
    """What rules found of the pair elsewhere; of a symmetric relation, the other way round too."""
    turned = claim.view.turned if claim.ends[1] in SYMMETRIC else 0
    return claim.view.elsewhere | turned


def company(claims: Sequence[Claim], portraits: Mapping[int, Portrait]) -> Rows:
    """A row for each claim of a release, with the columns ``COLUMNS``.

    Args:
        claims: All claims of the release.
        portraits: What is seen of their figures.
    """
    society = _Society(claims, portraits)
    rows = [_row(claim, society) for claim in claims]
    return np.array(rows, np.float32).reshape(len(rows), len(COLUMNS))


def _row(claim: Claim, society: _Society) -> list[float]:
    relation, view, logits = claim.ends[1], claim.view, claim.logits
    bit = 1 << relation
    others = society.by_pair[tuple(sorted((claim.ends[0], claim.ends[2])))]
    pair = max(
        ((other.logit, other.ends[1]) for other in others if other is not claim),
        default=(_NOTHING, -1),
    )
    return [
        logits[0], logits[1] if len(logits) > 1 else _NOTHING, len(logits),
        society.count, society.expected,
        *_end(claim, 0, society),
        *_end(claim, 1, society),
        *pair, view.left_kind, view.right_kind, view.block, view.sentence, view.layout,
        bool(view.here & bit), bool(_away(claim) & bit),
        (view.here | view.elsewhere).bit_count(), view.turned.bit_count(), relation,
        *(relation == number for number in range(len(RELATIONS))),
    ]  # fmt: skip


def _end(claim: Claim, side: int, society: _Society) -> list[float]:
    """What the row of a claim says of one of its ends: 0 is the subject, 1 the object."""
    relation, end = claim.ends[1], claim.ends[2 * side]
    rivals, peers, near = society.around(claim, side)
    own = society.chances[claim.ends]
    return [
        rivals.best(claim), peers.best(claim), rivals.surer(claim),
        rivals.likely - (claim.logit > _STATED), rivals.found > _is_found(claim),
        society.of[end] - own, society.of_relation[relation, end] - own, society.best[end],
        society.heard[end], end / society.last, near.best(claim), *society.portraits[end],
    ]  # fmt: skip
