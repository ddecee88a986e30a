"""What stands side by side: owners, leaders, towns in brackets, places after "in"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.kinds import is_headed
from communique.extractors.cast.main_event import JOURNEYS, is_held
from communique.extractors.mentions.places.namesakes import GEORGIA
from communique.extractors.mentions.places.parts import LIST_GOES_ON
from communique.extractors.mentions.spans import Mention
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.beside.divisions import divided, joined
from communique.extractors.standing.beside.pair import OWNS, Pair
from communique.extractors.standing.beside.seats import PLACE_GAPS, offices_seated, seated
from communique.extractors.standing.sentences import sentence_around
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import fold
from communique.ontology import UNDERTAKINGS, EntityType, Relation

_DEEDS = frozenset(
    "operation investigation exercise training course deployment campaign raid search drill patrol "
    "strike airstrike crackdown sweep swoop evacuation".split()
)
"""Nouns for what authorities do at a place; of aid and projects a text says that by the way."""
_RUNS = re.compile(r"[’']s?\s+(?:[\w-]+ ){0,3}")
_FIELD = re.compile(
    r"(?:(?:Border|Criminal|Traffic|Judicial|Federal) )?(?:Police|Customs|Gendarmerie|Border Guard)"
    r"(?: Forces?)?(?: of .+)?"
)
"""What a body is for, though every state has a body of that name ("Directorate of Police")."""
_GIVEN = frozenset(
    "assistance aid support effort work proces plan measure activitie action mission".split()
)
"""Nouns, without plural ending, of what need be no undertaking of those whose it is."""
_HELD = frozenset({EntityType.ORGANISATION, EntityType.OPERATION, EntityType.EVENT})
_PARTS = frozenset({EntityType.ORGANISATION, EntityType.EVENT, EntityType.OPERATION})
_BUILDINGS = frozenset({EntityType.ORGANISATION, EntityType.PLACE})
_LANDS = frozenset({EntityType.COUNTRY, EntityType.PLACE})
_COMMAS = frozenset({", ", ",\n", " ("})
_ENDS_LIST = re.compile(r"[.;,]|$| (?:this|next|last|on|from|in|for|to)\b")
"""What follows the last state of a list; else a clause begins with it."""
_HELD_THERE = re.compile(
    r",? (?:(?:which|that) (?:is|was|will be|is being) |to be |being |due to be )?"
    r"(?:held|taking place|took place|takes place|convened|organi[sz]ed|hosted|staged|under way)"
    r"(?: (?:on )?\w+day| today| yesterday| this (?:week|month|year)| last (?:week|month|year))?"
    r" (?:in|at)(?: the)? "
)
"""What stands between an event and its site: ", held on Monday in"."""
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_JOINT = re.compile(r"\s*[,;/&]?\s*(?:(?:and|or)\b\s*)?")
"""What stands between places in brackets, and before and behind them."""
_MOST_INSIDE = 40
"""Mentions after a country among which those in the brackets behind it are looked for."""
_REPORT = re.compile(r",? ?(?:\(?\d|[–—-] |[A-Z][a-z]+ \d)")
"""What follows the places that open a report: a date or a dash."""


def read_regions() -> frozenset[str]:
    """Parts of states that towns are named with, folded; as a place Georgia is one."""
    return frozenset(map(fold, (*site_words().provinces, GEORGIA)))


def adjacent(cast: Cast, scenes: Sequence[Scene], regions: frozenset[str]) -> Iterator[Finding]:
    """Yield what mentions side by side state; regions are those that towns are named with."""
    yield from _nested(scenes)
    for scene in scenes:
        yield from offices_seated(scene)
        sides = zip(scene.mentions, scene.figures, strict=True)
        for (left, one), (right, other) in pairwise(sides):
            if one is None or other is None or one is other or left.span is None:
                continue
            pair = Pair(scene, left, one, right, other, scene.block.text[left.end : right.start])
            yield from _belongs(cast, pair)
            yield from divided(pair)
            yield from joined(pair)
            if right.span is not None:
                yield from _lies(pair) if pair.gap in PLACE_GAPS else _farther(pair)
            owned = OWNS.fullmatch(pair.gap) and right.span is not None and right.span.named
            if owned and other.type == EntityType.PLACE and one.type in _LANDS:
                yield pair.finding(Relation.LOCATED_IN, "located/possessive", 0.8, turned=True)
            if pair.gap in _COMMAS:
                yield from _named_with_country(cast, pair, regions)
            if pair.gap == " (" and one.type == EntityType.ORGANISATION:
                yield from _bracketed_home(pair)
        yield from _before_towns(scene)


def _nested(scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield where a body lies, or what it is part of, by its name: "Embassy in TOWN"."""
    done: set[int] = set()
    for scene in scenes:
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is None or not figure.within or figure.number in done:
                continue
            done.add(figure.number)
            span = sentence_around(scene, mention.start, mention.end)
            for whole in figure.within:
                if whole.type == EntityType.ORGANISATION and _is_part(figure, whole):
                    yield Finding(figure, Relation.PART_OF, whole, *span, "part-of/name", 0.75)
                if whole.type == EntityType.PLACE and _is_inside(figure, whole):
                    yield Finding(figure, Relation.LOCATED_IN, whole, *span, "located/name", 0.8)


def _is_inside(part: Figure, place: Figure) -> bool:
    """Whether the name of a body or site says where it lies."""
    return part.type in _BUILDINGS and f" in {place.name}" in part.name


def _is_part(part: Figure, whole: Figure) -> bool:
    """Whether a name is that of a part: "Legal Section of BODY", "Summit of BODY"."""
    for form in (whole.name, *whole.aliases) if part.type in _PARTS else ():
        for joint in (f" of {form}", f" of the {form}"):
            before, found, _ = part.name.partition(joint)
            if found:
                field = _FIELD.fullmatch(form) is not None
                return not field and before.split()[-1] not in body_words().wholes
    return False


def _named_with_country(cast: Cast, pair: Pair, regions: frozenset[str]) -> Iterator[Finding]:
    """Yield "TOWN, STATE", "TOWN, REGION", "BODY in TOWN, STATE" and "SECTION, BODY"."""
    match _types(pair):
        case EntityType.PLACE, EntityType.COUNTRY if not (
            _is_wide(pair.one) or _lists_states(cast, pair)
        ):
            yield pair.finding(Relation.LOCATED_IN, "located/town-country", 0.9)
        case EntityType.PLACE, EntityType.PLACE if _is_region(pair, regions):
            yield pair.finding(Relation.LOCATED_IN, "located/town-region", 0.9)
        case EntityType.PLACE, EntityType.PLACE if _opens_report(pair):
            yield pair.finding(Relation.LOCATED_IN, "located/opening", 0.85)
        case _, (EntityType.COUNTRY | EntityType.PLACE):
            towns = [whole for whole in pair.one.within if whole.type == EntityType.PLACE]
            region = pair.other.type == EntityType.COUNTRY or fold(pair.other.name) in regions
            if towns and region:
                found = pair.finding(Relation.LOCATED_IN, "located/town-country", 0.85)
                yield replace(found, subject=towns[-1])


def _lists_states(cast: Cast, pair: Pair) -> bool:
    """Whether a place and a state are the first of a list: "Hawaii, Samoa, Tonga and Vanuatu".

    A capital is in its state whatever follows.
    """
    scene, end = pair.scene, pair.right.end
    number = bisect_left(scene.mentions, end, key=lambda mention: mention.start)
    third = scene.figures[number] if number < len(scene.mentions) else None
    if pair.gap != ", " or third is None or third.type != EntityType.COUNTRY:
        return False
    if cast.state_of(pair.one) is pair.other:
        return False
    text, following = scene.block.text, scene.mentions[number]
    gap = text[end : following.start]
    return gap == ", " or (gap == ", and " and _ENDS_LIST.match(text, following.end) is not None)


def _bracketed_home(pair: Pair) -> Iterator[Finding]:
    """Yield "BODY (STATE)" and "BODY (TOWN)", as lists of bodies have them."""
    alone = pair.scene.block.text.startswith(")", pair.right.end)
    if alone and pair.other.type in _LANDS and pair.right.span is not None:
        yield pair.finding(Relation.LOCATED_IN, "located/home", 0.7)


def _before_towns(scene: Scene) -> Iterator[Finding]:
    """Yield what stands before "TOWN, STATE" by a joint: "TOWN and …", "BODY, …"."""
    text, mentions, figures = scene.block.text, scene.mentions, scene.figures
    for number in range(2, len(mentions)):
        first, second, state = figures[number - 2 : number + 1]
        if first is None or second is None or state is None or first is second:
            continue
        left, middle, right = mentions[number - 2 : number + 1]
        if text[middle.end : right.start] != ", " or state.type != EntityType.COUNTRY:
            continue
        gap, span = text[left.end : middle.start], sentence_around(scene, right.start, right.end)
        match first.type, second.type:
            case EntityType.PLACE, EntityType.PLACE if gap == " and ":
                yield Finding(first, Relation.LOCATED_IN, state, *span, "located/joined-towns", 0.8)
            case EntityType.ORGANISATION, EntityType.PLACE if gap == ", " and left.span:
                yield Finding(first, Relation.LOCATED_IN, second, *span, "located/home", 0.7)


def _opens_report(pair: Pair) -> bool:
    """Whether two places open a block and a date or a dash follows: "TOWN, REGION, 5 May"."""
    text = pair.scene.block.text
    opens = pair.gap == ", " and not text[: pair.left.start].strip(" (")
    return opens and _REPORT.match(text, pair.right.end) is not None


def _is_region(pair: Pair, regions: frozenset[str]) -> bool:
    """Whether "A, B" is a town and its region, and not two of a list of regions."""
    one, other = fold(pair.one.name), fold(pair.other.name)
    after = pair.scene.block.text[pair.right.end :]
    return other in regions and one not in regions and LIST_GOES_ON.match(after) is None


def _types(pair: Pair) -> tuple[EntityType, EntityType]:
    return pair.one.type, pair.other.type


def _belongs(cast: Cast, pair: Pair) -> Iterator[Finding]:
    """Yield "BODY's MISSION" and "MISSION's BODY"."""
    one, other = pair.one, pair.other
    section = one.type == EntityType.OPERATION and other.type == EntityType.ORGANISATION
    if one.type != EntityType.ORGANISATION and not section:
        return
    owned = other.named and other.type in _HELD and is_headed(other)
    if owned and OWNS.fullmatch(pair.gap):
        yield pair.finding(Relation.PART_OF, "part-of/possessive", 0.85, turned=True)
    described = other.type == EntityType.OPERATION and not other.named
    if described and _RUNS.fullmatch(pair.gap) and other.noun not in _GIVEN:
        yield pair.finding(Relation.ORGANISES, "organises/possessive", 0.7)


def _farther(pair: Pair) -> Iterator[Finding]:
    """Yield where something is by "EVENT, held in TOWN" and "BODY, based in TOWN"."""
    if pair.other.type != EntityType.PLACE:
        return
    if pair.one.type in UNDERTAKINGS and _HELD_THERE.fullmatch(pair.gap):
        yield pair.finding(Relation.HELD_IN, "held-in/held-beside", 0.85)
    if pair.one.type == EntityType.ORGANISATION:
        yield from seated(pair)


def _lies(pair: Pair) -> Iterator[Finding]:
    """Yield where an event is held or a site lies, by "EVENT in TOWN" and "SITE in TOWN"."""
    inside = pair.gap.startswith(" in")
    match _types(pair):
        case EntityType.EVENT, EntityType.PLACE if pair.one.named or pair.one.noun not in JOURNEYS:
            yield pair.finding(Relation.HELD_IN, "held-in/beside", 0.8)
        case EntityType.OPERATION, EntityType.PLACE if inside and is_held(pair.one):
            yield pair.finding(Relation.HELD_IN, "held-in/beside", 0.75)
        case EntityType.OPERATION, EntityType.COUNTRY if inside and (
            pair.one.named or pair.one.noun in _DEEDS
        ):
            yield pair.finding(Relation.INVOLVES, "involves/beside", 0.75)
        case EntityType.PLACE, EntityType.PLACE if not (_is_town_at(pair) or _is_wide(pair.one)):
            yield pair.finding(Relation.LOCATED_IN, "located/site-in", 0.75)
        case EntityType.ORGANISATION, EntityType.PLACE:
            yield from seated(pair)
        case ((EntityType.PLACE | EntityType.ORGANISATION), EntityType.COUNTRY) if (
            inside and pair.one.named and pair.attached
        ):
            yield pair.finding(Relation.LOCATED_IN, "located/beside-state", 0.6)


def _is_town_at(pair: Pair) -> bool:
    """Whether somebody is "in TOWN at SITE": the town does not lie in the site."""
    return pair.gap.startswith(" at") and " " in pair.other.name and " " not in pair.one.name


def _is_wide(place: Figure) -> bool:
    """Whether a place is a region of the world, which lies in no site: "a tour of X in TOWN"."""
    return place.name in read_nouns().regions


def bracketed_places(scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield what lies where by "COUNTRY (TOWN, TOWN and TOWN)", with nothing else in brackets."""
    for scene in scenes:
        named = [
            (mention, figure)
            for mention, figure in zip(scene.mentions, scene.figures, strict=True)
            if figure is not None and mention.span is not None
        ]
        for number, (mention, state) in enumerate(named):
            if state.type != EntityType.COUNTRY:
                continue
            if bracket := _BRACKET.match(scene.block.text, mention.end):
                near = named[number + 1 : number + 1 + _MOST_INSIDE]
                inside = [n for n in near if n[0].end < bracket.end()]
                if _towns_alone(scene.block.text, bracket.span(1), inside):
                    yield from (_bracketed(scene, town, place, state) for town, place in inside)


def _towns_alone(
    text: str, span: tuple[int, int], inside: Sequence[tuple[Mention, Figure]]
) -> bool:
    """Whether nothing stands in brackets but places, with what joins them."""
    ends = [end for mention, _ in inside for end in (mention.start, mention.end)]
    ends = [span[0], *ends, span[1]]
    gaps = zip(ends[::2], ends[1::2], strict=True)
    return all(figure.type == EntityType.PLACE for _, figure in inside) and all(
        _JOINT.fullmatch(text, start, max(start, end)) for start, end in gaps
    )


def _bracketed(scene: Scene, town: Mention, place: Figure, state: Figure) -> Finding:
    span = sentence_around(scene, town.start, town.end)
    return Finding(place, Relation.LOCATED_IN, state, *span, "located/bracketed", 0.95)
