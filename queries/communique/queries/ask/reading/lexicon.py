"""What the words of questions have in common: classes of words that say the same."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain

from rapidfuzz.distance import OSA

LONGEST = 5
"""Words of the longest form."""

_SHORTEST_MISSPELT = 5
"""Letters from which a word may be a misspelt one."""
_SHORTEST_CHANGED = 7
"""Letters from which one of them may be another one."""
_VOWELS = frozenset("aeiou")
_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Classes of words by the forms that questions have.

    Attributes:
        classes: Names of classes by form; a form of several words has blanks.
        idle: Forms that say nothing of what is asked.
        plain: Forms that are no name, though they may be part of one.
        single: Forms of one word that a misspelt one may mean, by their first letter.
        orders: Verbs that at the beginning tell to do something else than to answer.
    """

    classes: Mapping[str, tuple[str, ...]]
    idle: frozenset[str]
    plain: frozenset[str]
    single: Mapping[str, tuple[str, ...]]
    orders: frozenset[str] = frozenset()

    def longest(self, forms: Sequence[str]) -> tuple[int, tuple[str, ...]] | None:
        """How many words from the first on make a form, and its classes (none if idle)."""
        for size in range(min(LONGEST, len(forms)), 0, -1):
            form = " ".join(forms[:size])
            if form in self.classes:
                return size, self.classes[form]
            if form in self.idle:
                return size, ()
        return None

    def misspelt(self, form: str) -> tuple[str, ...]:
        """Classes of the form that a word resembles but for one slip; empty if none does."""
        if len(form) < _SHORTEST_MISSPELT:
            return ()
        near = (
            known
            for known in self.single.get(form[0], ())
            if abs(len(known) - len(form)) <= 1
            and OSA.distance(known, form, score_cutoff=1) <= 1
            and (len(form) >= _SHORTEST_CHANGED or not _is_changed(known, form))
        )
        found = min(near, default=None)
        return self.classes[found] if found else ()

    def including(self, words: Iterable[str]) -> "Lexicon":
        """The same with further words, each a class of its own with its inflected forms."""
        added = {
            form: (word,)
            for word in sorted(set(words) - self.classes.keys() - self.idle)
            for form in _inflected(word)
            if form not in self.classes and form not in self.idle
        }
        classes = {**added, **self.classes}
        return replace(
            self, classes=classes, plain=self.plain | added.keys(), single=_single(classes)
        )

    def knows(self, form: str) -> bool:
        """Whether a single word is one of the language and not likely to be a name."""
        return form in self.plain


@cache
def lexicon() -> Lexicon:
    """The classes of ``words.json`` beside this module, read at the first call."""
    text = (files("communique.queries.ask.reading") / "words.json").read_text(encoding="utf-8")
    content = json.loads(text)
    classes: dict[str, list[str]] = {}
    for name, forms in content["classes"].items():
        for inflected in dict.fromkeys(chain.from_iterable(map(_inflected, forms))):
            classes.setdefault(inflected, []).append(name)
    for name, forms in content["classes"].items():  # what is written down beats what is derived
        for form in forms:
            written = [other for other in classes[form] if form in content["classes"][other]]
            classes[form] = written or [name]
    idle = frozenset(content["idle"])
    plain = {word for form in (*classes, *idle) for word in form.split()}
    return Lexicon(
        {form: tuple(names) for form, names in classes.items() if form not in idle},
        idle,
        frozenset(plain | set(content["plain"])),
        _single(classes),
        frozenset(content["orders"]),
    )


def _is_changed(known: str, form: str) -> bool:
    """Whether another letter stands in one place, as in many pairs of short words."""
    return len(known) == len(form) and sorted(known) != sorted(form)


def _single(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Forms of one word by their first letter, in the order of the alphabet."""
    single: dict[str, list[str]] = {}
    for form in sorted(forms):
        if " " not in form and len(form) >= _SHORTEST_MISSPELT:
            single.setdefault(form[0], []).append(form)
    return {letter: tuple(found) for letter, found in single.items()}


def _inflected(form: str) -> Iterator[str]:
    """A form and what it becomes by the endings of English verbs and nouns."""
    yield form
    first, blank, rest = form.partition(" ")
    if len(first) < _LEAST_STEM:
        return
    for changed in _endings(first):
        yield changed + blank + rest
    if blank and rest[-1:] not in "s":
        yield f"{form}s"


def _endings(word: str) -> Iterator[str]:
    yield from (word + ending for ending in ("s", "es", "ed", "ing"))
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")
    elif word[-2] in _VOWELS and word[-1] not in _VOWELS:
        yield from (word + word[-1] + ending for ending in ("ed", "ing"))
