"""Names with forms of address, initials, particles and numbers from many places."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.extractors.mentions.labels import Labels
from communique.ontology import EntityType

People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]

NAMES = {
    "initial-inside": ("Director Ana M. Duran spoke.", "Ana M. Duran"),
    "middle-initials": ("Mr. Jose Luis P. Dimagiba spoke.", "Jose Luis P. Dimagiba"),
    "letters-of-address": ("H.E. Carl Berg spoke.", "Carl Berg"),
    "dato-sri": ("Dato' Sri Hj Zul bin Tengah spoke.", "Zul bin Tengah"),
    "honble": ("Hon'ble Ana Duran Mushi spoke.", "Ana Duran Mushi"),
    "comrade": ("Comrade Kham Phouvong spoke.", "Kham Phouvong"),
    "shri": ("Shri Ravi S. Kannan spoke.", "Ravi S. Kannan"),
    "sheikha": ("Sheikha Noor bint Salem Al-Ward spoke.", "Noor bint Salem Al-Ward"),
    "hyphened-rank": ("Lt-Gen Kofi Asare spoke.", "Kofi Asare"),
    "given-name-as-title": ("Dato Omar Hafiz Rahim spoke.", "Omar Hafiz Rahim"),
    "retired": ("Lt Gen (rtd) Kofi Asare spoke.", "Kofi Asare"),
    "commodore": ("Cdre Ana Duran RN spoke.", "Ana Duran"),
    "rank-of-justice": ("Major General of Justice Ana Duran spoke.", "Ana Duran"),
    "rank-of-an-air-force": ("Lieutenant-Brigadier Ana Duran spoke.", "Ana Duran"),
    "numbered-rank": ("Captain 1st Rank Ana Duran spoke.", "Ana Duran"),
    "rank-of-a-gendarmerie": ("They met Gendarmerie Colonel Ana Duran.", "Ana Duran"),
    "chief": ("Kgosi Puso Torsk spoke.", "Puso Torsk"),
    "address-inside": ("Mr Wong Hon Torsk spoke.", "Wong Hon Torsk"),
    "field-of-a-rank": ("ACP Crime Ana Duran spoke.", "Ana Duran"),
    "surname-first": ("Mr HAYASHI Kenta spoke.", "HAYASHI Kenta"),
    "apostrophe": ("Mr Luc d'Aubert spoke.", "Luc d'Aubert"),
    "five": ("Mr Kwesi Asare V spoke.", "Kwesi Asare V"),
    "regnal": ("King Ludwig XIV spoke.", "Ludwig XIV"),
    "given-name-is-a-town": ("Minister Wellington Banda spoke.", "Wellington Banda"),
    "portfolio-before-it": ("Secretary for Foreign Affairs Ramon Duran spoke.", "Ramon Duran"),
    "initial-with-a-state": ("President U.Khongor spoke.", "Khongor"),
    "hajj-inside": ("Dato Irwan Hj Torsk-Duran spoke.", "Irwan Hj Torsk-Duran"),
    "titled-inside": ("President Omar Sheikh Torsk spoke.", "Omar Sheikh Torsk"),
    "titled-inside-behind-address": ("H.E. Omar Haji Duran spoke.", "Omar Haji Duran"),
    "titled-behind-office": ("Minister Sheikh Omar Duran spoke.", "Omar Duran"),
    "titled-father": ("Minister Zul bin Haji Tengah spoke.", "Zul bin Haji Tengah"),
    "dato-seri-utama": ("Dato' Seri Utama Haji Zul bin Tengah spoke.", "Zul bin Tengah"),
    "patronymic": ("Minister Rauf Elchin oglu Nabizade spoke.", "Rauf Elchin oglu Nabizade"),
    "nobiliary": ("Minister Egon von und zu Lerchental spoke.", "Egon von und zu Lerchental"),
    "nickname": ('Minister Kola "Beke" Adesan spoke.', 'Kola "Beke" Adesan'),
    "particles-after-an-office": ("President von der Heide spoke.", "von der Heide"),
    "joined-particle-after-an-office": ("Minister al-Amin spoke.", "al-Amin"),
    "particle-before-an-office": ("We met Ana de Duran, the Director of Europol.", "Ana de Duran"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES.keys())
def test_a_name_is_read_whole_without_its_address(people: People, text: str, name: str) -> None:
    assert [found for found, _ in people(text)] == [name]


@pytest.mark.parametrize(
    "text",
    ["Police of EU Member States met.", "President Meets Chancellor", "Director Vacant"],
    ids=["member-states", "headline-verb", "vacant"],
)
def test_a_word_after_a_title_is_not_always_a_name(people: People, text: str) -> None:
    assert [name for name, _ in people(text) if name] == []


RECOGNISED = {
    "a-body-with-initials": ("J. D. Harrow spoke.", [(0, 12, "ORG")], "J. D. Harrow"),
    "a-body-with-a-given-name": ("Ana Lutunda Apal spoke.", [(0, 16, "ORG")], "Ana Lutunda Apal"),
    "cut-at-a-nickname": ("We met Ana “Nita” Duran.", [(7, 17, "PERSON")], "Ana “Nita” Duran"),
    "in-two-parts": (
        "Ana Maria Duran Holt spoke.", [(0, 9, "PERSON"), (10, 20, "PERSON")],
        "Ana Maria Duran Holt",
    ),
    "in-two-parts-one-a-body": (
        "Ana Maria Duran Holt spoke.", [(0, 9, "PERSON"), (10, 20, "ORG")], "Ana Maria Duran Holt",
    ),
    "behind-what-is-governed": (
        "Governor of West Torsk Bay Carl Berg spoke.",
        [(12, 26, "PERSON"), (27, 36, "PERSON")], "Carl Berg",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "labels", "name"), RECOGNISED.values(), ids=RECOGNISED.keys())
def test_what_the_model_labels_oddly_is_somebody(
    finder: MentionFinder, text: str, labels: Labels, name: str
) -> None:
    (mention,) = finder.find(text, labels, Knowledge())

    assert mention.span is not None
    assert (mention.span.name, mention.type) == (name, EntityType.PERSON)


def test_a_body_of_a_state_between_people_of_states_is_somebody(finder: MentionFinder) -> None:
    text = "Ana Duran of Peru, Baiba Torsk of Latvia and Carl Berg of Malta spoke."
    names = {"Ana Duran": "PERSON", "Baiba Torsk": "ORG", "Carl Berg": "PERSON"}
    labels = [(text.index(n), text.index(n) + len(n), label) for n, label in names.items()]

    found = finder.find(text, labels, Knowledge())

    assert [m.span.name for m in found if m.type == EntityType.PERSON and m.span] == [*names]


def test_honours_behind_a_comma_are_no_bodies(finder: MentionFinder) -> None:
    text = "Director Carl Berg, PVSM, AVSM, spoke."

    (mention,) = finder.find(text, [(20, 24, "ORG"), (26, 30, "ORG")], Knowledge())

    assert mention.type == EntityType.PERSON


@pytest.mark.parametrize("name", ["Ana Duran Foundation", "Berg Motors", "Clara Ministry"])
def test_a_body_named_after_somebody_stays_a_body(finder: MentionFinder, name: str) -> None:
    (mention,) = finder.find(f"{name} spoke.", [(0, len(name), "ORG")], Knowledge())

    assert mention.type == EntityType.ORGANISATION
