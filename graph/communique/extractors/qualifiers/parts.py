"""As what somebody leads or takes part, told by the verbs and nouns of the sentence."""

import re
from collections.abc import Iterator

from communique.extractors.cast import Figure
from communique.extractors.qualifiers.sentence import Named, NamedSentence
from communique.extractors.reading.script import Finding
from communique.ontology import EntityType

_LEADING = re.compile(
    r"(?i)\b(?:(?P<beside>co-?)?(?P<chair>chair(?:ed|s|ing|m[ae]nship|personship)?)"
    r"|(?P<command>command(?:ed|s|er|ing)?)|co-?le[ad]\w*|led|lead\w*|head(?:ed|s|ing)?|presid\w+"
    r"|moderat\w+|direct\w*|coordinat\w+|facilitat\w+)\b"
)
"""Words that tell who leads."""
_TITLE = re.compile(r"(?:,|\bthe|\b[Ii]ts|\bas|\(|^|[:–—]) ?$")
"""Before a noun that is somebody's office, and tells nothing of this doing."""
_AS = re.compile(
    r",? ?(?:(?!(?:and|or|but|which|that|while)\b)\w[\w-]* ){0,6}as (?:an? |the )?"
    r"((?:[a-z]+ )?(?:observer|guest|speaker|lecturer|instructor|trainer|moderator|panell?ist"
    r"|mentor|evaluator|facilitator)s?(?: of honou?r)?)\b"
)
"""Behind those who are there as something: "A and B will attend as observers"."""
_AMONG = re.compile(
    r"(?i)\b(observers|guests|speakers|lecturers|instructors|trainers|panell?ists|mentors)"
    r"(?: (?:from|were|are|included|include))?:? (?:the )?$"
)
"""Before those who are named as something: "observers from A and B"."""


def leading_part(sentence: NamedSentence, finding: Finding) -> str | None:
    """As what somebody leads: "chair", "co-chair" or "commander"; None if the words do not tell.

    The word nearest to the name of who leads counts, or all if they agree; an event has no
    commander.

    Args:
        sentence: The sentence of the finding.
        finding: Who leads what.
    """
    found = [match for match in _LEADING.finditer(sentence.text) if not _is_title(sentence, match)]
    named = [name for name in sentence.names if name.number == finding.subject.number]
    if finding.subject.type == EntityType.ORGANISATION:  # "the Africa Command" has a name
        found = [match for match in found if all(_apart(name, match) for name in named)]
    if named:
        found = sorted(found, key=lambda match: min(_apart(name, match) for name in named))[:1]
    parts = {_part(match, finding.object) for match in found}
    return parts.pop() if len(parts) == 1 else None


def _is_title(sentence: NamedSentence, match: re.Match[str]) -> bool:
    """Whether a word is the noun of an office rather than a verb."""
    noun = match.group().lower() in {"chair", "co-chair", "cochair", "commander", "head", "lead"}
    return noun and _TITLE.search(sentence.text, 0, match.start()) is not None


def _part(match: re.Match[str], led: Figure) -> str | None:
    if match["chair"]:
        return "co-chair" if match["beside"] else "chair"
    commands = match["command"] is not None and led.type == EntityType.OPERATION
    return "commander" if commands else None


def _apart(name: Named, match: re.Match[str]) -> int:
    """How far a word stands from a name, in code points."""
    return max(name.start - match.end(), match.start() - name.end, 0)


def attending_part(sentence: NamedSentence, finding: Finding) -> str | None:
    """As what somebody takes part ("observer"), if the words beside the name tell.

    Args:
        sentence: The sentence of the finding.
        finding: Who takes part in what.
    """
    number = finding.subject.number
    rows = (row for row in sentence.rows(sentence.names) if any(n.number == number for n in row))
    told = next((word for row in rows for word in _beside(sentence, row)), None)
    return told if told is None or " of " in told else told.removesuffix("s")


def _beside(sentence: NamedSentence, row: list[Named]) -> Iterator[str]:
    """Yield what those in a list are said to be, behind them or before them."""
    text = sentence.text
    behind = _AS.match(text, row[-1].end)
    if behind and all(behind.end() <= name.start for name in sentence.after(row[-1].end)):
        yield behind[1].lower()
    if before := _AMONG.search(text, 0, row[0].start):
        yield before[1].lower()
