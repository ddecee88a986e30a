"""What the statements of several releases come to."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.builder.facts import Merged, merge
from communique.graph import Fact, Qualifiers, Release, Statement
from communique.identity import resolve
from communique.ontology import Relation, Status

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]
ADA, JON, NORWAY = "person Ada Lind", "person Jon Berg", "country Norway/NOR"


def merged(*releases: Told) -> Merged:
    pairs = [(release.id, statements) for release, statements in releases]
    return merge(pairs, resolve(pairs).entities)


def dates(facts: Sequence[Fact]) -> list[str | None]:
    return [fact.qualifiers.date for fact in facts]


def test_two_releases_that_say_the_same_support_one_fact(tell: Tell) -> None:
    day = {"date": "2024-05-03"}

    found = merged(tell("b", (ADA, "MEETS", JON, day)), tell("a", (JON, "MEETS", ADA, day)))

    (fact,) = found.facts
    assert (fact.subject.id, fact.object.id) == ("person-ada-lind", "person-jon-berg")
    assert [quote.release for quote in fact.evidence] == ["a", "b"]
    assert fact.support == 2


def test_the_report_of_what_was_announced_is_quoted_first(tell: Tell) -> None:
    day = {"date": "2024-05-03"}

    found = merged(
        tell("a", (ADA, "MEETS", JON, {**day, "status": Status.PLANNED})),
        tell("b", (ADA, "MEETS", JON, {**day, "status": Status.HELD})),
    )

    (fact,) = found.facts
    assert fact.qualifiers.status is Status.HELD
    assert [quote.release for quote in fact.evidence] == ["b", "a"]


def test_a_relation_with_a_direction_keeps_it(tell: Tell) -> None:
    found = merged(tell("a", ("person Zoe Dahl", "APPOINTS", ADA), (ADA, "APPOINTS", JON)))

    assert [(fact.subject.name, fact.object.name) for fact in found.facts] == [
        ("Ada Lind", "Jon Berg"),
        ("Zoe Dahl", "Ada Lind"),
    ]


def test_other_days_and_roles_are_other_facts(tell: Tell) -> None:
    found = merged(
        tell("a", (ADA, "VISITS", NORWAY, {"date": "2024-05-03"})),
        tell("b", (ADA, "VISITS", NORWAY, {"date": "2024-06-03"})),
    )

    assert sorted(filter(None, dates(found.facts))) == ["2024-05-03", "2024-06-03"]


RESTATED: dict[str, tuple[list[dict[str, str]], int]] = {
    "without date": ([{}, {"date": "2024-05-03"}], 1),
    "without role": ([{"role": "speaker"}, {}], 1),
    "date here, role there": ([{"date": "2024-05-03"}, {"role": "speaker"}], 2),
    "all of it": ([{}, {"role": "speaker"}, {"role": "speaker", "date": "2024-05-03"}], 1),
    "two dates": ([{}, {"date": "2024-05-03"}, {"date": "2024-06-03"}], 3),
    "another case": ([{"role": "Speaker"}, {"role": "the speaker"}], 1),
}


@pytest.mark.parametrize(("said", "facts"), RESTATED.values(), ids=RESTATED)
def test_a_restatement_joins_the_only_fuller_statement_of_its_release(
    tell: Tell, said: list[dict[str, str]], facts: int
) -> None:
    rows = [(ADA, "PARTICIPATES_IN", "event Harbour Summit", q) for q in said]

    found = merged(tell("a", *rows))

    assert len(found.facts) == facts
    assert sum(len(fact.evidence) for fact in found.facts) == len(said)


def test_an_undated_statement_of_another_release_is_another_fact(tell: Tell) -> None:
    found = merged(
        tell("a", (ADA, "VISITS", NORWAY)),
        tell("b", (ADA, "VISITS", NORWAY, {"date": "2024-05-03"})),
    )

    assert set(dates(found.facts)) == {None, "2024-05-03"}


def test_the_place_named_most_often_counts(tell: Tell) -> None:
    found = merged(
        *(
            tell(release, (ADA, "MEETS", JON, {"place": place}))
            for release, place in [("a", "Bergen"), ("b", "Oslo"), ("c", "Oslo")]
        )
    )

    assert [fact.qualifiers.place for fact in found.facts] == ["Oslo"]


def test_places_named_equally_often_are_settled_by_order(tell: Tell) -> None:
    found = merged(
        tell("a", (ADA, "MEETS", JON, {"place": "Oslo"})),
        tell("b", (ADA, "MEETS", JON, {"place": "Bergen"})),
    )

    assert [fact.qualifiers.place for fact in found.facts] == ["Bergen"]


def test_a_meeting_that_was_held_is_no_longer_planned(tell: Tell) -> None:
    found = merged(
        tell("a", (ADA, "MEETS", JON, {"status": Status.PLANNED})),
        tell("b", (ADA, "MEETS", JON, {"status": Status.PLANNED})),
        tell("c", (ADA, "MEETS", JON, {"status": Status.HELD})),
    )

    assert [fact.qualifiers.status for fact in found.facts] == [Status.HELD]


def test_the_best_statement_gives_the_confidence(tell: Tell) -> None:
    release, (said,) = tell("a", (ADA, "VISITS", NORWAY))
    other, (again,) = tell("b", (ADA, "VISITS", NORWAY))

    found = merged(
        (release, (replace(said, confidence=0.4),)), (other, (replace(again, confidence=0.7),))
    )

    assert [fact.confidence for fact in found.facts] == [0.7]


def test_what_relates_an_entity_to_itself_is_dropped_and_counted(tell: Tell) -> None:
    found = merged(
        tell("a", ("body Harbour League", "PART_OF", "body the Harbour League")),
        tell("b", (ADA, "VISITS", NORWAY)),
    )

    assert found.dropped == 1
    assert [fact.predicate for fact in found.facts] == [Relation.VISITS]


qualifiers = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from(["2024", "2024-05", "2024-05-03"]),
        "place": st.sampled_from(["Oslo", "Bergen"]),
        "event": st.sampled_from(["talks", "the Talks", "dinner"]),
        "status": st.sampled_from(list(Status)),
    },
)
ends = st.permutations([ADA, JON, NORWAY]).map(lambda found: tuple(found[:2]))
meeting = st.tuples(ends, qualifiers).map(lambda row: (row[0][0], "MEETS", row[0][1], row[1]))
feed = st.lists(st.lists(meeting, min_size=1, max_size=5), min_size=1, max_size=4)
Meeting = tuple[str, str, str, dict[str, str]]


@given(rows=feed, shuffle=st.randoms())
@settings(max_examples=60, deadline=None)
def test_facts_do_not_depend_on_the_order_of_releases_or_statements(
    tell: Tell, rows: list[list[Meeting]], shuffle: random.Random
) -> None:
    releases = [tell(f"r{number}", *lines) for number, lines in enumerate(rows)]
    mixed = [(release, tuple(shuffle.sample(said, len(said)))) for release, said in releases]
    shuffle.shuffle(mixed)

    assert merged(*mixed) == merged(*releases)


@given(rows=feed)
@settings(max_examples=60, deadline=None)
def test_no_quote_is_lost_and_no_key_is_used_twice(tell: Tell, rows: list[list[Meeting]]) -> None:
    releases = [tell(f"r{number}", *lines) for number, lines in enumerate(rows)]

    found = merged(*releases)

    quotes = [quote for fact in found.facts for quote in fact.evidence]
    assert sorted(quotes, key=repr) == sorted(
        (quote for _, said in releases for statement in said for quote in statement.evidence),
        key=repr,
    )
    assert len({fact.key for fact in found.facts}) == len(found.facts)


def test_a_fact_keeps_to_the_qualifiers_that_were_stated(tell: Tell) -> None:
    found = merged(tell("a", (ADA, "VISITS", NORWAY)))

    assert [fact.qualifiers for fact in found.facts] == [Qualifiers()]
