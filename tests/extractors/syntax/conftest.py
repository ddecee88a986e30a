"""The installed language model."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from communique.extractors.model import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def word(nlp: Language) -> Callable[[str, str], Token]:
    """The first token of a text that has a form."""

    def word(text: str, form: str) -> Token:
        doc: Doc = nlp(text)
        return next(token for token in doc if token.text == form)

    return word
