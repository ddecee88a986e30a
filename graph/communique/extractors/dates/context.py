"""What the words around a date say of it: how it is used, and whether it lies ahead."""

import re
from dataclasses import dataclass

from communique.extractors.dates.expressions.lexicon import DASH, GAP
from communique.extractors.dates.mention import DateRole

_REACH = 160
"""Characters on either side that are searched for the tense of a sentence."""
_ROLE_REACH = 48
_CLAUSE = 30
"""What a comma between a verb and a date adds to their distance, in characters."""
_CLAUSE_MARKS = (",", "(", " which ", " who ", " where ")
_AND = " and "
"""Behind a date this begins another clause: "met him on Monday and will see her"."""
_NEXT_CLAUSE = 120
"""What a semicolon between them adds, which parts clauses of their own tenses."""
_NOWHERE = 10_000
_HEADING = 80
"""Longest line, in characters, that can be a heading."""
_FILLER = (
    rf"(?:{GAP}(?:the|end|of|early|late|mid|beginning|start|spring|summer|autumn|on|at|around|"
    rf"about|least|close|business)){{0,5}}"
)
_ROLE_WORDS = (
    (
        DateRole.MOVED,
        r"(?<!\bas )(?:originally|initially|previously) (?:been )?(?:planned|scheduled|set|due|"
        r"slated|foreseen|expected|intended|meant)(?: to (?:take place|be held|be|start|begin))?"
        r"(?: for| on| in)?|"
        r"(?:postponed|rescheduled|deferred|brought forward|moved(?: forward)?) from|instead of|"
        r"rather than",
    ),
    (DateRole.BY, "by|no later than|not later than|deadline(?: is| of|:)?"),
    (DateRole.SINCE, "since|after|following|as early as"),
    (DateRole.UNTIL, "until|till|up to|to|through|before|prior to|ahead of|pending"),
    (DateRole.FROM, "from|as of|as from|starting|beginning|effective|with effect from"),
)
_ROLES = tuple(
    (role, re.compile(rf"\b(?:{words}){_FILLER}(?:{GAP}|{DASH})$", re.IGNORECASE))
    for role, words in _ROLE_WORDS
)
_ATTRIBUTIVE = re.compile(rf"\bthe{GAP}$")
_NOUN_FOLLOWS = re.compile(rf"{GAP}(?!of\b|in\b|at\b|on\b|and\b|to\b|by\b|with\b|for\b)[^\W\d_]")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were) (?:due|set|scheduled|expected|planned|invited) to|"
    r"(?:is|are) to|(?:is|are) [a-z]+ed (?:in )?for|scheduled|planned|upcoming|forthcoming|"
    r"expected|going to|to be (?:held|given|[a-z]+ed)|in due course|"
    r"(?:aim|intend|plan|agreed?|decided?)s? to|invited (?:\S+ ){1,6}to|preparations? (?:for|of)|"
    r"registration|(?:travels|departs|leaves|flies|heads|embarks) (?:to|for|on|from))\b|"
    r"['\u2019]ll\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bto )(?<!\bwill )(?<!\bwould )"
    r"(?:was|were|had|has|have|did|took|met|held|said|spoke|came|"
    r"began|went|gave|told|left|paid|sent|built|led|put|made|got|brought|sought|found|drew|rose|"
    r"fell|saw|heard|wrote|won|lost|became|spent|ran|broke|flew|wound|laid|kept|taught|dealt|"
    r"struck|fought|caught|shook|(?!need|proceed|succeed|exceed|indeed|speed|feed|seed|scheduled|"
    r"planned|expected)[a-z]{2,}ed(?!,? by\b))\b"
)
_SHORT = ("Mr", "Mrs", "Ms", "Dr", "St", "Lt", "Gen", "Col", "Maj", "Prof", "Amb", "Hon", "[A-Z]")
_NO_END = "".join(rf"(?<!\b{word})" for word in _SHORT)
"""Forms whose full stop ends no sentence."""
_SENTENCE_END = re.compile(rf'(?:[!?…]|{_NO_END}\.)(?=[\s"\u201d\u2019)]|[A-Z])|\n')


@dataclass(frozen=True, slots=True)
class Setting:
    """What the text around a date says of it.

    Attributes:
        role: How the words before it use it.
        ahead: Whether its sentence announces rather than reports.
        heading: Whether it ends a short line of its own, as over a part of a programme.
        reported: Whether its sentence reports, so that the day is no later than the release.
    """

    role: DateRole = DateRole.AT
    ahead: bool = False
    heading: bool = False
    reported: bool = False


def read_setting(text: str, start: int, end: int) -> Setting:
    """The setting of a date: half-open span in the text, in code points."""
    ahead, reported = _tense(text, start, end)
    return Setting(read_role(text, start, end), ahead, _heads(text, start, end), reported)


def read_role(text: str, start: int, end: int) -> DateRole:
    """How the words before a span use the time it names.

    A date before a noun ("ahead of the 5 May meeting") says when that is, whatever comes first.
    """
    before = text[max(0, start - _ROLE_REACH) : start]
    if _ATTRIBUTIVE.search(before) and _NOUN_FOLLOWS.match(text, end):
        return DateRole.AT
    for role, pattern in _ROLES:
        if pattern.search(before):
            return role
    return DateRole.AT


def _heads(text: str, start: int, end: int) -> bool:
    before = text.rfind("\n", max(0, start - _HEADING), start)
    following = text[end : end + 1]
    return following in {"", "\n"} and (before >= 0 or start < _HEADING)


def _tense(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the word nearest to the span announces, and whether it reports.

    Without any, what is no headline announces.
    """
    left, right = _sentence(text, start, end)
    ahead = _distance(_AHEAD, text[left:right], start - left, end - left)
    behind = _distance(_BEHIND, text[left:right], start - left, end - left)
    if ahead == behind:
        return "\n" in text[max(0, start - _REACH) : start], False
    return ahead < behind, behind < ahead


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, cut off where it is far away."""
    left = max(0, start - _REACH)
    for match in _SENTENCE_END.finditer(text, left, start):
        left = match.end()
    closing = _SENTENCE_END.search(text, end, min(len(text), end + _REACH))
    return left, closing.start() if closing else min(len(text), end + _REACH)


def _distance(pattern: re.Pattern[str], sentence: str, start: int, end: int) -> int:
    """Characters between a span and the nearest match, more for each clause between them."""
    between = (
        sentence[match.end() : start] if match.end() <= start else sentence[end : match.start()]
        for match in pattern.finditer(sentence)
        if match.end() <= start or match.start() >= end
    )
    marks = _CLAUSE_MARKS
    return min(
        (
            len(gap)
            + _CLAUSE * sum(gap.count(mark) for mark in marks)
            + _CLAUSE * gap.startswith(_AND)
            + _NEXT_CLAUSE * gap.count(";")
            for gap in between
        ),
        default=_NOWHERE,
    )
