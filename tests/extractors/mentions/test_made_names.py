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
        ("They took part in Operation Once a Fisher.", "Operation Once a Fisher"),
        ("The campaign 'Clean Quays' ended.", "Clean Quays"),
        ("Peru funds the Harbour Efficiency Support Programme of Torsk.",
         "Harbour Efficiency Support Programme of Torsk"),
    ],
    ids=["short-year", "team", "article", "single-quotes", "programme-of"],
)  # fmt: skip
def test_an_operation_is_named(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.OPERATION)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They opened the second phase of Quiet Fjord in May.", "Quiet Fjord"),
        ("It pays for the regional patrol scheme Quiet Fjord in Peru.", "Quiet Fjord"),
        ("A scheme for young farmers, HERON, will start in May.", "HERON"),
        ("It runs two programmes: Roads to Torsk, paid for by Peru, and another.",
         "Roads to Torsk"),
        ("What they launched in May under the name Quiet Fjord goes on.", "Quiet Fjord"),
        ("They set up a mission in Peru (HERON PERU).", "HERON PERU"),
        ("They opened Sembrando en la Fjord, a farming programme in Peru.",
         "Sembrando en la Fjord"),
        ("They opened Quiet Fjord, a $40 million, five-year program in Peru.", "Quiet Fjord"),
        ("She runs the Quiet Fjord Partnership, a program in Peru.", "Quiet Fjord Partnership"),
        ("They are at work within Heronflex, the Danish-led scheme for recruits.", "Heronflex"),
        ("Peru takes part in Heronflex, NATO's yearly exercise.", "Heronflex"),
        ("They prepare for the Quiet Fjord demining course.", "Quiet Fjord"),
        ('Joint Action Days "Quiet Fjord" began in May.', "Quiet Fjord"),
        ("It acts within the U.S./Mexico Fjord Initiative.", "U.S./Mexico Fjord Initiative"),
        ("It was looked into by the Joint Piracy Task Force.", "Joint Piracy Task Force"),
        ("They met in the Experts' Working Group (EWG) on Fjords.",
         "Experts' Working Group (EWG) on Fjords"),
        ("Peru pays for the Project for the Repair of Torsk Maternity and Women's Ward.",
         "Project for the Repair of Torsk Maternity and Women's Ward"),
        ("They sailed on the mission Heron in May.", "Heron"),
    ],
    ids=[
        "part", "kind-ahead", "in-commas", "listed", "under-name", "bracketed", "particles", "sum",
        "partnership", "single", "owner", "course", "action-days", "slash", "joint", "bracket",
        "possessive", "mission",
    ],
)  # fmt: skip
def test_an_operation_is_named_by_what_is_told_of_it(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.OPERATION)


@pytest.mark.parametrize(
    "text",
    [
        "The head of the project, Anna Berg, thanked Peru.",
        "The course in Torsk, General Anna Berg said, was good.",
        "It was run by the initiative President Berg launched.",
        "In Torsk, the training of officers began.",
        "They saw the second stage of Peru.",
        'The training ship "Heron" sailed.',
        "Ten Kite 2000 jets took part in the operation.",
        "In the southern part of Jutland, the exercise began.",
        "Under Berg, the operation ended.",
        "It is the initiative Anna Berg launched.",
        "It is the scheme Berg created.",
        "The fifth course of Anna Berg begins.",
        "The Anna Berg mentoring programme began.",
        "The second phase of Climate Change begins.",
    ],
    ids=[
        "head", "speaker", "title", "where", "state", "ship", "model", "region", "surname",
        "launched", "created", "course-of", "programme-of", "climate",
    ],
)  # fmt: skip
def test_what_stands_beside_an_operation_is_none(named: Named, text: str) -> None:
    assert named(text, EntityType.OPERATION) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They went to the Pathways to Fjords conference.", "Pathways to Fjords conference"),
        ("They held the Fourth Peru-Chile 2+2 Ministerial Dialogue.",
         "Fourth Peru-Chile 2+2 Ministerial Dialogue"),
        ("They went to the Symposium on Fjord Response (SFR).", "Symposium on Fjord Response"),
        ("She went to the State Funeral of Anna Berg.", "State Funeral of Anna Berg"),
        ("They held the second Fjord Relief and Rescue (FRR) Working Session.",
         "Fjord Relief and Rescue (FRR) Working Session"),
        ("The Third Session of the Peru–Chile Fjord Commission was held.",
         "Third Session of the Peru–Chile Fjord Commission"),
    ],
    ids=["joined", "2+2", "introduced", "funeral", "bracket", "session"],
)  # fmt: skip
def test_an_event_has_its_whole_name(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.EVENT)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("They went to the Second Conference on Fjords in Peru.",
         "Second Conference on Fjords in Peru"),
        ("The 9th meeting of the Fjord Network for rescue and recovery was held.",
         "9th meeting of the Fjord Network for rescue and recovery"),
        ("The 9th meeting of the Committee on Fjords, Ice and related matters was held.",
         "9th meeting of the Committee on Fjords, Ice and related matters"),
        ("The 21st Fjord Conference of the Heron Forum was held.", "21st Fjord Conference"),
        ("Exercise Quiet Heron 10 begins in May.", "Exercise Quiet Heron 10"),
    ],
    ids=["where", "topic", "topics", "front", "number"],
)  # fmt: skip
def test_a_name_is_known_by_longer_and_shorter_forms(find: Find, text: str, form: str) -> None:
    spans = [m.span for m in find(text) if m.span]

    assert any(form in (span.name, *span.aliases) for span in spans)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The informal meeting of the Nordic ministers of defence was held.",
         "informal meeting of the Nordic ministers of defence"),
        ("15.30 Ministerial meeting of the Heron Club", "Ministerial meeting of the Heron Club"),
        ("15:30 Ministerial meeting of the Heron Club", "Ministerial meeting of the Heron Club"),
        ("The regional seminar of the Heron project brought them together.",
         "regional seminar of the Heron project"),
    ],
    ids=["of-of", "hour", "hour-with-colon", "verb"],
)  # fmt: skip
def test_an_event_is_described_by_its_phrase(find: Find, text: str, phrase: str) -> None:
    assert phrase in [m.span.name for m in find(text) if m.span]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The 9th meeting of the Committee on Fjords, which Peru and Chile chaired, was held.",
         "chaired"),
        ("The 9th meeting of the Fjord Network on Monday was held.", "Monday"),
        ("The 9th meeting of the Fjord Network for the first time drew crowds.", "time"),
        ("They began Exercise Quiet Heron 3 May 2024.", "3"),
        ("They thanked Peru and the Fjord Relief Mission.", "Peru"),
    ],
    ids=["clause", "day", "time", "date", "state"],
)  # fmt: skip
def test_no_form_of_a_name_holds_what_follows(find: Find, text: str, form: str) -> None:
    spans = [m.span for m in find(text) if m.span and m.type != EntityType.COUNTRY]

    assert not any(form in name for span in spans for name in (span.name, *span.aliases))


def test_a_name_goes_on_twice_at_most(find: Find) -> None:
    text = f"They went to the Second Conference on Fjords {'in Torsk with Ulverby ' * 50}."
    spans = [m.span for m in find(text) if m.span]

    assert max(len(span.aliases) for span in spans) < 10


def test_a_headline_names_no_operation_by_its_kind_alone(named: Named) -> None:
    title = "Heron Office Announces Results of International Operation Against Dealers in Torsk"

    assert named(title, EntityType.OPERATION) == []


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
        ("The enhanced Forward Presence Battlegroup Latvia, led by Peru, trained.",
         "enhanced Forward Presence Battlegroup Latvia"),
        ("Soldiers of Battle Group Latvia trained.", "Battle Group Latvia"),
        ("The Joint Fjord Demining Mission in Torsk ended.", "Joint Fjord Demining Mission"),
        ("The Fjord Election Observation Mission to Kenya ended.",
         "Fjord Election Observation Mission to Kenya"),
    ],
    ids=["spelled", "coded", "brigade", "battlegroup", "forward", "of-state", "deed", "observers"],
)  # fmt: skip
def test_a_force_that_several_send_is_an_operation(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.OPERATION) == [name]


def test_a_sentence_ends_the_name_of_a_force(named: Named) -> None:
    text = "It was led by Carl Berg. The Multinational Brigade Torsk followed."

    assert named(text, EntityType.OPERATION) == ["Multinational Brigade Torsk"]


@pytest.mark.parametrize("kind", ["Project", "Operation", "Exercise title", "Programme name"])
def test_a_line_labels_a_name_with_its_kind(named: Named, kind: str) -> None:
    text = f"{kind}: Clear Quays of Peru\nDonor: Estonia"

    assert named(text, EntityType.OPERATION) == ["Clear Quays of Peru"]


def test_a_label_may_also_say_what_a_name_is_about(named: Named) -> None:
    text = "Project: Clear Quays – patrols in Peru and Chile\nDonor: Estonia"

    assert named(text, EntityType.OPERATION)[0] == "Clear Quays"


def test_a_label_with_a_sentence_names_nothing(named: Named) -> None:
    text = "Project: Clear quays are wanted in Peru\nDonor: Estonia"

    assert named(text, EntityType.OPERATION) == []


def test_the_plural_of_a_kind_names_several_operations(named: Named) -> None:
    text = "Norway took part in exercises Quiet Fjord and Grey Heron 2024, and Peru in neither."

    assert {"Grey Heron 2024", "Quiet Fjord"} <= set(named(text, EntityType.OPERATION))


@pytest.mark.parametrize(
    "text",
    [
        "The head of the Operations Division and Colonel Eva Strand of the Navy came.",
        "They held exercises in Norway, and missions Norway and Peru ended.",
        "The Court of Investigation No 5 heard the case.",
        "The campaigns East and West of Torsk went on.",
    ],
    ids=["division", "states", "court", "directions"],
)
def test_no_operation_is_named(named: Named, text: str) -> None:
    assert not [name for name in named(text, EntityType.OPERATION) if name[0].isupper()]


@pytest.mark.parametrize("behind", ["an Italian national", "a Torsk man", "an ABC officer"])
def test_what_an_article_begins_is_no_part_of_a_name(named: Named, behind: str) -> None:
    found = named(f"During Operation Jaguar {behind} was hurt.", EntityType.OPERATION)

    assert found == ["Operation Jaguar"]
