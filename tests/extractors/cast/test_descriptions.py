"""What descriptions of events and operations mean within a release: no language model."""

from collections.abc import Callable

import pytest

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.casting import Casting
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.mentions import Knowledge, MentionFinder
from communique.extractors.reading.script import Scene
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

Events = Callable[..., list[Figure]]


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder(read_organisations(), read_nouns(), read_titles())


@pytest.fixture(scope="module")
def figures(finder: MentionFinder) -> Events:
    """What the mentions of one type stand for, in order; the first block may be a title."""

    def figures(kind: EntityType, *texts: str, title: bool = False) -> list[Figure]:
        scenes = []
        for number, text in enumerate(texts):
            block_kind = BlockKind.TITLE if title and not number else BlockKind.PARAGRAPH
            block = Block(block_kind, 0, text)
            scenes.append(Scene(number, block, finder.find(text, [], Knowledge())))
        Casting(Cast(), scenes).fill()
        return [f for scene in scenes for f in scene.figures if f is not None and f.type == kind]

    return figures


@pytest.mark.parametrize(
    "again",
    [
        "The forum closed on Friday.",
        "Minister Liepa spoke at the conference.",
        "The event drew many.",
        "She was at the opening.",
        "Those who came to today’s forum were happy.",
        "She spoke to the forum on Friday.",
        "The two-day event drew many.",
        "The meeting closed on Friday.",
        "As in previous years, the event was short.",
    ],
    ids=[
        "same-noun",
        "same-class",
        "any-event",
        "part",
        "of-today",
        "with-a-day",
        "lasting",
        "only-event",
        "other-years",
    ],
)
def test_a_definite_description_means_the_event_named_before(figures: Events, again: str) -> None:
    named, description = figures(EntityType.EVENT, "She went to the Ostvik Forum.", again)

    assert description is named


@pytest.mark.parametrize(
    "other",
    ["The dinner was late.", "The visit was short.", "The Brenna conference was short.",
     "A workshop was held too.", "The next forum will be in May.", "The tenth forum was short."],
    ids=["dinner", "visit", "elsewhere", "indefinite", "next", "numbered"],
)  # fmt: skip
def test_another_event_stays_apart_from_the_one_named_before(figures: Events, other: str) -> None:
    named, description = figures(EntityType.EVENT, "She went to the Third Ostvik Forum.", other)

    assert description is not named


def test_a_part_of_a_body_is_called_by_its_name_without_the_body(figures: Events) -> None:
    texts = "The NATO Harbour Committee met.", "The Harbour Committee elected its chair."
    first, again = figures(EntityType.ORGANISATION, *texts)

    assert first is again


def test_a_ceremony_is_the_handover_named_before(figures: Events) -> None:
    handover, ceremony = figures(
        EntityType.EVENT, "The handover of boats was brief. Many came to the ceremony."
    )

    assert ceremony is handover


def test_two_meetings_with_two_people_are_two(figures: Events) -> None:
    first, second = figures(
        EntityType.EVENT, "A meeting with Duran was held. Later the meeting with Berg began."
    )

    assert first is not second


@pytest.mark.parametrize(
    "text",
    ["Long Bridge 24, a yearly exercise, began.", "Long Bridge 24 is the largest exercise.",
     "Kite exercise, codenamed “Long Bridge 24”, began.", "The Clear Rivers Oman programme began.",
     "Project LANTERN, a Europol-funded initiative, began.",
     "Project LANTERN, Europol's new training project, began."],
    ids=["apposed", "is", "codenamed", "kind-after-the-name", "apposed-with-an-owner",
         "apposed-with-a-possessor"],
)  # fmt: skip
def test_a_name_and_its_kind_beside_it_are_one_operation(figures: Events, text: str) -> None:
    first, second = figures(EntityType.OPERATION, text)

    assert first is second


def test_an_event_listed_after_a_named_one_is_another(figures: Events) -> None:
    first, *others = figures(EntityType.EVENT, "The Ostvik Forum, a workshop, and a dinner began.")

    assert first not in others


def test_what_the_title_announces_is_what_the_text_brings_in(figures: Events) -> None:
    first, second = figures(
        EntityType.EVENT, "Norway hosts workshop", "Norway hosted a workshop on ice.", title=True
    )

    assert first is second


def test_an_event_that_the_title_names_is_what_the_text_brings_in_by_its_noun(
    figures: Events,
) -> None:
    first, second = figures(
        EntityType.EVENT,
        "Statement on the Ostvik Fish Workshop",
        "Norway took part in a workshop on fish.",
        title=True,
    )

    assert first is second


@pytest.mark.parametrize(
    "text",
    [
        "Norway took part in a forum in Brenna on ice.",
        "Norway took part in a forum on the future of ice.",
        "Norway took part in a business forum.",
        "Norway took part in a forum of mayors.",
    ],
    ids=["site", "topic", "kind", "members"],
)
def test_an_event_of_another_site_topic_or_kind_is_not_the_one_of_the_title(
    figures: Events, text: str
) -> None:
    first, second = figures(EntityType.EVENT, "Norway ready for Ostvik Forum", text, title=True)

    assert first is not second


@pytest.mark.parametrize(
    "text",
    [
        "Norway took part in a major two-day forum on Monday in Ostvik.",
        "Norway took part in a forum on safe harbours.",
        "Norway took part in an international harbour forum in May.",
        "Norway took part in a forum in the Long Room with harbour pilots.",
    ],
    ids=["day", "topic", "kind", "company"],
)
def test_an_event_like_the_one_of_the_title_is_that_one(figures: Events, text: str) -> None:
    first, second = figures(EntityType.EVENT, "Norway at Harbour Safety Forum", text, title=True)

    assert first is second


def test_a_name_in_quotes_is_explained_by_what_follows_a_comma_inside_them(
    figures: Events,
) -> None:
    first, second = figures(
        EntityType.OPERATION, "The “Long Bridge” drill began. “Long Bridge,” a drill, ended."
    )[1:3]

    assert first is second


def test_an_operation_is_the_one_that_the_next_sentence_names(figures: Events) -> None:
    text = "An operation led by Latvia ended. Operation HARBOUR had run since May."
    first, second = figures(EntityType.OPERATION, text)

    assert first is second


def test_an_operation_is_not_one_of_two_that_are_named(figures: Events) -> None:
    text = "An operation ended. Operation HARBOUR and Operation LANTERN had run since May."
    first, *named = figures(EntityType.OPERATION, text)

    assert first not in named


@pytest.mark.parametrize(
    "text",
    [
        "They met on the sidelines of the Porto Dialogue. He attended the meeting.",
        "He attended the meeting. They will open the Porto Conference.",
    ],
    ids=["sidelines", "later"],
)
def test_a_meeting_is_no_event_that_is_spoken_of_by_the_way(figures: Events, text: str) -> None:
    found = {figure.name: figure for figure in figures(EntityType.EVENT, text)}

    assert not found["meeting"].named


def test_the_event_is_the_one_told_of_rather_than_one_that_is_spoken_of(figures: Events) -> None:
    forum, summit, event = figures(
        EntityType.EVENT, "She spoke of the Ostvik Forum.", "A summit of mayors was opened.",
        "The event was short.",
    )  # fmt: skip

    assert event is summit
    assert event is not forum


@pytest.mark.parametrize("sum_", ["USD 60 million", "€4.5 million", "three-year, NOK 12 million"])
def test_a_sum_before_a_noun_makes_no_other_project_of_it(figures: Events, sum_: str) -> None:
    named, again = figures(
        EntityType.OPERATION, "The bank approved the Ostvik Harbour Project.",
        f"The {sum_} project runs until 2030.",
    )  # fmt: skip

    assert again is named


def test_the_investigation_is_not_the_team_of_those_who_investigate(figures: Events) -> None:
    first, team, again = figures(
        EntityType.OPERATION, "An investigation began in May.",
        "A joint investigation team was formed.", "Nine people worked on the investigation.",
    )  # fmt: skip

    assert again is first
    assert team is not first
