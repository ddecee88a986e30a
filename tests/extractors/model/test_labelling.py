"""Names are labelled where they stand, whatever is not read before them."""

import pytest
from spacy.language import Language

from communique.extractors.model.chunks import Chunks
from communique.extractors.model.labelling import Labelling

CALM = "The harbour was calm. "


@pytest.fixture(scope="module")
def labelling(nlp: Language) -> Labelling:
    return Labelling(nlp, Chunks(nlp))


@pytest.mark.model
def test_labels_stand_at_their_names(labelling: Labelling) -> None:
    text = f"{CALM}Ana Duran flew to Oslo. {CALM}Carl Berg stayed in Lima."
    (found,) = labelling.labels([text])

    assert {text[start:end] for start, end, _ in found} >= {
        "Ana Duran",
        "Oslo",
        "Carl Berg",
        "Lima",
    }
    assert [start for start, _, _ in found] == sorted(start for start, _, _ in found)


@pytest.mark.model
def test_each_text_has_its_own_labels(labelling: Labelling) -> None:
    texts = ["Ana Duran flew to Oslo.", CALM, "", "Carl Berg stayed in Lima."]
    together = labelling.labels(texts)

    assert together == [labelling.labels([text])[0] for text in texts]
    assert together[1] == together[2] == []
