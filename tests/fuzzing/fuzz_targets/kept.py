"""What fuzzing found, kept so that it is put through again with every run of the tests."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that once failed.

    Attributes:
        name: Of the finding.
        was: What went wrong.
        data: The input.
    """

    name: str
    was: str
    data: bytes


def kept(target: str) -> Iterator[Finding]:
    """The findings of a target, in the order of its file; none if there is no file.

    A line has the input as text, or in base64 if it is none, or as ``before``, ``unit`` so many
    ``times``, and ``after``.
    """
    path = CORPUS / f"{target}.jsonl"
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            content = json.loads(line)
            yield Finding(content["name"], content["was"], _data(content))


def _data(content: dict[str, str | int]) -> bytes:
    if "base64" in content:
        return base64.b64decode(str(content["base64"]))
    if "unit" in content:
        middle = str(content["unit"]) * int(content["times"])
        return f"{content.get('before', '')}{middle}{content.get('after', '')}".encode()
    return str(content["text"]).encode()
