"""What a release states once rules and scorer have both been heard."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from communique.extractors.cast import Figure
from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Finding
from communique.extractors.scoring.candidates import Candidate, candidates
from communique.extractors.scoring.decision import decide
from communique.extractors.scoring.scorer import Judgement
from communique.graph import Release
from communique.ontology import EntityType, Relation, Status

pytestmark = pytest.mark.model
News = Any
"""The release of conftest.py with what the rules read in it."""


def candidate(news: News, left: str, right: str, word: str) -> Candidate:
    """The first pair of two named figures whose sentence has a word."""
    found: Candidate = next(
        candidate
        for passage, candidate in news.pairs()
        if (candidate.left.figure.name, candidate.right.figure.name) == (left, right)
        and word in passage.scene.text(passage.sentence)
        and candidate.left.token is not None
        and candidate.right.token is not None
    )
    return found


def judgement(found: Candidate, relation: Relation, *, stated: bool) -> Judgement:
    score, probability = (2.0, 0.87654) if stated else (-2.0, 0.1)
    return Judgement(found, relation, score, probability, stated)


@pytest.fixture
def meeting(news: News) -> Finding:
    """What a rule found."""
    found: Finding = next(f for f in news.reading.found if f.relation == Relation.MEETS)
    return found


@pytest.fixture
def pair(news: News) -> Candidate:
    return candidate(news, "Ana Duran", "Carl Berg", "meet")


def test_a_finding_that_the_scorer_does_not_believe_is_refused(
    news: News, meeting: Finding, pair: Candidate
) -> None:
    against = judgement(pair, Relation.MEETS, stated=False)
    verdict = decide([meeting], {pair.ends(Relation.MEETS): against}, news.reading.occasion)

    assert verdict.stated == ()
    assert verdict.refused == ((meeting, against),)


def test_a_finding_of_a_sure_rule_stands_whatever_the_scorer_holds(
    news: News, meeting: Finding, pair: Candidate
) -> None:
    against = judgement(pair, Relation.MEETS, stated=False)
    sure = frozenset({meeting.rule})
    verdict = decide([meeting], {pair.ends(Relation.MEETS): against}, news.reading.occasion, sure)

    assert verdict.stated == (meeting,)


def test_a_sure_rule_is_no_less_sure_for_being_believed(
    news: News, meeting: Finding, pair: Candidate
) -> None:
    finding = replace(meeting, confidence=0.95)
    held = judgement(pair, Relation.MEETS, stated=True)
    sure = frozenset({finding.rule})
    verdict = decide([finding], {pair.ends(Relation.MEETS): held}, news.reading.occasion, sure)

    assert [f.confidence for f in verdict.stated] == [0.95]


def test_a_finding_that_was_not_judged_stands_as_it_is(news: News, meeting: Finding) -> None:
    verdict = decide([meeting], {}, news.reading.occasion)

    assert verdict.stated == (meeting,)
    assert verdict.refused == ()


def test_a_finding_where_no_sentence_brings_its_ends_together_stands(
    news: News, meeting: Finding, pair: Candidate
) -> None:
    judged = {pair.ends(Relation.MEETS): judgement(pair, Relation.MEETS, stated=False)}
    passages = news.reading.passages
    apart = replace(meeting, start=passages[-1].end, end=passages[-1].end + 1)
    verdict = decide([meeting, apart], judged, news.reading.occasion, passages=passages)

    assert verdict.stated == (apart,)


def test_a_finding_that_the_scorer_believes_takes_its_probability(
    news: News, meeting: Finding, pair: Candidate
) -> None:
    judged = {pair.ends(Relation.MEETS): judgement(pair, Relation.MEETS, stated=True)}
    (stated,) = decide([meeting], judged, news.reading.occasion).stated

    assert stated.confidence == 0.877
    assert (stated.rule, stated.date, stated.status) == (
        meeting.rule, meeting.date, meeting.status,
    )  # fmt: skip


def test_a_meeting_that_only_the_scorer_found_has_day_and_status(
    news: News, pair: Candidate
) -> None:
    judged = {pair.ends(Relation.MEETS): judgement(pair, Relation.MEETS, stated=True)}
    (stated,) = decide([], judged, news.reading.occasion).stated

    assert {stated.subject.name, stated.object.name} == {"Ana Duran", "Carl Berg"}
    assert (stated.date, stated.status) == ("2024-05-20", Status.PLANNED)
    assert (stated.rule, stated.confidence) == ("meets/scored", 0.877)


@pytest.mark.parametrize(
    ("kind", "name", "day"),
    [
        (EntityType.OPERATION, "Harbour Support Mission", None),
        (EntityType.OPERATION, "Exercise HARBOUR", "2024-05-20"),
        (EntityType.EVENT, "Harbour Forum", "2024-05-20"),
    ],
)
def test_the_day_of_a_deed_is_not_that_of_what_lasts(
    news: News, pair: Candidate, kind: EntityType, name: str, day: str | None
) -> None:
    found = replace(pair, right=replace(pair.right, figure=Figure(99, kind, name)))
    held = judgement(found, Relation.PARTICIPATES_IN, stated=True)
    judged = {found.ends(Relation.PARTICIPATES_IN): held}
    (stated,) = decide([], judged, news.reading.occasion).stated

    assert stated.date == day


def test_an_office_that_only_the_scorer_found_has_its_role(news: News) -> None:
    pair = candidate(news, "Ana Duran", "Estonia", "meet")
    ends = pair.ends(Relation.REPRESENTS)
    judged = {ends: judgement(pair, Relation.REPRESENTS, stated=True)}
    (stated,) = decide([], judged, news.reading.occasion).stated

    assert (stated.relation, stated.role) == (Relation.REPRESENTS, "Foreign Minister")
    assert (stated.date, stated.status) == (None, None)


def test_the_scorer_gives_no_journalist_an_office(news: News) -> None:
    found = candidate(news, "Ana Duran", "Estonia", "meet")
    medium = Figure(99, EntityType.ORGANISATION, "Harbour Times")
    pair = replace(found, right=replace(found.right, figure=medium))
    judged = {pair.ends(Relation.REPRESENTS): judgement(pair, Relation.REPRESENTS, stated=True)}

    assert decide([], judged, news.reading.occasion).stated == ()


def test_the_scorer_has_nobody_attend_the_day_of_a_cause(news: News, pair: Candidate) -> None:
    day = Figure(99, EntityType.EVENT, "World Harbour Day")
    found = replace(pair, right=replace(pair.right, figure=day))
    judged = {
        found.ends(Relation.PARTICIPATES_IN): judgement(
            found, Relation.PARTICIPATES_IN, stated=True
        )
    }

    assert decide([], judged, news.reading.occasion).stated == ()


@pytest.mark.parametrize(("deed", "stated"), [("attended", 1), ("was unable to attend", 0)])
def test_the_scorer_has_nobody_do_what_the_clause_of_the_other_end_denies(
    extractor: PressExtractor, release: Callable[..., Release], deed: str, stated: int
) -> None:
    body = f"Minister Ana Duran {deed} the Porto Security Summit."
    reading = extractor.read(extractor.parsed(release(body)))
    (found,) = [
        pair
        for passage in reading.passages
        for pair in candidates(passage)
        if (pair.left.figure.name, pair.right.figure.type) == ("Ana Duran", EntityType.EVENT)
    ]
    believed = judgement(found, Relation.PARTICIPATES_IN, stated=True)

    verdict = decide([], {found.ends(Relation.PARTICIPATES_IN): believed}, reading.occasion)

    assert len(verdict.stated) == stated


def test_what_the_scorer_does_not_believe_and_no_rule_found_is_nothing(
    news: News, pair: Candidate
) -> None:
    judged = {pair.ends(Relation.MEETS): judgement(pair, Relation.MEETS, stated=False)}
    verdict = decide([], judged, news.reading.occasion)

    assert verdict.stated == ()
    assert verdict.refused == ()


def test_the_words_of_a_scored_finding_are_its_sentence(news: News, pair: Candidate) -> None:
    judged = {pair.ends(Relation.MEETS): judgement(pair, Relation.MEETS, stated=True)}
    (stated,) = decide([], judged, news.reading.occasion).stated
    words = news.script.repaired.text[stated.start : stated.end]

    assert words.startswith("Foreign Minister Ana Duran")
    assert words.endswith("on 20 May 2024.")


def test_a_state_meets_nobody_who_met_its_official(news: News, meeting: Finding) -> None:
    pair = candidate(news, "Latvia", "Ana Duran", "meet")
    judged = {pair.ends(Relation.MEETS): judgement(pair, Relation.MEETS, stated=True)}
    with_state = decide([], judged, news.reading.occasion).stated
    beside = decide([meeting], judged, news.reading.occasion).stated

    assert [f.rule for f in with_state] == ["meets/scored"]
    assert beside == (meeting,)


def test_an_operation_involves_the_state_that_is_stated_to_take_part(
    news: News, pair: Candidate
) -> None:
    state = Figure(98, EntityType.COUNTRY, "Estonia")
    operation = Figure(99, EntityType.OPERATION, "Operation HARBOUR")
    taking = Finding(state, Relation.PARTICIPATES_IN, operation, 0, 9, "participates/x", 0.75)
    involved = Finding(operation, Relation.INVOLVES, state, 0, 9, "involves/x", 0.75)
    judged = {
        taking.ends: judgement(pair, Relation.PARTICIPATES_IN, stated=True),
        involved.ends: replace(judgement(pair, Relation.INVOLVES, stated=False), probability=0.45),
    }
    both = decide([taking, involved], judged, news.reading.occasion)
    alone = decide([involved], judged, news.reading.occasion)

    assert [(f.relation, f.confidence) for f in both.stated] == [
        (Relation.PARTICIPATES_IN, 0.877),
        (Relation.INVOLVES, 0.877),
    ]
    assert both.refused == ()
    assert [f for f, _ in alone.refused] == [involved]
