"""What the rules find in one parsed release, and who its sentences speak of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.layout.lists import meeting_lists, participant_lists, schedules
from communique.extractors.layout.rosters import RosterReader
from communique.extractors.reading.matching import FrameIndex, SentenceReader
from communique.extractors.reading.meaning import Meaning
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.refusal import Refusal
from communique.extractors.reading.script import Finding, Script
from communique.extractors.reading.timing import Calendar
from communique.extractors.scoring.references import Passage, ReferenceReader
from communique.extractors.standing.adjacency import adjacent, bracketed_places
from communique.extractors.standing.derivation import derived
from communique.extractors.standing.offices import offices
from communique.extractors.syntax.descriptions import describe


@dataclass(frozen=True, slots=True)
class Reading:
    """A release read by rules.

    Attributes:
        found: What the rules state.
        passages: The sentences in order, each with those it may speak of.
        occasion: What gives statements their date, place and event.
        refused: Frames that were triggered and state nothing, with the reason.
    """

    found: list[Finding]
    passages: Sequence[Passage]
    occasion: Occasion
    refused: Sequence[Refusal] = ()


def read(script: Script, frames: FrameIndex, triggers: Mapping[str, re.Pattern[str]]) -> Reading:
    """Read a release whose scenes are parsed; its described figures get their names."""
    calendar = Calendar(script.dates)
    meaning = Meaning(script.cast)
    occasion = Occasion(script.cast, calendar, meaning)
    describe(script.scenes)
    reader = SentenceReader(frames, meaning, occasion)
    rosters = RosterReader(triggers, script.cast, occasion, calendar)
    references = ReferenceReader(script.cast, script.scenes, meaning)
    found = list(offices(script.cast, script.scenes))
    passages: list[Passage] = []
    for scene in script.scenes:
        for number, sentence in enumerate(scene.sentences()):
            here = [*reader.read(scene, sentence), *rosters.read(scene, sentence)]
            passages.append(references.read(scene, sentence, number))
            meaning.note(scene, list(sentence))
            occasion.note(scene, here)
            found += here
    found += _laid_out(script, calendar)
    found += list(derived(script.cast, found))
    return Reading(found, passages, occasion, tuple(reader.refused))


def _laid_out(script: Script, calendar: Calendar) -> Iterator[Finding]:
    """Yield what lists, schedules and neighbours state."""
    yield from meeting_lists(script.cast, script.scenes, calendar)
    yield from participant_lists(script.cast, script.scenes)
    yield from schedules(script.cast, script.scenes, calendar)
    yield from bracketed_places(script.scenes)
    yield from adjacent(script.cast, script.scenes)
