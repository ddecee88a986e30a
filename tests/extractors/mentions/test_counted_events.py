"""Events by all of the name that a text gives them, and editions of which it gives the number."""

import pytest

from communique.extractors.mentions import MentionFinder
from communique.ontology import EntityType


def _names(finder: MentionFinder, text: str) -> list[set[str]]:
    """The names and aliases of the named events of a text that no model has read."""
    knowledge = finder.begin(None, text)
    finder.learn(text, [], knowledge)
    spans = [m.span for m in finder.find(text, [], knowledge) if m.type == EntityType.EVENT]
    return [{s.name, *s.aliases} for s in spans if s is not None and s.named]


@pytest.mark.parametrize(
    "name",
    [
        "Third Joint Ministerial Meeting of the Harbour Dialogue between Peru and the Gulf states",
        "Fifth Meeting of the Joint Committee between Oman and Peru",
        "second Trilateral Meeting of the Foreign Ministers of Oman, Peru and Chile",
        "12th Meeting of the Heads of State of the Organization of Harbour States",
        "75th Session of the General Assembly of the Harbour League",
        "Regional Conference of Directors of Ports of Peru and the Gulf",
        "14th Meeting of the Parties to the Torsk Treaty",
        '6th "Children and Quays" Summit',
        "seventh Forum",
        "7th Meeting",
        "2031 Plenary",
        "Tenth Annual Meeting of the National Experts on Harbours",
        "Meeting of the Speakers of the Nordic countries",
    ],
    ids=[
        "states",
        "between",
        "list",
        "heads",
        "assembly",
        "regions",
        "parties",
        "quoted",
        "number-alone",
        "ordinal",
        "year",
        "twice-counted",
        "adjective-of-states",
    ],
)
def test_an_event_is_also_known_by_all_of_its_name(finder: MentionFinder, name: str) -> None:
    (found,) = _names(finder, f"Malta hosted the {name} in June.")

    assert name in found


@pytest.mark.parametrize(
    "text",
    [
        "It hosted the Meeting of the Ports Council and ended in June.",
        "They held the Third Harbour Conference of Peru, but Chile did not come.",
    ],
    ids=["verb", "no-list"],
)
def test_what_follows_an_event_is_no_part_of_its_name(finder: MentionFinder, text: str) -> None:
    assert not any(" and " in name or "Chile" in name for name in _names(finder, text)[0])


def test_a_topic_stays_with_the_description_of_a_counted_meeting(finder: MentionFinder) -> None:
    assert _names(finder, "Riga was the stage for the third Ministerial on lost nets.") == []


def test_an_event_at_which_an_office_is_told_is_no_part_of_it(finder: MentionFinder) -> None:
    assert _names(finder, "She met the President at the Harbour Summit in Riga.") == [
        {"Harbour Summit"}
    ]


def test_an_anniversary_is_no_edition(finder: MentionFinder) -> None:
    assert _names(finder, "The League is marking its 54th Anniversary.") == []


def test_a_project_behind_a_counted_meeting_is_its_own(finder: MentionFinder) -> None:
    assert _names(finder, "The second meeting of the Safe Harbours project was held.") == []
