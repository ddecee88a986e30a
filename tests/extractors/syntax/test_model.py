"""The installed language model."""

import pytest
from spacy.language import Language


@pytest.mark.model
def test_the_model_tags_parses_and_recognises(nlp: Language) -> None:
    assert {"tagger", "parser", "lemmatizer", "ner"} <= set(nlp.pipe_names)
