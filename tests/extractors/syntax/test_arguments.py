"""Arguments of verbs and nouns."""

from collections.abc import Callable, Iterable

import pytest

from communique.extractors.parse import Token
from communique.extractors.syntax.arguments import clause_verb, is_passive, objects, subjects
from communique.extractors.syntax.phrases import expand, modifiers, possessors, prepositional

pytestmark = pytest.mark.model
Find = Callable[[str, str], Token]


def _texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "doers", "done_to"),
    [
        ("Smith met Jones.", "met", ["Smith"], ["Jones"]),
        ("Smith and Brown met Jones, Miller and Baker.", "met", ["Smith", "Brown"],
         ["Jones", "Miller", "Baker"]),
        ("Smith was received by Jones.", "received", ["Jones"], ["Smith"]),
        ("Smith landed and met Jones.", "met", ["Smith"], ["Jones"]),
        ("Smith plans to meet Jones.", "meet", ["Smith"], ["Jones"]),
        ("Jones invited Smith to attend Wimbledon.", "attend", ["Smith"], ["Wimbledon"]),
        ("Smith was invited to attend Wimbledon.", "attend", ["Smith"], ["Wimbledon"]),
        ("Smith, who met Jones, left.", "met", ["Smith"], ["Jones"]),
        ("Smith praised the summit organised by France.", "organised", ["France"], ["summit"]),
        ("Smith left after meeting Jones.", "meeting", ["Smith"], ["Jones"]),
    ],
    ids=[
        "active", "joined", "passive", "second-verb", "subject-control", "object-control",
        "invited", "relative", "reduced-relative", "gerund",
    ],
)  # fmt: skip
def test_a_verb_has_doers_and_what_is_done_to(
    word: Find, text: str, verb: str, doers: list[str], done_to: list[str]
) -> None:
    token = word(text, verb)

    assert (_texts(subjects(token)), _texts(objects(token))) == (doers, done_to)


def test_a_passive_is_told_from_an_active(word: Find) -> None:
    assert is_passive(word("Smith was received by Jones.", "received"))
    assert not is_passive(word("Smith received Jones.", "received"))


def test_a_list_is_expanded_in_order(word: Find) -> None:
    assert _texts(expand(word("Smith, Jones and Miller left.", "Smith"))) == [
        "Smith", "Jones", "Miller",
    ]  # fmt: skip


def test_a_preposition_leads_to_its_nouns(word: Find) -> None:
    verb = word("Smith met with Jones and Miller.", "met")

    assert _texts(prepositional(verb, "with")) == ["Jones", "Miller"]
    assert not prepositional(verb, "in")


def test_a_noun_has_possessors_and_modifiers(word: Find) -> None:
    assert _texts(possessors(word("Smith's visit ended.", "visit"))) == ["Smith"]
    assert _texts(modifiers(word("The NATO training ended.", "training"))) == ["NATO"]


def test_a_token_stands_in_the_clause_of_its_verb(word: Find) -> None:
    assert clause_verb(word("Smith met Jones in France.", "France")).text == "met"
