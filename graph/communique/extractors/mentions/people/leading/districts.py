"""Federal prosecutors, who serve the district of a court: "for the Eastern District of STATE"."""

import re
from dataclasses import replace

from communique.extractors.mentions.spans import Role, Span
from communique.ontology import EntityType

_PROSECUTORS = ("Attorney", "Attorneys")
"""Heads of the offices that serve a court's district."""
_COURT = (
    r"(?P<district>(?:(?:North|South|East|West)ern |Middle |Central )?"
    r"District of (?:(?:New|North|South|West|Rhode|Puerto|the Virgin) )?[A-Z][a-z]+)"
)
_DISTRICT = re.compile(rf" (?:of|for|in|from) (?:the )?{_COURT}")
_OFFICE = re.compile(
    rf"(?:U\.?S\.?|United States) Attorney['’]?s Office(?:, | for (?:the )?| [–-] ){_COURT}"
)


def in_district(text: str, role: Role, end: int) -> Role:
    """A federal prosecutor, with the office of the district behind the title or an offset.

    Args:
        text: The block.
        role: An office; it stays as it is if it is no prosecutor's.
        end: Where the name of its holder ends, or the last of several names.
    """
    if not role.head.endswith(_PROSECUTORS):
        return role
    headed = text.find(role.head, role.start) + len(role.head)
    found = _DISTRICT.match(text, headed) or _DISTRICT.match(text, end)
    if found is None:
        return role
    first, last = found.span("district")
    office = Span(first, last, EntityType.ORGANISATION, _named(found))
    title = text[role.start : headed] if last <= role.end else role.title
    return replace(role, body=office, title=" ".join(title.split()))


def district_office(name: str) -> Span | None:
    """The office of a district that a name is, however it is worded, or None."""
    found = _OFFICE.fullmatch(name)
    if found is None:
        return None
    return Span(0, len(name), EntityType.ORGANISATION, _named(found), aliases=(name,))


def _named(found: re.Match[str]) -> str:
    return f"U.S. Attorney’s Office for the {found['district']}"
