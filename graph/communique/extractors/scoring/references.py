"""References: the words of a sentence that mean somebody, and those meant without a word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Role
from communique.extractors.parse import Sentence, Token
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.meaning import Meaning
from communique.ontology import EntityType

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PRON"})
_POINTING = frozenset({"both", "there"})
_NAMING = frozenset({"name", "description", "noun"})
_MOST_MAIN = 2
"""Events of the opening that every sentence may mean."""
_MOST_AROUND = 12
"""Figures of a lead, a heading or the title that a sentence may mean; the first ones count."""
_MOST_EARLIER = 8
"""Figures of the sentence before that a sentence may mean without naming them."""


class Kind(StrEnum):
    """How a sentence means a figure."""

    NAME = "name"
    OFFICE = "office"
    DESCRIPTION = "description"
    SPOKEN_FOR = "spoken-for"
    OFFICE_BODY = "office-body"
    HOME = "home"
    CAPITAL = "capital"
    PRONOUN = "pronoun"
    NOUN = "noun"
    TOPIC = "topic"
    ISSUER = "issuer"
    ISSUER_STATE = "issuer-state"
    EVENT = "event"
    EVENT_BEFORE = "event-before"
    MAIN_EVENT = "main-event"
    OPERATION = "operation"
    EARLIER_SUBJECT = "earlier-subject"
    EARLIER = "earlier"
    HEADING = "heading"
    LEAD = "lead"
    LEAD_SUBJECT = "lead-subject"
    TITLE = "title"
    SETTING = "setting"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Reference:
    """One way in which a sentence means a figure.

    Attributes:
        figure: Who or what is meant.
        kind: How.
        token: The word that means it; None for what only the text around means.
    """

    figure: Figure
    kind: Kind
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with all that it may speak of.

    Attributes:
        scene: Its block.
        sentence: Its parse.
        start: Where it begins in the repaired text, in code points.
        end: Where it ends.
        number: Position among the sentences of its block.
        references: Who is meant by its words, in text order, then by the text around.
    """

    scene: Scene
    sentence: Sentence
    start: int
    end: int
    number: int
    references: tuple[Reference, ...]

    @property
    def words(self) -> str:
        """The text of the sentence."""
        return self.scene.text(self.sentence)


class ReferenceReader:
    """Collects the references of the sentences of one release, in order."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], meaning: Meaning) -> None:
        """Begin before the first sentence."""
        self._cast = cast
        self._meaning = meaning
        self._by_start = {scene.block.start: scene for scene in scenes}
        self._title = _figures(scenes[0]) if scenes else []
        self._headed = _headed(scenes)
        self._main = _opening_events(cast)
        self._recent: dict[EntityType, list[Figure]] = {}
        self._earlier: list[Reference] = []
        self._stood_in: dict[Figure, dict[Role, dict[Figure, int]]] = {}

    def read(self, scene: Scene, sentence: Sentence, number: int) -> Passage:
        """The passage of a sentence; sentences must come in order."""
        own = list(dict.fromkeys(self._within(scene, sentence)))
        present = {reference.figure for reference in own}
        around: list[Reference] = []
        for reference in self._around(scene):
            if reference.figure not in present:
                present.add(reference.figure)
                around.append(reference)
        start, end = scene.span(sentence)
        passage = Passage(scene, sentence, start, end, number, (*own, *around))
        self._note(own)
        return passage

    def _note(self, own: Sequence[Reference]) -> None:
        if own:
            self._earlier = list(own)
        for reference in own:
            if reference.token is not None and reference.kind in _NAMING:
                recent = self._recent.setdefault(reference.figure.type, [])
                if reference.figure in recent:
                    recent.remove(reference.figure)
                recent.insert(0, reference.figure)

    def _within(self, scene: Scene, sentence: Sentence) -> Iterator[Reference]:
        for token in sentence:
            number = scene.parse.mention_of(token) if scene.parse else None
            if number is not None:
                yield from self._mentioned(scene, token, number)
            elif token.pos_ in _NOMINAL or token.lower_ in _POINTING:
                kind = Kind.NOUN if token.pos_ == "NOUN" else Kind.PRONOUN
                for figure in self._meaning.of(scene, token):
                    yield Reference(figure, kind, token)

    def _mentioned(self, scene: Scene, token: Token, number: int) -> Iterator[Reference]:
        mention, figure = scene.mentions[number], scene.figures[number]
        body = scene.bodies[number]
        if figure is None:
            if body is not None:
                yield Reference(body, Kind.SPOKEN_FOR, token)
            return
        named = mention.span is not None and mention.span.named
        kind = Kind.NAME if named else Kind.OFFICE if mention.span is None else Kind.DESCRIPTION
        yield Reference(figure, kind, token)
        if mention.type == EntityType.PERSON:
            for body in self._bodies(figure, mention.roles):
                yield Reference(body, Kind.OFFICE_BODY, token)
        home = self._cast.home_of(figure)
        if home is not None:
            yield Reference(home, Kind.HOME, token)
        yield from (Reference(whole, Kind.WITHIN, token) for whole in figure.within)
        state = self._cast.state_of(figure) if figure.type == EntityType.PLACE else None
        if state is not None:
            yield Reference(state, Kind.CAPITAL, token)

    def _bodies(self, figure: Figure, roles: Sequence[Role]) -> Iterator[Figure]:
        """Yield what somebody's offices stand in by these roles, in order of the offices."""
        known = self._stood_in.get(figure)
        if known is None:
            known = self._stood_in[figure] = {}
            for place, office in enumerate(figure.offices):
                if office.body is not None:
                    known.setdefault(office.role, {}).setdefault(office.body, place)
        found = [item for role in set(roles) for item in known.get(role, {}).items()]
        yield from (body for body, _ in sorted(found, key=lambda item: item[1]))

    def _around(self, scene: Scene) -> Iterator[Reference]:
        events = self._recent.get(EntityType.EVENT, [])
        kinds = (Kind.EVENT, Kind.EVENT_BEFORE)
        yield from (Reference(f, kind) for f, kind in zip(events, kinds, strict=False))
        yield from (Reference(figure, Kind.MAIN_EVENT) for figure in self._main)
        topic = self._cast.topic()
        if topic is not None:
            yield Reference(topic, Kind.TOPIC)
        operations = self._recent.get(EntityType.OPERATION, [])
        yield from (Reference(figure, Kind.OPERATION) for figure in operations[:1])
        sites = self._recent.get(EntityType.PLACE, [])
        yield from (Reference(figure, Kind.SETTING) for figure in sites[:1])
        start = scene.block.lead_start
        lead = self._by_start.get(start) if start is not None else None
        if lead is not None:
            parties = _figures(lead)[:_MOST_AROUND]
            yield from (
                Reference(f, Kind.LEAD if n else Kind.LEAD_SUBJECT) for n, f in enumerate(parties)
            )
        if scene.block.kind != BlockKind.BULLET:
            yield from self._before()
        headed = self._headed[scene.number] if scene.block.heading is not None else []
        yield from (Reference(f, Kind.HEADING) for f in headed[:_MOST_AROUND])
        yield from (Reference(f, Kind.TITLE) for f in self._title[:_MOST_AROUND])
        if self._cast.issuer is not None:
            yield Reference(self._cast.issuer, Kind.ISSUER)
        if self._cast.state is not None:
            yield Reference(self._cast.state, Kind.ISSUER_STATE)

    def _before(self) -> Iterator[Reference]:
        for reference in self._earlier[:_MOST_EARLIER]:
            token = reference.token
            subject = token is not None and token.dep_ in _SUBJECTS
            kind = Kind.EARLIER_SUBJECT if subject else Kind.EARLIER
            yield Reference(reference.figure, kind)


def _opening_events(cast: Cast) -> list[Figure]:
    """The events that the title or the opening speaks of, named ones first."""
    events = [f for f in cast.figures if f.type == EntityType.EVENT and f.opening]
    return sorted(events, key=lambda f: not f.named)[:_MOST_MAIN]


def _figures(scene: Scene) -> list[Figure]:
    pairs = zip(scene.figures, scene.bodies, strict=True)
    return list(dict.fromkeys(f for figure, body in pairs if (f := figure or body)))


def _headed(scenes: Sequence[Scene]) -> dict[int, list[Figure]]:
    """For each scene, by number, the figures of the heading above it."""
    found: dict[int, list[Figure]] = {}
    heading: list[Figure] = []
    for scene in scenes:
        found[scene.number] = heading
        if scene.block.kind == BlockKind.HEADING:
            heading = _figures(scene)
    return found
