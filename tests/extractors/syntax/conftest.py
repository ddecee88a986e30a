"""Words of sentences that the installed language model has parsed."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from communique.extractors.parse import Token, read_doc


@pytest.fixture(scope="session")
def word(nlp: Language) -> Callable[[str, str], Token]:
    """The first token of a text that has a form."""

    def word(text: str, form: str) -> Token:
        return next(token for token in read_doc(nlp(text))[0] if token.text == form)

    return word
