"""Operations, events and places by the shape of their names, and those a text only describes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, TerritoryMention
from communique.ontology import EntityType

_SPACES = re.compile(r"\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TAIL = frozenset({"of", "on", "for", "against", "to"})
_ENDS_DESCRIPTION = frozenset(
    "the a an this that these those its their his her our your any some no each every another both "
    "of in on at by to for with from into during after before under between and or but as than "
    "he she it we they i you also which who where when while is are was were be been has have had will would can could may".split()
)
_NOT_NAMES = frozenset(
    "The This That A An In On At By From With For To And But Its Their His Her Our Other Each Every "
    "All Both These Those Several Many Some Joint Next Last First Second As After Before During".split()
)
_QUOTED = re.compile(r"[“\"‘]([A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,4})[”\"’]")
_NAMED_NOUN = re.compile(r"\bthe ((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+) ([a-z]+)\b")
_APPOSED = re.compile(r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+), an? (?:[\w’'-]+ ){0,4}?([a-z]+)\b")
_NUMBERED = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,3}(?:20\d\d|\d\d)\b(?![:.,]\d)")
_MONTHS = frozenset(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday On In The From Until Since By At".split()
)
_DESCRIPTION_WORDS = 8


class UndertakingFinder:
    """Finds operations, events and places in the words of a block."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        self._longest = 3

    def find(
        self, index: WordIndex, territories: Sequence[TerritoryMention], bodies: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield candidates with a name, overlapping ones included."""
        yield from self._quoted(index)
        yield from self._beside_noun(index)
        for place, word in enumerate(index.words):
            if word.text in self._nouns.operation_prefixes:
                yield from self._prefixed(index, place)
            if head := self._head(index, place, self._nouns.operation_heads):
                yield from self._named(index, place, head, EntityType.OPERATION)
            if head := self._head(index, place, self._nouns.event_heads):
                yield from self._named(index, place, head, EntityType.EVENT)
            if word.capital:
                yield from self._places(index, place, bodies)
        yield from self._bracketed(index.text, territories)
        for mention in territories:
            if mention.kind == NameKind.CAPITAL:
                end = mention.end
                if match := re.match(r",? D\.? ?C\.?(?!\w)", index.text[end:]):
                    end += match.end()
                yield Span(
                    mention.start, end, EntityType.PLACE,
                    index.text[mention.start : end], mention.territory, mention.kind,
                )  # fmt: skip
            else:
                yield Span(
                    mention.start, mention.end, EntityType.COUNTRY, mention.territory.name,
                    mention.territory, mention.kind,
                )  # fmt: skip

    def _quoted(self, index: WordIndex) -> Iterator[Span]:
        """A name in quotes after its kind, or before it: exercise “Long Bridge”, “Long Bridge” drill."""
        for match in _QUOTED.finditer(index.text):
            before = index.text[: match.start()].rstrip().rsplit(" ", 2)[-2:]
            after = index.text[match.end() :].split(maxsplit=1)[:1]
            nouns = {form.strip(",.;:()").lower() for form in (*before[-1:], *after)}
            kind = EntityType.OPERATION if nouns & self._nouns.operation_nouns else None
            kind = kind or (EntityType.EVENT if nouns & self._nouns.event_nouns else None)
            if kind is not None:
                yield Span(match.start(1), match.end(1), kind, match.group(1), strength=5)

    def _beside_noun(self, index: WordIndex) -> Iterator[Span]:
        """A name by the noun beside it: "the Clear Water programme", "Long Bridge, a drill", "Kite 24"."""
        for match in _NAMED_NOUN.finditer(index.text):
            if match.group(2) in self._nouns.operation_nouns:
                yield Span(*match.span(1), EntityType.OPERATION, match.group(1), strength=2)
        for match in _APPOSED.finditer(index.text):
            if match.group(2) in self._nouns.operation_nouns:
                yield Span(*match.span(1), EntityType.OPERATION, match.group(1), strength=4)
        if not any(word.text.lower() in self._nouns.operation_nouns for word in index.words):
            return
        for match in _NUMBERED.finditer(index.text):
            if not _MONTHS & set(match.group().split()):
                name = " ".join(match.group().split())
                bare = name.rsplit(" ", 1)[0]
                yield Span(*match.span(), EntityType.OPERATION, name, aliases=(bare,), strength=4)

    def _bracketed(
        self, text: str, territories: Sequence[TerritoryMention]
    ) -> Iterator[Span]:
        """Places in brackets after their state: "Czechia (A, B and C)"."""
        for mention in territories:
            match = re.match(r"\s?\(([^()]{3,200})\)", text[mention.end :])
            if not match or mention.kind == NameKind.DEMONYM:
                continue
            offset = mention.end + match.start(1)
            for part in re.finditer(r"(?:[^,;]+?)(?=,|;| and |$)", match.group(1)):
                form = re.sub(r"^(?:,|;| |and )+", "", part.group())
                start = offset + part.end() - len(form)
                if re.fullmatch(r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*)(?: [\w’'-]+){0,3}", form):
                    yield Span(start, start + len(form), EntityType.PLACE, form, strength=2)

    def described(self, index: WordIndex, taken: Sequence[Span]) -> Iterator[Span]:
        """Yield the common nouns that describe an operation or event, named by their phrase."""
        place = 0
        while place < len(index):
            last, kind = self._noun(index, place)
            if kind is None:
                place += 1
                continue
            start, end = index[place].start, index[last].end
            if all(span.end <= start or end <= span.start for span in taken):
                name = self._description(index, place, last)
                yield Span(start, end, kind, name, named=False)
            place = last + 1

    def _noun(self, index: WordIndex, place: int) -> tuple[int, EntityType | None]:
        for last in range(min(place + self._longest, len(index)) - 1, place - 1, -1):
            form = _SPACES.sub(" ", index.text[index[place].start : index[last].end])
            lowered = form[0].lower() + form[1:]
            if lowered in self._nouns.event_nouns:
                return last, EntityType.EVENT
            if lowered in self._nouns.operation_nouns:
                return last, EntityType.OPERATION
        return place, None

    def _description(self, index: WordIndex, place: int, last: int) -> str:
        """The noun with the words before it in its phrase and a short tail ("on defence reform")."""
        first = place
        while first > 0 and place - first < _DESCRIPTION_WORDS:
            before = index[first - 1]
            gap = index.text[before.end : index[first].start]
            if before.text.lower() in _ENDS_DESCRIPTION or before.mark or gap.strip(" -–"):
                break
            first -= 1
        stop = last
        if last + 2 < len(index) and index[last + 1].text in {"on", "of", "with", "into", "by"}:
            stop = last + 2
            while stop + 1 < len(index) and stop - last < _DESCRIPTION_WORDS:
                if index[stop + 1].mark or index[stop + 1].text in _ENDS_DESCRIPTION:
                    break
                stop += 1
        return _SPACES.sub(" ", index.text[index[first].start : index[stop].end])

    def _prefixed(self, index: WordIndex, place: int) -> Iterator[Span]:
        """A name after its kind: "Operation X", "Exercise X 2023", quotes left out."""
        last, following = place, place + 1
        headline = sum(w.capital for w in index.words) > 0.6 * len(index) > 3  # noqa: PLR2004
        longest = 3 if headline else 6
        while following < len(index) and following - place < longest:
            word, gap = index[following], index.text[index[last].end : index[following].start]
            if not (word.capital or _YEAR.fullmatch(word.text)) or gap.strip(" “\"'‘-"):
                break
            last, following = following, following + 1
        if last == place or index[place + 1].text in _NOT_NAMES:
            return
        start, end = index[place].start, index[last].end
        name = _SPACES.sub(" ", index.text[start:end]).translate(str.maketrans("", "", "“”\"‘"))
        bare = name.split(" ", 1)[1]
        aliases = tuple(dict.fromkeys((bare, _YEAR.sub("", bare).strip(), _YEAR.sub("", name).strip())))
        if name.startswith("Mission ") or (name.startswith("Campaign ") and " " not in bare):
            return
        yield Span(
            start, end, EntityType.OPERATION, name, strength=5,
            aliases=tuple(alias for alias in aliases if alias and alias != name),
        )  # fmt: skip

    @staticmethod
    def _head(index: WordIndex, place: int, heads: Iterable[str]) -> int:
        """Number of words of the longest head that begins here; 0 if none does."""
        found = 0
        for size in (1, 2, 3):
            if place + size <= len(index):
                form = index.text[index[place].start : index[place + size - 1].end]
                found = size if form in heads else found
        return found

    def _named(self, index: WordIndex, place: int, head: int, kind: EntityType) -> Iterator[Span]:
        first, last = place, place + head - 1
        while first > 0:
            before, gap = index[first - 1], index.text[index[first - 1].end : index[first].start]
            ordinal = re.fullmatch(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d", before.text)
            joined = before.text in {"and", "&", "of", "for"} and first > 1 and index[first - 2].capital
            if gap.strip(" -") or before.text in _NOT_NAMES:
                break
            if before.capital or ordinal:
                first -= 1
            elif joined and index[first - 2].text not in _NOT_NAMES:
                first -= 2
            else:
                break
        last = self._tail(index, last)
        words = [w for w in index.words[first : last + 1] if w.capital]
        if len(words) < 2 or (first == place and last == place + head - 1 and head < 2):  # noqa: PLR2004
            return
        start, end = index[first].start, index[last].end
        name = _SPACES.sub(" ", index.text[start:end])
        aliases = {_YEAR.sub("", name).strip(), name} - {name, ""}
        strength = 3 if kind == EntityType.OPERATION else 4
        yield Span(start, end, kind, name, aliases=tuple(sorted(aliases)), strength=strength)

    def _tail(self, index: WordIndex, last: int) -> int:
        """Index of the last word after a year or "on X Y", "of the X"."""
        if last + 1 < len(index) and _YEAR.fullmatch(index[last + 1].text):
            return last + 1
        while last + 2 < len(index) and index[last + 1].text in _TAIL:
            following = last + 2
            if index[following].text == "the" and following + 1 < len(index):
                following += 1
            if not index[following].capital or index[following].text in _NOT_NAMES:
                break
            last = following
            while last + 1 < len(index) and index[last + 1].capital:
                if index.text[index[last].end : index[last + 1].start] != " ":
                    break
                last += 1
        return last

    def _places(self, index: WordIndex, place: int, bodies: Sequence[Span]) -> Iterator[Span]:
        for last in range(min(place + 4, len(index)) - 1, place - 1, -1):
            form = _SPACES.sub(" ", index.text[index[place].start : index[last].end])
            if form in self._nouns.regions:
                yield Span(index[place].start, index[last].end, EntityType.PLACE, form, strength=2)
                return
        if index[place].text in {"Camp", "Lake", "Mount", "Port", "Villaggio", "Fort"}:
            last = self._run(index, place)
            if last > place:
                yield from self._site(index, place, last)
        if index[place].text in {"Headquarters", "HQ", "Headquarter"}:
            first = place
            while first > 0 and index[first - 1].capital and index[first - 1].text not in _NOT_NAMES:
                if index.text[index[first - 1].end : index[first].start] != " ":
                    break
                first -= 1
            last = self._run(index, place)
            if last > first:
                yield from self._site(index, first, last)

    @staticmethod
    def _run(index: WordIndex, place: int) -> int:
        last = place
        while last + 1 < len(index) and index[last + 1].capital:
            if index.text[index[last].end : index[last + 1].start] != " ":
                break
            last += 1
        return last

    @staticmethod
    def _site(index: WordIndex, first: int, last: int) -> Iterator[Span]:
        start, end = index[first].start, index[last].end
        name = _SPACES.sub(" ", index.text[start:end])
        yield Span(start, end, EntityType.PLACE, name, strength=5)
