"""What stands between two words adds at most, by what is known of each word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from communique.extractors.scoring.features.chain import Chain
from communique.extractors.scoring.features.paths import FAR, MOST_BETWEEN, ORDERS, bucket
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.sums.bounds import TYPES
from communique.extractors.scoring.weights import RELATIONS, Scores, Weights

_TYPED = frozenset(f"{one}>{other}" for one in TYPES for other in TYPES)
_TAILS = ("", "types", "summit", "class", "lemma", "lemma with its stance")
"""How the names of features that begin alike go on; of most a pair has one."""
_BARE, _TYPES, _SUMMIT, _CLASS, _LEMMA, _TOLD = range(len(_TAILS))
_FAMILIES = frozenset(
    "order distance mentions-between gap same-word between via via-class lexical roles path ends "
    "path-length stance summit".split()
)
"""All features that two words have together."""
_UNKNOWN, _NO_STEP = 0, 1
"""Ends of paths: one of which nothing is known, and one without a step that any weight knows."""

Named = Sequence[tuple[str, Scores]]
"""How the names of features go on, and their weights."""


class Rows:
    """Weights by a part of their names, the heaviest for each relation, and none below nothing."""

    def __init__(self, named: Iterable[tuple[str, Scores]]) -> None:
        """Take parts of names with weights; the first row is for whatever else."""
        self.numbers: dict[str, int] = {}
        found = list(named)
        rows = [self.numbers.setdefault(part, len(self.numbers) + 1) for part, _ in found]
        self.most = np.zeros((len(self.numbers) + 1, len(RELATIONS)), np.float32)
        if found:
            np.maximum.at(self.most, rows, np.array([weights for _, weights in found]))

    def of(self, parts: Iterable[str]) -> list[int]:
        """The rows of some parts."""
        numbers = self.numbers
        return [numbers.get(part, 0) for part in parts]


class WordedBounds:
    """Bounds for the features of two words, in tables.

    Attributes:
        order: By order and the types of both ends; as the next two no bound, but what is added.
        distance: By order and the number of words between, up to ``FAR``.
        mentions: By order and the number of mentions between, up to ``MOST_BETWEEN``.
        gap: For a few words between.
        same: For one word that means both ends.
        between: For a lemma between.
        above: For a lemma on the path.
        first: For the words of a path that goes up to a lemma first.
        last: For those of one that comes down from a lemma last, and does not go up.
        roles: For two roles at the same word.
        paths: For steps and summit of a path, by the numbers of its first step up and its last
            down.
    """

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        """Look the weights over once."""
        groups: dict[str, dict[str, Scores]] = {}
        for name, row in weights.index.items():
            group, _, rest = name.partition("=")
            if group.partition("|")[0] in _FAMILIES:
                groups.setdefault(group, {})[rest] = weights.matrix[row]
        self._near(groups)
        lexical = [(words, weight) for words, weight in _behind_colon(groups.get("lexical", {}))]
        self.between = Rows(_behind_colon(groups.get("between", {})))
        self.above = Rows(_above(groups, lexicon))
        self.first = Rows((first_lemma(words), weight) for words, weight in lexical)
        self.last = Rows((last_lemma(words), weight) for words, weight in lexical)
        bare = self.first.most[self.first.numbers.get("", 0)]
        np.maximum(self.first.most, bare, out=self.first.most)
        self.roles = Rows(_joint(groups.get("roles", {})))
        self._steps: dict[str, int] = {"": _NO_STEP}
        self.paths = self._paths(groups)

    def _near(self, groups: Mapping[str, Mapping[str, Scores]]) -> None:
        """Lay out what hangs on the stretch between two words but not on these."""

        def told(group: str, rest: str) -> Scores:
            return groups.get(group, {}).get(rest, _none())

        self.order = np.array(
            [[[told("order", f"{o}|{a}>{b}") for b in TYPES] for a in TYPES] for o in ORDERS]
        )
        self.distance = np.array(
            [[told("distance", f"{o}{bucket(n)}") for n in range(FAR + 1)] for o in ORDERS]
        )
        self.mentions = np.array(
            [[told("mentions-between", f"{o}{n}") for n in range(MOST_BETWEEN + 1)] for o in ORDERS]
        )
        self.gap = 2 * _heaviest(groups.get("gap", {}))
        alike = [_heaviest(told) for group, told in groups.items() if group[:9] == "same-word"]
        self.same = np.sum([_none(), *alike], axis=0)

    def step(self, chain: Chain) -> int:
        """The number of the first step up from a word."""
        way = chain.rises[-1]
        return _UNKNOWN if "^" in way or "|" in way else self._steps.get(_begun(way), _NO_STEP)

    def _paths(self, groups: Mapping[str, Mapping[str, Scores]]) -> Scores:
        """The table of paths; of two words with their steps up the path may end at either."""
        paths, ends = (list(_joint(groups.get(group, {}))) for group in ("path", "ends"))
        for name, _ in (*paths, *ends):
            for step in _ends(name):
                self._steps.setdefault(step, len(self._steps) + 1)
        size = len(self._steps) + 1
        table = np.zeros((size, size, len(RELATIONS)), np.float32)
        for named in (paths, ends):
            most = np.zeros_like(table)
            if named:
                steps = np.array([[self._steps[s] for s in _ends(name)] for name, _ in named])
                weights = np.array([weight for _, weight in named])
                np.maximum.at(most, (steps[:, 0], steps[:, 1]), weights)
            for turned in (most, most.swapaxes(0, 1)):
                np.maximum(turned, turned[_NO_STEP].copy(), out=turned)
                turned[_UNKNOWN] = turned.max(axis=0)
            table += most
        for group in ("path-length", "stance", "summit"):
            table += _heaviest(groups.get(group, {}))
        return table


def first_lemma(words: str) -> str:
    """The first of some lemmas."""
    return words.partition("_")[0]


def last_lemma(words: str) -> str:
    """The last of some lemmas."""
    return words.rpartition("_")[2]


def _none() -> Scores:
    return np.zeros(len(RELATIONS), np.float32)


def _heaviest(named: Mapping[str, Scores]) -> Scores:
    most: Scores = np.max([_none(), *named.values()], axis=0)
    return most


def _behind_colon(named: Mapping[str, Scores]) -> Iterator[tuple[str, Scores]]:
    """Yield weights by their names without the order."""
    return ((name.partition(":")[2], weights) for name, weights in named.items())


def _above(
    groups: Mapping[str, Mapping[str, Scores]], lexicon: Lexicon
) -> Iterator[tuple[str, Scores]]:
    """Yield what a lemma on a path adds at most by itself and by its relations."""
    lone, classes = groups.get("via", {}), groups.get("via-class", {})
    for lemma in dict.fromkeys([*lone, *lexicon.lemmas]):
        told = [lone.get(lemma, _none()), *(classes.get(c, _none()) for c in lexicon.of(lemma))]
        yield lemma, np.maximum(told, 0).sum(axis=0)


def _joint(named: Mapping[str, Scores]) -> Iterator[tuple[str, Scores]]:
    """Yield what features that begin alike add at most together, by how they begin."""
    if not named:
        return
    cut = [name.partition("|")[::2] for name in named]
    numbers = {beginning: n for n, beginning in enumerate(dict.fromkeys(b for b, _ in cut))}
    tails = np.array([_tail(tail) for _, tail in cut])
    begun = np.array([numbers[beginning] for beginning, _ in cut])
    weights = np.array(list(named.values()))
    most = np.zeros((len(numbers), len(_TAILS), len(RELATIONS)), np.float32)
    several = tails == _CLASS
    np.add.at(most, (begun[several], _CLASS), np.maximum(weights[several], 0))
    np.maximum.at(most, (begun[~several], tails[~several]), weights[~several])
    bare = tails == _BARE
    most[begun[bare], _BARE] = weights[bare]
    yield from zip(numbers, most.sum(axis=1), strict=True)


def _tail(tail: str) -> int:
    """What kind of tail a name has."""
    if tail in _TYPED:
        return _TYPES
    for kind in (_SUMMIT, _CLASS):
        if tail.startswith(f"{_TAILS[kind]}="):
            return kind
    return _BARE if not tail else _TOLD if "|" in tail else _LEMMA


def _ends(name: str) -> tuple[str, str]:
    """The first step up and the last down of a path by its name; none of what is no path."""
    up, sign, down = name.partition("^")
    return (_begun(up), _begun(down)) if sign else ("", "")


def _begun(way: str) -> str:
    """The first step of a way up."""
    first = way.partition(".")[0]
    return "" if first == "-" else first
