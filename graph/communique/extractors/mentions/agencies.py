"""News agencies at the ends of sentences that they report: ", TASS reports"."""

import re
from collections.abc import Sequence

from communique.extractors.mentions.spans import Mention
from communique.ontology import EntityType

_NAME = r"(?:the )?[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,4}"
_UNIT = r"(?:news agency|news service|press service|correspondent|reporter|portal)"
_REPORTED = re.compile(
    rf",\s{_NAME}(?: {_UNIT})?"
    r" (?:(?:has |have )?(?:reported|learned|learnt|informed)|reports?|informs|writes)"
    r"(?: (?:on |this |last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"(?:,? (?:citing|quoting|referring to|with reference to|with a link to|via)"
    r" [^.;“”\"\n]{1,90})?(?=\.(?:\s|$))"
)


def reported(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """The spans of a block, in order, that say which agency reports a sentence.

    Parsers and lists take the agency for one more party. Somebody who reports is no agency.
    """
    people = [m.start for m in mentions if m.type == EntityType.PERSON]
    found = (match.span() for match in _REPORTED.finditer(text))
    return [span for span in found if not any(span[0] < start < span[1] for start in people)]


def without_agencies(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a block but for agencies that report its sentences, and whom they cite."""
    spans = reported(text, mentions)
    return [m for m in mentions if not any(start < m.start < end for start, end in spans)]
