"""Offices that a question names ("the President of Latvia"), and titles before names."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from communique.gazetteer.titles import Titles, read_titles
from communique.loaders.folding import fold
from communique.ontology import EntityType
from communique.queries.ask.reading.mention import Mention
from communique.queries.ask.reading.words import Word

_LINKING = frozenset("of for the and to in on".split())
_NO_OFFICE = frozenset("member members counterpart delegate general affaires".split())
"""Heads that name nobody in particular."""
_PASSING = frozenset("acting current former incumbent interim late outgoing past then".split())
"""Words before an office that are no part of it."""
_NO_TITLE = frozenset(
    "at office team data staff members us united states europe transformation".split()
)
"""Words in forms of offices that elsewhere are no part of one."""
_VAGUE = frozenset("adviser advisor commissioner coordinator envoy leader minister officer "
    "representative secretary".split())  # fmt: skip
"""Heads that alone tell no office."""
_OWNERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a question names.

    Attributes:
        first: Index of its first word.
        stop: Index after its last word.
        text: As written, without whose it is; in the singular.
        start: Offset of the first character, in code points.
        end: Offset after the last one.
    """

    first: int
    stop: int
    text: str
    start: int
    end: int


class OfficeWords:
    """The words that name offices, folded; longer forms are split into their words."""

    def __init__(self, titles: Titles) -> None:
        """Take the classes of title words."""
        forms = (*titles.role_heads, *titles.lower_heads)
        heads = {_head(form) for form in forms} - _NO_OFFICE
        self.plurals = {f"{head}s": head for head in heads}
        self.heads = frozenset(
            word for word in heads if word.removesuffix("s") not in heads - {word}
        )
        self.modifiers = (
            frozenset(
                _split(forms, titles.role_modifiers, titles.portfolio, titles.lower_modifiers)
            )
            - self.plurals.keys()
        )
        self.openings = _PASSING
        self._small = frozenset(_split(titles.lower_modifiers)) | _PASSING
        self.addresses = frozenset(_split(titles.honorifics, titles.ranks)) - {"u", "m", "don"}

    @classmethod
    def read(cls) -> "OfficeWords":
        """The words of the gazetteer."""
        return cls(read_titles())

    def is_title(self, word: Word) -> bool:
        """Whether a word before a name belongs to its title; without capital only some do."""
        if word.form in self.heads | self.addresses | self._small:
            return True
        return word.form in self.modifiers and word.text[0].isupper()

    @property
    def all(self) -> frozenset[str]:
        """Every word of a title."""
        return self.heads | self.modifiers | self.addresses | self.openings


def find_offices(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], office_words: OfficeWords
) -> tuple[Office, ...]:
    """Runs of title words with an office among them, outside of names."""
    inside = {index for mention in mentions for index in range(mention.first, mention.stop)}
    found: list[Office] = []
    index = 0
    while index < len(words):
        if words[index].form in office_words.openings:
            index += 1  # "former" and the like are no part of an office
            continue
        stop = _run(words, index, inside, office_words)
        heads = [i for i in range(index, stop) if words[i].form in office_words.heads]
        if heads and not _is_vague(words, index, stop):
            start, end = words[index].start, words[stop - 1].end
            found.append(Office(index, stop, text[start:end], start, end))
        elif index < stop < len(words) and words[stop].form in office_words.plurals:
            start, last = words[index].start, words[stop]
            singular = text[start : last.start] + office_words.plurals[last.form]
            stop += 1
            found.append(Office(index, stop, singular, start, last.end))
        index = max(stop, index + 1)
    return tuple(found)


def with_titles(
    mentions: Sequence[Mention],
    offices: Sequence[Office],
    words: Sequence[Word],
    office_words: OfficeWords,
) -> tuple[list[Mention], list[Office]]:
    """Names of people with the titles before them, and the offices that are left.

    The body or the state to which the title belongs ("NATO Secretary General Lind") is no mention
    of its own.
    """
    kept, left = list(mentions), list(offices)
    for owned in mentions:
        first = owned.first
        if owned.types == {EntityType.PERSON}:
            while first > 0 and office_words.is_title(words[first - 1]):
                first -= 1
            left = [office for office in left if not first <= office.first < owned.first]
        titled = office_words.is_title(words[first])
        before = next(
            (item for item in kept if item.stop == first - _possessive(words, first)), None
        )
        if before is not None and _owns(before, owned, titled, before.stop < first):
            kept.remove(before)
            first = before.first
        kept[kept.index(owned)] = replace(owned, first=first)
    return kept, left


def _possessive(words: Sequence[Word], index: int) -> int:
    """How many words before one are the ending of a possessive."""
    return int(index > 0 and words[index - 1].form == "'s")


def _owns(owner: Mention, owned: Mention, titled: bool, possessive: bool) -> bool:
    """Whether a name only says whose the next one is ("Moldova's Ministry of Justice")."""
    if owned.types == {EntityType.PERSON}:
        return bool(owner.types & _OWNERS) and (titled or owner.adjective or possessive)
    state = owner.types == {EntityType.COUNTRY} and owned.types == {EntityType.ORGANISATION}
    return state and (owner.adjective or possessive) and not owned.text.isupper()


def _is_vague(words: Sequence[Word], index: int, stop: int) -> bool:
    """Whether one word names an office that many hold ("any minister")."""
    of = words[stop].form if stop < len(words) else ""
    return stop - index == 1 and words[index].form in _VAGUE and of not in {"of", "for"}


def _run(words: Sequence[Word], index: int, inside: Set[int], office_words: OfficeWords) -> int:
    """Where the run of title words ends that begins at an index."""
    stop = index
    while (
        stop < len(words)
        and stop not in inside
        and words[stop].form in (office_words.heads | office_words.modifiers)
    ):
        stop += 1
        linked = stop
        while linked < len(words) and words[linked].form in _LINKING and linked not in inside:
            linked += 1
        continues = linked < len(words) and linked not in inside
        if stop < linked and continues and words[linked].form in office_words.modifiers:
            stop = linked
    while _goes_on(words, index, stop, inside):
        stop += 1
    return stop


def _goes_on(words: Sequence[Word], index: int, stop: int, inside: Set[int]) -> bool:
    """Whether a capital at an index says that the office has a further word ("Committee")."""
    linked = any(word.form in _LINKING for word in words[index:stop])
    if not (linked and stop < len(words)) or stop in inside:
        return False
    return words[stop].text[0].isupper() and words[stop - 1].text[0].isupper()


def _head(form: str) -> str:
    """The word of an office that names its holder ("secretary" of "Secretary of State")."""
    words = fold(form).split()
    linked = next((i for i, word in enumerate(words) if word in _LINKING), len(words))
    return words[max(0, linked - 1)]


def _split(*groups: Iterable[str]) -> Iterable[str]:
    for form in (form for group in groups for form in group):
        yield from (word for word in fold(form).split() if word not in _LINKING | _NO_TITLE)
