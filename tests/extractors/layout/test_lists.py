"""What layout states: lists under a lead-in, schedules under headings."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation, Status

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

BILATERALS = """\
Minister Ana Duran held talks with:

• Estonia: Carl Berg, Minister of Foreign Affairs
• Latvia: Dr Eva Kalnina, State Secretary at the Ministry of Defence
• Japan: Mr Kenji Mori, Minister of Trade
"""
SCHEDULE = """\
The Secretary General, Ms Ana Duran, will travel to Estonia and Latvia in June 2024.

Programme

Estonia

• 3 June 2024, 09:15 (EEST) Press conference of the Secretary General with Mr Carl Berg

Latvia

• 4 June 2024, 16:10 (EEST) Working lunch of the Secretary General with Ms Eva Tamm
"""
PRESS_CONFERENCE = "Press conference of the Secretary General with Mr Carl Berg"
LUNCH = "Working lunch of the Secretary General with Ms Eva Tamm"
PARTICIPANTS = """\
The Porto Summit was attended by:

• Mr Carl Berg, President of Estonia
• Ms Eva Tamm, Prime Minister of Latvia
"""


def by_relation(
    statements: tuple[Statement, ...], relation: Relation
) -> list[tuple[str, str, str | None]]:
    return [
        (s.subject.name, s.object.name, s.qualifiers.date)
        for s in statements
        if s.predicate == relation
    ]


def test_a_meeting_list_gives_one_meeting_for_each_bullet(read: Read) -> None:
    assert by_relation(read(BILATERALS), Relation.MEETS) == [
        ("Ana Duran", "Carl Berg", None),
        ("Ana Duran", "Eva Kalnina", None),
        ("Ana Duran", "Kenji Mori", None),
    ]


def test_a_meeting_of_a_list_quotes_its_line(read: Read) -> None:
    quotes = [s.evidence[0].text for s in read(BILATERALS) if s.predicate == Relation.MEETS]

    assert quotes == [line.removeprefix("• ") for line in BILATERALS.splitlines()[2:]]


def test_an_announced_meeting_list_is_planned(read: Read) -> None:
    statements = read(BILATERALS.replace("held talks", "will meet"))

    meetings = [s for s in statements if s.predicate == Relation.MEETS]
    assert [s.qualifiers.status for s in meetings] == [Status.PLANNED] * 3


def test_a_line_with_a_country_label_gives_country_and_body(says: Says) -> None:
    represented = {triple for triple in says(BILATERALS) if triple[1] == "REPRESENTS"}

    assert represented >= {
        ("Carl Berg", "REPRESENTS", "Estonia"),
        ("Eva Kalnina", "REPRESENTS", "Latvia"),
        ("Eva Kalnina", "REPRESENTS", "Ministry of Defence"),
        ("Kenji Mori", "REPRESENTS", "Japan"),
    }


def test_a_list_without_a_lead_in_about_meetings_gives_none(read: Read) -> None:
    statements = read(BILATERALS.replace("held talks with:", "wrote letters to:"))

    assert by_relation(statements, Relation.MEETS) == []


def test_a_schedule_line_is_an_event_held_in_the_country_of_its_heading(read: Read) -> None:
    assert by_relation(read(SCHEDULE, source="NATO"), Relation.HELD_IN) == [
        (PRESS_CONFERENCE, "Estonia", "2024-06-03"),
        (LUNCH, "Latvia", "2024-06-04"),
    ]


def test_those_named_in_a_schedule_line_take_part_on_its_day(read: Read) -> None:
    statements = read(SCHEDULE, source="NATO")

    assert sorted(by_relation(statements, Relation.PARTICIPATES_IN)) == [
        ("Ana Duran", PRESS_CONFERENCE, "2024-06-03"),
        ("Ana Duran", LUNCH, "2024-06-04"),
        ("Carl Berg", PRESS_CONFERENCE, "2024-06-03"),
        ("Eva Tamm", LUNCH, "2024-06-04"),
    ]


def test_a_schedule_is_planned(read: Read) -> None:
    attending = [
        s for s in read(SCHEDULE, source="NATO") if s.predicate == Relation.PARTICIPATES_IN
    ]

    assert {s.qualifiers.status for s in attending} == {Status.PLANNED}


def test_a_day_is_carried_to_the_lines_below_it(read: Read) -> None:
    statements = read(
        "Programme\n\nEstonia\n\n"
        "• 3 June 2024, 09:15 Press conference with Mr Carl Berg\n"
        "• 11:30 Working lunch with Ms Eva Tamm\n",
        source="NATO",
    )

    assert [date for _, _, date in by_relation(statements, Relation.HELD_IN)] == ["2024-06-03"] * 2


def test_those_listed_as_attending_take_part(says: Says) -> None:
    assert says(PARTICIPANTS) >= {
        ("Carl Berg", "PARTICIPATES_IN", "Porto Summit"),
        ("Eva Tamm", "PARTICIPATES_IN", "Porto Summit"),
    }


def test_countries_with_a_count_are_involved_in_the_operation(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday. Arrests by country:\n\n• Estonia (4)\n• Latvia (7)\n",
        source="Europol",
    )

    assert {object_ for _, relation, object_ in found if relation == "INVOLVES"} == {
        "Estonia",
        "Latvia",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "Bilateral meetings",
        "BILATERAL TALKS",
        "On the margins of the Porto Summit, the Minister of Trade, Ms Ana Duran, met:",
        "The Minister also had phone calls with:",
    ],
)
def test_a_meeting_list_may_have_a_heading_or_a_sentence_above_it(says: Says, lead: str) -> None:
    body = (
        "Minister Ana Duran attended the Porto Summit.\n\n"
        f"{lead}\n\n- Prime Minister Carl Berg of Malta\n- the Minister of Fiji, Eva Tamm"
    )

    assert says(body) >= {("Ana Duran", "MEETS", "Carl Berg"), ("Ana Duran", "MEETS", "Eva Tamm")}


def test_the_one_named_before_the_talks_held_them(says: Says) -> None:
    body = (
        "On the sidelines of the Porto Summit, which the Harbour Organisation and Latvia opened, "
        "the Minister of Trade, Ms Ana Duran, had talks with:\n\n• Carl Berg, Minister of Estonia\n"
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in says(body)


def test_those_who_attended_a_meeting_were_not_met_by_the_issuer(says: Says) -> None:
    body = "President Ana Duran opened it.\n\nThe meeting was attended by:\n\n• Carl Berg"

    assert not {t for t in says(body, source="NATO") if t[1] == "MEETS"}


@pytest.mark.parametrize("gap", ["\t", "    ", "\u00a0\t"], ids=["tab", "spaces", "both"])
def test_the_rows_of_a_flattened_table_are_items_with_a_label(says: Says, gap: str) -> None:
    rows = ("Estonia|Mr Carl Berg|Director", "Malta|Ms Eva Tamm|Head of Unit")
    table = "\n".join(row.replace("|", gap) for row in rows)
    found = says(f"The Porto Summit ended on Friday.\n\nParticipants\n\n{table}\n")

    assert found >= {
        ("Carl Berg", "PARTICIPATES_IN", "Porto Summit"),
        ("Carl Berg", "REPRESENTS", "Estonia"),
        ("Eva Tamm", "REPRESENTS", "Malta"),
        ("Malta", "PARTICIPATES_IN", "Porto Summit"),
    }


def test_a_list_of_participants_quotes_the_line_above_it_too(read: Read) -> None:
    body = "The Porto Summit ended.\n\nParticipants in the summit were:\n\n• Mr Carl Berg\n"
    (found,) = [s for s in read(body) if s.predicate == Relation.PARTICIPATES_IN]

    assert {quote.text for quote in found.evidence} >= {
        "Mr Carl Berg",
        "Participants in the summit were:",
    }


def test_a_line_may_name_the_office_and_its_body_first(says: Says) -> None:
    body = (
        "Minister Ana Duran met on the sidelines the following leaders:\n\n"
        "President of Rwanda, Paul Tamba\n"
        "King of Jordan, Faisal III\n"
        "Administrator of UNDP, Karl Berg\n"
    )

    assert says(body) >= {
        ("Ana Duran", "MEETS", "Paul Tamba"),
        ("Ana Duran", "MEETS", "Faisal III"),
        ("Ana Duran", "MEETS", "Karl Berg"),
        ("Paul Tamba", "REPRESENTS", "Rwanda"),
        ("Karl Berg", "REPRESENTS", "UNDP"),
    }


def test_heads_of_delegation_whom_somebody_met_are_met(says: Says) -> None:
    found = says(
        "Minister Ana Duran met on Monday, in the margins of the Porto Conference, with a number "
        "of heads of delegation, namely:\n\n- Mr Carl Berg, President of Estonia\n"
        "- Ms Eva Tamm, Prime Minister of Latvia\n\n"
        "The meetings were attended by Dan Holt, Head of the Asia Sector.\n"
    )

    assert found >= {
        ("Ana Duran", "MEETS", "Carl Berg"),
        ("Ana Duran", "MEETS", "Eva Tamm"),
        ("Carl Berg", "MEETS", "Dan Holt"),
    }


def test_those_who_addressed_a_conference_were_not_met(says: Says) -> None:
    found = says(
        "Minister Ana Duran opened the Porto Conference.\n\nThe following officials addressed the "
        "Porto Conference after the meeting:\n\n- Mr Carl Berg, President of Estonia\n"
        "- Ms Eva Tamm, Prime Minister of Latvia\n"
    )

    assert not [triple for triple in found if triple[1] == "MEETS"]
    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Conference") in found


TABLE = {
    "dashes": "Estonia – {}, Minister of Finance",
    "colons": "Estonia: {}, Minister of Finance",
    "brackets": "Estonia (Tallinn) – {}, Minister of Finance",
}


@pytest.mark.model
@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_a_list_of_states_and_names_attends_the_event_of_a_release(says: Says, row: str) -> None:
    rows = [row.format("Ana Duran"), "Latvia – Carl Berg, Minister", "Peru – Eva Roca, Minister"]
    found = says("The Porto Conference ended on Friday.\n\nAll States\n" + "\n".join(rows))

    attending = {one for one, relation, _ in found if relation == "PARTICIPATES_IN"}
    assert attending >= {"Estonia", "Latvia", "Peru", "Ana Duran", "Carl Berg", "Eva Roca"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("kind", "there"), [("ORGANISATION", True), ("Observers", True), ("Excused", False)]
)
def test_a_list_of_those_present_goes_on_below_another_kind(
    says: Says, kind: str, there: bool
) -> None:
    rows = "Estonia: Ana Duran, Minister\nLatvia: Carl Berg, Minister\nPeru: Eva Roca, Minister\n"
    body = f"The Porto Conference ended on Friday.\n\nAll States\n{rows}{kind}\n"

    found = says(body + "Harbour Agency: Erik Lund, Head of Unit\n")

    assert (("Harbour Agency", "PARTICIPATES_IN", "Porto Conference") in found) == there


@pytest.mark.model
def test_a_list_of_states_and_names_who_were_met_attends_nothing(says: Says) -> None:
    rows = "Estonia – Ana Duran, Minister\nLatvia – Carl Berg, Minister\nPeru – Eva Roca, Minister"
    found = says(f"The Porto Conference ended on Friday.\n\nBilateral meetings\n{rows}")

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


LEADS = {
    "absent": "Absent were:",
    "stayed-away": "These States recalled their envoys and stayed away from the guests:",
    "apologies": "Apologies",
    "sanctioned": "Sanctions were imposed on:",
    "appointed": "Appointments",
    "nothing-of-presence": "Letters were sent to:",
}


@pytest.mark.model
@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_a_list_of_those_who_were_not_there_attends_nothing(says: Says, lead: str) -> None:
    rows = "Estonia – Ana Duran, Envoy\nLatvia – Carl Berg, Envoy\nPeru – Eva Roca, Envoy"
    found = says(f"The Porto Conference ended on Friday.\n\n{lead}\n\n{rows}")

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


@pytest.mark.model
@pytest.mark.parametrize("lead", ["Participants:", "The States were represented as follows:"])
def test_a_list_under_words_for_presence_attends(says: Says, lead: str) -> None:
    rows = "Estonia – Ana Duran, Envoy\nLatvia – Carl Berg, Envoy\nPeru – Eva Roca, Envoy"
    found = says(f"The Porto Conference ended on Friday.\n\n{lead}\n\n{rows}")

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Conference") in found


@pytest.mark.model
def test_speakers_of_a_day_speak_at_the_conference(says: Says) -> None:
    found = says(
        "The Porto Conference ended on Friday. Among the speakers on the first day were:\n\n"
        "Ana Duran, Minister of Finance of Estonia;\nCarl Berg, Minister of Finance of Latvia."
    )

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Conference") in found


def test_envoys_whom_somebody_receives_are_met(says: Says) -> None:
    lead = "President Ana Duran will receive Heads of Mission from these countries:"

    assert ("Ana Duran", "MEETS", "Latvia") in says(f"{lead}\n\n• Estonia\n• Latvia")


ALL = "\n\n• Mr Erik Lund, Minister of Trade\n• Ms Mary Orr, Minister of Health\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Minister Ana Duran and State Secretary Carl Berg held talks with:",
        "Ana Duran, Minister of Trade, and State Secretary Carl Berg met with:",
    ],
)
def test_all_whom_and_joins_before_the_talks_held_them(says: Says, lead: str) -> None:
    found = says(lead + ALL)

    for host in ("Ana Duran", "Carl Berg"):
        assert {(host, "MEETS", "Erik Lund"), (host, "MEETS", "Mary Orr")} <= found


def test_whoever_was_seen_before_did_not_hold_the_talks(says: Says) -> None:
    found = says("After talks with President Carl Berg, Minister Ana Duran met with:" + ALL)

    assert ("Ana Duran", "MEETS", "Erik Lund") in found
    assert ("Carl Berg", "MEETS", "Erik Lund") not in found
