"""The version of a reading: it changes with the rules and the model, and with nothing else."""

import re
from importlib.metadata import distributions

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.version import reading_version


def test_the_version_stays_while_the_rules_stay() -> None:
    assert reading_version() == reading_version()


def test_the_version_is_a_digest_of_the_rules_and_the_models() -> None:
    digest, *models = reading_version().split("+")

    assert re.fullmatch(r"[0-9a-f]{12}", digest)
    assert models
    assert models == sorted(models)


def test_the_version_names_the_installed_model_with_its_version() -> None:
    installed = {f"{found.name}-{found.version}" for found in distributions()}

    assert set(reading_version().split("+")[1:]) <= installed


@pytest.mark.model
def test_the_extractor_bears_the_version(extractor: PressExtractor) -> None:
    assert extractor.version == reading_version()
