import json
import subprocess
import sys
from pathlib import Path


def test_verdicts_are_counted_by_relation_and_doubts_left_out(root: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.jsonl"
    verdicts = ["right", "right", "right", "wrong", "unsure"]
    lines = [
        {"release": "a.txt", "relation": "MEETS", "quote": "Ana met Carl.", "verdict": verdict}
        for verdict in verdicts
    ]
    sheet.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    done = subprocess.run(  # noqa: S603
        [sys.executable, str(root / "benchmarks" / "review.py"), "count", str(sheet)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    (row,) = [line for line in done.stdout.splitlines() if line.startswith("| MEETS")]
    assert row.split() == ["|", "MEETS", "|", "3", "|", "1", "|", "1", "|", "75.0", "|"]


def test_what_is_kept_of_a_review_holds_no_quote(root: Path) -> None:
    for line in (root / "benchmarks" / "review.jsonl").read_text(encoding="utf-8").splitlines():
        assert "quote" not in json.loads(line)
