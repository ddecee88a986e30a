"""Who is meant by a state: "the Estonian", "the Irish leader", "Kenya's chief diplomat"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.recalled.word import Word, is_alone
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Scene
from communique.extractors.triggers import read_triggers
from communique.gazetteer.territories import NameKind
from communique.gazetteer.titles import PEERS
from communique.ontology import EntityType

_ARTICLE = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:visiting )?$")
_NAME = re.compile(r",? (?:(?:is|was|will be) )?(?:the )?[A-Z]")
"""How somebody is named right behind an office, who then is meant."""
_LISTED = re.compile(r",| and\b| or\b")
"""What stands between adjectives of one noun ("the Danish and Czech ministers")."""
_PLAIN = frozenset("leader diplomat official politician chief guest visitor".split())
"""Nouns for somebody whatever office he holds."""
_REACH = 20


def nationals(cast: Cast, scenes: Sequence[Scene], scene: Scene) -> Iterator[Word]:
    """Yield the words of a block that mean the only person known of a state.

    Args:
        cast: The figures of the release.
        scenes: Its blocks, in order.
        scene: The block.
    """
    if scene.block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
        return
    for number, mention in enumerate(scene.mentions):
        state = _state(scene, number)
        words = _words(scene.block.text, mention) if state is not None else None
        if state is None or words is None:
            continue
        noun = scene.block.text[slice(*words)].rsplit(maxsplit=1)[-1].lower()
        known = _known(cast, scenes, scene, number)
        alone = mention.span is not None or noun in _PLAIN
        theirs = _of_state(known, state)
        meant = [f for f in theirs if alone or noun in PEERS or _is_called(f, noun)]
        meant = meant or [f for f in known if f.home is None and _is_called(f, noun)]
        if len(meant) == 1:
            yield Word(*words, meant[0])


def _state(scene: Scene, number: int) -> Figure | None:
    """The state that a mention is, or for which it has an office whose holder is unknown."""
    mention, figure, body = scene.mentions[number], scene.figures[number], scene.bodies[number]
    office = mention.span is None and figure is None and mention.roles
    state = body if office and mention.roles[0].body is not None else figure
    return state if state is not None and state.type == EntityType.COUNTRY else None


def _words(text: str, mention: Mention) -> tuple[int, int] | None:
    """The span of words for somebody that begin with a state; None if they mean nobody or a name.

    Args:
        text: The block.
        mention: The state, or an office whose holder is unknown.
    """
    span = mention.span or (mention.roles[0].body if mention.roles else None)
    if span is None:
        return None
    triggers = read_triggers("communique.extractors.cast.recalled")
    start, end, adjective = mention.start, span.end, span.kind == NameKind.DEMONYM
    article = _ARTICLE.search(text, max(0, start - _REACH), start)
    if adjective and not article:
        return None
    start = article.start() if article else start
    called = triggers["called" if adjective else "called-of"].match(text, end)
    if called is not None:
        return None if _NAME.match(text, called.end()) else (start, called.end())
    alone = span is mention.span and adjective and text[start] in "tT" and is_alone(text, end)
    return (start, end) if alone and not _LISTED.match(text, end) else None


def _known(cast: Cast, scenes: Sequence[Scene], scene: Scene, number: int) -> list[Figure]:
    """The people who were named before a mention."""
    earlier = (f for above in scenes[: scene.number] for f in above.figures)
    passed = {f for f in (*earlier, *scene.figures[:number]) if f is not None}
    return [figure for figure in cast.people() if figure in passed]


def _of_state(people: Sequence[Figure], state: Figure) -> list[Figure]:
    """The people of a state, of those the ones whose offices say so."""
    found = [figure for figure in people if figure.home == state.territory]
    return [figure for figure in found if figure.sure_home is not None] or found


def _is_called(person: Figure, noun: str) -> bool:
    return any(office.role.head.lower() == noun for office in person.offices)
