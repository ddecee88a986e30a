"""Folders of pattern files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PHRASE: dict[str, Any] = {
    "name": "desk/caucus",
    "relation": "MEETS",
    "verbs": ["caucus"],
    "subject": ["subject"],
    "object": ["with"],
    "example": "Minister Ana Duran caucused with Minister Carl Berg in Lisbon.",
    "expects": ["Ana Duran", "Carl Berg"],
}
BODY: dict[str, Any] = {
    "name": "Baltic Harbour Watch",
    "kind": "intergovernmental",
    "acronyms": ["BHW"],
    "example": "The BHW opened an office in Riga.",
}


@pytest.fixture
def phrase() -> Callable[..., dict[str, Any]]:
    """A relation phrase, with fields changed; None leaves one out."""
    return lambda **change: _changed(PHRASE, change)


@pytest.fixture
def body() -> Callable[..., dict[str, Any]]:
    """An organisation, with fields changed; None leaves one out."""
    return lambda **change: _changed(BODY, change)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder with one file of these entries, each an object or a line as it is."""

    def folder(*entries: dict[str, Any] | str, name: str = "own.jsonl") -> Path:
        path = tmp_path / "patterns" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [e if isinstance(e, str) else json.dumps(e, ensure_ascii=False) for e in entries]
        path.write_text("\n".join(lines), encoding="utf-8")
        return tmp_path / "patterns"

    return folder


def _changed(entry: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (entry | change).items() if value is not None}
