"""The name of an organisation, taken apart: whose body it is and what tells it from the others."""

from dataclasses import dataclass

from communique.gazetteer.territories import NameKind, TerritoryMention, find_territories
from communique.identity.bodies.classes import BodyClasses, Tokens
from communique.identity.bodies.missions import MissionReader

_SPECIFIC = 5
"""Words from which on a name of common words alone is no other state's too."""
_MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of an organisation taken apart.

    Attributes:
        words: Its words in British spelling.
        country: ISO 3166-1 alpha-3 code if it names exactly one state, else None.
        residue: What is left without the state and says which of its bodies is meant, in one
            form for all ways to say it; empty if the state has many of the kind.
        generic: Whether other states may have a body of this name.
    """

    words: Tokens
    country: str | None
    residue: Tokens
    generic: bool


class BodyNames:
    """Takes names of organisations apart; remembers each, for the same names come up often."""

    def __init__(self, classes: BodyClasses) -> None:
        """Take the classes of words."""
        self.classes = classes
        self._missions = MissionReader(classes)
        self._known: dict[str, BodyName] = {}

    def of(self, name: str) -> BodyName:
        """The parts of a name ("Ukrainian Ministry of Defence": UKR, ministry defence)."""
        if name not in self._known:
            self._known[name] = self._take_apart(name)
        return self._known[name]

    def _take_apart(self, name: str) -> BodyName:
        mentions = find_territories(name)
        words = self.classes.spelling.words(name)
        mission = self._missions.read(name, mentions)
        if mission is not None:
            residue = (mission.kind, mission.host) if mission.host else ()
            return BodyName(words, mission.sender, residue, generic=True)
        states = [item for item in mentions if item.kind is not NameKind.CAPITAL]
        countries = {item.territory.iso3 for item in states}
        if len(countries) != 1:
            return BodyName(words, None, *self._residue(name))
        return BodyName(words, countries.pop(), *self._residue(_without(name, states)))

    def _residue(self, rest: str) -> tuple[Tokens, bool]:
        """What a name says without its state, and whether other states may say the same."""
        classes = self.classes
        content, bag = classes.spelling.content(rest), classes.spelling.bag(rest)
        usual = classes.services.get(bag) or self._ministry(rest, content)
        if usual:
            return usual, True
        if not classes.institutions.issuperset(content) or len(content) >= _SPECIFIC:
            return content, False
        return (() if len(bag) < 2 or bag in classes.many else bag), True  # noqa: PLR2004

    def _ministry(self, rest: str, content: Tokens) -> Tokens:
        """A ministry by its portfolio; empty if it is none, or one by another head."""
        classes = self.classes
        head = next((word for word in content if word not in classes.before_head), "")
        head = head if head in classes.heads else content[-1] if content else ""
        if head not in classes.heads:
            return ()
        topics = [self._topic(topic, head) for topic in classes.spelling.topics(rest)]
        found = [classes.portfolios.get(topic, "") for topic in topics if topic]
        lead = next((name for name in found if name in classes.anywhere), (found or [""])[0])
        with_head = classes.heads[head]
        if with_head and lead not in with_head:
            return ()
        left = sorted(word for topic in topics for word in topic)
        return (_MINISTRY, lead) if lead else (_MINISTRY, *left) if left else ()

    def _topic(self, topic: Tokens, head: str) -> Tokens:
        return tuple(word for word in topic if word not in {head, *self.classes.before_head})


def _without(name: str, states: list[TerritoryMention]) -> str:
    rest, end = "", 0
    for item in states:
        rest, end = rest + name[end : item.start] + " ", item.end
        end += len("'s") if name[end : end + 2] in ("'s", "’s") else 0
    return rest + name[end:]
