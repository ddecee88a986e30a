"""Personal names of every make, and the offices that lead up to them."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention

Find = Callable[[str], list[Mention]]
People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His Excellency Mr. Sultan bin Omar bin Zaid Al Harthy spoke.",
         "Sultan bin Omar bin Zaid Al Harthy"),
        ("Mr Ramiro Peralta de los Ríos spoke.", "Ramiro Peralta de los Ríos"),
        ("Mr Paulo Matos e Silva spoke.", "Paulo Matos e Silva"),
        ("Mr W. G. M. Ruwan Perera spoke.", "W. G. M. Ruwan Perera"),
        ("Ms Clara May spoke.", "Clara May"),
        ("Mr. Juan March Oliva spoke.", "Juan March Oliva"),
        ("Mr Aung Htet Tun spoke.", "Aung Htet Tun"),
        ("President Harold P. Norton, Jr. spoke.", "Harold P. Norton, Jr."),
        ("Ms Clara Dunn MP spoke.", "Clara Dunn"),
    ],
    ids=["bin", "de-los", "e", "initials", "month", "march", "tun", "junior", "letters"],
)  # fmt: skip
def test_a_name_is_taken_whole(people: People, text: str, name: str) -> None:
    assert [found for found, _ in people(text)] == [name]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Minister of the Interior, Ulan NIYAZOV, spoke.", ["Ulan NIYAZOV"]),
        ("They met the Minister of Justice Ard van der STEEN.", ["Ard van der STEEN"]),
        (
            "They met the Ambassador of Peru, Gerard van den ACKER, in Riga.",
            ["Gerard van den ACKER"],
        ),
        ("Director William René SALAZAR RAMÍREZ spoke.", ["William René SALAZAR RAMÍREZ"]),
        ("They met at Camp HARBOUR in Syria, FRONTEX and UNICEF too.", []),
    ],
    ids=["comma", "particles", "short", "two", "acronyms"],
)
def test_surnames_may_be_in_capitals(people: People, text: str, names: list[str]) -> None:
    assert [found for found, _ in people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "They met the Minister of Justice, Anna Berg, and left.",
        "They met the Latvian Foreign Minister, Anna Berg.",
        "They met the Premier and Minister of Environment, Anna Berg, who left.",
    ],
    ids=["article", "owner", "joined"],
)
def test_a_name_stands_behind_an_office_and_a_comma(people: People, text: str) -> None:
    assert "Anna Berg" in [found for found, _ in people(text)]


def test_an_office_for_several_states_is_in_none_of_them(find: Find) -> None:
    (official,) = find("Senior Director for Chad, Togo, and Central Asia Mr Emil Grant")

    (role,) = official.roles
    assert role.body is None
    assert [span.name for span in role.mandate] == ["Chad", "Togo", "Central Asia"]


@pytest.mark.parametrize(
    ("title", "department"),
    [
        ("Secretary of Commerce", "United States Department of Commerce"),
        ("Deputy Assistant Secretary of Labor for Trade", "United States Department of Labor"),
        ("Treasury Secretary", "United States Department of the Treasury"),
        ("Attorney General", "United States Department of Justice"),
        ("Secretary of Harbours", None),
    ],
)
def test_a_cabinet_office_has_its_department(
    find: Find, title: str, department: str | None
) -> None:
    (official,) = find(f"{title} Mr Emil Grant")

    found = official.roles[0].department
    assert (found.name if found else None) == department
