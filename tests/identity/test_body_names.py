"""Taking the names of organisations apart."""

import pytest

from communique.gazetteer.organisations import Organisation, OrganisationKind
from communique.identity.bodies.authority import Authority
from communique.identity.bodies.classes import read_body_classes
from communique.identity.bodies.name import BodyNames


@pytest.fixture(scope="module")
def names() -> BodyNames:
    return BodyNames(read_body_classes())


SAME = {
    "foreign ministry": (
        "Ministry of Foreign Affairs of Latvia",
        "Latvia's Foreign Ministry",
        "Foreign Ministry of Latvia",
        "Latvian Foreign Office",
        "MFA of Latvia",
        "Latvian MFA",
        "Ministry of Foreign Affairs of the Republic of Latvia",
        "Ministry of European and Foreign Affairs of Latvia",
        "Latvian Ministry of Foreign Affairs and Trade",
    ),
    "defence ministry": (
        "Ministry of Defence of Poland",
        "Polish Defense Ministry",
        "Poland's Ministry of National Defence",
        "Federal Ministry of Defence of Poland",
        "Polish Department of Defense",
    ),
    "interior ministry": (
        "Ministry of the Interior of Chile",
        "Chilean Interior Ministry",
        "Ministry of Interior and Public Security of Chile",
        "Chile's Ministry of Internal Affairs",
    ),
    "armed forces": (
        "Armed Forces of Ukraine",
        "Ukrainian Armed Forces",
        "Ukrainian military",
        "Ukraine’s armed forces",
    ),
    "police": ("National Police of Peru", "Peruvian National Police", "Peruvian police"),
    "prosecutor": (
        "Prosecutor General's Office of Moldova",
        "Office of the Prosecutor General of Moldova",
        "Moldovan General Prosecutor's Office",
    ),
    "embassy": (
        "Embassy of Norway in Japan",
        "Norwegian Embassy in Tokyo",
        "Norway's Embassy to Japan",
        "Norwegian Embassy Tokyo",
    ),
    "permanent mission": (
        "Permanent Mission of Ghana to the United Nations",
        "Ghana's Permanent Mission to the UN",
    ),
    "delegation": ("EU Delegation to Georgia", "Delegation of the European Union to Georgia"),
    "central bank": ("Central Bank of Yemen", "Yemen’s central bank"),
}


@pytest.mark.parametrize("forms", SAME.values(), ids=SAME)
def test_a_body_of_a_state_reads_the_same_however_it_is_put(
    names: BodyNames, forms: tuple[str, ...]
) -> None:
    read = {(names.of(form).country, names.of(form).residue) for form in forms}

    assert len(read) == 1
    assert all(read.pop())


DIFFERENT = {
    "two states": ("Ministry of Justice of Peru", "Ministry of Justice of Chile"),
    "security and national security": (
        "Israel's Ministry of National Security",
        "Israel's Ministry of Defence",
    ),
    "ministry and its industry": (
        "Ministry of Defence of Turkey",
        "Ministry of Defence Industry of Turkey",
    ),
    "foreign and foreign trade": (
        "Ministry of Foreign Affairs of Cuba",
        "Ministry of Foreign Trade of Cuba",
    ),
    "sender and host": ("Embassy of Norway in Japan", "Embassy of Japan in Norway"),
    "two hosts": ("US Embassy in Riga", "US Embassy in Tallinn"),
    "two consulates": ("Consulate General of Japan in Milan", "Consulate General of Japan in Rome"),
    "army and armed forces": ("Lebanese Army", "Lebanese Armed Forces"),
    "police and border police": ("Peruvian police", "Peruvian border police"),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_different_bodies_read_differently(names: BodyNames, one: str, other: str) -> None:
    read = [(names.of(form).country, names.of(form).residue) for form in (one, other)]

    assert read[0] != read[1]


@pytest.mark.parametrize(
    "form", ["U.S. Embassy", "Peruvian Office", "U.S. Attorney's Office", "Chilean Field Office"]
)
def test_a_body_of_which_a_state_has_many_says_nothing_by_its_name(
    names: BodyNames, form: str
) -> None:
    assert names.of(form).residue == ()
    assert names.of(form).generic


@pytest.fixture(scope="module")
def authority(names: BodyNames) -> Authority:
    listed = [
        Organisation("Harbour League", OrganisationKind.INTERGOVERNMENTAL, ("HL",)),
        Organisation(
            "Norwegian Department of Justice",
            OrganisationKind.GOVERNMENT_BODY,
            aliases=("Department of Justice",),
            country="NOR",
        ),
    ]
    return Authority(listed, names)


def listed_name(authority: Authority, form: str, *aliases: str, state: str = "") -> str | None:
    found = authority.listed([form], aliases, frozenset([state] if state else []))
    return found.name if found else None


def test_a_listed_body_is_known_by_name_and_by_acronym(authority: Authority) -> None:
    assert listed_name(authority, "the HARBOUR League") == "Harbour League"
    assert listed_name(authority, "HL") == "Harbour League"


def test_an_acronym_says_nothing_beside_another_name_in_full(authority: Authority) -> None:
    assert listed_name(authority, "HL", "Highland Lodge") is None


def test_a_name_that_many_states_use_means_the_listed_body_in_its_state_only(
    authority: Authority,
) -> None:
    assert listed_name(authority, "Department of Justice") is None
    assert listed_name(authority, "Department of Justice", state="PHL") is None
    assert (
        listed_name(authority, "Department of Justice", state="NOR")
        == "Norwegian Department of Justice"
    )


@pytest.mark.parametrize(
    "form",
    [
        "Harbour League's Legal Section",
        "Legal Section of the Harbour League",
        "Legal Section, Harbour League",
        "HL Legal Section",
    ],
)
def test_a_part_names_the_whole(authority: Authority, form: str) -> None:
    part = authority.part(form)

    assert part is not None
    assert (part.whole, part.name) == ("Harbour League", "Legal Section")


def test_a_whole_is_no_part_of_itself(authority: Authority) -> None:
    assert authority.part("Harbour League") is None
    assert authority.part("River League") is None
