"""Who issued a release: by the name its feed gives the source, or by a line above its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from communique.extractors.mentions import Knowledge, MentionFinder, Span
from communique.extractors.mentions.people.leading.districts import district_office
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.territories import (
    NameKind,
    Territory,
    find_agency,
    find_seat,
    find_territories,
)
from communique.ontology import EntityType

_FIELD = (
    r"(?:press|media|information|communications?|publicity|public (?:affairs|relations|information"
    r"|diplomacy)|(?:press|media|corporate|strategic|global|social|external) (?:relations|affairs"
    r"|communications?|information))"
)
_FIELDS = rf"{_FIELD}(?:(?:,? and| &|,) {_FIELD}){{0,3}}"
_UNIT = (
    r"(?:office|service|services|desk|cent(?:re|er)|department|unit|wing|division|section|sector"
    r"|bureau|cell|branch|directorate|secretariat|team)"
)
_PRESS = (
    rf"(?:(?:(?:central|joint|peripheral) )?{_FIELDS} {_UNIT}|{_UNIT} (?:of|for) {_FIELDS}"
    r"|office of the (?:press secretary|spokes(?:person|man|woman))|media & publicity)"
)
"""A unit that speaks for a body: "Press Office", "Directorate of Public Relations"."""
_NEWS = r"(?:news|newsroom|press) ?(?:cent(?:re|er)|room|service|desk|releases?)?"
_SPOKEN_FOR = re.compile(
    rf"(?i)(?P<wire>(?-i:[A-Z]{{2,8}})) {_NEWS}|(?P<chief>.+['’]s) {_PRESS},? of (?P<land>.+)"
    rf"|(?:{_PRESS}(?: of| at|,| [–—-]) (?:the )?)?(?P<body>.+?)"
    rf"(?:(?:(?:,| [–—-])? (?:{_PRESS}|(?<!, )public affairs)| \({_PRESS}\))(?P<behind>, .+)?)?"
)
"""A press office, with whom it speaks for."""
_OF_GOVERNMENT = re.compile(r"(?i)(?:the )?(?:federal )?government, (?P<state>.+)")

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
    r"(?:(?:Federal|Royal|National) )?"
    r"(?:Government|(?P<sent>Embassy|Permanent (?:Mission|Representation))"
    r"|Presidency|Prime Minister.s Office|Office of the (?:President|Prime Minister))"
    r" of (?:the )?(?P<state>.+?)"
    r"(?: (?:in|to) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})?",
)
_FORMAL = re.compile(
    r"(?i)(?:the )?(?:[\w’'-]+ ){0,3}(?:republic|kingdom|federation|confederation|commonwealth"
    r"|emirates?|sultanate|principality|duchy|state)\b.*"
)
"""A state by the name that it has in a letterhead: "Republic of Kenya", not "Kenya"."""
_ARTICLE = re.compile(r"^[Tt]he ")
_DEPARTMENT = re.compile(r"\b(?:Ministry|Department|Office|Police|Government)\b")
"""What a letterhead may have the short name of its state behind ("Ministry of Defence, Norway")."""
_CHIEFS = re.compile(
    r"(?i)\b(?:minister|president|premier|chancellor|governor|chief advis[eo]r)['’]s $"
)
"""Whose office a body is, which has no name without it."""
_BESIDE = re.compile(
    r"(?i).*\d.*|(?:press|media|news)(?: (?:release|item|statement|note|room))?|newsroom|statement"
    r"|communiqu[eé]|announcement|(?:for )?immediate release|"
)
"""What such a line says beside a body: a day, a kind of text."""
_AGENCY = re.compile(r"\b(?:News|Press) Agency\b")
_DATELINE = 40
"""Characters of a line within which the capital of a dateline stands."""
_SITTINGS = re.compile(r"\b(?:Council|Assembly|Conference|Summit|Forum|Committee)\b")
"""Bodies where others speak, whose releases name themselves otherwise."""


def letterhead(text: str, finder: MentionFinder) -> str:
    """The body that stands alone in a line above the text of a release; nothing if none does.

    For a release whose feed gives no source. Such a line says no more than a day or a kind of text
    besides; where two lines name two bodies, neither is taken, unless one is the state of the other
    ("Government of India" above or below "Ministry of Defence").
    """
    found = dict.fromkeys(part for parts in _head_lines(text) for part in _bodies(parts, finder))
    states = [part for part in found if _is_state(part)][-1:]
    bodies = [part for part in found if not _is_state(part)]
    return ", ".join((*bodies, *states)) if len(bodies) <= 1 else ""


def _head_lines(text: str) -> Iterator[list[str]]:
    """Yield the lines above the text, each in its parts."""
    lines = (line for line in map(str.strip, text.splitlines()) if line)
    for number, line in enumerate(islice(lines, _HEAD_LINES)):
        short = len(line) <= _HEAD_CHARACTERS and len(line.split()) <= _HEAD_WORDS
        if number and not short:
            return
        if short:
            yield _PARTED.split(_LABEL.sub("", line, count=1))


def _bodies(parts: Sequence[str], finder: MentionFinder) -> Iterator[str]:
    """Yield the body of a line, if the other parts tell of a day or a kind of text."""
    for number, part in enumerate(parts):
        others = (*parts[:number], *parts[number + 1 :])
        if all(map(_BESIDE.fullmatch, others)) and _is_body(part, finder):
            yield part


def _is_body(part: str, finder: MentionFinder) -> bool:
    """Whether words are the name of a body that issues releases, or of a state, alone or both."""
    government = _GOVERNMENT.fullmatch(part)
    if _is_state(part) or (government is not None and _names_state(government["state"])):
        return True
    body, _, state = part.rpartition(", ")
    if _is_state(state) or (_DEPARTMENT.search(body) and _names_state(_ARTICLE.sub("", state))):
        part = body
    if _SITTINGS.search(part):
        return False
    for mention in finder.find(part, [], Knowledge()):
        span = mention.span
        whole = (mention.start, mention.end) == (0, len(part))
        if whole and span is not None and span.named and span.type == EntityType.ORGANISATION:
            return True
    return False


def _is_state(part: str) -> bool:
    """Whether words are a government, or a state by its formal name, and nothing else."""
    government = _GOVERNMENT.fullmatch(part)
    if government is not None:
        return government["sent"] is None and _names_state(government["state"])
    return _FORMAL.fullmatch(part) is not None and _names_state(_ARTICLE.sub("", part))


def _names_state(words: str) -> bool:
    """Whether words are the name of a state, and nothing else."""
    return any((found.start, found.end) == (0, len(words)) for found in find_territories(words))


def find_issuer(source: str, finder: MentionFinder) -> tuple[Span | None, Territory | None]:
    """The issuing body and the state it belongs to, each None if the source does not tell.

    A wire or newspaper forwards what others issue: its source tells neither. The press office of a
    head of state or government speaks for the state.
    """
    source = source.strip()
    name = _speaker(source)
    if not name or is_medium(name):
        return None, None
    states = find_territories(name) or find_territories(source)
    state = find_seat(source) or (states[0].territory if states else None)
    if office := district_office(name):
        return office, state
    for mention in finder.find(name, [], Knowledge()):
        body = mention.type in {EntityType.ORGANISATION, EntityType.OPERATION}
        if body and mention.span is not None and mention.span.named:
            if _CHIEFS.search(name[: mention.start]):
                break
            return _with_state(mention.span, name), state or mention.span.country
    if _names_state(name):
        return None, state
    if name != source and state is not None:
        return None, state
    return Span(0, len(source), EntityType.ORGANISATION, source), state


def _with_state(body: Span, source: str) -> Span:
    """A body that the source names with its state behind it ("Ministry of Defence, Norway")."""
    behind = source[body.end :]
    states = find_territories(behind) if behind.startswith(", ") and not body.start else []
    whole = any(f.end == len(behind) and f.kind == NameKind.NAME for f in states)
    return replace(body, aliases=(*body.aliases, source)) if whole else body


def home_of_agency(source: str, text: str) -> Territory | None:
    """The state whose news agency writes from its capital; its own officials have no state there.

    Args:
        source: The name that the feed gives the source.
        text: The release, whose first lines may begin with the capital ("Doha, March 12 (QNA)").
    """
    home = find_agency(source)
    if home is None and _AGENCY.search(source):
        home = next((found.territory for found in find_territories(source)), None)
    if home is None:
        return None
    lines = islice(filter(None, map(str.strip, text.splitlines())), 1, _HEAD_LINES)
    seats = (find_territories(line[:_DATELINE])[:1] for line in lines)
    written = any(
        found.kind == NameKind.CAPITAL and found.territory == home
        for seat in seats
        for found in seat
    )
    return home if written else None


def _speaker(source: str) -> str:
    """For whom a press office speaks ("Press Office of the X", "X Press Office"); a source else."""
    found = _SPOKEN_FOR.fullmatch(source)
    if found is None:
        return source
    if found["chief"]:
        return f"{found['chief']}, {found['land']}"
    speaker = found["wire"] or f"{found['body']}{found['behind'] or ''}"
    government = _OF_GOVERNMENT.fullmatch(speaker)
    return f"Government of {government['state']}" if government else speaker
