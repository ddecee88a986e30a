"""Missions of states to bodies: "Danish delegation to NATO", "Peru's Mission to the EU"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.bodies.naming import home_names
from communique.extractors.mentions.spans import Span
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.ontology import EntityType

_MISSION = re.compile(
    r"((?:[Pp]ermanent )?(?:[Dd]elegation|[Mm]ission|[Rr]epresentation)) to (?:the )?$"
)
_LONGEST = 40
"""Characters before the body within which its noun stands."""
_HEADED = re.compile(r"(?i)\b(?:head|leader|chief|member)s? of (?:the )?$")
"""What makes a delegation those who travel or sit for a state, no body."""
_OWNED = re.compile(r"['’]s? $")
_EVENT = re.compile(
    r" (?:[A-Z][\w’'-]+ ){0,2}(?:Summit|Conference|Forum|Congress|Ministerial|Meeting|Session"
    r"|General Assembly)\b"
)
"""What makes the body before it a part of the name of an event: "delegation to the BODY Summit"."""


class StateMissions:
    """Finds what represents a state at a body."""

    def find(
        self, text: str, territories: Sequence[TerritoryMention], bodies: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield one body for each mission with a state right before it.

        Args:
            text: The block.
            territories: What states it names.
            bodies: What it names by forms of the gazetteer.
        """
        for body in bodies:
            noun = _MISSION.search(text, max(0, body.start - _LONGEST), body.start)
            if noun is None or body.type != EntityType.ORGANISATION:
                continue
            if _EVENT.match(text, body.end):
                continue
            for state in territories:
                sent = noun[1] == "delegation" and _HEADED.search(
                    text, max(0, state.start - _LONGEST), state.start
                )
                if sent or state.end > noun.start():
                    continue
                if self._owns(text, state, noun.start()):
                    yield self._span(text, state, noun, body)

    @staticmethod
    def _owns(text: str, state: TerritoryMention, start: int) -> bool:
        """Whether a demonym or the possessive of a state stands right before an offset."""
        gap = text[state.end : start]
        return gap == " " if state.kind == NameKind.DEMONYM else bool(_OWNED.fullmatch(gap))

    @staticmethod
    def _span(text: str, state: TerritoryMention, noun: re.Match[str], body: Span) -> Span:
        start = state.start if state.kind == NameKind.DEMONYM else noun.start()
        form = text[noun.start() : body.end]
        bare = f"{noun[1]} to {body.name}"
        aliases = [text[state.start : body.end]]
        aliases += [name for other in (form, bare) for name in home_names(other, state.territory)]
        return Span(
            start, body.end, EntityType.ORGANISATION, text[start : body.end], strength=5,
            country=state.territory, aliases=tuple(dict.fromkeys(aliases)),
        )  # fmt: skip
