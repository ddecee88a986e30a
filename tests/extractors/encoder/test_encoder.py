"""The encoder is asked where the scorer is unsure, and says the same whatever stands beside."""

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
import pytest
from spacy.language import Language

from communique.extractors.encoder import Encoder
from communique.extractors.encoder.parameters import Matrix, Parameters
from communique.extractors.press import PressExtractor
from communique.extractors.scoring.candidates import Pair, pairs
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.scorer import ADVICE, Scorer
from communique.extractors.scoring.weights import RELATIONS, read_weights
from communique.graph import Release

pytestmark = pytest.mark.model

Make = Callable[..., Parameters]
BODY = (
    "On 3 May 2024, Minister Anna Kask met Minister Carl Berg of Sweden in Tallinn. "
    "The talks with the European Union were about the exercise Baltic Shield.\n\n"
    "Norway and Sweden will host the exercise. Anna Kask thanked NATO for its support."
)
Asked = list[tuple[Passage, Pair]]


@pytest.fixture(scope="module")
def asked(extractor: PressExtractor, release: Callable[..., Release]) -> Asked:
    reading = extractor.read(extractor.parsed(release(BODY)))
    return [(passage, pair) for passage in reading.passages for pair in pairs(passage)]


def _likely(asked: Sequence[object], probability: float) -> Matrix:
    return np.full((len(asked), len(RELATIONS)), probability, np.float32)


def test_it_speaks_of_what_the_scorer_is_unsure_of(parameters: Make, asked: Asked) -> None:
    added = Encoder(parameters()).advise(asked, _likely(asked, 0.5))

    for (_, (_, _, allowed)), row in zip(asked, added, strict=True):
        assert set(np.flatnonzero(row)) <= set(allowed)
    assert added.any(axis=1).mean() > 0.9


@pytest.mark.parametrize("probability", [0.09, 0.96], ids=["unlikely", "sure"])
def test_it_is_not_asked_where_the_scorer_is_sure(
    parameters: Make, asked: Asked, probability: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = Encoder(parameters())
    monkeypatch.setattr(encoder, "_judged", None)  # to read a sentence would fail

    assert not encoder.advise(asked, _likely(asked, probability)).any()


def test_it_says_the_same_of_a_sentence_by_itself(parameters: Make, asked: Asked) -> None:
    encoder = Encoder(parameters())
    together = encoder.advise(asked, _likely(asked, 0.5))
    own = [list(items) for _, items in groupby(asked, key=lambda item: item[0].start)]

    alone = [encoder.advise(items, _likely(items, 0.5)) for items in own]

    assert len(own) > 1
    assert np.array_equal(np.concatenate(alone), together)


def test_what_is_stated_does_not_depend_on_the_releases_beside(
    nlp: Language, parameters: Make, release: Callable[..., Release]
) -> None:
    advised = PressExtractor(nlp, weights=read_weights(), adviser=Encoder(parameters()))
    releases = [release(BODY, id_="a"), release(BODY[80:], id_="b"), release(BODY[:80], id_="c")]

    together = {e.release.id: e.statements for e in advised.extract(releases)}
    turned = {e.release.id: e.statements for e in advised.extract(releases[::-1])}
    alone = {r.id: next(iter(advised.extract([r]))).statements for r in releases}

    assert together == turned == alone


def test_what_it_says_changes_what_is_stated(
    nlp: Language, parameters: Make, release: Callable[..., Release]
) -> None:
    weights = read_weights()
    advised = PressExtractor(nlp, weights=weights, adviser=Encoder(parameters()))
    (plain,) = PressExtractor(nlp, weights=weights).extract([release(BODY)])
    (found,) = advised.extract([release(BODY)])

    assert found.statements != plain.statements
    assert advised.version != PressExtractor(nlp, weights=weights).version


def test_its_part_of_a_judgement_is_told(
    nlp: Language, parameters: Make, release: Callable[..., Release]
) -> None:
    advised = PressExtractor(nlp, weights=read_weights(), adviser=Encoder(parameters()))
    explanation = advised.explain(release(BODY))
    scorer = explanation.scorer
    assert isinstance(scorer, Scorer)
    reader = scorer.reader(explanation.script.cast, explanation.reading.found)
    told = [j for j in explanation.judged.values() if j.advised]

    assert told
    for judgement in told:
        assert (ADVICE, judgement.advised) in scorer.reasons(reader, judgement, 10_000)
