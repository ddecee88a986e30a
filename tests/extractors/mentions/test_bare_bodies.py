"""Bodies by one bare name, by the words beside it or by the state behind it."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The experts of Torskova and Fisketta came.", ["Torskova", "Fisketta"]),
        ("It was built with funding from Torskova.", ["Torskova"]),
        ("Representatives and experts of Torskova came.", ["Torskova"]),
        ("They were joined by TorskLab.", ["TorskLab"]),
        ("It was shown by Brand Peru and HarbourTrees Chad.", ["Brand Peru", "HarbourTrees Chad"]),
        ("It asked the Danish and the Swedish Navies.", ["Danish Navy", "Swedish Navy"]),
        ("It asked the Peruvian gendarmes.", ["Peruvian gendarmes"]),
        ("It asked the Second Army Area.", ["Second Army Area"]),
        ("It asked the Western Naval Command.", ["Western Naval Command"]),
        ("Two Peruvian Coast Guard cutters left.", ["Peruvian Coast Guard"]),
        ("It asked the Torsk Border Regiments.", ["Torsk Border Regiments"]),
    ],
)  # fmt: skip
def test_a_bare_name_is_told_by_its_words(named: Named, text: str, names: list[str]) -> None:
    assert [n for n in named(text, EntityType.ORGANISATION) if n in names] == names


@pytest.mark.parametrize(
    "text",
    [
        "The course was organised by Torskova.",
        "It was funded by Norway.",
        "She met Omar Sy, Director General of Fisheries.",
        "They went with McTorsk.",
        "They visit Peru.",
        "The Second Secretary left.",
    ],
)
def test_other_words_there_are_no_bodies(named: Named, text: str) -> None:
    assert named(text, EntityType.ORGANISATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "She met Omar Sy, Director General of Torskova.",
        "Omar Sy is Deputy Commander of the Torskova.",
    ],
)
def test_an_office_tells_its_body(find: Find, text: str) -> None:
    assert [r.body.name for m in find(text) for r in m.roles if r.body] == ["Torskova"]
