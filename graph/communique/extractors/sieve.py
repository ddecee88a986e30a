"""Which of many patterns a text can match at all, told by the words that each needs."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import or_
from typing import Any, Generic, TypeVar

ops: Any = getattr(re, "_constants", None)
parser: Any = getattr(re, "_parser", None)
"""No public way to a parsed pattern; without it all patterns pass."""

_SPELLINGS = 64
"""Most spellings of one stretch of a pattern that are looked for."""
_SHORTEST = 3
"""Letters of the shortest stretch that is looked for; digits and signs stand alone too."""
_TOLD_APART = 4
"""Letters by which longer stretches are found."""
_SIGN = re.compile("[\ue000-\uf8ff0-9$€£¥]")
_APART = '.,;:!?()[]“”"'
_DIGITS = frozenset("0123456789")
_ODD_DIGIT = re.compile(r"[^\D0-9]")
_FOLDED = frozenset("\u017f\u0131\u0307")
"""Letters that match others in capitals which they are not in small letters."""
_WORDS = 1 << 13
"""Words that are remembered, since texts repeat them, beside as many that came before them."""
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}

Key = TypeVar("Key", bound=Hashable)
Spellings = frozenset[str]
Node = tuple[Any, Any]


class Sieve(Generic[Key]):
    """Patterns by key, of which a text passes those that it may match.

    A pattern that does not pass matches nowhere in the text; one that passes need not match.
    """

    def __init__(self, patterns: Mapping[Key, re.Pattern[str]]) -> None:
        """Read what each pattern needs."""
        self._keys = tuple(patterns)
        self._always: list[int] = []
        self._by_lead: dict[int, list[tuple[int, int]]] = {}
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        self._known = self._older = _Met(self._look)
        self._bits = 0
        for number, pattern in enumerate(patterns.values()):
            for alternative in _needed_or_nothing(pattern):
                self._note(number, sorted(alternative, key=_rarity))
        self._leads = sum(self._by_lead)
        told = "".join(s for spelled in self._by_start.values() for s, _ in spelled)
        self._apart = "".join(sign for sign in _APART if sign not in told)

    def _note(self, number: int, alternative: Sequence[Spellings]) -> None:
        """Give each need of a pattern a bit; the last one, the rarest, leads to the pattern."""
        needs = lead = 0
        for spellings in alternative:
            lead = 1 << self._bits
            self._bits += 1
            needs |= lead
            for spelling in spellings:
                self._by_start.setdefault(spelling[:_TOLD_APART], []).append((spelling, lead))
        if lead:
            self._by_lead.setdefault(lead, []).append((number, needs))
        else:
            self._always.append(number)

    def passed(self, text: str) -> list[Key]:
        """The keys of the patterns that a text may match, in order."""
        there = reduce(or_, set(map(self._known.__getitem__, set(text.lower().split()))), 0)
        numbers = set(self._always)
        leads = there & self._leads
        while leads:
            lead = leads & -leads
            leads ^= lead
            for number, needs in self._by_lead[lead]:
                if there & needs == needs:
                    numbers.add(number)
        return [self._keys[number] for number in sorted(numbers)]

    def _look(self, word: str) -> int:
        """Which needs a word meets; signs around it that nothing needs make no difference."""
        bare = word.strip(self._apart)
        bits = self._known.get(bare, self._older.get(bare))
        if bits is None:
            bits = self._met(bare)
        if len(self._known) >= _WORDS:
            self._known, self._older = _Met(self._look), self._known
        self._known[bare] = self._known[word] = bits
        return bits

    def _met(self, word: str) -> int:
        """Which needs a word meets; all if a letter or digit of it matches others."""
        odd = not word.isascii() and (not _FOLDED.isdisjoint(word) or _ODD_DIGIT.search(word))
        bits = -1 if odd else 0
        places = range(len(word) - _SHORTEST + 1)
        starts = {word[place : place + _SHORTEST] for place in places}
        starts.update([word[place : place + _TOLD_APART] for place in places])
        for start in starts & self._by_start.keys():
            for spelling, bit in self._by_start[start]:
                if spelling in word:
                    bits |= bit
        for sign in _SIGN.findall(word):
            for _, bit in self._by_start.get(sign, ()):
                bits |= bit
        return bits


class _Met(dict[str, int]):
    """Which needs each word meets, as far as it was looked for, and looked for when asked."""

    def __init__(self, look: Callable[[str], int]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, word: str) -> int:
        return self._look(word)


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of some words stands in a text: quicker than a pattern that finds none."""
    for word in words:  # noqa: SIM110  # asked so often that a generator shows
        if word in text:
            return True
    return False


def _rarity(spellings: Spellings) -> int:
    """How rarely one of some spellings stands in a text, told by the shortest of them."""
    return min(map(len, spellings), default=0)


def _needed_or_nothing(pattern: re.Pattern[str]) -> list[list[Spellings]]:
    """What a text must hold; nothing, so that all texts pass, if this Python parses otherwise."""
    try:
        return needed(pattern)
    except Exception:  # what is private changes as it likes
        return [[]]


def needed(pattern: re.Pattern[str]) -> list[list[Spellings]]:
    """What a text must hold that a pattern matches, in small letters.

    It is for each alternative of the pattern the sets of which the text holds a spelling each.
    """
    nodes = list(parser.parse(pattern.pattern, pattern.flags))
    branched = len(nodes) == 1 and nodes[0][0] is ops.BRANCH
    return [
        [need for spellings in _clauses(alternative) for need in _needs(spellings)]
        for alternative in (nodes[0][1][1] if branched else [nodes])
    ]


def _needs(spellings: Spellings) -> list[Spellings]:
    """What a text needs of the spellings of a stretch: what tells them, and a sign if all have."""
    told = (frozenset(map(_telling, spellings)), frozenset(map(_sign, spellings)))
    return [need for need in dict.fromkeys(told) if all(need)]


def _sign(spelling: str) -> str:
    """The first digit or sign of a spelling, if it has one."""
    sign = _SIGN.search(spelling)
    return sign.group() if sign else ""


def _telling(spelling: str) -> str:
    """What of a spelling is looked for in a word: its longest, or a digit or sign; or nothing."""
    longest = max(spelling.split(), key=len, default="")
    return longest if len(longest) >= _SHORTEST else _sign(spelling)


def _clauses(nodes: Iterable[Node]) -> list[Spellings]:
    """The stretches of a sequence, each with its spellings."""
    found: list[Spellings] = []
    run: Spellings = frozenset({""})
    for node in nodes:
        spelled = _spelled(node)
        longer = _joined(run, spelled) if spelled is not None else None
        if longer is not None:
            run = longer
            continue
        found.append(run)
        run = spelled if spelled is not None else frozenset({""})
        found += _inner(node) if spelled is None else []
    return [clause for clause in (*found, run) if "" not in clause]


def _joined(left: Spellings, right: Spellings) -> Spellings | None:
    """The spellings of two stretches one after the other, if they are few."""
    if len(left) * len(right) > _SPELLINGS:
        return None
    return frozenset(one + other for one, other in product(left, right))


def _spelled(node: Node) -> Spellings | None:
    """All that a part of a pattern matches, in small letters, if that can be listed."""
    op, value = node
    if op is ops.IN:
        return _listed(value)
    if op is ops.SUBPATTERN:
        return _sequence(value[-1])
    if op is ops.BRANCH:
        return _either(value[1])
    if str(op) in _REPEATS and value[:2] == (0, 1):
        return _either([value[-1], ()])
    return {ops.LITERAL: _listed, ops.AT: _empty}.get(op, _endless)([node])


def _endless(_: Sequence[Node]) -> None:
    return None


def _empty(_: Sequence[Node]) -> Spellings:
    return frozenset({""})


def _either(branches: Sequence[Iterable[Node]]) -> Spellings | None:
    """The spellings of all alternatives, if each has its own."""
    spelled = [_sequence(branch) for branch in branches]
    whole = frozenset(s for one in spelled if one is not None for s in one)
    return whole if None not in spelled and len(whole) <= _SPELLINGS else None


def _listed(members: Sequence[Node]) -> Spellings | None:
    """The letters of a class, if it lists them."""
    if members == [(ops.CATEGORY, ops.CATEGORY_DIGIT)]:
        return _DIGITS
    if any(op is not ops.LITERAL for op, _ in members):
        return None
    return frozenset(chr(value).lower() for _, value in members)


def _sequence(nodes: Iterable[Node]) -> Spellings | None:
    whole: Spellings | None = frozenset({""})
    for node in nodes:
        spelled = _spelled(node)
        whole = _joined(whole, spelled) if whole is not None and spelled is not None else None
    return whole


def _inner(node: Node) -> list[Spellings]:
    """The stretches that a part of a pattern needs which cannot be listed."""
    op, value = node
    if op in {ops.SUBPATTERN, ops.ASSERT}:
        return _clauses(value[-1])
    if op is ops.ATOMIC_GROUP:
        return _clauses(value)
    if str(op) in _REPEATS and value[0] > 0:
        return _clauses(value[-1])
    if op is ops.BRANCH:
        return _of_branches([_clauses(branch) for branch in value[1]])
    return []


def _of_branches(branches: Sequence[Sequence[Spellings]]) -> list[Spellings]:
    """What one of several alternatives needs: of each its most telling stretch."""
    best: set[str] = set()
    for clauses in branches:
        telling = [clause for clause in clauses if all(map(_telling, clause))]
        if not telling:
            return []
        chosen: Spellings = max(telling, key=_selective)
        best |= chosen
    return [frozenset(best)]


def _selective(clause: Spellings) -> tuple[int, bool, list[str]]:
    """How telling a stretch is: the longer, and rather a sign than a digit."""
    return min(map(len, clause)), _DIGITS.isdisjoint(clause), sorted(clause)
