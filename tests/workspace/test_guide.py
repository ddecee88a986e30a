"""The code of ``docs/python.md`` runs as it stands there."""

import re
from pathlib import Path

import pytest

from communique.workspace import Graph

pytestmark = pytest.mark.model

FEED = """\
Secretary General in Riga

Source: NATO

Riga, 20 November 2023

NATO Secretary General Jens Stoltenberg met Prime Minister Evika Kalna of Latvia on 20 November
2023. Europol supports Operation Amber Gate, which involves Latvia.
"""
PAGE = """<html><head><title>Amber Gate ends</title></head><body><article>
<h1>Amber Gate ends</h1><p>Europol coordinated Operation Amber Gate. Latvia took part in it.</p>
</article></body></html>
"""
OWN = """\
// question: How many are there?
// column: entities int - how many
MATCH (n:Entity) RETURN count(n) AS entities
"""


def blocks(root: Path) -> list[str]:
    text = (root / "docs" / "python.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def test_the_code_of_the_guide_runs(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("releases").mkdir()
    Path("releases", "feed.txt").write_text(FEED, encoding="utf-8")
    Path("more.html").write_text(PAGE, encoding="utf-8")
    Path("own.cypher").write_text(OWN, encoding="utf-8")
    building, answering, without = blocks(root)
    exec(building, {})  # noqa: S102
    with Graph.open() as graph:
        exec(answering, {"graph": graph})  # noqa: S102
    exec(without, {})  # noqa: S102

    assert "Evika Kalna" in capsys.readouterr().out
