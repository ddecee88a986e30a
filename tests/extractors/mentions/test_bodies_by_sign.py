"""Bodies without a head noun: by acronym, firm, ship, language, state and common noun."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.gazetteer.bodies import body_words
from communique.gazetteer.territories import NameKind, find_territory, territory_of
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The coast guards of Peru, Chile and the Netherlands met.",
         ["coast guard of Peru", "coast guard of Chile", "coast guard of the Netherlands"]),
        ("The Embassies of Peru and Chile agreed.", ["Embassy of Peru", "Embassy of Chile"]),
        ("The Ministries of Internal Affairs of Peru and Chile agreed.",
         ["Ministry of Internal Affairs of Peru", "Ministry of Internal Affairs of Chile"]),
        ("French and Italian gendarmeries agreed.", ["French gendarmerie", "Italian gendarmerie"]),
        ("The French and Italian Coast Guards agreed.",
         ["French Coast Guard", "Italian Coast Guard"]),
        ("Peru’s and Chile’s Coast Guards agreed.",
         ["Coast Guard of Peru", "Coast Guard of Chile"]),
        ("Peru's, Chile's and the Netherlands' navies agreed.",
         ["navy of Peru", "navy of Chile", "navy of the Netherlands"]),
        ("Peru’s and Chile’s capitals agreed.", []),
        ("Peru’s harbours and Chile’s coast guard agreed.", ["coast guard of Chile"]),
        ("Declaration by Peru, Chile and Norway", []),
    ],
    ids=[
        "forces", "embassies", "ministries", "demonyms", "capitals", "owners", "three-owners",
        "no-body", "of-one", "alone",
    ],
)  # fmt: skip
def test_states_side_by_side_have_a_body_each(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.ORGANISATION) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It asked Norway's foreign ministry.", "foreign ministry of Norway"),
        ("It asked the Netherlands' coast guard.", "coast guard of the Netherlands"),
    ],
    ids=["ministry", "plural"],
)
def test_a_state_owns_a_body_in_lower_case(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The coast guards of Norway and Finland met.", "Norwegian coast guard"),
        ("It asked the Austrian foreign ministry.", "Ministry of Foreign Affairs of Austria"),
        ("It asked Chile's Foreign Ministry.", "Chilean Ministry of Foreign Affairs"),
        ("It asked the French Foreign Ministry.", "Ministry of Foreign Affairs of France"),
        ("The Harbour Rescue Centre in Torsk agreed.", "Harbour Rescue Centre"),
        ("The Institute of Tidal Studies of the Harbour Academy agreed.",
         "Institute of Tidal Studies"),
    ],
    ids=["adjective", "portfolio", "possessive", "listed", "town", "owner"],
)  # fmt: skip
def test_a_body_is_known_by_its_other_names(find: Find, text: str, alias: str) -> None:
    body = next(m.span for m in find(text) if m.type == EntityType.ORGANISATION and m.span)

    assert alias.casefold() in {form.casefold() for form in (body.name, *body.aliases)}


def test_adjectives_of_states_stand_for_their_state() -> None:
    adjectives = body_words().adjectives
    found = {code: find_territory(form) for code, form in adjectives.items() if form != "U.S."}

    assert [
        (code, adjectives[code]) for code, state in found.items()
        if state and (state[0].iso3 != code or state[1] == NameKind.CAPITAL)
    ] == []  # fmt: skip
    assert [code for code in adjectives if territory_of(code) is None] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Institute of Hydrography and Fisheries agreed.",
         "Institute of Hydrography and Fisheries"),
        ("The Partnership for Lakes, Rivers & Families agreed with the National League for "
         "Mothers & Families.", "National League for Mothers & Families"),
        ("The Centre for Canadian Progress agreed.", "Centre for Canadian Progress"),
        ("The Council of Trade Ministers agreed.", "Council of Trade Ministers"),
        ("He leads Regional Command East in Torsk.", "Regional Command East"),
        ("The U.S. 9th Fleet agreed.", "U.S. 9th Fleet"),
        ("The Presidential Leadership Council agreed.", "Presidential Leadership Council"),
        ("The Luxembourg–Peru Friendship Association agreed.",
         "Luxembourg–Peru Friendship Association"),
        ("She spoke to the Lao People's Revolutionary Party.", "Lao People's Revolutionary Party"),
        ("It met at the Peruvian Consulate General there.", "Peruvian Consulate General"),
        ("It joined the Bureau of Border and Harbour Police.",
         "Bureau of Border and Harbour Police"),
        ("She goes on to Parliament.", "Parliament"),
    ],
    ids=["and", "ampersand", "demonym", "ministers", "direction", "ordinal", "opening", "dash",
         "people", "general", "compound", "lone"],
)  # fmt: skip
def test_a_name_goes_on_to_its_end(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Observers of Rivers and Lakes (ORL) agreed.", "Observers of Rivers and Lakes"),
        ("a Lake Basin Recovery Multi-Donor Fund (LBR-MDF) was set up",
         "Lake Basin Recovery Multi-Donor Fund"),
        ("It was built by ORVEK and CEPOL.", "ORVEK"),
        ("She met the ORVEK in Torsk.", "ORVEK"),
        ("She met Ada Berg, CEO of Torskline.", "Torskline"),
        ("• Ada Berg, Rivers for Our Children", "Rivers for Our Children"),
        ("• Ada Berg, Senior Fellow, Rivers Unlimited", "Rivers Unlimited"),
        ("It was supplied by Torsk Marine Ltd. in May.", "Torsk Marine Ltd"),
        ("She spoke for Rivers International.", "Rivers International"),
        ("The crew of HMAS Torsk agreed.", "HMAS Torsk"),
        ("It thanked the Instituto Nacional de Mareas.", "Instituto Nacional de Mareas"),
        ("It thanked the Wasserpolizei in Torsk.", "Wasserpolizei"),
        ("She leads the UNHCR liaison office in Torsk.", "UNHCR liaison office in Torsk"),
        ("It was led by HSI Torsk and the county.", "HSI Torsk"),
        ("He commands the Defence Force.", "Defence Force"),
        ("They spoke for the Peru-Chile Joint Commission.",
         "Peru-Chile Joint Commission"),
        ("She works at the secretariat of the OSCE.", "secretariat of the OSCE"),
        ("It ended. ORVEK of Chile will send teachers.", "ORVEK"),
        ("It was run by Peru's ORVEK, which earmarked a million.", "ORVEK"),
        ("It thanked the European Harbour Institute.", "European Harbour Institute"),
        ("It thanked the Municipality of Torsk Vale.", "Municipality of Torsk Vale"),
        ("It thanked the Rotary Club of Torsk.", "Rotary Club of Torsk"),
        ("It thanked the Federal Superintendency of Harbours.",
         "Federal Superintendency of Harbours"),
    ],
    ids=["letters", "hyphen", "agent", "article", "office", "list", "list-with-office", "firm",
         "international", "ship", "foreign", "compound", "noun", "city", "forces", "joint",
         "noun-before", "sentence-opening", "owned", "european", "municipality", "club",
         "superintendency"],
)  # fmt: skip
def test_a_body_is_told_by_a_sign(find: Find, text: str, name: str) -> None:
    bodies = [m.span.name for m in find(text) if m.type == EntityType.ORGANISATION and m.span]
    offices = [r.body.name for m in find(text) for r in m.roles if r.body]

    assert name in (*bodies, *offices)


@pytest.mark.parametrize(
    "text",
    [
        "It costs 30 million by NOK and USD.",
        "the Treaty on Lakes and Rivers (TLR) was signed.",
        "• Ada Berg, Peru",
        "• Ada Berg, Minister of Defence",
        "• Ada Berg, Torsk",
        "Ada Berg, Governor of Torsk",
        "A PROGRAMME RUN BY ORVEK IN TORSK",
    ],
    ids=["currency", "paper", "state", "office", "town", "governor", "capitals"],
)  # fmt: skip
def test_what_is_no_body_gives_none(named: Named, text: str) -> None:
    assert named(text, EntityType.ORGANISATION) == []


def test_a_listed_body_does_not_take_in_what_it_pays_for(named: Named) -> None:
    text = "Money goes to the African Union for the Multinational Lake Patrol."

    assert "African Union" in named(text, EntityType.ORGANISATION)


def test_the_noun_alone_stands_for_the_only_body_of_that_noun(named: Named) -> None:
    text = "The Harbour Rescue Authority met. The Authority will report in May."

    assert named(text, EntityType.ORGANISATION) == ["Harbour Rescue Authority"] * 2


def test_the_noun_alone_stands_for_none_of_two_bodies(named: Named) -> None:
    text = "The Harbour Rescue Authority met the Torsk Energy Authority. The Authority left."

    assert named(text, EntityType.ORGANISATION) == [
        "Harbour Rescue Authority", "Torsk Energy Authority",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "ship",
    [
        "Torskian Naval Ship Vajra",
        "Oman Navy Ship TUGHRUL",
        "Omani Coast Guard Ship Samar Sea",
        "Coast Guard cutter Vajra",
    ],
)
def test_a_ship_is_named_with_its_service_in_words(named: Named, ship: str) -> None:
    assert named(f"{ship} came in.", EntityType.ORGANISATION) == [ship]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HMCS Torsk and her crew sailed.", "CAN"),
        ("The crew of BRP Torsk agreed.", "PHL"),
        ("The frigate HMS Torsk sailed.", None),
    ],
    ids=["canadian", "philippine", "british-or-swedish"],
)
def test_a_ship_is_of_the_state_whose_navy_names_ships_so(
    find: Find, text: str, code: str | None
) -> None:
    (ship,) = [m.span for m in find(text) if m.span and "Torsk" in m.span.name]

    assert (ship.country.iso3 if ship.country else None) == code
