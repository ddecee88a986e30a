"""Releases set in other ways."""

import json
from pathlib import Path

from typesetting import WAYS, set_anew

TEXT = (
    "Ministers sign a plan\n\nSource: Harbour Ministry\n\n"
    "Minister Ana Duran met Minister Carl Berg on 3 May 2024 in Riga, where they signed a plan "
    "for the harbour. They had met before.\n"
)
QUOTE = "Ana Duran met Minister Carl Berg on 3 May 2024 in Riga, where they signed a plan"


def anew(tmp_path: Path, way: str) -> tuple[str, str]:
    """The text set in a way, and the quote of its annotation."""
    gold = {
        "entities": [{"type": "Person", "name": "Ana Duran"}],
        "triples": [{"evidence": [QUOTE]}],
    }
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "anew"
    folder.mkdir()
    set_anew(tmp_path / "a.json", WAYS[way], folder)
    written = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    return (folder / "a.txt").read_text(encoding="utf-8"), written["triples"][0]["evidence"][0]


def test_every_way_keeps_the_header_and_finds_the_quote_again(tmp_path: Path) -> None:
    for number, way in enumerate(WAYS):
        (tmp_path / str(number)).mkdir()
        text, quote = anew(tmp_path / str(number), way)
        assert text.startswith("Ministers sign a plan\n\nSource: Harbour Ministry\n\n"), way
        assert quote in text, way
        assert quote.startswith("Ana D"), way


def test_lines_are_wrapped_and_quoted(tmp_path: Path) -> None:
    text, quote = anew(tmp_path, "quoted")

    assert "> Minister Ana Duran met" in text
    assert "\n> " in quote
    assert max(map(len, text.split("\n"))) <= len("> ") + 70


def test_surnames_are_put_in_capitals(tmp_path: Path) -> None:
    assert "Minister Ana DURAN met Minister Carl Berg" in anew(tmp_path, "surnames in capitals")[0]


def test_days_are_written_in_other_orders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert "on 3rd of May 2024" in anew(tmp_path, "ordinal days")[0]
    assert "on May 3, 2024" in anew(tmp_path / "b", "month before day")[0]
