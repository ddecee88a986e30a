"""Every frame reads its own example, through the whole extractor."""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.reading.frame import Frame, read_frames
from communique.gazetteer.nouns import read_nouns
from communique.graph import Entity, Extraction, Release, Statement
from communique.ontology import SIGNATURES, Relation

FRAMES = read_frames(read_nouns().meeting_nouns)
each_frame = pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)


@pytest.fixture(scope="module")
def examples(
    extractor: PressExtractor, release: Callable[..., Release]
) -> Mapping[str, Extraction]:
    """What is read in each example, by the name of its frame."""
    releases = [release(frame.example, id_=frame.name) for frame in FRAMES]
    return {read.release.id: read for read in extractor.extract(releases)}


def bears(entity: Entity, name: str) -> bool:
    return name in {entity.name, *entity.aliases}


def states(statement: Statement, frame: Frame) -> bool:
    """Whether a statement has the frame's relation between the ends that it expects."""
    ends = (statement.subject, statement.object)
    wanted = [frame.expects]
    if SIGNATURES[frame.relation].symmetric:
        wanted.append((frame.expects[1], frame.expects[0]))
    between = any(all(map(bears, ends, pair)) for pair in wanted)
    return statement.predicate == frame.relation and between


def test_names_are_unique() -> None:
    assert [name for name, n in Counter(f.name for f in FRAMES).items() if n > 1] == []


@each_frame
def test_a_frame_has_an_example_and_says_what_it_reads_there(frame: Frame) -> None:
    assert frame.example
    assert all(frame.expects)


@each_frame
def test_a_frame_is_triggered_by_a_verb_or_a_noun(frame: Frame) -> None:
    assert bool(frame.verbs) != bool(frame.nouns)
    assert frame.subject
    assert frame.object


@each_frame
def test_a_frame_narrows_the_types_that_its_relation_allows(frame: Frame) -> None:
    signature = SIGNATURES[frame.relation]
    assert frame.subject_types <= signature.subjects
    assert frame.object_types <= signature.objects


@pytest.mark.model
@each_frame
def test_a_frame_reads_its_example(frame: Frame, examples: Mapping[str, Extraction]) -> None:
    found = examples[frame.name]

    assert found.error is None
    rules = {e.rule for s in found.statements if states(s, frame) for e in s.evidence}
    assert frame.name in rules


@pytest.mark.model
def test_every_relation_is_stated_by_some_rule(examples: Mapping[str, Extraction]) -> None:
    stated = {s.predicate for found in examples.values() for s in found.statements}
    assert stated == set(Relation)
