"""Statements beside each other: what a second look sees, and what it adds."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.collective.claims import LEAST, Claim, claims
from communique.extractors.scoring.collective.company import COLUMNS, company
from communique.extractors.scoring.collective.trees import Trees, read_trees
from communique.extractors.scoring.collective.views import TERMS, Portrait, View, Views
from communique.extractors.scoring.scorer import COMPANY
from communique.extractors.scoring.weights import RELATIONS, read_weights
from communique.graph import Release
from communique.ontology import Relation

ATTENDS = RELATIONS.index(Relation.PARTICIPATES_IN)
MEETS = RELATIONS.index(Relation.MEETS)
ORGANISES = RELATIONS.index(Relation.ORGANISES)
PERSON, EVENT, OPERATION = 0, 1, 2


def view(left: int, right: int, **rest: int) -> View:
    return View(left, right, *[0] * (len(View._fields) - 2))._replace(**rest)


def portrait(kind: int = PERSON, **rest: Any) -> Portrait:
    return Portrait._make([kind, *[0] * (len(Portrait._fields) - 1)])._replace(**rest)


def claim(subject: int, relation: int, thing: int, *logits: float, **seen: int) -> Claim:
    return Claim((subject, relation, thing), logits, view(subject, thing, **seen))


def seen(found: Sequence[Claim], **kinds: int) -> list[Mapping[str, float]]:
    """The rows of claims by column; figures are persons unless told otherwise."""
    ends = {end for c in found for end in (c.ends[0], c.ends[2])}
    figures = {end: portrait(kinds.get(f"n{end}", PERSON)) for end in ends}
    rows = company(found, figures).tolist()
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_a_claim_has_all_sentences_that_speak_for_it_the_surest_first() -> None:
    ends = (1, ATTENDS, 2)
    (found,) = claims([(ends, 0.5, view(1, 2, block=3)), (ends, 2.0, view(1, 2, block=7))])

    assert found.logits == (2.0, 0.5)
    assert found.view.block == 7


def test_a_sentence_that_says_it_twice_speaks_for_it_once() -> None:
    heard = [((1, MEETS, 2), logit, view(1, 2, block=3)) for logit in (0.5, 1.5)]

    assert [c.logits for c in claims(heard)] == [(1.5,)]


def test_of_sentences_as_sure_the_first_is_seen_whatever_was_heard_first() -> None:
    heard = [((1, MEETS, 2), 1.0, view(1, 2, block=block)) for block in (5, 2)]

    assert claims(heard) == claims(heard[::-1])
    assert claims(heard)[0].view.block == 2


def test_claims_come_in_the_order_of_their_ends_whatever_was_heard_first() -> None:
    heard = [((3, MEETS, 4), 1.0, view(3, 4)), ((1, MEETS, 2), 0.0, view(1, 2))]

    assert claims(heard) == claims(heard[::-1])
    assert [c.ends[0] for c in claims(heard)] == [1, 3]


def test_of_two_events_that_somebody_attends_each_sees_the_other() -> None:
    one, other = seen([claim(1, ATTENDS, 2, 2.0), claim(1, ATTENDS, 3, -0.5)], n2=EVENT, n3=EVENT)

    assert (one["subject-rival"], other["subject-rival"]) == (-0.5, 2.0)
    assert (one["subject-surer"], other["subject-surer"]) == (0, 1)
    assert one["object-rival"] == other["object-rival"] < -5


def test_a_rival_is_a_peer_if_its_other_end_is_of_the_same_type() -> None:
    found = [claim(1, ATTENDS, 2, 1.0), claim(1, ATTENDS, 3, 0.5), claim(1, ATTENDS, 4, 0.0)]
    row = seen(found, n2=EVENT, n3=OPERATION, n4=EVENT)[0]

    assert (row["subject-rival"], row["subject-peer"]) == (0.5, 0.0)


def test_a_meeting_has_rivals_on_either_side() -> None:
    row = seen([claim(1, MEETS, 5, 1.0), claim(0, MEETS, 1, 0.5)])[0]

    assert row["subject-rival"] == 0.5


def test_a_claim_sees_what_else_the_same_two_would_state() -> None:
    found = [claim(1, ATTENDS, 2, 1.0), claim(1, ORGANISES, 2, 0.5)]
    row = seen(found, n2=EVENT)[0]

    assert (row["pair"], row["pair-relation"]) == (0.5, ORGANISES)


def test_a_rule_that_found_a_rival_is_seen() -> None:
    found = [claim(1, ATTENDS, 2, 1.0), claim(1, ATTENDS, 3, 0.5, here=1 << ATTENDS)]
    one, other = seen(found, n2=EVENT, n3=EVENT)

    assert (one["subject-found"], one["found-here"]) == (1, 0)
    assert (other["subject-found"], other["found-here"]) == (0, 1)


def test_a_meeting_that_a_rule_found_the_other_way_round_is_found() -> None:
    found = [claim(1, MEETS, 2, 1.0, turned=1 << MEETS), claim(1, MEETS, 3, 0.5)]
    one, other = seen(found)

    assert (one["found-elsewhere"], other["found-elsewhere"]) == (1, 0)
    assert (one["subject-found"], other["subject-found"]) == (0, 1)


@pytest.mark.model
def test_what_rules_found_of_a_pair_is_seen_in_its_sentence(news: Any) -> None:
    views = Views(news.script.cast, news.reader.fired)
    found = {(f.subject.number, f.relation, f.object.number) for f in news.reading.found}
    sights = [(c, views.of(passage, c.left, c.right)) for passage, c in news.pairs()]

    def bits(named: str) -> set[tuple[int, Relation, int]]:
        return {
            (sight.left, relation, sight.right)
            for _, sight in sights
            for number, relation in enumerate(RELATIONS)
            if getattr(sight, named) >> number & 1
        }

    assert bits("here") | bits("elsewhere") == found
    assert {(one, relation, other) for other, relation, one in bits("turned")} <= found
    assert bits("here")


@pytest.mark.model
def test_a_figure_is_seen_with_what_the_release_makes_of_it(news: Any) -> None:
    seen = Views(news.script.cast, news.reader.fired).portraits(news.reading.passages)
    figures = {figure.name: seen[figure.number] for figure in news.script.cast.figures}

    assert figures["Estonia"].named
    assert figures["Ana Duran"].offices == 1
    assert figures["Ana Duran"].mentions >= 2
    assert (figures["Ana Duran"].words, figures["Ana Duran"].inside) == (2, 0)


def written(nodes: Sequence[Any], **other: Any) -> str:
    told = {"card": {}, "columns": COLUMNS, "terms": TERMS, "least": LEAST, "trees": nodes}
    return json.dumps(told | other)


def trees(*nodes: Sequence[Sequence[float]]) -> Trees:
    read = read_trees(written(nodes))
    assert read is not None
    return read


LOGIT, SECOND = COLUMNS.index("logit"), COLUMNS.index("second")


def test_a_row_goes_down_each_tree_and_what_the_leaves_say_is_added() -> None:
    low, high, deep = [-5000], [10000], [20000]
    split = [[LOGIT, 10000, 1, 2], low, [SECOND, 0, 3, 4], high, deep]
    found = trees(split, [[1000]])
    rows = np.zeros((3, len(COLUMNS)), np.float32)
    rows[:, LOGIT], rows[:, SECOND] = [1.0, 1.5, 1.5], [0.0, 0.0, 0.1]

    assert found.added(rows).tolist() == pytest.approx([-0.4, 1.1, 2.1])


@pytest.mark.parametrize(
    "other", [{"columns": COLUMNS[1:]}, {"terms": TERMS[::-1]}, {"least": 0.5}]
)
def test_trees_that_were_grown_from_something_else_are_not_taken(other: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="train them again"):
        read_trees(written([], **other))


def test_a_file_without_trees_adds_nothing() -> None:
    assert read_trees(written([])) is None


BODY = (
    "Minister Ana Duran of Estonia met Minister Carl Berg of Latvia in Riga on Friday. The two "
    "ministers opened the Baltic Forum and later attended the Harbour Conference.\n\n"
    "The Baltic Forum, which Latvia hosts, was also attended by Minister Ivo Tamm of Lithuania. "
    "Estonia takes part in Operation HARBOUR with Latvia and Poland."
)


@pytest.fixture(scope="module")
def company_kept(nlp: Any) -> PressExtractor:
    return PressExtractor(nlp, weights=read_weights(), trees=read_trees())


@pytest.mark.model
def test_the_same_is_stated_whether_or_not_all_pairs_are_looked_at(
    company_kept: PressExtractor, release: Callable[..., Release]
) -> None:
    news = release(BODY)
    (found,) = company_kept.extract([news])
    explained = company_kept.explain(news).statements

    assert found.statements
    assert [(s.subject.name, s.predicate, s.object.name) for s in explained] == [
        (s.subject.name, s.predicate, s.object.name) for s in found.statements
    ]
    assert [s.confidence for s in explained] == [s.confidence for s in found.statements]


@pytest.mark.model
def test_what_the_company_adds_is_told_and_counts(
    company_kept: PressExtractor, release: Callable[..., Release]
) -> None:
    explanation = company_kept.explain(release(BODY))
    scorer = explanation.scorer
    assert scorer is not None
    reader = scorer.reader(explanation.script.cast, explanation.reading.found)
    told = [j for j in explanation.judged.values() if j.beside]

    assert told
    for judgement in told:
        names = scorer.reasons(reader, judgement, 10_000)
        assert (COMPANY, judgement.beside) in names
        assert judgement.score == pytest.approx(sum(weight for _, weight in names), abs=1e-2)


@pytest.mark.model
def test_a_release_that_states_nothing_has_no_company(
    company_kept: PressExtractor, release: Callable[..., Release]
) -> None:
    (found,) = company_kept.extract([release("It rained.")])

    assert found.error is None
    assert found.statements == ()
