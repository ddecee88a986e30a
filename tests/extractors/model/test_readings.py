"""Parts of speech and lemmas that are remembered: the same as the model's components set."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from communique.extractors.model import readings
from communique.extractors.model.readings import Readings

TEXTS = (
    "There is hope. There's a plan, and there were talks.",
    "Ministers were meeting them; the Meetings met with better hopes than ever.",
    "We ain't gonna say it: y'all got ta let's go, c'mon.",
    "",
    "She has had it, did it, and has been its head. That is that.",
    "You saw it. It saw you. That it is so, I know.",
)
TRAITS: list[int | str] = ["TAG", "DEP", "POS", "LEMMA"]


def _parsed(nlp: Language) -> list[Doc]:
    return list(nlp.pipe(TEXTS, disable=["ner", "attribute_ruler", "lemmatizer"]))


@pytest.fixture(scope="module")
def expected(loaded: Language) -> list[list[list[int]]]:
    docs = _parsed(loaded)
    for name in ("attribute_ruler", "lemmatizer"):
        docs = [loaded.get_pipe(name)(doc) for doc in docs]
    return [doc.to_array(TRAITS).tolist() for doc in docs]


def test_it_stands_for_the_two_components(loaded: Language) -> None:
    assert Readings(loaded).components == ("attribute_ruler", "lemmatizer")


@pytest.mark.parametrize("capacity", [readings.CAPACITY, 3])
def test_words_are_read_as_the_components_read_them(
    loaded: Language,
    expected: list[list[list[int]]],
    monkeypatch: pytest.MonkeyPatch,
    capacity: int,
) -> None:
    monkeypatch.setattr(readings, "CAPACITY", capacity)
    reader = Readings(loaded)

    for _ in range(2):  # met, and remembered
        docs = _parsed(loaded)
        reader.read(docs)
        assert [doc.to_array(TRAITS).tolist() for doc in docs] == expected


def test_words_read_together_are_found_in_every_place(
    loaded: Language, expected: list[list[list[int]]]
) -> None:
    reader, docs = Readings(loaded), _parsed(loaded)

    for doc in reversed(docs):
        reader.read([doc])

    assert [doc.to_array(TRAITS).tolist() for doc in docs] == expected
