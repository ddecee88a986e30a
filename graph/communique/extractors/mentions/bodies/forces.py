"""Common nouns that a demonym turns into a body of the state: "Czech and Ukrainian police"."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.ontology import EntityType

_LONGEST = 4
"""Words of the longest of those nouns ("ministry of foreign affairs")."""
_JOINTS = frozenset({" and ", ", ", ", and "})


def find_forces(
    index: WordIndex, territories: Sequence[TerritoryMention], nouns: Collection[str]
) -> Iterator[Span]:
    """Yield one body for each demonym before such a noun.

    Args:
        index: Words of the block.
        territories: What states the block names.
        nouns: What a demonym turns into a body, in lower case.
    """
    for group in _adjective_groups(index.text, territories):
        found = _noun(index, index.at(group[-1].end), nouns)
        if found is None:
            continue
        noun, end = found
        for adjective in group:
            last = adjective is group[-1]
            yield Span(
                adjective.start, end if last else adjective.end, EntityType.ORGANISATION,
                f"{index.text[adjective.start : adjective.end]} {noun}",
                country=adjective.territory, strength=2,
                aliases=(f"{noun} of {adjective.territory.name}",),
            )  # fmt: skip


def _noun(index: WordIndex, first: int, nouns: Collection[str]) -> tuple[str, int] | None:
    """The longest noun that begins at a word, and its end."""
    for last in range(min(first + _LONGEST, len(index)) - 1, first - 1, -1):
        form = index.phrase(first, last)
        if form in nouns:
            return form, index[last].end
    return None


def _adjective_groups(
    text: str, territories: Sequence[TerritoryMention]
) -> Iterator[list[TerritoryMention]]:
    """Demonyms side by side: "Czech", "Czech and Ukrainian", "French, Dutch and German"."""
    group: list[TerritoryMention] = []
    for mention, following in pairwise([*territories, None]):
        if mention is None or mention.kind != NameKind.DEMONYM:
            continue
        group.append(mention)
        gap = text[mention.end : following.start] if following else ""
        if following and following.kind == NameKind.DEMONYM and gap in _JOINTS:
            continue
        yield group
        group = []
