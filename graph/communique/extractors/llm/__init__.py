"""The extractor that asks a language model on a server: any with OpenAI's interface, or Ollama.

It is never on by itself: the entry point ``llm`` makes it when a build asks for it by name. The
packages it needs (``communique[llm]``) are loaded when the first release is read.
"""

from collections.abc import Mapping
from importlib.util import find_spec

from communique.extractors.llm.endpoint import Endpoint, read_endpoint
from communique.extractors.llm.extractor import LlmExtractor
from communique.graph import ExtractorError

__all__ = ["Endpoint", "LlmExtractor", "make_endpoint", "make_extractor"]

_PACKAGES = ("pydantic_ai", "openai")


def make_extractor(settings: Mapping[str, str]) -> LlmExtractor:
    """The extractor with its settings; asks no server yet.

    Args:
        settings: As ``read_endpoint`` takes them.

    Raises:
        ExtractorError: The extra is not installed, or a setting is missing or makes no sense.
    """
    return LlmExtractor(make_endpoint(settings))


def make_endpoint(settings: Mapping[str, str]) -> Endpoint:
    """The model to ask; asks it nothing yet.

    Args:
        settings: As ``read_endpoint`` takes them.

    Raises:
        ExtractorError: The extra is not installed, or a setting is missing or makes no sense.
    """
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        raise ExtractorError(
            f"the extractor llm needs the extra communique[llm] ({', '.join(missing)} cannot be "
            'found); install it with: pip install "communique[llm]"'
        )
    return read_endpoint(settings)
