"""Names and offices of a block, found with the help of each other."""

from collections.abc import Sequence

from communique.extractors.mentions.hints import Labels
from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.people.context import Context, is_name_like
from communique.extractors.mentions.people.names import NameFinder
from communique.extractors.mentions.people.offices import OfficeFinder
from communique.extractors.mentions.people.officials import join_officials
from communique.extractors.mentions.spans import Mention, Role, Span, outside, without_overlap
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType


class PeopleFinder:
    """Finds people in the words of a block."""

    def __init__(self, titles: Titles) -> None:
        """Take the title classes."""
        self._titles = titles
        self._names = NameFinder(titles)
        self._offices = OfficeFinder(titles)

    def find(
        self, index: WordIndex, spans: Sequence[Span], model: Labels,
        known: KnownNames | None = None, *, headline: bool = False,
    ) -> tuple[list[Span], list[Role]]:  # fmt: skip
        """Personal names and offices, each in order, none overlapping.

        Args:
            index: Words of the block.
            spans: What else the block names.
            model: Spans that the language model labels.
            known: The names by which the release calls people.
            headline: Whether capitals tell nothing, so that only known and labelled names count.
        """
        solid = [span for span in spans if span.strength or span.type == EntityType.ORGANISATION]
        firm = [span for span in solid if span.strength or not is_name_like(index, span)]
        addressed = [] if headline else list(self._names.addressed(index, firm))
        sure = without_overlap(
            [*addressed, *self._names.known(index, known or KnownNames(), solid)]
        )
        people = [(start, end) for start, end, label in model if label == "PERSON"]
        recognised = list(self._names.recognised(index, people, solid))
        roles = self._offices.find(index, solid, without_overlap([*sure, *recognised]))
        beside = [] if headline else [
            *self._names.appointed(index, firm), *self._names.beside_roles(index, roles, firm)
        ]  # fmt: skip
        listed = [] if headline else list(self._names.listed(index, firm))
        names = without_overlap([*sure, *beside, *listed, *recognised])
        return outside(names, roles), roles

    def join(
        self, index: WordIndex, names: Sequence[Span], roles: Sequence[Role], spans: Sequence[Span]
    ) -> list[Mention]:
        """One mention for each name with its offices, and for each office without name."""
        return join_officials(Context(index, spans, names), roles, self._names, self._titles)
