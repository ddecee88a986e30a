"""When two names are the same (README of the gold, "How it counts")."""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

_UNDECOMPOSED = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_TITLES = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady he hrh hm shaikh sheikh sheikha "
    "ambassador admiral vice rear general lieutenant major brigadier colonel commander captain "
    "field marshal excellency his her honourable hon"
)
_HONORIFICS = frozenset(_TITLES.split())
_TELLING = "lady"
"""The honorific that tells two people apart: it stays in a name that would else be another's."""
_STOPWORDS = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to"])


def tokens(text: str) -> tuple[str, ...]:
    """Casefolded words without diacritics, possessive endings and punctuation ("D.C.": one)."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    folded = "".join(char for char in folded if not unicodedata.combining(char))
    folded = re.sub(r"['’]s\b", "", folded)
    folded = re.sub(r"(?<=\b\w)\.(?=\w\b|\W|$)", "", folded)
    return tuple(re.findall(r"\w+", folded))


def content_words(text: str) -> frozenset[str]:
    """The words of a text, function words left out."""
    return frozenset(tokens(text)) - _STOPWORDS


@functools.cache
def normal_name(name: str, kind: str = "", kept: frozenset[str] = frozenset()) -> str:
    """The form under which two names are the same; a Person's name loses honorifics and ranks.

    They stay in the forms in `kept`.
    """
    words = list(tokens(name))
    while len(words) > 1 and (words[0] == "the" or (kind == "Person" and words[0] in _HONORIFICS)):
        if " ".join(words) in kept:
            break
        del words[0]
    return " ".join(words)


def kept_names(entities: Iterable[tuple[str, str, Sequence[str]]]) -> frozenset[str]:
    """The forms of one document's (key, type, names) that keep their "Lady".

    Without it they would be another's.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    ladies: list[tuple[str, str]] = []
    for key, kind, forms in entities:
        for form in forms:
            owners[normal_name(form, kind)].add(key)
            words = tokens(form)
            if kind == "Person" and _TELLING in words:
                ladies.append((key, " ".join(words[words.index(_TELLING) :])))
    return frozenset(name for key, name in ladies if owners[normal_name(name, "Person")] - {key})


def token_set_similarity(left: str, right: str) -> float:
    """Dice coefficient of the two texts' word sets, function words left out."""
    a, b = content_words(left), content_words(right)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
