"""The title under which somebody acts for a body or state, where no office was read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.extractors.cast.offices.holders import is_part_of_title
from communique.extractors.qualifiers.sentence import Named, NamedSentence
from communique.extractors.reading.script import Finding
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_FIELD = r"(?:[A-Z](?:\.[A-Z])+\.|[A-Z][\w'’-]*|and|of|the)"
_OF = rf"(?: of {_FIELD}(?: {_FIELD}){{0,8}}?)?"
_CAPITAL = r"(?!(?:The|His|Her|Its|Our|This)\b)[A-Z][\w&-]*[a-z](?![\w'’])"
_SMALL = frozenset(
    "executive resident special regional permanent general national managing first second vice "
    "border police military press legal assistant associate chief principal honorary".split()
)
"""Words without capital before a title, beside those of the closed classes."""
_FARTHEST = 300
"""Code points of the longest title, with what stands between it and the name."""
_BRACKETS = r"(?: \([^()]{1,40}\))?"
_DOES = {"head": "head", "chair": "chair", "direct": "director", "command": "commander"}
_LOOSE = re.compile(
    r"(?: of the (?:Republic|Kingdom|State|Government)(?= ?(?:of)?$))?(?:['’]s)?"
    r"(?:,? (?:of|to|at|for|in|the|and))* *,?$"
)
_DOING = re.compile(r",? who (head|chair|direct|command)s\b")
_DONE = re.compile(rf"{_BRACKETS},? (?:is |was )?(head|chair|direct|command)ed by ")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How titles stand beside a name.

    Attributes:
        before: At the end of what stands before a name: a title right there.
        owned: Between a body and a name: a title.
        owning: At the end of what stands before a body: a title and "of".
        behind: Between a body whose title stands before it and a name.
        after: At the beginning of what stands behind a name: a title.
        address: Between a title and a name.
    """

    before: re.Pattern[str]
    owned: re.Pattern[str]
    owning: re.Pattern[str]
    behind: re.Pattern[str]
    after: re.Pattern[str]
    address: re.Pattern[str]


def title_of(sentence: NamedSentence, finding: Finding) -> str | None:
    """The title that stands beside a name, as written and without the body that is represented.

    Args:
        sentence: The sentence of the finding.
        finding: Who acts for whom.
    """
    if held := list(_held(finding)):
        return max((t for t in held if t == held[0] or is_part_of_title(held[0], t)), key=len)
    text = sentence.text
    bodies = [name for name in sentence.names if name.number == finding.object.number]
    called = {text[body.start : body.end] for body in bodies}
    for name in sentence.names:
        if name.number == finding.subject.number:
            titles = (_without(title, called) for title in _titles(sentence, name, bodies))
            if title := next(filter(None, titles), None):
                return title
    return None


def _held(finding: Finding) -> Iterator[str]:
    """Yield the titles of offices that somebody holds in a body or state, or for the state."""
    offices, whole = [o for o in finding.subject.offices if not o.role.former], finding.object
    yield from (o.role.title for o in offices if o.body is whole and o.role.title)
    for office in offices if whole.type == EntityType.COUNTRY else ():
        body = office.body
        if office.role.title and (body is None or body.country == whole.territory):
            yield office.role.title


def _without(title: str, bodies: Iterable[str]) -> str:
    """A title without the body that it is held in."""
    for body in bodies:
        title = title.partition(body)[0]
    return _LOOSE.sub("", title)


def _titles(sentence: NamedSentence, name: Named, bodies: Iterable[Named]) -> Iterator[str]:
    """Yield what a text may call somebody by the title, the surest first."""
    text, patterns = sentence.text, _patterns()
    before = [body for body in bodies if body.end <= name.start]
    for body in before:
        yield from _beside(text, body, name)
    there = patterns.before.search(text, max(0, name.start - _FARTHEST), name.start)
    if there and not _is_behind_another(sentence, there.start()):
        yield there["role"]
    after = patterns.after.match(text, name.end)
    if after and not _is_anothers(sentence, *after.span("role")):
        yield after["role"]
    yield from _doing(text, name, before)


def _is_behind_another(sentence: NamedSentence, start: int) -> bool:
    """Whether a title may be that of the name before it: "A, Director, B"."""
    text = sentence.text
    return any(text[name.end : start] in {", ", ", the "} for name in sentence.before(start))


def _is_anothers(sentence: NamedSentence, start: int, end: int) -> bool:
    """Whether a title stands before another name, or is a part of it: "A, Director General B"."""
    if any(name.start <= start < end < name.end for name in sentence.names):
        return True
    text, address = sentence.text, _patterns().address
    return any(address.fullmatch(text, end, name.start) for name in sentence.after(end))


def _doing(text: str, name: Named, bodies: Iterable[Named]) -> Iterator[str]:
    """Yield what somebody is who heads or chairs."""
    if doing := _DOING.match(text, name.end):
        yield _DOES[doing[1]]
    done = (_DONE.match(text, body.end, name.start) for body in bodies)
    yield from (_DOES[match[1]] for match in done if match)


def _beside(text: str, body: Named, name: Named) -> Iterator[str]:
    """Yield the title between a body and a name, or before the body."""
    patterns, between = _patterns(), text[body.end : name.start]
    if owned := patterns.owned.fullmatch(between):
        yield owned["role"]
    behind = patterns.behind.fullmatch(between)
    start = max(0, body.start - _FARTHEST)
    if behind and (owning := patterns.owning.search(text, start, body.start)):
        yield f"{owning['role']}{behind['more']}"


@cache
def _patterns() -> _Patterns:
    """The patterns, of the closed classes of title words."""
    titles = read_titles()
    every = titles.role_heads | titles.lower_heads
    heads = {form for form in every if not (form[-1] == "s" and form[:-1] in every)}
    small = titles.lower_modifiers | titles.openings | _SMALL
    words = rf"(?:(?:{_any(small)}|{_CAPITAL}|and)[ -])"
    head = _any(heads | {form.lower() for form in heads if not form.isupper()})
    named = (
        rf"(?<!of )(?<!of the )(?<!['’-])\b(?!(?:and|Affairs)\b){words}{{0,6}}(?:{head})(?![\w-])"
    )
    title, anchored = f"{named}{_more('')}", f"{named}{_more('?')}"
    address = rf"(?:(?:{_any(titles.honorifics | titles.ranks)}|[A-Z]{{2,4}})\.?,? )*"
    return _Patterns(
        re.compile(rf"(?P<role>{anchored}{_OF})(?: is)?,? {address}$"),
        re.compile(
            rf"{_BRACKETS}(?:['’]s?)?,? (?P<role>(?:(?!wh)[a-z]+ ){{0,2}}{anchored}),? {address}"
        ),
        re.compile(rf"(?P<role>{title}),? (?:(?:of|to|at|for|with|in) )?(?:the |its )?$"),
        re.compile(
            rf"{_BRACKETS}(?P<more>(?: for [^,;.()]{{2,60}})?)(?: in [A-Z]\w+)?,? {address}"
        ),
        re.compile(
            rf"{_BRACKETS}(?:, [A-Z]{{2,4}}{_BRACKETS})?,? (?:(?:who )?(?:is|was|serves|served) )?"
            rf"(?:at present )?(?:as )?(?:an? |the |its |their )?(?P<role>{title})"
        ),
        re.compile(rf"(?: of [^,;.()]{{2,60}})?,? {address}"),
    )


def _more(least: str) -> str:
    """What may go on behind a title: "(Europe)", "for Training"; as little as fits, or as much."""
    return rf"(?: \([^()]{{2,40}}\))?(?: (?:for|to) {_FIELD}(?: {_FIELD}){{0,7}}{least})?"


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
