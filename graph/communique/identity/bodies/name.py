"""The name of an organisation, taken apart."""

from dataclasses import dataclass

from communique.gazetteer.territories import NameKind, find_territories
from communique.identity.names import fold
from communique.identity.words import Words


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of an organisation taken apart.

    Attributes:
        key: Its words in British spelling.
        country: ISO 3166-1 alpha-3 code if it names exactly one state, else None.
        residue: The words without the state's and the linking ones.
        generic: Whether other states may have a body of this name.
    """

    key: tuple[str, ...]
    country: str | None
    residue: tuple[str, ...]
    generic: bool


class BodyNames:
    """Takes names of organisations apart; remembers each, for the same names come up often."""

    def __init__(self, words: Words) -> None:
        """Take the word lists."""
        self.words = words
        self._known: dict[str, BodyName] = {}

    def of(self, name: str) -> BodyName:
        """The parts of a name ("Ukrainian Ministry of Defence": UKR, ministry defence)."""
        if name not in self._known:
            self._known[name] = self._take_apart(name)
        return self._known[name]

    def _take_apart(self, name: str) -> BodyName:
        mentions = [item for item in find_territories(name) if item.kind is not NameKind.CAPITAL]
        countries = {item.territory.iso3 for item in mentions}
        country = countries.pop() if len(countries) == 1 else None
        rest, end = "", 0
        for item in mentions if country else []:
            rest, end = rest + name[end : item.start] + " ", item.end
        residue = tuple(
            token for token in self._british(rest + name[end:]) if token not in self.words.linking
        )
        known = fold(name) in self.words.known
        generic = not known and all(token in self.words.institutions for token in residue)
        return BodyName(self._british(name), country, residue, generic)

    def _british(self, name: str) -> tuple[str, ...]:
        return tuple(self.words.spellings.get(token, token) for token in fold(name))
