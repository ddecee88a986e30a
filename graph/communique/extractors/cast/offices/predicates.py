"""Offices that a clause gives a person: "X was elected Director of BODY", "named X as Director"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

_REACH = 40
"""Characters before a name that may tell that it gets an office."""


def predicated(
    text: str, mentions: Iterable[Mention], triggers: Mapping[str, re.Pattern[str]]
) -> list[Mention]:
    """Mentions, each person with the offices that the words after its name give it.

    Args:
        text: The block.
        mentions: Its mentions, in order.
        triggers: What stands before names and between names and offices.
    """
    found = list(mentions)
    for number, mention in enumerate(found):
        if mention.type != EntityType.PERSON or mention.span is None:
            continue
        for office in found[number + 1 : number + 3]:
            if office.type != EntityType.PERSON or office.span is not None or not office.roles:
                continue
            gap = text[mention.end : office.start]
            before = text[max(0, mention.start - _REACH) : mention.start]
            made = triggers["makes"].search(before) is not None
            if triggers["held"].fullmatch(gap):
                roles = tuple(replace(role, former=True) for role in office.roles)
            elif triggers["holds"].fullmatch(gap) or (made and triggers["as"].fullmatch(gap)):
                roles = office.roles
            else:
                continue
            found[number] = replace(mention, roles=(*mention.roles, *roles))
            break
    return found
