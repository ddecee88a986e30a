"""States named side by side, whose bodies of one kind a text names together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.territories import NameKind, Territory, TerritoryMention

_JOINTS = frozenset({" and ", ", ", ", and "})
_JOINTS_OF_ADJECTIVES = _JOINTS | {" and the "}
_JOINTS_OF_NAMES = _JOINTS | {" and the ", ", the ", ", and the ", " and of ", " and of the "}
_OWNS = re.compile(r"['’]s? ")
_OWNS_TOO = re.compile(r"['’]s?(?:,| and|, and) (?:the )?")
"""What stands behind a state that owns something, and before another one that owns it too."""


@dataclass(frozen=True, slots=True)
class NamedState:
    """A state in a list: half-open span in code points, without an article."""

    start: int
    end: int
    territory: Territory


def states_from(
    index: WordIndex, place: int, territories: Sequence[TerritoryMention]
) -> list[NamedState]:
    """The states named side by side from a word on ("Iceland, Norway and the Netherlands").

    Args:
        index: Words of the block.
        place: Index of the first word, an article or a name.
        territories: What states the block names, in order.
    """
    place += place < len(index) and index[place].text == "the"
    if place >= len(index):
        return []
    states: list[NamedState] = []
    for mention in territories:
        if mention.start < index[place].start:
            continue
        gap = index.text[states[-1].end : mention.start] if states else ""
        begins = mention.start == index[place].start and not states
        if mention.kind == NameKind.DEMONYM or not (begins or gap in _JOINTS_OF_NAMES):
            break
        states.append(NamedState(mention.start, mention.end, mention.territory))
    return states


def state_groups(
    text: str, territories: Sequence[TerritoryMention]
) -> Iterator[list[TerritoryMention]]:
    """Demonyms side by side ("French, Dutch and German"), and states by their names alone."""
    group: list[TerritoryMention] = []
    for mention, following in pairwise([*territories, None]):
        if mention is None:
            continue
        if mention.kind != NameKind.DEMONYM:
            if mention.kind == NameKind.NAME:
                yield [mention]
            continue
        group.append(mention)
        gap = text[mention.end : following.start] if following else ""
        if following and following.kind == NameKind.DEMONYM and gap in _JOINTS_OF_ADJECTIVES:
            continue
        yield group
        group = []


def owner_groups(
    text: str, territories: Sequence[TerritoryMention]
) -> Iterator[list[TerritoryMention]]:
    """States side by side that own something together: "Peru’s, Chile’s and Ecuador’s"."""
    group: list[TerritoryMention] = []
    for mention, following in pairwise([*territories, None]):
        if mention is None or mention.kind != NameKind.NAME:
            group = []
            continue
        group.append(mention)
        if following is None or not _OWNS_TOO.fullmatch(text, mention.end, following.start):
            if len(group) > 1 and _OWNS.match(text, mention.end):
                yield group
            group = []
