"""Operations that are plans, instruments, clusters and schemes, and those that a list names."""

import pytest

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.ontology import EntityType


def _names(finder: MentionFinder, text: str) -> list[str]:
    """The named operations of a text that no model has read."""
    knowledge = finder.begin(None, text)
    finder.learn(text, [], knowledge)
    spans = [m.span for m in finder.find(text, [], knowledge) if m.type == EntityType.OPERATION]
    return [s.name for s in spans if s is not None and s.named]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Half of what the Action Plan 2031-2033 needs is there.", "Action Plan 2031-2033"),
        ("They signed the Harbour Action Plan for Peru 2031-2033.",
         "Harbour Action Plan for Peru 2031-2033"),
        ("The Flash Appeal for Peru is half funded.", "Flash Appeal for Peru"),
        ("It is paid under the Instrument for Harbour Repair.", "Instrument for Harbour Repair"),
        ("It is a mission under the EU's Common Security and Defence Policy.",
         "Common Security and Defence Policy"),
        ("It leads the Shelter sub-cluster in Peru.", "Shelter sub-cluster"),
        ("The project fits into HERON-500, which links Peru with Chile.", "HERON-500"),
        ("It came under the Peru–Gulf Vaccine Bridge, run by two agencies.",
         "Peru–Gulf Vaccine Bridge"),
        ("Peru gives doses through its Andean Health Corridors.", "Andean Health Corridors"),
        ("They formalised the Tallinn Mechanism.", "Tallinn Mechanism"),
        ("They will serve under Task Group HERON, led by Peru.", "Task Group HERON"),
        ("He commands Joint Agency Task Force Heron.", "Joint Agency Task Force Heron"),
        ("It falls under the Individual Partnership and Cooperation Programme.",
         "Individual Partnership and Cooperation Programme"),
        ("The results of the research “Fuel on two rivers”, which was led by Peru, were approved.",
         "Fuel on two rivers"),
        ("Peru launched the Roads to Quays Programme.", "Roads to Quays Programme"),
        ("The EU4Quays project pays for it.", "EU4Quays"),
        ("It came within the framework of the QUAYNET project.", "QUAYNET"),
        ("The EU-funded Harbour Watch V project paid.", "Harbour Watch V"),
        ("Prosecutors spoke of two cases. The first, named “Grey Heron”, led to Peru.",
         "Grey Heron"),
    ],
    ids=[
        "years", "topic-and-years", "appeal", "instrument", "policy", "cluster", "code", "run-by",
        "through", "mechanism", "task-group", "kind-of-task-force", "partnership", "research",
        "to",
        "digit", "capitals", "funded",
        "one-of-several",
    ],
)  # fmt: skip
def test_what_is_set_up_is_an_operation(finder: MentionFinder, text: str, name: str) -> None:
    assert _names(finder, text) == [name]


def test_a_list_of_projects_names_each(finder: MentionFinder) -> None:
    text = (
        "Three projects are running: the Clear Quays Link, which joins two ports, Torsk and Ostvik;"
        " a Safe Harbour Net, paid by Peru; and Gull Watch, led by Chile."
    )

    assert _names(finder, text) == ["Clear Quays Link", "Safe Harbour Net", "Gull Watch"]


@pytest.mark.parametrize(
    "text",
    [
        "He is the Minister for Harbours and the Common Fisheries Policy.",
        "The study “Fuel on two rivers” can be read here.",
        "The first, named “Grey Heron”, serves fish.",
        "It was built under the Harbour Act, run by the port.",
        "It works through its Harbour Agency and the National Bureau of Investigation.",
        "They bought HERON-500 jets.",
        "The UNICEF project pays for it.",
        "He went from Torsk to Harbour House.",
    ],
    ids=["portfolio", "paper", "restaurant", "law", "bodies", "model", "funder", "way"],
)
def test_papers_laws_and_bodies_are_no_schemes(finder: MentionFinder, text: str) -> None:
    assert _names(finder, text) == []


def test_a_code_with_a_year_is_an_exercise_where_the_release_speaks_of_forces(
    finder: MentionFinder,
) -> None:
    title = "Peru hosts HARBOURLINK 2031 off Torsk"
    knowledge = finder.begin(None, f"{title}\n\nIt was a trilateral maritime exercise.")
    found = finder.find(title, [], knowledge)

    assert "HARBOURLINK 2031" in [m.span.name for m in found if m.span]


def test_battlegroups_of_several_states_are_several(finder: MentionFinder) -> None:
    text = "Peru leads the battlegroup in Estonia and helps the battlegroup in Poland."
    found = finder.find(text, [], Knowledge())

    assert [m.span.name for m in found if m.span and not m.span.named] == [
        "battlegroup in Estonia", "battlegroup in Poland",
    ]  # fmt: skip
