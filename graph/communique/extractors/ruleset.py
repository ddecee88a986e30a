"""The rules that are data, read once for all releases."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.extractors.layout.diary.entries import SURE as DIARY
from communique.extractors.layout.labels import read_labels
from communique.extractors.layout.rolls.roll import SURE as ROLLS
from communique.extractors.reading.frame import Frame, FrameIndex
from communique.extractors.shapes.participles import SURE
from communique.extractors.shapes.wording import Wording, read_wordings
from communique.extractors.sieve import Sieve
from communique.extractors.standing.beside.adjacency import read_regions
from communique.extractors.standing.pairs import read_parties
from communique.extractors.triggers import Triggers, read_triggers
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.organisations import Organisation, read_organisations
from communique.ontology import Relation

_LAID_OUT = frozenset(
    {
        "schedule/meeting",
        "meets/by-name",
        "located/bracketed",
        "list/allocation",
        "table/row",
        "sheet/line",
        "area/operation",
        "area/body",
        "area/journey",
        "meets/bilateral-list",
        "roster/travellers",
        "label/part_of",
        "label/commands",
        "label/held_in",
    }
)
"""Rules of layout that stand whatever the scorer holds of what they read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that are data, read once for all releases.

    Attributes:
        frames: Frames by the words that trigger them.
        triggers: What introduces those that a sentence lists, by name.
        standing: What lists of states and their officials are, by name.
        labels: What labels a line, by the relation it states.
        regions: Provinces and states that towns are named with, folded.
        parties: Alliances and unions by their acronyms.
        wordings: Words around names that state something.
        nouns: Noun classes.
        sure: Names of the rules that stand whatever the scorer holds of them.
    """

    frames: FrameIndex
    triggers: Triggers
    standing: Mapping[str, re.Pattern[str]]
    labels: Mapping[Relation, re.Pattern[str]]
    regions: frozenset[str]
    parties: Mapping[str, Organisation]
    wordings: Sieve[Wording]
    nouns: Nouns
    sure: frozenset[str]

    @classmethod
    def of(cls, frames: Iterable[Frame], nouns: Nouns) -> "Rules":
        """The rules of the package, with these frames and noun classes."""
        known, wordings = tuple(frames), read_wordings()
        sure = SURE.union(
            _LAID_OUT,
            ROLLS,
            DIARY,
            (frame.name for frame in known if frame.sure),
        )
        triggers = Triggers("communique.extractors.layout")
        standing = read_triggers("communique.extractors.standing")
        parties = read_parties(read_organisations())
        return cls(
            FrameIndex(known), triggers, standing, read_labels(), read_regions(), parties,
            Sieve({wording: wording.pattern for wording in wordings}), nouns, sure,
        )  # fmt: skip
