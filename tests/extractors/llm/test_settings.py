"""What the extractor needs to be made, and what it says if that is not there."""

import subprocess
import sys

import pytest

from communique.extractors.llm import make_extractor
from communique.extractors.llm.endpoint import Endpoint, Output, read_endpoint
from communique.graph import ExtractorError

URL = "http://localhost:11434/v1"
GOOD = {"url": URL, "model": "qwen3:8b"}
KEY = "key-that-nobody-may-see-8c1f"

WITHOUT_EXTRA = """
import sys
sys.modules["pydantic_ai"] = None  # as if it were not installed
from communique.extractors.llm import make_extractor
from communique.graph import ExtractorError
try:
    make_extractor({})
except ExtractorError as error:
    print(error)
"""


def test_without_the_extra_the_error_says_how_to_install_it() -> None:
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", WITHOUT_EXTRA], capture_output=True, text=True, check=True
    ).stdout

    assert 'pip install "communique[llm]"' in said


def test_making_the_extractor_loads_no_package_of_the_extra() -> None:
    program = (
        f"import sys; from communique.extractors.llm import make_extractor; make_extractor({GOOD});"
        "print(*sys.modules)"
    )

    loaded = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "communique.extractors.llm.extractor" in loaded
    assert {"pydantic_ai", "openai"} & set(loaded) == set()


@pytest.mark.parametrize(
    ("settings", "variable"),
    [({}, "COMMUNIQUE_LLM_URL"), ({"url": URL}, "COMMUNIQUE_LLM_MODEL"),
     ({"url": " ", "model": "m"}, "COMMUNIQUE_LLM_URL")],
    ids=["nothing", "no-model", "blank"],
)  # fmt: skip
def test_what_is_missing_is_named_with_its_variable(
    settings: dict[str, str], variable: str
) -> None:
    with pytest.raises(ExtractorError, match=rf"needs {variable} \(for example"):
        make_extractor(settings)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"url": "localhost:11434"}, "url must begin with http"),
        ({"url": "ftp://server/v1"}, "url must begin with http"),
        ({"url": "http://"}, "url must begin with http"),
        ({"url": "http://server/v1?key=x"}, "url must end with its path"),
        ({"url": f"http://me:{KEY}@server/v1"}, "set COMMUNIQUE_LLM_KEY"),
        ({"key": f"{KEY}\nX-Other: 1"}, "COMMUNIQUE_LLM_KEY has blanks"),
        ({"timeout": "soon"}, "soon"),
        ({"timeout": "0"}, "timeout must be a number of seconds over 0"),
        ({"timeout": "nan"}, "timeout must be a number of seconds over 0"),
        ({"retries": "-1"}, "retries must be from 0 to 10"),
        ({"window": "10"}, "window must be 500 characters or more"),
        ({"output": "yaml"}, "yaml"),
        ({"modle": "x"}, "no setting 'modle'; there are url, model, key"),
    ],
    ids=["no-scheme", "ftp", "no-host", "query", "user", "key", "word", "zero", "nan", "negative",
         "narrow", "output", "unknown"],
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_told_without_the_key(
    change: dict[str, str], reason: str
) -> None:
    with pytest.raises(ExtractorError, match=reason) as raised:
        make_extractor(GOOD | change)

    assert KEY not in str(raised.value)


@pytest.mark.parametrize(
    ("given", "base"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1"),
        ("http://localhost:11434/", "http://localhost:11434/v1"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1"),
        ("https://server.example/openai/v1", "https://server.example/openai/v1"),
    ],
    ids=["host", "slash", "path-slash", "longer-path"],
)
def test_an_address_without_path_gets_the_one_that_servers_use(given: str, base: str) -> None:
    assert read_endpoint(GOOD | {"url": given}).url == base


def test_settings_are_read_as_what_they_are() -> None:
    endpoint = read_endpoint(
        GOOD | {"timeout": "2.5", "retries": "0", "window": "900", "output": "schema", "key": KEY}
    )

    assert endpoint == Endpoint(URL, "qwen3:8b", KEY, 2.5, 0, 900, Output.SCHEMA)


def test_no_text_of_an_endpoint_shows_the_key() -> None:
    endpoint = read_endpoint(GOOD | {"key": KEY})

    assert KEY not in repr(endpoint)
    assert endpoint.hidden(f"wrong key {KEY}") == "wrong key ***"
