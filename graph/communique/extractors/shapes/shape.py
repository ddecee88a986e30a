"""A sentence as its shape: the words, with one sign for each name or list of names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.cast.offices.around.clauses import opens_clause
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

SIGNS = {
    EntityType.COUNTRY: "\ue000",
    EntityType.ORGANISATION: "\ue001",
    EntityType.OPERATION: "\ue003",
    EntityType.EVENT: "\ue004",
    EntityType.PERSON: "\ue005",
    EntityType.PLACE: "\ue006",
}
"""Signs of lists of one type."""
MIXED = "\ue002"
"""Sign of a list of states and bodies."""
ADJECTIVE = "\ue007"
"""Sign of states by their adjectives ("Danish and Czech")."""
_POSSESSIVE = ("'", "’")
_LISTED = 2
"""States of a list that may hold a part of a state."""
_OWNED = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}[{''.join(SIGNS.values())}]")
_POSSESSIVE_END = re.compile(r"['’]s?\s")
_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    r"others?|more|another|\w+ty-\w+)"
)
_JOINT = re.compile(
    rf"(?:\s\([^()]{{1,80}}\)|\s{_COUNT})?"
    rf"(?:\s?[,;&/|]|,?\s(?:and|or|as well as|plus|along with|together with)\b)+"
    rf"(?:\s(?:and|also|then|both|finally))*"
    rf"(?:\s(?:by|of|(?:{_COUNT}\s){{0,2}}(?:in|from|by|of|across)))?"
    rf"(?:\s(?:the|its|their))?\s?|['’]s?\s|[-–]"
)


_MEMBERS = re.compile(
    rf"([{SIGNS[EntityType.EVENT]}{SIGNS[EntityType.OPERATION]}])"
    r" of (?:[\w-]+ ){0,3}[\w-]+s of (?:the |this )?$"
)
"""What stands between a meeting and what those who meet are of."""
_FURTHEST = 80
"""Characters from a meeting to that."""


_BY = re.compile(
    r"(?:organi[sz]ed|run|led|held|convened|arranged|hosted|conducted|delivered) by (?:the )?"
    rf"(?:{ADJECTIVE}(?:-led)? )?$"
)
"""What stands before who organises something."""
_AGENT = 28
"""Characters of that."""
_FRONT = 40
"""Characters before what a sentence begins with: "On Monday, the multinational"."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence with signs for its names.

    Attributes:
        text: The words and signs.
        lists: Those that each sign stands for, by its place in the text.
        places: The places of signs by the type of the first that each stands for.
        adjectives: Places of signs with the numbers of those who are there by an adjective only.
        owners: Places of signs with the numbers of those who only own the next one in the list.
        start: Where the sentence begins in the repaired text, in code points.
        end: Where it ends.
        runs: Where in the text a stretch begins that is as in the release, and where there.
    """

    text: str
    lists: dict[int, list[Figure]]
    places: Mapping[EntityType, Sequence[int]]
    adjectives: frozenset[tuple[int, int]]
    owners: frozenset[tuple[int, int]]
    start: int
    end: int
    runs: Sequence[tuple[int, int]]

    def offset(self, place: int) -> int:
        """Where a place of the text is in the repaired text."""
        at, offset = self.runs[bisect_right(self.runs, (place, self.end)) - 1]
        return offset + place - at

    def meant(self, place: int, *, adjectives: bool, owners: bool = True) -> list[Figure]:
        """Those that a sign stands for, with or without adjectives and owners of others."""
        left = frozenset() if adjectives else self.adjectives
        left = left if owners else left | self.owners
        return [figure for figure in self.lists[place] if (place, figure.number) not in left]

    def head(self, place: int) -> int:
        """The place of a meeting whose members are of what a sign stands for, else of the sign."""
        found = _MEMBERS.search(self.text, max(0, place - _FURTHEST), place)
        return found.start(1) if found else place

    def near(self, place: int, kind: EntityType) -> Figure | None:
        """The figure of a type nearest before a place of the text, else the first after it.

        Not who does something: "organised by the Mission's Civil Affairs Division".
        """
        at = [sign for sign in self.places.get(kind, ()) if not self.acts(sign)]
        if not at:
            return None
        before = bisect_left(at, place)
        return self.lists[at[before - 1]][-1] if before else self.lists[at[0]][0]

    def owned(self, place: int) -> Figure | None:
        """What a possessive behind a sign gives to those it stands for."""
        found = _OWNED.match(self.text, place + 1)
        return self.lists[found.end() - 1][0] if found else None

    def last(self, kinds: Iterable[EntityType]) -> Figure | None:
        """The last figure of any of the types that does not itself act."""
        signs = (sign for kind in kinds for sign in self.places.get(kind, ()))
        ends = [sign for sign in signs if not self.acts(sign)]
        return self.lists[max(ends)][-1] if ends else None

    def opening(self) -> Figure | None:
        """The named operation with which it begins, if it tells of no other undertaking."""
        events, operations = (
            self.places.get(kind, ()) for kind in (EntityType.EVENT, EntityType.OPERATION)
        )
        if events or len(operations) != 1 or operations[0] > _FRONT:
            return None
        first = self.lists[operations[0]][0]
        return first if first.named else None

    def acts(self, place: int) -> bool:
        """Whether a sign stands for the one by whom something is done."""
        return _BY.search(self.text, max(0, place - _AGENT), place) is not None


def shapes(scene: Scene, *, alone: bool = False) -> Iterator[Shape]:
    """The shapes of the sentences of a block; of the whole block if it is not parsed.

    Args:
        scene: The block.
        alone: Whether each name has a sign of its own, also in a list.
    """
    begin = scene.block.start
    spans = [scene.span(sentence) for sentence in scene.sentences()]
    names = _names(scene)
    for start, end in spans or [(begin, scene.block.end)]:
        runs = _runs(scene, names, start - begin, end - begin)
        singly = ([name] for run in runs for name in run)
        yield _shape(scene, singly if alone else runs, start - begin, end - begin)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a block: its span, whom it means, its number, and whether it is an adjective."""

    start: int
    end: int
    figure: Figure
    number: int
    adjective: bool = False


def _names(scene: Scene) -> Sequence[_Name]:
    """The names of a block in order, with the pronouns that mean somebody who does something."""
    pronouns = [_Name(*span, figure, -1) for span, figure in scene.pronouns.items()]
    return sorted([*_named(scene), *pronouns], key=_begin)


def _begin(name: _Name) -> int:
    return name.start


def _named(scene: Scene) -> Iterator[_Name]:
    """The names of a block; of an office whose holder is unknown, the body that it names."""
    named = zip(scene.mentions, scene.figures, scene.bodies, strict=True)
    for number, (mention, figure, body) in enumerate(named):
        span = mention.span
        if figure is not None:
            adjective = span is not None and span.kind == NameKind.DEMONYM
            yield _Name(mention.start, mention.end, figure, number, adjective)
        elif body is not None and mention.roles and mention.roles[0].body is not None:
            worded = mention.roles[0].body
            yield _Name(worded.start, worded.end, body, number)


def _shape(scene: Scene, named: Iterable[list[_Name]], start: int, end: int) -> Shape:
    text, parts, size, done = scene.block.text, [], 0, start
    lists: dict[int, list[Figure]] = {}
    places: dict[EntityType, list[int]] = {}
    adjectives: set[tuple[int, int]] = set()
    owners: set[tuple[int, int]] = set()
    begin = scene.block.start
    runs = [(0, begin + start)]
    for run in named:
        parts.append(text[done : run[0].start])
        size += run[0].start - done
        lists[size] = [name.figure for name in run]
        places.setdefault(lists[size][0].type, []).append(size)
        adjectives |= {(size, name.figure.number) for name in run if name.adjective}
        owners |= {(size, n.figure.number) for n in run[:-1] if _POSSESSIVE_END.match(text, n.end)}
        parts.append(ADJECTIVE if all(name.adjective for name in run) else _sign(lists[size]))
        runs.append((size, begin + run[0].start))
        size, done = size + 1, run[-1].end
        runs.append((size, begin + done))
    parts.append(text[done:end])
    return Shape(
        "".join(parts), lists, places, frozenset(adjectives), frozenset(owners), begin + start,
        begin + end, runs,
    )  # fmt: skip


def _runs(scene: Scene, names: Sequence[_Name], start: int, end: int) -> Iterator[list[_Name]]:
    """The lists of a sentence, in order."""
    run: list[_Name] = []
    first, last = (bisect_left(names, offset, key=_begin) for offset in (start, end))
    for name in names[first:last]:
        gap = scene.block.text[run[-1].end : name.start] if run else ""
        listed = run and _alike([n.figure for n in run], name.figure, gap) and _JOINT.fullmatch(gap)
        if listed and not (name.number >= 0 and opens_clause(scene, name.number)):
            run.append(name)
            continue
        if run:
            yield run
        run = [name]
    if run:
        yield run


def _alike(run: Sequence[Figure], figure: Figure, gap: str) -> bool:
    """Whether a name goes on with a list: in "as a member of BODY, STATE" it does not."""
    kinds = {other.type for other in run}
    if figure.type == EntityType.PERSON and gap.startswith(_POSSESSIVE):
        return False  # "President A's adviser B"
    if kinds == {EntityType.ORGANISATION} and figure.type == EntityType.COUNTRY:
        return gap.strip() != ","
    if figure.type == EntityType.PLACE and kinds == {EntityType.COUNTRY}:
        return len(run) >= _LISTED and gap.strip() == ","  # "Denmark, Norway, Scotland, Sweden"
    told = figure.type not in kinds and gap.endswith("both ")  # "A and B, both BODY members"
    return figure.type in kinds or ({figure.type, *kinds} <= _PARTIES and not told)


def _sign(figures: Sequence[Figure]) -> str:
    kinds = {figure.type for figure in figures}
    return SIGNS[kinds.pop()] if len(kinds) == 1 else MIXED
