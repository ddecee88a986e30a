"""Whether a clause reports or announces."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from communique.extractors.parse import Token, read_doc
from communique.extractors.syntax.stance import Unstated, stance, unstated
from communique.ontology import Status

Find = Callable[[str, str], Token]
HELD, PLANNED = Status.HELD, Status.PLANNED


def _doc(*tokens: str) -> tuple[Token, ...]:
    """The words of a document of "form/lemma/part of speech/tag/relation/head" tokens."""
    forms, lemmas, poses, tags, deps, heads = zip(*(t.split("/") for t in tokens), strict=True)
    doc = Doc(
        spacy.blank("en").vocab, words=list(forms), lemmas=list(lemmas), pos=list(poses),
        tags=list(tags), deps=list(deps), heads=[int(head) for head in heads],
    )  # fmt: skip
    return read_doc(doc)[0]


SMITH, JONES = "Smith/Smith/PROPN/NNP/nsubj/", "Jones/Jones/PROPN/NNP/dobj/"


def test_a_past_tense_reports() -> None:
    doc = _doc(f"{SMITH}1", "met/meet/VERB/VBD/ROOT/1", f"{JONES}1")

    assert stance(doc[1]) == HELD


@pytest.mark.parametrize(
    ("auxiliary", "expected"),
    [("will", PLANNED), ("would", None), ("may", None), ("should", None)],
)
def test_an_auxiliary_tells_plans_from_doubts(auxiliary: str, expected: Status | None) -> None:
    aux = f"{auxiliary}/{auxiliary}/AUX/MD/aux/2"
    doc = _doc(f"{SMITH}2", aux, "meet/meet/VERB/VB/ROOT/2", f"{JONES}2")

    assert stance(doc[2]) == expected


@pytest.mark.parametrize("negation", ["not", "never"])
def test_a_negation_states_nothing(negation: str) -> None:
    neg = f"{negation}/{negation}/ADV/RB/neg/2"
    doc = _doc(f"{SMITH}2", neg, "met/meet/VERB/VBD/ROOT/2", f"{JONES}2")

    assert stance(doc[2]) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Smith will meet Jones on Monday.", "meet", PLANNED),
        ("Smith is to meet Jones on Monday.", "meet", PLANNED),
        ("Smith was due to meet Jones on Monday.", "was", PLANNED),
        ("Smith was due to meet Jones, but the meeting was called off.", "was", None),
        ("Smith is due to meet Jones on Monday.", "meet", PLANNED),
        ("Smith plans to meet Jones on Monday.", "meet", PLANNED),
        ("Smith denied meeting Jones.", "meeting", None),
        ("Smith wants to meet Jones.", "meet", None),
        ("Smith would meet Jones.", "meet", None),
        ("Smith leaves if Jones visits France.", "visits", None),
        ("Smith did not meet Jones.", "meet", None),
        ("Smith refused to meet Jones.", "meet", None),
        ("Smith, who met Jones, wants to leave.", "met", HELD),
        ("Smith met Jones on Monday.", "met", HELD),
        ("Smith was invited to attend Wimbledon.", "attend", PLANNED),
        ("Smith met Jones on Monday, TASS reported.", "met", HELD),
        ("The ministry reports that Smith met Jones.", "met", HELD),
        ("There are reports that Smith met Jones.", "met", None),
        ("A team was set up in May with the participation of Jones.", "participation", HELD),
        ("It may be recalled that Smith met Jones in Paris.", "met", HELD),
        ("It should also be noted that Smith will meet Jones.", "meet", PLANNED),
        ("It should be reminded that Smith met Jones.", "met", HELD),
        ("It could be agreed that Smith met Jones.", "met", None),
        ("It might add that Smith met Jones.", "met", None),
    ],
    ids=[
        "will", "is-to", "was-due", "called-off", "is-due-to", "plans-to", "denied", "wants",
        "would", "if", "not", "refused", "side-remark", "past", "invited", "agency-reports",
        "reports-that", "there-are-reports", "set-up", "recalled", "noted", "reminded",
        "could-be-agreed", "might-add",
    ],
)  # fmt: skip
def test_a_clause_is_held_planned_or_not_stated(
    word: Find, text: str, verb: str, expected: Status | None
) -> None:
    assert stance(word(text, verb)) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Smith did not meet Jones.", "meet", Unstated.NEGATED),
        ("Nobody met Jones.", "met", Unstated.NEGATED),
        ("Smith denied meeting Jones.", "meeting", Unstated.CALLED_OFF),
        ("Smith would meet Jones.", "meet", Unstated.DOUBTED),
        ("Smith leaves if Jones visits France.", "visits", Unstated.SUPPOSED),
        ("Smith wants to meet Jones.", "meet", Unstated.WISHED),
        ("Did Smith meet Jones in Paris?", "meet", Unstated.ASKED),
        ("Will there be a meeting between Smith and Jones?", "meeting", Unstated.ASKED),
        ("Smith met Jones on Monday.", "met", None),
    ],
    ids=["not", "nobody", "denied", "would", "if", "wants", "did", "will-there", "past"],
)
def test_a_clause_that_states_nothing_has_a_reason(
    word: Find, text: str, verb: str, expected: Unstated | None
) -> None:
    assert unstated(word(text, verb)) == expected


def test_a_headline_announces_by_its_infinitive() -> None:
    doc = _doc(f"{SMITH}2", "to/to/PART/TO/aux/2", "meet/meet/VERB/VB/ROOT/2", f"{JONES}2")

    assert stance(doc[2]) == PLANNED


@pytest.mark.parametrize(
    ("auxiliary", "verb", "expected"),
    [
        ("is", "planned/plan", PLANNED),
        ("is", "foreseen/foresee", PLANNED),
        ("was", "planned/plan", HELD),
        ("is", "praised/praise", HELD),
    ],
)
def test_the_passive_of_a_plan_looks_ahead(auxiliary: str, verb: str, expected: Status) -> None:
    doc = _doc(
        "visit/visit/NOUN/NN/nsubjpass/2",
        f"{auxiliary}/be/AUX/VBZ/auxpass/2",
        f"{verb}/VERB/VBN/ROOT/2",
    )

    assert stance(doc[0]) == expected
