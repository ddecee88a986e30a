"""Programmes: what the lines of a schedule say is planned, for the date they stand under."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.layout.schedules import is_line
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.ontology import SIGNATURES, Status

_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)? ")
"""The time of day with which a line begins that is no item."""


def on_schedule(
    scenes: Sequence[Scene], calendar: Calendar, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings, those of the lines of a schedule planned for the date of the line."""
    dates = _dated_lines(scenes, calendar)
    starts = sorted(dates)
    ends = {scene.block.start: scene.block.end for scene in scenes}
    for finding in findings:
        place = bisect_right(starts, finding.start) - 1
        start = starts[place] if place >= 0 else None
        takes = SIGNATURES[finding.relation].qualifiers
        if start is None or finding.start >= ends[start] or "status" not in takes:
            yield finding
        else:
            date = finding.date or dates[start] if "date" in takes else None
            yield replace(finding, date=date, status=Status.PLANNED)


def _dated_lines(scenes: Sequence[Scene], calendar: Calendar) -> dict[int, str]:
    """The dates of the lines of a schedule that tell nothing past, by where the lines begin."""
    dates: dict[int, str] = {}
    carried: str | None = None
    for scene in scenes:
        carried = calendar.within(scene.block.start, scene.block.end) or carried
        told = any(token.tag_ == "VBD" for token in (scene.parse.tokens if scene.parse else ()))
        line = is_line(scene.block) or _CLOCK.match(scene.block.text)
        if carried and line and not told:
            dates[scene.block.start] = carried
    return dates
