"""Sentences that list who was there: the triggers, and what is read by them."""

import json
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.triggers import read_triggers
from communique.graph import Statement
from communique.ontology import Status

Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

ENTRIES = [
    json.loads(line)
    for line in files("communique.extractors.layout")
    .joinpath("triggers.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip()
]
each_entry = pytest.mark.parametrize(
    "entry", ENTRIES, ids=lambda entry: f"{entry['name']}: {entry['example']}"
)


@each_entry
def test_a_trigger_matches_its_example(entry: dict[str, str]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.IGNORECASE)


@each_entry
def test_a_trigger_is_found_by_its_name(entry: dict[str, str]) -> None:
    assert read_triggers("communique.extractors.layout")[entry["name"]].search(entry["example"])


def test_no_pattern_is_given_twice() -> None:
    patterns = [entry["pattern"] for entry in ENTRIES]

    assert len(patterns) == len(set(patterns))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("attendance", "Ana Duran attended school in Lisbon."),
        ("companions", "She travelled alone."),
        ("members", "The members applauded."),
        ("co-leaders", "It was led by Latvia."),
        ("paying", "Estonia lent the vehicles."),
        ("present", "Estonia praised those who were there."),
        ("represented", ", accompanied by"),
        ("elsewhere", "Officers from Estonia took part."),
        ("taking part", "Estonia watched."),
        ("countries", "Three ships sank."),
        ("action", "The delegates had lunch."),
        ("roll-members", "These states sent ships:"),
        ("roll-present", "The league has a new seat:"),
        ("roll-other", "The following states took part:"),
        ("roll-givers", "The fund was opened in:"),
        ("roll-takers", "Donors have pledged:"),
    ],
)
def test_a_trigger_leaves_other_sentences_alone(name: str, sentence: str) -> None:
    assert read_triggers("communique.extractors.layout")[name].search(sentence) is None


OPERATION = "Operation HARBOUR ended on Friday. "
CASES = {
    "attendance": (
        "The Porto Summit opened on Friday. The summit was attended by Mr Carl Berg and Ms Eva "
        "Tamm.",
        {("Carl Berg", "PARTICIPATES_IN"), ("Eva Tamm", "PARTICIPATES_IN")},
    ),
    "companions": (
        "Ms Ana Duran will visit Estonia on 3 June 2024. She is accompanied by Mr Carl Berg.",
        {("Ana Duran", "VISITS"), ("Carl Berg", "VISITS")},
    ),
    "who-joins-the-delegation-of-a-traveller": (
        "Ms Ana Duran, Deputy Minister, will visit Estonia on 3 June 2024. Mr Carl Berg will join "
        "the Deputy Minister’s delegation.",
        {("Ana Duran", "REPRESENTS"), ("Ana Duran", "VISITS"), ("Carl Berg", "VISITS")},
    ),
    "states-that-take-part": (
        f"{OPERATION}Law enforcement authorities from Estonia, Latvia and Finland took part.",
        {
            ("Operation HARBOUR", "INVOLVES"),
            ("Estonia", "PARTICIPATES_IN"),
            ("Latvia", "PARTICIPATES_IN"),
            ("Finland", "PARTICIPATES_IN"),
        },
    ),
    "states-that-send-forces": (
        f"{OPERATION}Troops are at present provided by Estonia, Latvia and Finland.",
        {
            ("Operation HARBOUR", "INVOLVES"),
            ("Estonia", "PARTICIPATES_IN"),
            ("Latvia", "PARTICIPATES_IN"),
            ("Finland", "PARTICIPATES_IN"),
        },
    ),
    "co-leaders": (
        "Operation HARBOUR was led by Latvia, with Estonia as co-leader.",
        {("Latvia", "LEADS"), ("Estonia", "LEADS"), ("Operation HARBOUR", "INVOLVES")},
    ),
    "members": (
        f"{OPERATION}Its members are Frontex and Eurojust.",
        {("Frontex", "PARTICIPATES_IN"), ("Eurojust", "PARTICIPATES_IN")},
    ),
    "citizens-are-no-participants": (
        f"{OPERATION}The suspects are citizens of Estonia, Latvia and Finland.",
        set(),
    ),
}


@pytest.mark.model
@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_roster_says_who_was_there(says: Says, body: str, expected: set[tuple[str, str]]) -> None:
    assert {
        (subject, relation) for subject, relation, _ in says(body, source="Europol")
    } == expected


@pytest.mark.model
def test_companions_of_a_planned_trip_have_not_been_there_yet(read: Read) -> None:
    statements = read(
        "Ms Ana Duran will visit Estonia on 3 June 2024. She is accompanied by Mr Carl Berg."
    )

    assert {(s.subject.name, s.qualifiers.status) for s in statements} == {
        ("Ana Duran", Status.PLANNED),
        ("Carl Berg", Status.PLANNED),
    }


SUMMIT = "The Porto Summit was held on 3 May 2024. "


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Delegates from Estonia, Latvia and Malta were in attendance.",
        "Representatives of Estonia, Latvia and Malta took part.",
        "Estonia, Latvia and Malta sent observers.",
        "Police officers of Estonia, Latvia and Malta sat at the table, as did others.",
        "Among those attending were Estonia, Latvia and Malta.",
        "Also attending were Estonia, Latvia and Malta.",
        "The partners present were Estonia, Latvia and Malta.",
        "Also present were Estonia, Latvia and Malta.",
        "Participants came from Estonia, Latvia and Malta.",
        "On the podium were Estonia, Latvia and Malta.",
        "The ministers had lunch. Experts of Estonia, Latvia and Malta followed the debates.",
        "The Estonian delegation was led by Mr Dan Holt, the Latvian by Ms Eva Tamm and that of "
        "Malta by Mr Carl Berg.",
    ],
)
def test_a_sentence_may_say_who_was_there_but_not_at_what(says: Says, sentence: str) -> None:
    assert says(SUMMIT + sentence, title="Porto Summit ends") >= {
        (state, "PARTICIPATES_IN", "Porto Summit") for state in ("Estonia", "Latvia", "Malta")
    }


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Delegates from Estonia were not in attendance.",
        "Estonia was invited but will not take part.",
        "Estonia had been invited, but did not attend.",
        "Estonia took part in other talks.",
        "Ms Eva Tamm praised the exercise, in which Estonia took part.",
    ],
)
def test_who_was_elsewhere_was_not_there(says: Says, sentence: str) -> None:
    triple = ("Estonia", "PARTICIPATES_IN", "Porto Summit")

    assert triple not in says(SUMMIT + sentence, title="Porto Summit ends")


@pytest.mark.model
def test_those_by_whom_bodies_were_represented_take_part(says: Says) -> None:
    body = f"{SUMMIT}Estonia was represented by Minister Carl Berg, Malta by Mr Dan Holt."

    assert says(body, title="Porto Summit ends") >= {
        ("Carl Berg", "PARTICIPATES_IN", "Porto Summit"),
        ("Carl Berg", "REPRESENTS", "Estonia"),
        ("Dan Holt", "REPRESENTS", "Malta"),
        ("Malta", "PARTICIPATES_IN", "Porto Summit"),
    }


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Addresses were delivered by Mr Carl Berg.",
        "Mr Carl Berg gave the opening address.",
        "Mr Carl Berg also spoke.",
        "Lectures were given by Mr Carl Berg.",
        "The closing remarks were witnessed by Mr Carl Berg.",
        "Mr Carl Berg, who attends for the first time, left early.",
    ],
)
def test_who_speaks_is_at_the_event_not_in_a_speech(says: Says, sentence: str) -> None:
    found = says(SUMMIT + sentence, title="Porto Summit ends")

    assert [triple for triple in found if triple[1] == "PARTICIPATES_IN"] == [
        ("Carl Berg", "PARTICIPATES_IN", "Porto Summit")
    ]


@pytest.mark.model
def test_guests_are_at_the_event_of_their_paragraph(says: Says) -> None:
    body = (
        "Ms Ana Duran attended the Porto Summit on Friday. Also present was Ms Eva Tamm.\n\n"
        "On Sunday she opened the Ostvik Forum. Also present was Mr Carl Berg."
    )

    found = says(body)

    assert ("Eva Tamm", "PARTICIPATES_IN", "Porto Summit") in found
    assert ("Carl Berg", "PARTICIPATES_IN", "Ostvik Forum") in found
    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Summit") not in found


@pytest.mark.model
def test_a_label_says_who_speaks_not_who_was_there(says: Says) -> None:
    found = says(SUMMIT + "Carl Berg: Representatives from many countries attended.")

    assert not [triple for triple in found if triple[:2] == ("Carl Berg", "PARTICIPATES_IN")]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "She was accompanied by Mr Carl Berg.",
        "Her delegation to the summit includes Mr Carl Berg.",
        "Mr Carl Berg has accepted an invitation to address the summit.",
        "Mr Carl Berg followed the summit as an observer.",
    ],
)
def test_those_beside_a_guest_are_at_the_event_too(says: Says, sentence: str) -> None:
    body = f"Ms Ana Duran attended the Porto Summit. {sentence}"

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Summit") in says(body)


@pytest.mark.model
def test_guests_of_a_dinner_are_at_the_dinner(says: Says) -> None:
    body = (
        "On the eve of the Porto Summit, Ms Ana Duran hosted a dinner. Among the guests was "
        "Mr Carl Berg."
    )

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Summit") not in says(body)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The summit, attended by many, launched a task force of Estonia and Latvia.",
        "Ministers discussed the Ostvik Forum. Also present was Ms Eva Tamm of Estonia.",
        "A panel was moderated by the journalist Dan Holt.",
    ],
    ids=["after-the-verb", "only-discussed", "moderator"],
)
def test_who_is_named_besides_is_no_guest(says: Says, sentence: str) -> None:
    found = says(SUMMIT + sentence, title="Porto Summit ends")
    absent = {"Estonia", "Latvia", "Dan Holt"}

    assert not {s for s, r, _ in found if r == "PARTICIPATES_IN"} & absent
    assert not [triple for triple in found if triple[1:] == ("PARTICIPATES_IN", "Ostvik Forum")]


@pytest.mark.model
@pytest.mark.parametrize("teller", ["The Torsk Agency", "Estonia's tax board"])
def test_who_tells_what_others_took_part_in_was_not_there(read: Read, teller: str) -> None:
    told = f"{teller} told of the results of Operation TORSK, in which customs of ten states "

    found = read(f"{told}took part.", title="Customs operation ends")

    assert not [statement for statement in found if statement.predicate == "PARTICIPATES_IN"]


def test_who_joins_somebody_is_at_no_event_that_was_talked_of(says: Says) -> None:
    found = says(
        "President Ana Duran met President Carl Berg of Estonia. The leaders discussed the Porto "
        "Summit. President Duran was joined by Defence Minister Eva Tamm."
    )

    assert ("Eva Tamm", "PARTICIPATES_IN", "Porto Summit") not in found


def test_the_state_of_a_dateline_takes_no_part(says: Says) -> None:
    found = says(
        "LYON, France - An operation led to nine arrests. Operation HARBOUR saw police of Kenya, "
        "Peru and Chile carry out inspections."
    )

    assert ("Operation HARBOUR", "INVOLVES", "Peru") in found
    assert ("Operation HARBOUR", "INVOLVES", "France") not in found


def test_states_before_an_aside_are_no_dateline(says: Says) -> None:
    found = says(
        "Kenya, Peru and Chile – all on the route – took part in Operation HARBOUR, which ended "
        "with inspections in these countries."
    )

    assert ("Peru", "PARTICIPATES_IN", "Operation HARBOUR") in found


@pytest.mark.model
def test_where_a_body_is_based_is_no_state_that_takes_part(says: Says) -> None:
    found = says(
        "As the Peru-based Harbour Institute reported, investigators from Estonia, Latvia and "
        "Chile took part in Operation HARBOUR."
    )

    assert ("Operation HARBOUR", "INVOLVES", "Chile") in found
    assert ("Operation HARBOUR", "INVOLVES", "Peru") not in found


@pytest.mark.model
def test_a_mission_in_a_list_of_guests_involves_none_of_them(read: Read) -> None:
    statements = read(
        "The Porto Conference ended on Friday. Taking part were authorities from these countries "
        "and bodies: Estonia, Latvia, Peru, KFOR and Europol."
    )

    assert not [s for s in statements if s.predicate == "INVOLVES" and s.subject.name == "KFOR"]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Participating were the Minister of Estonia, Ms Eva Tamm, and Mr Dan Holt of Europol.",
        "As special guests there attended Ms Eva Tamm, and Mr Dan Holt of Europol.",
        "Also speaking were Ms Eva Tamm and Mr Dan Holt of Europol.",
        "Opening remarks were made by the Minister, Ms Eva Tamm, and by the Mayor, Mr Dan Holt.",
        "Lectures are being given by, among others, Ms Eva Tamm (Europol) and Mr Dan Holt.",
        "The summit was inaugurated by the Minister, Ms Eva Tamm, and by Mr Dan Holt.",
        "They heard presentations from Ms Eva Tamm of Europol and Mr Dan Holt.",
    ],
    ids=["participating", "as-guests", "speaking", "remarks", "lectures", "opened", "heard"],
)
def test_each_of_those_who_spoke_or_came_takes_part(says: Says, sentence: str) -> None:
    found = says(SUMMIT + sentence, title="Porto Summit ends")

    assert ("Eva Tamm", "PARTICIPATES_IN", "Porto Summit") in found
    assert ("Dan Holt", "PARTICIPATES_IN", "Porto Summit") in found


@pytest.mark.model
def test_who_takes_part_in_an_exercise_is_not_at_the_briefing_that_tells_of_it(says: Says) -> None:
    body = (
        "The Porto Press Briefing was held on Friday. Exercise Grey Heron ended in Lima with the "
        "participation of Estonia and Latvia."
    )
    found = says(body, title="Porto Press Briefing held")

    assert ("Latvia", "PARTICIPATES_IN", "Exercise Grey Heron") in found
    assert not [
        triple for triple in found if triple[1:] == ("PARTICIPATES_IN", "Porto Press Briefing")
    ]


@pytest.mark.model
def test_whom_somebody_met_is_no_guest(says: Says) -> None:
    sentence = "The minister held meetings with officials from Estonia and Latvia."
    found = says(SUMMIT + sentence, title="Porto Summit ends")

    assert "Latvia" not in {s for s, r, _ in found if r == "PARTICIPATES_IN"}


def test_participants_told_after_a_ceremony_are_in_the_exercise_that_began(says: Says) -> None:
    """Guests of a ceremony stay its own."""
    found = says(
        "Forces began Exercise Amber Fox in Porto with a ceremony. "
        "This year's participants include Estonia and Latvia."
    )
    assert ("Latvia", "PARTICIPATES_IN", "Exercise Amber Fox") in found
    assert ("Latvia", "PARTICIPATES_IN", "ceremony") not in found
    assert ("Carl Berg", "PARTICIPATES_IN", "ceremony") in says(
        "Forces began Exercise Amber Fox in Porto with a ceremony. Guests included Mayor Carl Berg."
    )


@pytest.mark.model
def test_it_is_the_event_that_the_sentence_before_is_about(says: Says) -> None:
    """An operation that is told of there first is the one meant."""
    launch = "The bank started the Grey Heron Project. The launch ceremony was held in Porto. "
    found = says(f"{launch}It brought together the ministers of Estonia and Latvia.")
    other = says(
        "Forces began Exercise Amber Fox with a ceremony. "
        "It brought together troops from Estonia and Latvia."
    )

    assert ("Latvia", "PARTICIPATES_IN", "launch ceremony") in found
    assert ("Latvia", "PARTICIPATES_IN", "Grey Heron Project") not in found
    assert ("Latvia", "PARTICIPATES_IN", "Exercise Amber Fox") in other


@pytest.mark.model
def test_a_sentence_lists_members_of_its_own_team(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday. A joint investigation team was set up in May with the "
        "participation of Estonia and Latvia.",
        title="Operation HARBOUR ends",
    )

    assert ("Latvia", "PARTICIPATES_IN", "joint investigation team") in found
    assert ("Latvia", "PARTICIPATES_IN", "Operation HARBOUR") not in found


@pytest.mark.model
def test_companions_named_in_an_aside_end_where_the_delegation_acts(says: Says) -> None:
    body = (
        "A delegation of the Fisheries Committee, led by Eva Tamm, visited Peru on Friday. "
        "The delegation, which also included members Dan Holt and Ilze Kalna, met Minister Ana "
        "Duran."
    )

    visitors = {s for s, r, o in says(body) if r == "VISITS" and o == "Peru"}

    assert {"Dan Holt", "Ilze Kalna"} <= visitors
    assert "Ana Duran" not in visitors
