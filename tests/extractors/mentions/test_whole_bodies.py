"""Names of bodies that go on behind a first head, topic or state, taken to their end."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]
Find = Callable[[str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norwegian Border Guard District agreed.", "Norwegian Border Guard District"),
        ("It asked the Torsk University Health System.", "Torsk University Health System"),
        ("It asked the Coast Guard North Zone.", "Coast Guard North Zone"),
        ("It asked St Oda's Primary School.", "St Oda's Primary School"),
        ("It asked St. Oda's Hospital.", "St. Oda's Hospital"),
        ("It told the House of Representatives on the Danish proposal.",
         "House of Representatives"),
        ("It asked the Association of Danish Municipalities.",
         "Association of Danish Municipalities"),
        ("It asked the Torsk Agency to Combat Trafficking in Persons.",
         "Torsk Agency to Combat Trafficking in Persons"),
        ("It asked the Committee against Corruption in Sport.",
         "Committee against Corruption in Sport"),
        ("It asked the Torsk Centre for Chemistry and Technology.",
         "Torsk Centre for Chemistry and Technology"),
        ("It asked the Directorate of Captaincies and Coast Guard.",
         "Directorate of Captaincies and Coast Guard"),
        ("It asked the General Directorate Combating Smuggling.",
         "General Directorate Combating Smuggling"),
        ("It asked the Institute for Research in Harbour Security.",
         "Institute for Research in Harbour Security"),
        ("It asked the Office of the High Commissioner for Tides.",
         "Office of the High Commissioner for Tides"),
        ("It asked the Office of the Harbour Safety Coordinator Anna Berg.",
         "Office of the Harbour Safety Coordinator"),
        ("It asked the Regional Office for Latin America and the Caribbean.",
         "Regional Office for Latin America and the Caribbean"),
        ("It asked the Regional Office for Peru and the Torsk Cone.",
         "Regional Office for Peru and the Torsk Cone"),
        ("It asked the Council of the Torsk People's Harbour Party.",
         "Council of the Torsk People's Harbour Party"),
        ("It asked the Torsk do Norte Military Police.", "Torsk do Norte Military Police"),
        ("It asked U.S. Forces Peru.", "U.S. Forces Peru"),
        ("It is led by the Torsk Tide Committee of Rear Admiral Anna Berg.",
         "Torsk Tide Committee"),
        ("It asked the Torsk Corruption Squads.", "Torsk Corruption Squads"),
        ("It asked the Country Delegation for Peru, Chile and Bolivia.",
         "Country Delegation for Peru, Chile and Bolivia"),
        ("It asked the Association of Latvia Harbours.", "Association of Latvia Harbours"),
        ("It asked the National Tide Forecast Care and Ice Centre.",
         "National Tide Forecast Care and Ice Centre"),
        ("It asked the National Justice, Customs and Drugs Agency.",
         "National Justice, Customs and Drugs Agency"),
        ("It asked the Office of Net Tracing, Tagging and Marking.",
         "Office of Net Tracing, Tagging and Marking"),
        ("It asked the Council of Europe Office in Tirana.", "Council of Europe Office in Tirana"),
        ("It asked the Office of the Attorney General of Peru.",
         "Office of the Attorney General of Peru"),
        ("It asked the Torsk County State's Attorney's Office.",
         "Torsk County State's Attorney's Office"),
        ("It asked the Torsk Nets & Tides Agency.", "Torsk Nets & Tides Agency"),
        ("It asked the School of Fishery and Advocacy.", "School of Fishery and Advocacy"),
        ("It asked the Torsk Central Court no. 4.", "Torsk Central Court no. 4"),
        ("It asked the Police of the Torsk province.", "Police of the Torsk province"),
        ('It asked the Association of Harbour Women "Quiet Fjord".',
         'Association of Harbour Women "Quiet Fjord"'),
        ('It asked the public association "Quiet Fjord".', "Quiet Fjord"),
        ('It asked the "Quiet Fjord" public association.', "Quiet Fjord"),
        ("It asked the Torsk Provincial Police Headquarters.",
         "Torsk Provincial Police Headquarters"),
        ("It asked the Torsk Harbour School Ostvik.", "Torsk Harbour School Ostvik"),
        ("It asked the Staatsanwaltschaft Torsk II.", "Staatsanwaltschaft Torsk II"),
        ("It asked the Torsk Organ Troika.", "Torsk Organ Troika"),
    ],
)  # fmt: skip
def test_a_name_goes_on_to_its_end(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It asked the Danish Harbour Relief and Norwegian Ice Corps.", ["Norwegian Ice Corps"]),
        (
            "It asked the Department of Justice, Anna Berg, and Omar Sy.",
            ["United States Department of Justice"],
        ),
        ("It targets the Maritime Sector.", []),
        ("They met at Torsk Air Force Base.", []),
        ("The Embassy for Peru and Anna Berg agreed.", ["Embassy for Peru"]),
    ],
    ids=["two-states", "people", "sector", "base", "person"],
)
def test_a_name_takes_in_nothing_else(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.ORGANISATION) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It asked the Consulate General in Torsk.", "Consulate General in Torsk"),
        ("It asked the High Commission in Nairobi.", "High Commission in Nairobi"),
        ("It asked the public prosecutor's office in Torsk.",
         "Public prosecutor's office in Torsk"),
        ("It asked the customs investigation office in Torsk.",
         "customs investigation office in Torsk"),
        ("It asked the Harbour Police detachment in Torsk.", "Harbour Police detachment in Torsk"),
        ("It asked UNICEF's Torsk office.", "UNICEF Torsk office"),
        ("It asked the LFC office in Torsk.", "LFC office in Torsk"),
        ("It asked the UNMISS field office in Torsk.", "UNMISS field office in Torsk"),
    ],
)  # fmt: skip
def test_an_office_is_named_with_its_town(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNICEF's steering committee in Torsk met.", ["UNICEF", "UNICEF steering committee"]),
        ("The field office in Torsk was closed.", []),
        ("She opened her office in Torsk.", []),
    ],
    ids=["meeting", "unowned", "hers"],
)
def test_not_every_part_has_its_town(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.ORGANISATION) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It asked the Torsk Department of Public Safety and Immigration and Customs "
            "Enforcement.",
            ["Torsk Department of Public Safety", "United States Immigration and Customs "
             "Enforcement"],
        ),
        (
            "It asked the Ministry of Harbours and Public Security.",
            ["Ministry of Harbours and Public Security"],
        ),
        ("It asked the Torsk Fair Trade Commission.", ["Torsk Fair Trade Commission"]),
        ("It opened the Torsk Book Fair.", []),
        (
            "It asked the Department of Harbour Planning R. M. Haddad and Omar Sy.",
            ["Department of Harbour Planning"],
        ),
        (
            "It asked the Institute of Anna B. Holm.",
            ["Institute of Anna B. Holm"],
        ),
        ("It asked the Western Regional Directorate.", ["Western Regional Directorate"]),
        (
            "It lent the Ministry of Finance of Peru for the Torsk Water Project a million.",
            ["Ministry of Finance of Peru"],
        ),
    ],
    ids=["listed", "topic", "fair", "event", "initials", "namesake", "western", "purpose"],
)  # fmt: skip
def test_a_name_ends_where_another_begins(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.ORGANISATION) == names


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The OSCE Permanent Council met.", ["OSCE"]),
        ("The African Union Harbour Commission met.", ["African Union"]),
        ("The Harbour Guard Museum met.", []),
    ],
    ids=["listed", "in-full", "unlisted"],
)
def test_a_body_in_the_name_of_its_part_is_known(
    find: Callable[[str], list[Mention]], text: str, owners: list[str]
) -> None:
    body = next(m.span for m in find(text) if m.span and m.type == EntityType.ORGANISATION)
    assert [inner.name for inner in body.within] == owners


@pytest.mark.parametrize("owner", ["Bureau of Investigation", "Agency for Project"])
def test_what_a_body_owns_is_no_operation_by_its_last_word(named: Named, owner: str) -> None:
    text = f"It asked the Torsk {owner}'s Porto Office."

    assert named(text, EntityType.OPERATION) == []
    assert "Porto Office" in named(text, EntityType.ORGANISATION)


def test_the_ministry_that_a_listed_body_is_under_tells_its_state(find: Find) -> None:
    text = "It asked the State Border Guard Service under the Ministry of Ports of Latvia."
    (body, *_) = find(text)

    assert body.span is not None
    assert body.span.country is None or body.span.country.iso3 == "LVA"


def test_an_officer_is_no_part_of_the_body_that_he_commands(named: Named) -> None:
    names = named("It asked General Officer Commanding Torsk Division.", EntityType.ORGANISATION)

    assert not [name for name in names if "Officer" in name]


@pytest.mark.parametrize(("noun", "alone"), [("office", False), ("branch", False), ("unit", True)])
def test_a_town_alone_names_no_office_of_a_body(named: Named, noun: str, alone: bool) -> None:
    names = named(f"It asked the Ostvik {noun} of UNODC.", EntityType.ORGANISATION)

    assert (f"Ostvik {noun}" in names) == alone


@pytest.mark.parametrize("noun", ["office", "branch", "unit"])
def test_the_branch_of_a_body_bears_the_name_of_its_area(named: Named, noun: str) -> None:
    assert named(f"It asked the Ostvik {noun} on Monday.", EntityType.ORGANISATION) == []
    assert named(f"It asked the Western Fjords {noun}.", EntityType.ORGANISATION) == [
        f"Western Fjords {noun}"
    ]
    owned = named(f"It asked UNODC's Sofia {noun}.", EntityType.ORGANISATION)
    assert f"Sofia {noun}" in owned[-1]
