"""Which date of its sentence a meeting or visit has."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation, Status

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
DATELINE = "RIGA, 20 May 2024 –"


def dates(statements: tuple[Statement, ...], relation: Relation) -> dict[str, str | None]:
    """The date of each object of a relation."""
    return {s.object.name: s.qualifiers.date for s in statements if s.predicate == relation}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("will make a visit to Lima from 2 to 3 June 2024 and thereafter to Quito from 4 to 5 June "
         "2024.", {"Lima": "2024-06-02/2024-06-03", "Quito": "2024-06-04/2024-06-05"}),
        ("will travel on 2 June 2024 to Lima and on 3 June 2024 to Quito.",
         {"Lima": "2024-06-02", "Quito": "2024-06-03"}),
        ("will visit Peru on 2 June 2024 and Chile on 3 June 2024.",
         {"Peru": "2024-06-02", "Chile": "2024-06-03"}),
        ("will travel to Lima (2–3 June 2024) and Quito (4–5 June 2024).",
         {"Lima": "2024-06-02/2024-06-03", "Quito": "2024-06-04/2024-06-05"}),
        ("left this evening on a state visit to two countries of the region: Peru (2–3 June 2024) "
         "and Chile (4–5 June 2024).",
         {"Peru": "2024-06-02/2024-06-03", "Chile": "2024-06-04/2024-06-05"}),
    ],
    ids=["after each", "before each", "without a preposition", "in brackets", "after a colon"],
)  # fmt: skip
def test_each_destination_has_the_date_beside_it(
    read: Read, said: str, wanted: dict[str, str]
) -> None:
    assert dates(read(f"Foreign Minister Ana Duran {said}"), Relation.VISITS) == wanted


def test_everybody_met_has_the_date_beside_the_name(read: Read) -> None:
    found = read(
        "Foreign Minister Ana Duran met Prime Minister Carl Berg in May 2024 and Ambassador Olga "
        "Rossi in June 2024."
    )

    assert dates(found, Relation.MEETS) == {"Carl Berg": "2024-05", "Olga Rossi": "2024-06"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("returned yesterday from a three-day trip to Peru.", "2024-05-17/2024-05-19"),
        ("today wrapped up her four-day working visit to Peru.", "2024-05-17/2024-05-20"),
        ("sets off tomorrow on a two-day tour of Peru.", "2024-05-21/2024-05-22"),
        ("is in Peru today.", "2024-05-20"),
        ("today concluded a 0-day visit to Peru.", None),
        ("today concluded a \u017fix-day visit to Peru.", None),
        ("spoke yesterday of her three-day trip to Peru.", "2024-05-19"),
    ],
    ids=["returned", "wrapped up", "sets off", "no length", "no day", "long s", "neither"],
)
def test_a_journey_of_some_days_lasts_to_its_end(read: Read, said: str, wanted: str | None) -> None:
    found = read(f"{DATELINE} Foreign Minister Ana Duran {said}", published="2024-05-20")

    assert dates(found, Relation.VISITS)["Peru"] == wanted


def test_what_follows_tomorrow_dates_nothing_before_it(read: Read) -> None:
    found = read(
        "Foreign Minister Ana Duran had talks with Prime Minister Carl Berg, and tomorrow she will "
        "receive Ambassador Olga Rossi.",
        published="2024-05-20",
    )

    assert dates(found, Relation.MEETS) == {"Carl Berg": None, "Olga Rossi": "2024-05-21"}


def test_the_year_of_a_clause_goes_before_the_day_of_another(read: Read) -> None:
    found = read(
        'On 3 May 2024 police told how operation "Clear Rivers" had been carried out in Peru in '
        "2018."
    )

    assert dates(found, Relation.HELD_IN) == {"Peru": "2018"}


@pytest.mark.parametrize(
    ("said", "published", "status"),
    [
        ("flew to Peru on 22 May 2024.", "2024-05-23", Status.HELD),
        ("sets off on 22 May 2024 on a tour of Peru.", "2024-05-20", Status.PLANNED),
        ("will visit Peru on 22 May 2024.", "2024-05-20", Status.PLANNED),
        ("will visit Peru on 22 May 2024.", "2024-05-23", Status.HELD),
        ("will visit Peru in May 2024.", "2024-05-23", Status.PLANNED),
        ("was due to visit Peru on 22 May 2024.", "2024-05-23", Status.PLANNED),
    ],
    ids=["over", "present tense", "ahead", "told late", "not over yet", "was due"],
)
def test_days_to_come_are_planned_and_days_gone_by_are_held(
    read: Read, said: str, published: str, status: Status
) -> None:
    found = read(f"Foreign Minister Ana Duran {said}", published=published)

    visits = [s.qualifiers.status for s in found if s.predicate == Relation.VISITS]
    assert visits == [status]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("completed today a mission that took her to Peru.", {"Peru": None}),
        ("wrapped up on Sunday a visit to Peru.", {"Peru": None}),
        ("visited Peru on Sunday.", {"Peru": "2024-05-19"}),
    ],
    ids=["completed", "wrapped up", "neither"],
)  # fmt: skip
def test_the_last_day_of_a_journey_is_not_its_date(
    read: Read, said: str, wanted: dict[str, str | None]
) -> None:
    found = read(f"{DATELINE} Foreign Minister Ana Duran {said}", published="2024-05-20")

    assert dates(found, Relation.VISITS) == wanted


def test_who_is_sent_goes_on_the_day_of_the_event_not_of_the_announcement(read: Read) -> None:
    found = read(
        f"{DATELINE} The President today announced the designation of a Presidential Delegation to "
        "attend the Dedication of the Harbour Hall in Suva on 6 September 2024."
    )

    assert dates(found, Relation.PARTICIPATES_IN) == {
        "Dedication of the Harbour Hall": "2024-09-06"
    }


def test_what_takes_place_off_a_port_has_the_days_that_open_the_sentence(read: Read) -> None:
    found = read("From 7 to 18 June 2024, Exercise Crystal Quay takes place off Lisbon.")

    assert dates(found, Relation.HELD_IN) == {"Lisbon": "2024-06-07/2024-06-18"}


def test_a_state_where_somebody_took_part_takes_no_part_itself(read: Read) -> None:
    found = read(
        "The ship is on her way home from Greenland, where from 2 to 3 May 2024 she took part in "
        "Exercise Crystal Quay."
    )

    assert not [s for s in found if s.predicate == Relation.PARTICIPATES_IN]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Minister Ana Duran will make a trip to Peru, her ministry said on Monday.", None),
        ("RIGA, 20 May 2024: Minister Ana Duran will make a trip to Peru.", None),
        ("On 20 May 2024 Minister Ana Duran announced her upcoming visit to Peru.", None),
        (
            "Minister Ana Duran said on 20 May 2024 that she had gone to Peru on 6 May.",
            "2024-05-06",
        ),
    ],
    ids=["day of the words", "dateline", "announcement", "own day"],
)
def test_a_visit_has_no_day_on_which_only_somebody_speaks_of_it(
    read: Read, body: str, wanted: str | None
) -> None:
    assert dates(read(body), Relation.VISITS) == {"Peru": wanted}


def test_a_day_told_in_the_text_is_that_of_the_meeting_in_the_title(read: Read) -> None:
    body = (
        "Secretary-General of the OIC, H.E. Ana Duran, on 2 May 2024, received in her office H.E. "
        "Carl Berg, Permanent Representative of Estonia."
    )
    found = read(body, title="OIC Secretary-General meets Permanent Representative of Estonia")

    assert "2024-05-02" in dates(found, Relation.MEETS).values()


def test_who_arrived_on_a_day_met_others_on_it(read: Read) -> None:
    found = read("Minister Ana Duran arrived on Wednesday and met with Carl Berg of Estonia.")

    assert dates(found, Relation.MEETS) == {"Carl Berg": "2024-05-08"}


def test_a_visit_has_no_day_of_a_session_that_is_about_to_begin(read: Read) -> None:
    body = "Minister Ana Duran is visiting Peru and will chair the session starting tomorrow."

    assert dates(read(body), Relation.VISITS) == {"Peru": None}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("She met Minister Carl Berg of Estonia.", "2024-05-14"),
        ("“I met Minister Carl Berg of Estonia,” she said.", None),
        ("She will meet Minister Carl Berg of Estonia.", None),
        ("She had met Minister Carl Berg of Estonia.", None),
    ],
    ids=["told next", "recalled in speech", "announced", "done before"],
)
def test_a_sentence_has_the_day_of_the_one_before_if_it_goes_on(
    read: Read, said: str, wanted: str | None
) -> None:
    found = read(f"Minister Ana Duran of Peru opened a school on 14 May 2024. {said}")

    assert [s.qualifiers.date for s in found if s.predicate == Relation.MEETS] == [wanted]


def test_an_event_keeps_its_day_where_more_is_announced_of_it(read: Read) -> None:
    found = read(
        "Minister Ana Duran of Peru opened the Lima Forum on 14 May 2024. Minister Carl Berg of "
        "Estonia will speak at the forum."
    )

    assert dates(found, Relation.PARTICIPATES_IN) == {"Lima Forum": "2024-05-14"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("will meet Carl Berg of Estonia on 21 May, and on Friday with Olga Rossi of Italy.",
         {"Carl Berg": "2024-05-21", "Olga Rossi": "2024-05-24"}),
        ("had talks on Monday with Carl Berg of Estonia and on Friday, the last day, with Olga "
         "Rossi of Italy.", {"Carl Berg": "2024-05-13", "Olga Rossi": "2024-05-17"}),
    ],
    ids=["after a comma", "without one"],
)  # fmt: skip
def test_a_date_behind_and_begins_another_part(
    read: Read, said: str, wanted: dict[str, str]
) -> None:
    found = read(f"Minister Ana Duran of Peru {said}", published="2024-05-19")

    assert {name: dates(found, Relation.MEETS)[name] for name in wanted} == wanted


def test_a_bracket_makes_a_week_or_a_month_precise(read: Read) -> None:
    found = read(
        "Minister Ana Duran will visit Peru next week (14-15 May).", published="2024-05-10"
    )

    assert dates(found, Relation.VISITS) == {"Peru": "2024-05-14/2024-05-15"}


def test_of_two_periods_of_a_visit_the_shorter_counts(read: Read) -> None:
    found = read(
        "Minister Ana Duran will travel to Peru on 2-3 June and to Chile on 4-5 June.",
        title="Minister Ana Duran to travel to Peru and Chile, 2-5 June 2024",
        published="2024-05-20",
    )

    days = dates(found, Relation.VISITS)
    assert days == {"Peru": "2024-06-02/2024-06-03", "Chile": "2024-06-04/2024-06-05"}


def test_companions_travel_when_the_traveller_does(read: Read) -> None:
    found = read(
        "Minister Ana Duran visited Peru from 13 to 15 May 2024.\n\nOn 14 May she opened a school. "
        "The Minister was accompanied by Ambassador Olga Rossi."
    )

    visits = [s for s in found if s.predicate == Relation.VISITS]
    assert {s.subject.name: s.qualifiers.date for s in visits} == {
        "Ana Duran": "2024-05-13/2024-05-15",
        "Olga Rossi": "2024-05-13/2024-05-15",
    }


def test_what_the_title_tells_is_of_the_day_of_the_first_sentence(read: Read) -> None:
    found = read(
        "The minister had separate calls with the two leaders this afternoon. They spoke of fish.",
        title="Minister Ana Duran speaks with President Carl Berg",
        published="2024-05-20",
    )

    assert dates(found, Relation.MEETS) == {"Carl Berg": "2024-05-20"}


def test_the_last_day_of_a_visit_is_not_that_of_its_title(read: Read) -> None:
    found = read(
        "Minister Ana Duran completed today a visit to Peru.",
        title="Minister Ana Duran visits Peru",
        published="2024-05-20",
    )

    assert dates(found, Relation.VISITS) == {"Peru": None}


def test_days_in_brackets_date_a_visit_that_another_sentence_tells(read: Read) -> None:
    found = read(
        "Her tour of two countries, Peru (2-3 June) and Chile (4-5 June), is the first this year.",
        title="Minister Ana Duran leaves for Peru and Chile",
        published="2024-05-31",
    )

    days = dates(found, Relation.VISITS)
    assert days == {"Peru": "2024-06-02/2024-06-03", "Chile": "2024-06-04/2024-06-05"}


def test_what_goes_on_has_no_day_of_what_is_over(read: Read) -> None:
    found = read(
        "On 14 May 2024 the minister opened a school. The exercise Crystal Quay is run by Latvia "
        "with the participation of Estonia."
    )

    took_part = [s for s in found if s.predicate == Relation.PARTICIPATES_IN]
    assert took_part
    assert {s.qualifiers.date for s in took_part} == {None}


def test_a_title_has_no_day_of_its_own_where_the_text_dates_what_it_tells(read: Read) -> None:
    found = read(
        "On Monday Minister Ana Duran spoke of fish.\n\nMinister Ana Duran visited Peru on 9 May.",
        title="Minister Ana Duran visits Peru",
        published="2024-05-14",
    )

    visits = [s.qualifiers.date for s in found if s.predicate == Relation.VISITS]
    assert visits == ["2024-05-09"]


def test_what_came_of_an_operation_is_told_on_another_day(read: Read) -> None:
    found = read(
        "On 2 June 2024 Europol announced the results of Operation HARBOUR, in which Estonia took "
        "part."
    )

    assert dates(found, Relation.PARTICIPATES_IN) == {"Operation HARBOUR": None}
