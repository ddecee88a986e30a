"""Annotations as statements, and extracted entities found in annotations."""

from pathlib import Path

import pytest

from communique.evaluation import GoldDocument, load_gold
from communique.evaluation.clusters.annotated import AnnotatedRelease, annotated
from communique.evaluation.clusters.clustering import Mention
from communique.evaluation.clusters.extracted import extracted_ids
from communique.feeds import read_releases
from communique.graph import Release

SLUGS = ("nato-danube-forum", "moldova-rusnac-solvang", "nato-seabed-cables-study")


@pytest.fixture(params=SLUGS)
def gold(request: pytest.FixtureRequest, example_gold: Path) -> GoldDocument:
    return next(gold for gold in load_gold(example_gold) if gold.slug == request.param)


@pytest.fixture
def told(gold: GoldDocument, example_gold: Path) -> AnnotatedRelease:
    (release,) = read_releases([example_gold / f"{gold.slug}.txt"])
    assert isinstance(release, Release)
    return annotated(gold, release)


def test_every_triple_becomes_a_statement(gold: GoldDocument, told: AnnotatedRelease) -> None:
    stated = [(s.subject.name, str(s.predicate), s.object.name) for s in told.statements]

    assert stated == [(t.subject.name, t.predicate, t.object.name) for t in gold.triples]


def test_forms_are_those_of_the_text(told: AnnotatedRelease) -> None:
    ends = [end for s in told.statements for end in (s.subject, s.object)]

    assert all(form in told.release.text for end in ends for form in end.aliases)
    assert all(end.iso3 for end in ends if end.type == "Country")


def test_annotated_entities_are_found_again_as_themselves(
    gold: GoldDocument, told: AnnotatedRelease
) -> None:
    named = {m: id_ for m, id_ in told.ids.items() if gold.entities[m.key].named}

    assert extracted_ids(gold, told.statements) == named


def test_nothing_is_found_where_nothing_was_read(gold: GoldDocument) -> None:
    assert extracted_ids(gold, []) == dict[Mention, str]()
