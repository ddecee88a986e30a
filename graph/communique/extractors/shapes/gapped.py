"""Clauses that leave out their verb: "Malta hosts the forum, Cyprus the seminar"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Ends, Finding, Scene, ends_of
from communique.extractors.shapes.placed import Placed
from communique.extractors.shapes.shape import ADJECTIVE, MIXED, SIGNS, Shape, shapes
from communique.ontology import SIGNATURES, EntityType, Relation

PARTED = "gapped/pair"
"""The rule by which a clause goes on with two others, of whom neither is in the one before."""
RULES = frozenset({PARTED, "gapped/giver"})
"""What they state stands where the clause with the verb does, for a scorer sees no verb there."""
_TOLD_ALONE = frozenset(
    {Relation.REPRESENTS, Relation.PART_OF, Relation.MEMBER_OF, Relation.LOCATED_IN}
)
"""Relations that are told of each by the words beside it."""
_GIVEN = frozenset({Relation.FUNDS, Relation.SUPPORTS, Relation.PARTICIPATES_IN})
"""Relations that the subject is in by what a clause has him give or send."""
_SENT = frozenset({Relation.INVOLVES})
"""Those that the object is in by it."""
_ALL = "".join(SIGNS.values()) + MIXED
_BESIDE = re.compile(rf"[{_ALL}] (?:of|from) (?:the )?$")
"""What stands before whose somebody is, who was named right before."""
_SMALL = r"(?:the |its |their |his |her |an? )?"
_WORDS = rf"(?:(?!(?:in|at|to|with|for|from|by|on|into) )[\w’'.{ADJECTIVE}-]+ ){{0,4}}"
_BEHIND = rf"(?: of (?:the )?[{_ALL}]| from (?:the )?[{_ALL}])?(?: \([^()]{{1,40}}\))?"
_LEAD = re.compile(
    r"(?P<joint>;|,|\band|\bwhile|\bwhereas)(?: and| while)? "
    rf"(?P<fore>(?:in|at|for|with) )?{_SMALL}{_WORDS}$"
)
_THINGS = rf"[^{_ALL}.;:,()]"
_COUNTED = (
    r"(?:an?|another|the|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"several|many|\d[\d,.]*)"
)
_GIFT = re.compile(rf"\b{_COUNTED} (?!{_WORDS}[{_ALL}]){_THINGS}{{2,}}")
"""What somebody gives or sends, but for what it is given to."""
_GIVES = re.compile(
    rf"{_BEHIND}(?:(?: (?:for )?{_COUNTED} {_THINGS}{{2,60}}"
    rf"|,? (?!(?:and|or|as|with|in|at|on|to|by|from|of)\b)[^\W\d]{_THINGS}{{2,40}})"
    rf"(?=[.,;]|$| and )|,? {_WORDS}{SIGNS[EntityType.OPERATION]}(?=[.,;]|$| and ))"
)
_COUNTS = re.compile(
    rf"{_BEHIND} (?:for )?{_COUNTED} (?!(?:day|week|month|year|time)s?\b){_THINGS}{{2,60}}"
    r"(?=[.,;]|$| and )"
)
"""What one of a list gives: a number of things, or the words behind it may be anybody's."""
_LISTED = re.compile(r",? and (?:the )?|, (?:the )?")
_PREPOSITION = re.compile(
    rf".*(?:^| )(?P<word>in|at|to|with|for|from|by|on|towards?|into) {_SMALL}{_WORDS}$"
)
"""What stands before the second name of a clause."""
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with a verb that names two ends of a finding, and what its sentence goes on with.

    Attributes:
        shape: The sentence.
        kinds: Types that may be the first end, and those that may be the second.
        first: The place of the end that stands first.
        second: The place of the other one; of the first if no name behind that is the other.
        behind: The places of the names after it, up to the next verb.
    """

    shape: Shape
    kinds: tuple[frozenset[EntityType], frozenset[EntityType]]
    first: int
    second: int
    behind: Sequence[int]

    def parallel(self) -> Iterator[tuple[Figure, Figure]]:
        """Yield the two ends of each clause that goes on with two names as this one has them."""
        text, used = self.shape.text, {self.second}
        found = _PREPOSITION.match(text, self.first + 1, self.second)
        word = found["word"] if found else ""
        places = (self.second, *self.behind)
        for number, (one, other) in enumerate(pairwise(self.behind)):
            lead = _LEAD.search(text, places[number] + 1, one)
            alike = lead and self._is(one, 0) and self._is(other, 1)
            if (
                lead
                and alike
                and not self._is_titled(one, other)
                and self._fronts(lead["fore"])
                and self._fits(word, lead["joint"], text[one + 1 : other])
            ):
                yield self._named(one), self._named(other)
                beside = places[number]
                if self._is_apart and beside not in used and text[beside + 1 : one] == " and ":
                    yield self._named(beside), self._named(other)
                used |= {one, other}

    def _is_titled(self, one: int, other: int) -> bool:
        """Whether a name stands right before somebody's, so that it tells only who that is."""
        person = self._named(other).type == EntityType.PERSON
        return person and self.shape.text[one + 1 : other] == " "

    def _fronts(self, preposition: str | None) -> bool:
        """Whether the first name of the clause, too, stands behind a preposition, if there is one.

        "In A the money comes from X; in B, from Y."
        """
        ahead = self.shape.text[: self.first].lower().removesuffix("the ")
        return preposition is None or ahead.endswith(preposition)

    def _fits(self, word: str, joint: str, gap: str) -> bool:
        """Whether the words between two names are those of the clause before without its verb."""
        if word:
            given = rf",?(?: {_COUNTED} {_THINGS}{{1,40}}?)?"
            return re.fullmatch(rf"{_BEHIND}{given} {word} {_SMALL}{_WORDS}", gap) is not None
        if re.fullmatch(rf"{_BEHIND}, {_SMALL}{_WORDS}", gap):
            return joint == ";"
        article = rf"{_BEHIND} (?:(?:the |its |an? ){_WORDS})?"
        return self._is_apart and re.fullmatch(article, gap) is not None

    def givers(self) -> Iterator[Figure]:
        """Yield who else gives or sends something where this clause tells what somebody does."""
        text, begun = self.shape.text, False
        for before, one in pairwise((self.second, *self.behind)):
            lead = _LEAD.search(text, before + 1, one)
            if lead is None or not self._is(one, 0):
                continue
            begun = begun or _GIFT.search(text, self.first + 1, lead.start()) is not None
            gives = _COUNTS if _LISTED.fullmatch(text, before + 1, one) else _GIVES
            if begun and gives.match(text, one + 1):
                yield self._named(one)

    @property
    def _is_apart(self) -> bool:
        """Whether neither of the two ends may stand where the other does."""
        return not (self._is(self.first, 1) or self._is(self.second, 0))

    def _is(self, place: int, end: int) -> bool:
        return self._named(place).type in self.kinds[end]

    def _named(self, place: int) -> Figure:
        return self.shape.lists[place][0]


def with_gapped(scenes: Sequence[Scene], found: Sequence[Finding]) -> list[Finding]:
    """The findings with those of clauses without a verb, for which others have made way.

    In "A hosts the forum, B the seminar" A hosts no seminar, whatever a parse makes of it.

    Args:
        scenes: The scenes, in order.
        found: What was found so far.
    """
    placed = Placed(found)
    added: list[Finding] = []
    crossed: set[tuple[int, Ends]] = set()
    for scene in scenes:
        for shape in shapes(scene, alone=True) if scene.parse is not None else ():
            for finding in placed.between(shape.start, shape.end):
                pairs = list(_pairs(scene, shape, finding))
                added += (further for _, _, further in pairs)
                crossed |= {(finding.start, ends) for ends in _crossed(finding, pairs)}
    kept = [finding for finding in found if (finding.start, finding.ends) not in crossed]
    known = {finding.ends for finding in kept if finding.rule in RULES}
    return [*kept, *(f for f in dict.fromkeys(added) if f.ends not in known)]


def _pairs(
    scene: Scene, shape: Shape, finding: Finding
) -> Iterator[tuple[Figure, Figure, Finding]]:
    """Yield the first and the second end of each clause that goes on, and what it states."""
    clause = _clause(scene, shape, finding) if finding.relation not in _TOLD_ALONE else None
    if clause is None:
        return
    turned = finding.object in shape.lists[clause.first]
    for one, other in clause.parallel():
        subject, thing = (other, one) if turned else (one, other)
        yield one, other, _stated(finding, subject, thing, PARTED)
    given = finding.relation in (_SENT if turned else _GIVEN)
    for giver in clause.givers() if given else ():
        kept = finding.subject if turned else finding.object
        subject, thing = (kept, giver) if turned else (giver, kept)
        yield giver, kept, _stated(finding, subject, thing, "gapped/giver")


def _stated(finding: Finding, subject: Figure, thing: Figure, rule: str) -> Finding:
    """What a finding states, of two others; their days, roles and sums are their own."""
    return replace(
        finding, subject=subject, object=thing, rule=rule, date=None, role=None, amount=None
    )


def _clause(scene: Scene, shape: Shape, finding: Finding) -> _Clause | None:
    """The clause of a sentence that names one or both ends of a finding."""
    ends = (finding.subject, finding.object)
    places = sorted(
        (place, ends.index(figure))
        for place, figures in shape.lists.items()
        for figure in figures
        if figure in ends and shape.text[place] != ADJECTIVE
    )
    if not places:
        return None
    first, end = places[0]
    second = next((place for place, other in places if other != end), first)
    stop = _next_verb(scene, shape, second)
    behind = [
        place
        for place in sorted(shape.lists)
        if second < place and shape.offset(place) < stop
        if shape.text[place] != ADJECTIVE and not _BESIDE.search(shape.text, 0, place)
    ]
    signature = SIGNATURES[finding.relation]
    kinds = (signature.subjects, signature.objects)
    return _Clause(shape, kinds[::-1] if end else kinds, first, second, behind)


def _next_verb(scene: Scene, shape: Shape, place: int) -> int:
    """Where the first verb behind a place of a sentence stands, else where the sentence ends."""
    tokens = scene.parse.tokens if scene.parse is not None else ()
    after = shape.offset(place)
    verbs = (scene.block.start + scene.offset(t) for t in tokens if t.pos_ in _VERBS)
    return next((at for at in verbs if after < at < shape.end), shape.end)


def _crossed(finding: Finding, pairs: Sequence[tuple[Figure, Figure, Finding]]) -> Iterator[Ends]:
    """Yield what no clause states of the first end of one and the second of another."""
    stated = {finding.ends, *(further.ends for _, _, further in pairs)}
    told = [finding, *(further for _, _, further in pairs if further.rule == PARTED)]
    figures = dict.fromkeys(end for one in told for end in (one.subject, one.object))
    for one, other in permutations(figures, 2):
        ends = ends_of(one, finding.relation, other)
        if ends not in stated:
            yield ends
