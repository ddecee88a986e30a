"""Organisations by gazetteer and by shape."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, Mention, MentionFinder
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Foreign Affairs of Latvia replied.",
         "Ministry of Foreign Affairs of Latvia"),
        ("They joined the Lisbon Institute for Harbour Safety.",
         "Lisbon Institute for Harbour Safety"),
        ("The Advisory and Planning Team arrived.", "Advisory and Planning Team"),
        ("The Norwegian Embassy in Chile moved.", "Norwegian Embassy in Chile"),
        ("It was the Ministry of Economy and Trade.", "Ministry of Economy and Trade"),
        ("It was for the Parliament to decide.", "Parliament"),
    ],
    ids=["of-state", "for", "joined", "abroad", "two-portfolios", "alone"],
)  # fmt: skip
def test_a_head_noun_tells_a_body(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


@pytest.mark.parametrize(
    "text",
    ["The Group left.", "A Working Group left.", "The Office closed.", "Defence Minister Liepa"],
    ids=["weak-head", "two-words-weak", "strong-alone", "office"],
)
def test_too_few_capitals_are_no_body(named: Named, text: str) -> None:
    assert named(text, EntityType.ORGANISATION) == []


def test_an_owner_is_no_part_of_the_name_but_its_state(find: Find) -> None:
    text = "Estonia's Ministry of Defence signed."
    (body,) = find(text)

    assert text[body.start : body.end] == "Estonia's Ministry of Defence"
    assert body.span
    assert body.span.country
    assert (body.span.name, body.span.country.iso3) == ("Ministry of Defence", "EST")


def test_a_state_is_no_owner_of_another_body(find: Find) -> None:
    state, body = find("Estonia's NATO membership grew.")

    assert state.type == EntityType.COUNTRY
    assert body.type == EntityType.ORGANISATION


def test_a_name_is_also_known_without_its_state(find: Find) -> None:
    (body,) = find("The Ministry of Health of Peru replied.")

    assert body.span
    assert "Ministry of Health" in body.span.aliases


def test_demonyms_share_a_common_noun(find: Find) -> None:
    bodies = [m.span for m in find("Czech and Ukrainian police searched two flats.") if m.span]

    assert [(b.name, b.country.iso3 if b.country else "") for b in bodies] == [
        ("Czech police", "CZE"), ("Ukrainian police", "UKR"),
    ]  # fmt: skip


def test_an_acronym_in_brackets_means_the_name_before_it(find: Find) -> None:
    first, second = find("The Harbour Safety Coordination Centre (HSCC) opened. The HSCC moved.")

    assert first.span
    assert second.span
    assert first.span.name == second.span.name == "Harbour Safety Coordination Centre"


def test_the_acronym_belongs_to_the_mention(find: Find) -> None:
    text = "The Harbour Safety Coordination Centre (HSCC) opened."
    (mention,) = find(text)

    assert text[mention.start : mention.end].endswith("(HSCC)")


@pytest.mark.parametrize(
    ("brackets", "name"),
    [
        ("EUPM Peru", "European Union Police Mission in Peru"),
        ("Lima Peru", "Peru"),
        ("EUPM Mission", "EUPM Mission"),
    ],
    ids=["repeats", "no-acronym", "no-state"],
)
def test_an_acronym_may_end_with_words_of_the_name(
    finder: MentionFinder, brackets: str, name: str
) -> None:
    knowledge = Knowledge()
    finder.learn(f"The European Union Police Mission in Peru ({brackets}) began.", [], knowledge)

    again = finder.find(f"She is with {brackets}.", [], knowledge)

    assert name in [m.span.name for m in again if m.span]


def test_an_acronym_holds_in_later_blocks(finder: MentionFinder) -> None:
    knowledge = Knowledge()
    finder.learn("The Harbour Safety Coordination Centre (HSCC) opened.", [], knowledge)

    (mention,) = finder.find("Staff of HSCC left.", [], knowledge)

    assert mention.span
    assert mention.span.name == "Harbour Safety Coordination Centre"


@pytest.mark.parametrize(
    ("introduced", "acronym", "name"),
    [
        ("Council of Ministers of the Harbour Safety Organisation", "HSO",
         "Harbour Safety Organisation"),
        ("Office of the Harbour Safety Commission of Peru", "HSC",
         "Harbour Safety Commission of Peru"),
        ("Commission for the Safety of the Harbours", "CSH",
         "Commission for the Safety of the Harbours"),
        ("Harbour Police of the Czech Republic", "CR", "Harbour Police of the Czech Republic"),
        ("4th Plenary Meeting of the Harbour Group on Safety", "HAG", "Harbour Group on Safety"),
        ("Porto Conference of the Harbour Group", "PCHG",
         "Porto Conference of the Harbour Group"),
    ],
    ids=["whole", "whole-of-state", "part", "state", "who-meets", "event"],
)  # fmt: skip
def test_an_acronym_with_the_letters_of_the_whole_alone_means_the_whole(
    finder: MentionFinder, introduced: str, acronym: str, name: str
) -> None:
    knowledge = Knowledge()
    finder.learn(f"The {introduced} ({acronym}) opened.", [], knowledge)

    assert knowledge.acronyms[acronym].name == name


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Europol replied.", EntityType.ORGANISATION, "Europol"),
        ("KFOR moved.", EntityType.OPERATION, "KFOR"),
        ("The Kosovo Force moved.", EntityType.OPERATION, "Kosovo Force"),
        ("EULEX moved.", EntityType.ORGANISATION, "EULEX"),
    ],
    ids=["body", "force-by-acronym", "force-by-name", "civilian-mission"],
)
def test_the_gazetteer_tells_bodies_from_forces(
    find: Find, text: str, kind: EntityType, name: str
) -> None:
    (mention,) = find(text)

    assert mention.span
    assert (mention.type, mention.span.name) == (kind, name)


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Staff of Corvid Logistics left.", ("Corvid Logistics", "ORG"), EntityType.ORGANISATION),
        ("They met in Ostvik Harbour.", ("Ostvik Harbour", "ORG"), EntityType.PLACE),
        ("They saw the Ostvik.", ("the Ostvik", "LOC"), EntityType.PLACE),
        ("They left Oman’s.", ("Oman’s", "GPE"), EntityType.COUNTRY),
    ],
    ids=["body", "town-after-in", "article", "state"],
)
def test_labels_of_the_model_fill_the_gaps(
    finder: MentionFinder, text: str, label: tuple[str, str], kind: EntityType
) -> None:
    start = text.index(label[0])
    labels = [(start, start + len(label[0]), label[1])]

    (mention,) = finder.find(text, labels, Knowledge())

    assert mention.type == kind


@pytest.mark.parametrize("form", ["Foreign Affairs", "Prime Minister", "corvid"])
def test_titles_and_common_nouns_that_the_model_labels_are_no_bodies(
    finder: MentionFinder, form: str
) -> None:
    found = finder.find(form, [(0, len(form), "ORG")], Knowledge())

    assert [m for m in found if m.type == EntityType.ORGANISATION] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Austria's Federal Criminal Police Office replied.", "Federal Criminal Police Office"),
        ("Austria: Federal Criminal Police Office", "Federal Criminal Police Office"),
        ("The Philippine Department of Justice replied.", "Philippine Department of Justice"),
        ("The Department of Justice of Palau replied.", "Department of Justice of Palau"),
        ("The Department of Justice replied.", "United States Department of Justice"),
        ("Austria: aid by the Department of Justice", "United States Department of Justice"),
    ],
    ids=["possessive", "label", "adjective", "of-state", "alone", "helper-in-a-line"],
)
def test_the_words_beside_a_listed_body_give_it_to_another_state(
    named: Named, text: str, name: str
) -> None:
    assert named(text, EntityType.ORGANISATION) == [name]


def test_the_rest_of_a_university_s_name_is_no_body(find: Find) -> None:
    (mention,) = find("He taught at the University of Gravendal School of Law.")

    assert mention.span is not None
    assert [inner.name for inner in mention.span.within] == []


def test_a_head_alone_is_no_beginning_of_another_name(named: Named) -> None:
    text = "The Harbour Law Institute met. The Institute of Fort Torsk sent a team."

    assert "Harbour Law Institute" not in named(text, EntityType.ORGANISATION)[1:]


def test_a_name_cut_behind_a_noun_of_places_is_no_other_name(find: Find) -> None:
    (body,) = find("She joined the Lisbon Attorney’s Office for the District of Torsk.")

    assert body.span is not None
    assert not [alias for alias in body.span.aliases if alias.endswith("District")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Financial Action Task Force", EntityType.ORGANISATION),
        ("Conference on Disarmament", EntityType.ORGANISATION),
        ("Pacific Islands Forum Fisheries Agency", EntityType.ORGANISATION),
        ("Government Communications Headquarters", EntityType.ORGANISATION),
        ("United Nations Disengagement Observer Force (UNDOF)", EntityType.OPERATION),
    ],
    ids=["task-force", "conference", "forum-inside", "headquarters", "introduced-force"],
)
def test_a_long_name_of_the_gazetteer_is_what_that_says(
    finder: MentionFinder, name: str, kind: EntityType
) -> None:
    knowledge, text = Knowledge(), f"They spoke to the {name} on Monday."
    finder.learn(text, [], knowledge)

    (mention,) = finder.find(text, [], knowledge)

    assert mention.type == kind
    assert text[mention.start : mention.end] == name


def test_an_event_of_a_body_is_more_than_the_body(find: Find) -> None:
    (mention,) = find("They spoke at the 12th Session of the Conference on Disarmament.")

    assert mention.type == EntityType.EVENT
