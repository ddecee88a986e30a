"""One office in the plural before the names of all who hold it: "Prosecutors NAME and NAME"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Mention, Role

_COMMA = re.compile(r"(?: ?\([^()\n]{1,60}\))?, ")
_AND = re.compile(r"(?: ?\([^()\n]{1,60}\))?,? (?:and|&) ")
"""What stands between two names of a list, and before its last."""


def share_out(
    mentions: Sequence[Mention], text: str, singulars: Mapping[str, str]
) -> list[Mention]:
    """The people of a block, each of those behind an office in the plural with that office.

    A body behind the last of them is that of all: "Prosecutors NAME and NAME of BODY".

    Args:
        mentions: The people, in order.
        text: The block.
        singulars: Heads of offices by their plurals.
    """
    shared = list(mentions)
    for number, mention in enumerate(mentions):
        role = _shared(mention, singulars)
        if role is None:
            continue
        last = _last(mentions, text, number)
        single = singulars[role.head]
        own = replace(role, title=role.title.replace(role.head, single, 1))
        for holder in range(last, number - 1, -1):
            place = next((r for r in mentions[holder].roles if _is_place(r)), None)
            own = replace(own, body=place.body) if place and holder > number else own
            kept = (r for r in mentions[holder].roles if r not in {role, place})
            mine = replace(own, body=role.body or own.body) if holder == number else own
            shared[holder] = replace(mentions[holder], roles=(mine, *kept))
    return shared


def _shared(mention: Mention, singulars: Mapping[str, str]) -> Role | None:
    """The office in the plural before a name, or None."""
    if mention.span is None:
        return None
    leading = (role for role in mention.roles if role.end <= mention.span.start)
    return next((role for role in leading if role.head in singulars), None)


def _is_place(role: Role) -> bool:
    """Whether no more than a body is told of somebody ("NAME of BODY")."""
    return not role.title and role.body is not None


def _last(mentions: Sequence[Mention], text: str, number: int) -> int:
    """Number of the last name of the list that a name begins."""
    last = number
    while last + 1 < len(mentions):
        before, following = mentions[last : last + 2]
        led = following.span is None or any(r.end <= following.span.start for r in following.roles)
        if led:
            break
        if _AND.fullmatch(text, before.end, following.start):
            return last + 1
        if not _COMMA.fullmatch(text, before.end, following.start):
            break
        last += 1
    return number
