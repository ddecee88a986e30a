"""Words that may name a body, an event, a place or somebody: which reading wins."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, Mention, MentionFinder
from communique.gazetteer.bodies import body_words
from communique.gazetteer.sites import site_words
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It belongs to the Pacific Islands Forum.", "Pacific Islands Forum"),
        ("It asked the Torsk Centre for Harbour Dialogue.", "Torsk Centre for Harbour Dialogue"),
        ("It asked the Project Finance Agency.", "Project Finance Agency"),
        ("The drill was run by Headquarters Harbour Standby Force.", "Harbour Standby Force"),
    ],
    ids=["listed-forum", "centre", "project-agency", "headquarters"],
)
def test_a_body_wins(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION)[-1].endswith(name)


def test_a_part_of_a_body_with_an_acronym_wins_over_it(named: Named) -> None:
    text = "The Fjord Safety Organisation (FSOX) met. The FSOX Council agreed."

    assert named(text, EntityType.ORGANISATION)[-1] == "FSOX Council"


def test_to_leads_from_the_name_of_a_body_to_another(named: Named) -> None:
    text = "A grant of the Harbour Emergency Fund to the Torsk Rescue Society was paid."

    assert named(text, EntityType.ORGANISATION) == ["Harbour Emergency Fund",
                                                    "Torsk Rescue Society"]  # fmt: skip


@pytest.mark.parametrize("aim", sorted(body_words().aims))
def test_to_and_an_aim_go_on_with_a_name(named: Named, aim: str) -> None:
    name = f"Harbour Agency to {aim} Smuggling"

    assert named(f"The {name} agreed.", EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize("head", sorted(body_words().towards))
def test_some_heads_go_on_with_to(named: Named, head: str) -> None:
    name = f"Torsk Harbour {head} to Fishermen"

    assert named(f"The {name} agreed.", EntityType.ORGANISATION) == [name]


def _of_model(finder: MentionFinder, text: str, words: str, label: str) -> list[Mention]:
    """Mentions of a text of which the model labels some words."""
    start = text.index(words)
    knowledge, model = Knowledge(), [(start, start + len(words), label)]
    finder.learn(text, model, knowledge)
    return finder.find(text, model, knowledge)


@pytest.mark.parametrize("opening", sorted(site_words().openings))
def test_a_town_is_nobody(finder: MentionFinder, opening: str) -> None:
    words = f"{opening} Ostvik"

    found = _of_model(finder, f"They travel to {words} today.", words, "PERSON")

    assert EntityType.PERSON not in {mention.type for mention in found}


@pytest.mark.parametrize("way", ["travelled to", "flew to", "will sail on to"])
def test_where_somebody_travels_to_is_nobody(finder: MentionFinder, way: str) -> None:
    found = _of_model(finder, f"She {way} Kara Suu on Friday.", "Kara Suu", "PERSON")

    assert [mention.type for mention in found] == [EntityType.PLACE]


def test_somebody_may_travel_to_a_person(finder: MentionFinder) -> None:
    found = _of_model(finder, "She flew to Anna Berg on Friday.", "Anna Berg", "PERSON")

    assert [mention.type for mention in found] == [EntityType.PERSON]


def test_the_state_of_a_mission_is_nobody_at_its_end(finder: MentionFinder) -> None:
    text = "The Torsk Monitoring Mission to Jordan ended."

    found = _of_model(finder, text, "Jordan", "PERSON")

    names = {text[m.start : m.end] for m in found if m.type == EntityType.OPERATION}
    assert names == {"Torsk Monitoring Mission to Jordan"}


@pytest.mark.parametrize("ending", sorted(site_words().endings))
def test_a_landmark_is_nobody(finder: MentionFinder, ending: str) -> None:
    words = f"Ostvik {ending}"

    found = _of_model(finder, f"They travel to {words} today.", words, "PERSON")

    assert EntityType.PERSON not in {mention.type for mention in found}


@pytest.mark.parametrize("rank", ["Rear Admiral", "Major General"])
def test_somebody_with_a_rank_is_no_body(finder: MentionFinder, rank: str) -> None:
    words = f"{rank} Fenella Duran"

    (officer,) = _of_model(finder, f"It was led by {words} today.", words, "ORG")

    assert officer.type == EntityType.PERSON
