"""Operations by the words with which a text gives them a name, by class; no language model."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

Named = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def named() -> Named:
    """The names of the operations in a text."""
    finder = MentionFinder(read_organisations(), read_nouns(), read_titles())

    def named(text: str) -> list[str]:
        spans = [mention.span for mention in finder.find(text, [], Knowledge())]
        return [s.name for s in spans if s and s.type == EntityType.OPERATION and s.named]

    return named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The inquiry was given the name Low Tide.", "Low Tide"),
        ("The case, known to investigators as HERON, began in May.", "HERON"),
        ("The raids were code named GULL and were led by Fiji.", "GULL"),
        ("An operation by nine forces, dubbed Grey Seal, ended.", "Grey Seal"),
        ("Dubbed Grey Seal, the operation ended.", "Grey Seal"),
        ("Under the name Low Tide, police checked 400 boats.", "Low Tide"),
        ("The raids that they began in May under the name Low Tide go on.", "Low Tide"),
        ("“Skua” is the title of a project for policewomen.", "Skua"),
        ("Skua was the name of the operation.", "Skua"),
        ("The operation's name is Skua.", "Skua"),
        ("Stonechat, the annual exercise of divers, began.", "Stonechat"),
        ("SKUA (Sharing Knowledge Upon Arms) is a project of nine forensic institutes.", "SKUA"),
        ("The fleet left for “Kittiwake”, a manoeuvre of four navies.", "Kittiwake"),
        ("A joint operation - Skua - was carried out.", "Skua"),
        ("The joint mission, Skua, is led by nine states.", "Skua"),
        ("They searched nine houses in the file “Skua”.", "Skua"),
        ("Grey Seal, as the drill is called, ends on Friday.", "Grey Seal"),
        ("Grey Seal, the name given to the raids, is over.", "Grey Seal"),
        ("What was Grey Seal? A nine-day operation.", "Grey Seal"),
    ],
    ids=[
        "given", "known-as", "code-named", "dubbed-behind", "dubbed-ahead", "under", "run-under",
        "title-of", "name-of", "name-is", "apposed", "with-its-words", "quoted", "dashes", "commas",
        "file", "as-called", "name-apposed", "asked",
    ],
)  # fmt: skip
def test_an_operation_is_named_by_the_words_that_give_it_a_name(
    named: Named, text: str, name: str
) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Today, the action of the council was praised.",
        "It is a timely exercise, as all agree.",
        "The operation against a ring that was known as Skua ended.",
        "The mission, Ana Duran, is over.",
        "In Lisbon, the operation was praised.",
        "Ending the mission of the year, she left.",
        "The investigation of the ship named Skua ended.",
    ],
    ids=["today", "pronoun", "ring", "person", "town", "gerund", "ship"],
)
def test_words_that_name_something_else_give_an_operation_no_name(named: Named, text: str) -> None:
    assert named(text) == []
