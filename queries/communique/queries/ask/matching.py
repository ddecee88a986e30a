"""Which template a question is an instance of: phrasings as examples, least squares over terms.

Every phrasing and the question become a vector of features: terms, pairs of neighbouring terms,
how many entities of which types. The weights of the phrasings are those of kernel ridge
regression with the square of the cosine, by which two features together tell more than each; it
has a closed form, so that the same catalogue always gives the same scores.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from communique.ontology import EntityType
from communique.queries.ask.reading.terms import ENTITY, Term

RIDGE = 0.2
"""How much the fit is held back; more lets a phrasing decide less by itself."""

UNSEEN = 1.2
"""Rarity of what no phrasing has."""

MARK = 0.8
"""Share of a template's phrasings that makes a class of words its mark."""

LEAST_RARITY = 0.2
"""Rarity of what every template has."""

_WEIGHTS = {"term": 1.0, "pair": 0.4, "skip": 0.2, "number": 0.6, "type": 0.4, "time": 0.2,
    "aux": 0.3, "unknown": 0.8}  # fmt: skip
LIGHT = frozenset("who what of by to with from in for between everybody about or how".split())
"""Classes that say little by themselves."""

_LIGHT_FACTOR = 0.4
_MOST_ENTITIES = 2
_EQUAL = frozenset({"number", "type", "time", "aux"})
_AUXILIARIES = frozenset({"be", "do"})

Feature = tuple[str, ...]
Features = Mapping[Feature, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A phrasing of a template, read."""

    template: str
    phrasing: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How well a template fits a question.

    Attributes:
        template: Its name.
        score: About 1 for what its phrasings say, about 0 for what they do not.
        phrasing: The nearest of its phrasings.
        nearness: How near that is, up to 1.
    """

    template: str
    score: float
    phrasing: str
    nearness: float


class Matcher:
    """Scores templates by their phrasings."""

    def __init__(self, examples: Sequence[Example]) -> None:
        """Fit the weights of the phrasings; takes time cubic in their number."""
        different = {
            (example.template, tuple(sorted(features(example.terms).items()))): example
            for example in reversed(examples)
        }
        self._examples = examples = list(reversed(different.values()))
        counted = [features(example.terms) for example in examples]
        self._rarity = _rarity(examples, counted)
        postings: dict[Feature, list[tuple[int, float]]] = defaultdict(list)
        for number, found in enumerate(counted):
            for feature, value in self._scaled(found).items():
                postings[feature].append((number, value))
        self._postings = {
            feature: (np.array([number for number, _ in pairs]), np.array([v for _, v in pairs]))
            for feature, pairs in postings.items()
        }
        self._templates = sorted({example.template for example in examples})
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for example in examples:
            counts[example.template].update({c for term in example.terms for c in term.classes})
        sizes = Counter(example.template for example in examples)
        self._vocabulary = {name: set(found) for name, found in counts.items()}
        self._marks = {
            name: {c for c, n in found.items() if n >= MARK * sizes[name]} - LIGHT - {ENTITY}
            for name, found in counts.items()
        }
        wanted = np.array([[e.template == name for name in self._templates] for e in examples])
        held = self._likenesses() ** 2 + RIDGE * np.eye(len(examples))
        self._weights = np.linalg.solve(held, wanted.astype(float))

    def _likenesses(self) -> NDArray[np.float64]:
        """How like each phrasing is to each, 1 to itself."""
        kernel = np.eye(len(self._examples))
        for numbers, values in self._postings.values():
            if len(numbers) > 1:
                products = np.outer(values, values)
                np.fill_diagonal(products, 0.0)
                kernel[np.ix_(numbers, numbers)] += products
        return kernel

    def match(self, terms: Sequence[Term]) -> list[Match]:
        """Every template with its score, the best first."""
        near = np.zeros(len(self._examples))
        for feature, value in self._scaled(features(terms)).items():
            if feature in self._postings:
                numbers, values = self._postings[feature]
                near[numbers] += value * values
        scores = near**2 @ self._weights
        best: dict[str, int] = {}
        for number, example in enumerate(self._examples):
            if example.template not in best or near[number] > near[best[example.template]]:
                best[example.template] = number
        found = [
            Match(name, float(score), self._examples[best[name]].phrasing, float(near[best[name]]))
            for name, score in zip(self._templates, scores, strict=True)
        ]
        return sorted(found, key=lambda match: (-match.score, match.template))

    def lacked(self, template: str, terms: Sequence[Term]) -> int:
        """How many classes nearly every phrasing of a template has and a question does not."""
        said = {class_ for term in terms for class_ in term.classes}
        return len(self._marks[template] - said)

    def foreign(self, template: str, terms: Sequence[Term]) -> list[str]:
        """Classes that a question has and no phrasing of a template; light ones do not count."""
        said = {class_ for term in terms if term.known for class_ in term.classes[:1]}
        return sorted(
            class_
            for class_ in said - self._vocabulary[template] - LIGHT - _AUXILIARIES
            if not class_.startswith("@")
        )

    def _scaled(self, found: Features) -> Features:
        """Features by how rare they are, with a length of one in all."""
        scaled = {
            feature: value * self._rarity.get(feature, UNSEEN) for feature, value in found.items()
        }
        length = sqrt(sum(value * value for value in scaled.values())) or 1.0
        return {feature: value / length for feature, value in scaled.items()}


def features(terms: Sequence[Term]) -> dict[Feature, float]:
    """What is told of a question's terms, by kind, each with its weight."""
    said = [term for term in terms if not _is_time(term) and not _AUXILIARIES & {*term.classes}]
    found: dict[Feature, float] = {}
    for feature, weight in chain(_of_terms(said), _of_pairs(said), _of_entities(said)):
        found[feature] = max(weight, found.get(feature, 0.0))
    for class_ in sorted({class_ for term in terms for class_ in term.classes}):
        if class_.startswith("@"):
            found["time", class_] = _WEIGHTS["time"]
        elif class_ in _AUXILIARIES:
            found["aux", class_] = _WEIGHTS["aux"]
    return found


def _of_terms(said: Sequence[Term]) -> Iterator[tuple[Feature, float]]:
    for term in said:
        kind = "term" if term.known else "unknown"
        for class_ in term.classes:
            yield ("term", class_), _weight(kind, class_)


def _of_pairs(said: Sequence[Term]) -> Iterator[tuple[Feature, float]]:
    """Neighbours, those with one term between them, and what comes first."""
    for distance, kind in ((1, "pair"), (2, "skip")):
        for one, other in zip(said, said[distance:], strict=False):
            for a in one.classes:
                for b in other.classes:
                    yield (kind, a, b), _WEIGHTS[kind]
    for class_ in said[0].classes if said else ():
        yield ("pair", "", class_), _WEIGHTS["skip"]


def _of_entities(said: Sequence[Term]) -> Iterator[tuple[tuple[str, ...], float]]:
    entities = [term for term in said if ENTITY in term.classes]
    yield ("number", str(min(_MOST_ENTITIES, len(entities)))), _WEIGHTS["number"]
    types: dict[EntityType, float] = defaultdict(float)
    for term in entities:
        possible = term.types or frozenset(EntityType)
        for type_ in possible:
            types[type_] += 1 / len(possible)
    for type_ in sorted(types):
        yield ("type", type_), _WEIGHTS["type"] * min(1.0, types[type_])


def _weight(kind: str, class_: str) -> float:
    return _WEIGHTS[kind] * (_LIGHT_FACTOR if class_ in LIGHT else 1.0)


def _is_time(term: Term) -> bool:
    return any(class_.startswith("@") for class_ in term.classes)


def _rarity(examples: Sequence[Example], counted: Sequence[Features]) -> dict[Feature, float]:
    """How much a feature tells: the fewer templates have it, the more."""
    templates: dict[Feature, set[str]] = defaultdict(set)
    for example, found in zip(examples, counted, strict=True):
        for feature in found:
            templates[feature].add(example.template)
    total = len({example.template for example in examples}) + 1
    return {
        feature: 1.0
        if feature[0] in _EQUAL
        else LEAST_RARITY + log(total / len(names)) / log(total)
        for feature, names in templates.items()
    }
