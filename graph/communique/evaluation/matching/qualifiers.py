"""When a predicted qualifier is right (README of the gold, "Qualifiers")."""

import re

from communique.evaluation.annotation.gold import GoldDocument, GoldEntity, GoldTriple
from communique.evaluation.annotation.names import (
    content_words,
    normal_name,
    token_set_similarity,
    tokens,
)

QUALIFIERS = ("date", "role", "status", "place", "amount", "event")
"""In the order in which they are reported."""
ROLE_THRESHOLD = 0.8
"""Least token-set similarity (Dice) at which two roles are the same."""

_CURRENCIES = {
    "€": "eur",
    "euro": "eur",
    "euros": "eur",
    "£": "gbp",
    "pound": "gbp",
    "pounds": "gbp",
    "$": "usd",
    "dollar": "usd",
    "dollars": "usd",
}


def same_qualifier(
    name: str, wanted: str, got: str, triple: GoldTriple, gold: GoldDocument
) -> bool:
    """Whether the value got is as good as the one wanted; date and status exactly."""
    match name:
        case "date":
            return wanted == _without_time(got)
        case "role":
            return same_role(wanted, got, triple.object)
        case "place":
            return _same_place(wanted, got, gold)
        case "amount":
            return _amount(wanted) == _amount(got)
        case "event":
            return _same_event(wanted, got)
        case _:
            return wanted == got


def same_role(wanted: str, got: str, holder: GoldEntity) -> bool:
    """Token-set similarity, also with the body's own name taken out of the predicted role."""
    forms = [got]
    words = " ".join(tokens(got))
    # Longest first, names of one length in a fixed order.
    for name in sorted(sorted(holder.names), key=len, reverse=True):
        if f" {name} " in f" {words} ":
            forms.append(f" {words} ".replace(f" {name} ", " "))
            break
    return any(token_set_similarity(wanted, form) >= ROLE_THRESHOLD for form in forms)


def _same_place(wanted: str, got: str, gold: GoldDocument) -> bool:
    a, b = normal_name(wanted), normal_name(got)
    return a == b or any({a, b} <= entity.names for entity in gold.entities.values())


def _same_event(wanted: str, got: str) -> bool:
    a, b = content_words(wanted), content_words(got)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= ROLE_THRESHOLD


def _without_time(date: str) -> str:
    return re.sub(r"[T ]\d{1,2}:\d{2}[^/]*", "", date.strip())


def _amount(text: str) -> tuple[str, frozenset[str]]:
    """The numbers, and the words with each currency under one name."""
    bare = re.sub(r"(?<=\d)[,\s\u00a0](?=\d{3}\b)", "", text.casefold())
    words = re.findall(r"[a-z]+|[€£$]", bare)
    numbers = " ".join(re.findall(r"\d+(?:\.\d+)?", bare))
    return numbers, frozenset(_CURRENCIES.get(word, word) for word in words)
