"""Bodies told by the make of their names, and parts of bodies by their owners."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Assembly of Heads of State and Government of LFC is due.",
         ["Assembly of Heads of State and Government", "LFC"]),
        ("It asked the “Torsk” Brigade.", ["“Torsk” Brigade"]),
        ("It asked the 2nd Battalion The Torsk Guards.", ["2nd Battalion The Torsk Guards"]),
        ("The Force holds Sectors 2 and 5.", ["Sector 2", "Sector 5"]),
        ("It asked DG MARE.", ["DG MARE"]),
        ("The Torsk and St. Harbour Police Departments agreed.",
         ["Torsk Police Department", "St. Harbour Police Department"]),
        ("It asked the World Food Programme Chad.", ["World Food Programme Chad"]),
        ("It asked the Presidium and the Gendarmerie.", ["Presidium", "Gendarmerie"]),
        ("It was given by Team Torsk.", ["Team Torsk"]),
        ("It asked CERT/TK and LFC(H) and TK-USAR.", ["CERT/TK", "LFC(H)", "TK-USAR"]),
        ("It asked Europol's Harbour team.", ["Europol", "Harbour team"]),
        ("It asked the Coast Guard's 4th District.",
         ["Coast Guard", "4th District of the Coast Guard"]),
        ("It asked the LFC centre and the Torsk Harbour school.",
         ["LFC centre", "Torsk Harbour school"]),
        ("It asked the Torsk container control unit.", ["Torsk container control unit"]),
        ("It asked the Torsk Convention secretariat.", ["Torsk Convention secretariat"]),
        ("It asked the secretariat of the Torsk Treaty.", ["secretariat of the Torsk Treaty"]),
        ("It asked the Bundestag's Baltic Sea friendship group.",
         ["Bundestag", "Bundestag Baltic Sea friendship group"]),
    ],
)  # fmt: skip
def test_a_name_is_told_by_its_make(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.ORGANISATION) == names


@pytest.mark.parametrize(
    "text",
    [
        "The ward lies in Sector 2 of the town.",
        "She is the Team Leader.",
        "It was sent under the Team Torsk Initiative.",
        "The harbour team met.",
        "She went to the Torsk school.",
    ],
)
def test_other_names_are_no_bodies(named: Named, text: str) -> None:
    assert named(text, EntityType.ORGANISATION) == []


def test_a_chief_of_staff_heads_the_staff_unless_it_is_of_a_body(find: Find) -> None:
    alone = find("The Chief of the General Staff, General Anna Berg, agreed.")
    of_body = find("The Chief of the General Staff of the Peruvian Army, Anna Berg, agreed.")

    assert [r.body.name for m in alone for r in m.roles if r.body] == ["General Staff"]
    assert "General Staff" not in [r.body.name for m in of_body for r in m.roles if r.body]


def test_a_name_holds_the_acronym_that_it_begins_with(find: Find) -> None:
    mission = next(m for m in find("NATO Mission Torsk began.") if m.type != EntityType.PERSON)

    assert mission.span
    assert [part.name for part in mission.span.within] == ["NATO"]


def test_a_secretariat_is_called_by_its_body_before_and_behind(find: Find) -> None:
    (one,), (other,) = find("the LFC Secretariat"), find("the Secretariat of the LFC")

    assert one.span
    assert other.span
    assert "Secretariat of the LFC" in one.span.aliases
    assert "LFC Secretariat" in other.span.aliases
