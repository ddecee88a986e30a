"""The foreign state named last before an official, by itself or by somebody's office."""

import re
from collections.abc import Mapping

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.around.cues import Cues
from communique.extractors.cast.offices.holders import is_same_office, is_state_office
from communique.extractors.mentions import Mention
from communique.extractors.parse.quotation import quotation
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.ontology import EntityType

_REACH = 120
"""Characters before a mention that are looked at."""
_HYPHENS = ("-", "\u2011")
_BACK = 12
"""Mentions before one that are looked at."""

_TOPIC = re.compile(
    r"\b(?:situation|developments?|war|conflict|cris[ie]s|fighting|violence|coup|hostilities|unrest"
    r"|instability|ceasefire|elections?|events|peace|security|stability|process|transition|reforms?"
    r"|needs|famine|earthquake|floods|mission|operation) (?:and [\w-]+ )?(?:in|within|across) "
    r"(?:the )?$"
)
"""What stands before a state of which somebody speaks."""

_SENT = re.compile(
    r"\b(?:ambassadors?|envoys?|consuls?(?: general)?|accredited) to (?:the )?$",
    re.IGNORECASE,
)
"""What stands before a state to which somebody is sent, who is not there yet."""


class Nearest:
    """Finds the state that what a block names before an official suggests."""

    def __init__(
        self, cast: Cast, posts: Posts, triggers: Mapping[str, re.Pattern[str]], cues: Cues
    ) -> None:
        """Take the cast with all states named, the classes of offices, and the words between."""
        self._cast = cast
        self._posts = posts
        self._triggers = triggers
        self._cues = cues

    def state(self, scene: Scene, number: int, *, met: bool = False) -> Figure | None:
        """The foreign state named last before a mention in its block, by itself or by an office.

        Args:
            scene: The block.
            number: The number of the mention.
            met: Whether somebody meets it: then no state of which people only spoke counts.
        """
        mention = scene.mentions[number]
        told = quotation(scene.block.text, mention.start)
        for earlier in mentions_before(scene, number):
            if quotation(scene.block.text, earlier.start) != told:
                continue  # what somebody speaks of tells nothing of who is named outside
            state = self._state_by_office(scene, earlier, mention) or self._state_of_known(
                scene, earlier, mention
            )
            if state is not None and is_same_office(earlier, mention):
                return None  # one state has one holder
            if state is None:
                spoken = met and _TOPIC.search(words_before(scene, earlier)) is not None
                state = None if spoken else self._state_there(scene, earlier)
                if state is self._cast.state:
                    continue
            if state is not None:
                return state if state is not self._cast.state else self._cues.above(scene)
        return self._cues.above(scene)

    def _state_there(self, scene: Scene, earlier: Mention) -> Figure | None:
        """The state in which an earlier mention says that people are, or None."""
        sites = {EntityType.COUNTRY, EntityType.PLACE}
        if earlier.type not in sites or earlier.span is None:
            return None
        if earlier.span.name in self._posts.seats or _is_one_of(scene, earlier):
            return None
        if scene.block.text.startswith(_HYPHENS, earlier.end):
            return None  # who leads or funds something is not where people are
        words = words_before(scene, earlier)
        there = self._triggers["there"].search(words) and not _SENT.search(words)
        return self._cast.state_of(self._cast.named(earlier.span)) if there else None

    def _state_of_known(self, scene: Scene, earlier: Mention, mention: Mention) -> Figure | None:
        """The state of a foreign official who has been introduced: "Minister A said that B"."""
        gap = scene.block.text[earlier.end : mention.start]
        if earlier.span is None or not self._triggers["says"].match(gap) or ". " in gap:
            return None
        state = self._cast.office_state(earlier)
        return state if state is not self._cast.state else None

    def _state_by_office(self, scene: Scene, earlier: Mention, mention: Mention) -> Figure | None:
        """The state of an earlier official of the same sentence."""
        role = earlier.roles[-1] if earlier.roles else None
        if role is None or role.body is None or not is_state_office(role, self._posts):
            return None
        body = self._cast.named(role.body)
        close = ". " not in scene.block.text[earlier.end : mention.start]
        return body if close and body.type == EntityType.COUNTRY else None


def _is_one_of(scene: Scene, mention: Mention) -> bool:
    """Whether a state is one of several: "X and Y"."""
    text = scene.block.text
    states = (other for other in scene.mentions if other.type == EntityType.COUNTRY)
    gaps = (text[other.end : mention.start] or text[mention.end : other.start] for other in states)
    return any(gap in {" and ", ", and "} for gap in gaps)


def words_before(scene: Scene, mention: Mention) -> str:
    """The words before a mention, as far as they matter."""
    return scene.block.text[max(0, mention.start - _REACH) : mention.start]


def mentions_before(scene: Scene, number: int) -> list[Mention]:
    """The mentions before one, the nearest first, as far as they matter."""
    return list(scene.mentions[max(0, number - _BACK) : number])[::-1]
