"""Whole releases through the extractor, with the language model."""

from functools import cache

from communique.extractors.press import PressExtractor
from communique.graph import Release
from fuzz_targets.texts import text_of

_LONGEST = 20_000


@cache
def _extractor() -> PressExtractor:
    return PressExtractor.load()


def extract(data: bytes) -> None:
    """No release fails, and every statement rests on words of it."""
    text = text_of(data)[:_LONGEST]
    if not text.strip():
        return
    title = text.strip().splitlines()[0] if text.strip().splitlines() else "Release"
    body = text.find(title) + len(title)
    source = title if len(title) % 3 == 0 else "NATO"
    release = Release("release", title, source, text, min(body, len(text)), "2024-05-10")
    (found,) = _extractor().extract([release])
    assert found.error is None, found.error
    for statement in found.statements:
        for item in statement.evidence:
            assert text[item.start : item.end] == item.text
