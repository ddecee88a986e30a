"""What the rules find in one parsed release, and who its sentences speak of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extractors.laid_out import laid_out
from communique.extractors.layout.outline import Outline
from communique.extractors.layout.parties.allocations import spent_in
from communique.extractors.layout.programmes import on_schedule
from communique.extractors.layout.rosters import RosterReader
from communique.extractors.layout.tables.areas import in_areas
from communique.extractors.layout.titles import lying_ahead
from communique.extractors.parse import Sentence
from communique.extractors.qualifiers import with_venues
from communique.extractors.reading.aims import Aims
from communique.extractors.reading.aims.stricken import stricken
from communique.extractors.reading.matching import SentenceReader
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.refusal import Refusal
from communique.extractors.reading.script import Ends, Finding, Scene, Script
from communique.extractors.reading.timing import Calendar, is_begun, on_its_day, over_days
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.reading.whom.speech.speaker import Speakers, author_of
from communique.extractors.reading.whom.speech.together import parties
from communique.extractors.ruleset import Rules
from communique.extractors.scoring.references import Passage, ReferenceReader
from communique.extractors.shapes.gapped import with_gapped
from communique.extractors.shapes.purposes import without_purposes
from communique.extractors.shapes.reader import ShapeReader
from communique.extractors.shapes.respective import with_respective
from communique.extractors.standing.appointments import (
    likewise,
    with_posts,
)
from communique.extractors.standing.attendants import (
    attendants,
    listed_attendants,
    without_attended,
)
from communique.extractors.standing.beside.chairs import chairs
from communique.extractors.standing.beside.company import accompanied
from communique.extractors.standing.beside.enumeration import enumerated
from communique.extractors.standing.beside.visiting import visiting
from communique.extractors.standing.derivation import derived
from communique.extractors.standing.membership import MembershipReader
from communique.extractors.standing.offices import offices
from communique.extractors.standing.pairs import bilateral, paired_events
from communique.extractors.standing.sentences import without_contacts
from communique.extractors.standing.within.chaired import marked_chairs
from communique.extractors.standing.within.counted import told_of_each
from communique.extractors.standing.within.wholes import of_wholes
from communique.extractors.syntax.descriptions import describe, name_fully
from communique.ontology import SIGNATURES, EntityType, Relation


@dataclass(frozen=True, slots=True)
class Reading:
    """A release read by rules.

    Attributes:
        found: What the rules state.
        passages: The sentences in order, each with those it may speak of.
        occasion: What gives statements their date, place and event.
        refused: Frames that were triggered and state nothing, with the reason, if asked for.
    """

    found: list[Finding]
    passages: Sequence[Passage]
    occasion: Occasion
    refused: Sequence[Refusal] = ()


def read(script: Script, rules: Rules, *, every: bool = True) -> Reading:
    """Read a release whose scenes are parsed; its described figures get their names.

    Args:
        script: The release.
        rules: The rules.
        every: Whether to tell what was refused.
    """
    calendar = Calendar(script.dates)
    calendar.note_headings(script.scenes)
    author, together = author_of(script.scenes), parties(script.cast, script.scenes)
    meaning = Meaning(script.cast, Speakers(script.cast, author, together))
    describe(script.scenes)
    name_fully(script.scenes)
    outline = Outline(script.cast, script.scenes)
    struck = stricken(script.cast, script.scenes)
    occasion = Occasion(script.cast, calendar, meaning, outline.main, struck)
    aims = Aims(script.cast, rules.nouns)
    reader = SentenceReader(rules.frames, meaning, occasion, aims, every=every)
    rosters = RosterReader(rules.triggers, script.cast, occasion, calendar, outline.main)
    references = ReferenceReader(script.cast, script.scenes, meaning)
    found = list(offices(script.cast, script.scenes, rules.standing))
    passages: list[Passage] = []
    for scene in script.scenes:
        for number, sentence in _in_turn(scene, meaning):
            here = [*reader.read(scene, sentence), *rosters.read(scene, sentence)]
            passages.append(references.read(scene, sentence, number))
            meaning.note(scene, list(sentence), here)
            occasion.note(scene, here)
            calendar.stays.note(here)
            found += here
    found = list(on_schedule(script.scenes, calendar, found))
    found += paired_events(script.cast, script.scenes, calendar, rules.parties, found)
    found += list(bilateral(found))
    found += laid_out(script, rules, calendar, occasion.destinations(), outline)
    shaped = list(_shaped(script, rules, outline))
    found += MembershipReader(rules.standing).read(script.scenes)
    found += list(_timed(script.scenes, calendar, found, shaped))
    found += list(chairs(script.scenes, found))
    found += list(visiting(script.cast, script.scenes))
    home = (script.cast.issuer, script.cast.state)
    found = list(with_venues(script, found))
    attended = [
        *attendants(script.scenes, rules.standing["present"], found, home),
        *listed_attendants(outline.items, found, home),
    ]
    found = [*without_attended(found, attended), *attended]
    found += list(in_areas(script.cast, script.scenes, found))
    found = with_respective(script.scenes, with_gapped(script.scenes, found))
    found = without_purposes(script.scenes, found)
    found += list(of_wholes(script.cast, outline.main, found))
    found = _completed(script, rules, calendar, found)
    return Reading(found, passages, occasion, tuple(reader.refused))


def _shaped(script: Script, rules: Rules, outline: Outline) -> Iterator[Finding]:
    """Yield what wordings state, but for gifts of the states in which others spend them."""
    spent = spent_in(script.scenes, outline)
    for finding in ShapeReader(rules.wordings, script.cast, outline.main).read(script.scenes):
        if finding.relation != Relation.FUNDS or (finding.start, finding.subject) not in spent:
            yield finding


def _in_turn(scene: Scene, meaning: Meaning) -> Iterator[tuple[int, Sentence]]:
    """Yield the parsed sentences of a block with their numbers, in order.

    One that was not parsed says nothing, but it stands between those who are named and a pronoun.
    """
    idle = 0
    for number, sentence in enumerate(scene.sentences()):
        for _ in range(scene.idle_before(scene.span(sentence)[0]) - idle):
            meaning.note(scene, [])
            idle += 1
        yield number + idle, sentence
    for _ in range(scene.idle_before(scene.block.end) - idle):
        meaning.note(scene, [])


def _completed(
    script: Script, rules: Rules, calendar: Calendar, found: Sequence[Finding]
) -> list[Finding]:
    """The findings with what follows from them, without those of whom a reader may call."""
    found = told_of_each(script.scenes, found)
    whole = [*found, *accompanied(script.scenes, found, rules.triggers)]
    whole += [*likewise(script.scenes, found), *enumerated(script.scenes, found)]
    whole += marked_chairs(script.scenes, found)
    dated = on_its_day(script, calendar, _dated(script.scenes, calendar, whole))
    dated = lying_ahead(script.scenes, with_posts(script.scenes, dated))
    stated = list(without_contacts(script.repaired.text, dated, rules.standing["contact"]))
    return [*stated, *derived(script.cast, stated)]


def _timed(
    scenes: Sequence[Scene],
    calendar: Calendar,
    known: Iterable[Finding],
    shaped: Iterable[Finding],
) -> Iterator[Finding]:
    """Yield what shapes state, with the day of their clause.

    Deeds that are known are left out, but for their day if it is not, as a title tells none.
    """
    starts = [scene.block.start for scene in scenes]
    told: dict[Ends, list[Finding]] = {}
    for one in known:
        told.setdefault(one.ends, []).append(one)
    for finding in shaped:
        dated = "date" in SIGNATURES[finding.relation].qualifiers
        same = told.get(finding.ends, ()) if dated else ()
        happens = finding.relation == Relation.HELD_IN
        if any(one.date or _overlap(one, finding) for one in same):
            continue
        if finding.status is None and not happens:
            if not same:
                yield finding  # an event has its day from the rest of the release
            continue
        scene = scenes[max(0, bisect_right(starts, finding.start) - 1)]
        day = _day_of(scene, calendar, finding)
        if day is not None or not same:
            yield replace(finding, date=day)


def _day_of(scene: Scene, calendar: Calendar, finding: Finding) -> str | None:
    """The day of the clause in which a wording states something."""
    sentence, said = (scene, finding.start, finding.end), _said(scene, finding)
    visited = finding.relation == Relation.VISITS
    day = calendar.behind(*sentence, finding.object) if visited else None
    carry = finding.relation != Relation.HELD_IN
    day = day or calendar.at(*calendar.part(*sentence, said), said, carry=carry)
    if day is not None and visited:
        day = over_days(sentence, finding.object, day)
    return None if day is not None and is_begun(finding.object, day, scene, said) else day


def _said(scene: Scene, finding: Finding) -> int:
    """Where a sentence names the object of a finding in the repaired text, else its beginning."""
    starts = (
        scene.block.start + mention.start
        for mention, figure in zip(scene.mentions, scene.figures, strict=True)
        if figure is finding.object
    )
    return next((s for s in starts if finding.start <= s < finding.end), finding.start)


def _overlap(one: Finding, other: Finding) -> bool:
    """Whether two findings rest on the same words."""
    return one.start < other.end and other.start < one.end


def _dated(
    scenes: Sequence[Scene], calendar: Calendar, findings: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield the findings, events and visits without date with the one the text gives them."""
    starts = [scene.block.start for scene in scenes]
    days = calendar.days(scenes)
    known = {finding.ends for finding in findings if finding.date}
    for finding in findings:
        events = [end for end in (finding.subject, finding.object) if end.type == EntityType.EVENT]
        visited = finding.relation == Relation.VISITS and finding.ends not in known
        events += [finding.object] if visited else []
        if finding.date or not events or "date" not in SIGNATURES[finding.relation].qualifiers:
            yield finding
            continue
        scene = scenes[max(0, bisect_right(starts, finding.start) - 1)]
        own = (calendar.of_event(scene, finding.start, finding.end, event) for event in events)
        told = (days.get(event) for event in events)
        yield replace(finding, date=next(filter(None, (*own, *told)), None))
