"""For whom those stand who were at a meeting too."""

import re
from collections.abc import Collection, Sequence

from communique.extractors.cast import Figure
from communique.extractors.cast.offices.holders import is_state_office
from communique.extractors.reading.script import Finding
from communique.gazetteer.posts import read_posts
from communique.gazetteer.territories import fold
from communique.ontology import EntityType, Status

_HOUSES = frozenset(
    "staff office department ministry division directorate presidency presidential cabinet bureau "
    "command court police secretariat protocol section sector departments chancery palace".split()
)
"""Words in the names of a government's own parts."""
_ABROAD = frozenset(
    "international united nations european african asian arab american world global regional union "
    "joint commission".split()
)
"""Words in the names of bodies of several states."""
_ALL = re.compile(r"\b(?:meetings|occasions|calls|audiences|conversations|receptions|dinners)\b")
"""What a sentence says of several meetings at once."""
_PAST = re.compile(
    r"(?i)\b(?:was|were|attended|joined|took part|participated|sat in|accompan\w+)\b"
)
_TO_COME = re.compile(r"\b(?:will|shall|to be|to attend|due|expected|scheduled)\b")
"""What is said of those at a meeting that has been, and at one that is still to come."""
_BOTH_ENDS = 8
"""Parties of the meetings of a day at most."""


def side_of(figure: Figure) -> set[str]:
    """The state and the bodies that somebody stands for, or that a body is."""
    if figure.type != EntityType.PERSON:
        state = figure.territory or figure.country
        return {figure.name} | ({state.name} if state is not None else set())
    bodies = {office.body.name for office in figure.offices if office.body is not None}
    return bodies | ({figure.home.name} if figure.home is not None else set())


def own_side(guest: Figure, home: set[str]) -> set[str]:
    """The same for somebody who was there too: a part of no known state is the issuer's."""
    own = side_of(guest)
    if not own:
        return home if may_serve(guest) else set()
    bodies = [office.body for office in guest.offices if office.body is not None]
    return own | home if guest.home is None and all(map(_is_own_part, bodies)) else own


def may_serve(person: Figure) -> bool:
    """Whether a person whose side is unknown may be an official of the issuer: no ambassador."""
    posts = read_posts()
    roles = [office.role for office in person.offices]
    heads = (fold(role.head).split() for role in roles)
    strange = any(not posts.strange.isdisjoint((words[0], words[-1])) for words in heads)
    return bool(roles) and not strange and not any(is_state_office(role, posts) for role in roles)


def meant(before: Sequence[Finding], told: Sequence[Finding], text: str) -> list[Finding]:
    """The meetings at which somebody was: the last, or all of its host where several are meant.

    Args:
        before: All meetings that were told before, in order.
        told: Those of them that are not too far away.
        text: The sentence that says so.
    """
    if _PAST.search(text) and not _TO_COME.search(text):
        told = _held(told) or _held(before) or told
    last = told[-1]
    same = [f for f in told if f.start == last.start and f.status == last.status]
    if not _ALL.search(text):
        return same
    hosts = set.intersection(*({f.subject, f.object} for f in same))
    whole = [f for f in before if hosts & {f.subject, f.object} and f.status == last.status]
    ends = {end for f in whole for end in (f.subject, f.object)}
    return whole if len(ends) <= _BOTH_ENDS else same


def _held(found: Sequence[Finding]) -> list[Finding]:
    """Meetings that have taken place: who was present was at none that is still to come."""
    return [f for f in found if f.status != Status.PLANNED]


def is_end(figure: Figure, found: Collection[Finding]) -> bool:
    """Whether a party of meetings is a person, or the body that somebody met without naming it."""
    if figure.type == EntityType.PERSON:
        return True
    others = {f.object if f.subject is figure else f.subject for f in found}
    return any(other.type == EntityType.PERSON for other in others)


def _is_own_part(body: Figure) -> bool:
    """Whether a body without a known state has the name of a part of some government."""
    words = fold(body.name).replace("'", " ").split()
    acronyms = any(word.isupper() and len(word) > 1 for word in body.name.split())
    return not (_HOUSES.isdisjoint(words) or acronyms) and _ABROAD.isdisjoint(words)
