"""Kinds of operations: by which "the drill" may mean an exercise and not a mission."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.pointing import is_another, pointed, sets_apart
from communique.extractors.mentions import Span
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

SEATS = frozenset({"Brussels"})
"""Capitals where officials are as often those of a union or alliance."""
_WORD = re.compile(r"[^\W_]+")
_DEEDS = frozenset(
    "raid crackdown sweep swoop takedown case probe inquiry operation exercise drill".split()
) | {"action day"}
"""Nouns for the doings of an operation, by which a text means the operation itself."""
PROGRAMMES = frozenset({"programme", "program", "project", "scheme", "initiative"})
"""Nouns of operations that others are held under and that nobody calls a mission."""
_GROUP = re.compile(r"\b(?:Working|Focus|Contact|Steering|Observer) Groups?\b")
_CREW = re.compile(r"\b(?:Task ?[Ff]orce|Team|Group|Cell|Unit)\b")
"""What the name of those who do something has in it, and not that of what they do."""
_TAIL = re.compile(r" (?:of|for|on|to|against|in|and|at)\b")
"""What a name goes on with behind its head noun."""
_MEASURES = frozenset(
    {"searches", "house searches", "raids", "search", "house search", "inspections"}
)
"""What police do in an operation, whether "the" stands before it or not."""
_WORKS = frozenset(
    "search rescue recovery demining evacuation cleaning cleanup clean-up firefighting vaccination"
    " awareness fundraising".split()
)
"""Words before a noun for an operation that say what work it is."""
_CODED = frozenset("exercise drill manoeuvres maneuvers operation investigation".split())
"""Nouns of what has a code name that does not tell its kind."""
_FIRST = re.compile(r"\bfirst\b ?")
"""What counts no edition: the first exercise of its kind may have a year in its name."""
_ONE = frozenset({"manoeuvre", "maneuver"})
"""Nouns, without the ending, whose plural is one undertaking."""


@lru_cache(2)
def _kinds(field: str) -> Mapping[str, frozenset[str]]:
    """By noun, without plural ending, the kinds that have it in a field of ``kinds.json``."""
    source = files("communique.extractors.cast").joinpath("kinds.json")
    kinds: dict[str, set[str]] = {}
    for kind, entry in json.loads(source.read_text(encoding="utf-8")).items():
        for word in entry.get(field, ()):
            kinds.setdefault(word.rstrip("s"), set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


def kinds_of(words: str) -> frozenset[str]:
    """The kinds of operation that words speak of; none if they tell nothing."""
    known = _kinds("words")
    forms = (word.rstrip("s") for word in _WORD.findall(fold(words)))
    return frozenset(kind for form in forms for kind in known.get(form, ()))


def may_be(noun: str, figure: Figure) -> bool:
    """Whether a noun may mean an operation, by what else the release calls that.

    "The project" may mean a training that is none by its name.
    """
    head = noun.rsplit(" ", 1)[-1]  # "an investigation team" is no investigation
    wanted = (kinds_of(head) or kinds_of(noun)) | _kinds("meant_by").get(head, frozenset())
    known = kinds_of(" ".join((*_names(figure), *figure.called)))
    return not wanted or not known or bool(wanted & known)


def _names(figure: Figure) -> tuple[str, ...]:
    """The words that tell of which kind an operation is: its names, or the head of its noun."""
    if figure.named:
        return (figure.name, *figure.aliases)
    head = figure.noun.rsplit(" ", 1)[-1]
    return (head,) if kinds_of(head) else (figure.noun,)


def meant(
    span: Span,
    form: str,
    topic: Figure | None,
    before: Sequence[Figure],
    known: Sequence[Figure],
) -> Figure | None:
    """What a definite description means, if it was mentioned.

    Args:
        span: The description.
        form: Its noun.
        topic: The operation the release is about, if it describes one.
        before: Figures of its type mentioned before it, in order.
        known: All figures of its type.
    """
    noun = form.lower().rstrip("s")
    topic = None if is_another(span) else topic
    topic = None if topic is not None and _is_other_work(span, noun, topic) else topic
    if topic is not None and (deed := _deed(noun, topic, before)) is not None:
        return deed
    found = pointed(span, noun, before, known)
    several = form.endswith("s") and noun not in _ONE
    if found is None and span.type == EntityType.OPERATION and not several:
        kinds = kinds_of(noun)
        likely = (f for f in known if f in before or kinds & kinds_of(f"{f.name} {f.noun}"))
        fits = (f for f in likely if may_be(noun, f) and not _is_other_work(span, noun, f))
        found = next((f for f in fits if not sets_apart(span, f)), None)
    return found


def _is_other_work(span: Span, noun: str, figure: Figure) -> bool:
    """Whether a description tells of a work that an operation is not called by.

    "The search operation" is no mission, and no operation is "the reconstruction" of something.
    """
    works, head = read_nouns().works, noun.rsplit(" ", 1)[-1]
    before = _TAIL.split(fold(span.name), maxsplit=1)[0].split()[-2:-1]
    telling = {noun} & works | {*works, *_WORKS}.intersection(before)
    called = " ".join((*_names(figure), *figure.called))
    return bool(telling) and {*telling, head}.isdisjoint(fold(called).split())


def named_later(
    span: Span, form: str, figures: Sequence[Figure], following: Iterable[Figure | None]
) -> Figure | None:
    """The operation that a description brings in and that gets its name in what follows.

    "An operation led to nine arrests. Operation X ran in May": the only one with a name, of the
    same noun.

    Args:
        span: The description.
        form: Its noun.
        figures: All figures of the release.
        following: Those mentioned in the blocks after it.
    """
    if span.type != EntityType.OPERATION:
        return None
    named = [f for f in figures if f.type == EntityType.OPERATION and f.named]
    if len(named) != 1 or named[0] not in following or sets_apart(span, named[0]):
        return None
    words = {word for name in (named[0].name, *named[0].aliases) for word in fold(name).split()}
    return named[0] if form.lower() in words else None


def coded_in_title(span: Span, form: str, figures: Sequence[Figure]) -> Figure | None:
    """The exercise or police operation that a title names by its code name.

    "States wrap up GREY OTTER" goes on with "concluded their first maritime exercise".

    Args:
        span: The description.
        form: Its noun.
        figures: All figures of the release.
    """
    named = [f for f in figures if f.type == EntityType.OPERATION and f.named]
    noun = form.lower()
    codes = [f for f in named if f.titled and may_be(noun, f)]
    if span.type != EntityType.OPERATION or noun not in _CODED or len(codes) != 1:
        return None
    uncounted = replace(span, name=_FIRST.sub("", span.name))
    return codes[0] if codes == named and not sets_apart(uncounted, codes[0]) else None


def _deed(noun: str, topic: Figure, before: Sequence[Figure]) -> Figure | None:
    """The operation whose doings a noun means: the latest with a name, else the release's."""
    if noun not in _DEEDS or not may_be(noun, topic):
        return None
    named = (
        f for f in reversed(before) if f.named and may_be(noun, f) and not _CREW.search(f.name)
    )
    return next(named, topic)


def is_measure(form: str, topic: Figure) -> bool:
    """Whether a noun means what police do in the operation that a release names."""
    return topic.named and form.lower() in _MEASURES and may_be(form, topic)


def is_group(figure: Figure) -> bool:
    """Whether an operation is a group that meets: its members do nothing in their states by it."""
    return bool(_GROUP.search(figure.name))


def is_headed(figure: Figure) -> bool:
    """Whether a name has the head noun of a body or is an acronym, if it is one of a body.

    "NATO's Strategic Concept" and "the Bank's Home Lending" are no bodies.
    """
    name = figure.name
    if figure.type != EntityType.ORGANISATION or name.isupper() or figure.territory is not None:
        return True
    front, words = _TAIL.split(name, maxsplit=1)[0].split(), name.split()
    ends = (word.strip(".,").title() for word in (*front[-1:], words[0], words[-1]))
    return any(form in _heads() for word in ends for form in (word, word.removesuffix("s")))


@cache
def _heads() -> frozenset[str]:
    nouns, words = read_nouns(), body_words()
    return frozenset().union(
        nouns.organisation_heads, nouns.weak_organisation_heads, nouns.lone_organisation_heads,
        words.heads, words.weak_heads, words.foreign_heads, {"Panel"},
    )  # fmt: skip


def main_operation(operations: Sequence[Figure], issuer: Figure | None) -> Figure | None:
    """The one of its operations that a release is about, if its title or opening speaks of one.

    Those of the title come first, then those with a name; the issuer, which may be a mission
    itself, comes last.
    """
    return min(
        (operation for operation in operations if operation.opening),
        key=lambda f: (
            f is issuer, not (f.named or f.titled), not f.titled, not f.named, f.number,
        ),
        default=None,
    )  # fmt: skip
