"""Who issued a release: by the name its feed gives the source, or by a line above its text."""

import re
from collections.abc import Iterator
from itertools import islice

from communique.extractors.mentions import Knowledge, MentionFinder, Span
from communique.extractors.mentions.people.leading.districts import district_office
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.territories import Territory, find_seat, find_territories
from communique.ontology import EntityType

_PRESS = (
    r"(?:press|media|information|communications?) "
    r"(?:office|service|desk|cent(?:re|er)|department|unit)"
)
_NEWS = r"(?:news|newsroom|press) ?(?:cent(?:re|er)|room|service|desk|releases?)?"
_SPOKEN_FOR = re.compile(
    rf"(?i)(?P<wire>(?-i:[A-Z]{{2,8}})) {_NEWS}"
    rf"|(?:{_PRESS} (?:of|at) (?:the )?)?(?P<body>.+?)(?: {_PRESS})?"
)
"""A press office, with whom it speaks for."""

_HEAD_LINES = 6
"""Lines of a release, blank ones apart, among which its letterhead is."""
_HEAD_WORDS, _HEAD_CHARACTERS = 14, 200
"""Longest line of a letterhead; text begins where one is longer."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d|[a-z]+\.? \d{1,2}\b|[a-z]+ \d{4}"
_PARTED = re.compile(rf"\s*[|•·–—]\s*|\s+-\s+|,\s+(?={_DAY})", re.IGNORECASE)
"""Between the parts of such a line: a body, a place, a day."""
_LABEL = re.compile(
    r"^(?:from|by|(?:issued|published) by|issuer|publisher|organi[sz]ation):\s*", re.I
)
_GOVERNMENT = re.compile(
    r"(?i)(?:(?:federal|royal|national) )?"
    r"(?:government|embassy|permanent (?:mission|representation)|presidency|prime minister.s office"
    r"|office of the (?:president|prime minister)) (?:of|to) .+"
)


def letterhead(text: str, finder: MentionFinder) -> str:
    """The body that stands alone in a line above the text of a release; nothing if none does.

    For a release whose feed gives no source. What a line says besides is a day or a kind of text.
    """
    for part in _head_parts(text):
        if _GOVERNMENT.fullmatch(part) and find_territories(part):
            return part
        for mention in finder.find(part, [], Knowledge()):
            span = mention.span
            whole = (mention.start, mention.end) == (0, len(part))
            if whole and span is not None and span.named and span.type == EntityType.ORGANISATION:
                return part
    return ""


def _head_parts(text: str) -> Iterator[str]:
    """Yield the parts of the lines above the text."""
    lines = (line for line in map(str.strip, text.splitlines()) if line)
    for number, line in enumerate(islice(lines, _HEAD_LINES)):
        short = len(line) <= _HEAD_CHARACTERS and len(line.split()) <= _HEAD_WORDS
        if number and not short:
            return
        if short:
            yield from _PARTED.split(_LABEL.sub("", line, count=1))


def find_issuer(source: str, finder: MentionFinder) -> tuple[Span | None, Territory | None]:
    """The issuing body and the state it belongs to, each None if the source does not tell.

    A wire or newspaper forwards what others issue: its source tells neither.
    """
    name = _speaker(source.strip())
    if not name or is_medium(name):
        return None, None
    states = find_territories(name)
    state = find_seat(source) or (states[0].territory if states else None)
    if office := district_office(name):
        return office, state
    for mention in finder.find(name, [], Knowledge()):
        body = mention.type in {EntityType.ORGANISATION, EntityType.OPERATION}
        if body and mention.span is not None and mention.span.named:
            return mention.span, state or mention.span.country
    if state is not None and name == state.name:
        return None, state
    return Span(0, len(name), EntityType.ORGANISATION, name), state


def _speaker(source: str) -> str:
    """For whom a press office speaks ("Press Office of the X", "X Press Office"); a source else."""
    found = _SPOKEN_FOR.fullmatch(source)
    return found["wire"] or found["body"] if found is not None else source
