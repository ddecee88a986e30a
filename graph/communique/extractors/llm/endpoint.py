"""Which model is asked, where and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from communique.graph import ExtractorError

_VERSION_PATH = "/v1"
"""Where servers have OpenAI's interface; added to an address without a path."""
_EXAMPLE = "http://localhost:11434/v1"
"""Where Ollama has it on the same machine."""
_LEAST_WINDOW = 500
_MOST_RETRIES = 10
_HIDDEN = "***"


class Output(StrEnum):
    """How the model is asked for the typed object."""

    TOOL = "tool"
    SCHEMA = "schema"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model on a server, and the limits of asking it.

    Attributes:
        url: Base address of the interface, as ``http://localhost:11434/v1``.
        model: Name of the model as the server knows it.
        key: Secret for the server, or None; no text of this value shows it.
        timeout: Seconds until a request counts as failed.
        retries: How often a failed request or an answer of the wrong form is asked for again.
        window: Characters of a release that go into one request at most.
        output: As a tool call, as a response with a JSON schema, or by the prompt alone.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    retries: int = 2
    window: int = 6000
    output: Output = Output.TOOL

    def __post_init__(self) -> None:
        """Reject limits that make no sense."""
        if not 0 < self.timeout < float("inf"):
            raise ValueError(f"timeout must be a number of seconds over 0, not {self.timeout}")
        if not 0 <= self.retries <= _MOST_RETRIES:
            raise ValueError(f"retries must be from 0 to {_MOST_RETRIES}, not {self.retries}")
        if self.window < _LEAST_WINDOW:
            raise ValueError(f"window must be {_LEAST_WINDOW} characters or more")

    def hidden(self, text: str) -> str:
        """A text without the key, should a server have repeated it."""
        return text.replace(self.key, _HIDDEN) if self.key else text


def read_endpoint(settings: Mapping[str, str]) -> Endpoint:
    """The endpoint that settings name: ``url`` and ``model``, and what else Endpoint has.

    Raises:
        ExtractorError: A setting is missing, unknown or makes no sense; the message says which, and
            never shows the key.
    """
    for name in sorted(settings.keys() - _READERS.keys()):
        raise ExtractorError(
            f"the extractor llm has no setting {name!r}; there are {', '.join(_READERS)}"
        )
    for name, example in (("url", _EXAMPLE), ("model", "qwen3:8b")):
        if not settings.get(name, "").strip():
            raise ExtractorError(
                f"the extractor llm needs {_variable(name)} (for example {example}), or {name} in "
                "the table [extractors.llm] of communique.toml"
            )
    try:
        return Endpoint(**{name: _READERS[name](value) for name, value in settings.items()})
    except ValueError as error:
        raise ExtractorError(f"a setting of the extractor llm makes no sense: {error}") from error


def _base(url: str) -> str:
    """An address fit as a base, with the path that servers use if it has none."""
    url = url.strip()
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        raise ValueError(f"a user or password does not belong in the url; set {_variable('key')}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"url must begin with http:// or https:// and a host, not {url!r}")
    if parts.query or parts.fragment:
        raise ValueError(f"url must end with its path, as in {_EXAMPLE}, not {url!r}")
    base = url.rstrip("?#/")
    return base if parts.path.strip("/") else base + _VERSION_PATH


def _secret(key: str) -> str | None:
    key = key.strip()
    if not all("!" <= char <= "~" for char in key):
        raise ValueError(f"{_variable('key')} has blanks or letters that no key has")
    return key or None


def _variable(name: str) -> str:
    """The variable of the environment that sets something."""
    return f"COMMUNIQUE_LLM_{name.upper()}"


_READERS: Mapping[str, Callable[[str], Any]] = {
    "url": _base,
    "model": str.strip,
    "key": _secret,
    "timeout": float,
    "retries": int,
    "window": int,
    "output": Output,
}
"""How the text of a setting is read."""
