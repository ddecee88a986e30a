"""The examples of ``docs/input.md`` are read as the page says."""

import re
from io import BytesIO
from pathlib import Path

import pytest

from communique.feeds import read_releases
from communique.graph import Release


def read(content: str) -> list[Release]:
    found = read_releases(["-"], stdin=BytesIO(content.encode()))
    return [item for item in found if isinstance(item, Release)]


@pytest.fixture
def guide(root: Path) -> str:
    return (root / "docs" / "input.md").read_text(encoding="utf-8")


def test_the_newswire_text_has_two_releases_with_source_day_and_address(guide: str) -> None:
    _, section = guide.split("## Newswire text")
    match = re.search(r"```\n(.*?)```", section, re.DOTALL)
    assert match is not None

    first, second = read(match[1])

    assert (first.title, first.published) == ("Ministers meet in Riga", "2024-05-03")
    assert first.source == "Ministry of Foreign Affairs of Latvia"
    assert first.url == "https://www.example.org/news/42"
    assert (second.title, second.source) == ("Operation Amber Gate ends", "Europol")


def test_the_json_line_is_the_same_release(guide: str) -> None:
    match = re.search(r"```json\n(.*?)```", guide, re.DOTALL)
    assert match is not None

    (release,) = read(match[1])

    assert (release.title, release.published) == ("Ministers meet in Riga", "2024-05-03")
    assert release.url == "https://www.example.org/news/42"
    assert release.text[release.body :].startswith("Minister Anna Kask received")
