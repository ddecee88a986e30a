"""The encoder is asked where the scorer is unsure, and says the same whatever stands beside."""

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
import pytest
from spacy.language import Language

from communique.extractors.encoder.encoder import Encoder
from communique.extractors.encoder.parameters import Matrix, Parameters
from communique.extractors.encoder.reading import TextReader
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


def test_whom_a_sentence_means_without_a_word_is_read_if_asked_about(
    parameters: Make, asked: Asked
) -> None:
    reader = TextReader(parameters().pieces)
    passage = next(p for p, _ in asked if len(set(reader.read(p).marks)) > len(_told(reader, p)))
    everybody, nobody = reader.read(passage), reader.read(passage, ())
    silent = sorted(set(everybody.references) - set(nobody.references))

    one = reader.read(passage, silent[:1])

    assert nobody.sentence == everybody.sentence == len(nobody.pieces) - 1
    assert set(one.references) == {*nobody.references, silent[0]}


def _told(reader: TextReader, passage: Passage) -> list[int]:
    """The marks that stand in the sentence itself."""
    text = reader.read(passage)
    return [mark for mark in text.marks if mark < text.sentence]


def test_a_text_that_is_full_marks_nobody_any_more(
    parameters: Make, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    # no sentence of a test fills the real limit: candidates of longer ones are fewer
    monkeypatch.setattr("communique.extractors.encoder.reading._MOST", 12)
    reader = TextReader(parameters().pieces)
    texts = [reader.read(passage) for passage, _ in asked]

    assert any(len(set(text.references.values())) < len(text.references) for text in texts)
    assert all(set(text.references.values()) <= set(range(len(text.marks))) for text in texts)
    assert Encoder(parameters()).advise(asked, _likely(asked, 0.5)).any()


class _Listening:
    """An adviser that adds nothing and keeps what it is asked."""

    least, digest = 0.01, "listening"

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[str, int, str], int]] = []

    def advise(self, pairs: Sequence[tuple[Passage, Pair]], likely: Matrix) -> Matrix:
        for (passage, (left, right, _)), row in zip(pairs, likely, strict=True):
            one, other = (passage.references[place].figure.name for place in (left, right))
            for number in np.flatnonzero(row).tolist():
                self.asked.append(((one, number, other), passage.start))
        return np.zeros(likely.shape, np.float32)


def test_it_is_asked_of_a_statement_where_that_scores_best(
    nlp: Language, release: Callable[..., Release]
) -> None:
    twice = "Anna Kask met Carl Berg of Sweden in Tallinn. Anna Kask thanked Carl Berg of Sweden."
    listening = _Listening()
    advised = PressExtractor(nlp, weights=read_weights(), adviser=listening)

    (plain,) = PressExtractor(nlp, weights=read_weights()).extract([release(twice)])
    (found,) = advised.extract([release(twice)])

    statements = [ends for ends, _ in listening.asked]
    assert len({start for _, start in listening.asked}) > 1
    assert len(statements) == len(set(statements))
    assert found.statements == plain.statements
