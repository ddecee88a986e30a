"""Offices and the bodies they stand in."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention, Role
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]
People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]


def _role(find: Find, text: str) -> Role:
    (role,) = [role for mention in find(text) for role in mention.roles]
    return role


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("The Latvian Foreign Minister spoke.", "Foreign Minister", "Latvia"),
        ("The Foreign Minister of Latvia spoke.", "Foreign Minister", "Latvia"),
        ("Latvia’s Foreign Minister spoke.", "Foreign Minister", "Latvia"),
        ("The Chair of the NATO Military Committee spoke.", "Chair", "NATO Military Committee"),
        ("The Ambassador of Norway to Chile spoke.", "Ambassador", "Norway"),
        ("The Commander of the NATO-led KFOR spoke.", "Commander", "KFOR"),
        ("Commander KFOR spoke.", "Commander", "KFOR"),
        ("Gen. Carl Berg, commander, U.S. Africa Command, spoke.", "commander",
         "United States Africa Command"),
        ("The Minister for Economy, Trade and Investment of Peru spoke.",
         "Minister for Economy, Trade and Investment", "Peru"),
        ("The Minister of Foreign Affairs, Migration and Tunisians Abroad spoke.",
         "Minister of Foreign Affairs, Migration and Tunisians Abroad", "Tunisia"),
        ("The Minister Delegate for Moroccans Living Abroad, Ana Duran, spoke.",
         "Minister Delegate for Moroccans Living Abroad", "Morocco"),
        ("The Secretary of State for Foreign Affairs of Malta spoke.",
         "Secretary of State for Foreign Affairs", "Malta"),
        ("The Minister of the Interior and Administration of Peru spoke.",
         "Minister of the Interior and Administration", "Peru"),
        ("The OSCE Co-ordinator for Trade spoke.", "Co-ordinator for Trade", "OSCE"),
        ("the Norwegian president spoke", "president", "Norway"),
        ("The Estonian Prime Minister-designate spoke.", "Prime Minister-designate", "Estonia"),
        ("MINISTER OF DEFENCE OF PERU SPEAKS", "Minister of Defence", "Peru"),
        ("The Chargé d’affaires a.i. of Peru spoke.", "Chargé d’affaires a.i.", "Peru"),
        ("The Inspector-General of Police (IGP) of Peru spoke.",
         "Inspector-General of Police", "Peru"),
        ("The Prosecutor General of the Supreme People’s Procuracy spoke.",
         "Prosecutor General", "Supreme People’s Procuracy"),
    ],
    ids=[
        "demonym", "of", "possessive", "body", "ambassador", "led", "beside", "enclosed",
        "portfolio-list", "people-abroad", "people-living-abroad",
        "secretary-of-state", "administration", "co-ordinator", "lower-case",
        "designate", "capitals", "ad-interim", "acronym", "procuracy",
    ],
)  # fmt: skip
def test_an_office_has_a_title_and_a_body(find: Find, text: str, title: str, body: str) -> None:
    role = _role(find, text)

    assert role.body
    assert (role.title, role.body.name) == (title, body)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Special Envoy for Yemen spoke.", "Special Envoy for Yemen"),
        ("The Ambassador to Chile spoke.", "Ambassador to Chile"),
        ("The Chargé d’Affaires to Peru spoke.", "Chargé d’Affaires to Peru"),
    ],
    ids=["for", "to", "chargé"],
)
def test_an_envoy_does_not_stand_in_what_it_is_sent_to(find: Find, text: str, title: str) -> None:
    role = _role(find, text)

    assert (role.title, role.envoy, role.body) == (title, True, None)


def test_an_advisor_serves_the_office_of_the_other_state(find: Find) -> None:
    role = _role(find, "The Advisor to the Iraqi Minister of Interior spoke.")

    assert role.body
    assert (role.title, role.body.name) == ("Advisor to the Iraqi Minister of Interior", "Iraq")


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Former Latvian President spoke.", True),
        ("The former President of Latvia spoke.", True),
        ("The Latvian President spoke.", False),
    ],
    ids=["before-state", "before-title", "present"],
)
def test_a_past_office_is_marked(find: Find, text: str, former: bool) -> None:
    assert _role(find, text).former is former


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("The Commander of KFOR spoke.", True),
        ("The Commander-in-Chief of the Armed Forces of Ukraine spoke.", True),
        ("The Spokesman of Frontex spoke.", False),
    ],
    ids=["commander", "in-chief", "spokesman"],
)
def test_a_commander_is_marked(find: Find, text: str, commands: bool) -> None:
    assert _role(find, text).commands is commands


def test_two_offices_joined_stay_two(people: People) -> None:
    ((name, roles),) = people("Deputy Prime Minister and Minister of Finance Ms Ilze Kalnina left.")

    assert name == "Ilze Kalnina"
    assert roles == [("Deputy Prime Minister", ""), ("Minister of Finance", "")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The Minister for Foreign Affairs and Deputy Prime Minister, Ms Ilze Kalnina, left.",
            [("Minister for Foreign Affairs", ""), ("Deputy Prime Minister", "")],
        ),
        (
            "The Head of the Trade Office/Special Representative, Ms Ilze Kalnina, left.",
            [("Head", "Trade Office"), ("Special Representative", "")],
        ),
        (
            "The High Representative of the Union for Foreign Affairs and Security Policy and "
            "Vice-President of the European Commission, Ms Ilze Kalnina, left.",
            [
                ("High Representative of the Union for Foreign Affairs and Security Policy", ""),
                ("Vice-President", "European Commission"),
            ],
        ),
    ],
    ids=["and", "slash", "union"],
)
def test_offices_under_one_article_before_a_comma_are_one_persons(
    people: People, text: str, roles: list[tuple[str, str]]
) -> None:
    assert people(text) == [("Ilze Kalnina", roles)]


def test_offices_that_lead_a_list_lead_it_to_its_end(people: People) -> None:
    found = people(
        "She met Mr Denis Holt, the Chair of the Trade Office, Ms Ana Duran, the Director of the "
        "Harbour Office, Mr Carl Berg, and the Commander of the Coast Guard, Captain Eva Tamm."
    )

    assert found == [
        ("Denis Holt", []),
        ("Ana Duran", [("Chair", "Trade Office")]),
        ("Carl Berg", [("Director", "Harbour Office")]),
        ("Eva Tamm", [("Commander", "Coast Guard")]),
    ]


def test_offices_that_follow_the_names_of_a_list_stay_theirs(people: People) -> None:
    found = people(
        "She met Ms Ana Duran, the Director of the Harbour Office, Mr Carl Berg, the Chair of the "
        "Trade Office, and Captain Eva Tamm, the Commander of the Coast Guard."
    )

    assert found == [
        ("Ana Duran", [("Director", "Harbour Office")]),
        ("Carl Berg", [("Chair", "Trade Office")]),
        ("Eva Tamm", [("Commander", "Coast Guard")]),
    ]


def test_offices_under_one_article_without_comma_are_two_persons(people: People) -> None:
    found = people("The Secretary General and Prime Minister Ms Ilze Kalnina left.")

    assert ("Ilze Kalnina", [("Prime Minister", "")]) in found


def test_a_portfolio_ends_before_the_name(people: People) -> None:
    found = people("Deputy Director for Emerging Hybrid Threats Ilze Kalnina left.")

    assert found == [("Ilze Kalnina", [("Deputy Director for Emerging Hybrid Threats", "")])]


def test_a_common_noun_without_body_or_name_is_no_office(find: Find) -> None:
    assert find("a director left the room") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Director of the Harbour Council (HC) Mr Carl Berg spoke.",
         ("Carl Berg", [("Director", "Harbour Council")])),
        ("The President of Peru H. E. Mr Carl Berg spoke.", ("Carl Berg", [("President", "Peru")])),
        ("The Director, The Rt. Hon Ana Duran, spoke.", ("Ana Duran", [("Director", "")])),
        ("Prime Minister, Dr. the Hon. Ana Duran, spoke.",
         ("Ana Duran", [("Prime Minister", "")])),
        ("The Consul General to Peru, Mr Carl Berg, spoke.",
         ("Carl Berg", [("Consul General to Peru", "")])),
        ("Norway’s ambassador to Peru, Mr Carl Berg, spoke.",
         ("Carl Berg", [("ambassador to Peru", "Norway")])),
        ("Minister for Island Peoples, Carl Berg, spoke.",
         ("Carl Berg", [("Minister for Island Peoples", "")])),
        ("Carl Berg, Director for Humanitarian Affairs and Emergency Relief Coordinator, spoke.",
         ("Carl Berg",
          [("Director for Humanitarian Affairs", ""), ("Emergency Relief Coordinator", "")])),
        ("The EUSR for Chad, Mr Carl BERG, spoke.", ("Carl BERG", [("EUSR for Chad", "")])),
        ("KF Supervisor General Carl Berg spoke.", ("Carl Berg", [("Supervisor General", "")])),
    ],
    ids=[
        "acronym", "spaced", "the-rt-hon", "dr-the-hon", "consul", "small-letters", "peoples",
        "two-portfolios", "eusr", "supervisor",
    ],
)  # fmt: skip
def test_an_office_goes_to_the_name_behind_what_stands_between(
    people: People, text: str, expected: tuple[str, list[tuple[str, str]]]
) -> None:
    assert expected in people(text)


def test_a_house_named_after_a_monarch_is_no_office(people: People, find: Find) -> None:
    text = "King Edvin Relief and Training Center signed an agreement. King Edvin spoke."

    assert people(text) == [("Edvin", [("King", "")])]
    assert "King Edvin Relief and Training Center" in {m.span.name for m in find(text) if m.span}


def test_a_form_of_address_may_stand_before_a_comma(people: People) -> None:
    text = "Mr Carl Berg came. The Ambassador of Peru, His Excellency, Carl Berg, left."

    assert ("Carl Berg", [("Ambassador", "Peru")]) in people(text)


def test_a_bracket_behind_an_office_names_no_body(find: Find) -> None:
    mentions = find("The Chief of Police Operations (CPO) spoke.")

    assert [role.title for mention in mentions for role in mention.roles]


def test_heads_of_state_and_government_are_no_government(named: Named) -> None:
    text = "The Heads of State and Government of Peru, Chile and Malta will gather."

    assert named(text, EntityType.ORGANISATION) == []


def test_an_office_before_a_name_without_another_is_that_names(people: People) -> None:
    text = (
        "Mr Lars Moen, Head of Frontex, acting Head of the Harbour Police, Mr Carl Berg, and "
        "Deputy Head of the Customs Council, Mr Jaan Tamm, left."
    )

    assert people(text) == [
        ("Lars Moen", [("Head", "Frontex")]),
        ("Carl Berg", [("acting Head", "Harbour Police")]),
        ("Jaan Tamm", [("Deputy Head", "Customs Council")]),
    ]


def test_a_body_may_be_called_a_mission_before_the_name(people: People) -> None:
    assert people("The head of the EULEX mission Mr Carl Berg spoke.") == [
        ("Carl Berg", [("head", "EULEX")])
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mr Carl Berg, Director General Harbour Customs Department, left.",
         ("Director General", "Harbour Customs Department")),
        ("The head of the Customs Service under the Government of Peru Mr Carl Berg left.",
         ("head", "Customs Service")),
        ("The Commissioner of Customs and Excise, Mr Carl Berg, left.",
         ("Commissioner of Customs and Excise", "")),
    ],
    ids=["beside", "under", "excise"],
)  # fmt: skip
def test_the_body_of_an_office_ends_where_it_ends(
    people: People, text: str, role: tuple[str, str]
) -> None:
    assert people(text) == [("Carl Berg", [role])]


def test_an_office_behind_its_owner_may_be_the_next_persons(people: People) -> None:
    text = (
        "Mr Carl Berg, High Commissioner of Peru, NATO’s Director of Training, Mr Jaan Tamm, and "
        "Mr Lars Moen left."
    )

    assert people(text)[:2] == [
        ("Carl Berg", [("High Commissioner", "Peru")]),
        ("Jaan Tamm", [("Director of Training", "NATO")]),
    ]


def test_a_name_may_stand_behind_the_acronym_of_a_body(people: People) -> None:
    found = people("The Director of the Harbour Council (HC) Tarmo Berg-Holt met the envoy.")

    assert found == [("Tarmo Berg-Holt", [("Director", "Harbour Council")])]


def test_a_cabinet_secretary_is_of_no_cabinet(find: Find) -> None:
    role = _role(find, "Peruvian Cabinet Secretary for Health Anna Berg spoke.")

    assert (role.title, role.body and role.body.name) == ("Cabinet Secretary for Health", "Peru")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg, Member of Parliament for Porto West, spoke.", ["Anna Berg"]),
        ("The Director of the Harbour Council (HC) Thanked all.", []),
    ],
    ids=["direction", "one-word"],
)
def test_not_every_capital_behind_an_office_is_a_name(
    people: People, text: str, names: list[str]
) -> None:
    assert [name for name, _ in people(text) if name] == names


OFFICES = (
    "Surgeon General",
    "Commander General",
    "Solicitor General",
    "Paymaster General",
    "Provost Marshal",
    "Chief Magistrate",
    "Chief Engineer",
    "Chief Veterinary Officer",
    "Harbour Master",
    "Fire Chief",
    "Focal Point",
    "Resident Agent in Charge",
)


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_of_two_words_stands_behind_its_holder(find: Find, office: str) -> None:
    role = _role(find, f"She met Anna Berg, {office} of the Torsk Harbour Agency.")

    assert role.body
    assert (role.head, role.body.name) == (office, "Torsk Harbour Agency")


@pytest.mark.parametrize("unit", ["Section", "Division", "Bureau", "Unit", "Battalion", "Board"])
def test_a_unit_behind_a_whole_name_belongs_to_the_office(find: Find, unit: str) -> None:
    role = _role(find, f"Torsk Harbour Agency {unit} Chief Anna Berg spoke.")

    assert role.body
    assert (role.title, role.body.name) == (f"{unit} Chief", "Torsk Harbour Agency")


def test_a_unit_that_ends_a_name_belongs_to_the_name(find: Find) -> None:
    role = _role(find, "Torsk Fraud Division Chief Anna Berg spoke.")

    assert role.body
    assert (role.title, role.body.name) == ("Chief", "Torsk Fraud Division")


def test_a_delegation_is_no_unit_of_an_office(find: Find) -> None:
    role = _role(find, "The European Union Delegation Ambassador Anna Berg spoke.")

    assert role.body
    assert role.body.name == "European Union Delegation"


@pytest.mark.parametrize("deed", ["Travel to Torsk", "Participate in Harbour Week", "Visit Peru"])
def test_an_office_in_a_heading_ends_before_what_its_holder_is_to_do(find: Find, deed: str) -> None:
    text = f"Deputy Secretary General to {deed}"

    assert [role.end for m in find(text) for role in m.roles] == [len("Deputy Secretary General")]


@pytest.mark.parametrize(
    "office",
    [
        "executive director", "official spokesperson", "political director", "deputy head",
        "chief of staff", "liaison officer", "technical adviser", "defence attaché",
        "chargé d'affaires", "project coordinator", "secretary-general", "chief negotiator",
    ],
)  # fmt: skip
def test_an_office_without_capitals_is_read_whole(find: Find, office: str) -> None:
    for text in (f"Ana Duran, the {office} of the Harbour Agency, spoke.",
                 f"The {office} of the Harbour Agency, Ana Duran, spoke."):  # fmt: skip
        roles = [role for mention in find(text) for role in mention.roles]
        assert [(role.title, role.body.name if role.body else "") for role in roles] == [
            (office, "Harbour Agency")
        ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("She will chair Ana Duran's panel.", []),
        ("Staff under director of the Harbour Agency Ana Duran left.", ["director"]),
    ],
    ids=["verb", "under"],
)
def test_verbs_and_prepositions_are_no_part_of_an_office(
    find: Find, text: str, titles: list[str]
) -> None:
    assert [role.title for mention in find(text) for role in mention.roles] == titles


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("The Minister of State Property of Peru spoke.", "Minister of State Property", "Peru"),
        ("The Minister of State of Peru spoke.", "Minister of State", "Peru"),
        ("The Assistant Director, Corporate Affairs, Anna Berg, spoke.",
         "Assistant Director, Corporate Affairs", None),
        ("Anna Berg, Head, Media & Publicity, Harbour Council, spoke.",
         "Head, Media & Publicity", "Harbour Council"),
        ("The Commissioner for the Digital Economy and Society Anna Berg spoke.",
         "Commissioner for the Digital Economy and Society", None),
        ("The Commissioner for Climate Action and Energy Anna Berg spoke.",
         "Commissioner for Climate Action and Energy", None),
        ("The President of the Harbour Society Anna Berg spoke.", "President", "Harbour Society"),
        ("The Head of the Economic Affairs Sector, Anna Berg, spoke.", "Head",
         "Economic Affairs Sector"),
        ("The Director of the Peru Government Chemist's Department, Anna Berg, spoke.",
         "Director", "Peru Government Chemist's Department"),
        ("The Chairman of the Board of Directors of the Torsk Harbour Bank, Anna Berg, spoke.",
         "Chairman of the Board of Directors", "Torsk Harbour Bank"),
        ("The Commander of the Carabinieri TPC, Anna Berg, spoke.", "Commander",
         "Carabinieri"),
        ("Torsk MEC for Community Safety Anna Berg spoke.", "MEC for Community Safety", None),
        ("Executive Director, Agriculture Coalition, Anna Berg spoke.", "Executive Director",
         None),
    ],
)  # fmt: skip
def test_what_an_office_is_for_is_no_body(
    find: Find, text: str, title: str, body: str | None
) -> None:
    role = _role(find, text)

    assert (role.title, role.body and role.body.name) == (title, body)


def test_a_minister_behind_and_is_no_part_of_the_cabinet(find: Find) -> None:
    found = find("The Chairman of the Cabinet of Ministers and Foreign Minister of Peru spoke.")

    roles = [(role.title, role.body.name) for m in found for role in m.roles if role.body]
    assert roles == [("Chairman", "Cabinet of Ministers"), ("Foreign Minister", "Peru")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Duran, President of the Lisbon Water Forum, spoke.",
         ["Ana Duran", "Lisbon Water Forum"]),
        ("The Secretary General of the Lisbon Water Forum spoke.", ["Lisbon Water Forum"]),
        ("The Special Envoy for the Harbour Peace Talks spoke.", ["Harbour Peace Talks"]),
    ],
)  # fmt: skip
def test_the_event_of_an_office_keeps_its_whole_name(
    find: Find, text: str, names: list[str]
) -> None:
    assert [m.span.name for m in find(text) if m.span is not None] == names


@pytest.mark.parametrize(
    ("text", "name", "title", "body"),
    [
        (
            "The Head of the Harbour Police, Police General of the 2nd rank Ana Duran, came.",
            "Ana Duran",
            "Head",
            "Harbour Police",
        ),
        (
            "The Head of the Harbour Police, Colonel of Customs Ana Duran, came.",
            "Ana Duran",
            "Head",
            "Harbour Police",
        ),
        (
            "The Deputy Head of the Harbour Security Bureau, HSB, Mrs. Ana Duran, came.",
            "Ana Duran",
            "Deputy Head",
            "Harbour Security Bureau",
        ),
        (
            "The Special Representative of the UN Secretary-General, Ambassador Ana Duran, came.",
            "Ana Duran",
            "Special Representative",
            "UN",
        ),
    ],
    ids=["graded-rank", "rank-in-a-service", "acronym-in-commas", "of-an-office-in-a-body"],
)
def test_an_office_is_that_of_the_name_behind_ranks_acronyms_and_who_sends_its_holder(
    people: People, text: str, name: str, title: str, body: str
) -> None:
    assert (name, [(title, body)]) in people(text)


def test_a_president_received_at_a_house_holds_no_office_in_it(people: People) -> None:
    told = people("She called on the President at the Presidential Secretariat.")

    assert ("", [("President", "")]) in told
