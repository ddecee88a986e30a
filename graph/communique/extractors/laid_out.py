"""What the layout of a release states: its lists, labels, tables, programmes and neighbours."""

from collections.abc import Iterator, Mapping

from communique.extractors.cast import Figure
from communique.extractors.layout.diary.entries import diary
from communique.extractors.layout.labels import labelled
from communique.extractors.layout.lists import meeting_lists, participant_lists
from communique.extractors.layout.outline import Outline
from communique.extractors.layout.parties.allocations import allocations
from communique.extractors.layout.parties.appointees import appointees
from communique.extractors.layout.parties.companions import listed_companions
from communique.extractors.layout.parties.tables import tabled
from communique.extractors.layout.programmes import engagements
from communique.extractors.layout.rolls.gifts import gifts
from communique.extractors.layout.rolls.members import RollReader
from communique.extractors.layout.schedules import schedules
from communique.extractors.layout.tables.rows import tabulated
from communique.extractors.layout.tables.sheets import sheets
from communique.extractors.layout.titles import (
    attended_meetings,
    titled_journeys,
    titled_meetings,
)
from communique.extractors.reading.aims.stricken import stricken
from communique.extractors.reading.script import Finding, Script
from communique.extractors.reading.timing import Calendar
from communique.extractors.ruleset import Rules
from communique.extractors.shapes.participles import participles
from communique.extractors.standing.appointments import announced
from communique.extractors.standing.beside.adjacency import adjacent, bracketed_places
from communique.extractors.standing.parts import parts
from communique.extractors.standing.sections import sections
from communique.extractors.standing.within.sittings import sittings
from communique.extractors.standing.within.states import states_by_name
from communique.ontology import Status


def laid_out(
    script: Script,
    rules: Rules,
    calendar: Calendar,
    destinations: Mapping[Figure, Status | None],
    outline: Outline,
) -> Iterator[Finding]:
    """Yield what lists, labels, schedules, sections, announcements and neighbours state.

    Args:
        script: The release.
        rules: The rules that are data.
        calendar: Its days.
        destinations: Where the journey goes that it tells of.
        outline: Its list items and what it is about.
    """
    cast, scenes = script.cast, script.scenes
    yield from meeting_lists(cast, scenes, outline, calendar)
    yield from labelled(cast, scenes, outline, rules.labels, destinations)
    yield from listed_companions(outline.items, rules.triggers, destinations, calendar)
    yield from participant_lists(cast, scenes, outline, travelling=bool(destinations))
    yield from tabled(scenes, outline)
    yield from tabulated(cast, scenes, outline)
    yield from sheets(cast, scenes, outline, rules.labels)
    yield from RollReader(rules.triggers, cast, outline).read(scenes)
    given = list(gifts(scenes, rules.triggers, stricken(cast, scenes)))
    yield from given
    yield from allocations(cast, scenes, outline, frozenset(one.start for one in given))
    yield from parts(scenes, outline.main)
    yield from schedules(scenes, calendar)
    yield from engagements(scenes, calendar)
    yield from diary(cast, scenes, calendar)
    yield from titled_meetings(scenes)
    yield from titled_journeys(cast, scenes, calendar)
    yield from attended_meetings(scenes, outline)
    yield from bracketed_places(scenes)
    yield from adjacent(cast, scenes, rules.regions)
    yield from participles(cast, scenes, rules.parties)
    yield from sections(scenes)
    yield from sittings(cast, scenes)
    yield from states_by_name(cast, scenes)
    yield from appointees(scenes, rules.standing)
    yield from announced(scenes)
