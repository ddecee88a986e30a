"""Who holds the offices of states by a release's own words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Basis, Figure, Office
from communique.extractors.cast.pointing import is_like_office, is_one_office, ranks
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer import surnames as gazetteer
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate"})
"""First words of offices of which a body has several."""
_AIDES = _DEPUTIES | frozenset(
    "spokesperson spokesman spokeswoman ambassador officer adviser advisor secretary".split()
)
"""Words of offices below the highest of a body."""
_HEADING = frozenset({"head", "chief", "boss"})
"""What whoever is in charge of a body is called, whatever the office."""
_PLAIN = {"head of state": "President", "head of government": "Prime Minister"}
"""Offices by what they are, and the word that stands before most of their holders' names."""
_MINISTRY = re.compile(r"(?i)\b(?:ministry|minist[eè]re|minist[eé]rio|ministero|ministerium)\b")
_GRADED = frozenset({"minister", "deputy", "first", "vice", "assistant"})
"""Words of an office by which no field is told: "First Deputy Minister"."""
_UNKNOWN = re.compile(
    r"(?i)\b(?:new|next|former|ex|incoming|outgoing|acting|interim|first|an?|his|her|their|its|"
    r"of|as|two|three|no|vacant)[ -]$"
)
"""What stands before an office of which a title does not say whoever holds it now."""

_FIELD = re.compile(r"(?:ministers?|secretary) (?:of|for) (?P<of>.+)|(?P<ahead>.+) minister")
"""What tells the field of a minister."""
_WORD = re.compile(r"\b(?!of\b|for\b|the\b|and\b)[\w-]+")


class Holders:
    """Knows to whom a release gives offices in so many words: "President A of X"."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], posts: Posts) -> None:
        """Take the cast and the scenes, with all states named, and the classes of offices."""
        self._cast = cast
        self._scenes = scenes
        self._posts = posts

    def is_single(self, role: Role) -> bool:
        """Whether a body has one holder of such an office."""
        title = fold(role.title)
        return title not in self._posts.shared and title.partition(" ")[0] not in _DEPUTIES

    def is_another(self, state: Figure, mention: Mention, role: Role) -> bool:
        """Whether somebody else than the one mentioned holds such an office of a state.

        "Minister A" may be "Foreign Minister A" elsewhere, with whom another one goes.
        """
        if mention.span is None:
            return False
        name, title = surname(mention), fold(role.title)
        titles = {title, *(t for t in self._titles[name] if is_part_of_title(title, t))}
        holders = [self._holders.get((state.name, title), set()) for title in titles]
        return any(held and name not in held for held in holders)

    @cached_property
    def _titles(self) -> dict[str, set[str]]:
        """What people are called, by surname."""
        found: dict[str, set[str]] = defaultdict(set)
        for scene in self._scenes:
            for mention in scene.mentions:
                titles = (fold(role.title) for role in mention.roles if not role.former)
                found[surname(mention)].update(titles)
        return found

    @cached_property
    def _holders(self) -> dict[tuple[str, str], set[str]]:
        """Surnames by name of the state and title."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for scene in self._scenes:
            for mention in scene.mentions:
                for role in mention.roles if mention.span is not None else ():
                    if role.body is None or role.former or not self.is_single(role):
                        continue
                    state = self._cast.state_of(self._cast.named(role.body))
                    if state is not None:
                        found[state.name, fold(role.title)].add(surname(mention))
        return found


def is_part_of_title(title: str, longer: str) -> bool:
    """Whether a title is another one without its first or last words: "minister".

    Somebody who is called president by now may have been (senior) vice president.
    """
    title, longer = fold(title), fold(longer)
    behind = longer.endswith(f" {title}") and not ranks(longer.removesuffix(title))
    return behind or longer.startswith(f"{title} ")


def title_in_full(figure: Figure, office: Office) -> str:
    """The title of somebody's office as the release words it most fully: "Secretary" of State.

    Also where it does not say there of what body or state it is ("Foreign Minister X said").
    """
    title, body = office.role.title, office.body
    held = (o for o in figure.offices if o.body is body or o.body is None)
    titles = dict.fromkeys(o.role.title for o in held if not o.role.former)
    fuller = [t for t in titles if is_part_of_title(title, t) or fold(t) == fold(title)]
    return max(fuller, key=_fullness, default=title) if title else ""


def _fullness(title: str) -> tuple[int, bool]:
    """How full the wording of a title is: of one length, that with a capital counts more."""
    return len(title), title[:1].isupper() and not title.isupper()


def field_of(role: Role) -> str:
    """What one minister of a state stands for: the title, or the first words of its field."""
    title = fold(role.title)
    told = _FIELD.fullmatch(title)
    words = _WORD.findall(told["of"] or told["ahead"]) if told else []
    field = ["foreign", "affairs"] if words == ["foreign"] else words[:2]
    return " ".join(field) or title


def settle_offices(cast: Cast) -> None:
    """Give everybody's offices without body what another one of the same words stands in.

    The only minister of the issuing state whose field nothing tells stands in the ministry that
    issues.
    """
    ministry = cast.issuer if cast.issuer and _MINISTRY.search(cast.issuer.name) else None
    for figure in cast.people():
        told = [o for o in figure.offices if o.body is not None and not o.role.former]
        figure.offices[:] = [_told_elsewhere(office, told) for office in figure.offices]
    people = [figure for figure in cast.people() if _is_minister(figure, cast.state)]
    for figure in people if ministry is not None and len(people) == 1 else ():
        stated = [office for office in figure.offices if office.body is cast.state]
        figure.offices += [replace(o, body=ministry, basis=Basis.ISSUER) for o in stated]


def _is_minister(figure: Figure, state: Figure | None) -> bool:
    """Whether somebody is a minister of a state, and no more is told."""
    held = [o for o in figure.offices if o.body is not None and not o.role.former]
    own = [o for o in held if o.body is state and "minister" in fold(o.role.title)]
    return state is not None and bool(own) and all(map(_is_bare, own))


def _told_elsewhere(office: Office, told: Sequence[Office]) -> Office:
    """An office with the body of another one of the same person that has all its words."""
    words = set(fold(office.role.title).split())
    if office.body is not None or office.role.former or not words:
        return office
    same = (o.body for o in told if words <= set(fold(o.role.title).split()))
    body = next(same, None)
    return replace(office, body=body, basis=Basis.ELSEWHERE) if body is not None else office


def _is_bare(office: Office) -> bool:
    """Whether a minister is called no more than so."""
    return office.role.body is None and _GRADED.issuperset(fold(office.role.title).split())


def head_of(role: Role, body: Figure | None, cast: Cast) -> Figure | None:
    """Whom "the head of the BODY" means: the only one with an office there, if no deputy's.

    Of the issuer, failing that, the only one with an office of its state.
    """
    if body is None or body.type != EntityType.ORGANISATION or fold(role.title) not in _HEADING:
        return None
    for owner in (body, cast.state) if body is cast.issuer else (body,):
        found = [figure for figure in cast.people() if _is_in_charge(figure, owner)]
        if found:
            return found[0] if len(found) == 1 or found[0].titled > found[1].titled else None
    return None


def titled_as(scene: Scene, number: int, body: Figure | None, cast: Cast) -> Figure | None:
    """Whom an office in a title means by a part of what the text calls it: the only one there is.

    "High Commissioner visits PLACE" above "High Commissioner for Refugees A".
    """
    mention, text = scene.mentions[number], scene.block.text
    role = mention.roles[0]
    if scene.block.kind != BlockKind.TITLE or _UNKNOWN.search(text[: mention.start]):
        return None
    fitting = [p for p in cast.people() if any(_may_be(o, role, body, cast) for o in p.offices)]
    return fitting[0] if len(fitting) == 1 else None


def named_in(role: Role, body: Figure | None, cast: Cast) -> Figure | None:
    """The only one to whom the text gives such an office of a body that a title names."""
    people = list(cast.people()) if body is not None else []
    own = [(p, [o for o in p.offices if o.body is body]) for p in people]
    fitting = [p for p, offices in own if any(_may_be(o, role, body, cast) for o in offices)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be(office: Office, role: Role, body: Figure | None, cast: Cast) -> bool:
    """Whether an office may be the one that fewer or more words name, of a body or state."""
    if office.role.former or not may_be_one(office.role, role):
        return False
    if body is None and " " not in role.title and cast.issuer is not None:
        own = office.body in {None, cast.issuer, cast.state}
        if not own:
            return False  # "Director visits PLACE" means the issuer's
    return not _stands_elsewhere(office.body, body, cast)


def may_be_one(role: Role, other: Role) -> bool:
    """Whether two offices may be one, which one of them words shorter: "minister"."""
    title, told = fold(role.title), fold(other.title)
    if not is_like_office(role.title, role.head, other.head) or ranks(title) != ranks(told):
        return False
    words, others = set(_WORD.findall(title)), set(_WORD.findall(told))
    return words <= others or others <= words or is_one_office(title, told)


def _stands_elsewhere(body: Figure | None, other: Figure | None, cast: Cast) -> bool:
    """Whether two offices stand in bodies that are not one, nor one the state of the other."""
    if body is None or other is None or body is other:
        return False
    states = [figure for figure in (body, other) if figure.type == EntityType.COUNTRY]
    return not states or (cast.home_of(body) is not other and cast.home_of(other) is not body)


def _is_in_charge(figure: Figure, body: Figure | None) -> bool:
    """Whether somebody holds an office of a body that may be its highest."""
    held = [o.role for o in figure.offices if o.body is body and not o.role.former]
    return body is not None and any(_AIDES.isdisjoint(fold(role.title).split()) for role in held)


def called_plainly(role: Role) -> Role:
    """An office by the word that releases call its holder by otherwise ("Head of State")."""
    plain = _PLAIN.get(fold(role.title))
    return replace(role, title=plain, head=plain) if plain else role


def name_words(mention: Mention) -> list[str]:
    """The words of a person's name in lower case without diacritics and generation."""
    return gazetteer.name_words(mention.span.name) if mention.span else []


def surname(mention: Mention) -> str:
    """The last word of a person's name; empty without name."""
    return next(iter(name_words(mention)[-1:]), "")


def is_same_office(earlier: Mention, mention: Mention) -> bool:
    """Whether two people hold offices of one title."""
    titles = {fold(role.title) for role in mention.roles}
    named = earlier.span is not None and mention.span is not None
    return named and any(fold(role.title) in titles for role in earlier.roles)


def is_state_office(role: Role, posts: Posts) -> bool:
    """Whether an office is one of a state, so that a state may be its body."""
    head = fold(role.head)
    words = head.replace("-", " ").split()
    return head in posts.of_state_too or not posts.of_state.isdisjoint(words)
