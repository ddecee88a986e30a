"""Offices that lead names from farther off, and one office of several people."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.ontology import EntityType

People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]
Named = Callable[[str, EntityType], list[str]]

_PEOPLE = ("Ana Duran", "Carl Berg", "Eva Tamm")


@pytest.fixture
def called(finder: MentionFinder) -> People:
    """Names with the titles and bodies of their offices, where the model knows the names."""

    def called(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
        starts = [(text.index(name), name) for name in _PEOPLE if name in text]
        labels = [(start, start + len(name), "PERSON") for start, name in sorted(starts)]
        return [
            (m.span.name, [(r.title, r.body.name if r.body else "") for r in m.roles])
            for m in finder.find(text, labels, Knowledge())
            if m.type == EntityType.PERSON and m.span
        ]

    return called


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Director, Torsk Harbour Police, Mr Carl Berg, spoke.",
         ("Director", "Torsk Harbour Police")),
        ("The Director, Torsk Harbour Police (THP), Mr. Carl Berg, spoke.",
         ("Director", "Torsk Harbour Police")),
        ("The Special Representative on Fair Play in Fishing, Mr Carl Berg, spoke.",
         ("Special Representative on Fair Play in Fishing", "")),
        ("The Commissioner responsible for quays and piers, Mr Carl Berg, spoke.",
         ("Commissioner responsible for quays and piers", "")),
        ("Latvia's Director of Public Prosecutions, Justice Carl Berg, spoke.",
         ("Director of Public Prosecutions", "Latvia")),
        ("The Governor of Torsk, Her Excellency the Honourable Carl Berg, spoke.",
         ("Governor of Torsk", "")),
        ("The ship's commanding officer, Capitán de Fragata Carl Berg, agreed.",
         ("commanding officer", "")),
        ("They met the UN High Commissioner for Refugees, Mr Carl Berg.",
         ("High Commissioner for Refugees", "United Nations High Commissioner for Refugees")),
        ("The OSCE High Commissioner on National Minorities, Mr Carl Berg, spoke.",
         ("High Commissioner on National Minorities", "OSCE")),
        ("The Ambassador of Chile with residence in Torsk, Mr Carl Berg, spoke.",
         ("Ambassador", "Chile")),
        ("The Director of Europol for Fairs, Quays and Piers, Carl Berg, spoke.",
         ("Director", "Europol")),
        ("The Deputy Head of the Europol team supporting the Kelda talks, Mr Carl Berg, spoke.",
         ("Deputy Head", "Europol")),
        ("The Commander of the Army of Chile, brigadier general Carl Berg, spoke.",
         ("Commander", "Army of Chile")),
        ("The Minister of Energy of Peru, engineer Carl Berg, spoke.",
         ("Minister of Energy", "Peru")),
        ("The Minister of Energy of that country, Carl Berg, spoke.",
         ("Minister of Energy of that country", "")),
    ],
    ids=[
        "body", "body-with-acronym", "field", "charge", "justice", "articled-style",
        "small-letters", "body-called-by-its-head", "head-of-a-body-in-a-body",
        "residence", "fields-behind-the-body", "team-of-the-body", "rank-written-small",
        "profession-written-small", "pointing",
    ],
)  # fmt: skip
def test_an_office_is_read_on_to_the_name_behind_its_comma(
    called: People, text: str, office: tuple[str, str]
) -> None:
    assert called(text) == [("Carl Berg", [office])]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ana Duran, Director, Torsk Harbour Police, Mr Carl Berg and others came.",
        "She met the Director on Fair Play in Torsk, where Mr Carl Berg spoke.",
        "The Director of Europol at the fair told Peru so, Carl Berg said.",
        "The Director of Europol for quays was invited to Torsk, Mr Carl Berg, too.",
    ],
    ids=["office-of-who-is-before", "clause", "told", "verb"],
)
def test_a_name_farther_off_has_not_the_office(called: People, text: str) -> None:
    assert dict(called(text))["Carl Berg"] == []


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Prosecutors Ana Duran and Carl Berg spoke.", [("Prosecutor", ""), ("Prosecutor", "")]),
        ("Trial Attorneys Ana Duran and Carl Berg of Europol spoke.",
         [("Trial Attorney", "Europol"), ("Trial Attorney", "Europol")]),
        ("They met Ambassadors Ana Duran of Peru and Carl Berg of Chile.",
         [("Ambassador", "Peru"), ("Ambassador", "Chile")]),
        ("The co-rapporteurs Ana Duran (Malta) and Carl Berg (Peru) spoke.",
         [("co-rapporteur", "Malta"), ("co-rapporteur", "Peru")]),
        ("Secretaries Ana Duran and Carl Berg spoke.", [("Secretary", ""), ("Secretary", "")]),
        ("Europol Special Agents Ana Duran and Carl Berg spoke.",
         [("Special Agent", "Europol"), ("Special Agent", "Europol")]),
        ("Assistant U.S. Attorneys Ana Duran and Carl Berg for the Middle District of Torsk spoke.",
         [("Assistant U.S. Attorney", "U.S. Attorney’s Office for the Middle District of Torsk")]
         * 2),
        ("U.S. Attorneys Ana Duran of the District of Torsk and Carl Berg of the District of Kelda "
         "spoke.",
         [("U.S. Attorney", "U.S. Attorney’s Office for the District of Torsk"),
          ("U.S. Attorney", "U.S. Attorney’s Office for the District of Kelda")]),
        ("Attorneys General Ana Duran and Carl Berg spoke.", [("Attorney General", "")] * 2),
        ("Directors Ana Duran (Peru) and Carl Berg spoke.",
         [("Director", "Peru"), ("Director", "")]),
        ("The foreign ministers of Peru and Chile, Ms Ana Duran and Mr Carl Berg, spoke.",
         [("foreign minister", "Peru"), ("foreign minister", "Chile")]),
        ("The foreign ministers of Peru, Malta and Chile, Ms Ana Duran and Mr Carl Berg, spoke.",
         [("foreign minister", "")] * 2),
        ("Deputy Ministers Ana Duran and Carl Berg of Peru spoke.",
         [("Deputy Minister", "Peru"), ("Deputy Minister", "Peru")]),
    ],
    ids=[
        "bare", "body-of-all", "bodies", "brackets", "in-y", "led-by-the-body", "district",
        "districts", "generals", "bracket-of-one", "states-in-order", "more-states", "state-of-all",
    ],
)  # fmt: skip
def test_an_office_in_the_plural_is_that_of_all_it_leads(
    called: People, text: str, offices: list[tuple[str, str]]
) -> None:
    names = ("Ana Duran", "Carl Berg")

    assert called(text) == [(name, [own]) for name, own in zip(names, offices, strict=True)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Ana Duran and Carl Berg, the interior ministers of Peru and Chile, spoke.",
         ["Peru", "Chile"]),
        ("Ana Duran and Carl Berg, foreign ministers of Peru, spoke.", ["Peru", "Peru"]),
        ("Ana Duran, Eva Tamm and Carl Berg, foreign ministers of Peru, Malta and Chile, spoke.",
         ["Peru", "Malta", "Chile"]),
        ("Ana Duran and Carl Berg, ministers of Peru, Malta and Chile, spoke.", []),
        ("Ana Duran and Carl Berg, ministers of Peru and of Chile, spoke.", ["Peru", "Chile"]),
        ("Minister Eva Tamm, Ana Duran and Carl Berg, ministers of Peru and Chile, spoke.",
         ["", "Peru", "Chile"]),
    ],
    ids=["two", "one-state", "three", "too-many", "of-each", "one-with-an-office"],
)  # fmt: skip
def test_an_office_in_the_plural_behind_names_is_theirs_in_order(
    called: People, text: str, bodies: list[str]
) -> None:
    found = called(text)

    assert [body for _, offices in found for _, body in offices] == bodies
    assert not any(title.endswith("s") for _, offices in found for title, _ in offices)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Directors Ana Duran, Carl Berg (Peru) and Eva Tamm spoke.", ["", "Peru", ""]),
        ("Directors Ana Duran, Carl Berg and Eva Tamm (Peru) spoke.", ["", "", "Peru"]),
        ("Directors Ana Duran (Peru), Carl Berg and Eva Tamm of Chile spoke.",
         ["Peru", "Chile", "Chile"]),
    ],
    ids=["middle", "last", "first-of-a-state"],
)  # fmt: skip
def test_a_state_in_brackets_is_that_of_the_one_before_it(
    called: People, text: str, bodies: list[str]
) -> None:
    assert [body for _, offices in called(text) for _, body in offices] == bodies


def test_an_office_in_the_plural_leads_a_given_name_that_the_model_has_missed(
    finder: MentionFinder,
) -> None:
    text = "They met Vice-Chairs Ana Torsk (Peru) and Carl Berg (Chile)."
    start = text.index("Carl Berg")
    found = finder.find(text, [(start, start + len("Carl Berg"), "PERSON")], Knowledge())

    assert [(r.title, r.body.name) for m in found for r in m.roles if r.body] == [
        ("Vice-Chair", "Peru"), ("Vice-Chair", "Chile"),
    ]  # fmt: skip


def test_an_office_in_the_plural_ends_with_its_list(called: People) -> None:
    found = dict(called("Prosecutors Ana Duran and Carl Berg, Eva Tamm and others came."))

    assert found["Eva Tamm"] == []


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Mr Carl Berg (Ministry of Ports, Peru) spoke.", ("", "Ministry of Ports")),
        ("• Mr Carl Berg, Chair, Voices for Herons *(Virtual)*", ("Chair", "Voices for Herons")),
        ("• Mr Carl Berg, Esq., Chair, Voices for Herons", ("Chair", "Voices for Herons")),
        ("Mr Carl Berg, Acting U.S. Attorney for the Eastern District of Virginia, spoke.",
         ("Acting U.S. Attorney", "U.S. Attorney’s Office for the Eastern District of Virginia")),
        ("General PNP Carl Berg, Director of Europol, spoke.", ("Director", "Europol")),
    ],
    ids=["body-and-state", "remark", "postnominal", "district", "service"],
)  # fmt: skip
def test_what_stands_around_a_body_does_not_hide_it(
    called: People, text: str, office: tuple[str, str]
) -> None:
    assert called(text) == [("Carl Berg", [office])]


def test_offices_joined_by_an_ampersand_are_both_held(called: People) -> None:
    (found,) = called("• Mr Carl Berg, Founder & Convener, Voices for Herons")

    assert [title for title, _ in found[1]] == ["Founder", "Convener"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. BERGO Carl Berg spoke.", []),
        ("The U.S. Attorney General Carl Berg spoke.", [("Attorney General", "United States")]),
        ("Her counterparts Carl Berg and Eva Tamm spoke.", []),
    ],
    ids=["surname-in-capitals", "general", "counterparts"],
)
def test_what_looks_like_a_service_or_a_plural_is_none(
    called: People, text: str, found: list[tuple[str, str]]
) -> None:
    (name, offices), *_ = called(text)

    assert (name.endswith("Carl Berg"), offices) == (True, found)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Head of Delegation of the European Commission, Mr Carl Berg, spoke.",
         ("Head of Delegation", "European Commission")),
        ("The Deputy Head of Mission of the Republic of Korea, Mr Carl Berg, spoke.",
         ("Deputy Head of Mission", "South Korea")),
        ("KFOR's Head of Office in Riga, Mr Carl Berg, spoke.",
         ("Head of Office in Riga", "KFOR")),
        ("The Commissioner of Police of Peru, Mr Carl Berg, spoke.",
         ("Commissioner of Police", "Peru")),
        ("National Police Commissioner Carl Berg of Finland spoke.",
         ("National Police Commissioner", "Finland")),
        ("The UN Secretary-General's Special Envoy for Haiti, Mr Carl Berg, spoke.",
         ("Secretary-General's Special Envoy for Haiti", "UN")),
        ("They met the UN Coordinator in Chad, Mr. Carl Berg, the Ambassador of Malta said.",
         ("Coordinator in Chad", "UN")),
        ("Malta Minister of Justice and Public Order Carl Berg spoke.",
         ("Minister of Justice and Public Order", "Malta")),
    ],
    ids=[
        "delegation", "mission", "office", "police", "national-police", "sent-by-an-office",
        "clause-behind", "public-order",
    ],
)  # fmt: skip
def test_an_office_that_looks_like_a_body_leads_to_its_own(
    called: People, text: str, office: tuple[str, str]
) -> None:
    assert dict(called(text))["Carl Berg"] == [office]


def test_a_name_may_hold_a_particle_before_a_joined_one(people: People) -> None:
    assert [name for name, _ in people("General Idris Abu al-Torsk Hamad spoke.")] == [
        "Idris Abu al-Torsk Hamad"
    ]


def test_an_officer_of_a_body_named_after_its_deeds_is_no_operation(named: Named) -> None:
    text = "They met the Attaché of the Torsk Bureau of Investigation."

    assert named(text, EntityType.OPERATION) == []


def test_ministers_of_a_group_are_each_of_the_state_behind_the_name(called: People) -> None:
    text = "The ministers of the Visegrad Group, Carl Berg of Poland and Eva Tamm of Hungary, met."

    assert called(text) == [
        ("Carl Berg", [("minister", "Poland")]),
        ("Eva Tamm", [("minister", "Hungary")]),
    ]
