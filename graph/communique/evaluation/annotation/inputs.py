"""Input files of the scorer, and the one error for all that is wrong in them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.graph import CommuniqueError


class MalformedInputError(CommuniqueError):
    """An input file is not what the scorer reads; the message says which and where."""


def need(condition: bool, where: str, what: str) -> None:
    """Raise MalformedInputError, saying what is wrong where, unless the condition holds."""
    if not condition:
        raise MalformedInputError(f"{where}: {what}")


def read_json(path: Path) -> Any:
    """The value in a JSON file."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, RecursionError, ValueError) as error:
        raise MalformedInputError(f"{path}: {error}") from error


def read_text(path: Path) -> str | None:
    """A release's text with its line ends untouched, or None if there is no such file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise MalformedInputError(f"{path}: {error}") from error


def json_lines(path: Path) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """The objects of a JSON Lines file with ``PATH:LINE`` and the line, counted from 1."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise MalformedInputError(f"{path}: {error}") from error
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            value = json.loads(line)
        except (RecursionError, ValueError) as error:
            raise MalformedInputError(f"{where}: not JSON: {error}") from error
        need(isinstance(value, dict), where, "a line must be a JSON object")
        yield where, number, value
