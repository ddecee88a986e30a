"""Names of events and operations by numbers, quotations and common nouns in or beside them."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import read_nouns
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They went to Ostvik+50 in June.", "Ostvik+50"),
        ("They went to the 10th FDMM-Plus in Torsk.", "10th FDMM-Plus"),
        ('They went to the "North plus Fjord" Dialogue.', '"North plus Fjord" Dialogue'),
        ("They went to the Fjord Six (F6) foreign ministers' meeting.",
         "Fjord Six (F6) foreign ministers' meeting"),
        ("They went to the Nordic-Baltic political directors’ consultations.",
         "Nordic-Baltic political directors’ consultations"),
        ("They went to the IV Joint Council of Peru and Chile.", "IV Joint Council of Peru"),
        ("They went to the 3rd Harbour Association Committee.",
         "3rd Harbour Association Committee"),
    ],
    ids=["years-since", "counted", "quoted", "officials", "directors", "roman", "committee"],
)  # fmt: skip
def test_an_event_is_named(named: Named, text: str, name: str) -> None:
    assert any(found.startswith(name) for found in named(text, EntityType.EVENT))


def test_an_event_counted_in_words_is_known_by_that_too(find: Find) -> None:
    (event,) = [m.span for m in find("They hold the second Summit for Fjords.") if m.span]

    assert "second Summit for Fjords" in event.aliases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They took part in Exercise HERON 24.", "Exercise HERON 24"),
        ("They set up JIT Heron.", "JIT Heron"),
        ("The campaign 'Clean Quays' ended.", "Clean Quays"),
        ("Peru funds the Harbour Efficiency Support Programme of Torsk.",
         "Harbour Efficiency Support Programme of Torsk"),
    ],
    ids=["short-year", "team", "single-quotes", "programme-of"],
)  # fmt: skip
def test_an_operation_is_named(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.OPERATION)[0] == name


@pytest.mark.parametrize("noun", sorted(read_nouns().named_only))
def test_some_nouns_are_undertakings_beside_a_name_only(named: Named, noun: str) -> None:
    assert named(f"The {noun} “Clean Quays” ended.", EntityType.OPERATION) == ["Clean Quays"]
    assert named(f"The {noun} ended.", EntityType.OPERATION) == []


@pytest.mark.parametrize("body", sorted(read_nouns().counted_bodies))
def test_a_counted_body_is_one_of_its_meetings(named: Named, body: str) -> None:
    name = f"3rd Harbour {body}"

    assert named(f"They went to the {name}.", EntityType.EVENT) == [name]


@pytest.mark.parametrize("noun", sorted(body_words().common_firms))
def test_a_name_behind_a_noun_for_a_firm_is_a_body(named: Named, noun: str) -> None:
    assert named(f"It asked Danish {noun} Ostvig.", EntityType.ORGANISATION) == ["Ostvig"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("They attended the finale yesterday.", EntityType.EVENT, "finale"),
        ("They attended the handover parade.", EntityType.EVENT, "handover parade"),
        ("They took part in the trilateral.", EntityType.EVENT, "trilateral"),
        ("Peru pays for the relief flights.", EntityType.OPERATION, "relief flights"),
        ("Peru joined the hit team.", EntityType.OPERATION, "hit team"),
        ("They set up a joint operations room.", EntityType.OPERATION, "joint operations room"),
        ("It pays for the rehabilitation of a pier.", EntityType.OPERATION, "rehabilitation"),
    ],
    ids=["finale", "parade", "trilateral", "flights", "hit-team", "room", "rehabilitation"],
)
def test_a_common_noun_describes_an_undertaking(
    find: Find, text: str, kind: EntityType, words: str
) -> None:
    described = [text[m.start : m.end] for m in find(text) if m.type == kind]

    assert described == [words]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Combined Task Force (CTF) 157 sailed.", "Combined Task Force 157"),
        ("They relieved the staff of CTF 157 on Friday.", "CTF 157"),
        ("The Multinational Brigade Torsk is made up of troops.", "Multinational Brigade Torsk"),
        ("NATO Multinational Battlegroup-Torsk trained.", "NATO Multinational Battlegroup-Torsk"),
        ("The Joint Fjord Demining Mission in Torsk ended.", "Joint Fjord Demining Mission"),
    ],
    ids=["spelled", "coded", "brigade", "battlegroup", "deed"],
)  # fmt: skip
def test_a_force_that_several_send_is_an_operation(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.OPERATION) == [name]


def test_a_sentence_ends_the_name_of_a_force(named: Named) -> None:
    text = "It was led by Carl Berg. The Multinational Brigade Torsk followed."

    assert named(text, EntityType.OPERATION) == ["Multinational Brigade Torsk"]
