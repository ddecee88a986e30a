"""Casting: which figure each mention of a release stands for."""

import re
from collections.abc import Callable, Sequence
from itertools import chain

from communique.extractors.cast.beside import figure_beside
from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Basis, Figure, Office
from communique.extractors.cast.kinds import coded_in_title, may_be, named_later
from communique.extractors.cast.main_event import backs, is_aside, opening_size
from communique.extractors.cast.offices import OfficeBodies, note_sides, predicated, settle_owners
from communique.extractors.cast.offices.addressed import is_anothers
from communique.extractors.cast.offices.counterparts import counterpart
from communique.extractors.cast.offices.holders import (
    called_plainly,
    head_of,
    named_in,
    settle_offices,
    titled_as,
)
from communique.extractors.cast.offices.hosts import explained
from communique.extractors.cast.pointing import MARKS, PLAIN, in_title, points_back, sets_apart
from communique.extractors.cast.recalled.items import begins_own
from communique.extractors.cast.twins.joining import join_twins
from communique.extractors.cast.twins.occasions import is_one_topic, other_sitting
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Role
from communique.extractors.mentions.undertakings.described import IN_FULL
from communique.extractors.reading.script import Scene
from communique.extractors.triggers import read_triggers
from communique.gazetteer.sites import site_words
from communique.ontology import UNDERTAKINGS, EntityType

_BULLETS = " •-–—*"
_AT = re.compile(
    r"\b(?:[Aa]t|[Ii]nside|aboard) (?:the |its |their |his |her )?(?:new |own |former )?$"
)
_WITH = re.compile(
    r"(?i)\b(?:professors?|fellows?|lecturers?|researchers?|directors?|deans?|scholars?|analysts?|"
    r"experts?|students?|counsel|advis[eo]rs?|teachers?|officers?|attaché|studied|studies|taught|"
    r"teaches|works?|worked|working|served|serves|head|chair|degrees?|graduated?)\b"
    r"(?:(?!\b(?:completed?|attended|held|took|organi[sz]ed|hosted|conducted|delivered|met|opened|"
    r"ended|concluded|participated|gathered)\b)[^.;:])*$"
)
"""What somebody is or does at a body to which they belong."""
_OWN = frozenset({Basis.ISSUER, Basis.OWN, Basis.OWN_CHIEF, Basis.DEPARTMENT})
"""What makes an office that of the issuer or its state."""
_TAIL = re.compile(r" (?:of|in|for|at|on)\b|,| \(")
_REACH = 80


class Casting:
    """Fills in the figures of the scenes of one release."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene]) -> None:
        """Take the cast as far as known and the scenes in order."""
        self._cast = cast
        self._scenes = scenes
        self._opening = opening_size(scenes)
        self._bodies = OfficeBodies(cast, scenes)
        self._passed: dict[EntityType, list[Figure]] = {}
        self._aside: set[Figure] = set()
        self._done = (0, 0)
        self._announced: dict[str, Figure] = {}

    def fill(self) -> None:
        """Cast names first, then people, then offices and descriptions, which may point ahead."""
        triggers = read_triggers("communique.extractors.cast.offices")
        for scene in self._scenes:
            settle_owners(scene)
            scene.mentions = predicated(scene.block.text, scene.mentions, triggers)
            scene.figures = [None] * len(scene.mentions)
            scene.bodies = [None] * len(scene.mentions)
        note_sides(self._scenes)
        self._each(_is_thing, self._thing)
        self._note_opening()
        self._each(_is_named_person, self._person)
        settle_offices(self._cast)
        self._each(_is_office, self._explained)
        self._each(_is_left, self._left)
        join_twins(self._cast, self._scenes)
        self._settle_houses()

    def _settle_houses(self) -> None:
        """A body that is only ever where something is ("at the X Academy") is a place."""
        figures = self._cast.figures
        doing = {office.body for figure in figures for office in figure.offices}
        doing |= {body for scene in self._scenes for body in scene.bodies}
        doing |= {whole for figure in figures for whole in figure.within} | {self._cast.issuer}
        there: set[Figure] = set()
        for scene in self._scenes:
            held = any(f is not None and f.type in UNDERTAKINGS for f in scene.figures)
            for mention, figure in zip(scene.mentions, scene.figures, strict=True):
                if figure is not None and figure.type == EntityType.ORGANISATION:
                    site = held and _is_house(figure) and _is_where(scene.block.text, mention)
                    (there if site else doing).add(figure)
        for figure in there - doing:
            figure.type = EntityType.PLACE

    def _each(
        self, chosen: Callable[[Mention], bool], cast: Callable[[Scene, int], Figure | None]
    ) -> None:
        for scene in self._scenes:
            for number, mention in enumerate(scene.mentions):
                if chosen(mention):
                    scene.figures[number] = cast(scene, number)

    def _thing(self, scene: Scene, number: int) -> Figure | None:
        mention, text = scene.mentions[number], scene.block.text
        if mention.span is None:
            return None
        other = other_sitting(text, mention.span)
        form = None if other else text[mention.start : mention.end]
        return self._cast.named(other or mention.span, form)

    def _person(self, scene: Scene, number: int) -> Figure:
        mention = scene.mentions[number]
        self._name_mandates(mention)
        offices = [self._office(scene, number, role) for role in mention.roles]
        return self._cast.person(mention, scene.number, offices)

    def _office(self, scene: Scene, number: int, role: Role) -> Office:
        found = self._bodies.of(scene, number, role)
        if found is None:
            return Office(role, None, scene.number)
        return Office(role, found.figure, scene.number, found.basis)

    def _name_mandates(self, mention: Mention) -> None:
        """Bring in what the offices of a mention are for, though they do not stand in it."""
        for role in mention.roles:
            for span in role.mandate:
                self._cast.named(span)

    def _left(self, scene: Scene, number: int) -> Figure | None:
        mention = scene.mentions[number]
        if mention.span is None:
            return self._holder(scene, number)
        figure = self._described(scene, number)
        opens = scene.number < self._opening and not backs(scene, number)
        figure.opening = figure.opening or opens
        figure.titled = figure.titled or scene.block.kind == BlockKind.TITLE
        return figure

    def _explained(self, scene: Scene, number: int) -> Figure | None:
        """Who holds an office that stands beside a name, before titles that point ahead."""
        self._name_mandates(scene.mentions[number])
        named = self._named_above(scene, number) or explained(scene, number)
        if named is None:
            return None
        role = called_plainly(scene.mentions[number].roles[0])
        return self._cast.person(named, scene.number, [self._office(scene, number, role)])

    def _holder(self, scene: Scene, number: int) -> Figure | None:
        """Who holds an office named alone; failing that, the scene keeps the body it speaks for."""
        if scene.figures[number] is not None:
            return scene.figures[number]
        role = called_plainly(scene.mentions[number].roles[0])
        there = self._bodies.there(scene, number)
        body = self._cast.named(role.body) if role.body else there
        titled = scene.block.kind == BlockKind.TITLE
        holder = (
            (self._titled(role, body) if titled else None)
            or self._cast.holder(role, body, scene.number)
            or head_of(role, body, self._cast)
        )
        if holder is None and body is None and self._cast.issuer is not None:
            holder = self._cast.holder(role, self._cast.issuer, scene.number)
        holder = holder or titled_as(scene, number, body, self._cast)
        if holder is None or is_anothers(scene, role, holder, self._cast):
            holder = None
            scene.bodies[number] = body or self._own(scene, number, role)
        elif titled and body is not None and body.type == EntityType.COUNTRY:
            holder.offices.append(self._office(scene, number, role))
        return holder

    def _titled(self, role: Role, body: Figure | None) -> Figure | None:
        """Whom an office in a title means by what the text calls people of its state or body."""
        return named_in(role, body, self._cast) or counterpart(role, body, self._scenes)

    def _own(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The issuer or its state, where "the OFFICE" that nobody named holds is theirs."""
        if not _is_the(scene, number):
            return None
        found = self._bodies.of(scene, number, role)
        return found.figure if found is not None and found.basis in _OWN else None

    def _named_above(self, scene: Scene, number: int) -> Mention | None:
        """The person whose name is all of the line above a line that begins with an office."""
        mention = scene.mentions[number]
        first = not scene.block.text[: mention.start].strip(_BULLETS)
        above = self._scenes[scene.number - 1] if scene.number and first else None
        if above is None or len(above.mentions) != 1:
            return None
        (name,) = above.mentions
        text = above.block.text
        rest = text[: name.start].strip(f"{_BULLETS}0123456789.)"), text[name.end :].strip(" ,")
        alone = _is_named_person(name) and not name.roles and not any(rest)
        return name if alone else None

    def _described(self, scene: Scene, number: int) -> Figure:
        mention = scene.mentions[number]
        assert mention.span is not None  # noqa: S101  # descriptions have a span
        beside = figure_beside(scene, number)
        form = scene.block.text[mention.start : mention.end]
        noun = IN_FULL.get(form, form)
        if beside is not None:
            beside.called.add(noun.lower())
            return beside
        topic = self._cast.topic()
        titled = scene.block.kind == BlockKind.TITLE and mention.type == EntityType.OPERATION
        if titled and topic is not None and topic.named and may_be(noun, topic):
            return topic
        fresh = (
            scene.block.kind == BlockKind.BULLET
            and noun[0].isupper()
            and not _is_the(scene, number)
        )
        headed = scene.block.kind == BlockKind.TITLE
        definite = not fresh and (headed or points_back(scene.block.text, mention))
        before = self._mentioned(scene, number, mention.type)
        if noun.lower().rstrip("s") in PLAIN:
            before = [figure for figure in before if figure not in self._aside]
        named = self._named_next(scene, number, before) if headed or not definite else None
        if named is not None:
            return named
        announced = None if headed or fresh else self._announced_as(scene, noun, mention.type)
        if (
            announced is not None
            and not (definite or sets_apart(mention.span, announced))
            and is_one_topic(mention.span.name, announced.name)
        ):
            return announced
        figure = self._cast.described(mention.span, noun, definite, fresh, before)
        if definite and begins_own(self._scenes, scene, number, figure):
            figure = self._cast.described(mention.span, noun, False, True, before)
        if headed and not figure.named:
            self._announced[noun.lower()] = figure
        return figure

    def _named_next(self, scene: Scene, number: int, before: Sequence[Figure]) -> Figure | None:
        """What the opening brings in by its noun: what it names later, an event of the title."""
        mention = scene.mentions[number]
        if mention.span is None or scene.number >= self._opening:
            return None
        until = max(scene.number + 2, self._opening)
        ahead = (further.figures for further in self._scenes[scene.number + 1 : until])
        following = chain(scene.figures[number + 1 :], *ahead)
        noun = scene.block.text[mention.start : mention.end]
        named = named_later(mention.span, noun, self._cast.figures, following)
        if named is not None and all(figure is named for figure in before):
            return named
        coded = coded_in_title(mention.span, noun, self._cast.figures)
        if coded not in {None, *scene.figures} and all(figure is coded for figure in before):
            return coded
        rest, title = scene.block.text[mention.end :][:_REACH], self._scenes[0].block.text
        return in_title(mention.span, noun.lower().rstrip("s"), rest, self._cast.figures, title)

    def _announced_as(self, scene: Scene, noun: str, kind: EntityType) -> Figure | None:
        """What the title announces and the text brings in by a noun, the same or one like it."""
        same = self._announced.pop(noun.lower(), None)
        if same is not None or kind != EntityType.OPERATION or scene.number >= self._opening:
            return same
        alike = (word for word, f in self._announced.items() if f.type == kind and may_be(noun, f))
        word = next(alike, None)
        return self._announced.pop(word) if word else None

    def _mentioned(self, scene: Scene, number: int, kind: EntityType) -> list[Figure]:
        """The figures of a type mentioned before a mention, which come in order of the text."""
        while self._done < (scene.number, number):
            at, place = self._done
            figures = self._scenes[at].figures
            if place >= len(figures):
                self._done = (at + 1, 0)
                continue
            figure = figures[place]
            if figure is not None:
                self._note_aside(self._scenes[at], place, figure)
                self._passed.setdefault(figure.type, []).append(figure)
            self._done = (at, place + 1)
        return self._passed.get(kind, [])

    def _note_aside(self, scene: Scene, number: int, figure: Figure) -> None:
        """Remember events that were only ever spoken of: "on the sidelines of the summit"."""
        known = figure.type != EntityType.EVENT or figure in self._passed.get(figure.type, ())
        if known and figure not in self._aside:
            return
        text, start = scene.block.text, scene.mentions[number].start
        (self._aside.add if is_aside(text, start) else self._aside.discard)(figure)

    def _note_opening(self) -> None:
        """Mark what the title and the first blocks of text name, but for what pays or helps."""
        for scene in self._scenes[: self._opening]:
            for number, figure in enumerate(scene.figures):
                if figure is not None and not backs(scene, number):
                    figure.opening = True
                    figure.titled = figure.titled or scene.block.kind == BlockKind.TITLE


def _is_where(text: str, mention: Mention) -> bool:
    """Whether "at" stands before a body, and nobody who is or was with it before that."""
    near = mention.span is not None and not text.startswith(("'", "’"), mention.end)
    at = _AT.search(text, max(0, mention.start - _REACH), mention.start) if near else None
    return at is not None and not _WITH.search(text[max(0, at.start() - _REACH) : at.start()])


def _is_house(figure: Figure) -> bool:
    """Whether the head of a body's name is a house ("National Museum of X", "Bank of X")."""
    head = _TAIL.split(figure.name, maxsplit=1)[0].removesuffix(" General").split()
    return (len(head) > 1 or " of " in figure.name) and head[-1] in site_words().houses


def _is_thing(mention: Mention) -> bool:
    return mention.span is not None and mention.type != EntityType.PERSON and mention.span.named


def _is_named_person(mention: Mention) -> bool:
    return mention.type == EntityType.PERSON and mention.span is not None


def _is_left(mention: Mention) -> bool:
    return mention.span is None or not mention.span.named


def _is_office(mention: Mention) -> bool:
    return mention.span is None


def _is_the(scene: Scene, number: int) -> bool:
    """Whether "the" stands before an office that is written like a name."""
    text, mention = scene.block.text, scene.mentions[number]
    words = text[: mention.start].rsplit(maxsplit=1)
    before = words[-1].lower().lstrip(MARKS) if words else ""
    return before == "the" and text[mention.start].isupper()
