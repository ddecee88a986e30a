"""Which operation a noun means, by the kind of operation it stands for: no language model."""

import json
from collections.abc import Callable
from importlib.resources import files

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

Operations = Callable[..., list[Figure]]
KINDS = json.loads(
    files("communique.extractors.cast").joinpath("kinds.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder(read_organisations(), read_nouns(), read_titles())


@pytest.fixture(scope="module")
def operations(finder: MentionFinder) -> Operations:
    """What the mentions of operations stand for, in order; the first block may be a title."""

    def operations(*texts: str, title: bool = False) -> list[Figure]:
        scenes = []
        for number, text in enumerate(texts):
            kind = BlockKind.TITLE if title and not number else BlockKind.PARAGRAPH
            mentions = finder.find(text, [], Knowledge(), title=kind == BlockKind.TITLE)
            scenes.append(Scene(number, Block(kind, 0, text), mentions))
        Casting(Cast(), scenes).fill()
        figures = [f for scene in scenes for f in scene.figures if f is not None]
        return [f for f in figures if f.type == EntityType.OPERATION]

    return operations


@pytest.mark.parametrize("kind", KINDS)
def test_a_noun_means_the_operation_of_its_kind(operations: Operations, kind: str) -> None:
    first, *_, last = operations(*KINDS[kind]["example"])

    assert last is first


@pytest.mark.parametrize("kind", KINDS)
def test_a_noun_means_no_operation_of_another_kind(operations: Operations, kind: str) -> None:
    first, *_, last = operations(*KINDS[kind]["other"])

    assert last is not first


def test_a_project_may_be_a_training(operations: Operations) -> None:
    training, project = operations("A course for sappers began.", "The project ended on Friday.")

    assert project is training


def test_what_a_quote_begins_with_points_back(operations: Operations) -> None:
    training, project = operations("A course for sappers began.", "“This project helps,” she said.")

    assert project is training


def test_a_training_is_not_the_project_with_a_name(operations: Operations) -> None:
    project, training = operations("Project HARBOUR began.", "The training ended on Friday.")

    assert training is not project


def test_a_noun_beside_a_name_tells_its_kind(operations: Operations) -> None:
    named, _, training = operations(
        "Long Bridge 24, a yearly exercise, began.", "The training ended on Friday."
    )

    assert training is not named


def test_what_is_named_later_is_not_meant_unless_of_the_kind(operations: Operations) -> None:
    meant, named, _ = operations(
        "Estonia supported the investigation.", "The exercise Long Bridge 24 began."
    )

    assert meant is not named


def test_of_two_operations_of_a_kind_the_later_is_meant(operations: Operations) -> None:
    *_, later, meant = operations(
        "Operation HARBOUR began.", "Operation LANTERN followed. The operation ended on Friday."
    )

    assert meant is later


def test_an_operation_of_another_kind_is_not_what_the_title_speaks_of(
    operations: Operations,
) -> None:
    titled, named = operations("Estonia opens course", "It supports Operation HARBOUR.", title=True)

    assert titled is not named


def test_the_title_and_the_opening_speak_of_one_operation(operations: Operations) -> None:
    titled, told = operations(
        "Police raids on smugglers", "An international operation led to nine arrests.", title=True
    )

    assert told is titled


def test_searches_are_those_of_the_operation_with_a_name(operations: Operations) -> None:
    named, searches = operations("Operation HARBOUR began.", "House searches followed.")

    assert searches is named


def test_what_explains_a_description_is_no_other_operation(operations: Operations) -> None:
    first, second = operations("In that programme, a joint initiative, Latvia works with Peru.")

    assert first is second


def test_an_owner_may_stand_before_what_explains_a_description(operations: Operations) -> None:
    first, second = operations("In that programme, a Norwegian initiative, Latvia works with Peru.")

    assert first is second


def test_a_craft_for_a_deed_is_no_operation(operations: Operations) -> None:
    assert operations("Two surveillance aircraft and a patrol boat came.") == []


def test_lines_of_place_and_date_do_not_part_an_operation_from_its_name(
    operations: Operations,
) -> None:
    described, named, *_ = operations(
        "Ports searched", "Ostvik, 3 May 2024", "Press release",
        "An enforcement operation organised by Europol led to nine arrests.",
        "Operation HERON ran in May.", title=True,
    )  # fmt: skip

    assert described is named


def test_an_operation_may_have_its_kind_outside_of_its_name(operations: Operations) -> None:
    described, named, *_ = operations(
        "A global operation against waste", "Operation “Heron” began in June.", title=True
    )

    assert described is named


@pytest.mark.parametrize("which", ["next", "previous"])
def test_another_exercise_is_not_the_one_that_a_release_is_about(
    operations: Operations, which: str
) -> None:
    first, second = operations(
        "Exercise HARBOUR ended on Friday.", f"The {which} exercise is held in Torsk."
    )

    assert second is not first


@pytest.mark.parametrize(
    "text",
    [
        "An investigation by Europol, code-named HERON, ended. The inquiry took a year.",
        'The inquiry, opened in May under the name "Grey Heron", ended. The inquiry took a year.',
        "A training in Mali for officers was run under the name Grey Heron. The training ended.",
        "Dubbed HERON 09-24, the drill ended. The drill took a week.",
    ],
    ids=["code-named", "under-the-name", "in-a-state", "dubbed-ahead"],
)
def test_a_description_and_the_name_told_of_it_are_one_operation(
    operations: Operations, text: str
) -> None:
    (found,) = set(operations(text))

    assert found.named


def test_who_coordinates_an_operation_does_not_part_it_from_its_name(
    operations: Operations,
) -> None:
    first, second = operations(
        "Agencies carried out an INTERPOL-coordinated operation against theft. "
        "Operation HARBOUR brought many together."
    )

    assert first is second


def test_the_forthcoming_exercise_may_be_the_one_that_a_release_is_about(
    operations: Operations,
) -> None:
    first, second = operations(
        "Exercise HARBOUR will begin on Monday.", "Denmark joins the forthcoming exercise."
    )

    assert second is first


@pytest.mark.parametrize(
    "text",
    [
        "An investigation into the ransomware group, dubbed Heron, was led by France.",
        "The operation by French authorities targeted a group, dubbed Heron.",
        "The probe into a trader who opened a company under the name Baltic Heron began.",
    ],
    ids=["group", "clause", "company"],
)
def test_what_somebody_else_is_dubbed_is_no_name_of_an_operation(
    operations: Operations, text: str
) -> None:
    assert not any(found.named for found in operations(text))


def test_manoeuvres_are_the_exercise_of_which_a_release_tells(operations: Operations) -> None:
    found = operations("Exercise HARBOUR ended. The ten-day manoeuvres were run by Europol.")

    assert len({id(figure) for figure in found}) == 1


def test_an_operation_is_no_team_though_that_investigates(operations: Operations) -> None:
    team, day, meant = operations(
        "A joint investigation team was set up.", "An action day followed.",
        "The operation was led by Malta.",
    )  # fmt: skip

    assert meant is day
    assert meant is not team


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("The UNIFIL mission began.", "The search operation was led by Malta."),
        ("The Harbour Fund Project began.", "The cleaning campaign was led by Malta."),
        ("The EUMAM mission began.", "The reconstruction of the school is led by Malta."),
    ],
    ids=["search", "cleaning", "reconstruction"],
)
def test_a_work_is_no_other_operation(operations: Operations, first: str, text: str) -> None:
    *begun, work = operations(first, text)

    assert work not in begun


def test_a_work_is_the_operation_that_is_called_by_it(operations: Operations) -> None:
    begun, work = operations("Operation Kite Rescue began.", "The rescue operation ended.")

    assert work is begun
