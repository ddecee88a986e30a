"""Hosts: officials of the issuing state whom a foreign guest meets or calls on."""

import re

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_BY = re.compile(r"\bby (?:the |his |her )?$|\b(?:on|with) (?:the |His |Her |Excellency )*$")
_LINKS = frozenset({",", "and", ", and"})
"""What stands between two people of a list."""
_REACH = 120
"""Characters before a mention that are looked at."""
_SENTENCE = 400
"""Characters before a mention in which its sentence begins."""
LIST_GAPS = frozenset(
    {", ", "; ", ", and ", " and ", " and the ", ", the ", ", and the ", "; and "}
)
_CLAUSE_GAPS = frozenset({", ", ", the ", ", and ", ", and the "})
_DOES = re.compile(
    r",? (?:also |in turn |then |later |today )*"
    r"(?:[a-z]+ed|(?!his|this|its|as|us|vis)[a-z]+s|met|held|told|gave|said|spoke|had|will|would|paid|"
    r"made|took|began|left|came|are|have|were|may|can)\b"
)
"""What somebody does whose name stands before it."""
_OPENER = re.compile(
    r"\s*(?:[\w ]{1,20} )?(?:after|following|during|before|at|in|on|upon|when|while|as|since|until|"
    r"with|by|for|alongside|together with)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells something else first."""
_INVITED = re.compile(
    r"(?:^|[.\n] ?)(?:At|Upon|On|Following) (?:the|an) (?:\w+ )?invitation (?:of|by|from) "
    r"(?:the |his |her |its )?(?:Her |His )?(?:Excellency |H\.E\. )?$"
)
"""How a sentence begins that names who has invited somebody."""
_BACK = 12
"""Mentions before one that are looked at."""
_STOP = re.compile(r"(?:[a-z]{4}|[\d)])[.!?][\"”’]? |\n")
"""Where a sentence ends: behind a word too long for a form of address ("H.E. Mr. A")."""


class Hosts:
    """Tells whether somebody who is met is the host of a foreign guest."""

    def __init__(self, cast: Cast, facing: re.Pattern[str]) -> None:
        """Take the cast, with all states named, and what stands before those who are met."""
        self._cast = cast
        self._facing = facing

    def is_facing(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words before a mention make it somebody whom another one meets."""
        return bool(self._facing.search(_before(scene, mention)))

    def is_host(self, scene: Scene, number: int) -> bool:
        """Whether a foreign guest is the first of a sentence: "Minister A called on Premier B".

        Or follows: "At the invitation of Minister A, Premier B of X will visit STATE".
        """
        text = scene.block.text
        if _INVITED.search(_before(scene, scene.mentions[number])):
            return self._is_followed(scene, number)
        begin = _begin(text, scene.mentions[number].start)
        people = [
            m
            for m in scene.mentions[max(0, number - _BACK) : number]
            if m.start >= begin and m.type == EntityType.PERSON
        ]
        guest = people[0] if people and not self._is_faced(scene, people[0]) else None
        if guest is None:
            return False
        joined = text[people[-1].end : scene.mentions[number].start].strip() in _LINKS
        if joined and len(people) > 1:
            return self._is_unsaid(scene, number - 1) and self.is_host(scene, number - 1)
        state = self._cast.office_state(guest) or self._sender(guest)
        return state is not None and state is not self._cast.state

    def _is_followed(self, scene: Scene, number: int) -> bool:
        """Whether an official of another state is named behind a comma."""
        following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
        if following is None or following.type != EntityType.PERSON:
            return False
        gap = scene.block.text[scene.mentions[number].end : following.start]
        bodies = [role.body for role in following.roles if role.body is not None]
        state = self._cast.named(bodies[-1]) if bodies else None
        foreign = state is not None and state.type == EntityType.COUNTRY
        return gap in _CLAUSE_GAPS and foreign and state is not self._cast.state

    def _is_unsaid(self, scene: Scene, number: int) -> bool:
        """Whether somebody is met of whom no words tell to which state they belong."""
        mention = scene.mentions[number]
        told = any(role.body is not None for role in mention.roles)
        person = mention.type == EntityType.PERSON and mention.span is not None
        return person and not told and self.is_facing(scene, mention)

    def _sender(self, guest: Mention) -> Figure | None:
        """The state whose official somebody without name is ("the Danish Minister")."""
        bodies = [role.body for role in guest.roles if role.body is not None]
        state = self._cast.named(bodies[-1]) if bodies and guest.span is None else None
        return state if state is not None and state.type == EntityType.COUNTRY else None

    def _is_faced(self, scene: Scene, mention: Mention) -> bool:
        """Whether somebody is met, or does what others undergo ("received by X")."""
        return self.is_facing(scene, mention) or bool(_BY.search(_before(scene, mention)))


def _begin(text: str, end: int) -> int:
    """Where the sentence around an offset begins, as far as it matters."""
    first = max(0, end - _SENTENCE)
    return max((stop.end() for stop in _STOP.finditer(text, first, end)), default=first)


def _before(scene: Scene, mention: Mention) -> str:
    """The words before a mention, as far as they matter."""
    return scene.block.text[max(0, mention.start - _REACH) : mention.start]


def opens_clause(scene: Scene, number: int) -> bool:
    """Whether a mention behind a comma does something itself: "after X met Y, Minister A said"."""
    if not number:
        return False
    text, before, mention = scene.block.text, *scene.mentions[number - 1 : number + 1]
    gap = text[before.end : mention.start]
    if gap not in _CLAUSE_GAPS or not _DOES.match(text, mention.end):
        return False
    begin = text.rfind(". ", 0, before.start) + 1
    opened = _OPENER.match(text, begin, before.start) is not None
    further = scene.mentions[number - 2] if number > 1 else None
    listed = further is not None and text[further.end : before.start] in LIST_GAPS
    return opened or (gap.startswith(", and") and not listed)
