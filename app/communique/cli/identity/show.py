"""How two entities that may be one are laid out, at the terminal and as JSON."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from communique.cli.console import counted, say, say_table

if TYPE_CHECKING:
    from communique.builder.review import Party, Question
    from communique.identity import Decision

QUOTES = 3
"""Quotes shown of each side."""
POSTS = 4
"""Posts shown of each side."""


def say_question(question: "Question", number: int, total: int) -> None:
    """Print two entities side by side, with what the rules make of them."""
    say(f"\n{number} of {total}: one {question.one.entity.type} or two?")
    say(f"the rules are not sure ({question.score:.2f}): {question.reason}")
    if question.features:
        say("; ".join(f"{f.weight:+.1f} {f.name}" for f in question.features))
    say_sides(question.one, question.other)


def say_sides(one: "Party", other: "Party") -> None:
    """Print two entities side by side."""
    say_table(
        ("", one.entity.name, other.entity.name),
        (
            (label if row == 0 else "", left, right)
            for label, lefts, rights in _rows(one, other)
            for row, (left, right) in enumerate(zip_longest(lefts, rights, fillvalue=""))
        ),
    )


def _rows(one: "Party", other: "Party") -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    yield "id", [one.entity.id], [other.entity.id]
    yield "also", _also(one), _also(other)
    yield "post", one.posts[:POSTS], other.posts[:POSTS]
    yield "releases", [_span(one)], [_span(other)]
    yield "says", _quotes(one), _quotes(other)


def _also(party: "Party") -> list[str]:
    return [", ".join(party.entity.aliases)] if party.entity.aliases else []


def _span(party: "Party") -> str:
    days = sorted({m.published for m in party.mentions if m.published})
    span = f", {days[0]} to {days[-1]}" if len(days) > 1 else "".join(f", {day}" for day in days)
    return counted(len({m.anchor.release for m in party.mentions}), "release") + span


def _quotes(party: "Party") -> list[str]:
    return [f"“{' '.join(m.quote.split())}” {m.title}" for m in party.mentions[:QUOTES]]


def plain_party(party: "Party") -> dict[str, Any]:
    """An entity with its evidence, for JSON."""
    return {
        "id": party.entity.id,
        "type": str(party.entity.type),
        "name": party.entity.name,
        "aliases": list(party.entity.aliases),
        "posts": list(party.posts),
        "mentions": [
            {
                "release": mention.anchor.release,
                "name": mention.anchor.name,
                "title": mention.title,
                "published": mention.published,
                "quote": mention.quote,
            }
            for mention in party.mentions
        ],
    }


def plain_question(question: "Question") -> dict[str, Any]:
    """Two entities and what the rules make of them, for JSON."""
    return {
        "one": plain_party(question.one),
        "other": plain_party(question.other),
        "reason": question.reason,
        "score": question.score,
        "features": [{"name": f.name, "weight": f.weight} for f in question.features],
        "facts": question.facts,
    }


def plain_decision(decision: "Decision", names: Sequence[str]) -> dict[str, Any]:
    """A decision of the rules or of a person, for JSON."""
    return {
        "kind": str(decision.kind),
        "entities": list(names),
        "reason": decision.reason,
        "score": decision.score,
        "features": [{"name": f.name, "weight": f.weight} for f in decision.features],
    }
