"""What a release has told about names when a block of it is read."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extractors.mentions.draft import Draft
from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import initials, split_words
from communique.extractors.sieve import holds
from communique.gazetteer.territories import NameKind, find_territory
from communique.ontology import EntityType

_INTRODUCED = re.compile(r"\s{0,3}[(“\"]([A-Z][\w-]{1,11}(?: [A-Z][\w-]+){0,2})[)”\"]")
_OPENED = '(“"'
_BETWEEN_COMMAS = re.compile(r", ([A-Z]{3,9})(?=,)")
"""An acronym between the name of a body and somebody of it: "of the BODY, ABC, X"."""
_OWNER = re.compile(r"\bof (?:the )?(?=[A-Z])")
"""Behind which the name of a body has that of another one, whose part it is."""
_OWNED = frozenset({EntityType.ORGANISATION, EntityType.EVENT})
_FEWEST_INITIALS = 2
_GENERATION = re.compile(r",? (?:Jr\.?|Sr\.?)$")
"""What may be left out of a name when somebody is named again."""
_NUMERALS = frozenset({"I", "II", "IV", "V", "VI"})
_TAIL = re.compile(r" (?:of|for|on|in|to|against)\b")
_SHORTEST_ALIAS = 4
"""Characters of a name of an operation without its kind that may stand for it."""
_MOST_NAME_WORDS = 15
"""Words of the longest name that is looked up; what is longer is a list that lost its commas."""
_SHORTEST_SURNAME = 3
"""Characters of a last word that may stand for the person."""


@dataclass(slots=True)
class Knowledge:
    """What a release has introduced so far.

    Attributes:
        acronyms: Forms in brackets after a name and shorter names, with what they mean.
        people: Words of personal names and of their surnames.
        heads: By head noun, the body that "the HEAD" means; None if it may be several.
        drafts: By their texts, the blocks as read so far.
        american: Whether Georgia is the one in the United States.
        martial: Whether it speaks of forces.
        issuer: Who issued the release, if a body is known.
        own: Head nouns of its names, which mean it if the release names it or nothing else of that
            kind.
        speaks: Whether the release names it.
        recalled: Nouns by which it may come back to an operation or event, with the type.
    """

    acronyms: dict[str, Span] = field(default_factory=dict)
    people: KnownNames = field(default_factory=KnownNames)
    heads: dict[str, Span | None] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    american: bool = False
    martial: bool = False
    issuer: Span | None = None
    own: tuple[str, ...] = ()
    speaks: bool = False
    recalled: dict[str, EntityType] = field(default_factory=dict)

    def learn_people(self, names: Iterable[Span]) -> None:
        """Remember the forms by which people may be called again."""
        for name in names:
            if name.type == EntityType.PERSON:
                for form in {name.name, _GENERATION.sub("", name.name)}:
                    self._learn_person(tuple(word.text for word in split_words(form)))

    def _learn_person(self, words: tuple[str, ...]) -> None:
        """Remember the words of a name and of every ending of it but one that is a state too."""
        if 0 < len(words) <= _MOST_NAME_WORDS:
            self.people.add(words)
            if len(words[-1]) >= _SHORTEST_SURNAME or words[-1] in _NUMERALS:
                for first in range(1, len(words)):
                    if words[first] not in _NUMERALS and not _is_state(words[first:]):
                        self.people.add(words[first:])

    def learn_acronyms(self, text: str, spans: Sequence[Span]) -> None:
        """Remember the acronyms that a block introduces, and the names before them."""
        for acronym, span in introduced(text, spans):
            if (owner := _owner(text, span, acronym)) is not None:
                self.acronyms.setdefault(acronym, owner)
                continue
            aliases = tuple(dict.fromkeys((*span.aliases, acronym)))
            known = Span(
                span.start, span.end, span.type, span.name, aliases=aliases, country=span.country
            )
            self.acronyms.setdefault(acronym, known)
            self.acronyms.setdefault(text[span.start : span.end], known)

    def learn_heads(self, spans: Iterable[Span], heads: Container[str]) -> None:
        """Remember by which noun alone a body may be called again ("the Commission").

        Args:
            spans: What a block names.
            heads: The nouns that may stand alone.
        """
        for span in spans:
            if span.type != EntityType.ORGANISATION or not span.named:
                continue
            self.speaks |= self.issuer is not None and _is_same(span, self.issuer)
            head = _head(span.name, heads)
            if head is None:
                continue
            known = self.heads.setdefault(head, span)
            if known is not None and not _is_same(known, span):
                self.heads[head] = None

    def learn_issuer(self, issuer: Span, heads: Container[str]) -> None:
        """Remember the nouns by which a release calls the body that issues it."""
        if issuer.type == EntityType.ORGANISATION:
            names = (_head(name, heads) for name in (issuer.name, *issuer.aliases))
            self.own = tuple(dict.fromkeys(head for head in names if head is not None))
            self.issuer = issuer

    def known(self) -> dict[str, Span]:
        """What a form means by all that the release has introduced, "the HEAD" included."""
        own = {head: self.issuer for head in self.own if self.speaks or head not in self.heads}
        alone = {
            f"{article} {head}": body
            for head, body in (self.heads | own).items()
            if body is not None
            for article in ("the", "The")
        }
        return alone | self.acronyms

    def learn_operations(self, spans: Iterable[Span]) -> None:
        """Remember the names of operations, the shorter ones too, but no state's ("Moldova")."""
        for span in spans:
            if span.type == EntityType.OPERATION and span.named:
                for alias in (span.name, *span.aliases):
                    if len(alias) >= _SHORTEST_ALIAS and find_territory(alias) is None:
                        self.acronyms.setdefault(alias, span)


def _is_same(one: Span, other: Span) -> bool:
    """Whether two names share a form."""
    return not {one.name, *one.aliases}.isdisjoint({other.name, *other.aliases})


def _head(name: str, heads: Container[str]) -> str | None:
    """The noun that heads the name of a body, if it is one of those."""
    words = _TAIL.split(name, maxsplit=1)[0].split()
    return words[-1] if len(name.split()) > 1 and words and words[-1] in heads else None


def introduced(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Acronyms in brackets after a name: "… Coordination Centre (EADRCC)", with what they mean."""
    for match in _BETWEEN_COMMAS.finditer(text):
        span = next((s for s in spans if s.end == match.start()), None)
        if span and span.type == EntityType.ORGANISATION and initials(span.name) == match[1]:
            yield match[1], span
    for match in _INTRODUCED.finditer(text) if holds(text, _OPENED) else ():
        span = next((s for s in spans if s.end == match.start()), None)
        acronym = match.group(1)
        if span and span.named and sum(char.isupper() for char in acronym) > 1:
            site = span.type == EntityType.PLACE and acronym[0] != span.name[0]
            if not site and _repeats(acronym, span):
                yield acronym, span


def _owner(text: str, span: Span, acronym: str) -> Span | None:
    """The body whose part a name is, if an acronym behind it has the letters of that one alone.

    "Council of Ministers of the Harbour Cooperation Organisation (HCO)"; of an event the first
    letter tells, for who meets has its own acronym: "3rd Meeting of the Eurasian Group (EAG)".
    """
    if span.type not in _OWNED or _begin_so(text[span.start : span.end], acronym):
        return None
    gathering = span.type == EntityType.EVENT and span.name[0] != acronym[0]
    for found in _OWNER.finditer(text, span.start, span.end):
        name = text[found.end() : span.end]
        fits = _begin_so(name, acronym) or (gathering and name[0] == acronym[0])
        if fits and find_territory(name) is None:
            return Span(found.end(), span.end, EntityType.ORGANISATION, name, aliases=(acronym,))
    return None


def _begin_so(name: str, acronym: str) -> bool:
    """Whether an acronym is the first letters of the words of a name, as far as it goes."""
    letters = initials(name)
    return len(acronym) >= _FEWEST_INITIALS and letters.startswith(acronym)


def _repeats(acronym: str, span: Span) -> bool:
    """Whether a state behind an acronym is of the name: "Police Mission in Chad (EUPOL Chad)".

    Nothing is behind most; of a person, brackets with more words tell something else.
    """
    short, _, state = acronym.partition(" ")
    told = short.isupper() and span.type != EntityType.PERSON
    return not state or (told and find_territory(state) is not None and state in span.name)


def _is_state(words: tuple[str, ...]) -> bool:
    """Whether the end of a name is the name of a state as well."""
    found = find_territory(words[0]) if len(words) == 1 else None
    return found is not None and found[1] == NameKind.NAME
