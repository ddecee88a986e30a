"""Territories in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.gazetteer.territories import (
    NameKind,
    find_seat,
    find_territories,
    find_territory,
    territory_of,
)

NAME, DEMONYM, CAPITAL = NameKind.NAME, NameKind.DEMONYM, NameKind.CAPITAL


@pytest.mark.parametrize(
    ("form", "code", "kind"),
    [
        ("Latvia", "LVA", NAME), ("Republic of Korea", "KOR", NAME), ("Bahrein", "BHR", NAME),
        ("Lao PDR", "LAO", NAME), ("Laos", "LAO", NAME), ("Philippines", "PHL", NAME),
        ("Bosnia and Herzegovina", "BIH", NAME), ("Guinea-Bissau", "GNB", NAME),
        ("Guinea", "GIN", NAME), ("Papua New Guinea", "PNG", NAME), ("Chad", "TCD", NAME),
        ("Türkiye", "TUR", NAME), ("Turkey", "TUR", NAME), ("Kosovo", "XKX", NAME),
        ("Holy See", "VAT", NAME), ("Nauru", "NRU", NAME), ("UK", "GBR", NAME),
        ("U.S.", "USA", NAME), ("BiH", "BIH", NAME), ("State of Libya", "LBY", NAME),
        ("Democratic Republic of Timor-Leste", "TLS", NAME), ("Congo-Brazzaville", "COG", NAME),
        ("Latvian", "LVA", DEMONYM), ("Latvians", "LVA", DEMONYM), ("Kosovar", "XKX", DEMONYM),
        ("Kosovars", "XKX", DEMONYM), ("Congolese", "COD", DEMONYM), ("Danes", "DNK", DEMONYM),
        ("Costa Rican", "CRI", DEMONYM), ("South Koreans", "KOR", DEMONYM),
        ("Montenegrins", "MNE", DEMONYM), ("Palestinian", "PSE", DEMONYM),
        ("Britain", "GBR", NAME), ("Macedonia", "MKD", NAME), ("PNG", "PNG", NAME),
        ("Bosnia-Herzegovina", "BIH", NAME), ("Republic of Congo", "COG", NAME),
        ("Britons", "GBR", DEMONYM), ("Hellenic", "GRC", DEMONYM),
        ("Mauritian", "MUS", DEMONYM), ("Mauritanian", "MRT", DEMONYM),
        ("Nigerien", "NER", DEMONYM), ("Nigerian", "NGA", DEMONYM),
        ("Dominican", "DOM", DEMONYM), ("Rwandese", "RWA", DEMONYM),
        ("Solomon Islanders", "SLB", DEMONYM), ("Burkinabé", "BFA", DEMONYM),
        ("I-Kiribati", "KIR", DEMONYM),
        ("North Macedonian", "MKD", DEMONYM), ("Papua New Guinean", "PNG", DEMONYM),
        ("Cape Verdean", "CPV", DEMONYM), ("Salvadorians", "SLV", DEMONYM),
        ("Riga", "LVA", CAPITAL), ("The Hague", "NLD", CAPITAL), ("Washington", "USA", CAPITAL),
        ("Dar es Salaam", "TZA", CAPITAL), ("Ramallah", "PSE", CAPITAL),
    ],
)  # fmt: skip
def test_a_form_stands_for_a_territory(form: str, code: str, kind: NameKind) -> None:
    found = find_territory(form)

    assert found
    assert (found[0].iso3, found[1]) == (code, kind)


@pytest.mark.parametrize(
    "form",
    [
        "European Union", "United Nations", "Scotland", "Victoria", "March", "Marsh", "May", "MAR",
        "Per", "x", "Ruslan", "Armen", "Germán",
    ],
)  # fmt: skip
def test_other_words_are_no_territories(form: str) -> None:
    assert find_territory(form) is None


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Latvia’s and Estonia's plans", ["Latvia", "Estonia"]),
        ("the Netherlands’ plans", ["Netherlands"]),
        ("a Moldova-based firm", ["Moldova"]),
        ("the UK, the U.S. and BiH.", ["UK", "U.S.", "BiH"]),
        ("flew to Peru.", ["Peru"]),
        ("from Papua New Guinea to Guinea", ["Papua New Guinea", "Guinea"]),
        ("in Northern Ireland and Ireland", ["Ireland"]),
    ],
    ids=["possessive", "plural", "compound", "abbreviations", "stop", "longest", "part-of-a-state"],
)
def test_territories_are_found_in_a_text(text: str, forms: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_territories(text)] == forms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Congo (Democratic Republic), Ghana", ["Democratic Republic of the Congo", "Ghana"]),
        ("Iran (Islamic Republic of) and Peru", ["Iran", "Peru"]),
        ("Bolivia (Plurinational State of).", ["Bolivia"]),
        ("Korea, Republic of, and Chad", ["South Korea", "Chad"]),
        ("Korea, Democratic People’s Republic of; Fiji", ["North Korea", "Fiji"]),
        ("Congo, The Democratic Republic of the", ["Democratic Republic of the Congo"]),
        ("Congo (Brazzaville), Korea (North)", ["Republic of the Congo", "North Korea"]),
        ("talks in Georgia, Republic of Moldova and Chad", ["Georgia", "Moldova", "Chad"]),
        ("Czechia (Brno, Zlín) and Latvia (Army)", ["Czechia", "Latvia"]),
    ],
)  # fmt: skip
def test_an_inverted_name_of_a_state_is_read_whole(text: str, names: list[str]) -> None:
    assert [mention.territory.name for mention in find_territories(text)] == names


@given(
    st.lists(
        st.sampled_from("Latvia Latvian of the and Guinea’s New U.S. Korea - , 's Hague".split())
        | st.text(max_size=8)
    ).map(" ".join)
)
def test_mentions_are_slices_that_name_their_territory(text: str) -> None:
    mentions = find_territories(text)

    for mention in mentions:
        found = find_territory(text[mention.start : mention.end])
        assert found == (mention.territory, mention.kind)
    bounds = [offset for mention in mentions for offset in (mention.start, mention.end)]
    assert bounds == sorted(bounds)


def test_a_seat_of_government_stands_for_its_state() -> None:
    seat = find_seat("Press Office of the White House")

    assert seat
    assert seat.iso3 == "USA"
    assert find_seat("Harbour Office") is None


@pytest.mark.parametrize(("code", "name"), [("LVA", "Latvia"), ("lv", "Latvia"), (None, None)])
def test_a_code_finds_its_territory(code: str | None, name: str | None) -> None:
    found = territory_of(code)

    assert (found.name if found else None) == name


@pytest.mark.parametrize("name", ["Côte d’Ivoire", "Côte d'Ivoire", "Cote d'Ivoire"])
def test_a_state_with_an_elided_article_is_found_in_a_text(name: str) -> None:
    (found,) = find_territories(f"Police in {name} met.")
    assert (found.territory.iso3, found.end - found.start) == ("CIV", len(name))


@pytest.mark.parametrize(("code", "item"), [("nl", "Q55"), ("dk", "Q35"), ("xk", "Q1246")])
def test_a_state_has_its_own_wikidata_item_and_not_that_of_its_kingdom(
    code: str, item: str
) -> None:
    territory = territory_of(code)

    assert territory is not None
    assert territory.wikidata == item


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("ABU DHABI, 3 May", "United Arab Emirates"), ("TOKYO – She spoke.", "Japan"),
        ("LONDON, 3 May", "United Kingdom"), ("BEIJING: talks", "China"),
    ],
)  # fmt: skip
def test_a_capital_in_capitals_is_one(text: str, state: str) -> None:
    (mention,) = find_territories(text)

    assert (mention.territory.name, mention.kind) == (state, NameKind.CAPITAL)


@pytest.mark.parametrize(
    ("demonym", "name"),
    [("Lao", "Laos"), ("Chadian", "Chad"), ("Bhutanese", "Bhutan"), ("Basotho", "Lesotho")],
)
def test_a_demonym_unlike_its_state_stands_for_it(demonym: str, name: str) -> None:
    found = find_territory(demonym)

    assert found is not None
    assert (found[0].name, found[1]) == (name, NameKind.DEMONYM)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Yugoslav Republic of Macedonia", "MKD"),
    ],
)
def test_a_long_name_of_a_state_is_found_whole(form: str, code: str) -> None:
    (found,) = find_territories(f"Chile, {form}, Peru")[1:2]

    assert (found.end - found.start, found.territory.iso3) == (len(form), code)


@pytest.mark.parametrize("name", ["OMAN", "MALI", "PERU"])
def test_a_short_name_of_a_state_may_stand_in_capitals(name: str) -> None:
    (found,) = find_territories(name)

    assert found.territory.name == name.capitalize()


@pytest.mark.parametrize(
    ("name", "code"), [("DOHA", "QAT"), ("BAKU", "AZE"), ("RIGA", "LVA"), ("LIMA", "PER")]
)
def test_a_short_name_of_a_capital_may_stand_in_capitals(name: str, code: str) -> None:
    (found,) = find_territories(f"{name}: The minister spoke.")

    assert (found.territory.iso3, found.kind) == (code, NameKind.CAPITAL)


def test_a_word_in_capitals_is_no_capital() -> None:
    assert not find_territories("The MALE crew of the ARCA left, the SABA news agency wrote.")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a joint Polish-Lithuanian exercise", ["Poland", "Lithuania"]),
        ("a Mexican-American singer", []),
        ("a British-led scheme", ["United Kingdom"]),
    ],
    ids=["joint", "descent", "compound"],
)
def test_a_hyphen_joins_the_adjectives_of_two_states(text: str, states: list[str]) -> None:
    assert [found.territory.name for found in find_territories(text)] == states
