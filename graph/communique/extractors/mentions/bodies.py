"""Organisations by gazetteer and by the shape of their names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from communique.extractors.mentions.spans import Span, covering
from communique.extractors.mentions.words import Word, WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.organisations import Organisation
from communique.gazetteer.territories import NameKind, Territory, TerritoryMention
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_JOINS = frozenset({"and", "&", "for", "of", "on", "against", "to", "the", "de", "des", "du", "in"})
_TAIL = frozenset({"of", "for", "on", "against", "to"})
_STOP = frozenset(
    "The This That These Those A An In On At By From With For To And But Its Their His Her Our Your "
    "Today Yesterday Tomorrow As After Before During Under Over When While Since If Both Each All "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Allied Western Former Acting".split()
)
_LONE = frozenset(
    {"Presidency", "Parliament", "Assembly", "Senate", "Cabinet", "Court", "Ministry", "Congress"}
)
_LONGEST_NAME = 12
_SPACES = re.compile(r"\s+")


class BodyFinder:
    """Finds organisations in the words of a block."""

    def __init__(
        self, organisations: Sequence[Organisation], nouns: Nouns, titles: Titles
    ) -> None:
        """Index the gazetteer by its forms."""
        self._nouns = nouns
        self._titles = titles
        self._forms: dict[str, Organisation] = {}
        for organisation in organisations:
            for form in (organisation.name, *organisation.aliases, *organisation.acronyms):
                self._forms.setdefault(form.replace("’", "'"), organisation)
        self._longest = max((len(form.split()) for form in self._forms), default=1)

    def find(
        self, index: WordIndex, territories: Sequence[TerritoryMention], known: Mapping[str, Span]
    ) -> Iterator[Span]:
        """Yield candidates, overlapping ones included.

        Args:
            index: Words of the block.
            territories: What states the block names.
            known: Forms that the release has introduced ("… Centre (EADRCC)"), with what they mean.
        """
        for first, word in enumerate(index.words):
            if not word.mark:
                yield from self._listed(index, first, known)
        for place, word in enumerate(index.words):
            if word.text in self._nouns.organisation_heads:
                yield from self._shaped(index, place, territories)
        yield from self._forces(index, territories)

    def _listed(self, index: WordIndex, first: int, known: Mapping[str, Span]) -> Iterator[Span]:
        start = index[first].start
        for last in range(min(first + self._longest, len(index)) - 1, first - 1, -1):
            end = index[last].end
            form = _SPACES.sub(" ", index.text[start:end]).replace("’", "'")
            if form in known:
                span = known[form]
                yield Span(
                    start, end, span.type, span.name, aliases=span.aliases, country=span.country,
                    named=span.named, strength=4,
                )  # fmt: skip
                return
            if form in self._forms:
                found = self._forms[form]
                aliases = tuple(dict.fromkeys((*found.acronyms, *found.aliases)))
                short = found.acronyms[0] if found.acronyms and form in found.acronyms else found.name
                kind = EntityType.OPERATION if found.kind == "operation" else EntityType.ORGANISATION
                yield Span(
                    start, end, kind, short,
                    aliases=(found.name, *aliases), strength=3,
                )  # fmt: skip
                return

    def _shaped(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention]
    ) -> Iterator[Span]:
        """The name around a head noun: capitalised words before it, a tail with "of" after it."""
        first = self._leftmost(index, place)
        last = self._rightmost(index, place, territories)
        words = index.words[first : last + 1]
        capitals = sum(word.capital for word in words if word.text not in _STOP)
        weak = index[place].text in self._nouns.weak_organisation_heads
        if last == place and index[place].text in self._nouns.operation_heads and capitals > 2:
            return  # "Baltic Air Policing Mission" is carried out, "Mission in Kosovo" is a body
        lone = capitals == 1 and self._lone(index, place)
        if capitals < (3 if weak else 2) and not lone:
            return
        start, end = words[0].start, words[-1].end
        name = _SPACES.sub(" ", index.text[start:end])
        country = self._country(index, start, end, territories)
        yield Span(
            start, end, EntityType.ORGANISATION, name,
            country=country, aliases=tuple(self._other_names(name, start, territories)), strength=3,
        )  # fmt: skip

    @staticmethod
    def _lone(index: WordIndex, place: int) -> bool:
        """Whether a capitalised noun alone names a body ("the Presidency")."""
        return index[place].text in _LONE and place > 0 and index[place - 1].text == "the"

    def _leftmost(self, index: WordIndex, place: int) -> int:
        first = place
        while first > 0:
            before, gap = index[first - 1], index.text[index[first - 1].end : index[first].start]
            if gap.strip(" -") or before.text in self._titles.role_heads or "\n" in gap:
                break
            if before.capital and before.text not in _STOP and not before.mark:
                first -= 1
            elif before.text in {"and", "&", "for"} and self._joined(index, first - 1):
                first -= 2
            else:
                break
        while first < place and index[first].text in self._titles.role_modifiers - {"National", "Federal", "State", "Supreme", "High", "General", "Special", "Joint", "Regional", "Global", "Executive", "Parliamentary"}:  # fmt: skip
            first += 1
        return first

    def _joined(self, index: WordIndex, place: int) -> bool:
        """Whether a connective stands inside a name ("Advisory and Liaison Team")."""
        if place < 1:
            return False
        before = index[place - 1]
        further = index[place - 2].text if place > 1 else ""
        return (
            before.text in self._titles.portfolio | {"Advisory", "Stabilisation", "Reconstruction"}
            and further not in {"of", "for"}
            and index[place + 1].capital
        )

    def _rightmost(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention]
    ) -> int:
        last = place
        while last + 2 < len(index) and last - place < _LONGEST_NAME:
            step = self._tail_step(index, last, place, territories)
            if step is None:
                break
            last = step
        return last

    def _tail_step(
        self, index: WordIndex, last: int, place: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word after one more "of X", "for the X" or "and X"; None if none fits."""
        joint, following = index[last + 1], last + 2
        if index.text[index[last].end : joint.start] != " ":
            return None
        if joint.text in {"and", "&"}:
            inside = last > place and index[last].text in self._titles.portfolio
            fits = index[following].text in self._titles.portfolio | self._titles.role_modifiers
            return self._capitals(index, following) if inside and fits else None
        mission = index[place].text in {"Mission", "Office", "Delegation", "Embassy", "Centre"}
        if joint.text.lower() not in _TAIL and not (joint.text == "in" and mission):
            return None
        if index[following].text == "the" and following + 1 < len(index):
            following += 1
        if not index[following].capital or index[following].text in _STOP:
            return None
        span = next((t for t in territories if t.start == index[following].start), None)
        if span:
            return index.at(span.end) - 1
        return self._capitals(index, following)

    def _capitals(self, index: WordIndex, first: int) -> int:
        last = first
        while last + 1 < len(index) and index[last + 1].capital:
            gap = index.text[index[last].end : index[last + 1].start]
            if gap != " " or index[last + 1].text in self._titles.role_heads | self._titles.honorifics:
                break
            last += 1
        return last

    def _forces(
        self, index: WordIndex, territories: Sequence[TerritoryMention]
    ) -> Iterator[Span]:
        """Common nouns that a demonym turns into a body: "Czech and Ukrainian police"."""
        groups = list(_adjective_groups(index.text, territories))
        for group in groups:
            noun = self._force_noun(index, index.at(group[-1].end))
            if noun is None:
                continue
            form, end = noun
            for number, adjective in enumerate(group):
                name = f"{index.text[adjective.start : adjective.end]} {form}"
                last = number == len(group) - 1
                yield Span(
                    adjective.start, end if last else adjective.end, EntityType.ORGANISATION,
                    name, country=adjective.territory, strength=2,
                    aliases=(f"{form} of {adjective.territory.name}",),
                )  # fmt: skip

    def _force_noun(self, index: WordIndex, first: int) -> tuple[str, int] | None:
        for last in range(min(first + 4, len(index)) - 1, first - 1, -1):
            form = _SPACES.sub(" ", index.text[index[first].start : index[last].end])
            if form in self._nouns.force_bodies:
                return form, index[last].end
        return None

    def _country(
        self, index: WordIndex, start: int, end: int, territories: Sequence[TerritoryMention]
    ) -> Territory | None:
        inside = [t for t in territories if start <= t.start and t.end <= end]
        if inside:
            return inside[-1].territory
        before = index.text[:start].rstrip()
        for ending in ("'s", "’s", "'", "’"):
            if before.endswith(ending):
                owner = next((t for t in territories if t.end == len(before) - len(ending)), None)
                return owner.territory if owner else None
        return None

    @staticmethod
    def _other_names(
        name: str, start: int, territories: Sequence[TerritoryMention]
    ) -> Iterator[str]:
        """The name without the state in it, and with the state after it."""
        for mention in territories:
            offset = mention.start - start
            if offset == 0 and len(name) > mention.end - start + 1:
                bare = name[mention.end - start :].strip(" -")
                yield bare
                yield f"{bare} of {mention.territory.name}"
            elif 0 < offset < len(name) and name[:offset].endswith((" of ", " of the ")):
                bare = re.sub(r" of (the )?$", "", name[:offset])
                yield bare
                yield f"{bare} of {mention.territory.name}"


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
        if following and following.kind == NameKind.DEMONYM and gap in {" and ", ", ", ", and "}:
            continue
        yield group
        group = []


def introduced(text: str, index: WordIndex, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Acronyms in brackets after a name: "… Coordination Centre (EADRCC)", with what they mean."""
    for match in re.finditer(r"\s*[(“\"]([A-Z][\w-]{1,11})[)”\"]", text):
        span = next((s for s in spans if s.end == match.start()), None)
        acronym = match.group(1)
        if span and span.named and sum(char.isupper() for char in acronym) > 1:
            yield acronym, span


def strip_article(word: Word) -> bool:
    """Whether a word is an article."""
    return word.text.lower() in {"the", "a", "an"}


__all__ = ["BodyFinder", "covering", "introduced", "strip_article"]
