"""One office in the plural beside the names of all who hold it: "Prosecutors NAME and NAME"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.people.leading.districts import in_district
from communique.extractors.mentions.people.leading.of_states import Run
from communique.extractors.mentions.spans import Mention, Role, Span
from communique.extractors.mentions.words import WordIndex
from communique.ontology import EntityType

_COMMA = re.compile(r"(?: ?\([^()\n]{1,60}\))?, ")
_AND = re.compile(r"(?: ?\([^()\n]{1,60}\))?,? (?:and|&) ")
"""What stands between two names of a list, and before its last."""
_JOINT = re.compile(r",? and |, ")
"""The same where nothing stands behind the names."""
_FURTHER = re.compile(r"(?:,|,? and) (?:of )?(?:the )?")
"""What stands between two bodies of a list."""


def share_out(
    mentions: Sequence[Mention], text: str, singulars: Mapping[str, str], spans: Sequence[Span]
) -> list[Mention]:
    """The people of a block, each of those beside an office in the plural with that office.

    A body behind the last of them is that of all: "Prosecutors NAME and NAME of BODY". Bodies
    behind an office that follows the names are theirs in order, or one is that of all: "NAME and
    NAME, the ministers of STATE and STATE".

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
            bodies = _bodies(text, role.body, spans) if role.body is not None else []
            ahead = (
                mention.span is not None and bodies[-1:] and bodies[-1].end <= mention.span.start
            )
            if ahead and len(bodies) > 1 and len(holders) > 1:
                shared[number : last + 1] = _one_each(holders, role, bodies, singulars)
            else:
                shared[number : last + 1] = _each(holders, text, role, singulars)
        elif (role := _following(mention, singulars)) is not None and role.body is not None:
            first = _first(mentions, text, number)
            bodies = _bodies(text, role.body, spans)
            if first < number:
                named = mentions[first : number + 1]
                shared[first : number + 1] = _in_order(named, role, bodies, singulars)
    return shared


def further_names(index: WordIndex, name: Span, run: Run, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the names with which the list behind an office in the plural goes on.

    Args:
        index: Words of the block.
        name: The first of them.
        run: Reads a name.
        spans: What else the block names.
    """
    further: Span | None = name
    while further is not None:
        joint = _JOINT.match(index.text, further.end)
        further = run(index, index.at(joint.end()), spans) if joint else None
        if further is not None:
            yield further


def _in_order(
    holders: Sequence[Mention], role: Role, bodies: Sequence[Span], singulars: Mapping[str, str]
) -> list[Mention]:
    """The holders of an office that follows their names; nobody has it if the bodies do not fit.

    The last mention reaches to the end of the bodies, which are nobody of their own.
    """
    own = replace(role, title=role.title.replace(role.head, singulars[role.head], 1))
    fitting = bodies if len(bodies) > 1 else [*bodies] * len(holders)
    end = max(holders[-1].end, role.end, bodies[-1].end)
    if len(fitting) != len(holders):
        return [*holders[:-1], replace(_without(holders[-1], role), end=end)]
    bare = (_without(holder, role) for holder in holders)
    found = [
        replace(holder, roles=(*holder.roles, replace(own, body=body)))
        for holder, body in zip(bare, fitting, strict=True)
    ]
    return [*found[:-1], replace(found[-1], end=end)]


def _one_each(
    holders: Sequence[Mention], role: Role, bodies: Sequence[Span], singulars: Mapping[str, str]
) -> list[Mention]:
    """The holders of an office before their names and as many bodies, each with the own one.

    "The ministers of STATE and STATE, NAME and NAME"; whose each is stays open with fewer bodies.
    """
    own = replace(role, title=role.title.replace(role.head, singulars[role.head], 1))
    fitting = bodies if len(bodies) == len(holders) else [None] * len(holders)
    return [
        replace(holder, roles=(replace(own, body=body), *(r for r in holder.roles if r != role)))
        for holder, body in zip(holders, fitting, strict=True)
    ]


def _without(mention: Mention, role: Role) -> Mention:
    """A person without an office that is not theirs alone."""
    kept = tuple(other for other in mention.roles if other is not role)
    named = mention.span.end if mention.span is not None else mention.end
    end = max([named, *(other.end for other in kept)])
    return replace(mention, roles=kept, end=min(end, mention.end))


def _bodies(text: str, first: Span, spans: Sequence[Span]) -> list[Span]:
    """The bodies and states of the list that one of them begins, in order."""
    found = [first]
    for span in sorted(spans, key=lambda span: span.start):
        gap = span.start >= found[-1].end and _FURTHER.fullmatch(text, found[-1].end, span.start)
        if gap and span.type == first.type:
            found.append(span)
    return found


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
        told = place.body if place is not None else role.body if role in holder.roles else None
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


def _following(mention: Mention, singulars: Mapping[str, str]) -> Role | None:
    """The office in the plural behind a name, or None."""
    if mention.span is None:
        return None
    behind = (role for role in mention.roles if role.start >= mention.span.end)
    return next((role for role in behind if role.head in singulars), None)


def _first(mentions: Sequence[Mention], text: str, number: int) -> int:
    """Number of the first name of the list that a name ends; its own if it stands alone."""
    first = number
    while first:
        before, following = mentions[first - 1 : first + 1]
        gap = _AND if first == number else _COMMA
        if before.span is None or not gap.fullmatch(text, before.end, following.start):
            break
        if any(role.end <= before.span.start for role in before.roles):
            break  # has an office of the own
        first -= 1
    return first


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
