"""The name of an organisation, taken apart: whose body it is and what tells it from the others."""

from collections.abc import Iterable, Sequence
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
        content: Those that say which body it is, without the state's and the linking ones.
        country: ISO 3166-1 alpha-3 code if it names exactly one state, else None.
        residue: What is left without the state and says which of its bodies is meant, in one
            form for all ways to say it; empty if the state has many of the kind.
        generic: Whether other states may have a body of this name.
    """

    words: Tokens
    content: Tokens
    country: str | None
    residue: Tokens
    generic: bool

    @property
    def full(self) -> bool:
        """Whether it has several words."""
        return len(self.words) > 1

    def extends(self, other: "BodyName") -> bool:
        """Whether this name says all that another says, or writes another's acronym out."""
        return not other.full or (
            set(other.content) <= set(self.content) and other.country in (None, self.country)
        )


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

    def telling(self, names: Iterable[str], aliases: Iterable[str]) -> dict[str, BodyName]:
        """The forms of an entity that say who is meant, taken apart.

        These are its names, and the aliases that say as much as one of them: a release may call a
        body by part of its name, and extraction may give it a neighbour's.
        """
        own = {name: self.of(name) for name in names}
        found = dict(own)
        for alias in aliases:
            part = self.of(alias)
            if part.full and any(part.extends(name) for name in own.values()):
                found.setdefault(alias, part)
        return found

    def _take_apart(self, name: str) -> BodyName:
        mentions = find_territories(name)
        spelling = self.classes.spelling
        words = spelling.words(name)
        mission = self._missions.read(name, mentions)
        if mission is not None:
            residue = (mission.kind, mission.host) if mission.host else ()
            return BodyName(words, spelling.content(name), mission.sender, residue, generic=True)
        states = [item for item in mentions if item.kind is not NameKind.CAPITAL]
        countries = {item.territory.iso3 for item in states}
        if len(countries) != 1:
            return BodyName(words, spelling.content(name), None, *self._residue(name))
        rest = _without(name, states)
        return BodyName(words, spelling.content(rest), countries.pop(), *self._residue(rest))

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
        topics = [
            topic
            for words in classes.spelling.topics(rest)
            if (topic := tuple(w for w in words if w not in {head, *classes.before_head}))
        ]
        lead = self._portfolio(topics)
        with_head = classes.heads[head]
        if with_head and lead not in with_head:
            return ()
        left = sorted(word for topic in topics for word in topic)
        return (_MINISTRY, lead) if lead else (_MINISTRY, *left) if left else ()

    def _portfolio(self, topics: Sequence[Tokens]) -> str:
        """The portfolio that tells a ministry of these topics; empty if they tell together."""
        classes = self.classes
        found = [classes.portfolios.get(topic, "") for topic in topics]
        lead = next((name for name in found if name in classes.anywhere), "")
        first = found[0] if found and (len(found) == 1 or found[0] in classes.first) else ""
        return lead or first


def _without(name: str, states: list[TerritoryMention]) -> str:
    rest, end = "", 0
    for item in states:
        rest, end = rest + name[end : item.start] + " ", item.end
        end += len("'s") if name[end : end + 2] in ("'s", "’s") else 0
    return rest + name[end:]
