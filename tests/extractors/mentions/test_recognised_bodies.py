"""Names of bodies that go on as far as the language model says, and no further."""

import pytest

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.ontology import EntityType


def _bodies(finder: MentionFinder, text: str, labelled: str) -> list[str]:
    """Names of the bodies in a text of which the model takes some words for one."""
    start = text.index(labelled)
    model = [(start, start + len(labelled), "ORG")]
    knowledge = Knowledge()
    finder.learn(text, model, knowledge)
    return [
        mention.span.name
        for mention in finder.find(text, model, knowledge)
        if mention.type == EntityType.ORGANISATION and mention.span
    ]


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("The Institute of Tides and Ice agreed.", "The Institute of Tides and Ice"),
        ("The Ministry for Islands, Ferries and Quays agreed.",
         "Ministry for Islands, Ferries and Quays"),
        ("The Office for Families with Twins agreed.", "Office for Families with Twins"),
        ("The Committee on Coastal and Parcel Services met.",
         "Committee on Coastal and Parcel Services"),
    ],
    ids=["two", "list", "with", "services"],
)  # fmt: skip
def test_a_name_with_a_topic_is_stretched(finder: MentionFinder, text: str, labelled: str) -> None:
    assert _bodies(finder, text, labelled) == [labelled.removeprefix("The ")]


@pytest.mark.parametrize(
    "text",
    [
        "The Institute of Tides and Harbour Council agreed.",
        "The Institute of Tides and Minister Berg agreed.",
    ],
    ids=["other-body", "official"],
)
def test_another_name_is_no_topic(finder: MentionFinder, text: str) -> None:
    labelled = text[len("The ") : text.index(" agreed")]

    assert "Institute of Tides" in _bodies(finder, text, labelled)


@pytest.mark.parametrize("words", ["Framework Nations", "Arctic States"])
def test_a_kind_of_states_is_no_body(finder: MentionFinder, words: str) -> None:
    text, start = f"The {words} are Peru and Chile.", len("The ")

    found = finder.find(text, [(start, start + len(words), "ORG")], Knowledge())

    assert words not in [mention.span.name for mention in found if mention.span]


@pytest.mark.parametrize(
    "text",
    [
        "VESTHAVN, 9 March 2022 - The Harbour Committee arrived in Latvia.",
        "VESTHAVN, March 9, 2022 – The Harbour Committee arrived in Latvia.",
        "Vesthavn, 9 Sept. 2022 — The Harbour Committee arrived in Latvia.",
    ],
)
def test_what_a_date_and_a_dash_follow_is_a_town(finder: MentionFinder, text: str) -> None:
    assert text[:8] not in _bodies(finder, text, text[:8])


def test_a_body_with_a_date_behind_it_stays_one(finder: MentionFinder) -> None:
    text = "Vesthavn Watch, 9 March 2022 being its first day, opened an office."

    assert _bodies(finder, text, "Vesthavn Watch") == ["Vesthavn Watch"]
