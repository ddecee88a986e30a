"""Reading the files of word classes beside this module."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def read_classes(name: str) -> Mapping[str, Any]:
    """The content of a JSON file of this package.

    Args:
        name: Name of the file without ending.
    """
    source = files("communique.gazetteer").joinpath(f"{name}.json")
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return content


@cache
def given_names() -> frozenset[str]:
    """The given names of women and men of ``given_names.json``, folded."""
    classes = read_classes("given_names")
    return frozenset((*classes["female"], *classes["male"]))
