"""States and capitals that are parts of the names of people."""

import pytest

from communique.extractors.mentions import MentionFinder
from communique.ontology import EntityType


def labelled(finder: MentionFinder, text: str, name: str) -> list[tuple[str, EntityType]]:
    """The mentions of a text of which the model takes some words for a person."""
    start = text.index(name)
    labels = [(start, start + len(name), "PERSON")]
    knowledge = finder.begin(None, text)
    finder.learn(text, labels, knowledge)
    return [(text[m.start : m.end], m.type) for m in finder.find(text, labels, knowledge)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad Berg spoke of the quay.", "Chad Berg"),
        ("Later Santiago Duran Lind spoke.", "Santiago Duran Lind"),
        ("They heard Kenya B. Holm.", "Kenya B. Holm"),
        ("They heard Anna London.", "Anna London"),
        ("• Sofia Lind, CEO", "Sofia Lind"),
    ],
    ids=["state", "capital", "initial", "surname", "item"],
)
def test_a_state_or_capital_may_be_a_part_of_a_name(
    finder: MentionFinder, text: str, name: str
) -> None:
    ((found, kind),) = labelled(finder, text, name)

    assert found.startswith(name)
    assert kind == EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met in Chad Berg villagers.", "Chad Berg"),
        ("Ministers of Latvia and Estonia Urmas Lind spoke.", "Estonia Urmas Lind"),
        ("They saw Chad Berg Harbour.", "Chad Berg"),
    ],
    ids=["led", "state-before-somebody", "longer-name"],
)
def test_a_state_is_no_name_where_nothing_shows_one(
    finder: MentionFinder, text: str, name: str
) -> None:
    people = [words for words, kind in labelled(finder, text, name) if kind == EntityType.PERSON]

    assert name not in people
