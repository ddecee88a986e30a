"""Where sentences and clauses begin: who does something himself though behind a comma."""

import re

from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Scene

_BACK = 12
"""Mentions before one that are looked at."""
_SENTENCE = 400
"""Characters before a mention in which its sentence begins."""
_STOP = re.compile(r"(?:[a-z]{4}|[\d)])[.!?][\"”’]? |\n")
"""Where a sentence ends: behind a word too long for a form of address ("H.E. Mr. A")."""
_FULL_STOP = re.compile(r"[.!?][\"”’]? (?=[A-Z])")
"""The end of a sentence behind a name."""
LIST_GAPS = frozenset(
    {", ", "; ", ", and ", " and ", " and the ", ", the ", ", and the ", "; and "}
)
CLAUSE_GAPS = frozenset({", ", ", the ", ", and ", ", and the "})
_COMMAS = frozenset({", ", ", the "})
DOES = re.compile(
    r"(?: and (?:its|their) [a-z]+)?(?:, who [^.;:,]{1,60},)?,? "
    r"(?:also |in turn |then |later |today |jointly |both )*"
    r"(?:(?:co-)?[a-z]+ed|(?!his|this|its|as|us|vis)[a-z]+s|met|held|told|gave|said|spoke|had|will|would|paid|"
    r"made|took|began|left|came|are|have|were|may|can|aim|seek|help|plan)\b"
)
"""What somebody does whose name stands before it."""
_SAID_SO = re.compile(
    r" (?:said|told|announced|noted|added|stated|confirmed|wrote|explained)[.,\n ]"
)
"""What stands behind who is named last as the source: "Premier A met B, Minister C said"."""
_WHEN = re.compile(
    r",? (?:today|yesterday|this (?:morning|afternoon|evening|week)|earlier (?:today|this week)|"
    r"(?:on|during|at|within|in) [^,.;:()]{1,50})(?=, )"
)
"""When something happens, behind where it does and before who does it: "In Rome today, she met"."""
_OPENER = re.compile(
    r"\s*(?:[\w ]{1,20} )?(?:after|following|during|before|at|in(?! addition to (?!\w+ing\b))|on|"
    r"upon|when|while|as(?! well as (?!\w+ing\b))|since|until|with|by|for|under|within|through|"
    r"thanks to|alongside|together with|(?:besides|apart from|aside from)(?= \w+ing\b)|despite|"
    r"given|amid|among|beyond|ahead of|prior to|because of|due to|owing to|unlike|according to|"
    r"without|instead of|rather than)\b"
    r"|\s*(?!(?-i:King|Acting|Outgoing|Incoming|Sitting|Managing|Commanding)\b)"
    r"(?-i:[A-Z])[a-z]+ing (?!and\b|,)"
    r"|\s*(?-i:[A-Z])[a-z]+ed by\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells something else first."""


def sentence_begin(text: str, end: int) -> int:
    """Where the sentence around an offset begins, as far as it matters."""
    first = max(0, end - _SENTENCE)
    return max((stop.end() for stop in _STOP.finditer(text, first, end)), default=first)


def sentence_of(scene: Scene, number: int) -> int:
    """Where the sentence of a mention begins, be it behind a short name ("A met Jan Lind. ")."""
    text, mentions = scene.block.text, scene.mentions
    ends = (m.end for m in mentions[:number] if m.span and _FULL_STOP.match(text, m.end))
    return max(sentence_begin(text, mentions[number].start), *ends, 0)


def opens_clause(scene: Scene, number: int) -> bool:
    """Whether a mention behind a comma does something itself: "after X met Y, Minister A said"."""
    if not number:
        return False
    text, before, mention = scene.block.text, *scene.mentions[number - 1 : number + 1]
    gap = _WHEN.sub("", text[before.end : mention.start], 1)
    if gap not in CLAUSE_GAPS:
        return False
    begin = text.rfind(". ", 0, before.start) + 1
    if not DOES.match(text, mention.end):
        return gap in _COMMAS and _opens_list(scene, number, begin)
    if _SAID_SO.match(text, mention.end):
        return True
    further = scene.mentions[number - 2] if number > 1 else None
    listed = further is not None and text[further.end : before.start] in LIST_GAPS
    if gap.startswith(", and"):
        return not listed
    return _OPENER.match(text, begin, before.start) is not None


def _opens_list(scene: Scene, number: int, begin: int) -> bool:
    """Whether a mention is the first of several who do something: "With aid of A, B and C met"."""
    text = scene.block.text
    opening = text[begin : _first_listed(scene, number - 1).start]
    if "," in opening or not _OPENER.match(opening):
        return False
    last, gap = scene.mentions[number], ", "
    for following in scene.mentions[number + 1 : number + 1 + _BACK]:
        if " and " in gap or text[last.end : following.start] not in LIST_GAPS:
            break
        last, gap = following, text[last.end : following.start]
    return (
        " and " in gap and text[last.end : last.end + 1] == " " and bool(DOES.match(text, last.end))
    )


def _first_listed(scene: Scene, number: int) -> Mention:
    """The first of the list that goes on to a mention."""
    first = scene.mentions[number]
    for mention in reversed(scene.mentions[max(0, number - _BACK) : number]):
        gap = scene.block.text[mention.end : first.start]
        if mention.type != first.type or gap not in LIST_GAPS:
            break
        first = mention
    return first
