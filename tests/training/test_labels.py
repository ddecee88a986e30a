"""What an annotation says of the candidates of its release."""

from collections.abc import Callable
from typing import Any

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.scoring.candidates import candidates
from communique.feeds import SkippedInput, read_releases
from communique.ontology import Relation
from communique.training.annotations import Annotation
from communique.training.labels import OPEN, RIGHT, WRONG, Labels

pytestmark = pytest.mark.model

BODY = (
    "Foreign Minister Ana Duran of Estonia met Minister Carl Berg on 3 May 2024.\n\n"
    "Ana Duran and Carl Berg also talked about trade."
)
MET, TALKED = BODY.split("\n\n")
ENTITIES = {
    "ana": {"type": "Person", "name": "Ana Duran"},
    "carl": {"type": "Person", "name": "Carl Berg"},
    "estonia": {"type": "Country", "name": "Estonia"},
}
REPRESENTS = {
    "subject": "ana", "predicate": "REPRESENTS", "object": "estonia", "evidence": MET,
}  # fmt: skip
MEETS = {"subject": "ana", "predicate": "MEETS", "object": "carl", "evidence": MET}
Annotate = Callable[..., Annotation]
Label = Callable[..., set[int]]


@pytest.fixture
def label(annotate: Annotate, extractor: PressExtractor) -> Label:
    """The labels that candidates of the two named figures have in the passage with a word."""

    def label(
        triples: list[dict[str, Any]], left: str, relation: Relation, right: str, word: str
    ) -> set[int]:
        annotation = annotate(BODY, ENTITIES, *triples)
        (release,) = read_releases([annotation.text])
        assert not isinstance(release, SkippedInput)
        script = extractor.parsed(release)
        labels = Labels(annotation.gold, script)
        found = set()
        for passage in extractor.read(script).passages:
            labels.look_at(*script.repaired.original(passage.start, passage.end))
            for candidate in candidates(passage):
                ends = candidate.left.figure.name, candidate.right.figure.name
                if ends == (left, right) and word in passage.scene.text(passage.sentence):
                    found.add(labels.of(candidate, relation))
        return found

    return label


def test_what_the_annotation_requires_here_is_right(label: Label) -> None:
    assert label([MEETS], "Ana Duran", Relation.MEETS, "Carl Berg", "met") == {RIGHT}


def test_a_symmetric_relation_is_right_either_way_round(label: Label) -> None:
    assert label([MEETS], "Carl Berg", Relation.MEETS, "Ana Duran", "met") == {RIGHT}


def test_what_the_annotation_does_not_have_is_wrong(label: Label) -> None:
    assert label([REPRESENTS], "Ana Duran", Relation.MEETS, "Carl Berg", "met") == {WRONG}


def test_the_wrong_way_round_is_wrong(label: Label) -> None:
    appoints = {**MEETS, "predicate": "APPOINTS"}

    assert label([appoints], "Ana Duran", Relation.APPOINTS, "Carl Berg", "met") == {RIGHT}
    assert label([appoints], "Carl Berg", Relation.APPOINTS, "Ana Duran", "met") == {WRONG}


def test_what_an_annotator_might_leave_out_is_open(label: Label) -> None:
    optional = {**MEETS, "optional": True}

    assert label([optional], "Ana Duran", Relation.MEETS, "Carl Berg", "met") == {OPEN}


def test_what_the_release_says_elsewhere_is_open(label: Label) -> None:
    assert label([MEETS], "Ana Duran", Relation.MEETS, "Carl Berg", "talked") == {OPEN}


def test_what_rests_on_several_sentences_is_right_in_each(label: Label) -> None:
    twice = {**MEETS, "evidence": [MET, TALKED]}

    assert label([twice], "Ana Duran", Relation.MEETS, "Carl Berg", "talked") == {RIGHT}


def test_a_broader_form_of_what_is_annotated_is_open(label: Label) -> None:
    triples = [MEETS, REPRESENTS]

    assert label(triples, "Estonia", Relation.MEETS, "Carl Berg", "met") == {OPEN}
