"""How much each thing says that speaks for or against two people being one."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.identity.judgement.decision import Feature

_DIGITS = 4
_LEAST = 0.0001


@dataclass(frozen=True, slots=True)
class Limits:
    """Where sums of weights become decisions.

    Attributes:
        merge: Log-odds from which on two are one.
        unsure: Log-odds from which on a person should look at them.
        apart: Log-odds below which two are not joined through a third.
        different: Log-odds of names alone below which nothing else is looked at.
        against: Log-odds of all that speaks against from which on that is so.
        often: Share of the releases with the office given most, from which on another counts.
        most: How many times as many releases make the fewer a likely misreading.
        usual: Releases of one whom a surname alone mostly means.
        usual_lead: How many times as many releases as the next of the surname that takes.
        margin: Lead in log-odds that the better of two candidates needs.
        one_time: Years within which one who holds two posts changes them seldom.
        bare_years: Years without a release after which a surname says less.
        full_years: The same for a full name.
        certain: Confidence from which on a statement is no misreading.
    """

    merge: float
    unsure: float
    apart: float
    different: float
    against: float
    often: float
    most: float
    usual: float
    usual_lead: float
    margin: float
    one_time: float
    bare_years: float
    full_years: float
    certain: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of ``weights.json``.

    Attributes:
        of: Log-odds of each kind of feature.
        limits: Where sums become decisions.
    """

    of: Mapping[str, float]
    limits: Limits

    def feature(self, kind: str, detail: str = "") -> Feature:
        """The feature of a kind, with what was seen."""
        return Feature(f"{kind}: {detail}" if detail else kind, self.of[kind])


@cache
def read_weights() -> Weights:
    """The weights beside this module."""
    source = files("communique.identity.people").joinpath("weights.json")
    content = json.loads(source.read_text(encoding="utf-8"))
    return Weights({**content["names"], **content["lives"]}, Limits(**content["limits"]))


def total(features: Iterable[Feature]) -> float:
    """Sum of the weights, in log-odds."""
    return math.fsum(feature.weight for feature in features)


def probability(log_odds: float) -> float:
    """Log-odds as a probability over 0 and at most 1, rounded."""
    return max(round(1 / (1 + math.exp(-log_odds)), _DIGITS), _LEAST)
