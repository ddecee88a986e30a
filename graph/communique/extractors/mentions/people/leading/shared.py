"""One office in the plural before the names of all who hold it: "Prosecutors NAME and NAME"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.people.leading.districts import in_district
from communique.extractors.mentions.spans import Mention, Role, Span
from communique.ontology import EntityType

_COMMA = re.compile(r"(?: ?\([^()\n]{1,60}\))?, ")
_AND = re.compile(r"(?: ?\([^()\n]{1,60}\))?,? (?:and|&) ")
"""What stands between two names of a list, and before its last."""


def share_out(
    mentions: Sequence[Mention], text: str, singulars: Mapping[str, str], spans: Sequence[Span]
) -> list[Mention]:
    """The people of a block, each of those behind an office in the plural with that office.

    A body behind the last of them is that of all: "Prosecutors NAME and NAME of BODY".

    Args:
        mentions: The people, in order.
        text: The block.
        singulars: Heads of offices by their plurals.
        spans: What else the block names.
    """
    states = {span.end: span for span in spans if span.type == EntityType.COUNTRY}
    shared = list(mentions)
    for number, mention in enumerate(mentions):
        role = _shared(mention, singulars)
        if role is not None:
            last = _last(mentions, text, number)
            holders = [_placed(m, states) for m in mentions[number : last + 1]]
            shared[number : last + 1] = _each(holders, text, role, singulars)
    return shared


def _each(
    holders: Sequence[Mention], text: str, role: Role, singulars: Mapping[str, str]
) -> list[Mention]:
    """The holders of an office in the plural, each with it in the singular.

    A body behind the last is that of all but those of whom another one is told. What is told in
    brackets, or of somebody whom others follow, is theirs alone: "Directors NAME (BODY) and NAME".
    """
    last = holders[-1]
    served = in_district(text, role, last.span.end if last.span else last.end)
    ahead = role.body if role.body is not None and role.body.start < role.end else None
    own = replace(served, title=served.title.replace(role.head, singulars[role.head], 1))
    district = served.body if served.body != role.body else None
    carried = district or ahead
    shared: list[Mention] = []
    for holder in reversed(holders):
        place = next(filter(_is_place, holder.roles), None)
        told = role.body if role in holder.roles else place.body if place is not None else None
        told = district or told if holder is last else told
        bracketed = told is not None and text.startswith("(", max(0, told.start - 1))
        if told is not None:
            carried = told if holder is last and not bracketed else ahead
        mine = replace(own, body=told or carried)
        kept = (other for other in holder.roles if other not in {role, place})
        shared.insert(0, replace(holder, roles=(mine, *kept)))
    end = served.body.end if served.body is not None else last.end
    shared[-1] = replace(shared[-1], end=max(last.end, end))
    return shared


def _shared(mention: Mention, singulars: Mapping[str, str]) -> Role | None:
    """The office in the plural before a name, or None."""
    if mention.span is None:
        return None
    leading = (role for role in mention.roles if role.end <= mention.span.start)
    return next((role for role in leading if role.head in singulars), None)


def _placed(mention: Mention, states: Mapping[int, Span]) -> Mention:
    """A mention with the state behind its name as its place, as an office is told of it."""
    state = states.get(mention.end)
    if state is None or mention.span is None or state.start <= mention.span.end:
        return mention
    if any(role.end > mention.span.end for role in mention.roles):
        return mention
    place = Role(mention.span.end, mention.end, "", "", state)
    return replace(mention, roles=(*mention.roles, place))


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
