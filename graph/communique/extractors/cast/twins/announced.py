"""What a title tells by a noun and the opening brings in by it again."""

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.main_event import opening_size
from communique.extractors.cast.pointing import (
    ANYHOW,
    CALENDAR,
    PRIVATE,
    is_another,
    is_known_by,
    sets_apart,
    words_of,
)
from communique.extractors.cast.twins.alike import names_of
from communique.extractors.cast.twins.occasions import (
    SMALL,
    head_of,
    is_numbered_alike,
    is_one_topic,
    is_plural,
    topic_of,
)
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene, undertakings
from communique.ontology import EntityType

_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_REACH = 80
_STEM = 7
"""Letters by which "ministers" and "ministerial" are one word."""
_FEWEST_WORDS = 3
"""Words of a name of which a text tells all, so that it tells of the same."""
_TALKS = frozenset(
    "meeting discussion roundtable session conversation call talk consultation convening dialogue "
    "briefing".split()
)
"""Nouns, without the ending, for meetings at which people talk; texts use one for another."""
_READOUT = re.compile(r"(?i)(?:a )?(?:read-?out|summary|record) (?:of|from|on) ")
"""What opens the title of a release that tells of one meeting."""
_PEOPLE = frozenset("minister president secretary ambassador director foreign state".split())
"""Words of offices, which do not tell whom somebody met."""
_ROUND_OF = re.compile(r"(?i)^(?:[\w-]+ ){0,4}round of (?:(?:the|its|their) )?")
"""What makes a round of talks, which a title tells without it."""

Place = tuple[Scene, int]
"""A mention: its block and its number in it."""


def announced(cast: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield what the title tells by a noun and the only one of that noun that the opening tells.

    A title leaves out what the text tells of it, or tells it by its town: "at Budapest conference".
    """
    if not scenes or scenes[0].block.kind != BlockKind.TITLE:
        return
    title, opening = scenes[0], scenes[1 : opening_size(scenes)]
    first = _first_told(opening, title)
    titled = list(dict.fromkeys(figure for _, _, figure in undertakings([title])))
    for figure in titled:
        if _is_named_again(figure, opening):
            continue
        alike = [f for f in first if _noun(f) == _noun(figure) and not _is_other(first[f])]
        lone = len(alike) == 1 and sum(_noun(f) == _noun(figure) for f in titled) == 1
        lone = lone and not any(figure in scene.figures for scene in opening)
        if lone and _may_be(figure, alike[0], first[alike[0]], (title, cast)):
            yield alike[0], figure
        elif (told := _told_as_talks(figure, titled, first, title)) is not None:
            yield told, figure


def _is_named_again(figure: Figure, opening: Sequence[Scene]) -> bool:
    """Whether the opening has what a title tells, but for "the meeting" behind its first block."""
    again = [
        (number, mention)
        for number, scene in enumerate(opening)
        for mention, found in zip(scene.mentions, scene.figures, strict=True)
        if found is figure
    ]
    vague = (m for _, m in again if m.span is None or m.span.name.lower() not in _TALKS)
    return bool(again) and (figure.type != EntityType.EVENT or next(vague, None) is not None)


def _told_as_talks(
    titled: Figure, others: Sequence[Figure], first: Mapping[Figure, Place], title: Scene
) -> Figure | None:
    """The only talks of the first block of text, as which it tells those of the title.

    "Readout of the Meeting with Farmers": "She hosted a discussion with farmers". Other titles have
    to tell by a word of their company or matter that the talks are the same.
    """
    number = min((scene.number for scene, _ in first.values()), default=0)
    talks = [f for f in first if _is_talks(f) and first[f][0].number == number]
    if not _is_talks(titled) or len(talks) != 1 or sum(map(_is_talks, others)) != 1:
        return None
    scene, place = first[talks[0]]
    span, mention = scene.mentions[place].span, scene.mentions[place]
    if talks[0].named or span is None or is_another(span):
        return None
    rest = scene.block.text[mention.end :][:_REACH]
    told = words_of(talks[0].name + rest)
    common = bool(told & topic_of(titled.name) - _PEOPLE)
    if titled.named:
        common = _noun(titled) == _noun(talks[0]) and head_of(titled.name) not in PRIVATE
        common = common and is_one_topic(titled.name, talks[0].name)
    lone = _READOUT.match(title.block.text) and not rest.startswith(" to ")  # "a briefing to"
    same = common or bool(lone)
    return talks[0] if same and is_numbered_alike(titled.name, talks[0].name) else None


def _is_talks(figure: Figure) -> bool:
    """Whether a figure is a meeting at which people talk, by its noun."""
    return figure.type == EntityType.EVENT and head_of(figure.name) in _TALKS


def _is_other(place: Place) -> bool:
    """Whether what is told is the next or another one of its kind."""
    scene, number = place
    span = scene.mentions[number].span
    return span is not None and is_another(span)


def _noun(figure: Figure) -> tuple[EntityType, str, bool]:
    name = figure.name if figure.named else _ROUND_OF.sub("", figure.name)
    return figure.type, head_of(name), is_plural(name)


def _first_told(scenes: Sequence[Scene], title: Scene) -> dict[Figure, Place]:
    """The undertakings that blocks tell and the title does not, each where it comes first."""
    found: dict[Figure, Place] = {}
    for scene, number, figure in undertakings(scenes):
        if figure not in title.figures:
            found.setdefault(figure, (scene, number))
    return found


def _may_be(titled: Figure, told: Figure, place: Place, around: tuple[Scene, Cast]) -> bool:
    """Whether what the opening tells may be what the title tells by the same noun."""
    scene, number = place
    span, title = scene.mentions[number].span, around[0].block.text
    if span is None or not is_numbered_alike(titled.name, told.name):
        return False
    if titled.named:
        rest = scene.block.text[scene.mentions[number].end :][:_REACH]
        if titled.type == EntityType.EVENT:
            return not told.named and _tells(f"{told.name} {rest}", titled.name)
        new = told.named or sets_apart(span, titled)
        return not new and is_known_by(span, rest, (title, *names_of(titled)))
    if head_of(titled.name) not in PRIVATE:
        return is_one_topic(titled.name, told.name)
    texts = (*names_of(told), scene.block.text)
    sites = (f.name for f in around[1].figures if f.type in _SITES)
    vague = ANYHOW | CALENDAR | SMALL | words_of(" ".join(sites))
    return words_of(titled.name) - vague <= words_of(" ".join(texts))


def _tells(words: str, name: str) -> bool:
    """Whether words tell all of a name: "meeting of the ministers of X" the "Ministerial of X"."""
    told = {word[:_STEM] for word in words_of(words)}
    wanted = words_of(name) - SMALL - ANYHOW - CALENDAR
    return len(wanted) >= _FEWEST_WORDS and all(word[:_STEM] in told for word in wanted)
