"""Sums of money in a text: "$4.5 million", "NOK 120 million", "10 million Swedish kronor"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from communique.extractors.reading.script import Finding, Scene

_SIGNS = r"(?:US|AU|NZ|CAN?|CDN|HK|TT|EC|BD|FJ|A|C|S|R|J|GH)?[$€£¥₹₩¢]|Rs\.?"
_CODES = (
    "EUR|Euro|USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|JPY|CNY|RMB|AUD|CAD|NZD|SGD|UAH|MDL|GEL"
    "|AMD|AZN|KZT|TRY|INR|PKR|BDT|LKR|NPR|KRW|THB|VND|PHP|IDR|MYR|AED|SAR|QAR|KWD|BHD|OMR|JOD|EGP"
    "|MAD|TND|ZAR|KES|UGX|TZS|RWF|NGN|GHS|XOF|XAF|ETB|BRL|MXN|ARS|CLP|COP|PEN"
)
_SCALE = r"(?:[ -](?:[Tt]housand|[MmBb]illion|[Tt]rillion|[Cc]rore|[Ll]akh)s?|\s?(?:bn|mn|m|k))\b"
_NUMBER = rf"\d[\d,.]*(?: \d{{3}})*(?:{_SCALE})?"
_SPELT = (
    r"(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve"
    r"|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Aa]|[Hh]alf a)"
    rf"{_SCALE})"
)
_COINS = (
    r"(?:[Ee]uros?|[Dd]ollars?|pounds?|francs?|krone[rn]?|kron[ou]r|yen|[Yy]uan|[Rr]upees?|riyals?|dirhams?"
    r"|dinars?|rand|rubles?|roubles?|hryvnias?|zlotys?|shekels?|baht|pesos?|reais"
    r"|shillings?|naira|cedis?|lira|lei|leu|pesetas?|forints?)"
)
_NATION = r"(?:[A-Z]{2,3} |[A-Z][a-z]+ )?"
_MONEY = re.compile(
    rf"(?:\b(?:{_CODES})\s?|(?:{_SIGNS})\s?){_NUMBER}"
    rf"|\b(?:{_NUMBER}|{_SPELT})[ \u00a0](?:{_NATION}{_COINS}|{_CODES}|€)(?!\w)",
)

_WORD = r"(?:(?!(?:and|or|from|by|for|of|in|at|on|who|which|that|while|whose)\b)\w[\w-]* )"
_HAS = re.compile(
    rf"(?: \([A-Z][\w&.-]{{1,11}}\))?(?: \((?:about |some )?|: | [–—-] | {_WORD}{{0,5}})"
)
"""Between who gives a sum and the sum: "Ireland (EUR 2m", "Ireland gave a further EUR 2m"."""
_FROM = re.compile(r"(?: each)?(?: in [a-z]+(?: [a-z]+)?)? (?:\w+ )?(?:from|by) (?:the )?")
"""Between a sum and who gives it: "EUR 2m in grants from Ireland"."""
_FOR = re.compile(
    r"(?: in [a-z]+(?: [a-z]+)?)? (?:for|to|towards?|into) (?:the |its |an? )?[\"“‘']?"
    r"(?:[a-z]+ ){0,2}"
)
"""Between a sum and what it is for: "EUR 2m for the Frost Line project"."""
_BESIDE = re.compile(r"(?:, |,? (?:and|as well as) )(?:the |(?:Republic|Kingdom) of )*")
"""Between the names or the sums of a list."""
_RESPECTIVELY = re.compile(r"\brespectively\b")


class Named(NamedTuple):
    """A name in a text: half-open span in code points, and the number of whom it means."""

    start: int
    end: int
    number: int


def money(text: str, place: int = 0) -> str | None:
    """The sum of money nearest to a place in a text, as written; None if the text has none.

    Args:
        text: A sentence.
        place: Offset in code points.
    """
    found = list(_MONEY.finditer(text))
    nearest = min(found, key=lambda match: abs(match.start() - place), default=None)
    return _written(nearest) if nearest else None


def sum_of(scenes: Sequence[Scene], finding: Finding) -> str | None:
    """The sum that a finding is about; of several in its sentence that of its own ends.

    Args:
        scenes: The blocks of its release, in order.
        finding: Who gives to what, with the sum nearest to its words, if there is one.
    """
    place = bisect_right(scenes, finding.start, key=lambda scene: scene.block.start) - 1
    scene = scenes[place]
    begin = scene.block.start
    start, end = finding.start - begin, finding.end - begin
    names = [
        Named(mention.start - start, mention.end - start, figure.number)
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure is not None and start <= mention.start and mention.end <= end
    ]
    text = scene.block.text[start:end]
    return own_sum(text, names, finding.subject.number, finding.object.number, finding.amount)


def own_sum(
    text: str, names: Sequence[Named], giver: int, receiver: int, nearest: str | None
) -> str | None:
    """Which of the sums in a sentence somebody gives for something.

    Args:
        text: The sentence.
        names: The names in it, in order.
        giver: The number of who gives.
        receiver: The number of what it is for.
        nearest: The sum nearest to the words that say so, if there is one.

    Returns:
        The sum as written; none if the words give it to somebody else.
    """
    sums = [_Sum(match.start(), match.end(), _written(match)) for match in _MONEY.finditer(text)]
    in_turn = _in_turn(text, names, sums)
    if found := in_turn.get(giver) or in_turn.get(receiver):
        return found
    ties = list(_ties(text, names, sums))
    given = [tie.sum for tie in ties if tie.gives and tie.number == giver]
    meant = [tie.sum for tie in ties if not tie.gives and tie.number == receiver]
    taken = {tie.sum for tie in ties if tie.gives}
    others = {tie.sum for tie in ties if not tie.gives and tie.number != receiver}
    for some in (
        [one for one in given if one in meant],
        [one for one in given if one not in others],
        [one for one in meant if one not in taken],
        given,
    ):
        if some:
            return some[0].text
    left = [one for one in sums if one not in {tie.sum for tie in ties}]
    if len(sums) == 1 or nearest in {one.text for one in left}:
        return nearest
    return left[0].text if nearest and len(left) == 1 else None


class _Sum(NamedTuple):
    """A sum in a text: half-open span in code points, and as written."""

    start: int
    end: int
    text: str


Place = TypeVar("Place", Named, _Sum)


class _Tie(NamedTuple):
    """A sum that the words beside it give to somebody.

    Attributes:
        sum: The sum.
        number: Whose it is.
        gives: Whether they give it; else it is for them.
    """

    sum: _Sum
    number: int
    gives: bool


def _written(match: re.Match[str]) -> str:
    return match.group().rstrip(".,")


def _ties(text: str, names: Sequence[Named], sums: Sequence[_Sum]) -> Iterator[_Tie]:
    """Yield the sums that stand right beside a name."""
    for one in sums:
        before = max((name for name in names if name.end <= one.start), default=None)
        after = min((name for name in names if name.start >= one.end), default=None)
        if before is not None and _HAS.fullmatch(text, before.end, one.start):
            yield _Tie(one, before.number, gives=True)
        if after is not None and _FROM.fullmatch(text, one.end, after.start):
            yield _Tie(one, after.number, gives=True)
        if after is not None and _FOR.fullmatch(text, one.end, after.start):
            yield _Tie(one, after.number, gives=False)


def _in_turn(text: str, names: Sequence[Named], sums: Sequence[_Sum]) -> dict[int, str]:
    """Sums by who is told of them in turn: "A and B gave EUR 2m and EUR 1m respectively"."""
    told = _RESPECTIVELY.search(text)
    if told is None:
        return {}
    rows = list(_rows(text, [one for one in sums if one.end <= told.start()]))
    for row in reversed(list(_rows(text, names))):
        if rows and len(row) == len(rows[-1]) > 1:
            return {name.number: one.text for name, one in zip(row, rows[-1], strict=True)}
    return {}


def _rows(text: str, some: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield those that stand beside each other as in a list, list by list."""
    row: list[Place] = []
    for one in some:
        if row and not _BESIDE.fullmatch(text, row[-1].end, one.start):
            yield row
            row = []
        row.append(one)
    if row:
        yield row
