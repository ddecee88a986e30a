"""Which names of events mean one, and which event a release is about: no language model."""

from collections.abc import Callable

import pytest

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import main_event
from communique.extractors.cast.twins.occasions import is_same, known_event
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

Read = Callable[..., tuple[Cast, list[Scene]]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostvik Harbour Safety Forum", "Harbour Safety Forum"),
        ("Third Ostvik Harbour Forum", "Ostvik Harbour Forum"),
        ("Harbour Conference on Ice Safety", "Harbour Conference"),
        ("Quartet Meeting of Harbour Chiefs", "Meeting of the Quartet of Harbour Chiefs"),
        ("Ostvik Harbour Week 2024", "Ostvik Harbour Week"),
    ],
    ids=["without-owner", "without-number", "without-aim", "reordered", "without-year"],
)
def test_a_longer_and_a_shorter_name_are_one_event(one: str, other: str) -> None:
    assert is_same(one, other)
    assert is_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Third Ostvik Harbour Forum", "Fourth Ostvik Harbour Forum"),
        ("Ostvik Forum 2023", "Ostvik Forum 2024"),
        ("Ostvik Summit", "Ostvik Business Summit"),
        ("Ostvik Summit", "Summit"),
        ("Ostvik Harbour Forum", "Ostvik Harbour Forum Dinner Ceremony"),
    ],
    ids=["another-number", "another-year", "word-inside", "noun-alone", "part"],
)
def test_other_names_are_of_other_events(one: str, other: str) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)


@pytest.mark.parametrize("owner", "ABCDEFGHIJKLMNOP")
def test_of_forms_of_one_length_the_first_by_its_letters_is_compared(owner: str) -> None:
    first, second = f"{owner}dvik Harbour Forum", f"{owner}yvik Harbour Forum"
    event = Figure(0, EntityType.EVENT, "Forum", {first, second})

    assert known_event(f"Third {first}", [event]) is event
    assert known_event(f"Third {second}", [event]) is None


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Minister attends the Ostvik Forum", "She had talks in Brenna."), "Ostvik Forum"),
        (("Minister in Brenna", "The Ostvik Forum met ahead of the Porto Summit."), "Ostvik Forum"),
        (("Norway hosts workshop", "The workshop is on ice."), "workshop"),
        (
            ("Official Visit to Estonia", "She spoke at the Ostvik Forum."),
            "Ostvik Forum",
        ),
    ],
    ids=["title", "not-by-the-way", "without-name", "no-journey"],
)
def test_a_release_is_about_one_event(cast: Read, texts: tuple[str, ...], name: str) -> None:
    _, scenes = cast(*texts)

    event = main_event(scenes)

    assert event is not None
    assert event.name == name


@pytest.mark.parametrize(
    "text",
    [
        "It visited Brenna ahead of the Porto Summit.",
        "The minister marked World Ocean Day.",
        "They met in Brenna to prepare for the Porto Summit.",
        "They discussed progress in the accession negotiations.",
    ],
    ids=["by-the-way", "marked", "prepared", "talked-of"],
)
def test_what_is_mentioned_by_the_way_is_not_what_a_release_is_about(cast: Read, text: str) -> None:
    _, scenes = cast("News of the day", text)

    assert main_event(scenes) is None


def test_what_pays_for_something_is_not_the_topic(cast: Read) -> None:
    found, _ = cast("Boats for Brenna", "The boats were funded by the Clear Rivers programme.")

    assert found.topic() is None


def test_a_release_is_about_the_course_not_the_programme_that_it_is_held_under(cast: Read) -> None:
    text = "Officers completed a course on fraud. It was the third under the TORSK programme."

    found, _ = cast("Trainers in Riga", text)
    topic = found.topic()

    assert topic is not None
    assert topic.name == "course on fraud"
