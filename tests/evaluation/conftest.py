"""Exports made from gold files: what a perfect system would state, and what a bad one would."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Line = dict[str, Any]


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _statements(path: Path, optional: bool) -> list[Line]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode()
    entities = {
        entity["key"]: {
            "id": f"{gold['document']}/{entity['key']}",
            "type": entity["type"],
            "name": entity["name"],
            "aliases": entity.get("aliases", []),
        }
        for entity in gold["entities"]
    }
    lines = []
    for triple in gold["triples"]:
        if triple.get("optional") and not optional:
            continue
        quote = _first(triple["evidence"])
        start = text.index(quote)
        place = {"document": gold["document"], "title": gold["title"], "text": quote}
        lines.append(
            {
                "subject": entities[triple["subject"]],
                "predicate": triple["predicate"],
                "object": entities[triple["object"]],
                "qualifiers": {
                    name: _first(value)
                    for name, value in triple.get("qualifiers", {}).items()
                    if _first(value)
                },
                "evidence": [place | {"start": start, "end": start + len(quote)}],
            }
        )
    # Through JSON, so that no two lines share a value that a test then changes in both.
    copied: list[Line] = json.loads(json.dumps(lines))
    return copied


def _swapped(line: Line) -> Line:
    return line | {"subject": line["object"], "object": line["subject"]}


def _with_subject(line: Line, **values: Any) -> Line:
    return line | {"subject": line["subject"] | values}


def _with_evidence(line: Line, **values: Any) -> Line:
    return line | {"evidence": [line["evidence"][0] | values]}


WAYS_TO_SPOIL: tuple[Callable[[Line], list[Line]], ...] = (
    lambda line: [],
    lambda line: [line, line],
    lambda line: [_swapped(line)],
    lambda line: [_with_subject(line, type="Country")],
    lambda line: [_with_subject(line, name="Somebody Else", aliases=[])],
    lambda line: [_with_subject(line, name=f"the {line['subject']['name'].upper()}")],
    lambda line: [_with_subject(line, id=f"{line['subject']['id']}-again")],
    lambda line: [line | {"qualifiers": {"date": "1999-01-01", "role": "clerk"}}],
    lambda line: [line | {"qualifiers": {"status": "planned", "amount": "€ 5"}}],
    lambda line: [_with_evidence(line, start=line["evidence"][0]["start"] + 1)],
    lambda line: [_with_evidence(line, title=None)],
    lambda line: [line | {"predicate": "MEETS"}],
    lambda line: [line],
)


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Path]:
    """Write the statements of a gold folder; a seed spoils them in ways that it decides."""

    def write(folder: Path, *, optional: bool = False, spoiled_by: int | None = None) -> Path:
        paths = sorted(folder.glob("*.json"))
        lines = [line for path in paths for line in _statements(path, optional)]
        if spoiled_by is not None:
            chance = random.Random(spoiled_by)  # noqa: S311
            lines = [spoiled for line in lines for spoiled in chance.choice(WAYS_TO_SPOIL)(line)]
        path = tmp_path / "statements.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write
