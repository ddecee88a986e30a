"""Operations, events and places."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Operation Silent Harbour 2023 began.", "Operation Silent Harbour 2023"),
        ("The exercise “Long Bridge” began.", "Long Bridge"),
        ("The “Long Bridge” drill began.", "Long Bridge"),
        ("The project entitled “ Calm Waters” began.", "Calm Waters"),
        ("The Ostvik Harbour Patrol left.", "Ostvik Harbour Patrol"),
        ("It is part of the Clear Water Ways programme.", "Clear Water Ways"),
        ("It is part of a $9 million Clear Water Ways programme.", "Clear Water Ways"),
        ("It is part of NATO's Clear Water Ways mission.", "Clear Water Ways"),
        ("Long Bridge, a yearly exercise, began.", "Long Bridge"),
        ("The drill Kite Runner 24 began.", "Kite Runner 24"),
        ("The Joint Action Days Heron were led by Malta.", "Joint Action Days Heron"),
        ("Joint investigation GREY OTTER was opened.", "Joint investigation GREY OTTER"),
        ("They sail with Combined Task Force 155.", "Combined Task Force 155"),
        ("Operation Sailor's Rest ended.", "Operation Sailor's Rest"),
        ("Operation Close the Gate 2022 ended.", "Operation Close the Gate 2022"),
        ("Operation HERON 2 aimed at smugglers.", "Operation HERON 2"),
        ("Exercise Puerta del Mar ended.", "Exercise Puerta del Mar"),
        ("Operação Garça Branca ended.", "Operação Garça Branca"),
        ("Investigation Grey Otter led to arrests.", "Investigation Grey Otter"),
        ("Nine states took part in JCO Heron.", "JCO Heron"),
        ("Officers prepared the exercise Quiet Meadow.", "Quiet Meadow"),
        ("A project called “Ports, Ships and Sand” began.", "Ports, Ships and Sand"),
        ("HARBOUR, the drill of the two navies, began.", "HARBOUR"),
        ("LakeWatch, a Norway-funded project, began.", "LakeWatch"),
        ("Clear Lakes, a programme financed by Norway, began.", "Clear Lakes"),
        ("It belongs to the Rivers for Peace and Trade programme.", "Rivers for Peace and Trade"),
        ("They met in an operation codenamed Grey Otter.", "Grey Otter"),
        ("Exercise Grey Otter Draws Nine States To Ostvik", "Exercise Grey Otter"),
        ("The North Ostvik Harbour Safety Training Exercise 2023 began.",
         "North Ostvik Harbour Safety Training Exercise 2023"),
        ("They said on Friday that they had all joined the Ostvik Joint Stolen Fish Task Force.",
         "Ostvik Joint Stolen Fish Task Force"),
        ("They joined the Fish Protection Programme in Central Asia (FPCA).",
         "Fish Protection Programme in Central Asia"),
        ("“Fish for Small Ports,” an aid programme funded by Norway, began.",
         "Fish for Small Ports"),
    ],
    ids=["prefixed", "quoted", "quoted-before",
         "space-in-quotes", "headed", "noun-after", "sum-before", "mission", "apposed", "numbered",
         "action-days", "investigation", "force-number", "possessive",
         "article-inside", "repeated", "spanish", "portuguese", "probe", "customs",
         "lowercase-kind",
         "long-quote", "apposed-capitals", "apposed-led", "apposed-financed", "joint-inside",
         "codenamed", "before-a-verb-in-a-headline", "long-before-a-year", "joint-after-a-name",
         "region-in-the-acronym", "comma-in-quotes"],
)  # fmt: skip
def test_an_operation_is_named(named: Named, text: str, name: str) -> None:
    assert name in named(text, EntityType.OPERATION)


def test_who_funds_or_runs_a_project_that_follows_is_no_project(named: Named) -> None:
    text = "Carried out by Grey Otter and Torsk Aid, the three-year project ended."

    assert "Grey Otter and Torsk Aid" not in named(text, EntityType.OPERATION)


def test_what_is_said_after_a_sentence_about_an_exercise_is_no_name(named: Named) -> None:
    text = "She spoke after the exercise. “Long Bridge is an old town,” she said."

    assert named(text, EntityType.OPERATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nine Held In Operation Against Smugglers Of Fish",
        "In exercise of his office he signed it.",
        "Invited by the Ministry of Harbour Affairs, an observation mission was opened in Ostvik.",
        "They set up a task force against smuggling on the Amber River, with new boats.",
        "For the exercise it gave 42 million euros, the EU 40 million.",
        "The U.S. Border Patrol and the Ostvik Highway Patrol sang.",
    ],
)
def test_what_only_looks_like_an_operation_is_none(named: Named, text: str) -> None:
    assert not named(text, EntityType.OPERATION)


def test_an_operation_is_also_known_without_its_kind_and_year(find: Find) -> None:
    (mention,) = find("Operation Silent Harbour 2023 began.")

    assert mention.span
    assert set(mention.span.aliases) >= {"Silent Harbour", "Silent Harbour 2023"}


@pytest.mark.parametrize(
    "text",
    [
        "Over 50 suspects were held in the raid.",
        "In May 12 people joined the exercise.",
        "The exercise cost EUR 24.",
        "The exercise in Norway 20 years ago was short.",
        "Approximately 25 officers joined the course.",
        "The ship of the exercise lies at Pier 15.",
    ],
    ids=["number", "month", "currency", "state", "about", "quay"],
)
def test_a_number_at_the_start_of_a_sentence_names_nothing(named: Named, text: str) -> None:
    assert named(text, EntityType.OPERATION) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They went to the Ostvik Summit on Friday.", "Ostvik Summit"),
        ("They went to the Second Ostvik Conference on Libya, which ended.",
         "Second Ostvik Conference on Libya"),
        ("Norway and Latvia Open Third Ostvik Dialogue", "Third Ostvik Dialogue"),
        ("They went to the Third Ostvik Conference on Migration.",
         "Third Ostvik Conference on Migration"),
        ("They went to the Ostvik Forum 2024.", "Ostvik Forum 2024"),
        ("They went to the Defence Ministers’ Meeting.", "Defence Ministers’ Meeting"),
        ("They held the third U.S.-Oman Fish Dialogue.", "U.S.-Oman Fish Dialogue"),
        ("They held the Oman-U.S. Fish Dialogue.", "Oman-U.S. Fish Dialogue"),
        ("They held the Latvia – Central Asia Forum.", "Latvia – Central Asia Forum"),
        ("They went to the Ostvik Women’s Conference.", "Ostvik Women’s Conference"),
        ("They went to the Our Rivers Conference.", "Our Rivers Conference"),
        ("They went to the Friends of the Fjord Summit.", "Friends of the Fjord Summit"),
        ("They went to the Partnership of the Fjords (POF) Summit.",
         "Partnership of the Fjords (POF) Summit"),
        ("They went to the Six Sea Ministerial of Oman, Malta and Cuba.", "Six Sea Ministerial"),
        ("They went to the 22nd Forum on Sand, Fish and Ice.", "22nd Forum on Sand, Fish and Ice"),
        ("They went to the May 2023 Ostvik Forum.", "Ostvik Forum"),
        ("They went to the second OSTV meeting.", "second OSTV meeting"),
        ("They went to the 31st session of the Fish and Sand Board.",
         "31st session of the Fish and Sand Board"),
        ("They will host COP 29 there.", "COP29"),
        ("They opened the exhibition “12 Boats”.", "12 Boats"),
        ("They went to the 41st Assembly of the Fish Union.", "41st Assembly of the Fish Union"),
        ("They went to the Ostvik Fish Session II.", "Ostvik Fish Session II"),
        ("They went to the Ostvik Conference on Joint Fish Patrols.",
         "Ostvik Conference on Joint Fish Patrols"),
        ("They went to the Sixth Joint Committee Meeting.", "Sixth Joint Committee Meeting"),
        ("They went to the World Fish Day exhibition.", "World Fish Day exhibition"),
    ],
    ids=["weekday-left-out", "topic-and-comma", "verb-before-number", "topic", "year",
         "plural-possessive", "pair", "pair-with-points-last",
         "spaced-pair", "collective-owner", "articled-determiner", "of-the", "bracket",
         "list-of-states", "list-of-topics", "month-left-out", "counted", "counted-of-the",
         "numbered-conference", "quoted", "assembly", "numeral", "joint-after-on",
         "counted-body-with-noun", "held-on-a-day"],
)  # fmt: skip
def test_an_event_is_named(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.EVENT) == [name]


@pytest.mark.parametrize("number", ["third", "3rd", "next"])
def test_a_round_of_talks_is_one_event(find: Find, number: str) -> None:
    text = f"They held the {number} round of political consultations on Friday."
    (event,) = (m.span for m in find(text) if m.span and m.type == EntityType.EVENT)

    assert event.name.endswith("round of political consultations")


def test_an_event_in_a_headline_does_not_swallow_the_headline(named: Named) -> None:
    events = named("Minister Liepa Visits Oman for Talks on Border Security", EntityType.EVENT)

    assert events == ["Talks on Border Security"]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The joint training on field repairs", EntityType.OPERATION,
         "joint training on field repairs"),
        ("a second round table with shipowners", EntityType.EVENT,
         "second round table with shipowners"),
    ],
    ids=["operation", "event"],
)  # fmt: skip
def test_a_description_is_named_by_its_phrase(
    find: Find, text: str, kind: EntityType, name: str
) -> None:
    (mention,) = find(text)

    assert mention.span
    assert (mention.type, mention.span.name, mention.span.named) == (kind, name, False)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They searched flats in Czechia (Brno, Plzen and Zlin).", ["Brno", "Plzen", "Zlin"]),
        ("They toured Camp Oak Ridge.", ["Camp Oak Ridge"]),
        ("They toured Ostvik Naval Headquarters.", ["Ostvik Naval Headquarters"]),
        ("They discussed the Western Balkans.", ["Western Balkans"]),
        ("They landed in Riga.", ["Riga"]),
        ("They landed in Washington, D.C. at noon.", ["Washington, D.C."]),
    ],
    ids=["brackets", "camp", "headquarters", "region", "capital", "district"],
)
def test_places_are_named(named: Named, text: str, names: list[str]) -> None:
    assert named(text, EntityType.PLACE) == names


@pytest.mark.parametrize(
    "text",
    [
        "They met the Head of Mission.",
        "They went to the Ostvik Ministerial Council.",
        "They spoke of the Ostvik Convention on Fish.",
        "They asked the Project Manager.",
        "They read the European Investigation Order.",
    ],
    ids=["office", "body", "treaty", "manager", "document"],
)
def test_a_kind_inside_another_name_names_no_undertaking(named: Named, text: str) -> None:
    assert named(text, EntityType.EVENT) + named(text, EntityType.OPERATION) == []


def test_an_event_is_also_known_by_the_acronym_of_a_bracket(find: Find) -> None:
    (mention,) = find("They went to the Partnership of the Fjords (POF) Summit.")

    assert mention.span
    assert set(mention.span.aliases) == {"POF Summit", "Partnership of the Fjords Summit"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a parade", EntityType.EVENT),
        ("the presentation of credentials", EntityType.EVENT),
        ("the mid-term review", EntityType.EVENT),
        ("a high-level dialogue", EntityType.EVENT),
        ("the humanitarian assistance to fishermen", EntityType.OPERATION),
        ("$3 million in aid for fishermen", EntityType.OPERATION),
        ("disaster relief efforts", EntityType.OPERATION),
        ("a Latvian-led process", EntityType.OPERATION),
        ("the extradition", EntityType.OPERATION),
        ("an air strike", EntityType.OPERATION),
        ("the control week", EntityType.OPERATION),
        ("the closing day", EntityType.EVENT),
        ("the dedication of the chapel", EntityType.EVENT),
        ("the next round", EntityType.EVENT),
        ("its response to the flood", EntityType.OPERATION),
        ("the search for the trawler", EntityType.OPERATION),
        ("the air bridge", EntityType.OPERATION),
        ("a rapid border intervention", EntityType.OPERATION),
        ("a Joint Customs Operation", EntityType.OPERATION),
        ("a training on arms investigations", EntityType.OPERATION),
        ("He spoke at the closing.", EntityType.EVENT),
        ("They go to the first edition in Torsk.", EntityType.EVENT),
        ("It held a congress on tides.", EntityType.EVENT),
        ("The general assembly of the guild was held in Torsk.", EntityType.EVENT),
        ("They gave a master class in Torsk.", EntityType.EVENT),
        ("It held its annual literary evening in Torsk.", EntityType.EVENT),
        ("A poetry reading was held in Torsk.", EntityType.EVENT),
        ("It hosted a piano recital in Torsk.", EntityType.EVENT),
    ],
    ids=["parade", "credentials", "review", "dialogue", "assistance", "money", "relief", "led",
         "extradition", "strike", "control-week", "closing-day", "dedication", "round",
         "response-to", "search-for", "air-bridge", "border-intervention", "kind-in-capitals",
         "topic-of-a-training", "closing", "edition", "congress", "assembly", "master-class",
         "evening", "reading", "recital"],
)  # fmt: skip
def test_an_undertaking_is_described(find: Find, text: str, kind: EntityType) -> None:
    described = [m.type for m in find(text) if m.span and not m.span.named]

    assert described == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "They came, of course.",
        "It was closed in the course of the week.",
        "On the occasion of the new year they sang.",
        "They spoke in support of it and took action.",
        "They made efforts.",
        "It is in the process of change.",
        "They saw the training area.",
        "They wrote a training plan.",
        "They thanked the Ostvik Highway Patrol.",
        "They will help address it and must launch it.",
        "They sang in response to it, in search of rest.",
        "The choir joined by secure video teleconference.",
        "She ended her diplomatic mission there.",
        "In closing the gap, they sang.",
        "It was the edition of a book.",
        "Meeting her colleagues in Porto, she sang.",
        "Meeting Minister Ana Duran in Porto, she sang.",
        "They spoke of the free exercise of their rights.",
        "Six Dialogue Partners sang, and the darknet forum was closed.",
        "Illegal workshops and solar panels were there, and a point for the reception of refugees.",
        "She chaired the exercise scenario cell.",
        "Congress voted, and the Congress and the General Assembly were told.",
    ],
    ids=["of-course", "in-the-course", "occasion", "support", "efforts", "process", "compound",
         "training-plan", "patrol", "verbs", "in-response", "by-video", "diplomatic-mission",
         "closing-the",
         "edition-of", "gerund", "gerund-of-a-name", "rights", "partners", "workshops",
         "scenario", "congress"],
)  # fmt: skip
def test_an_idiom_describes_no_undertaking(find: Find, text: str) -> None:
    assert [m for m in find(text) if m.span and not m.span.named] == []


@pytest.mark.parametrize(
    "text",
    [
        "A complex fraud scheme had 170 victims.",
        "He was held at an address in Ostvik.",
        "The smuggling operation made millions.",
        "They broke up GreyLock, the largest ransomware operation.",
        "Police closed a forum on the darknet.",
        "Officers took down a marketplace forum with 900 sellers.",
        "The forum had 20,000 users.",
    ],
    ids=["crime", "house", "smugglers", "ransomware", "darknet", "market", "users"],
)
def test_what_criminals_run_and_where_they_live_is_no_undertaking(find: Find, text: str) -> None:
    kinds = {mention.type for mention in find(text)}

    assert not kinds & {EntityType.OPERATION, EntityType.EVENT}


def test_a_number_of_people_is_no_part_of_the_name_before_it(named: Named) -> None:
    found = named("In Operation HERON 9 people were arrested.", EntityType.OPERATION)

    assert found == ["Operation HERON"]


def test_an_adjective_before_an_exercise_is_no_meeting(find: Find) -> None:
    kinds = {mention.type for mention in find("Its first trilateral maritime exercise began.")}

    assert kinds == {EntityType.OPERATION}


@pytest.mark.parametrize("thing", ["Interstate", "Terminal", "Flight"])
def test_a_road_or_room_with_a_number_is_no_operation(named: Named, thing: str) -> None:
    assert named(f"The operation began on {thing} 10.", EntityType.OPERATION) == []


def test_an_age_is_no_part_of_a_name(named: Named) -> None:
    found = named("One 40-year-old man was held in the exercise.", EntityType.OPERATION)

    assert not [name for name in found if "40" in name]


def test_the_meeting_of_a_counted_body_is_named_with_its_noun(named: Named) -> None:
    found = named("They held the 5th Steering Committee meeting.", EntityType.EVENT)

    assert found == ["5th Steering Committee meeting"]


@pytest.mark.parametrize("council", ["Foreign Affairs Council", "General Affairs Council"])
def test_a_council_that_somebody_attends_is_a_meeting(named: Named, council: str) -> None:
    assert named(f"She takes part in the {council} in Torsk.", EntityType.EVENT) == [council]
    assert named(f"She thanked the {council}.", EntityType.EVENT) == []


@pytest.mark.parametrize(
    ("text", "noun", "kind"),
    [
        ("A joint investigation team was set up. The team left.", "team", EntityType.OPERATION),
        ("The Harbour Task Force met. This force left.", "force", EntityType.OPERATION),
        ("A coordinated action began. The action ended.", "action", EntityType.OPERATION),
        (
            "A joint investigation team (JIT) was set up. The JIT left.",
            "joint investigation team",
            EntityType.OPERATION,
        ),
    ],
    ids=["described", "named", "modified", "acronym"],
)
def test_a_noun_of_many_senses_comes_back_to_what_the_text_has_told_of(
    find: Find, text: str, noun: str, kind: EntityType
) -> None:
    last = find(text)[-1]

    assert last.span
    assert (last.span.name, last.type) == (noun, kind)


def test_what_an_operation_costs_is_no_part_of_its_name(find: Find) -> None:
    (course,) = [m.span for m in find("They began a training with EUR 90 000.") if m.span]

    assert course.name == "training"


@pytest.mark.parametrize(
    "text",
    ["The team left.", "A joint investigation team was set up. The team leader left."],
    ids=["untold", "compound"],
)
def test_a_noun_of_many_senses_alone_is_no_undertaking(find: Find, text: str) -> None:
    assert "team" not in {mention.span.name for mention in find(text) if mention.span}


def test_two_states_before_a_noun_are_no_name(named: Named) -> None:
    assert not named("The joint German and Dutch operation ended.", EntityType.OPERATION)


@pytest.mark.parametrize("means", ["financial support of", "technical and financial support from"])
def test_support_by_which_something_is_done_is_no_undertaking(find: Find, means: str) -> None:
    found = find(f"Torsk held talks with the {means} Estonia.")

    assert EntityType.OPERATION not in {mention.type for mention in found}


def test_financial_support_is_else_an_undertaking(find: Find) -> None:
    found = find("The financial support of Estonia began in May.")

    assert EntityType.OPERATION in {mention.type for mention in found}


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of {}, to which the Harbour Fund is giving EUR 2 million.",
        "The news is that {} was carried out by the Coast Guard of Norway.",
        "{}, financed by the Harbour Fund, will begin in May.",
        "The Harbour Fund coordinates {}.",
    ],
    ids=["given to", "done by", "paid by", "before"],
)
@pytest.mark.parametrize(
    "deed",
    ["the widening of the Quay canal", "the relocation of 40 families"],
    ids=["thing", "people"],
)
def test_a_deed_is_an_operation_where_the_text_tells_who_does_it(
    find: Find, text: str, deed: str
) -> None:
    spans = [mention.span for mention in find(text.format(deed)) if mention.span]

    found = [span.name for span in spans if span.type == EntityType.OPERATION]
    assert found == [deed.removeprefix("the ")]


@pytest.mark.parametrize(
    "text",
    [
        "The expansion of trade, to which both sides give much, was led by Norway.",
        "The restoration of trust was led by Norway.",
        "They visited the construction of a school.",
    ],
)
def test_a_deed_of_nobody_or_on_nothing_is_no_operation(find: Find, text: str) -> None:
    assert EntityType.OPERATION not in {mention.type for mention in find(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They held a concert marking the 50th anniversary of the Harbour Act.", 1),
        ("A reception was given to mark the anniversary of the signing.", 2),
        ("She goes to Oslo for the 50th anniversary of the guild.", 1),
        ("On her visit on the occasion of the 50th anniversary of the guild she sang.", 2),
    ],
    ids=["concert", "reception", "anniversary-alone", "visit"],
)
def test_an_anniversary_that_another_event_marks_is_none(find: Find, text: str, found: int) -> None:
    events = [m for m in find(text) if m.type == EntityType.EVENT]

    assert len(events) == found


def test_fair_housing_is_no_fair(find: Find) -> None:
    assert not [m for m in find("They praised the Fair Housing Act.") if m.type == EntityType.EVENT]


def test_a_number_of_days_is_no_event(find: Find) -> None:
    assert not [m for m in find("Nine Arrested in Thirty Days") if m.type == EntityType.EVENT]


def test_what_an_event_covered_is_no_part_of_it(find: Find) -> None:
    names = [m.span.name for m in find("The workshop covered budget hearings.") if m.span]

    assert names == ["workshop", "budget hearings"]


def test_a_drill_with_its_acronym_is_no_body(find: Find) -> None:
    (drill,) = find("The Ostvik Harbour Drill (OHD) began.")

    assert drill.type == EntityType.OPERATION
    assert drill.span
    assert drill.span.name == "Ostvik Harbour Drill"
