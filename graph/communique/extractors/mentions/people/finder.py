"""Names and offices of a block, found with the help of each other."""

from collections.abc import Sequence

from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.labels import Labels
from communique.extractors.mentions.people.context import Context, Sighting, is_name_like
from communique.extractors.mentions.people.leading.shared import share_out
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

    def sight(
        self, index: WordIndex, spans: Sequence[Span], model: Labels, *, headline: bool = False
    ) -> Sighting:
        """What a block shows of people by itself.

        Args:
            index: Words of the block.
            spans: What else the block names.
            model: Spans that the language model labels.
            headline: Whether capitals tell nothing, so that only known and labelled names count.
        """
        solid = [span for span in spans if span.strength or span.type == EntityType.ORGANISATION]
        firm = [span for span in solid if span.strength or not is_name_like(index, span)]
        people = [(start, end) for start, end, label in model if label == "PERSON"]
        recognised = tuple(self._names.recognised(index, people, solid))
        if headline:
            return Sighting(index, solid, firm, recognised, headline=True)
        return Sighting(
            index, solid, firm, recognised,
            addressed=tuple(self._names.addressed(index, firm)),
            appointed=tuple(self._names.appointed(index, firm)),
            listed=tuple(self._names.listed(index, firm, recognised)),
        )  # fmt: skip

    def find(self, seen: Sighting, known: KnownNames) -> tuple[Sequence[Span], Sequence[Role]]:
        """Personal names and offices, each in order, none overlapping.

        Args:
            seen: What the block shows by itself.
            known: The names by which the release calls people.
        """
        called = list(self._names.known(seen.index, known, seen.solid))
        if called:
            return self._found(seen, called)
        if seen.alone is None:
            seen.alone = self._found(seen, called)
        return seen.alone

    def _found(
        self, seen: Sighting, called: Sequence[Span]
    ) -> tuple[Sequence[Span], Sequence[Role]]:
        """Names and offices of a block in which the release calls people by names."""
        index = seen.index
        sure = without_overlap([*seen.addressed, *called])
        roles = self._offices.find(index, seen.solid, without_overlap([*sure, *seen.recognised]))
        beside = [] if seen.headline else self._names.beside_roles(index, roles, seen.firm)
        names = without_overlap([*sure, *seen.appointed, *beside, *seen.listed, *seen.recognised])
        return outside(names, roles), roles

    def join(
        self, index: WordIndex, names: Sequence[Span], roles: Sequence[Role], spans: Sequence[Span]
    ) -> list[Mention]:
        """One mention for each name with its offices, and for each office without name."""
        context = Context(index, spans, names)
        joined = join_officials(context, roles, self._names, self._titles)
        return share_out(joined, index.text, self._offices.singulars, spans)
