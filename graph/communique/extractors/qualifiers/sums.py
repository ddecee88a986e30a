"""Whose a sum of money is where a sentence names several."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.extractors.qualifiers.sentence import NamedSentence
from communique.extractors.reading.money import NUMBER, Sum, completed, sums

_WORD = r"(?:(?!(?:and|or|from|by|for|of|in|at|on|who|which|that|while|whose)\b)\w[\w-]* )"
_HAS = re.compile(
    rf"(?: \([A-Z][\w&.-]{{1,11}}\))?"
    rf"(?: \((?:about |some )?|: | [–—-] | (?!with ){_WORD}{{0,5}}(?<! to ))"
)
"""Between who gives a sum and the sum: "Ireland (EUR 2m", "Ireland gave a further EUR 2m"."""
_FROM = re.compile(r"(?: each)?(?: in [a-z]+(?: [a-z]+)?)? (?:\w+ )?(?:from|by) (?:the )?")
"""Between a sum and who gives it: "EUR 2m in grants from Ireland"."""
_FOR = re.compile(
    r"(?: in [a-z]+(?: [a-z]+)?)? (?:for|to|towards?|into) (?:the |its |an? )?[\"“‘']?"
    r"(?:[a-z]+ ){0,2}"
)
"""Between a sum and what it is for: "EUR 2m for the Frost Line project"."""
_ELIDED = re.compile(
    rf"(?: \([A-Z][\w&.-]{{1,11}}\))?,? (?:with )?(?:another |a further )?(?P<sum>{NUMBER})"
    r"(?=[,;.]|$| (?:and|while|to|for|towards|into)\b)"
)
"""A sum behind who gives it, whose currency was told before: "Ireland 2m"."""
_JOINED = re.compile(r"(?:,|,? and|,? while) (?:the )?$")
_RESPECTIVELY = re.compile(r"\brespectively\b")


def own_sum(sentence: NamedSentence, giver: int, receiver: int, nearest: str | None) -> str | None:
    """Which of the sums in a sentence somebody gives for something.

    Args:
        sentence: The sentence.
        giver: The number of who gives.
        receiver: The number of what it is for.
        nearest: The sum nearest to the words that say so, if there is one.

    Returns:
        The sum as written; none if the words give it to somebody else.
    """
    found = _with_elided(sentence, sums(sentence.text))
    in_turn = _in_turn(sentence, found)
    if told := in_turn.get(giver) or in_turn.get(receiver):
        return told
    ties = list(_ties(sentence, found))
    given = [tie.sum for tie in ties if tie.gives and tie.number == giver]
    meant = [tie.sum for tie in ties if not tie.gives and tie.number == receiver]
    taken = {tie.sum for tie in ties if tie.gives and tie.number != giver}
    others = {tie.sum for tie in ties if not tie.gives and tie.number != receiver}
    for some in (
        [one for one in given if one in meant],
        [one for one in given if one not in others],
        [one for one in meant if one not in taken],
        given,
    ):
        if some:
            return some[0].text
    anothers = {tie.sum for tie in ties if tie.number not in {giver, receiver}}
    left = [one for one in found if one not in anothers]
    if len(found) <= 1 or nearest in {one.text for one in left}:
        return nearest
    return left[0].text if nearest and len(left) == 1 else None


def _with_elided(sentence: NamedSentence, found: Sequence[Sum]) -> list[Sum]:
    """The sums of a sentence with those that go on with the currency of the one before.

    In "A gave NOK 10 million, B 5 and C 3 to D" B gave NOK 5 million.
    """
    known = list(found)
    for name in sentence.names:
        before = max((one for one in known if one.end <= name.start), default=None)
        more = _ELIDED.match(sentence.text, name.end)
        if before and more and _JOINED.search(sentence.text, before.end, name.start):
            whole = completed(more["sum"], before.text)
            known = sorted([*known, Sum(*more.span("sum"), whole)])
    return known


class _Tie(NamedTuple):
    """A sum that the words beside it give to somebody.

    Attributes:
        sum: The sum.
        number: Whose it is.
        gives: Whether they give it; else it is for them.
    """

    sum: Sum
    number: int
    gives: bool


def _ties(sentence: NamedSentence, found: Sequence[Sum]) -> Iterator[_Tie]:
    """Yield the sums that stand right beside a name, or beside the last name of a list."""
    text, rows = sentence.text, list(sentence.rows(sentence.names))
    for one in found:
        for name in sentence.before(one.start):
            if text[name.start].isupper() and _HAS.fullmatch(text, name.end, one.start):
                row = next(row for row in rows if name in row)
                yield from (_Tie(one, other.number, gives=True) for other in row)
        for name in sentence.after(one.end):
            if _FROM.fullmatch(text, one.end, name.start):
                yield _Tie(one, name.number, gives=True)
            if _FOR.fullmatch(text, one.end, name.start):
                yield _Tie(one, name.number, gives=False)


def _in_turn(sentence: NamedSentence, found: Sequence[Sum]) -> dict[int, str]:
    """Sums by who is told of them in turn: "A and B gave EUR 2m and EUR 1m respectively"."""
    told = _RESPECTIVELY.search(sentence.text)
    if told is None:
        return {}
    rows = list(sentence.rows([one for one in found if one.end <= told.start()]))
    for row in reversed(list(sentence.rows(sentence.names))):
        if rows and len(row) == len(rows[-1]) > 1:
            return {name.number: one.text for name, one in zip(row, rows[-1], strict=True)}
    return {}
