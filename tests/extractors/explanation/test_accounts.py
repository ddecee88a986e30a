"""What is told of a sentence: whom it means, what it states, and what was refused and why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.extractors.explanation.account import Account
from communique.extractors.explanation.accounts import accounts
from communique.extractors.explanation.scope import Scope
from communique.extractors.press import PressExtractor
from communique.extractors.scoring.weights import read_weights
from communique.feeds import read_releases
from communique.graph import ExtractorError, Release
from communique.ontology import Relation

pytestmark = pytest.mark.model
MakeRelease = Callable[..., Release]
Explain = Callable[..., list[Account]]

MET = "Minister Ana Duran met Minister Carl Berg in Lisbon."


def card(threshold: float) -> str:
    """First line of a weights file in which every relation has one threshold."""
    names = [str(relation) for relation in Relation]
    columns = {
        "thresholds": dict.fromkeys(names, threshold),
        "slopes": dict.fromkeys(names, 1.0),
        "offsets": dict.fromkeys(names, 0.0),
    }
    return json.dumps({"relations": names, **columns})


def weights(rule: float) -> str:
    """A weights file for meetings alone, with the weight of the plainest rule."""
    meets = list(Relation).index(Relation.MEETS)
    lines = {"bias": -1.0, "kinds=name>name": -0.5, "rule=meets/meet": rule}
    rows = [f"{name}\t{meets}:{round(weight * 1000)}" for name, weight in lines.items()]
    return "\n".join([card(1.5), *rows, ""])


WEIGHTS = weights(4.0)
"""Believes meetings that the plainest rule finds, and nothing else."""
DOUBTING = weights(0.5)
"""Believes nothing."""


@pytest.fixture(scope="session")
def rules(extractor: PressExtractor) -> PressExtractor:
    """The extractor without weights."""
    return PressExtractor(extractor._nlp)


@pytest.fixture(scope="session")
def scored(extractor: PressExtractor) -> PressExtractor:
    return PressExtractor(extractor._nlp, weights=read_weights(WEIGHTS))


@pytest.fixture(scope="session")
def doubting(extractor: PressExtractor) -> PressExtractor:
    return PressExtractor(extractor._nlp, weights=read_weights(DOUBTING))


@pytest.fixture(scope="session")
def explain(release: MakeRelease) -> Explain:
    """What is told of each sentence of a body."""

    def explain(reader: PressExtractor, body: str, scope: Scope | None = None) -> list[Account]:
        explanation = reader.explain(release(body, source=""))
        return [a for a in accounts(explanation, scope) if a.block != "title"]

    return explain


def reasons(account: Account) -> set[tuple[str, str]]:
    return {(str(r.clause.frame.relation), str(r.reason)) for r in account.refusals}


@pytest.mark.parametrize("text", [None, WEIGHTS, DOUBTING], ids=["rules", "scored", "doubting"])
def test_an_explanation_states_what_the_extraction_states(
    extractor: PressExtractor, root: Path, text: str | None
) -> None:
    reader = PressExtractor(extractor._nlp, weights=read_weights(text) if text else None)
    found = read_releases([root / "examples" / "press-feed.txt"])
    releases = [item for item in found if isinstance(item, Release)][:4]

    explained = [reader.explain(release).statements for release in releases]

    assert explained == [extraction.statements for extraction in reader.extract(releases)]


def test_every_statement_and_finding_is_told_of_once(scored: PressExtractor, root: Path) -> None:
    found = read_releases([root / "examples" / "press-feed.txt"])
    for release in [item for item in found if isinstance(item, Release)][:4]:
        explanation = scored.explain(release)
        told = list(accounts(explanation))

        assert sorted(id(s) for a in told for s in a.stated) == sorted(
            map(id, explanation.statements)
        )
        assert sorted(id(f.finding) for a in told for f in a.fired) == sorted(
            map(id, explanation.reading.found)
        )
        assert [release.text[a.start : a.end] for a in told] == [a.text for a in told]


def test_mentions_tell_whom_they_mean(rules: PressExtractor, explain: Explain) -> None:
    (account,) = explain(rules, MET)

    assert [(m.text, str(m.type), [f.name for f in m.figures]) for m in account.mentions] == [
        ("Minister Ana Duran", "Person", ["Ana Duran"]),
        ("Minister Carl Berg", "Person", ["Carl Berg"]),
        ("Lisbon", "Place", ["Lisbon"]),
    ]


def test_a_pronoun_tells_whom_it_means(rules: PressExtractor, explain: Explain) -> None:
    _, account = explain(rules, f"{MET} He thanked Latvia.")

    assert [(w.text, w.how, [f.name for f in w.figures]) for w in account.words] == [
        ("He", "pronoun", ["Carl Berg"])
    ]


def test_a_pronoun_that_means_nobody_known_says_so(rules: PressExtractor, explain: Explain) -> None:
    (account,) = explain(rules, "They met Minister Carl Berg in Lisbon.")

    assert [(w.text, w.how, w.figures) for w in account.words] == [("They", "nobody", ())]


def test_an_office_alone_tells_who_holds_it(rules: PressExtractor, explain: Explain) -> None:
    text = "Foreign Minister Ana Duran met Carl Berg in Lisbon. The Foreign Minister left Latvia."
    _, account = explain(rules, text)

    office = account.mentions[0]
    assert (office.how, [f.name for f in office.figures]) == ("office", ["Ana Duran"])


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Minister Ana Duran did not meet Minister Carl Berg.", "negated"),
        ("Minister Ana Duran wants to meet Minister Carl Berg.", "wished or claimed"),
        ("Minister Ana Duran might meet Minister Carl Berg.", "in doubt"),
        ("“Minister Ana Duran met Minister Carl Berg”, he said.", "quoted"),
    ],
    ids=["negated", "wished", "doubted", "quoted"],
)
def test_a_frame_that_states_nothing_says_why(
    rules: PressExtractor, explain: Explain, sentence: str, reason: str
) -> None:
    (account,) = explain(rules, sentence)

    assert ("MEETS", reason) in reasons(account)
    assert [s for s in account.stated if s.predicate == Relation.MEETS] == []


def test_ends_of_the_wrong_type_are_named(rules: PressExtractor, explain: Explain) -> None:
    (account,) = explain(rules, "Minister Ana Duran met Operation Silent Harbour.")

    wrong = [r for r in account.refusals if r.reason == "wrong types"]
    assert {(str(r.clause.frame.relation), f.name) for r in wrong for f in r.figures} >= {
        ("MEETS", "Operation Silent Harbour")
    }


def test_an_end_without_the_other_is_named(rules: PressExtractor, explain: Explain) -> None:
    (account,) = explain(rules, "Minister Ana Duran met farmers.")

    alone = [r for r in account.refusals if r.reason == "the other end is missing"]
    assert {(str(r.clause.frame.relation), f.name) for r in alone for f in r.figures} >= {
        ("MEETS", "Ana Duran")
    }


def test_without_weights_nothing_is_rejected(rules: PressExtractor, explain: Explain) -> None:
    (account,) = explain(rules, MET)

    assert account.rejected == []
    assert [(str(s.predicate), s.confidence) for s in account.stated] == [("MEETS", 0.9)]


def test_a_rule_that_the_scorer_does_not_believe_is_told_with_features(
    doubting: PressExtractor, explain: Explain
) -> None:
    (account,) = explain(doubting, MET)

    rejected = account.rejected[0]
    assert account.stated == []
    assert [f.failure for f in account.fired] == ["the scorer gives it 0.27"]
    assert rejected.rules == ("meets/meet",)
    assert rejected.judgement.probability < rejected.threshold
    assert rejected.favouring == (("rule=meets/meet", 0.5),)
    assert rejected.opposing == (("bias", -1.0), ("kinds=name>name", -0.5))


def test_a_rule_that_the_scorer_believes_is_stated_with_its_probability(
    scored: PressExtractor, explain: Explain
) -> None:
    (account,) = explain(scored, MET)

    assert [f.failure for f in account.fired] == [None]
    assert [(str(s.predicate), s.confidence) for s in account.stated] == [("MEETS", 0.924)]


@pytest.mark.parametrize("most", [0, 1, 3])
def test_as_many_candidates_are_rejected_as_asked_for(
    scored: PressExtractor, explain: Explain, most: int
) -> None:
    (account,) = explain(scored, MET, Scope(most=most))

    assert len(account.rejected) == most


def test_a_relation_leaves_only_what_is_of_it(scored: PressExtractor, explain: Explain) -> None:
    told = explain(scored, f"{MET} She visited Latvia.", Scope(relation=Relation.VISITS))

    assert {str(f.finding.relation) for a in told for f in a.fired} <= {"VISITS"}
    assert {str(r.judgement.relation) for a in told for r in a.rejected} == {"VISITS"}


def test_a_name_leaves_only_sentences_that_speak_of_it(
    rules: PressExtractor, explain: Explain
) -> None:
    told = explain(rules, f"{MET} Latvia supports Norway.", Scope(about="carl berg"))

    assert [a.text for a in told] == [MET]


def test_a_release_that_cannot_be_read_is_an_error_with_its_name(
    rules: PressExtractor, release: MakeRelease
) -> None:
    with pytest.raises(ExtractorError, match="release cannot be read"):
        rules.explain(release("Half a \ud800 character."))


def test_a_sentence_that_is_not_parsed_is_told_apart_from_its_neighbours(
    scored: PressExtractor, explain: Explain
) -> None:
    told = explain(scored, f"{MET} That is fine. Carl Berg then left Porto.")

    assert [a.text for a in told] == [MET, "That is fine.", "Carl Berg then left Porto."]
    assert [bool(a.stated) for a in told] == [True, False, False]
