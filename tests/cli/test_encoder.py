"""The encoder is asked unless a setting says no, and its part is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

CALLED = (
    "At the Lisbon Summit, Carl Berg, President of Sweden, "
    "mingled with officials of the African Union."
)
CAME = "African Union PARTICIPATES_IN Lisbon Summit"


@pytest.mark.model
def test_a_sentence_states_less_if_the_encoder_is_not_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, told = run("why", CALLED), run("why", CALLED, "--json")
    monkeypatch.setenv("COMMUNIQUE_PRESS_ENCODER", "off")
    without = run("why", CALLED)

    states = without.stdout.partition("  states ")[2].partition("  refused ")[0]
    assert CAME not in states
    assert "encoder" not in without.stdout
    assert f"  states   {CAME}" in asked.stdout or f"           {CAME}" in asked.stdout
    assert "encoder +" in asked.stdout
    parts = [s.get("encoder") for s in json.loads(told.stdout)[0]["sentences"][0]["states"]]
    assert any(parts)


@pytest.mark.model
def test_the_setting_of_the_file_counts_and_releases_are_read_again(run: Run) -> None:
    Path("feed.txt").write_text(f"The summit\n\nSource: Ministry\n\n{CALLED}\n", encoding="utf-8")
    counts = []
    for setting in ("off", "on", "on"):
        Path("communique.toml").write_text(
            f'[extractors.press]\nencoder = "{setting}"\n', encoding="utf-8"
        )
        built = run("build", "--json", "feed.txt")
        assert built.exit_code == 0, built.output
        counts.append(json.loads(built.stdout))

    assert [report["unchanged"] for report in counts] == [0, 0, 1]


@pytest.mark.parametrize(
    "command",
    [("build", "feed.txt"), ("why", CALLED), ("patterns", "check", "own")],
    ids=["build", "why", "patterns"],
)
def test_an_encoder_that_is_not_there_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    # the name of a file that there is not: the one of the package is not taken away
    monkeypatch.setattr("communique.extractors.encoder.file.FILE", "none.npz")
    Path("feed.txt").write_text(f"The summit\n\nSource: Ministry\n\n{CALLED}\n", encoding="utf-8")
    Path("own").mkdir()
    own = {"name": "Baltic Watch", "kind": "police", "example": "Baltic Watch met NATO."}
    Path("own/organisations.jsonl").write_text(json.dumps(own), encoding="utf-8")

    result = run(*command)

    assert result.exit_code == 2
    assert "none.npz cannot be read" in result.stderr
    assert "Traceback" not in result.output
