"""What wordings around names and lists state."""

import json
from collections import Counter
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.shapes.wording import read_entries, read_wordings
from communique.graph import Statement
from communique.ontology import Relation, Status

Says = Callable[..., set[tuple[str, str, str]]]
ENTRIES = read_entries()


@pytest.mark.model
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_a_wording_states_its_example(says: Says, entry: dict[str, str]) -> None:
    found = says(entry["example"])

    assert [t for t in found if t[1] == entry["relation"] and entry["expects"] in (t[0], t[2])]


def test_every_wording_has_its_own_name() -> None:
    names = [wording.name for wording in read_wordings()]

    assert len(set(names)) == len(names)


def test_a_word_that_means_the_same_in_several_files_stands_once() -> None:
    sources = [p for p in files("communique.extractors.shapes").iterdir() if p.name[-5:] == ".json"]
    read = [json.loads(source.read_text(encoding="utf-8")) for source in sources]
    words = Counter(word for raw in read for word in raw.get("words", raw).items())

    assert [name for (name, _), count in words.items() if count > 1] == []


LISTS = {
    "elliptic": "Nine people were arrested in Estonia, five in Latvia and two in Peru.",
    "with-bodies": "The Estonian Police, the Coast Guard of Latvia and Peru took part.",
    "in-brackets": "Officers from Estonia (Tallinn), Latvia (Riga) and Peru searched nine ships.",
    "counted": "Estonia, Latvia and Peru have sent two frigates each.",
    "of-whom": "Six soldiers took part, three from Estonia, two from Latvia, one from Peru.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", LISTS.values(), ids=LISTS)
def test_an_operation_involves_every_state_of_a_list(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}")

    states = {thing for _, relation, thing in found if relation == "INVOLVES"}
    assert states >= {"Estonia", "Latvia", "Peru"}


ELSEWHERE = {
    "an-event": "Estonia and Latvia took part in the Porto Conference.",
    "denied": "Estonia and Latvia did not take part.",
    "suspects": "The suspects are citizens of Estonia and Latvia.",
    "sold": "The goods were sold in Estonia and Latvia.",
    "training-given": "Estonia sent its minister.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", ELSEWHERE.values(), ids=ELSEWHERE)
def test_an_operation_involves_no_state_of_another_matter(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}")

    assert not [thing for _, relation, thing in found if relation == "INVOLVES"]


@pytest.mark.model
def test_several_projects_involve_the_states_they_are_in(says: Says) -> None:
    found = says("The money will support aid projects in Estonia, Latvia and Peru.")

    states = {thing for _, relation, thing in found if relation == "INVOLVES"}
    assert states == {"Estonia", "Latvia", "Peru"}


@pytest.mark.model
def test_only_the_last_operation_of_a_list_involves_the_state_behind_it(says: Says) -> None:
    found = says(
        "Soldiers serve in Operation HARBOUR, Operation FJORD and Operation HERON in Peru."
    )

    assert {one for one, relation, _ in found if relation == "INVOLVES"} == {"Operation HERON"}


@pytest.mark.model
def test_those_who_meet_meet_where_their_meeting_is_held(says: Says) -> None:
    found = says("The meeting of senior experts of this forum was also held in Porto.")

    held = {thing for thing, relation, place in found if relation == "HELD_IN"}
    assert held == {"meeting of senior experts of this forum"}


@pytest.mark.model
@pytest.mark.parametrize(
    "again", ["All three", "The three countries", "The three"], ids=["all", "countries", "the"]
)
def test_a_number_means_those_who_were_named_together(says: Says, again: str) -> None:
    found = says(f"Estonia, Latvia and Peru met in Porto. {again} are members of NATO.")

    members = {state for state, relation, _ in found if relation == "MEMBER_OF"}
    assert members == {"Estonia", "Latvia", "Peru"}


JOINED = {
    "named-apart": ("The EU-funded MIDAS project ended.", "EU", "FUNDS"),
    "adjective": ("The Swiss-financed RAIL project ended.", "Switzerland", "FUNDS"),
    "coordinated": ("A Europol-coordinated operation ended.", "Europol", "COORDINATES"),
    "in-a-description": ("Latvia hosts a Norwegian-led battlegroup.", "Norway", "LEADS"),
    "in-an-office": ("The Commander of the NATO-led KFOR, Ana Duran, spoke.", "NATO", "LEADS"),
    "state-of-two-words": (
        "The Commander of the South Sudan-led Operation HARBOUR, Ana Duran, spoke.",
        "South Sudan",
        "LEADS",
    ),
    "supported": ("The Europol-supported Operation HARBOUR ended.", "Europol", "SUPPORTS"),
}


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "doer", "relation"), JOINED.values(), ids=JOINED)
def test_a_participle_joined_to_a_name_says_who_does_it(
    says: Says, sentence: str, doer: str, relation: str
) -> None:
    assert (doer, relation) in {triple[:2] for triple in says(sentence)}


@pytest.mark.model
def test_a_participle_speaks_of_the_force_behind_it(says: Says) -> None:
    found = says("The Commander of KFOR and former Deputy of the EU-led Operation HARBOUR spoke.")

    assert {triple[2] for triple in found if triple[1] == "LEADS"} <= {"Operation HARBOUR"}


@pytest.mark.model
def test_an_initiative_named_after_a_body_is_not_the_body(says: Says) -> None:
    found = says("She backed the NATO 2030 initiative. They discussed NATO missions in Estonia.")

    assert ("NATO 2030", "INVOLVES", "Estonia") not in found


UNSTATED = {
    "asked-whether": "Journalists asked whether the money came from Estonia.",
    "asked-by-many": "Peru, Chile and Norway asked if the travel costs were borne by Estonia.",
    "asked-if": "Critics asked if Operation HARBOUR was organised by Estonia.",
    "debated": "Parliament debated whether Operation HARBOUR should be led by Estonia.",
    "thought": "It was once thought that Operation HARBOUR was led by Estonia.",
    "rumour": "Rumours that the travel costs were borne by Estonia are false.",
    "claimed": "The paper claimed, wrongly, that the travel costs were borne by Estonia.",
    "owed": "Estonia paid 3 million euros in damages to the victims of the flood.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", UNSTATED.values(), ids=UNSTATED)
def test_a_wording_states_nothing_that_its_clause_does_not(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}")

    assert not [triple for triple in found if "Estonia" in triple]


OF_OTHERS = {
    "next": "It was an operation by police of Peru, hailed by Chile, and a club, backed by Latvia.",
    "group": "They joined an exercise of ships from the Harbour Group, led by Latvia.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_is_said_of_something_among_the_doers_is_not_said_of_the_operation(
    says: Says, sentence: str
) -> None:
    helped = {"SUPPORTS", "LEADS", "COORDINATES"}
    assert not [triple for triple in says(sentence) if "Latvia" in triple and triple[1] in helped]


@pytest.mark.model
def test_the_state_where_an_event_is_attended_does_not_attend_it(says: Says) -> None:
    found = says("Minister Ana Duran will travel to Singapore tomorrow to attend the Porto Forum.")

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Forum") in found
    assert ("Singapore", "PARTICIPATES_IN", "Porto Forum") not in found


BODIES = {
    "arrests-by": "The arrests were made on Monday by the Coast Guard and the Estonian Police.",
    "staffed-by": "It was staffed by the Coast Guard and the Estonian Police.",
    "joining": "The Coast Guard and the Estonian Police joined it in 2021.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", BODIES.values(), ids=BODIES)
def test_bodies_by_which_a_state_is_involved_take_part(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}")

    assert ("Estonian Police", "PARTICIPATES_IN", "Operation HARBOUR") in found
    assert ("Operation HARBOUR", "INVOLVES", "Estonia") in found


ATTENDED = {
    "main-event": ("Estonia attended as an observer.", "Porto Conference"),
    "named-here": ("At the Ostvik Forum, Estonia attended as an observer.", "Ostvik Forum"),
    "operation": ("Estonia attends Exercise WAVE as an observer.", "Exercise WAVE"),
}


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "event"), ATTENDED.values(), ids=ATTENDED)
def test_who_attends_is_at_what_the_sentence_names_or_the_release_is_about(
    says: Says, sentence: str, event: str
) -> None:
    found = says(f"The Porto Conference began on Friday. {sentence}")

    assert ("Estonia", "PARTICIPATES_IN", event) in found


PROGRAMMES = {
    "paid-by": "It was funded by Latvia's Harbour Programme.",
    "possible": "It was made possible with funding from Latvia's Harbour Programme.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", PROGRAMMES.values(), ids=PROGRAMMES)
def test_whose_programme_pays_for_something_funds_that_and_not_the_programme(
    says: Says, sentence: str
) -> None:
    found = says(f"Operation LANTERN ended on Friday. {sentence}")

    assert ("Latvia", "FUNDS", "Operation LANTERN") in found
    assert not [thing for _, relation, thing in found if relation == "FUNDS" and "Harb" in thing]


@pytest.mark.model
def test_states_that_a_working_group_brings_together_do_nothing_by_it(says: Says) -> None:
    found = says("Estonia and Latvia took part in the Harbour Working Group on Fish.")

    assert ("Estonia", "PARTICIPATES_IN", "Harbour Working Group on Fish") in found
    assert not [triple for triple in found if triple[1] == "INVOLVES"]


@pytest.mark.model
def test_a_workshop_of_a_body_is_no_part_of_it_as_its_sitting_is(says: Says) -> None:
    found = says("The meeting of the Harbour Council and the workshop of the Harbour Agency ended.")

    assert {thing for _, relation, thing in found if relation == "PART_OF"} == {"Harbour Council"}


APART = {
    "letter-to": "Estonia sent a letter of protest to President Carl Berg.",
    "invitation-to": "NATO sent an invitation to Minister Ana Duran.",
    "greetings-through": "Estonia sent its greetings through Minister Ana Duran.",
    "envoy-to": "Estonia sent its envoy Ana Duran to President Carl Berg.",
    "came-from-elsewhere": "The delegates discussed the refugees. They came from Syria and Iraq.",
    "followed-from-afar": "Students from Estonia followed the debate on television.",
    "met-by-themselves": "In March, officials from Latvia met in Riga to prepare a trade deal.",
    "spoke-elsewhere": "Officials from Latvia spoke in Riga to prepare a trade deal.",
    "spoke-that-day": "On Monday, officials from Latvia spoke of a trade deal.",
    "unveiled-elsewhere": "President Carl Berg unveiled a plaque in Riga.",
    "unveiled-that-year": "In 2019, President Carl Berg unveiled a plaque.",
    "declined": "Invitations were issued to Russia and Belarus, but both declined.",
    "turned-down": "Invitations were issued to Russia and Belarus, which turned them down.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", APART.values(), ids=APART)
def test_nobody_attends_an_event_by_what_is_done_apart_from_it(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference began on Friday. {sentence}")

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


@pytest.mark.model
def test_who_is_invited_is_to_take_part(read: Callable[..., tuple[Statement, ...]]) -> None:
    found = read("The Porto Conference began on Friday. Invitations have been sent to Estonia.")

    states = [s.qualifiers.status for s in found if s.predicate == Relation.PARTICIPATES_IN]
    assert states == [Status.PLANNED]


LASTING = {
    "career": "Minister Ana Duran spent twenty years at Europol before she entered politics.",
    "since-a-year": "Ambassador Carl Berg, in Lisbon since 2019, received a medal.",
    "since-a-month": "Ambassador Carl Berg, in Lisbon since May, received a medal.",
    "for-years": "Ambassador Carl Berg, in Lisbon for two years, received a medal.",
    "for-a-term": "Ambassador Carl Berg, in Lisbon for a second term, received a medal.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", LASTING.values(), ids=LASTING)
def test_who_stays_for_months_or_years_is_on_no_visit(says: Says, sentence: str) -> None:
    assert not [triple for triple in says(sentence) if triple[1] == "VISITS"]


STAYS = {
    "morning": ("Minister Ana Duran spent a busy morning at Europol.", "Europol"),
    "since-morning": ("Minister Ana Duran, in Lisbon since this morning, spoke.", "Lisbon"),
    "for-a-meeting": ("Minister Ana Duran, in Lisbon for a meeting, spoke.", "Lisbon"),
}


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "place"), STAYS.values(), ids=STAYS)
def test_who_stays_for_hours_or_days_is_on_a_visit(says: Says, sentence: str, place: str) -> None:
    found = says(sentence, source="Ministry of Foreign Affairs of Norway")

    assert ("Ana Duran", "VISITS", place) in found


@pytest.mark.model
@pytest.mark.parametrize("matter", ["records", "data"])
def test_whose_papers_are_found_supports_no_search(says: Says, matter: str) -> None:
    found = says(
        f"Operation HARBOUR ended. Officers found {matter} from the National Bank of Latvia."
    )

    assert not [triple for triple in found if triple[1] == "SUPPORTS"]


@pytest.mark.model
def test_whose_data_was_received_supports_a_search(says: Says) -> None:
    found = says("Operation HARBOUR ended. Officers acted on data received from Europol.")

    assert ("Europol", "SUPPORTS", "Operation HARBOUR") in found


@pytest.mark.model
def test_a_visit_is_not_held_where_somebody_arrives_for_it(says: Says) -> None:
    found = says("Minister Ana Duran will travel to Lisbon on Friday for a three-day visit.")

    assert not [triple for triple in found if triple[1] == "HELD_IN"]


LISTED = {
    "offices": "Minister Ana Duran met with envoys accredited to Peru: the Ambassador of Latvia, "
    "Eva Tamm; the Ambassador of Estonia, Carl Berg; and the Ambassador of Malta, Dan Holt.",
    "received": "Ana Duran received credentials of Ambassadors Eva Tamm, Carl Berg and Dan Holt.",
    "presented": "Eva Tamm, Carl Berg and Dan Holt presented their credentials to Ana Duran.",
    "to-her-excellency": "Eva Tamm, Carl Berg and Dan Holt presented letters of credence to H.E. "
    "President Ana Duran.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", LISTED.values(), ids=LISTED)
def test_envoys_of_a_list_are_all_met(says: Says, sentence: str) -> None:
    found = says(sentence)

    for envoy in ("Eva Tamm", "Carl Berg", "Dan Holt"):
        assert (*sorted(("Ana Duran", envoy))[:1], "MEETS", max("Ana Duran", envoy)) in found


@pytest.mark.model
def test_who_invites_is_in_no_list_with_the_guest(says: Says) -> None:
    found = says(
        "At the invitation of Minister Ana Duran, the Foreign Minister of Latvia, Eva Tamm, will "
        "pay a visit to Portugal."
    )

    assert ("Eva Tamm", "VISITS", "Portugal") in found
    assert ("Ana Duran", "VISITS", "Portugal") not in found


@pytest.mark.model
def test_what_is_expected_is_planned(read: Callable[..., tuple[Statement, ...]]) -> None:
    found = read(
        "Minister Ana Duran is expected to meet the ambassadors of the states: Peru, Chile."
    )

    assert {s.qualifiers.status for s in found if s.predicate == Relation.MEETS} == {Status.PLANNED}


@pytest.mark.model
@pytest.mark.parametrize("what", ["a written message", "a letter", "an invitation"])
def test_who_receives_a_letter_meets_nobody(says: Says, what: str) -> None:
    found = says(f"Minister Ana Duran received {what} from Minister Carl Berg of Estonia.")

    assert not [triple for triple in found if triple[1] == "MEETS"]


def test_who_leads_a_delegation_to_an_event_does_not_lead_the_event(says: Says) -> None:
    found = says("The delegation to the Porto Conference is led by Minister Ana Duran.")

    assert ("Ana Duran", "LEADS", "Porto Conference") not in found


def test_nobody_takes_part_in_kinds_of_events(says: Says) -> None:
    found = says(
        "Minister Ana Duran of Estonia and Minister Carl Berg of Latvia discussed cooperation, "
        "holding conferences, workshops and exchanges of experts."
    )

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


@pytest.mark.model
def test_a_visit_has_no_parts(says: Says) -> None:
    found = says("Minister Ana Duran came to Lisbon. A seminar was held as part of the visit.")

    assert not [triple for triple in found if triple[1] == "PART_OF"]


@pytest.mark.model
def test_a_part_of_a_state_does_not_end_a_list_of_states(says: Says) -> None:
    found = says("Operation HARBOUR involved Norway, Denmark, Scotland, Sweden and Peru.")

    assert {thing for _, relation, thing in found if relation == "INVOLVES"} >= {"Sweden", "Peru"}


@pytest.mark.model
def test_who_moderated_an_event_led_it(says: Says) -> None:
    found = says(
        "A seminar for prosecutors was held on Friday. The event was moderated by Judge Carl Berg."
    )

    assert [thing for who, relation, thing in found if (who, relation) == ("Carl Berg", "LEADS")]


@pytest.mark.model
def test_whose_visit_is_discussed_at_a_meeting_is_not_met(says: Says) -> None:
    found = says(
        "Minister Ana Duran met the Ambassador of Malta, Dan Holt, and discussed with him the "
        "visit of the Defence Minister of Malta Carl Berg."
    )

    assert {triple for triple in found if triple[1] == "MEETS"} == {
        ("Ana Duran", "MEETS", "Dan Holt")
    }


@pytest.mark.model
def test_what_was_agreed_is_planned(says: Says) -> None:
    found = says("It was agreed that Estonia would lead Operation HARBOUR.")

    assert ("Estonia", "LEADS", "Operation HARBOUR") in found


@pytest.mark.model
def test_raids_in_the_plural_are_one_operation(says: Says) -> None:
    found = says("Europol supported joint raids between Estonia and Latvia.")

    assert {thing for _, relation, thing in found if relation == "INVOLVES"} == {
        "Estonia",
        "Latvia",
    }


@pytest.mark.model
def test_it_is_the_operation_where_something_takes_place(says: Says) -> None:
    found = says("Police carried out a large operation on Tuesday. It took place in Lisbon.")

    assert [place for _, relation, place in found if relation == "HELD_IN"] == ["Lisbon"]


@pytest.mark.model
def test_whom_a_moderator_calls_up_leads_nothing(says: Says) -> None:
    found = says("The rescue off Porto goes on.\n\nMODERATOR: Let’s go to Carl Berg, please.")

    assert not {triple for triple in found if triple[1] == "LEADS"}


@pytest.mark.model
def test_a_ceremony_stands_where_command_was_taken(says: Says) -> None:
    found = says("Major General Ana Duran took command of KFOR at a ceremony in Lisbon.")

    assert [town for _, relation, town in found if relation == "HELD_IN"] == ["Lisbon"]


NO_GIFTS = (
    "Estonia offered no aid to Latvia.",
    "Estonia stopped giving aid to Latvia in May.",
    "Estonia hardly gives any aid to Latvia.",
    "The National Police received ten items of stolen goods from Peru.",
    "Estonia secured EUR 3 million in damages from Peru.",
    "Police stopped a lorry with medicines from Latvia to Peru.",
    "Nine vehicles stolen by gangs from Estonia to Latvia were found.",
    "Estonia presented a report on food systems to Latvia.",
    "Latvia is grateful to Estonia for its lack of support.",
    "Estonia is one of the few former donors to Europol.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", NO_GIFTS)
def test_what_is_no_gift_gives_nothing(says: Says, sentence: str) -> None:
    assert not {t for t in says(sentence) if t[1] in {"SUPPORTS", "FUNDS"}}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "As a former member of NATO, Estonia knows this.",
        "Estonia is also naming 21 members of the National Police.",
        "Estonia is also welcoming nine members of NATO.",
    ],
)
def test_who_was_or_names_a_member_is_none(says: Says, sentence: str) -> None:
    assert not {t for t in says(sentence) if t[1] == "MEMBER_OF" and t[0] == "Estonia"}


@pytest.mark.model
def test_who_speaks_after_a_conference_was_led_does_not_lead_it(says: Says) -> None:
    found = says(
        "The Porto Conference was led by Minister Ana Duran on Friday, and Carl Berg spoke."
    )

    assert {t[0] for t in found if t[1] == "LEADS"} == {"Ana Duran"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "town", "others"),
    [
        ("Ferries sail from Latvia's port city of Liepaja, Oslo and Hamburg.", "Liepaja",
         {"Oslo", "Hamburg"}),
        ("The Swedish capital Stockholm, Oslo and Turku bid for it.", "Stockholm",
         {"Oslo", "Turku"}),
    ],
)  # fmt: skip
def test_only_the_first_of_a_list_is_the_town_of_a_state(
    says: Says, body: str, town: str, others: set[str]
) -> None:
    located = {found[0] for found in says(body) if found[1] == "LOCATED_IN"}

    assert town in located
    assert not located & others


BY_THE_WAY = (
    "In her keynote, she paid tribute to Minister Ana Duran.",
    "In his welcome the mayor thanked Minister Ana Duran for her letter.",
    "In his speech, printed in a book by Minister Ana Duran, he was brief.",
    "A lawyer criticised Minister Ana Duran in his keynote.",
    "The singer praised Minister Ana Duran in her opening speech.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", BY_THE_WAY)
def test_whom_a_speech_is_about_is_not_there(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference began on Friday. {sentence}")

    assert not [t for t in found if t[1] == "PARTICIPATES_IN" and "Ana Duran" in t]


SPEAKERS = (
    "In her keynote on fish, the director, Ana Duran, was brief.",
    "In her welcome at the opening, Mayor Ana Duran was brief.",
    "Mayor Ana Duran, in her welcome, was brief.",
    "Delegates heard from the new mayor, Ana Duran.",
    "Remarks were made by the outgoing director, Minister Ana Duran.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", SPEAKERS)
def test_who_gives_a_speech_is_there(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference began on Friday. {sentence}")

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Conference") in found


ELSEWHERE_THAN_THE_EVENT = (
    "Sponsors of the Porto Conference are in Brenna.",
    "The Porto Conference hosts are in Brenna.",
    "Hotels near the Porto Conference are in Brenna.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", ELSEWHERE_THAN_THE_EVENT)
def test_an_event_is_not_held_where_its_people_or_things_are(says: Says, sentence: str) -> None:
    assert not [t for t in says(sentence) if t[1] == "HELD_IN"]


MONEY = (
    "The Envoy thanked Latvia for its contribution of 200,000 Swiss francs to the Relief Fund.",
    "The Envoy thanked Latvia for its financial contributions to the Relief Fund.",
    "The Envoy thanked Latvia for its contribution of USD 3 million to the Relief Fund.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", MONEY)
def test_contributions_of_money_fund_what_they_go_to(says: Says, sentence: str) -> None:
    assert ("Latvia", "FUNDS", "Relief Fund") in says(sentence)


MEANS = ("European Union funding", "NATO support", "Peru in mind", "Peru watching")


@pytest.mark.model
@pytest.mark.parametrize("means", MEANS)
def test_whose_means_an_operation_uses_has_no_part_in_it(says: Says, means: str) -> None:
    found = says(f"Operation HARBOUR was led by Latvia with {means}.")

    assert not [t for t in found if t[1] in {"PARTICIPATES_IN", "INVOLVES"} and "Latvia" not in t]


NO_MONEY = (
    "The Envoy thanked Latvia for its valuable contributions to the Porto Conference.",
    "The Envoy thanked Latvia for its contribution of 40 years to the Porto Conference.",
    "The Porto Conference heard that the largest contributors to date are Latvia and Peru.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", NO_MONEY)
def test_contributions_without_money_fund_nothing(says: Says, sentence: str) -> None:
    assert not [t for t in says(sentence) if t[1] == "FUNDS"]


@pytest.mark.model
@pytest.mark.parametrize(
    "before",
    ["Ana Duran rejected the plan.", "Ana Duran stayed away.", "Ana Duran will not attend."],
    ids=["rejected", "away", "not-attending"],
)
def test_so_did_tells_of_nobody_who_attended_if_nobody_did(says: Says, before: str) -> None:
    found = says(f"The Porto Conference began on Friday. {before} So did Europol.")

    assert ("Europol", "PARTICIPATES_IN", "Porto Conference") not in found


NOT_THERE = (
    "Officials from Latvia briefed participants of a webinar by mail.",
    "Messages came from space, and from this Minister Ana Duran drew no conclusion.",
    "Loud speakers were provided by Europol.",
    "The tone of Minister Ana Duran moderated.",
    "Minister Ana Duran joined for half the price.",
    "Latvia joined in during the first phase of a boycott.",
    "They heard from Latvia that gas would stop.",
    "The audience heard from a pianist, and from the balcony Minister Ana Duran waved.",
    "Latvia sent officers across the border.",
    "Latvia has sent observers since 1994.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", NOT_THERE)
def test_words_of_another_matter_make_nobody_a_participant(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference ended on Friday. {sentence}")

    assert not [t for t in found if t[1:] == ("PARTICIPATES_IN", "Porto Conference")]


NOT_HELD = (
    "The Porto Conference, planned for Brenna, was moved to the coast.",
    "After the Porto Conference a shop opened its doors in Brenna.",
    "She spoke of the Porto Conference as the season drew to a close in Brenna.",
)


@pytest.mark.model
@pytest.mark.parametrize("sentence", NOT_HELD)
def test_what_opens_or_ends_beside_an_event_gives_it_no_place(says: Says, sentence: str) -> None:
    assert not [t for t in says(sentence) if t[1] == "HELD_IN"]


@pytest.mark.parametrize(
    ("guests", "visitors"), [("a delegation from", {"Carl Berg"}), ("members of", set())]
)
def test_who_receives_those_led_by_somebody_visits_nothing(
    says: Says, guests: str, visitors: set[str]
) -> None:
    found = says(
        f"Minister Ana Duran received on Friday in Lima {guests} the Torsk Institute led by Carl "
        "Berg."
    )

    assert {s for s, relation, _ in found if relation == "VISITS"} == visitors


def test_a_state_behind_its_town_does_not_attend_what_others_travel_there_for(says: Says) -> None:
    found = says("Minister Ana Duran will leave for Lima, Peru, to attend the Porto Conference.")

    attending = {s for s, relation, _ in found if relation == "PARTICIPATES_IN"}
    assert attending == {"Ana Duran"}


def test_a_ministry_is_no_part_of_what_it_is_for(says: Says) -> None:
    found = says("The project is run by the Ministry of Local Government together with UNCDF.")

    assert "PART_OF" not in {relation for _, relation, _ in found}


NO_CONTINGENTS = {
    "bought": "At the pier were Danish fighters, Estonian jets and a tanker sold to Peru.",
    "of-the-story": "In the scenario the enemy is played by pirates from Estonia.",
    "earlier": "A Danish patrol boat joined another drill last year.",
    "civilians": "Two Danish trawlers came too near.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", NO_CONTINGENTS.values(), ids=NO_CONTINGENTS)
def test_no_contingent_is_what_is_sold_made_up_or_passes_by(says: Says, sentence: str) -> None:
    found = says(f"Exercise HARBOUR ended on Friday. {sentence}")

    assert not [thing for _, relation, thing in found if relation == "INVOLVES"]


@pytest.mark.model
def test_who_takes_command_elsewhere_leads_no_exercise(says: Says) -> None:
    found = says("Exercise HARBOUR ended on Friday. Command of the base passed to Carl Berg.")

    assert not [one for one, relation, _ in found if relation == "LEADS"]


@pytest.mark.model
def test_who_takes_up_duties_as_head_of_mission_leads_it(says: Says) -> None:
    found = says("Ana Duran takes up her duties today as Head of Mission of EUPOL Torsk.")

    assert ("Ana Duran", "LEADS", "EUPOL Torsk") in found


NO_GUESTS = {
    "elsewhere": "Estonia sent representatives to Chile in June.",
    "refuge": "Estonia offered its halls to refugees.",
    "news": "From Estonia came bad news.",
    "a-topic": "Minister Ana Duran led the discussions on the budget.",
}


@pytest.mark.model
@pytest.mark.parametrize("sentence", NO_GUESTS.values(), ids=NO_GUESTS)
def test_what_is_sent_lent_or_led_elsewhere_is_not_of_the_event(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference began on Friday. {sentence}")

    assert not [t for t in found if t[1] in {"HOSTS", "LEADS", "PARTICIPATES_IN"}]


@pytest.mark.model
def test_a_unit_quartered_for_a_time_does_not_lie_there(says: Says) -> None:
    found = says("The Harbour Institute is temporarily quartered in Lima.")

    assert not [one for one, relation, _ in found if relation == "LOCATED_IN"]


@pytest.mark.model
def test_who_a_mission_comprised_did_not_lead_it(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday. Operation HARBOUR was headed by Captain Ana Duran and "
        "included Captain Carl Berg and Captain Dan Holt."
    )

    assert [one for one, relation, _ in found if relation == "LEADS"] == ["Ana Duran"]


@pytest.mark.model
def test_help_is_for_what_a_mission_organises_not_for_the_mission(says: Says) -> None:
    found = says(
        "EUPOL Torsk serves in Peru. A conference is planned for May in Lima. It will be organised "
        "by EUPOL Torsk with the support of Europol."
    )

    assert ("Europol", "SUPPORTS", "EUPOL Torsk") not in found


@pytest.mark.model
def test_a_state_became_a_member_of_the_body_told_of(says: Says) -> None:
    found = says("NATO met in Porto. Estonia became a full member in 2004.")

    assert ("Estonia", "MEMBER_OF", "NATO") in found


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "guest"),
    [
        ("The Porto Summit of Estonia, Latvia and Peru began on Friday.", "Latvia"),
        ("The Porto Summit of the foreign ministers of Estonia and Peru began.", "Peru"),
        ("The Porto Summit began on Friday. Carl Berg will attend in her place.", "Carl Berg"),
        ("The Porto Summit began on Friday. Peru followed the meeting as an observer.", "Peru"),
        ("The Porto Summit began. Carl Berg reminded the delegates of the fish.", "Carl Berg"),
        (
            "The Porto Summit began. Participants were addressed on the last day by Carl Berg.",
            "Carl Berg",
        ),
    ],
)
def test_who_is_at_an_event_by_its_name_or_by_what_is_done_there(
    says: Says, body: str, guest: str
) -> None:
    assert (guest, Relation.PARTICIPATES_IN, "Porto Summit") in says(body)


@pytest.mark.model
@pytest.mark.parametrize(
    "body",
    [
        "The Porto Summit of Peru began on Friday.",
        "At the Porto Summit the signing of the treaty of Estonia and Peru was recalled.",
        "Carl Berg spoke about the Porto Summit with Peru.",
    ],
)
def test_no_state_is_at_an_event_that_is_its_own_or_only_talked_of(says: Says, body: str) -> None:
    found = {t for t in says(body) if t[1] == Relation.PARTICIPATES_IN}

    assert ("Peru", Relation.PARTICIPATES_IN, "Porto Summit") not in found
    assert ("Carl Berg", Relation.PARTICIPATES_IN, "Porto Summit") not in found


@pytest.mark.model
def test_bodies_of_a_joint_action_take_part_in_it_and_involve_their_states(says: Says) -> None:
    found = says("In a concerted operation of Frontex and of Peru, six boats were searched.")

    assert {"Frontex", "Peru"} <= {t[0] for t in found if t[1] == Relation.PARTICIPATES_IN}
    assert "Peru" in {t[2] for t in found if t[1] == Relation.INVOLVES}


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The Harbour Battalion left Lima for six months with Operation Lighthouse.", True),
        ("The Harbour Battalion completed its deployment with Operation Lighthouse.", True),
        ("The Harbour Battalion left the choice to Operation Lighthouse.", False),
        ("The Harbour Battalion has forty officers with Operation Lighthouse.", True),
        ("The Harbour Battalion has no quarrel with Operation Lighthouse.", False),
    ],
)
def test_a_force_takes_part_where_it_serves(says: Says, body: str, told: bool) -> None:
    part = ("Harbour Battalion", Relation.PARTICIPATES_IN, "Operation Lighthouse")

    assert (part in says(body)) == told


@pytest.mark.model
@pytest.mark.parametrize(
    "body",
    [
        "The Porto Forum opened on Friday. Estonia was the host in 2022.",
        "The Porto Forum opened on Friday. Estonia was the host of nine refugees.",
        "Estonia welcomes the experts' support for the Porto Forum.",
    ],
    ids=["another-year", "of-others", "welcomes-help"],
)
def test_who_hosts_at_another_time_or_only_praises_hosts_nothing(says: Says, body: str) -> None:
    assert not [a for a, relation, _ in says(body) if relation == "HOSTS"]


@pytest.mark.model
def test_an_event_is_held_where_its_guests_are_welcomed(says: Says) -> None:
    found = says("Minister Ana Duran welcomed her colleagues to Tartu for the Porto Forum.")

    assert ("Porto Forum", "HELD_IN", "Tartu") in found


@pytest.mark.model
def test_those_who_train_next_are_not_in_the_force_that_leads_the_exercise(says: Says) -> None:
    found = says(
        "Exercise HARBOUR began in Estonia on Monday. The exercise is led by the Danish-led "
        "battlegroup. Soldiers from Peru and Latvia are training with them."
    )
    involved = {(a, b) for a, relation, b in found if relation == Relation.INVOLVES}

    assert {("Exercise HARBOUR", "Peru"), ("Exercise HARBOUR", "Latvia")} <= involved
    assert not {("Danish-led battlegroup", state) for state in ("Peru", "Latvia")} & involved


@pytest.mark.model
def test_who_helps_those_who_act_supports_the_operation_and_does_not_act(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday. Estonian officers, supported by Europol and Frontex, "
        "have searched nine homes. The Porto Agency, with the help of the Harbour Agency, seized "
        "four boats."
    )
    helpers = ("Europol", "Frontex", "Harbour Agency")

    assert {(body, "SUPPORTS", "Operation HARBOUR") for body in helpers} <= found
    assert not {(body, "PARTICIPATES_IN", "Operation HARBOUR") for body in helpers} & found


@pytest.mark.model
def test_who_takes_part_in_an_operation_does_not_attend_the_meeting_before(says: Says) -> None:
    found = says(
        "Minister Carl Berg attended the meeting of the council in Porto. Officers of the Danish "
        "Police took part in the investigation."
    )

    assert [b for a, r, b in found if (a, r) == ("Danish Police", "PARTICIPATES_IN")] == [
        "investigation"
    ]


@pytest.mark.model
def test_who_took_part_in_an_exercise_attended_no_meeting_named_before(says: Says) -> None:
    found = says(
        "Minister Ana Duran reported on the Harbour Council meeting. Exercise Quiet Bay started "
        "on Monday in Peru. Troops from Estonia and Latvia took part."
    )

    attended = {(who, what) for who, relation, what in found if relation == "PARTICIPATES_IN"}
    assert attended == {("Estonia", "Exercise Quiet Bay"), ("Latvia", "Exercise Quiet Bay")}


@pytest.mark.model
def test_where_the_goods_of_a_gang_come_from_is_in_no_operation(says: Says) -> None:
    found = says(
        "Operation HARBOUR, coordinated by Europol, ended on Friday. It freed the harbour of a "
        "group which sold goods that came from Peru."
    )

    assert ("Operation HARBOUR", "INVOLVES", "Peru") not in found


@pytest.mark.model
def test_guests_of_a_lunch_are_not_at_the_conference_of_the_release(says: Says) -> None:
    found = says(
        "Ana Duran gave a working lunch on Friday. The lunch was also attended by the ministers of "
        "Chile, Kenya and Norway. In the afternoon she spoke at the Porto Conference."
    )

    assert ("Kenya", "PARTICIPATES_IN", "Porto Conference") not in found
