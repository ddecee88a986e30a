"""Names of operations by the words around them: "during X", "the second half of X", "X began"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.makes.staged import SAID_OF
from communique.extractors.sieve import holds
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_LEADS = (
    "uring ",
    "close of ",
    "beginning of ",
    "week of ",
    "part of ",
    "ramework of ",
    "start of ",
    "end of ",
    "half of ",
    "phase of ",
    "part in ",
    "place in ",
    "icipat",
    "edition of ",
    "iteration of ",
    "days of ",
    "day of ",
)
"""One of them stands in what ``_LED`` finds."""
_LED = re.compile(
    r"\b(?:[Dd]uring|[Aa]s part of|[Ww]ithin the framework of|[Tt](?:ook|akes?|aking) part in|"
    r"[Pp]articipat\w+ in|(?:took|takes) (?:first|second|third) place in|"
    r"(?:start|end|close|beginning|(?:first|second|opening|closing|final|last) "
    r"(?:half|phase|part|days?|week)|"
    r"(?:this year[’']s|the latest|next|previous|\w+th|first|second|third) "
    r"(?:edition|iteration)) of) "
    r"(?P<name>[A-Z][a-zA-Z’'-]+(?: (?:du |de |di |da |of the |of )?[A-Z][a-zA-Z’'-]+){1,2})"
    r"(?=[ ,.;:)]|$)(?! [A-Z])"
)
"""What is told of nobody and of no place, and the name that follows without article."""

_TIMES = frozenset(
    "Month Week Day Days Year Season Time War Wars Break Hurricane Storm Cyclone Typhoon Pandemic "
    "Crisis Revolution Question Fiscal Ramadan Easter Christmas Parliament Congress Games Cup Era "
    "Movement Period Uprising Spring Summer Winter Autumn Friendship Search Casualty Holy Prime "
    "Black Great Carnival Industrial Civil Cold World Gulf Super Saving Festival Olympics".split()
)
"""Words in names of times, disasters and games, which nobody carries out."""
_NOUN = re.compile(
    r" (?!(?:in|on|at|and|with|which|for|to|from|by|off|near|will|has|have|had|is|are|was|were|"
    r"as|but|who|where|when|while|after|before|this|last|next|until|together|alongside|began|begins|ended)\b)"
    r"[a-z]"
)
"""A noun of which the name is but the first part: "Casualty training"."""


class LedOperations:
    """Finds names of operations by what leads to them, where a text speaks of forces."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._counting = nouns.operation_nouns | nouns.martial_nouns
        titles = read_titles()
        self._others = (
            _TIMES | titles.role_heads | titles.honorifics | titles.ranks |
            nouns.organisation_heads | nouns.event_heads | nouns.never_numbered
            | nouns.undertaking_ends | site_words().sites
        )  # fmt: skip
        self._regions = nouns.regions

    def find(self, text: str, *, martial: bool = False) -> Iterator[Span]:
        """Yield candidates, overlapping ones included.

        Args:
            text: The block.
            martial: Whether the release speaks of forces.
        """
        led = list(_LED.finditer(text)) if holds(text, _LEADS) else []
        found = [match for match in led if not _NOUN.match(text, match.end())]
        said = [match for pattern in SAID_OF for match in pattern.finditer(text)]
        speaks = bool(found or said) and self._speaks_of_forces(text)
        for match in [*found, *said] if speaks else said if martial else ():
            if self._is_free(match["name"]):
                yield Span(*match.span("name"), EntityType.OPERATION, match["name"], strength=2)

    def _speaks_of_forces(self, text: str) -> bool:
        """Whether a text speaks of forces, or of an operation."""
        return not self._counting.isdisjoint(re.findall(r"\w+", text.lower()))

    def _is_free(self, name: str) -> bool:
        """Whether words name nobody, no state, place, body or event."""
        words = name.split()
        if name.endswith(("'s", "’s")) or any(word.isupper() for word in words):
            return False
        person = any(fold(word) in given_names() for word in words)
        known = find_territory(name) or any(map(find_territory, words))
        listed = name in site_words().cities or not self._others.isdisjoint((*words, name))
        listed = listed or not self._regions.isdisjoint((words[-1], name))
        return not (person or known or listed)
