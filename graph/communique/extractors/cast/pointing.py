"""What a definite description may point to: "the conference" after the forum was named."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.twins.occasions import OTHER, is_numbered_alike
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.money import without_sums
from communique.gazetteer.territories import COMPOUND_ENDINGS, fold
from communique.ontology import EntityType

_ASSEMBLIES = frozenset(
    "summit conference forum symposium seminar workshop roundtable colloquium congress convention "
    "assembly session ministerial plenary webinar retreat week expo fair festival exhibition "
    "jirga indaba hackathon".split()
)
"""Nouns for occasions that one of them may stand for another."""
_TALKS = frozenset(
    "meeting talk consultation dialogue negotiation discussion session ministerial trilateral "
    "summit plenary roundtable".split()
)
_ALWAYS_PLURAL = frozenset(
    {"talk", "consultation", "negotiation", "discussion", "celebration", "festivitie"}
)
"""Nouns, without the ending, whose plural is one occasion."""
PRIVATE = frozenset({"meeting", "talk", "discussion", "consultation", "conversation"})
"""Nouns, without the ending, by which a text as often means a meeting of two that it tells."""
ANY = frozenset({"event", "occasion", "gathering", "event's", "celebration", "festivitie"})
"""Nouns for an event of any kind."""
PLAIN = PRIVATE | ANY
"""Nouns that say of an event no more than that it is one."""
RITES = frozenset(
    "ceremony inauguration opening signing launch handover graduation parade commissioning "
    "unveiling commemoration swearing-in".split()
)
"""Nouns for what "the ceremony" may mean."""
_CREWS = frozenset({"team", "group", "force", "cell", "unit"})
"""Nouns for those who do something, without plural ending."""
_VAGUE = frozenset(
    "annual yearly high-level same whole entire day-long week-long joint international regional "
    "multilateral multinational military main actual".split()
)
_LASTING = re.compile(r"(?:\w+|\d+)-(?:day|hour|week|month)")
"""Words before a noun that tell no event from another."""
ANYHOW = _VAGUE | frozenset(
    "major big large special important virtual online hybrid in-person public open first new "
    "historic landmark flagship global national local unique successful".split()
)
"""Words before a noun that do not tell what an event is about."""
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_OWN = re.compile(
    r" (?:(?:on|of|about|with) (?!\d|[A-Z][a-z]+day\b)"
    r"(?P<topic>[\w’'-]+(?: (?!(?:in|at|on|of|about|with)\b)[\w’'-]+){0,5})|"
    r"(?:in|at) (?:the )?(?P<site>[A-Z][\w-]*(?: [A-Z][\w-]*){0,5}))"
)
"""A topic or site right behind the noun of an event."""
_TAIL = re.compile(r"(?<=\w) (?:of|on|in|with|for|to|by|at|between) ")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)
DAYS = frozenset(
    f"{which} day"
    for which in ("first", "second", "third", "fourth", "last", "final", "opening", "closing")
)
_PARTS = DAYS | {"opening", "closing"}
"""Nouns that mean the event itself where a text says who is there."""
_DEFINITE = frozenset(
    {"the", "this", "these", "that", "its", "their", "such", "said"}
    | {f"{day}{mark}s" for day in ("today", "yesterday", "tonight") for mark in "'’"}
)
MARKS = "\"'“”‘’„«(["
"""What may open a quotation or bracket before a word."""
_MOST_MODIFIERS = 4
_FARTHEST = 120
"""Code points before a noun in which the words before it stand."""
_OFFICES = 1024
"""Heads and titles that are remembered with their words."""
_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(rf"(?<![\w-])(?![\w-]+-(?:{COMPOUND_ENDINGS})\b)[A-Z][\w-]*")
"""A word with a capital, but for who leads or funds something ("Danish-led")."""


def pointed(
    span: Span, noun: str, before: Sequence[Figure], known: Sequence[Figure]
) -> Figure | None:
    """What a definite description points to: the latest of its noun, then of its class.

    Args:
        span: The description.
        noun: Its noun without plural ending.
        before: Figures of its type mentioned before it, in order.
        known: All figures of its type.
    """
    for figures in (before, known):
        for figure in reversed(figures):
            if _is_called(figure, noun) and not sets_apart(span, figure):
                return figure
    several = span.name.endswith("s") and noun not in _ALWAYS_PLURAL
    if span.type != EntityType.EVENT or several or not _is_plain(span, noun):
        return None
    return _latest_of_class(noun, before)


def in_title(
    span: Span, noun: str, rest: str, figures: Sequence[Figure], title: str
) -> Figure | None:
    """The event named in the title that the opening brings in by the noun in its name.

    Not by "meeting" or the like, which is as often another one, nor by a description of whose
    site, topic, company and kind the title knows nothing ("a farming conference in TOWN").

    Args:
        span: The description.
        noun: Its noun without plural ending.
        rest: The text behind it.
        figures: All figures of the release.
        title: The text of the title.
    """
    if span.type != EntityType.EVENT or noun in PRIVATE:
        return None
    words = {word.rstrip("s") for word in noun.split()}
    for figure in figures:
        titled = figure.titled and figure.named and figure.type == EntityType.EVENT
        if not titled or not words <= words_of(figure.name) or sets_apart(span, figure):
            continue
        if is_known_by(span, rest, (title, figure.name, *figure.aliases)):
            return figure
    return None


def is_known_by(span: Span, rest: str, names: Iterable[str]) -> bool:
    """Whether some texts know a site, topic or kind of a description, if it tells any.

    Args:
        span: The description.
        rest: The text behind it.
        names: The texts.
    """
    known = words_of(" ".join(names))
    told = list(_told(span, rest))
    return not told or not all(map(known.isdisjoint, told))


def _told(span: Span, rest: str) -> Iterator[set[str]]:
    """Yield what tells a description from others of its noun: its kind, topics and site."""
    front = fold(_TAIL.split(span.name)[0]).split()[:-1]
    kind = (word for word in front if not _LASTING.fullmatch(word))
    found = [" ".join(word for word in kind if word not in ANYHOW)]
    tail = _OWN.match(rest)
    while tail is not None:
        found.append(tail["topic"] or tail["site"])
        tail = _OWN.match(rest, tail.end())
    for words in found:
        told = {word for word in words_of(words) if not word.isdecimal()} - CALENDAR - ARTICLES
        if told:
            yield told


def points_back(text: str, mention: Mention) -> bool:
    """Whether "the", "this" or the like stands before a description or before its modifiers.

    Of modifiers one may tell something, any number nothing: "the whole two-day exercise".
    """
    assert mention.span is not None  # noqa: S101  # descriptions have a span
    front = without_sums(text[max(0, mention.start - _FARTHEST) : mention.start])
    words = front.rsplit(maxsplit=_MOST_MODIFIERS)[-_MOST_MODIFIERS:]
    before = [word.lower().lstrip(MARKS) for word in words]
    alone = len(mention.span.name.split()) == len(text[mention.start : mention.end].split())
    yearly = before[-1:] in (["year's"], ["year’s"])
    near = before[-2:] if not alone or yearly else before[-1:]
    while before and (before[-1] in _VAGUE or _LASTING.fullmatch(before[-1])):
        before.pop()
    return any(word in _DEFINITE for word in (*near, *before[-1:]))


def _is_called(figure: Figure, noun: str) -> bool:
    """Whether a noun is that of a figure's description or a word of its name.

    "The handover ceremony" may be what was called a ceremony and no more.
    """
    head = noun.rsplit(" ", 1)[-1]
    if not figure.named and figure.noun != noun and figure.noun.rsplit(" ", 1)[-1] in _CREWS:
        return False  # "the investigation" is no investigation team
    rite = head in RITES and figure.noun == head == fold(figure.name)
    return figure.noun == noun or noun in words_of(figure.name) or rite


def sets_apart(span: Span, figure: Figure) -> bool:
    """Whether a description says that it is not the figure's event or operation.

    It names somebody or something that the figure's names do not ("the meeting with Duran" is not
    that with Berg), bears another number, or is the next one.
    """
    proper = {fold(form) for form in _CAPITALISED.findall(without_sums(span.name))} - CALENDAR
    counted = _LASTING.sub("", without_sums(span.name))
    front = _TAIL.split(fold(span.name))[0].split()
    coming = "forthcoming" in front or is_another(span)
    if coming or not is_numbered_alike(counted, figure.name):
        return True
    if not proper:
        return False
    known = {word for name in (figure.name, *figure.aliases) for word in words_of(name)}
    return not all(words_of(form) <= known for form in proper)


def is_another(span: Span) -> bool:
    """Whether a description says that it is not what was spoken of: "the next exercise"."""
    words = _TAIL.split(fold(span.name))[0].replace(",", " the ").rsplit(" the ", 1)[-1].split()
    return not OTHER.isdisjoint(words)


def _is_plain(span: Span, noun: str) -> bool:
    """Whether a description says no more than its noun: "the conference", "the two-day event"."""
    *modifiers, head = fold(span.name).split()
    if noun in DAYS:
        return fold(span.name) == noun
    return head.rstrip("s") == noun and all(
        word in _VAGUE or _LASTING.fullmatch(word) for word in modifiers
    )


def _latest_of_class(noun: str, before: Sequence[Figure]) -> Figure | None:
    """The latest event that a noun of the same class may stand for, one with a name first."""
    if noun in ANY | _PARTS:
        named = (figure for figure in reversed(before) if figure.named)
        return next(named, before[-1] if before else None)
    if noun in RITES:
        rites = (f for f in reversed(before) if f.noun in RITES or words_of(f.name) & RITES)
        return next(rites, None)
    for class_ in (_ASSEMBLIES, _TALKS):
        if noun in class_:
            for figure in reversed(before):
                if figure.named and words_of(figure.name) & class_:
                    return figure
    lone = len(set(before)) == 1 and before[0].named
    return before[0] if lone and noun in _ASSEMBLIES | _TALKS else None


def words_of(name: str) -> set[str]:
    """The words of a name in lower case, without the ending of a plural."""
    return {word.rstrip("s") for word in _WORD.findall(fold(name))}


_SHORT = frozenset("director representative commissioner envoy coordinator adviser".split())
"""Heads by which a text goes on with a longer one ("Executive Director": "the Director")."""
_HEADS = {
    "head of state": frozenset("president king queen emir amir sultan".split()),
    "head of government": frozenset({"prime minister", "premier", "chancellor", "taoiseach"}),
}
"""Heads of offices by what their holders are called as well."""
_WHOLE = re.compile(r" of (?:the )?(?:republic|nation|state|union)$")
"""What a head of state is called by that a text leaves out elsewhere."""
_PORTFOLIO = re.compile(
    r"(?:deputy |vice |assistant )?(?:(?P<first>minister(?: of state)?|secretary|commissioner)"
    r"|secretary of state) (?:of|for) (?P<behind>.+)"
    r"|(?P<before>.+) (?P<last>minister|secretary|commissioner)"
)
"""A title that tells what its holder is in charge of, in either order."""
_FILLING = frozenset("affairs the of and for & prime first deputy vice assistant".split())
"""Words of a title that do not tell it."""
_SAME_CHARGE = {
    **dict.fromkeys(("external", "exterior", "international", "relations"), "foreign"),
    **dict.fromkeys(("home", "internal"), "interior"),
    **dict.fromkeys(("economic", "economics"), "economy"),
    **dict.fromkeys(("defense", "war", "armed", "military"), "defence"),
}
"""Words for what one minister may be in charge of, by the one that stands for them."""
_OF_NO_CHARGE = frozenset(
    "cabinet chief coordinating eu european executive federal first general minister national "
    "parliamentary permanent principal secretary senior state union".split()
)
"""Words of a title that tell its rank or whose it is."""
_RANKS = frozenset("deputy vice assistant associate under junior".split())
"""Words by which an office is below that which is called so without them."""


@lru_cache(_OFFICES)
def is_like_office(title: str, left: str, right: str) -> bool:
    """Whether the head of an office, whose title is told, and a word may mean one."""
    if _is_short_for(right, title):
        return True
    folded = fold(right)
    short = folded in _SHORT and fold(left).endswith(f" {folded}")
    called = fold(left) in _HEADS.get(folded, ())
    called = called or (folded == "chancellor" and "foreign" in _in_charge(fold(title))[1])
    return _spelled(left) == _spelled(right) or short or called or _same_chair(left, right)


@lru_cache(_OFFICES)
def _spelled(head: str) -> str:
    """The words of a head but for its rank, with or without hyphens and "in office"."""
    words = fold(head).replace("-", " ").removesuffix(" in office").split()
    while len(words) > 1 and words[0] in _RANKS:
        del words[0]
    return " ".join(words)


@lru_cache(_OFFICES)
def ranks(title: str) -> frozenset[str]:
    """The words of a title by which it is below another ("Deputy", "Assistant")."""
    return _RANKS.intersection(fold(title).replace("-", " ").split())


def is_one_office(left: str, right: str) -> bool:
    """Whether two titles are one: "Defence Minister" is short for "Minister of Defence and Trade".

    Both in the spelling of ``fold``.
    """
    left, right = (_WHOLE.sub("", title) for title in (left, right))
    if left == right or ranks(left) != ranks(right):
        return left == right
    (head, field), (other, another) = _in_charge(left), _in_charge(right)
    return head == other and bool(field and another) and (field <= another or another <= field)


def are_apart(left: str, right: str) -> bool:
    """Whether two titles tell of other charges: "Foreign Minister" and "Minister of Economy".

    Both in the spelling of ``fold``.
    """
    charges = [
        {_SAME_CHARGE.get(word, word) for word in _in_charge(title)[1]} - _OF_NO_CHARGE
        for title in (left, right)
    ]
    return all(charges) and charges[0].isdisjoint(charges[1])


@lru_cache(_OFFICES)
def _in_charge(title: str) -> tuple[str, frozenset[str]]:
    """The head of a title and the words of what its holder is in charge of, if they tell it."""
    found = _PORTFOLIO.fullmatch(title)
    if found is None:
        return title, frozenset()
    words = frozenset((found["behind"] or found["before"]).replace(",", " ").split())
    return found["first"] or found["last"] or "secretary", words - _FILLING


def _same_chair(left: str, right: str) -> bool:
    chairs = {"chair", "chairman", "chairwoman", "chairperson", "chairlady"}
    return _spelled(left) in chairs and _spelled(right) in chairs


def _is_short_for(short: str, title: str) -> bool:
    """Whether capitals are the initials of an office: "EAM" of "External Affairs Minister"."""
    initials = "".join(word[0] for word in title.replace("-", " ").split() if word[0].isupper())
    return len(short) > 1 and short.isupper() and short == initials
