"""The language model as the program loads it, and as it is published, each loaded once."""

import pytest
from spacy.language import Language

from communique.extractors.model import load_model, published_model


@pytest.fixture(scope="package")
def loaded() -> Language:
    return load_model()


@pytest.fixture(scope="package")
def published() -> Language:
    return published_model()
