"""What a release has told about names when a block of it is read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extractors.mentions.spans import Span
from communique.ontology import EntityType

_INTRODUCED = re.compile(r"\s*[(“\"]([A-Z][\w-]{1,11})[)”\"]")
_SHORTEST_ALIAS = 4
"""Characters of a name of an operation without its kind that may stand for it."""
_SHORTEST_SURNAME = 3
"""Characters of a last word that may stand for the person."""


@dataclass(slots=True)
class Knowledge:
    """What a release has introduced so far.

    Attributes:
        acronyms: Forms in brackets after a name and shorter names, with what they mean.
        people: Words of personal names and of their surnames.
    """

    acronyms: dict[str, Span] = field(default_factory=dict)
    people: set[tuple[str, ...]] = field(default_factory=set)

    def learn_people(self, names: Iterable[Span]) -> None:
        """Remember the forms by which people may be called again."""
        for name in names:
            words = tuple(name.name.split())
            if name.type != EntityType.PERSON or not words:
                continue
            self.people.add(words)
            if len(words[-1]) >= _SHORTEST_SURNAME:
                self.people.update(words[number:] for number in range(1, len(words)))

    def learn_acronyms(self, text: str, spans: Sequence[Span]) -> None:
        """Remember the acronyms that a block introduces, and the names before them."""
        for acronym, span in introduced(text, spans):
            aliases = tuple(dict.fromkeys((*span.aliases, acronym)))
            known = Span(
                span.start, span.end, span.type, span.name, aliases=aliases, country=span.country
            )
            self.acronyms.setdefault(acronym, known)
            self.acronyms.setdefault(text[span.start : span.end], known)

    def learn_operations(self, spans: Iterable[Span]) -> None:
        """Remember the shorter names of operations."""
        for span in spans:
            if span.type == EntityType.OPERATION and span.named:
                for alias in span.aliases:
                    if len(alias) >= _SHORTEST_ALIAS:
                        self.acronyms.setdefault(alias, span)


def introduced(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Acronyms in brackets after a name: "… Coordination Centre (EADRCC)", with what they mean."""
    for match in _INTRODUCED.finditer(text):
        span = next((s for s in spans if s.end == match.start()), None)
        acronym = match.group(1)
        if span and span.named and sum(char.isupper() for char in acronym) > 1:
            yield acronym, span
