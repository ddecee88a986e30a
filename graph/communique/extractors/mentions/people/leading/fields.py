"""Offices read on to the name behind a comma: by their body, or a field that no class knows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.people.context import BODY_TYPES, Context
from communique.extractors.mentions.people.name_words import NameWords
from communique.extractors.mentions.spans import Role, Span, span_at
from communique.extractors.mentions.words import POSSESSIVES
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_BODY = re.compile(r", (?:the )?(?=[A-Z])")
"""What stands between an office and its body: "The Director, BODY, NAME"."""
_ACRONYM = re.compile(r"(?: ?\([A-Z][\w./-]{1,11}\))?, ")
_FIELD = re.compile(r"(?: (?:of|for|on|in|and|to|the|against|with|&|[A-Z][\w’'&-]*)){1,9}(?=, )")
"""A field of work in words of no class: "on Child Labour in Quarries"."""
_CHARGE = re.compile(r" (?:responsible for|in charge of|tasked with) [^,.;:()\n]{3,60}(?=, )")
"""A field of work in words without capitals: "responsible for quarries and mines"."""
_CAPITALS = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_FURTHER = rf"(?:, {_CAPITALS}){{0,3}},? (?:and|&) {_CAPITALS}"
"""Further fields of work of a list."""
_BEYOND = re.compile(
    r"(?: \([A-Z][\w./-]{1,11}\))?"
    rf"(?P<what>{_FURTHER}|(?: (?:team|unit|branch|desk|section|division|delegation))?,?"
    r" (?:(?:with (?:its |his |her )?(?:residence|seat)|resident|residing|based|stationed|posted|"
    r"accredited) (?:in|at|to)|at|in|for|on|to|of|supporting|dealing with|responsible for|"
    rf"in charge of|tasked with|covering) [^,.;:()\n]{{2,70}}(?:{_FURTHER})?)(?=, )"
)
"""What tells more of an office behind its body: where, for whom, in charge of what."""
_NO_FIELDS = BODY_TYPES | {EntityType.EVENT}
"""Types of what an office is of, which is no field of work."""
_TOLD = re.compile(
    r"\b(?:was|were|is|are|be|been|has|have|had|will|would|who|which|that|when|where|while|"
    r"whose|by|with (?:his|her|the)|today|yesterday|[a-z]{3,}ed|met|held|gave|said|paid)\b"
)
"""What shows that a sentence has gone on from an office to what its holder does."""
POINTING = r" (?:of|at|in) (?:that|this|the same|(?:the )?said) "
"""What points, before a noun, to the body or state of an office: "of that country"."""
_POINTED = re.compile(POINTING + r"(?!time|moment|stage|point|session|event|level)[a-z]{4,}(?=,? )")
_OPENERS = frozenset({"the", "its", "his", "her", "their"}) | POSSESSIVES


def read_on(context: Context, roles: Sequence[Role], words: NameWords) -> Iterator[Role]:
    """Yield the offices of a block, each as far as it leads to a name behind a comma.

    "The Director, BODY, NAME" is in the body; a field of work belongs to the title.

    Args:
        context: The block.
        roles: Its offices, in order.
        words: Tells honorifics and ranks.
    """
    for role in roles:
        yield (
            _in_body(context, role, words)
            or _in_pointed(context, role)
            or _in_field(context, roles, role, words)
            or _beyond_body(context, roles, role, words)
            or role
        )


def _in_body(context: Context, role: Role, words: NameWords) -> Role | None:
    """An office with the body between its comma and the name's, or None."""
    text = context.index.text
    opened = _BODY.match(text, role.end) if role.body is None and not role.envoy else None
    body = span_at(context.spans, opened.end()) if opened and _is_opened(context, role) else None
    if body is None or body.type != EntityType.ORGANISATION or not body.named:
        return None
    comma = _ACRONYM.match(text, body.end)
    led = comma is not None and _is_led(context, words, comma.end())
    return replace(role, end=body.end, body=body) if led else None


def _in_field(context: Context, roles: Sequence[Role], role: Role, words: NameWords) -> Role | None:
    """An office with the field of work between it and the comma before the name, or None."""
    text = context.index.text
    field = _FIELD.match(text, role.end) or _CHARGE.match(text, role.end)
    if field is None or not _is_opened(context, role):
        return None
    whole = Span(role.end, field.end(), EntityType.PERSON, "")
    named = (s for s in context.spans if s.named and s.start >= role.end)  # not "Office in Riga"
    bodies = [s for s in named if s.type in _NO_FIELDS and s.kind != NameKind.CAPITAL]
    others: tuple[Span | Role, ...] = (*bodies, *context.names, *roles)
    if any(whole.overlaps(other) for other in others):
        return None
    if not _is_led(context, words, field.end() + len(", ")):
        return None
    return replace(role, end=field.end(), title=role.title + field.group())


def _in_pointed(context: Context, role: Role) -> Role | None:
    """An office with the words that point to its body, or None: "the Premier of that state"."""
    pointed = _POINTED.match(context.index.text, role.end) if role.body is None else None
    if pointed is None or role.envoy:
        return None
    return replace(role, end=pointed.end(), title=role.title + pointed.group())


def _beyond_body(
    context: Context, roles: Sequence[Role], role: Role, words: NameWords
) -> Role | None:
    """An office in a body with what tells more of it before the name, or None.

    "The Director of BODY at TOWN, NAME", "the Ambassador of STATE with residence in TOWN, NAME".
    """
    if role.body is None or role.former or not _is_opened(context, role):
        return None
    told = _BEYOND.match(context.index.text, role.end)
    if told is None or _TOLD.search(told["what"]):
        return None
    whole = Span(role.end, told.end(), EntityType.PERSON, "")
    others: tuple[Span | Role, ...] = (*context.names, *roles)
    if any(whole.overlaps(other) for other in others):
        return None
    start = told.end() + len(", ")
    return replace(role, end=told.end()) if _is_led(context, words, start) else None


def _is_opened(context: Context, role: Role) -> bool:
    """Whether an article or its owner opens an office, so that it is of the name behind it."""
    before = context.index.at(role.start) - 1
    if role.body is not None and role.body.start == role.start:
        return True
    return before < 0 or context.index[before].lower in _OPENERS


def _is_led(context: Context, words: NameWords, start: int) -> bool:
    """Whether a name that a mark or "and" ends begins at an offset, addressed or not."""
    index = context.index
    place = index.at(start)
    first = words.address(index, place)
    name = span_at(context.names, index[first].start) if first < len(index) else None
    return name is not None and (first > place or context.is_last(name))
