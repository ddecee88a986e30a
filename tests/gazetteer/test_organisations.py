"""The gazetteer of organisations."""

import re
from collections import Counter

import pytest
from rigour.territories import get_territory

from communique.gazetteer.organisations import (
    Organisation,
    OrganisationKind,
    read_organisations,
)


@pytest.fixture(scope="module")
def organisations() -> tuple[Organisation, ...]:
    return read_organisations()


@pytest.fixture(scope="module")
def by_form(organisations: tuple[Organisation, ...]) -> dict[str, Organisation]:
    return {form: organisation for organisation in organisations for form in organisation.forms}


def test_no_form_names_two_organisations(organisations: tuple[Organisation, ...]) -> None:
    counts = Counter(form for organisation in organisations for form in organisation.forms)

    assert [form for form, count in counts.items() if count > 1] == []


def test_lines_are_ordered_by_name(organisations: tuple[Organisation, ...]) -> None:
    names = [organisation.name for organisation in organisations]

    assert names == sorted(names, key=str.casefold)


def test_every_parent_is_an_organisation_of_the_gazetteer(
    organisations: tuple[Organisation, ...],
) -> None:
    names = {organisation.name for organisation in organisations}

    assert {organisation.parent for organisation in organisations} - names == {None}


def test_no_organisation_belongs_to_itself(organisations: tuple[Organisation, ...]) -> None:
    parents = {organisation.name: organisation.parent for organisation in organisations}
    for name, parent in parents.items():
        above, steps = parent, 0
        while above is not None and steps < 10:
            above, steps = parents[above], steps + 1
        assert above is None, name


def test_every_kind_has_organisations(organisations: tuple[Organisation, ...]) -> None:
    assert {organisation.kind for organisation in organisations} == set(OrganisationKind)


def test_countries_are_states_with_that_code(organisations: tuple[Organisation, ...]) -> None:
    codes = {organisation.country for organisation in organisations if organisation.country}
    states = {(found.alpha3 or "xkx").upper() for code in codes if (found := get_territory(code))}

    assert codes - states == set()


def test_bodies_of_a_government_name_their_state(organisations: tuple[Organisation, ...]) -> None:
    kind = OrganisationKind.GOVERNMENT_BODY

    assert [o.name for o in organisations if o.kind == kind and o.country is None] == []


@pytest.mark.parametrize(
    "kind",
    [
        OrganisationKind.EU_INSTITUTION, OrganisationKind.EU_AGENCY, OrganisationKind.UN_BODY,
        OrganisationKind.NATO_BODY,
    ],
)  # fmt: skip
def test_bodies_of_several_states_have_no_country(
    organisations: tuple[Organisation, ...], kind: OrganisationKind
) -> None:
    assert [o.name for o in organisations if o.kind == kind and o.country] == []


def test_forms_are_written_plainly(organisations: tuple[Organisation, ...]) -> None:
    bad = re.compile(r"[\u2018\u2019\u201c\u201d\u00a0]|\s\s|^\s|\s$|^[Tt]he ")

    assert [form for o in organisations for form in o.forms if bad.search(form)] == []


def test_acronyms_are_short_and_have_a_capital(organisations: tuple[Organisation, ...]) -> None:
    acronyms = [acronym for organisation in organisations for acronym in organisation.acronyms]

    assert [
        a for a in acronyms if len(a) > 17 or not (a == "fedpol" or re.search("[A-Z]", a))
    ] == []


def test_wikidata_items_are_unique(organisations: tuple[Organisation, ...]) -> None:
    items = [organisation.wikidata for organisation in organisations if organisation.wikidata]

    assert len(items) == len(set(items))
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)


def test_bodies_of_several_states_name_where_one_checks_them(
    organisations: tuple[Organisation, ...],
) -> None:
    shared = [o for o in organisations if not o.country and o.kind != OrganisationKind.COMPANY]

    assert [o.name for o in shared if not o.source] == []
    assert all(o.source is None or o.source.startswith("https://") for o in organisations)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("NATO", "North Atlantic Treaty Organisation"),
        ("North Atlantic Treaty Organization", "North Atlantic Treaty Organisation"),
        ("EADRCC", "Euro-Atlantic Disaster Response Coordination Centre"),
        ("Interpol", "International Criminal Police Organisation"),
        ("European Union Agency for Law Enforcement Cooperation", "Europol"),
        ("EC3", "European Cybercrime Centre"),
        ("EEAS", "European External Action Service"),
        ("U.N.", "United Nations"),
        ("Arab League", "League of Arab States"),
        ("ODIHR", "Office for Democratic Institutions and Human Rights"),
        ("State Department", "United States Department of State"),
        ("BKA", "Bundeskriminalamt"),
        ("HSI", "Homeland Security Investigations"),
        ("Spanish Civil Guard", "Guardia Civil"),
        ("Quad", "Quadrilateral Security Dialogue"),
        ("G7", "Group of Seven"),
    ],
)
def test_a_form_finds_its_organisation(
    by_form: dict[str, Organisation], form: str, name: str
) -> None:
    assert by_form[form].name == name


EU_AGENCIES = [
    "ACER",
    "AMLA",
    "BEREC",
    "CEPOL",
    "CdT",
    "CPVO",
    "Cedefop",
    "EASA",
    "EBA",
    "ECDC",
    "ECHA",
    "EDA",
    "EEA",
    "EFCA",
    "EFSA",
    "EIGE",
    "EIOPA",
    "EIT",
    "ELA",
    "EMA",
    "EMSA",
    "ENISA",
    "ESMA",
    "ETF",
    "EUAA",
    "EUDA",
    "EUIPO",
    "EUISS",
    "EUSPA",
    "EU-OSHA",
    "Eurofound",
    "Eurojust",
    "Europol",
    "FRA",
    "Frontex",
    "SRB",
    "eu-LISA",
    "SatCen",
]


@pytest.mark.parametrize("form", EU_AGENCIES)
def test_every_decentralised_agency_of_the_union_is_listed(
    by_form: dict[str, Organisation], form: str
) -> None:
    assert by_form[form].kind == OrganisationKind.EU_AGENCY


@pytest.mark.parametrize("forms", [("X", " "), ("X", "X")], ids=["blank", "twice"])
def test_a_bad_form_is_refused(forms: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="form"):
        Organisation(forms[0], OrganisationKind.POLICE, aliases=forms[1:])


@pytest.mark.parametrize(
    "form",
    [
        "KFOR", "Kosovo Force", "NMI", "Resolute Support Mission", "SFOR", "IFOR", "ISAF",
        "Sea Guardian", "Baltic Air Policing", "Enhanced Forward Presence", "SNMG2", "EUFOR Althea",
        "EU NAVFOR", "Operation Irini", "EUNAVFOR Aspides", "EUTM Mali", "EUMAM Ukraine", "UNIFIL",
        "MINUSMA", "MINUSCA", "MONUSCO", "UNMISS", "UNDOF", "AMISOM", "ATMIS",
        "Operation Inherent Resolve",
    ],
)  # fmt: skip
def test_a_deployed_force_is_an_operation(by_form: dict[str, Organisation], form: str) -> None:
    assert by_form[form].kind == OrganisationKind.OPERATION


@pytest.mark.parametrize("form", ["EULEX", "EUBAM", "UNMIK", "OSCE Mission in Kosovo", "VJTF"])
def test_a_civilian_mission_or_standing_body_is_no_operation(
    by_form: dict[str, Organisation], form: str
) -> None:
    assert by_form[form].kind != OrganisationKind.OPERATION


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Saeima", "LVA"), ("Estonian Riigikogu", "EST"), ("Sejm of the Republic of Poland", "POL"),
        ("Knesset", "ISR"), ("Stortinget", "NOR"), ("Jogorku Kenesh", "KGZ"), ("Lok Sabha", "IND"),
        ("National People's Congress", "CHN"), ("Turkish Grand National Assembly", "TUR"),
    ],
)  # fmt: skip
def test_parliaments_are_found_by_what_their_state_calls_them(
    by_form: dict[str, Organisation], form: str, country: str
) -> None:
    assert by_form[form].country == country
