"""What a release has told about names when a block of it is read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import split_words
from communique.ontology import EntityType

_INTRODUCED = re.compile(r"\s*[(“\"]([A-Z][\w-]{1,11})[)”\"]")
_GENERATION = re.compile(r",? (?:Jr\.?|Sr\.?)$")
"""What may be left out of a name when somebody is named again."""
_NUMERALS = frozenset({"I", "II", "IV", "V", "VI"})
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
            if name.type == EntityType.PERSON:
                for form in {name.name, _GENERATION.sub("", name.name)}:
                    self._learn_person(tuple(word.text for word in split_words(form)))

    def _learn_person(self, words: tuple[str, ...]) -> None:
        """Remember the words of a name and of every ending of it."""
        if words:
            self.people.add(words)
            if len(words[-1]) >= _SHORTEST_SURNAME or words[-1] in _NUMERALS:
                rest = (words[number:] for number in range(1, len(words)))
                self.people.update(form for form in rest if form[0] not in _NUMERALS)

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
