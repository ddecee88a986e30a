"""Whom the sentences before a pronoun have named."""

from collections.abc import Container, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_marked, is_passing
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Role
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.described.states import states_of
from communique.extractors.reading.whom.nouns import (
    BODIES,
    LANDS,
    counted,
    everyone,
    number_before,
)
from communique.extractors.reading.whom.recall.lead import Lead
from communique.extractors.reading.whom.recall.named import Named
from communique.extractors.reading.whom.recall.nameless import serves
from communique.extractors.reading.whom.recall.pronouns import (
    HE,
    IT,
    SHE,
    THEY,
    THINGS,
    gender,
    is_person,
)
from communique.extractors.reading.whom.speech.speaker import is_spokesperson
from communique.ontology import UNDERTAKINGS, EntityType

_EMPLOYING = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})
_VISITORS = frozenset({"guest", "visitor", "man", "woman"})
"""Nouns that mean no states."""
_GENDERS = {"woman": "f", "man": "m"}
"""Nouns that tell whether two or more are women or men."""
_CALLED = {
    **dict.fromkeys(LANDS, EntityType.COUNTRY), **dict.fromkeys(BODIES, EntityType.ORGANISATION),
}  # fmt: skip
"""What several are that a noun means."""
_TWO = 2
_MOST_PEOPLE = 4
"""People of a sentence whom "they" may mean together."""
_MOST_GROUPS = 12
"""Groups that are remembered: "the three" may look back over several sentences."""


class Recent:
    """Remembers who was named last, by what may stand for them.

    Attributes:
        group: Several who were named together last.
        guest: Who was received last.
        undertaking: The operation or event of which the last sentences spoke.
        lead: Of whom the release tells most.
        named: The people whom it has named so far.
    """

    def __init__(self, cast: Cast) -> None:
        """Begin before the first sentence of a release with these figures."""
        self._cast = cast
        self.lead, self.named = Lead(), Named()
        self.group: list[Figure] = []
        self._groups: list[list[Figure]] = []
        self.guest: Figure | None = None
        self.undertaking: Figure | None = None
        self._is_fresh = False
        self._latest: dict[str, Figure] = {}
        self._items: list[Figure] = []
        self._item = self._block = -1
        self._told = False

    def meant(self, word: str, *, opens: bool = False, staff: bool = False) -> list[Figure]:
        """Those whom a pronoun of the third person means; none if nobody fits.

        Args:
            word: The pronoun.
            opens: Whether it stands in the first sentence of a block and tells of no speech: then
                it means who did something in the first sentence of the block before, unless
                somebody else is named as a doer after that.
            staff: Whether it tells whose officer or director somebody is.
        """
        if word in HE | SHE:
            wanted = "m" if word in HE else "f"
            for key in ("first", wanted, "") if opens else (wanted, ""):
                figure = self._latest.get(f"person{key}")
                if figure is not None and gender(figure) in {wanted, ""}:
                    return [figure]
            return []
        if word in THEY:
            return list(self.group) if len(self.group) > 1 else []
        if word == "its" and staff and "body" in self._latest:
            return [self._latest["body"]]
        if word in IT:
            figure = self._latest.get("owner" if word == "its" else "thing")
            return [figure] if figure else []
        return []

    @property
    def people(self) -> list[Figure]:
        """The last people who were named together."""
        return next((list(g) for g in reversed(self._groups) if all(map(is_person, g))), [])

    def undertaken(self, word: str, *, near: bool = False) -> Figure | None:
        """The operation or event that the last sentences spoke of, if a pronoun fits it.

        Args:
            word: The pronoun.
            near: Whether only the very last sentence counts.
        """
        found = self.undertaking if self._is_fresh or not near else None
        several = found is not None and f"{found.noun}s" in found.name.lower().split()
        return found if several == (word in THEY) else None

    def together(self, token: Token, lemma: str) -> list[Figure] | None:
        """Who of those named together is meant by "the two" or "the presidents".

        None if a noun is none of these.
        """
        if size := counted(token, lemma):
            behind = [word.pos_ for word in token.doc[token.i + 1 : token.i + 3]]
            named = lemma in LANDS and behind == ["PUNCT", "PROPN"]  # "both countries, X and Y,"
            return [] if named else self._counted(size, lemma)
        if everyone(token, lemma) and (holders := self._holders(lemma)):
            return holders
        return None

    def _counted(self, size: int, noun: str) -> list[Figure]:
        """The last so many who were named together; of people also those named one by one."""
        found = self._several(size, noun)
        return found if any(map(is_person, found)) else self.named.holders(noun, size) or found

    def titled(self, roles: Sequence[Role], token: Token) -> list[Figure]:
        """Who is meant by an office in the plural with nobody's name: "the two Presidents"."""
        head = roles[0].head.lower() if roles and roles[0].body is None else ""
        noun = head.removesuffix("s")
        if not head.endswith("s"):
            return []
        size = number_before(token)
        return self._counted(size, noun) if size else self._holders(noun)

    def _several(self, size: int, noun: str = "") -> list[Figure]:
        """The last who were named together, so many of them.

        Args:
            size: How many.
            noun: What they are called: women or men are of one gender; of several groups the one
                comes first of which most hold an office of that noun.
        """
        wanted = _GENDERS.get(noun, "")
        fitting = [
            group
            for group in reversed(self._groups)
            if len(group) == size
            and not (wanted and any(gender(f) not in {wanted, ""} for f in group))
            and not (noun in _VISITORS and not all(map(is_person, group)))
            and all(f.type == _CALLED.get(noun, f.type) for f in group)
        ]
        if not fitting and noun in LANDS:
            return list(states_of(self._cast, reversed(self._groups), size))
        return list(max(fitting, key=lambda group: _share(group, noun), default=()))

    def _holders(self, head: str) -> list[Figure]:
        """The most who were named together and all hold an office of that noun; none if no two."""
        fitting = (group for group in reversed(self._groups) if _share(group, head) == 1)
        return list(max(fitting, key=len, default=())) or self.named.holders(head)

    def note_thing(
        self,
        doer: Figure | None,
        subject: Sequence[Figure],
        named: Sequence[Figure],
        agent: Figure | None = None,
    ) -> None:
        """Remember what may be "it": a subject, else what the sentence leads to.

        A body by which something is done may be the employer of "its officer".

        That is the only thing that a person acts on, or the operation or event named last in it.
        """
        self._note_undertaking(subject, named)
        if (body := agent if doer is None or doer.type not in _EMPLOYING else doer) is not None:
            self._latest["body"] = body
        acted = list(dict.fromkeys(f for f in named if f.type in THINGS))
        states = any(f.type == EntityType.COUNTRY for f in subject)  # "X sent men to Y. It pays"
        brought = named[-1] if acted and not states and _brings_in(named) else None
        if doer is not None:
            self._latest["owner"] = doer
        elif len(acted) == 1 and any(map(is_person, subject)):
            doer = self._latest["owner"] = acted[0]
        doer = doer or brought
        if doer is not None and doer.type in THINGS:
            self._latest["thing"] = doer

    def _note_undertaking(self, subject: Sequence[Figure], named: Sequence[Figure]) -> None:
        """Remember what may be "it" that somebody runs or pays: a subject, else the last named."""
        self._is_fresh = False
        for figures in (subject, named):
            found = [f for f in figures if f.type in UNDERTAKINGS and not is_passing(f)]
            if found:
                self.undertaking, self._is_fresh = found[-1], True
                return

    def note_group(
        self, subject: Sequence[Figure], people: Sequence[Figure], named: Sequence[Figure]
    ) -> None:
        """Remember who may be "they": several subjects, else the two of a kind in the sentence."""
        several = list(dict.fromkeys(subject))
        if len(several) > 1:
            if set(several) < set(people):
                self._remember(list(dict.fromkeys(people)))
            self.group = several
            self._remember(several)
            return
        both = list(dict.fromkeys(filter(is_person, (*several, *named))))
        if several and len(both) == _TWO > len(set(people)):
            self._remember(both)  # "She was accompanied by X. The two ministers"
        states = (figure for figure in named if figure.type == EntityType.COUNTRY)
        for kind in (people, states):
            pair = list(dict.fromkeys(kind))
            if kind is not people and set(filter(is_person, several)) & set(self.group):
                return  # "They", for A and B who met, means no states that A praises
            if len(pair) > 1:
                most = _MOST_PEOPLE if kind is people else _TWO
                self.group = pair if len(pair) <= most else []
                self._remember(pair)
                return

    def _remember(self, group: list[Figure]) -> None:
        if len(group) > 1:
            self._groups = [*self._groups[1 - _MOST_GROUPS :], group]

    def note_item(self, scene: Scene) -> None:
        """Remember who begins the items of a list as named together."""
        first = scene.figures[0] if scene.figures and not scene.mentions[0].start else None
        if scene.block.kind != BlockKind.BULLET or first is None or not is_person(first):
            return
        above = self._items if scene.number - self._item <= 1 else []
        self._items, self._item = [*(f for f in above if f is not first), first], scene.number
        self._remember(self._items)

    def note_guest(self, received: Sequence[Figure]) -> None:
        """Remember who was received last."""
        self.guest = next((f for f in reversed(received) if is_person(f)), self.guest)

    def is_left(self, block: int) -> bool:
        """Whether another block ends before one, and not with what somebody said."""
        return block != self._block and not self._told

    def note_block(
        self, block: int, subject: Sequence[Figure], named: Sequence[Figure], *, told: bool
    ) -> None:
        """Remember who does something in the first sentence of a block, or that nobody does.

        Args:
            block: The number of the block.
            subject: Who does something in the sentence that was read.
            named: Whom the sentence names.
            told: Whether it tells what somebody said.
        """
        people = [figure for figure in subject if is_person(figure)]
        first = self._latest.pop("personfirst", None)
        if block != self._block:
            first = people[0] if len(people) == 1 else None
        if first is not None and (first in people or not any(f in named for f in people)):
            self._latest["personfirst"] = first
        self._block, self._told = block, told

    def note_people(self, subject: Sequence[Figure], people: Sequence[Figure]) -> None:
        """Remember the first person of each gender; subjects stand first.

        Whoever is told of before the spokesperson who tells: "The spokesperson said that A met B".
        """
        ranked = [*sorted(subject, key=is_spokesperson), *people]
        self.named.note(ranked)
        for wanted in ("m", "f", ""):
            for figure in ranked:
                if is_person(figure) and gender(figure) in {wanted, ""}:
                    self._latest[f"person{wanted}"] = figure
                    break

    def note_nameless(self, body: Figure, named: Container[Figure]) -> None:
        """Remember that somebody without a name acts for a body or state.

        That one is the next "he" instead of those whom the same sentence names, and who are of
        another side: "The envoy met X. He".
        """
        for key in ("first", "m", "f", ""):
            person = self._latest.get(f"person{key}")
            if person is None or (person in named and not serves(person, body)):
                self._latest[f"person{key}"] = body


def _brings_in(named: Sequence[Figure]) -> bool:
    """Whether a sentence ends with the name of an operation or event, which the next may go on."""
    last = named[-1]
    return last.type in UNDERTAKINGS and last.named and not is_marked(last)


def _share(group: Sequence[Figure], head: str) -> float:
    """The share of a group that holds an office of a noun."""
    return sum(any(o.role.head.lower() == head for o in f.offices) for f in group) / len(group)
