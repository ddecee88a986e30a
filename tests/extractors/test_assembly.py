"""From findings to statements: one fact once, with all its words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from communique.extractors.assembly import assemble
from communique.extractors.cast import Cast, Figure
from communique.extractors.mentions import Span
from communique.extractors.reading.script import Finding, Script
from communique.feeds import repair
from communique.gazetteer.territories import find_territory
from communique.graph import Release, Statement
from communique.ontology import EntityType, Relation, Status

FIRST = "Ana Duran met Carl Berg."
SECOND = "They met in Tallinn on 3 May."
THIRD = "Their next talks are in June."
TEXT = f"Talks\n\n{FIRST}  {SECOND}\n{THIRD}"


@pytest.fixture
def script() -> Script:
    release = Release("release", "Talks", "Ministry", TEXT, 7)
    return Script(release, repair(TEXT, body=7), Cast(), [], [])


def named(script: Script, kind: EntityType, name: str) -> Figure:
    return script.cast.named(Span(0, 1, kind, name))


@pytest.fixture
def ana(script: Script) -> Figure:
    return named(script, EntityType.PERSON, "Ana Duran")


@pytest.fixture
def carl(script: Script) -> Figure:
    return named(script, EntityType.PERSON, "Carl Berg")


@pytest.fixture
def summit(script: Script) -> Figure:
    return named(script, EntityType.EVENT, "Tallinn Summit")


@pytest.fixture
def tallinn(script: Script) -> Figure:
    return named(script, EntityType.PLACE, "Tallinn")


def met(script: Script, subject: Figure, thing: Figure, quote: str, **facts: Any) -> Finding:
    """A finding with these words; a meeting unless the facts name another relation."""
    start = script.repaired.text.index(quote)
    relation = facts.pop("relation", Relation.MEETS)
    return Finding(subject, relation, thing, start, start + len(quote), "by/hand", **facts)


def test_a_meeting_told_both_ways_round_is_one_statement(
    script: Script, ana: Figure, carl: Figure
) -> None:
    told = [met(script, ana, carl, FIRST), met(script, carl, ana, SECOND)]

    (statement,) = assemble(script, told)

    assert [evidence.text for evidence in statement.evidence] == [FIRST, SECOND]


def test_the_surest_quote_stands_first(script: Script, ana: Figure, carl: Figure) -> None:
    told = [
        met(script, ana, carl, FIRST, confidence=0.6),
        met(script, ana, carl, SECOND, confidence=0.8),
    ]

    (statement,) = assemble(script, told)

    assert statement.evidence[0].text == SECOND
    assert statement.confidence == 0.8


def test_a_meeting_on_another_day_is_another_statement(
    script: Script, ana: Figure, carl: Figure
) -> None:
    told = [
        met(script, ana, carl, SECOND, date="2024-05-03"),
        met(script, ana, carl, THIRD, date="2024-06-04"),
    ]

    assert [s.qualifiers.date for s in assemble(script, told)] == ["2024-05-03", "2024-06-04"]


@pytest.mark.parametrize("wider", [None, "2024-05", "2024-05-01/2024-05-05"])
def test_a_finding_of_wider_or_no_date_joins_the_dated_one(
    script: Script, ana: Figure, carl: Figure, wider: str | None
) -> None:
    told = [
        met(script, ana, carl, FIRST, date=wider),
        met(script, ana, carl, SECOND, date="2024-05-03"),
    ]

    (statement,) = assemble(script, told)

    assert statement.qualifiers.date == "2024-05-03"
    assert len(statement.evidence) == 2


def test_what_was_held_is_not_planned_any_more(script: Script, ana: Figure, carl: Figure) -> None:
    told = [
        met(script, ana, carl, FIRST, status=Status.PLANNED),
        met(script, ana, carl, SECOND, status=Status.HELD),
    ]

    (statement,) = assemble(script, told)

    assert statement.qualifiers.status == Status.HELD


def test_qualifiers_that_the_relation_does_not_take_are_left_out(
    script: Script, ana: Figure, carl: Figure
) -> None:
    (statement,) = assemble(script, [met(script, ana, carl, FIRST, amount="5 euros", place="Riga")])

    assert statement.qualifiers.stated() == {"place": "Riga"}


@pytest.mark.model
def test_an_office_is_the_role_of_a_prince(read: Callable[..., tuple[Statement, ...]]) -> None:
    stated = read("HRH Prince Carl Berg, Minister of Ports of Norway, met Mr Dan Holt.")

    assert [s.qualifiers.role for s in stated if s.predicate == Relation.REPRESENTS] == [
        "Minister of Ports"
    ]


@pytest.mark.parametrize("relation", [Relation.VISITS, Relation.LEADS])
def test_what_the_vocabulary_forbids_is_left_out(
    script: Script, ana: Figure, carl: Figure, relation: Relation
) -> None:
    assert assemble(script, [met(script, ana, carl, FIRST, relation=relation)]) == ()


def test_nobody_chairs_a_visit(script: Script, ana: Figure) -> None:
    visit = named(script, EntityType.EVENT, "visit")
    visit.named, visit.noun = False, "visit"

    assert not assemble(script, [met(script, ana, visit, FIRST, relation=Relation.LEADS)])


def test_nobody_meets_himself(script: Script, ana: Figure) -> None:
    assert assemble(script, [met(script, ana, ana, FIRST)]) == ()


def test_a_quote_is_the_slice_of_the_text_as_read(
    script: Script, ana: Figure, carl: Figure
) -> None:
    assert script.repaired.text != TEXT  # the double space is mended, so that offsets differ

    (statement,) = assemble(script, [met(script, ana, carl, SECOND)])

    (evidence,) = statement.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.text == SECOND


def test_a_quote_has_no_space_around_it(script: Script, ana: Figure, carl: Figure) -> None:
    (statement,) = assemble(script, [met(script, ana, carl, f" {SECOND}\n")])

    assert [evidence.text for evidence in statement.evidence] == [SECOND]


def test_statements_stand_in_the_order_of_their_words(
    script: Script, ana: Figure, carl: Figure
) -> None:
    riga = named(script, EntityType.PLACE, "Riga")
    told = [
        met(script, ana, carl, THIRD, date="2024-06-04"),
        met(script, ana, riga, SECOND, relation=Relation.VISITS),
        met(script, ana, carl, FIRST, date="2024-05-03"),
    ]

    starts = [s.evidence[0].start for s in assemble(script, told)]

    assert starts == sorted(starts)
    assert len(starts) == 3


def test_a_country_has_its_codes(script: Script, ana: Figure) -> None:
    found = find_territory("Estonia")
    assert found
    estonia = script.cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=found[0]))

    (visit,) = assemble(script, [met(script, ana, estonia, FIRST, relation=Relation.VISITS)])

    assert (visit.object.iso3, visit.object.wikidata) == ("EST", "Q191")


def test_ids_are_local_to_the_release(script: Script, ana: Figure, carl: Figure) -> None:
    (statement,) = assemble(script, [met(script, ana, carl, FIRST)])

    assert {statement.subject.id, statement.object.id} == {"release#0", "release#1"}


ATTENDS = Relation.PARTICIPATES_IN


def test_who_attends_an_event_of_one_day_does_so_that_day(
    script: Script, ana: Figure, summit: Figure, tallinn: Figure
) -> None:
    told = [
        met(script, ana, summit, FIRST, relation=ATTENDS),
        met(script, summit, tallinn, SECOND, date="2024-05-03", relation=Relation.HELD_IN),
    ]

    assert [s.qualifiers.date for s in assemble(script, told)] == ["2024-05-03"] * 2


@pytest.mark.parametrize(("others", "day"), [(1, None), (2, "2024-05-03")])
def test_an_event_has_the_day_of_several_guests(
    script: Script, ana: Figure, summit: Figure, others: int, day: str | None
) -> None:
    guests = [named(script, EntityType.PERSON, f"Guest {n}") for n in range(others)]
    told = [
        met(script, ana, summit, FIRST, relation=ATTENDS),
        *(met(script, g, summit, SECOND, date="2024-05-03", relation=ATTENDS) for g in guests),
    ]

    assert assemble(script, told)[0].qualifiers.date == day


def test_who_attends_an_event_of_several_days_has_no_day(
    script: Script, ana: Figure, carl: Figure, summit: Figure, tallinn: Figure
) -> None:
    told = [
        met(script, ana, summit, FIRST, relation=ATTENDS),
        met(script, summit, tallinn, SECOND, date="2024-05-03", relation=Relation.HELD_IN),
        met(script, carl, summit, THIRD, date="2024-06-04", relation=Relation.HOSTS),
    ]

    assert assemble(script, told)[0].qualifiers.date is None


def test_a_guest_who_is_told_of_often_is_one(
    script: Script, ana: Figure, carl: Figure, summit: Figure
) -> None:
    told = [
        met(script, ana, summit, FIRST, relation=ATTENDS),
        *(met(script, carl, summit, SECOND, date="2024-05-03", relation=ATTENDS) for _ in range(3)),
    ]

    assert assemble(script, told)[0].qualifiers.date is None


GUESSES = {
    "over": ("participates-in/scored", Status.HELD, None),
    "planned": ("participates-in/scored", Status.PLANNED, "2024-06-04"),
    "read": ("participates/attend", Status.HELD, "2024-06-04"),
}


@pytest.mark.parametrize(("rule", "status", "day"), GUESSES.values(), ids=GUESSES.keys())
def test_a_guessed_day_to_come_is_not_that_of_an_event_that_is_over(
    script: Script, summit: Figure, rule: str, status: Status, day: str | None
) -> None:
    script.release = replace(script.release, published="2024-05-04")
    first, *others = (named(script, EntityType.PERSON, f"Guest {n}") for n in range(3))
    guess = {"date": "2024-06-04", "status": status, "relation": ATTENDS}
    told = [
        met(script, first, summit, FIRST, relation=ATTENDS),
        *(replace(met(script, guest, summit, THIRD, **guess), rule=rule) for guest in others),
    ]

    assert assemble(script, told)[0].qualifiers.date == day


def test_a_day_that_is_not_believed_still_leaves_that_of_an_event_open(
    script: Script, ana: Figure, carl: Figure, summit: Figure, tallinn: Figure
) -> None:
    script.release = replace(script.release, published="2024-05-04")
    guess = met(script, carl, summit, THIRD, date="2024-06-04", relation=ATTENDS)
    told = [
        met(script, ana, summit, FIRST, relation=ATTENDS),
        met(script, summit, tallinn, SECOND, date="2024-05-03", relation=Relation.HELD_IN),
        replace(guess, rule="participates-in/scored", status=Status.HELD),
    ]

    assert assemble(script, told)[0].qualifiers.date is None
