"""What a statement takes from around its words: date, place, event, amount, and the topic."""

from collections import Counter
from collections.abc import Iterable

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_attended, is_meal, is_talked_of, of_rite
from communique.extractors.parse import Token
from communique.extractors.reading.aims.matter import (
    goes_elsewhere,
    latest_undertaking,
    led_to,
    says_what_for,
)
from communique.extractors.reading.clause import (
    Clause,
    is_said_elsewhere,
    represents_nobody,
    speaks_anywhere,
    tells_of_another,
)
from communique.extractors.reading.money import money
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.extractors.reading.timing.legs import Legs
from communique.extractors.reading.unsaid import hides_who_meets, met_by, same_doers
from communique.extractors.reading.whom.counterparts import host_state
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.reading.whom.peers import busiest
from communique.extractors.syntax.arguments import (
    clause_verb,
    is_passive,
    objects,
    subjects,
)
from communique.extractors.syntax.phrases import in_doing, prepositional
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_JOURNEYS = frozenset({Relation.VISITS, Relation.PARTICIPATES_IN, Relation.MEETS})
_ASIDE = frozenset({"as", "for", "on", "since", "after", "via", "alongside", "despite"})
"""Prepositions after "attend" that do not lead to what is attended ("for the first time")."""

_INSTEAD = frozenset("place stead person turn capacity absence number force".split())
"""Nouns behind "in" that do not lead to it either ("attended in his place")."""

_TELLING = frozenset(
    {Relation.PARTICIPATES_IN, Relation.HELD_IN, Relation.LEADS, Relation.HOSTS, Relation.ORGANISES}
)
"""Relations by which a release tells of an event that it takes place."""

_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


class Occasion:
    """Finds the qualifiers of statements, sentence after sentence; ``met`` counts who met whom."""

    def __init__(
        self,
        cast: Cast,
        calendar: Calendar,
        meaning: Meaning,
        main: Figure | None = None,
        stricken: Figure | None = None,
    ) -> None:
        """Begin a release with the event that it is about and the state that help is for."""
        self.main = main
        self._stricken = stricken
        self._cast = cast
        self._calendar = calendar
        self._meaning = meaning
        self._setting: tuple[int, Figure] | None = None
        self._traveller: Figure | None = None
        self._legs = Legs()
        self._mood: Status | None = None
        self._told: Figure | None = None
        self.met: Counter[tuple[Figure, Figure]] = Counter()
        self._giver: Figure | None = None
        self.event: Figure | None = None
        self._looked = (-1, 0)

    def state(self, figure: Figure) -> Figure | None:
        """The state that a capital stands for."""
        return self._cast.state_of(figure)

    def states(self, figures: Iterable[Figure]) -> list[Figure]:
        """The states for which those who announce a sum speak: "the Minister announced"."""
        people = [f for f in figures if f.type == EntityType.PERSON and f.sure_home]
        bodies = [office.body for f in people for office in f.offices if office.body is not None]
        states = [self._cast.home_of(body) or body for body in bodies]
        return [state for state in states if state.type == EntityType.COUNTRY][:1]

    def senders(self, figures: Iterable[Figure]) -> list[Figure]:
        """The international body whose staff a mission is: "the mission met with the Governor"."""
        issuer = self._cast.issuer if self._cast.state is None else None
        if issuer is None:
            return []
        forms = " ".join((issuer.name, *issuer.aliases)).lower().split()
        own = {"the", "a", "joint", "of", "mission", "staff", "team", *forms}
        sent = (f for f in figures if f.noun == "mission" and not f.named)
        return [issuer for f in sent if own.issuperset(f.name.lower().split())][:1]

    def discourse(self, slot: str, clause: Clause) -> list[Figure]:
        """Figures that a clause means without naming them.

        ``topic`` is the operation the release is about; ``in-doing`` the same, if the clause says
        "in dismantling …"; ``recent`` the latest event, if the verb has no object of its own;
        ``same-doer`` who did the same before, where a passive does not say who does it;
        ``last-event`` the latest event and ``main-event`` the one the release is about, if the
        sentence names none; ``traveller`` who was last said to travel; ``host-state`` the state
        where somebody meets officials without further name; ``meeter`` who has met most people so
        far, for a passive that does not say who meets; ``matter`` the undertaking that means or
        money are for, where the clause does not say it; ``stricken`` the state that help is for.
        """
        finders = {
            "traveller": lambda _: [self._traveller] if self._traveller else [],
            "host-state": self._host_state,
            "main-event": self._event_here,
            "same-doer": lambda clause: same_doers(clause, self._meaning),
            "last-event": self._last_event,
            "recent": self._recent,
            "matter": self._matter,
            "own-state": self._own_state,
            "meeter": self._meeter,
            "stricken": self._in_need,
        }
        if slot in finders:
            return finders[slot](clause)
        topic = self._cast.topic()
        if topic is None or (slot == "in-doing" and not in_doing(clause.trigger)):
            return []
        attended = clause.frame.relation == Relation.PARTICIPATES_IN
        named = self._events_of(clause) if attended else []
        return named or ([] if tells_of_another(clause) else [topic])

    def _host_state(self, clause: Clause) -> list[Figure]:
        """The state whose officials somebody meets there."""
        at, there = self._setting or (None, None)
        setting = there if at == clause.scene.number else None
        return host_state(clause, self._cast, self._meaning, setting)

    def _meeter(self, clause: Clause) -> list[Figure]:
        """Who travels or has met most people, where "talks were held with X" says no more."""
        most = [figure for figure, _ in busiest(self.met)[:1]]
        host = [self._traveller] if self._traveller else most or self._meaning.lead.first
        return host if hides_who_meets(clause.trigger) else []

    def _recent(self, clause: Clause) -> list[Figure]:
        """The latest event, if the verb has no object of its own."""
        trigger = clause.trigger
        further = [c for c in trigger.children if c.dep_ == "prep" and not _is_aside(c)]
        bare = not objects(trigger) and not further and not speaks_anywhere(clause)
        event = self.at_hand(clause.scene, clause.scene.offset(trigger))
        return [event] if event and bare else []

    def _last_event(self, clause: Clause) -> list[Figure]:
        """The latest event before a sentence that names none itself."""
        if self._events_of(clause) or is_said_elsewhere(clause):
            return []
        event = self.at_hand(clause.scene, clause.start - clause.scene.block.start)
        doers = " ".join(token.text for token in subjects(clause_verb(clause.trigger)))
        event = of_rite(event, self._cast.topic(), doers)
        return [event] if event else []

    def at_hand(self, scene: Scene, offset: int, *, meals: bool = False) -> Figure | None:
        """The event at which those are of whom a sentence says no more than that they came.

        It is the latest of the block before an offset of it, else the latest that the release
        has said something of since it came up, else the one it is about, else the latest, unless
        the block only speaks of that one. Meals have guests and are passed over else.
        """
        before = [
            (figure, is_talked_of(scene.block.text, mention.start))
            for mention, figure in zip(scene.mentions, scene.figures, strict=True)
            if figure is not None
            and figure.type == EntityType.EVENT
            and mention.start < offset
            and is_attended(figure)
            and (meals or not is_meal(figure))
        ]
        here = [figure for figure, elsewhere in before if not elsewhere]
        event = here[-1] if here else self._told or self.main or self.event
        return event if here or all(event is not figure for figure, _ in before) else None

    @staticmethod
    def _events_of(clause: Clause) -> list[Figure]:
        """The events that the sentence of a clause names and that are more than words."""
        inside = clause.scene.parties(clause.start, clause.end)
        return [f for f in inside if f.type == EntityType.EVENT and is_attended(f)]

    def _matter(self, clause: Clause) -> list[Figure]:
        """What means or money are for: what the release is about, else the latest undertaking."""
        if says_what_for(clause, self._meaning):
            return []
        topic = self._cast.topic()
        if topic and topic.named:
            return [topic]
        about = latest_undertaking(clause) or topic or self.main
        return [about] if about else []

    def _own_state(self, clause: Clause) -> list[Figure]:
        """Who gives what a clause names no giver of: who gave last, else the issuer's state."""
        giver, trigger = self._giver or self._cast.state, clause.trigger
        unsaid = not is_passive(trigger) or not subjects(trigger)
        return [giver] if giver and unsaid else []

    def _in_need(self, clause: Clause) -> list[Figure]:
        """The state that help is for, if the clause does not give it to somebody else."""
        state = self._stricken
        return [state] if state and not goes_elsewhere(clause, self._meaning, state) else []

    def _event_here(self, clause: Clause) -> list[Figure]:
        """The event that a delegation is at, if its sentence names neither event nor journey."""
        trigger = clause.trigger
        bound = trigger.tag_ == "VBG" or any(
            prepositional(t, "to") for t in (trigger, *objects(trigger))
        )
        if bound or self._events_of(clause) or represents_nobody(clause):
            return []
        before = clause.scene.before(clause.start - clause.scene.block.start, EntityType.EVENT)
        events = [f for f in before if is_attended(f)]
        event = events[-1] if events else self.main
        known = event is not None and (bool(events) or event.named or event.noun != "meeting")
        return [event] if event is not None and known else []

    def mood(self) -> Status | None:
        """Whether what the release is about lies ahead, as its visits and attendances say."""
        return self._mood

    def destinations(self, block: int = -1) -> dict[Figure, Status | None]:
        """Where the trip of a block, else of the release goes, and whether that is planned."""
        return self._legs.of(block)

    def note(self, scene: Scene, findings: list[Finding]) -> None:
        """Remember, after a sentence, where its people are."""
        if self._looked != (scene.number, len(scene.figures)):
            self._looked = scene.number, len(scene.figures)
            there = (f for f in reversed(scene.figures) if f and f.type == EntityType.EVENT)
            self.event = next(filter(is_attended, there), self.event)
        told = [end for f in findings for end in (f.subject, f.object) if f.relation in _TELLING]
        told = [e for e in told if e.type == EntityType.EVENT and is_attended(e) and not is_meal(e)]
        self._told = told[-1] if told else self._told
        for found in findings:
            if found.relation in _JOURNEYS and found.status is not None:
                self._mood = self._mood or found.status
        self.met.update(met_by(findings))
        givers = [f.subject for f in findings if f.relation == Relation.FUNDS]
        self._giver = givers[-1] if givers else self._giver
        visits = [f for f in findings if f.relation == Relation.VISITS]
        people = [f.subject for f in visits if f.subject.type == EntityType.PERSON]
        self._traveller = people[-1] if people else self._traveller
        self._legs.note(scene.number, visits)
        if visits:
            self._setting = (scene.number, list(dict.fromkeys(f.object for f in visits))[-1])

    def finding(
        self, clause: Clause, subject: Figure, thing: Figure, status: Status | None
    ) -> Finding:
        """A finding with the qualifiers that its relation takes."""
        frame = clause.frame
        takes = SIGNATURES[frame.relation].qualifiers
        date = self._calendar.of(clause, (subject, thing)) if "date" in takes else None
        return Finding(
            subject, frame.relation, thing, clause.start, clause.end, frame.name,
            frame.confidence, date,
            place=self._place(clause) if "place" in takes else None,
            event=self._event(clause) if "event" in takes else None,
            status=status if "status" in takes else None,
            amount=money(clause.text, clause.place - clause.start) if "amount" in takes else None,
        )  # fmt: skip

    def _place(self, clause: Clause) -> str | None:
        """Where somebody travels to whose meeting a sentence of the same block tells."""
        at, there = self._setting or (-1, None)
        met = clause.frame.relation == Relation.MEETS and at == clause.scene.number
        return there.name if there and met and there.type in _SITES else None

    def _event(self, clause: Clause) -> str | None:
        for preposition in ("at", "during", "on", "over"):
            for figure in led_to(clause, self._meaning, clause_verb(clause.trigger), preposition):
                if figure.type == EntityType.EVENT:
                    return figure.name
        return None


def _is_aside(preposition: Token) -> bool:
    """Whether a preposition behind "attend" leads to something else than what is attended."""
    nouns = (child.lemma_.lower() for child in preposition.children)
    return preposition.lower_ in _ASIDE or not _INSTEAD.isdisjoint(nouns)
