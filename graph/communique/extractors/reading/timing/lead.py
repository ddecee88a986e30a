"""The day on which a release begins: what follows in other paragraphs happened on it too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing.calendar import Calendar
from communique.ontology import EntityType, Relation

_DEEDS = frozenset({Relation.MEETS, Relation.VISITS})
_TELLING = _DEEDS | {Relation.PARTICIPATES_IN, Relation.LEADS, Relation.HOSTS, Relation.ORGANISES}
"""Relations whose day may be that on which the release begins."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ELSEWHEN = re.compile(
    r"(?i)\b(?:had|has|have|earlier|previous(?:ly)?|last|recent(?:ly)?|recall\w*|ago|since|next|later|"
    r"before|former|during (?:his|her|their) (?:last|recent)|invit\w+|remember\w*|mention\w*|"
    r"noted? that|future|upcoming|forthcoming|tomorrow|yesterday|once|used to|career|"
    r"campaign|first (?:\w+ )?(?:trip|time|visit|term)|childhood|youth|years?|"
    r"sp(?:oke|eak\w*) (?:also )?of|t(?:old|ell\w*) (?:of|about))\b"
)
"""Words of a sentence that may tell of another day."""


def with_first_day(
    scenes: Sequence[Scene], calendar: Calendar, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield findings; meetings and visits without day have the only day that was told before.

    Somebody of them must have done something on that day, with the same status, and their own
    sentence must speak of no other time.
    """
    found = list(findings)
    for finding in found:
        told = _sentence(scenes, finding) if _is_open(finding) else None
        dated = calendar.within(finding.start, finding.end) is not None
        if told is None or dated or _ELSEWHEN.search(told):
            yield finding
        else:
            yield replace(finding, date=_first_day(finding, found))


def _is_open(finding: Finding) -> bool:
    return finding.relation in _DEEDS and finding.date is None and finding.status is not None


def _sentence(scenes: Sequence[Scene], finding: Finding) -> str | None:
    """The words of a finding, unless a title says it."""
    for scene in scenes[1:]:
        block = scene.block
        if block.start <= finding.start < block.end:
            return block.text[finding.start - block.start : finding.end - block.start]
    return None


def _first_day(finding: Finding, found: Sequence[Finding]) -> str | None:
    """The only day of all that was told before a finding, if one of its people was there."""
    before = [f for f in found if f.relation in _TELLING and f.date and f.start < finding.start]
    days = {f.date for f in before}
    day = next(iter(days)) if len(days) == 1 else None
    if day is None or not _DAY.fullmatch(day):
        return None
    people = {end for f in before if f.status == finding.status for end in _people(f)}
    return day if people & set(_people(finding)) else None


def _people(finding: Finding) -> Sequence[Figure]:
    return [f for f in (finding.subject, finding.object) if f.type == EntityType.PERSON]
