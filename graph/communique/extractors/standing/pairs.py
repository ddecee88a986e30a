"""Events that the parties joined in their name take part in: "EU-Japan Summit"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.extractors.standing.sentences import sentence_around
from communique.extractors.syntax.stance import stance
from communique.gazetteer.organisations import Organisation, OrganisationKind
from communique.gazetteer.territories import NameKind, find_territory
from communique.ontology import EntityType, Relation, Status

_WORD = r"[A-Z][\w.’']*"
_JOINT = re.compile(rf"({_WORD}(?: {_WORD}){{0,2}})(?:[-\u2011/–—]| [–—-] )(?={_WORD})")
_AFTER = re.compile(rf"{_WORD}(?: (?:of (?:the )?)?{_WORD}){{0,2}}")
_BEFORE = re.compile(rf"((?:{_WORD}[ –—\u2011-]+){{1,4}}{_WORD}) (?:[a-z-]+ ){{0,3}}$")
_SOCIETY = frozenset(
    "business investment friendship youth young women cultural innovation alumni students trade "
    "chamber economic".split()
)
"""Words in names of events that bring together people of two states, not the states."""
_MEETINGS = frozenset(
    "meeting talk consultation dialogue negotiation summit session ministerial round".split()
)
_TALKS = re.compile(r"(?i)\b(?:dialogue|consultations?|talks|negotiations)\b")
_ROUND = re.compile(r"(?i)\bround\b")
_TWO = 2
_STATES = frozenset({NameKind.NAME, NameKind.DEMONYM})


def read_parties(organisations: Sequence[Organisation]) -> Mapping[str, Organisation]:
    """Alliances and unions by their acronyms."""
    kinds = {OrganisationKind.INTERGOVERNMENTAL, OrganisationKind.EU_INSTITUTION}
    bodies = (body for body in organisations if body.kind in kinds)
    return {acronym: body for body in bodies for acronym in body.acronyms}


def paired_events(
    cast: Cast,
    scenes: Sequence[Scene],
    calendar: Calendar,
    parties: Mapping[str, Organisation],
    found: Sequence[Finding],
) -> Iterator[Finding]:
    """Yield that the parties joined in the name of an event take part in it.

    An event is when others take part in it, by what was found; failing that, when its first mention
    says; another date there is that of what is said of it.
    """
    taking = (f for f in found if f.relation == Relation.PARTICIPATES_IN)
    dates: dict[int, str | None] = {f.object.number: f.date for f in taking if f.date}
    for scene in scenes:
        pairs = zip(scene.mentions, scene.figures, strict=True)
        for number, (mention, figure) in enumerate(pairs):
            if figure is None or figure.type != EntityType.EVENT or mention.span is None:
                continue
            members = _joined(_words(scene, mention, figure), mention, parties)
            stated, status = _status(scene, number) if members else (False, None)
            if not stated:
                continue
            start, end = sentence_around(scene, mention.start, mention.end)
            place = scene.block.start + mention.start
            if figure.number not in dates:
                dates[figure.number] = calendar.at(scene, start, end, place)
            sides = [cast.named(member) for member in members]
            if status == Status.HELD and _is_bilateral(figure, sides):
                yield Finding(
                    sides[0], Relation.MEETS, sides[1], start, end, "meets/by-name", 0.75,
                    date=dates[figure.number], status=status,
                )  # fmt: skip
            for member in sides:
                yield Finding(
                    member, Relation.PARTICIPATES_IN, figure, start, end,
                    "participates/by-name", 0.8, date=dates[figure.number],
                    status=status,
                )  # fmt: skip


def bilateral(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield that two states meet who held talks, which are an event: "held the third round of".

    Not those at a dialogue with a name of its own, to which others come as well.
    """
    sides: dict[tuple[Figure, int], list[Finding]] = defaultdict(list)
    guests: dict[Figure, set[Figure]] = defaultdict(set)
    for finding in found:
        if finding.relation == Relation.PARTICIPATES_IN and finding.object.type == EntityType.EVENT:
            guests[finding.object].add(finding.subject)
            if finding.status == Status.HELD:
                sides[finding.object, finding.start].append(finding)
    for (event, _), told in sides.items():
        states = list(dict.fromkeys(finding.subject for finding in told))
        own = not event.named or _ROUND.search(event.name) is not None
        if own and guests[event].issubset(states) and _is_bilateral(event, states):
            yield replace(
                told[0], subject=states[0], relation=Relation.MEETS, object=states[1],
                rule="meets/talks-held", confidence=0.75, role=None, event=None,
            )  # fmt: skip


def _is_bilateral(event: Figure, sides: Sequence[Figure]) -> bool:
    """Whether an event is no more than that two states talk: "Estonia-Latvia Consultations"."""
    states = all(side.type == EntityType.COUNTRY for side in sides)
    return len(sides) == _TWO and states and _TALKS.search(event.name) is not None


def _words(scene: Scene, mention: Mention, figure: Figure) -> str:
    """The words that may join two parties: of a name, or those before a meeting without name."""
    if figure.named:
        return scene.block.text[mention.start : mention.end]
    noun = scene.block.text[mention.start : mention.end].lower().removesuffix("s")
    before = _BEFORE.search(scene.block.text[: mention.start]) if noun in _MEETINGS else None
    return f"{before.group()} {noun}" if before else ""


def _joined(words: str, mention: Mention, parties: Mapping[str, Organisation]) -> list[Span]:
    """The parties that a dash joins, each once; none if those meant are people of theirs."""
    if not _SOCIETY.isdisjoint(words.lower().split()):
        return []
    found: list[Span] = []
    for match in _JOINT.finditer(words):
        left = match.group(1).split()
        right = _AFTER.match(words, match.end())
        one = party([left[-size:] for size in range(len(left), 0, -1)], mention, parties)
        after = right.group().split() if right else []
        other = party([after[:size] for size in range(len(after), 0, -1)], mention, parties)
        found += [one, other] if one and other else []
    return list({span.name: span for span in found}.values())


def party(
    forms: Sequence[Sequence[str]], mention: Mention, parties: Mapping[str, Organisation]
) -> Span | None:
    """The state or alliance that the longest of the forms names."""
    for words in forms:
        form = " ".join(words)
        if body := parties.get(form):
            return Span(
                mention.start, mention.end, EntityType.ORGANISATION, body.name,
                aliases=body.acronyms,
            )  # fmt: skip
        state = find_territory(form)
        if state and state[1] in _STATES:
            return Span(
                mention.start, mention.end, EntityType.COUNTRY, state[0].name, territory=state[0]
            )
    return None


def _status(scene: Scene, number: int) -> tuple[bool, Status | None]:
    """Whether the text states that there is such an event, and whether it is held or planned."""
    parse = scene.parse
    tokens = [t for t in parse.tokens if parse.mention_of(t) == number] if parse else []
    if not tokens:
        return True, None
    meant = stance(tokens[0])
    return meant is not None, meant
