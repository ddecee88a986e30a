"""A vocabulary that lets go of the words that texts bring."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from communique.extractors.model import load_model
from communique.extractors.model.chunks import Chunks
from communique.extractors.model.memory import zone
from communique.extractors.model.memory.zone import Zone
from communique.extractors.model.readings import Readings

Reading = Callable[[str], list[tuple[str, str, str]]]
"""Words of a text with part of speech and lemma."""

TEXT = "Ministers were meeting envoys, and vessels moored beside the ferries of Tallinn."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.fixture
def reading(nlp: Language) -> Reading:
    chunks, readings = Chunks(nlp), Readings(nlp)

    def read(text: str) -> list[tuple[str, str, str]]:
        docs = list(nlp.pipe([chunks.doc(text)], disable=["ner", *readings.components]))
        readings.read(docs)
        (doc,) = docs
        return [(token.text, token.pos_, token.lemma_) for token in doc]

    return read


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that a sentence reaches, instead of some 500 releases; nothing else is put aside."""
    monkeypatch.setattr(zone, "WORDS", 1)


@pytest.mark.usefixtures("_few")
def test_words_of_texts_are_let_go_of(nlp: Language, reading: Reading) -> None:
    words = Zone(nlp)
    words.renew()
    held = len(nlp.vocab.strings)
    for number in range(5):
        reading(f"Vessel Q{number} met the Q{number}th convoy of Q{number}land.")

    grown = len(nlp.vocab.strings)
    words.renew()

    assert grown > held
    assert len(nlp.vocab.strings) == held
    assert "Q3land" not in nlp.vocab.strings


@pytest.mark.usefixtures("_few")
def test_what_is_remembered_of_a_word_outlives_the_word(nlp: Language, reading: Reading) -> None:
    words = Zone(nlp)
    words.renew()
    first = reading(TEXT)
    words.renew()

    assert ("vessels", "NOUN", "vessel") in first
    assert "ferry" not in nlp.vocab.strings
    assert reading(TEXT) == first


def test_few_words_are_kept(nlp: Language, reading: Reading) -> None:
    words = Zone(nlp)
    words.renew()
    reading(TEXT)
    words.renew()

    assert "ferry" in nlp.vocab.strings


@pytest.mark.usefixtures("_few")
def test_two_readers_of_one_model_let_go_without_each_other(
    nlp: Language, reading: Reading
) -> None:
    one, other = Zone(nlp), Zone(nlp)
    one.renew()
    first = reading(TEXT)
    other.renew()
    second = reading(TEXT)
    one.renew()
    third = reading(TEXT)
    other.renew()

    assert reading(TEXT) == third == second == first
