"""Which of several just named is "the former", "the latter", "the first" or "the other"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.recalled.word import Word, is_alone
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.model.idle import sentences
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import UNDERTAKINGS, EntityType

_ORDER = {"former": 0, "latter": 1, "first": 0, "second": 1, "third": 2, "one": 0, "other": 1}
"""The place of whom a word means among those who were named together."""
_SURE = frozenset({"former", "latter"})
"""Words that mean one of two whatever else a text says."""
_NOUNS: Mapping[str, frozenset[EntityType]] = {
    **dict.fromkeys(("country", "state", "nation"), frozenset({EntityType.COUNTRY})),
    **dict.fromkeys(
        "event meeting conference forum seminar workshop course exercise operation mission "
        "programme program project campaign".split(),
        UNDERTAKINGS,
    ),
    **dict.fromkeys(
        ("body", "organisation", "organization", "agency", "ministry"),
        frozenset({EntityType.ORGANISATION}),
    ),
    **dict.fromkeys(("case", "instance"), frozenset(EntityType)),
}
"""Nouns that may stand behind such a word, by what is meant then."""
_WORD = re.compile(
    rf"\b[Tt]he (?P<word>{'|'.join(_ORDER)})\b(?: (?P<noun>{'|'.join(_NOUNS)})\b)?(?: of these)?"
)
_BESIDE = re.compile(r",? (?:of|from|in|to) (?:the )?")
"""What stands between somebody and the state or place that only tells who it is."""
_JOINED = re.compile(r"\band\b|\bor\b|\bas well as\b|[,;]")
"""What stands between two things that are named together."""
_TWO = 2


class Ordered:
    """Reads such words in the blocks of one release, in order."""

    def __init__(self) -> None:
        """Begin before the first block."""
        self._named: list[list[Figure]] = []

    def read(self, scene: Scene) -> Iterator[Word]:
        """Yield the words of a block that mean one of those named right before."""
        text = scene.block.text
        if scene.block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            return
        told = {match["word"] for match in _WORD.finditer(text) if _is_free(text, match)}
        if not told:
            last = [span for span in sentences(text) if span[0] < span[1]][-1:]
            self._named = [group for span in last for group in _groups(scene, *span)]
            return
        for start, end in sentences(text):
            words = [
                word
                for word in _WORD.finditer(text, start, end)
                if _is_free(text, word) and _is_told(word["word"], told)
            ]
            yield from self._meant(scene, start, words)
            if not words:
                self._named = _groups(scene, start, end)

    def _meant(self, scene: Scene, start: int, words: Sequence[re.Match[str]]) -> Iterator[Word]:
        """Yield what the words of a sentence mean: those it names before them come first."""
        here = [g for w in words[:1] for g in _groups(scene, start, w.start()) if len(g) >= _TWO]
        self._named = here or self._named
        most = max((_ORDER[word["word"]] for word in words), default=0)
        for word in words:
            kinds = _NOUNS.get(word["noun"] or "case", frozenset())
            fitting = (g for g in self._named if _fits(g, most) and g[0].type in kinds)
            group = next(fitting, None)
            if group is not None:
                yield Word(*word.span(), group[_ORDER[word["word"]]])
            elif word["word"] == "latter" and (alone := self._only()) is not None:
                yield Word(*word.span(), alone)

    def _only(self) -> Figure | None:
        """The only person of whom the words before speak: "He replaces A. The latter"."""
        people = [f for group in self._named for f in group if f.type == EntityType.PERSON]
        return people[0] if len(people) == 1 else None


def _fits(group: Sequence[Figure], most: int) -> bool:
    """Whether so many were named together as are told apart."""
    return len(group) == max(most + 1, _TWO)


def _is_told(word: str, told: set[str]) -> bool:
    """Whether a word is one of a pair that the block has: "the first" alone may be a time."""
    if word in {"one", "other"}:
        return {"one", "other"} <= told
    return word in _SURE or {"first", "second"} <= told


def _is_free(text: str, word: re.Match[str]) -> bool:
    return word["noun"] is not None or is_alone(text, word.end())


def _groups(scene: Scene, start: int, end: int) -> list[list[Figure]]:
    """Those of each type that a stretch of a block names, if several or people; last first."""
    found: dict[EntityType, list[Figure]] = {}
    text, ends = scene.block.text, dict[EntityType, int]()
    people, before = dict[Figure, None](), -1
    for number in scene.numbers(start, end):
        mention, figure = scene.mentions[number], scene.figures[number]
        told = before >= 0 and _BESIDE.fullmatch(text, before, mention.start)
        before = mention.end
        adjective = mention.span is not None and mention.span.kind == NameKind.DEMONYM
        if figure is None or told or adjective or not figure.named:
            continue
        group = found.pop(figure.type, [])
        joined = _JOINED.search(text, ends.get(figure.type, before), mention.start)
        found[figure.type] = [*(f for f in group if joined and f is not figure), figure]
        ends[figure.type] = mention.end
        people |= {figure: None} if figure.type == EntityType.PERSON else {}
    groups = [group for group in reversed(found.values()) if len(group) >= _TWO]
    listed = any(group[0] in people for group in groups)
    alone = 0 < len(people) <= _TWO and not listed  # "A met B"
    return [list(people), *groups] if alone else groups
