"""What an operation or event without a name is called: its phrase, as the parse shows it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.twins.occasions import sitting, topic_of
from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.dateline import FROM_HERE
from communique.ontology import UNDERTAKINGS, EntityType

_MEETINGS = frozenset(
    "meeting talk consultation negotiation discussion dialogue breakfast lunch dinner".split()
)
_BETWEEN = frozenset({"with", "bilateral"})
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "conj"})
_ATTENDING = frozenset(
    "attend participate take speak join chair host convene organise organize open lead".split()
)
"""Verbs for what people do at an event of others."""
_LEFT = frozenset({"amod", "compound", "nummod", "nmod", "advmod", "punct"})
_TAILS = frozenset({"on", "of", "with", "into", "by", "for", "to", "in"})
_CLAUSES = frozenset({"acl", "relcl", "advcl"})
_WHERE = frozenset({"in", "at"})
_MOST = 12
"""Further names that an operation or event gets."""
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_BREAKS = frozenset({",", ";", ":"})
_BESIDE = re.compile(r"\A\d{1,2}[:.h]\d\d\s?[–—:-]\s?|\s?\([A-Z][\w-]{1,11}\)$")
"""The hour before a description, and what it is called besides."""
_DAY = re.compile(r"\d{1,2}")
_AHEAD = frozenset({"forthcoming", "upcoming"})
"""Words before a description that tell no more than that what is described lies ahead."""
_LONGEST = 90
"""Longest description, in code points."""


def describe(scenes: list[Scene]) -> None:
    """Name described figures by the phrases of their mentions; forget verbs taken for nouns.

    The first gives the name; one in the title gives way to one in the text that says as much.
    """
    titled: dict[Figure, bool] = {}
    for scene in scenes:
        for token, number in _described(scene):
            figure = scene.figures[number]
            if figure is None or token.pos_ in {"VERB", "AUX"} or _is_meeting(scene, token):
                scene.figures[number] = None
                continue
            words = phrase(scene, token, event=figure.type == EntityType.EVENT)
            if figure not in titled:
                titled[figure] = scene.block.kind == BlockKind.TITLE
                figure.name = words or figure.name
            elif titled[figure] and _is_fuller(words, figure.name):
                titled[figure] = False
                figure.aliases.add(figure.name)
                figure.name = words
            elif " " in words:
                figure.call(words)


def _is_fuller(words: str, titled: str) -> bool:
    """Whether the words of the text say as much as those of the title, and of the same thing."""
    shorter = len(words.split()) < len(titled.split())
    return not shorter and topic_of(titled) <= topic_of(words) and sitting(words) == sitting(titled)


def name_fully(scenes: Iterable[Scene]) -> None:
    """Give operations and events as further names what the words around theirs make of these.

    "Komodo Exercise" is the "Multilateral Naval Komodo Exercise in Lombok" as well.
    """
    for scene in scenes:
        for token in scene.parse.tokens if scene.parse else ():
            number = scene.parse.mention_of(token) if scene.parse else None
            figure = None if number is None else scene.figures[number]
            if figure is None or figure.type not in UNDERTAKINGS or token.pos_ in {"VERB", "AUX"}:
                continue
            for words in _forms(scene, token):
                if " " in words and len(figure.aliases) < _MOST:
                    figure.call(words)


def _forms(scene: Scene, token: Token) -> Iterator[str]:
    """The phrase of a noun with and without what stands before it, up to each noun behind it."""
    left = [c for c in token.children if c.i < token.i and c.dep_ in _LEFT and c.pos_ != "PUNCT"]
    before = (t.i for child in left for t in child.subtree)
    first = min((i for i in before if i or token.doc[0].text != FROM_HERE), default=token.i)
    ends = {token.i}
    for tail in (c for c in token.children if c.dep_ == "prep" and c.i > token.i):
        inside = _inside(scene, tail, event=False)
        ends |= {_nearest(tail), max(inside)}
    for start in sorted({first, token.i}):
        for end in sorted(ends):
            text = _text(scene, start, end)
            if len(text) <= _LONGEST and "\n" not in text:
                yield _ARTICLE.sub("", " ".join(text.translate(_QUOTES).split()), count=1)


def _described(scene: Scene) -> Iterator[tuple[Token, int]]:
    """The tokens that stand for figures without a name, with the numbers of their mentions."""
    for token in scene.parse.tokens if scene.parse else ():
        number = scene.parse.mention_of(token) if scene.parse else None
        if number is None or scene.mentions[number].span is None:
            continue
        figure = scene.figures[number]
        if figure is not None and not figure.named:
            yield token, number


def _is_meeting(scene: Scene, token: Token) -> bool:
    """Whether "talks with X" or "bilateral meetings" only say that people meet.

    By the annotation guide attending such a meeting is no part in an event; a line of a schedule
    is one.
    """
    if scene.block.kind != BlockKind.PARAGRAPH or token.lemma_.lower() not in _MEETINGS:
        return False
    children = {child.lower_ for child in token.children}
    verb = token.head.head if token.dep_ == "pobj" else token.head
    attended = verb.lemma_ in _ATTENDING or "panel" in children
    return bool(children & _BETWEEN) and token.dep_ in _OBJECTS and not attended


_ARTICLE = re.compile(r"\A(?:the|an?) ")
_QUOTES = str.maketrans("", "", '“”"„«»')


def phrase(scene: Scene, token: Token, *, event: bool) -> str:
    """The noun with its modifiers and the first phrase after it."""
    left = [c for c in token.children if c.i < token.i and c.dep_ in _LEFT and c.pos_ != "PUNCT"]
    inside = (t.i for child in left for t in child.subtree)
    within = chain(inside, _own_words(scene, token))
    first = min((i for i in within if i or token.doc[0].text != FROM_HERE), default=token.i)
    tails = (c for c in token.children if c.dep_ == "prep" and c.lower_ in _TAILS)
    tails = (c for c in tails if not _is_when(c))
    tail = next((c for c in tails if not _is_where(scene, c, event=event)), None)
    last = max(_inside(scene, tail, event=event)) if tail else token.i
    first = _without_time(token, first)
    text = _text(scene, first, last)
    if len(text) > _LONGEST and tail and (tail.i, tail.lower_) == (token.i + 1, "of"):
        text = _text(scene, first, _nearest(tail))
    if len(text) > _LONGEST or "\n" in text:
        text = _text(scene, first, token.i)
    words = " ".join(_BESIDE.sub("", text).translate(_QUOTES).split()).lstrip(",;: ")
    return _ARTICLE.sub("", words, count=1)[:_LONGEST]


def _own_words(scene: Scene, token: Token) -> Iterator[int]:
    """The places of the words of a noun of several before its last, whatever the parse says."""
    mention = scene.mention_of(token)
    spans = scene.parse.spans if scene.parse else ()
    place = token.i
    while mention is not None and place and spans[place - 1][0] >= mention.start:
        place -= 1
        yield place


def _without_time(token: Token, first: int) -> int:
    """The place of the first word of a phrase behind a date or a word that says it lies ahead."""
    doc = token.doc
    if (
        _DAY.fullmatch(doc[first].text)
        and first + 2 < token.i
        and doc[first + 1].lower_ in MONTH_NUMBERS
    ):
        return first + 2
    return first + 1 if first < token.i and doc[first].lower_ in _AHEAD else first


def _nearest(tail: Token) -> int:
    """The place of the noun that a preposition leads to, without what hangs on it."""
    return next((child.i for child in tail.children if child.dep_ == "pobj"), tail.i - 1)


def _inside(scene: Scene, tail: Token, *, event: bool) -> set[int]:
    """The places of the words of a phrase without the clauses, of an event also the sites."""
    places, pending = {tail.i}, [tail]
    while pending:
        children = pending.pop().children
        further = [
            c
            for c in children
            if c.dep_ not in _CLAUSES
            and c.text not in _BREAKS
            and not _is_where(scene, c, event=event)
        ]
        places.update(child.i for child in further)
        pending += further
    return places


def _is_where(scene: Scene, preposition: Token, *, event: bool) -> bool:
    """Whether "in" and a site follow the words of a phrase."""
    if preposition.lower_ not in _WHERE or not event:
        return False
    mentions = [scene.mention_of(noun) for noun in preposition.children if noun.dep_ == "pobj"]
    return any(mention is not None and mention.type in _SITES for mention in mentions)


def _is_when(preposition: Token) -> bool:
    """Whether "on" and a day follow the words of a phrase: "a book fair on 3 May"."""
    days = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys()
    nouns = (noun.lower_ for noun in preposition.children if noun.dep_ == "pobj")
    return preposition.lower_ == "on" and any(noun in days for noun in nouns)


def _text(scene: Scene, first: int, last: int) -> str:
    """The text of the block from one token to another, both included."""
    spans = scene.parse.spans if scene.parse else ()
    start = spans[first][0]
    if scene.block.text[start] == "-":  # the parse takes the name in "U.S.-led" for a word apart
        start = max(scene.block.text.rfind(mark, 0, start) for mark in " \n(") + 1
    return scene.block.text[start : spans[last][1]]
