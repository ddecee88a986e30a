"""Names by what stands beside them: forms of address, states of a list, bodies of offices."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.ontology import EntityType

People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]
Named = Callable[[str], list[str]]


@pytest.fixture
def named(people: People) -> Named:
    """The names of people in a text that no model has read."""
    return lambda text: [name for name, _ in people(text) if name]


@pytest.mark.parametrize(
    "address",
    [
        "Datuk Seri Panglima", "Tan Sri Dato' Sri", "YB Dato' Sri Hajah", "Staff Colonel Pilot",
        "Brigadier General Engineer", "His Lordship Justice", "Cllr.", "Yang Berhormat", "Lyonpo",
        "Brigjen Pol", "Generale di Divisione",
    ],
)  # fmt: skip
def test_forms_of_address_are_no_part_of_a_name(named: Named, address: str) -> None:
    assert named(f"They met {address} Carlo Bergo, the Mayor of Torsk.") == ["Carlo Bergo"]


def test_a_form_of_address_may_end_in_what_the_model_labels(finder: MentionFinder) -> None:
    text = "He was received by Dato' Seri Carlo Bergo."
    start = text.index("Seri")
    found = finder.find(text, [(start, len(text) - 1, "PERSON")], Knowledge())

    assert [m.span.name for m in found if m.span and m.type == EntityType.PERSON] == ["Carlo Bergo"]


@pytest.mark.parametrize("rank", ["Admiral", "Rear Admiral"])
def test_an_initial_behind_a_rank_is_no_form_of_address(named: Named, rank: str) -> None:
    assert named(f"Commander {rank} M Carlo Bergo spoke.") == ["M Carlo Bergo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She met her counterparts from Sweden (Carlo Bergo) and Peru (Eva Tamm).",
         ["Carlo Bergo", "Eva Tamm"]),
        ("The ministers of Norway, Carlo Bergo, and Sweden, Eva Tamm, met.",
         ["Carlo Bergo", "Eva Tamm"]),
        ("The leaders of Norway's fleet and Sweden's Harbour Police met.", []),
        ("They called at ports in Norway (Torsk Quay) and Sweden (Lund Pier).", []),
    ],
    ids=["bracketed", "behind-commas", "bodies", "places"],
)  # fmt: skip
def test_names_stand_beside_the_states_of_a_list(named: Named, text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Estonia's Carlo Bergo, Latvia's Odo Lind and Malta's Eva Tamm spoke.",
         ["Carlo Bergo", "Odo Lind", "Eva Tamm"]),
        ("He met Carlo Bergo of Hungary, Odo Lind of Poland, and Eva Tamm of Malta.",
         ["Carlo Bergo", "Odo Lind", "Eva Tamm"]),
    ],
    ids=["owned", "of-states"],
)  # fmt: skip
def test_one_known_name_of_a_list_tells_the_others(
    finder: MentionFinder, text: str, names: list[str]
) -> None:
    start = text.index("Carlo")
    label = (start, start + len("Carlo Bergo"), "PERSON")
    found = finder.find(text, [label], Knowledge())

    assert [m.span.name for m in found if m.span and m.type == EntityType.PERSON] == names


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Head of the Harbour Guard Service Carlo Bergo spoke.", "Carlo Bergo",
         "Harbour Guard Service"),
        ("Director of the State Police Carlo Bergo spoke.", "Carlo Bergo", "State Police"),
        ("Secretary of the provincial Party Committee Carlo Bergo spoke.", "Carlo Bergo",
         "Party Committee"),
        ("Secretary of the Ministry of Fisheries Carlo Bergo spoke.", "Carlo Bergo",
         "Ministry of Fisheries"),
    ],
)  # fmt: skip
def test_the_body_of_an_office_ends_before_its_holder(
    people: People, text: str, name: str, body: str
) -> None:
    ((called, offices),) = people(text)

    assert (called, [office[1] for office in offices]) == (name, [body])


@pytest.mark.parametrize(
    "text",
    [
        "Head of the Harbour Agency Border Division spoke.",
        "Head of the Torsk Strategic Direction-South Hub spoke.",
        "They joined the Harbour Guard Service Carlo Quay.",
    ],
    ids=["division", "hub", "no-office"],
)
def test_a_body_is_not_cut_without_a_holder(named: Named, text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It met under the chairmanship of Carlo Bergo (Malta).", ["Carlo Bergo"]),
        ("Elected as Vice President for Africa was Carlo Bergo of the Quay Police.",
         ["Carlo Bergo"]),
        ("It met under the presidency of Harbour Agency Torsk.", []),
        ("The team is headed by J.Bergo, director of a school.", ["J.Bergo"]),
        ("Speakers: A. B. Bergo and W. M. D. Lind (secretary).", ["A. B. Bergo", "W. M. D. Lind"]),
        ("He has a degree (B.Tech in Torsk) and wrote to P.O. Box 14.", []),
        ("The case is led by Prosecutors Maria Lind, Carlo Bergo and Eva Tamm.",
         ["Maria Lind", "Carlo Bergo", "Eva Tamm"]),
        ("He met Minister Tony deBergo and Governor Jose Ma. Lind of Torsk.",
         ["Tony deBergo", "Jose Ma. Lind"]),
    ],
    ids=[
        "chaired", "elected", "body", "glued", "initials", "no-initials", "plural-office", "joined",
    ],
)  # fmt: skip
def test_names_are_told_by_what_leads_to_them(named: Named, text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_commissioner_of_a_labelled_region_is_a_person(finder: MentionFinder) -> None:
    text = "It was opened by the Torsk State Commissioner for Security, Mrs Eva Tamm."
    start = text.index("Torsk")
    label = (start, start + len("Torsk State"), "GPE")
    found = finder.find(text, [label], Knowledge())

    assert "Eva Tamm" in [m.span.name for m in found if m.span]
