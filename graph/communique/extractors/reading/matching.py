"""Frames applied to a parse: from words to findings."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, product

from communique.extractors.cast import Figure
from communique.extractors.cast.main_event import is_spoken
from communique.extractors.parse import Sentence
from communique.extractors.reading.aims import Aims
from communique.extractors.reading.clause import (
    TWO,
    Clause,
    bodies_behind,
    has_other_side,
    is_among_themselves,
    is_aside,
    is_bilateral,
    is_fit,
    is_gathering,
    is_home,
    is_said_of_us,
    is_stay,
)
from communique.extractors.reading.frame import Frame, FrameIndex
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.refusal import ALONE, QUOTED, WRONG_TYPES, Refusal
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.trigger import DESCRIBING, DISCOURSE, Trigger
from communique.extractors.reading.whom.listed import listed
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.reading.whom.nouns import DELEGATIONS
from communique.extractors.reading.whom.peers import goes_on, in_talks, without_states
from communique.extractors.syntax.arguments import objects
from communique.extractors.syntax.phrases import prepositional
from communique.extractors.syntax.stance import is_verbless, unstated
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_WHERE = frozenset({Relation.INVOLVES})
"""Relations whose object is where something is done: a capital there is no state."""
_PRONOUNS = frozenset({"it", "they", "them"})
_IT = _PRONOUNS | {"its", "their"}
_DOERS = frozenset({"subject", "agent", "companion"})
_DONE_TO = frozenset({Relation.FUNDS, Relation.ORGANISES, Relation.COORDINATES, Relation.HOSTS})
"""Relations whose "it" is an undertaking rather than who did something before."""
_HAPPENING = frozenset({Relation.HELD_IN, Relation.INVOLVES})
"""Relations of which "it" is the undertaking, where it means no other thing."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_HIGHEST = 3
"""Nouns over one that a clause after a comma may describe."""
_BY_PEOPLE = frozenset({Relation.MEETS, Relation.VISITS, Relation.APPOINTS})
"""Relations in which a gift, or experts in a team of others, do not stand for who gave them."""
_IN_PERSON = frozenset({Relation.MEETS, Relation.VISITS})
_SPEAKING = frozenset({"speak", "talk"})
_MOST_PAIRED = 5
"""With more members than these, "A, B, … met" says too little about each pair."""


class SentenceReader:
    """Reads the statements of the sentences of one release by frames.

    Attributes:
        refused: Frames that were triggered so far and state nothing, with the reason, if asked for.
    """

    def __init__(
        self, index: FrameIndex, meaning: Meaning, occasion: Occasion, aims: Aims, *, every: bool
    ) -> None:
        """Take the frames and what the release has said so far.

        Args:
            index: The frames.
            meaning: Whom words mean.
            occasion: What statements take from around their words.
            aims: Brings in what money and support are for.
            every: Whether to look further where a frame cannot state anything, to tell why.
        """
        self._every = every
        self._whole: tuple[Scene | None, bool] = (None, True)
        self._index = index
        self._meaning = meaning
        self._occasion = occasion
        self._aims = aims
        self.refused: list[Refusal] = []

    def read(self, scene: Scene, sentence: Sentence) -> Iterator[Finding]:
        """Yield what a sentence states, in the order of its triggers."""
        span, text = scene.span(sentence), scene.text(sentence)
        words = {word for t in sentence for word in (t.lower_, t.lemma_.lower())}
        for token in sentence:
            frames = [
                frame
                for frame in self._index.triggered(scene, token)
                if not (needed := frame.needed) or not needed.isdisjoint(words)
            ]
            if not frames:
                continue
            trigger = Trigger(token, text, scene, self._meaning)
            whole = self._is_read_whole(scene)
            for frame in frames:
                if (whole or trigger.leads(frame)) and trigger.fits(frame):
                    yield from self._apply(Clause(frame, scene, token, *span), trigger)

    def _apply(self, clause: Clause, word: Trigger) -> Iterator[Finding]:
        frame, trigger = clause.frame, clause.trigger
        status = word.stance(promised=frame.amount or frame.relation == Relation.SUPPORTS)
        if status is None or word.is_hearsay:
            if self._every:
                self.refused.append(Refusal(clause, unstated(trigger) or QUOTED))
            return
        settled: Status | None = Status(frame.status) if frame.status else status
        if frame.nouns and not frame.status and is_verbless(trigger):
            settled = None  # a headline says no more than that there is such a visit
        for subject, end in self._ends(clause, word):
            thing = self._attended(clause, end)
            if thing is None or is_stay(clause) or is_bilateral(clause, subject, thing):
                continue
            if not is_home(frame, subject, thing):
                yield self._occasion.finding(clause, subject, thing, settled)

    def _attended(self, clause: Clause, thing: Figure) -> Figure | None:
        """The event that somebody is at who gives a speech there; anything else as it is."""
        if clause.frame.relation != Relation.PARTICIPATES_IN or not is_spoken(thing):
            return thing
        scene = clause.scene
        end = clause.end if clause.frame.verbs else clause.start
        return self._occasion.at_hand(scene, end - scene.block.start)

    def _ends(self, clause: Clause, word: Trigger) -> Iterator[tuple[Figure, Figure]]:
        frame = clause.frame
        signature = SIGNATURES[frame.relation]
        left = self._fill(clause, word, frame.subject, frame.subject_types or signature.subjects)
        if frame.pairs:
            yield from self._pairs(clause, left)
            return
        if (not left and not self._is_read_whole(clause.scene)) or is_said_of_us(clause):
            return
        right = self._fill(clause, word, frame.object, frame.object_types or signature.objects)
        right = right if frame.relation != Relation.MEETS else without_states(right)
        if left and not right and frame.aim is not None:
            right = self._aims.find(clause, word)
        if bool(left) != bool(right):
            self._refuse(clause, ALONE, left or right)
        own = self._own(clause)
        if len(left) > 1 and frame.relation == Relation.SUPPORTS:
            right = [figure for figure in right if figure not in left]  # "we all back our work"
        for one, other in product(left, right):
            apart = not frame.apart or _apart(one, other)
            if one is not other and other is not own and apart:
                yield one, other

    def _pairs(self, clause: Clause, members: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Every two of those who do something with each other."""
        if not clause.frame.through and objects(clause.trigger):
            return  # "A and B met the rest of the cost"
        if has_other_side(clause):
            return
        members = without_states(members)
        several = len(members) > TWO
        if len(members) > _MOST_PAIRED or (several and self._is_event(clause)):
            return
        if clause.trigger.lemma_ in _SPEAKING and not is_among_themselves(clause, len(members)):
            return
        pairs = combinations(members, 2)
        yield from (pair for pair in pairs if not clause.frame.apart or _apart(*pair))

    def _is_event(self, clause: Clause) -> bool:
        """Whether several are at an event: "met for a workshop", "the Ministerial was led by"."""
        held = dict.fromkeys(objects(clause.trigger), True)
        nouns = held | dict.fromkeys(prepositional(clause.trigger, "for"), False)
        return any(
            is_gathering(figure, met=met)
            for noun, met in nouns.items()
            for figure in self._meaning.of(clause.scene, noun)
        )

    def _own(self, clause: Clause) -> Figure | None:
        """What the trigger itself names, unless the frame speaks of it: "U.S. assistance"."""
        frame, scene = clause.frame, clause.scene
        if "self" in frame.subject or "self" in frame.object or scene.parse is None:
            return None
        number = scene.parse.mention_of(clause.trigger)
        figure = None if number is None else scene.figures[number]
        named = figure is not None and clause.trigger.lower_ in figure.name.lower()
        return figure if named else None

    def _fill(
        self, clause: Clause, word: Trigger, slots: Sequence[str], types: frozenset[EntityType]
    ) -> list[Figure]:
        """The figures of the wanted types in any of the slots."""
        found: list[Figure] = []
        for slot in slots:
            found += self._in_slot(clause, word, slot)
            if found and clause.frame.relation == Relation.FUNDS and self._typed(found, types):
                break  # "gave a million to X for Y": X is funded
        fit = self._fitting(clause, found, slots, types) if found else []
        if not fit and "object" in slots and clause.trigger.dep_ in DESCRIBING:
            fit = self._typed(self._described(clause), types)
        if found and not fit:
            self._refuse(clause, WRONG_TYPES, found)
        return fit

    def _fitting(
        self,
        clause: Clause,
        found: Sequence[Figure],
        slots: Sequence[str],
        types: frozenset[EntityType],
    ) -> list[Figure]:
        """Those of the wanted types, else those for whom what was found stands."""
        subject = slots is clause.frame.subject
        capitals = subject or clause.frame.relation not in _WHERE
        fit = self._typed(found, types, capitals=capitals)
        met = clause.frame.relation == Relation.MEETS
        if not fit and (subject or met or clause.frame.is_handing_over):
            fit = self._typed(self._stood_for(clause.frame, found), types)
        if not fit and subject:
            fit = self._typed(bodies_behind(clause, found), types)
        return fit

    def _stood_for(self, frame: Frame, figures: Sequence[Figure]) -> list[Figure]:
        """Those for whom somebody acts who cannot be an end: ministers who give, missions."""
        if frame.amount or frame.is_handing_over:
            return self._occasion.states(figures)
        return self._occasion.senders(figures) if frame.relation in _BY_PEOPLE else []

    def _refuse(self, clause: Clause, reason: str, figures: Sequence[Figure]) -> None:
        """Note why a frame states nothing, wrong types before all else."""
        known = bool(self.refused) and self.refused[-1].clause is clause
        if self._every and not (known and reason == ALONE):
            self.refused.append(Refusal(clause, reason, tuple(dict.fromkeys(figures))))

    def _is_read_whole(self, scene: Scene) -> bool:
        """Whether a frame with one end only is read further.

        A delegation is known by where it was spoken of last, so that none may be passed over.
        """
        if self._whole[0] is not scene:
            tokens = scene.parse.tokens if scene.parse else ()
            sent = any(token.lemma_.lower() in DELEGATIONS for token in tokens)
            self._whole = scene, self._every or sent
        return self._whole[1]

    def _in_slot(self, clause: Clause, word: Trigger, slot: str) -> list[Figure]:
        """The figures that a slot leads to."""
        frame = clause.frame
        if slot in DISCOURSE:
            return self._occasion.discourse(slot, clause)
        found: list[Figure] = []
        doers = partial(goes_on, clause.trigger, self._meaning.doers, self._occasion.met)
        means = doers if frame.relation in _IN_PERSON else self._meaning.of
        for token in word.reached(frame, slot):
            if not is_fit(clause, token, slot):
                continue
            done = (token.lower_ in _PRONOUNS and slot not in _DOERS) or slot == "object.possessor"
            if done and token.lower_ in _IT and frame.relation in _DONE_TO:
                found += filter(None, [self._meaning.undertaking(token.lower_)])
                continue
            if frame.relation in _BY_PEOPLE and is_aside(clause, token, slot):
                continue
            for member in listed(clause.scene, token):
                meant = means(clause.scene, member)
                found += in_talks(meant) if frame.relation == Relation.MEETS else meant
            if not found and token.lower_ in _PRONOUNS and frame.relation in _HAPPENING:
                found += filter(None, [self._meaning.undertaking(token.lower_)])
        return found

    def _described(self, clause: Clause) -> list[Figure]:
        """What a clause after a comma describes, past its nearest noun.

        "A course for judges, financed by X": the parse takes the judges for financed.
        """
        trigger, noun = clause.trigger, clause.trigger.head
        between = {word.lower_ for word in trigger.doc[noun.i + 1 : trigger.i]}
        if "," not in between or (trigger.dep_ == "relcl" and "which" not in between):
            return []
        for _ in range(_HIGHEST):
            if noun.dep_ != "pobj" or noun.head.head.pos_ not in _NOMINAL:
                return []
            noun = noun.head.head
            found = self._meaning.of(clause.scene, noun)
            if found:
                return found
        return []

    def _typed(
        self, figures: Iterable[Figure], types: frozenset[EntityType], *, capitals: bool = True
    ) -> list[Figure]:
        """Figures of the wanted types; a capital stands for its state where only a state fits."""
        found: list[Figure] = []
        for figure in figures:
            if figure.type in types:
                found.append(figure)
            elif capitals and figure.type == EntityType.PLACE and EntityType.COUNTRY in types:
                state = self._occasion.state(figure)
                found += [state] if state is not None else []
        return list(dict.fromkeys(found))


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two people hold offices of two states."""
    return bool(one.home and other.home and one.home.iso3 != other.home.iso3)
