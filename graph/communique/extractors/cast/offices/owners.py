"""Whose offices and bodies are, by the words around them: a label, "its", "the Bank's", "of X"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import PROGRAMMES
from communique.extractors.cast.offices.holders import is_state_office
from communique.extractors.mentions import Mention, Role, Span
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import NameKind, Territory, fold
from communique.ontology import EntityType

_BULLETS = " •-–—*"
_POLICE = (
    "policia polizia polizei politie politi politia policie policja policija policiei policajti "
    "politsei policiju poliisi polisen polisi polis"
)
_SPELLINGS = {
    "organization": "organisation", "center": "centre", "program": "programme",
    **dict.fromkeys(_POLICE.split(), "police"),
}  # fmt: skip
"""Nouns by other spellings, and what police forces are called in their own languages."""
_OWNERS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY, EntityType.OPERATION})
_REPUBLIC = re.compile(r" of (?:the )?(?:Republic|State|Nation|Government)\b")
_NATIVE = re.compile(r"\b(?!Federal)[A-Z][\w’'-]+(?:ian|ese|ish|an) (?:[A-Z]\w+ )?$")
"""An adjective before an office that no gazetteer knows ("Hessian")."""
_AHEAD = re.compile(r"\b(?P<word>[\w-]+) $")
"""The word before an office."""
_WORDED = re.compile(r" (?:of|at|for|with) (?:the )?[A-Z]|,? ?\((?:the )?[A-Z]")
_WORDED_BEHIND_COMMA = re.compile(r", (?:the )?[A-Z]")
_OWNING = re.compile(r"(?:['’]s?)? ")
_SITED = re.compile(r"(?i)\b(?:in|at|from|near|to|outside|for|of)(?: the)? $")
"""What stands between a place and an office in it, and before a place where somebody is."""
_SEAT = re.compile(
    r"(?i)\b(?:headquarters|headquartered|seat|seated|based) (?:of [^.;]{1,60} )?in (?:the )?$"
)
"""What says before a state that a body has its seat in it."""
_SEAT_REACH = 90
_THERE = re.compile(r"(?:^|[.;:\n] )(?:Meanwhile, )?[Ii]n (?:the )?$")
"""What a sentence begins with that says first in which state it is."""
_THE = re.compile(r",? (?:(?:officers|investigators|agents|members) (?:of|from) )?the ")
_COUNTRYS = re.compile(
    r"(?:[,;]|[^.;:]{1,40},)? (?:[a-z]+ (?:of|from|by|with) )?"
    r"(?:the|that) (?:country|nation|republic|kingdom|island)['’]s "
)
"""What stands between a state and a body of it: "In STATE, the country's"."""
_APART = re.compile(r",? (?:the )?")
"""What stands between a town and its state."""
_NEAR = 40
"""Characters before an office that are looked at."""
_REACH = 4
"""Mentions before an office among which its owner is looked for."""

_ANY_OPERATION = frozenset({"mission", "operation"})
_DIPLOMATIC = re.compile(r"\b(?:Embassy|Consulate|High Commission|Permanent Mission)\b")


def settle_owners(scene: Scene) -> None:
    """Give the bodies of a line that a state labels to it: "Peru: NAME, National Police".

    Likewise those of a sentence that says where it is: "In Peru, the National Police".
    """
    text, line, owner = scene.block.text, -1, None
    mentions: list[Mention] = []
    for mention in scene.mentions:
        begin = text.rfind("\n", 0, mention.start) + 1
        if begin != line:
            line, owner = begin, _label(text, begin, mention)
        whose = owner or _sited(text, mentions, mention)
        mentions.append(_owned(mention, whose) if whose else mention)
    scene.mentions = mentions


def _sited(text: str, before: Sequence[Mention], mention: Mention) -> Territory | None:
    """The state in which a sentence says that a body without one of its own is."""
    site = before[-1] if before else None
    if site is None or site.span is None or site.type != EntityType.COUNTRY:
        return None
    if mention.span is None or not mention.span.ownable or site.span.kind == NameKind.DEMONYM:
        return None
    opens = _THERE.search(text, max(0, site.start - _NEAR), site.start)
    gap = _THE.fullmatch(text, site.end, mention.start) if opens else None
    theirs = _COUNTRYS.fullmatch(text, site.end, mention.start)
    return site.span.territory if gap or theirs else None


def _label(text: str, begin: int, first: Mention) -> Territory | None:
    """The state that labels a line, if its first mention is one."""
    labels = not text[begin : first.start].strip(_BULLETS) and text.startswith(":", first.end)
    named = first.span is not None and first.type == EntityType.COUNTRY
    return first.span.territory if labels and named and first.span else None


def _owned(mention: Mention, owner: Territory) -> Mention:
    """A mention whose bodies belong to a state unless their names say otherwise."""
    roles = tuple(
        replace(role, body=_home(role.body, owner)) if role.body else role for role in mention.roles
    )
    span = _home(mention.span, owner) if mention.span else None
    return replace(mention, span=span, roles=roles)


def _home(span: Span, owner: Territory) -> Span:
    if not span.ownable:
        return span
    alias = f"{span.name} of {owner.name}"
    return replace(span, country=owner, ownable=False, aliases=(*span.aliases, alias))


def named_last(
    cast: Cast, scenes: Sequence[Scene], scene: Scene, number: int, noun: str
) -> Figure | None:
    """The body named last before a mention, or the issuer, that a noun calls ("the Bank").

    Args:
        cast: The cast.
        scenes: The scenes, in order.
        scene: The one of the mention.
        number: Of the mention in its scene.
        noun: The noun, as ``noun_of`` spells it.
    """
    earlier = (s.figures for s in reversed(scenes[: scene.number]))
    before = chain(reversed(scene.figures[:number]), [cast.issuer], *map(reversed, earlier))
    bodies = (f for f in before if f and f.type == EntityType.ORGANISATION)
    return next((f for f in bodies if noun in nouns_of(f)), None)


def only_operation(scenes: Sequence[Scene], scene: Scene, number: int, noun: str) -> Figure | None:
    """The one operation named before a mention, if a noun may call it ("the mission").

    Any named one is a mission or an operation, unless a diplomatic mission is named as well.

    Args:
        scenes: The scenes, in order.
        scene: The one of the mention.
        number: Of the mention in its scene.
        noun: The noun, as ``noun_of`` spells it.
    """
    earlier = chain.from_iterable(s.figures for s in scenes[: scene.number])
    before = [f for f in chain(scene.figures[:number], earlier) if f]
    found = {f.number: f for f in before if f.type == EntityType.OPERATION and f.named}
    if len(found) != 1 or any(_DIPLOMATIC.search(f.name) for f in before):
        return None
    (operation,) = found.values()
    aid = not PROGRAMMES.isdisjoint(operation.called | nouns_of(operation))
    any_noun = noun in _ANY_OPERATION and not aid
    return operation if any_noun or noun in nouns_of(operation) else None


def is_called(body: Figure | None, noun: str) -> bool:
    """Whether a noun is a word of a name of a body."""
    return body is not None and noun in nouns_of(body)


def noun_of(word: str) -> str:
    """A noun in one spelling: "organization", "center"."""
    folded = fold(word)
    return _SPELLINGS.get(folded, folded)


def nouns_of(body: Figure) -> frozenset[str]:
    """The words of all names of a body."""
    return frozenset(noun_of(word) for name in (body.name, *body.aliases) for word in name.split())


def owner_before(scene: Scene, number: int, *, of_state: bool) -> Figure | None:
    """The body or state named last before an office that is "its", else the one just before.

    An office that no state has (``of_state`` false) is a body's, if one is named before where it
    lies: "the headquarters of BODY in TOWN, STATE, and its Secretary-General".
    """
    text, start = scene.block.text, scene.mentions[number].start
    state: Figure | None = None
    for at in range(number - 1, max(-1, number - 1 - _REACH), -1):
        figure = scene.figures[at]
        breaks = text.count(". ", scene.mentions[at].end, start)
        owned = _OWNERS if not breaks else {EntityType.ORGANISATION}
        if breaks > 1:
            break
        if figure is None or figure.type not in owned:
            continue
        if of_state or figure.type != EntityType.COUNTRY or not _is_site(scene, at):
            return state or figure if figure.type == EntityType.COUNTRY else figure
        state = state or figure
    return state


def _is_site(scene: Scene, number: int) -> bool:
    """Whether a state is named as where a body lies: "its seat in STATE", "TOWN, STATE"."""
    text, start = scene.block.text, scene.mentions[number].start
    before = scene.mentions[number - 1] if number else None
    in_town = before is not None and before.type == EntityType.PLACE
    beside = (
        in_town and before is not None and _APART.fullmatch(text, before.end, start) is not None
    )
    return beside or _SEAT.search(text, max(0, start - _SEAT_REACH), start) is not None


def word_ahead(scene: Scene, role: Role) -> str:
    """The word right before an office, folded, or nothing."""
    found = _AHEAD.search(scene.block.text, max(0, role.start - _NEAR), role.start)
    return fold(found["word"]) if found is not None else ""


def is_worded(scene: Scene, number: int, role: Role, posts: Posts) -> bool:
    """Whether words around an office name a body, though no rule knows which."""
    text, mention = scene.block.text, scene.mentions[number]
    head = fold(role.head).split()[-1]
    if head in posts.whole and " of " in role.title and not _REPUBLIC.search(role.title):
        return True
    if _NATIVE.search(text, max(0, role.start - _NEAR), role.start):
        return True
    ahead = {word_ahead(scene, role), fold(role.title).split()[0]}
    of_others = head.startswith("spokes") and not posts.voices.isdisjoint(ahead)
    if of_others or _is_of_region(scene, number, role, posts):
        return True
    behind = mention.span is not None and role.start >= mention.span.end
    if behind and head == "president":
        return not text.startswith("the ", max(0, role.start - 4))
    if mention.end not in {other.end for other in mention.roles}:
        return _in_town(scene, number)
    return _names_body(text, scene.mentions, number, behind=behind)


def _is_of_region(scene: Scene, number: int, role: Role, posts: Posts) -> bool:
    """Whether a region right before an office of government owns it: "Ohio Attorney General X".

    Before others it is a field of work ("Africa Director NAME").
    """
    if role.department is None and not is_state_office(role, posts):
        return False
    before = scene.mentions[number - 1] if number else None
    text = scene.block.text
    if before is None or before.type != EntityType.PLACE:
        return False
    beside = _OWNING.fullmatch(text, before.end, role.start) is not None
    return beside and _SITED.search(text, max(0, before.start - _NEAR), before.start) is None


def _in_town(scene: Scene, number: int) -> bool:
    """Whether a town in brackets stands behind a name: "Prosecutor NAME (TOWN)"."""
    text, end = scene.block.text, scene.mentions[number].end
    following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
    town = following is not None and following.type == EntityType.PLACE
    return town and following is not None and text[end : following.start] == " ("


def _names_body(text: str, mentions: Sequence[Mention], number: int, *, behind: bool) -> bool:
    """Whether "of BODY", "(BODY)" or, where an office is apposed, ", BODY" follows a mention."""
    end = mentions[number].end
    match = _WORDED.match(text, end) or (behind and _WORDED_BEHIND_COMMA.match(text, end))
    if not match:
        return False
    following = mentions[number + 1] if number + 1 < len(mentions) else None
    return (
        following is None
        or not following.start <= match.end() - 1 < following.end
        or (following.type != EntityType.PERSON)
    )
