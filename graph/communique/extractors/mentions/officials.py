"""Officials: names joined with the honorifics, ranks and offices around them."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extractors.mentions.names import NameFinder
from communique.extractors.mentions.spans import Mention, Role, Span, span_at
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "The", "our"})
_PERSONAL = frozenset({"Ambassador", "Minister", "Senator", "Judge", "Governor"})
"""Offices that people keep as a form of address."""



def join_officials(
    index: WordIndex,
    names: Sequence[Span],
    roles: Sequence[Role],
    spans: Sequence[Span],
    finder: NameFinder,
) -> list[Mention]:
    """One mention for each named person with the offices beside the name, and for each office alone.

    An office right before a name belongs to it; one before a comma belongs to the name after it if
    the office begins with an article or nobody is named before it; one after a comma belongs to
    the name before it.
    """
    joined: list[Mention] = []
    free = list(roles)
    for position, name in enumerate(names):
        start, honorific = _address(index, name, finder, roles)
        following = names[position + 1] if position + 1 < len(names) else None
        before = _role_before(index, start, free, names)
        taken = [before] if before else []
        if before:
            free.remove(before)
            start = before.start
            office = _role_before(index, start, free, names)
            if before.title in _PERSONAL and before.body is None and office:
                free.remove(office)
                taken, start = [office], office.start
                honorific = f"{before.title} {honorific}".strip()
            while second := _and_before(index, start, free):
                free.remove(second)
                taken.insert(0, second)
                start = second.start
        end = name.end
        while after := _role_after(index, end, free, following, finder, end > name.end):
            free.remove(after)
            taken.append(after)
            end = after.end
            if taken[0].title in _PERSONAL and taken[0].body is None and len(taken) > 1:
                honorific = f"{taken[0].title} {honorific}".strip()
                del taken[0]
        if not taken:
            end = _of_country(index, end, spans)
        elif taken[-1].body is None and not taken[-1].envoy and end == name.end:
            body = _body_after(index, end, spans)
            if body is not None:
                taken[-1] = replace(taken[-1], body=body)
                end = body.end
        joined.append(Mention(start, end, EntityType.PERSON, name, tuple(taken), honorific))
    alone = [Mention(r.start, r.end, EntityType.PERSON, None, (r,)) for r in free]
    return sorted([*joined, *alone], key=lambda mention: mention.start)


def _address(
    index: WordIndex, name: Span, finder: NameFinder, roles: Sequence[Role]
) -> tuple[int, str]:
    """Where the honorifics and ranks before a name begin, and their words."""
    place = index.at(name.start)
    for first in range(max(0, place - 7), place):
        inside = any(r.start <= index[first].start < r.end for r in roles)
        if not inside and finder.address(index, first) == place:
            return index[first].start, index.text[index[first].start : name.start].strip()
    return name.start, ""


def _role_before(
    index: WordIndex, start: int, roles: Sequence[Role], names: Sequence[Span]
) -> Role | None:
    for role in roles:
        if role.end > start:
            break
        gap = index.text[role.end : start]
        if gap in {" ", "\n", "-", " - "}:
            return role
        if gap in {", ", ",\n", " – ", ": "} and _opens(index, role, names):
            return role
    return None


def _opens(index: WordIndex, role: Role, names: Sequence[Span]) -> bool:
    """Whether an office before a comma opens an apposition instead of closing one."""
    place = index.at(role.start) - 1
    article = place >= 0 and index[place].text in _ARTICLES
    if article:
        place -= 1
    before = index[place] if place >= 0 else None
    if before is None or before.text != ",":
        return True
    named = any(name.end == before.start for name in names)
    return not named


def _and_before(index: WordIndex, start: int, roles: Sequence[Role]) -> Role | None:
    """An office joined by "and" or "/" to the one that begins at an offset."""
    for role in roles:
        place = index.at(role.start)
        if place and index[place - 1].text in _ARTICLES:
            continue  # "the Secretary General and Prime Minister X" are two people
        if role.end < start and index.text[role.end : start] in {" and ", "/", " / ", " & ", " and the "}:
            return role if role.body is None else None
    return None


def _role_after(
    index: WordIndex, end: int, roles: Sequence[Role], following: Span | None, finder: NameFinder,
    again: bool,
) -> Role | None:
    for role in roles:
        if role.start < end:
            continue
        gap = index.text[end : role.start]
        words = gap.strip(" ,\n(–-—/").split()
        opened = gap.strip(" \n")[:1] in {",", "(", "–", "-", "—", "/"}
        joined = gap.strip() == "and" and again
        if not joined and not (opened and all(word in _ARTICLES | {"current"} for word in words)):
            return None
        if following:
            rest = index.text[role.end : following.start]
            direct = _address(index, following, finder, roles)[0]
            if index.text[role.end : direct] in {" ", "\n"} or not rest.strip():
                return None
        return role
    return None


def _body_after(index: WordIndex, end: int, spans: Sequence[Span]) -> Span | None:
    """The body in "Director NAME of BODY"."""
    for opening in (" of the ", " of ", " from the ", " from "):
        if index.text[end:].startswith(opening):
            span = span_at(spans, end + len(opening))
            if span and span.type in {EntityType.COUNTRY, EntityType.ORGANISATION} and span.named:
                return span if span.kind != NameKind.DEMONYM else None
    return None


def _of_country(index: WordIndex, end: int, spans: Sequence[Span]) -> int:
    """End of "of COUNTRY" after a name without office."""
    for opening in (" of the ", " of "):
        if index.text[end:].startswith(opening):
            start = end + len(opening)
            for span in spans:
                if span.start == start and span.type == EntityType.COUNTRY:
                    return span.end
    return end
