"""Embassies, consulates and permanent missions: who sends them and where they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.identity.bodies.classes import BodyClasses

_TOWARDS = re.compile(r"\b(?:in|to|at)\s+(?:the\s+)?$", re.IGNORECASE)
_OPEN = frozenset({"mission"})
"""Kinds that other bodies share the word with: sender or host must be a union."""
_BY_CITY = frozenset({"consulate"})
"""Kinds of which one host has several, told by their cities."""


@dataclass(frozen=True, slots=True)
class Mission:
    """What the name of a mission says.

    Attributes:
        kind: Embassy, consulate or mission.
        sender: Code of the state or union it is of, or None.
        host: Code of the state or union it is sent to, of a consulate its city; empty if unsaid.
    """

    kind: str
    sender: str | None
    host: str


class MissionReader:
    """Reads the names of missions."""

    def __init__(self, classes: BodyClasses) -> None:
        """Take the classes of words."""
        self._classes = classes
        self._codes = frozenset(classes.unions.values())
        heads = sorted(classes.missions, key=lambda form: (-len(form), form))
        self._head = re.compile(rf"\b(?:{'|'.join(heads)})\b", re.IGNORECASE)
        unions = sorted(classes.unions, key=lambda form: (-len(form), form))
        self._unions = re.compile(rf"\b(?:{'|'.join(unions)})\b", re.IGNORECASE)

    def read(self, name: str, mentions: Sequence[TerritoryMention]) -> Mission | None:
        """The mission that a name names, if it does.

        Args:
            name: Of an organisation.
            mentions: The territories that it names.
        """
        head = self._head.search(name)
        if head is None:
            return None
        kind = self._classes.missions[head.group().lower()]
        if not self._leads(name[: head.start()], mentions):
            return None
        senders, hosts = set[str](), set[str]()
        for start, code, capital in self._parties(name, mentions):
            towards = capital or _TOWARDS.search(name, 0, start)
            (hosts if towards else senders).add(code)
        if (
            len(senders) > 1
            or len(hosts) > 1
            or (kind in _OPEN and not (hosts and self._codes & (senders | hosts)))
        ):
            return None
        host = self._city(name[head.end() :]) if kind in _BY_CITY else "".join(hosts)
        return Mission(kind, next(iter(senders), None), host)

    def _leads(self, before: str, mentions: Sequence[TerritoryMention]) -> bool:
        """Whether nothing but a sender stands before the head."""
        rest = self._unions.sub(lambda match: " " * len(match.group()), before)
        for item in reversed(mentions):
            rest = rest[: item.start] + rest[item.end :] if item.end <= len(before) else rest
        return not set(self._classes.spelling.content(rest)) - self._classes.before_head

    def _parties(
        self, name: str, mentions: Sequence[TerritoryMention]
    ) -> Iterator[tuple[int, str, bool]]:
        """Start and code of each state or union, and whether only its capital is named."""
        for item in mentions:
            yield item.start, item.territory.iso3, item.kind is NameKind.CAPITAL
        for match in self._unions.finditer(name):
            yield (
                match.start(),
                self._classes.unions[match[0].lower()],
                False,
            )

    def _city(self, rest: str) -> str:
        """The last words behind "in" or the head itself."""
        place = re.split(r"\b(?:in|at)\s+", rest)[-1]
        return "-".join(self._classes.spelling.content(place)) if "of " not in place else ""
