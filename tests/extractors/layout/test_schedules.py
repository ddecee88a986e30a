"""Schedules by day and hour."""

from collections.abc import Callable
from time import process_time

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]

TITLE = "Weekly schedule of President Ana Duran"
WEEK = """\
Monday 6 May 2024

09:30 – Phone call with the President of Estonia, Carl Berg
11:00 – Meeting with the Prime Minister of Latvia, Eva Tamm (photo opportunity)
12:00 – Meeting with Mr Jan Mori (cancelled)
13:00 – Videoconference with the Prime Minister of Norway, Nils Moe

Tuesday 7 May 2024
Malta

10:00 – Visit to Lithuania
11:15 – Press conference with Mr Dan Holt
15:00 – Speech at the Valletta Forum
"""


@pytest.fixture
def stated(read: Read) -> set[tuple[str, str, str, str | None]]:
    return {
        (s.subject.name, str(s.predicate), s.object.name, s.qualifiers.date)
        for s in read(WEEK, title=TITLE, source="NATO")
    }


def test_the_owner_of_a_schedule_meets_those_of_its_lines_on_their_day(
    stated: set[tuple[str, str, str, str | None]],
) -> None:
    meetings = {(one, other, day) for one, said, other, day in stated if said == "MEETS"}

    assert meetings >= {
        ("Ana Duran", "Carl Berg", "2024-05-06"),
        ("Ana Duran", "Eva Tamm", "2024-05-06"),
        ("Ana Duran", "Nils Moe", "2024-05-06"),
    }
    assert "Jan Mori" not in {other for _, other, _ in meetings}


def test_a_meeting_of_two_is_no_event_that_they_attend(
    stated: set[tuple[str, str, str, str | None]],
) -> None:
    assert "Eva Tamm" not in {one for one, said, _, _ in stated if said == "PARTICIPATES_IN"}


def test_the_owner_of_a_schedule_visits_and_attends_what_its_lines_name(
    stated: set[tuple[str, str, str, str | None]],
) -> None:
    assert ("Ana Duran", "VISITS", "Lithuania", "2024-05-07") in stated
    assert ("Ana Duran", "PARTICIPATES_IN", "Valletta Forum", "2024-05-07") in stated


def test_a_line_of_a_place_alone_is_where_the_lines_below_it_are_held(read: Read) -> None:
    held = {s.object.name for s in read(WEEK, title=TITLE) if s.predicate == Relation.HELD_IN}

    assert held == {"Malta"}


def test_who_is_met_first_owns_no_schedule(read: Read) -> None:
    week = "Monday 6 May 2024\n\n10:00 – Meeting with the Prime Minister of Latvia, Eva Tamm\n"
    more = "12:00 – Phone call with the President of Estonia, Carl Berg\n"
    found = read(week + more, title="Weekly schedule of the President", source="Harbour News")

    assert not [s for s in found if s.predicate == Relation.MEETS]


def test_what_stands_under_a_day_happens_that_day(read: Read) -> None:
    found = read(
        "Monday, 3 June 2024\n\nMinister Ana Duran meets Prime Minister Carl Berg of Estonia.\n\n"
        "Tuesday, 4 June 2024, Riga\n\nMinister Ana Duran meets Minister Eva Tamm of Latvia.\n\n"
        "Background\n\nMinister Ana Duran knows Minister Dan Holt, whom she met in Oslo."
    )
    met = {s.object.name: s.qualifiers.date for s in found if s.predicate == Relation.MEETS}

    assert met == {"Carl Berg": "2024-06-03", "Eva Tamm": "2024-06-04", "Dan Holt": None}


def test_entries_without_verb_tell_whom_their_owner_meets_and_where_he_goes(read: Read) -> None:
    body = (
        "Minister Ana Duran travels to Estonia from 6 to 8 May 2024.\n\n"
        "Monday 6 May 2024\n\n"
        "• Discussions with Carl Berg, Prime Minister of Estonia\n"
        "• Courtesy visit to the President of Estonia, Eva Tamm\n\n"
        "Tuesday 7 May 2024\n\n"
        "Private visit to Camp Harbour. Lunch with Mr Dan Holt, followed by a speech of Ole Lund.\n"
    )
    stated = read(body, title="Programme of the visit of Minister Ana Duran", source="NATO")
    deeds = {
        (s.subject.name, str(s.predicate), s.object.name, s.qualifiers.date)
        for s in stated
        if s.predicate in {Relation.MEETS, Relation.VISITS}
    }

    assert deeds >= {
        ("Ana Duran", "MEETS", "Carl Berg", "2024-05-06"),
        ("Ana Duran", "MEETS", "Eva Tamm", "2024-05-06"),
        ("Ana Duran", "VISITS", "Camp Harbour", "2024-05-07"),
        ("Ana Duran", "MEETS", "Dan Holt", "2024-05-07"),
    }
    assert all("Ole Lund" not in (subject, thing) for subject, _, thing, _ in deeds)


PROSE = {
    "on": "Discussions on the extradition of President Carl Berg continued on 7 May 2024.",
    "broke-down": "Talks with President Carl Berg broke down.",
    "not-arranged": "Meetings with President Carl Berg have not been arranged.",
    "without-verb": "Discussions on the pardon of President Carl Berg.",
}


@pytest.mark.parametrize("sentence", PROSE.values(), ids=PROSE)
def test_talks_of_which_a_sentence_tells_are_no_entry(read: Read, sentence: str) -> None:
    found = read(f"Minister Ana Duran of Estonia arrived on 6 May 2024. {sentence}")

    assert not [s for s in found if s.predicate == Relation.MEETS]


@pytest.mark.parametrize(
    ("entry", "sites"),
    [
        ("10:00 Arrival of Polish troops in Porto", set()),
        ("Visit to Polish and other lines", set()),
        ("Arrival of the minister in Latvia", {"Latvia"}),
        ("Tour of Camp Harbour", {"Camp Harbour"}),
    ],
)
def test_an_entry_leads_where_its_owner_goes(read: Read, entry: str, sites: set[str]) -> None:
    found = read(f"Monday 6 May 2024\n\n{entry}\n", title="Programme of Minister Ana Duran")

    assert {s.object.name for s in found if s.predicate == Relation.VISITS} == sites


def test_a_line_of_dashes_takes_no_longer_than_its_length(read: Read) -> None:
    lines = "– " * 30_000
    started = process_time()
    read(f"Monday 6 May 2024\n\n{lines}\n\nVisit to Latvia\n", title="Week of Minister Ana Duran")

    assert process_time() - started < 60  # seconds; three if linear, ten minutes if not


TRIP = """\
Commissioner Ana Duran will travel to Peru and Chile in June 2024.

Lima

Monday 3 June 2024 – Talks with Foreign Minister Carl Berg
4 June 2024, 10:00 – Working lunch with the Harbour Committee

Santiago

5 June 2024 – Meeting with President Eva Tamm
"""


def test_a_line_may_begin_with_its_day(read: Read) -> None:
    found = read(TRIP, title="Media advisory: Commissioner Ana Duran in Lima", source="NATO")

    meetings = {
        (s.subject.name, s.object.name, s.qualifiers.date)
        for s in found
        if s.predicate == Relation.MEETS
    }
    assert {frozenset(ends[:2]) for ends in meetings} == {
        frozenset({"Ana Duran", "Carl Berg"}),
        frozenset({"Ana Duran", "Harbour Committee"}),
        frozenset({"Ana Duran", "Eva Tamm"}),
    }
    assert {day for *_, day in meetings} == {"2024-06-03", "2024-06-04", "2024-06-05"}


def test_the_town_over_a_line_tells_whose_official_is_met(read: Read) -> None:
    found = read(TRIP, title="Media advisory: Commissioner Ana Duran in Lima", source="NATO")

    held = {(s.subject.name, s.object.name) for s in found if s.predicate == Relation.REPRESENTS}
    assert held >= {("Carl Berg", "Peru"), ("Eva Tamm", "Chile")}


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("10:15 Bilateral: President and Mr Carl Berg, Foreign Minister of Estonia", "Carl Berg"),
        ("12:30 Working lunch with members of the Harbour Council", "Harbour Council"),
        ("14:00 – Exchange with the Harbour Council", "Harbour Council"),
    ],
    ids=["bilateral", "members", "exchange"],
)
def test_a_line_names_who_is_met_behind_a_colon_or_as_members(
    read: Read, line: str, met: str
) -> None:
    found = read(f"Monday 6 May 2024\n\n{line}", title=TITLE, source="NATO")

    assert ("Ana Duran", met) in {
        (s.subject.name, s.object.name) for s in found if s.predicate == Relation.MEETS
    } | {(s.object.name, s.subject.name) for s in found if s.predicate == Relation.MEETS}


DAY = "Monday 6 May 2024\n\n"
NOT_MET = [
    "10:00 – Exchange of views on NATO",
    "10:00 – Discussion on representatives of the European Union",
    "10:00 – Meeting of the board of Europol",
    "10:00 – Breakfast by Europol",
    "10:00 – Talks on President Carl Berg of Estonia",
    "10:00 – Discussion of the book by President Carl Berg of Estonia",
    "10:00 – Bilaterals: preparation with staff, Minister Carl Berg absent",
    "10:00 – Call on Minister Carl Berg to resign (debate)",
    "10:00 – Exchange with shipowners on Minister Carl Berg",
    "10:00 – Call with journalists about President Carl Berg of Estonia",
]


@pytest.mark.parametrize("line", NOT_MET)
def test_the_topic_or_author_of_a_talk_is_not_met(read: Read, line: str) -> None:
    stated = read(f"{DAY}{line}", title=TITLE, source="Government of Portugal")

    assert not [s for s in stated if s.predicate == Relation.MEETS]


MET = [
    "10:00 – Exchange of views with Minister Carl Berg on the report of Mr Nils Moe",
    "10:00 – Courtesy call on Ambassador Carl Berg",
    "10:00 – Lunch hosted by Minister Carl Berg",
    "10:00 – Lunch on the occasion of the visit of Minister Carl Berg",
    "10:00 – Meeting on ports with Minister Carl Berg",
]


@pytest.mark.parametrize("line", MET)
def test_the_other_side_of_a_talk_is_met(read: Read, line: str) -> None:
    stated = read(f"{DAY}{line}", title=TITLE, source="Government of Portugal")

    assert [s.object.name for s in stated if s.predicate == Relation.MEETS] == ["Carl Berg"]


def test_where_a_guest_goes_the_owner_of_a_schedule_does_not(read: Read) -> None:
    line = "10:00 – Visit of Minister Carl Berg of Estonia to Eurojust"
    stated = read(f"{DAY}{line}", title=TITLE, source="Government of Portugal")

    assert {s.subject.name for s in stated if s.predicate == Relation.VISITS} <= {"Carl Berg"}


JOURNEY = """\
Lisbon, 3 May 2024 – Minister Ana Duran travels to Estonia and Finland next week.

{days}
"""
DAYS = {
    "headings": "Monday 6 May, Tallinn\n10.00 Talks with President Carl Berg\n"
    "12.00 Speech at the Torsk Forum\n\nTuesday 7 May, Helsinki\n09.30 Meeting with Mr Dan Holt\n",
    "cells": "6 May | 10:00 | Tallinn | Talks with President Carl Berg\n"
    "6 May | 12:00 | Tallinn | Speech at the Torsk Forum\n"
    "7 May | 09:30 | Helsinki | Meeting with Mr Dan Holt\n",
    "numbered": "DAY 1 (6 May) – TALLINN\n10h00: talks with President Carl Berg\n"
    "12h00: speech at the Torsk Forum\n\n"
    "DAY 2 (7 May) – HELSINKI\n09h30: meeting with Mr Dan Holt\n",
    "apart": "6 May\n\nTallinn\nTalks with President Carl Berg\nSpeech at the Torsk Forum\n\n"
    "7 May\n\nHelsinki\nMeeting with Mr Dan Holt\n",
}


@pytest.mark.parametrize("days", DAYS.values(), ids=DAYS)
def test_days_and_towns_of_a_programme_carry_over_to_its_lines(read: Read, days: str) -> None:
    stated = read(JOURNEY.format(days=days), title="Programme of the visit of Minister Duran")
    said = {(s.subject.name, str(s.predicate), s.object.name.title()) for s in stated}

    assert said >= {
        ("Ana Duran", "VISITS", "Tallinn"),
        ("Ana Duran", "VISITS", "Helsinki"),
        ("Ana Duran", "MEETS", "Carl Berg"),
        ("Ana Duran", "MEETS", "Dan Holt"),
        ("Ana Duran", "PARTICIPATES_IN", "Torsk Forum"),
        ("Torsk Forum", "HELD_IN", "Tallinn"),
    }
    assert ("Torsk Forum", "HELD_IN", "Helsinki") not in said
    assert ("Ana Duran", "VISITS", "Lisbon") not in said


def test_each_line_of_a_programme_of_several_tells_of_whom_it_names(read: Read) -> None:
    week = (
        "Lisbon, 3 May 2024\n\nMonday 6 May\n*Minister Ana Duran* – Oslo. Meets Mr Carl Berg.\n"
        "Minister Eva Tamm, Riga: Torsk Forum.\n\nTuesday 7 May\nMinister Ana Duran\n"
        "Attends the Harbour Summit. Meets Mr Dan Holt.\n\nAll events will be shown live.\n"
    )
    stated = read(week, title="The week of the ministers")
    said = {
        (s.subject.name, s.object.name)
        for s in stated
        if s.predicate in {Relation.MEETS, Relation.PARTICIPATES_IN}
    }

    assert said == {
        ("Ana Duran", "Carl Berg"),
        ("Eva Tamm", "Torsk Forum"),
        ("Ana Duran", "Harbour Summit"),
        ("Ana Duran", "Dan Holt"),
    }


def test_what_days_of_the_past_tell_is_no_programme(read: Read) -> None:
    past = (
        "Minister Ana Duran sums up the talks.\n\n3 May 2022 – Talks with Mrs Eva Tamm failed.\n"
        "5 July 2022 – The Torsk Conference began in Riga.\n"
    )
    found = read(past, title="Timeline of Minister Ana Duran")

    assert not [s for s in found if s.evidence[0].rule.startswith("diary/")]


def test_below_the_name_of_an_official_lines_tell_of_him_or_her(read: Read) -> None:
    week = (
        "Minister of Ports Ana Duran\n\nMonday 6 May\n"
        "Receives the President of the Red Cross, Carl Berg.\nReceives the yearbook.\n\n"
        "Minister of Trade Eva Tamm\n\nMonday 6 May\n"
        "Bilateral meeting with the Minister of Norway, Nils Moe. Oslo.\n\n"
        "State Secretary Jon Ask in Riga: opens the Torsk Forum; meets Minister Dan Holt.\n"
        "14:00 State Secretary Jon Ask has a call with the President of Latvia, Ilze Kalna.\n"
    )
    stated = read(week, title="The week of the ministers", source="Government of Portugal")
    said = {(s.subject.name, str(s.predicate), s.object.name) for s in stated}

    assert {triple for triple in said if triple[1] in {"MEETS", "VISITS"}} == {
        ("Ana Duran", "MEETS", "Carl Berg"),
        ("Eva Tamm", "MEETS", "Nils Moe"),
        ("Jon Ask", "VISITS", "Riga"),
        ("Jon Ask", "MEETS", "Dan Holt"),
        ("Jon Ask", "MEETS", "Ilze Kalna"),
    }
    assert ("Dan Holt", "PARTICIPATES_IN", "Torsk Forum") not in said
    assert ("Jon Ask", "PARTICIPATES_IN", "Torsk Forum") in said


def test_who_is_met_first_is_no_owner_of_a_programme(read: Read) -> None:
    days = (
        "Monday, 6 May\n10:00 Receives the Ambassador of Chile, Rosa Pinto.\n"
        "14:00 Talks with the President of Estonia, Carl Berg.\n\n"
        "Tuesday, 7 May\nWorking visit to Malta\n11:00 Meeting with Mr Dan Holt.\n"
    )
    stated = read(days, title="Programme of the President", source="Office of the President")

    assert "Carl Berg" not in {s.subject.name for s in stated if s.predicate == Relation.VISITS}


def test_the_days_of_a_journey_among_the_lines_are_not_those_of_the_lines(read: Read) -> None:
    found = read(
        "10:00 a.m. Minister Ana Duran meets with Minister Carl Berg of Estonia.\n\n"
        "Secretary Olga Rossi is on travel to Peru and Chile 4–11 March 2024.\n\n"
        "2:00 p.m. Minister Ana Duran meets with Minister Eva Tamm of Latvia.\n",
        title="Public Schedule – 9 March 2024",
    )
    met = {s.object.name: s.qualifiers.date for s in found if s.predicate == Relation.MEETS}

    assert met == {"Carl Berg": "2024-03-09", "Eva Tamm": "2024-03-09"}
