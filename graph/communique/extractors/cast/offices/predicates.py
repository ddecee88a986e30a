"""Offices that a clause gives a person: "X was elected Director of BODY", "named X as Director"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from communique.extractors.cast.given_names import gender_of
from communique.extractors.mentions import Mention, Role
from communique.ontology import EntityType

_REACH = 40
"""Characters before a name that may tell that it gets an office."""
_OPENS = re.compile(
    r"(?:\A|[.!?:;][\"”’)]?\s|\n|\s[–—-] )[\"“(]?(?:(?:The|An?|His|Her|Mr|Ms|Mrs|Dr)\.? )?\Z"
)
"""What stands before a name that opens a sentence."""
_POSSESSIVES = ("'s", "’s")


def predicated(
    text: str, mentions: Iterable[Mention], triggers: Mapping[str, re.Pattern[str]]
) -> list[Mention]:
    """Mentions, each person with the offices that the words after its name give it.

    Args:
        text: The block.
        mentions: Its mentions, in order.
        triggers: What stands before names and between names and offices.
    """
    found = list(_with_past(text, list(mentions), triggers["past"]))
    for number, mention in enumerate(found):
        if mention.type != EntityType.PERSON or mention.span is None:
            continue
        for office in found[number + 1 : number + 3]:
            given = _given(text, mention, office, triggers) if _is_alone(text, office) else ()
            if given:
                found[number] = replace(mention, roles=(*mention.roles, *given))
                break
    for number, office in enumerate(found):
        he_is = triggers["he-is"].search(text[: office.start]) if _is_alone(text, office) else None
        if he_is is not None:
            holder = _only_person(text, found[:number], "f" if "She" in he_is[0] else "m")
            if holder is not None:
                own = found[holder]
                found[holder] = replace(own, roles=(*own.roles, *office.roles))
    return found


def _with_past(text: str, mentions: Sequence[Mention], past: re.Pattern[str]) -> Iterator[Mention]:
    """Yield mentions, a person with the past office behind it: "X, formerly Director of BODY"."""
    taken: Mention | None = None
    for mention, office in zip_longest(mentions, mentions[1:]):
        if mention is taken:
            continue
        named = mention.type == EntityType.PERSON and mention.span is not None
        alone = named and office is not None and _is_alone(text, office)
        if alone and office and past.fullmatch(text, mention.end, office.start):
            roles = (replace(r, former=True, title=f"former {r.title}") for r in office.roles)
            yield replace(mention, end=office.end, roles=(*mention.roles, *roles))
            taken = office
        else:
            yield mention


def _given(
    text: str, mention: Mention, office: Mention, triggers: Mapping[str, re.Pattern[str]]
) -> tuple[Role, ...]:
    """The roles of an office behind a name that the words between give it."""
    apposed = bool(mention.roles) and mention.roles[-1].end == mention.end
    gap = text[mention.end : office.start]
    gap = gap.removeprefix(",") if apposed else gap
    if triggers["held"].fullmatch(gap):
        return tuple(replace(role, former=True) for role in office.roles)
    made = triggers["makes"].search(text[max(0, mention.start - _REACH) : mention.start])
    given = triggers["holds"].fullmatch(gap) or (made and triggers["as"].fullmatch(gap))
    return office.roles if given else ()


def _is_alone(text: str, office: Mention) -> bool:
    """Whether a mention is an office without name that owns nothing."""
    alone = office.type == EntityType.PERSON and office.span is None and bool(office.roles)
    owns = text.startswith(_POSSESSIVES, office.end)
    return alone and not (owns and all(r.body is None or r.body.end < r.end for r in office.roles))


def _only_person(text: str, mentions: Sequence[Mention], gender: str) -> int | None:
    """Number of the first mention of the only person whom they name, or None.

    It must open its sentence, or the pronoun means somebody who has no name there.
    """
    named = [n for n, m in enumerate(mentions) if m.type == EntityType.PERSON and m.span]
    people = {m.span.name for n in named if (m := mentions[n]).span}
    if len({name.split()[-1] for name in people}) != 1:
        return None
    first = mentions[named[0]]
    opens = _OPENS.search(text[max(0, first.start - _REACH) : first.start]) is not None
    owns = text.startswith(_POSSESSIVES, first.end)
    fits = {gender_of(name) for name in people} <= {"", gender}
    return named[0] if opens and not owns and fits else None
