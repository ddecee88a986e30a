"""``communique build --extractor llm`` in a process of its own, against the server on loopback."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., subprocess.Popen[str]]
Process = Callable[..., subprocess.CompletedProcess[str]]

KEY = "key-that-nobody-may-see-8c1f"
SENTENCE = "On 3 May 2024, Minister Anna Kask met Oļegs Reka, her Latvian counterpart, in Tallinn."
FEED = f"Talks in Tallinn\n\nSource: Ministry of Estonia\n\n{SENTENCE}\n"


@pytest.fixture
def start(tmp_path: Path, server: Any) -> Start:
    """Start the command line in an empty folder, with the server as its endpoint."""
    inherited = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    settings = {"URL": server.url, "MODEL": "stub", "KEY": KEY, "RETRIES": "0", "TIMEOUT": "60"}

    def start(*arguments: object, **changed: str) -> subprocess.Popen[str]:
        given = {f"COMMUNIQUE_LLM_{name}": value for name, value in (settings | changed).items()}
        return subprocess.Popen(  # noqa: S603  # our own interpreter and program
            [sys.executable, "-m", "communique", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=inherited | given,
            cwd=tmp_path,
        )

    return start


@pytest.fixture
def process(start: Start) -> Process:
    """Run it to its end."""

    def run(*arguments: object, text: str = "", **changed: str) -> subprocess.CompletedProcess[str]:
        with start(*arguments, **changed) as running:
            out, err = running.communicate(text)
        return subprocess.CompletedProcess(running.args, running.returncode, out, err)

    return run


def test_a_build_asks_the_model_and_its_quotes_are_found_again(
    server: Any, process: Process, meeting: dict[str, Any]
) -> None:
    server.will(meeting, meeting | {"quote": "They are the best of friends."})

    built = process("build", "-", "--extractor", "llm", "--json", text=FEED)
    answer = process("query", "run", "who-met", "-p", "entity=Anna Kask", "--json")
    verified = process("verify")

    assert (built.returncode, answer.returncode, verified.returncode) == (0, 0, 0), built.stderr
    report = json.loads(built.stdout)
    assert report["statements"]["MEETS"] == 1
    assert report["remarks"] == ["1 statement dropped: the quote is not in the text"]
    (row,) = json.loads(answer.stdout)["rows"]
    assert (row["met"], row["date"], row["quote"]) == ("Oļegs Reka", "2024-05-03", SENTENCE)


def test_remarks_are_told_at_the_terminal(
    server: Any, process: Process, meeting: dict[str, Any]
) -> None:
    server.will(meeting | {"relation": "OWNS"})

    built = process("build", "-", "--extractor", "llm", text=FEED)

    assert built.returncode == 0
    assert "remark    1 statement dropped: the vocabulary has no such relation" in built.stderr


def test_a_second_build_asks_nothing_and_another_model_asks_again(
    server: Any, process: Process, meeting: dict[str, Any]
) -> None:
    server.will(meeting)

    for model in ("stub", "stub", "other"):
        process("build", "-", "--extractor", "llm", text=FEED, MODEL=model)

    assert [request["model"] for request in server.requests] == ["stub", "other"]


def test_a_release_that_fails_is_reported_and_asked_about_in_the_next_build(
    server: Any, process: Process, meeting: dict[str, Any]
) -> None:
    server.will(status=500, text=f"{KEY} is over its limit")
    server.will(meeting)

    failed = process("--debug", "build", "-", "--extractor", "llm", text=FEED)
    mended = process("build", "-", "--extractor", "llm", text=FEED)

    assert (failed.returncode, mended.returncode) == (1, 0)
    assert "answered with status 500: *** is over its limit" in failed.stderr
    assert KEY not in failed.stdout + failed.stderr
    assert "1 new" in mended.stdout


def test_ctrl_c_while_the_model_thinks_says_how_many_releases_are_kept(
    server: Any, start: Start, meeting: dict[str, Any], tmp_path: Path
) -> None:
    server.will(meeting)
    server.will(wait=60)
    (tmp_path / "first.txt").write_text(FEED, encoding="utf-8")
    (tmp_path / "second.txt").write_text(FEED.replace("3 May", "4 May"), encoding="utf-8")

    with start("build", "first.txt", "second.txt", "--extractor", "llm") as building:
        while len(server.requests) < 2 and building.poll() is None:
            time.sleep(0.05)
        building.send_signal(signal.SIGINT)
        _, said = building.communicate()

    assert building.returncode == 128 + signal.SIGINT
    assert said.endswith("stopped; the ledger keeps 1 release, and the next build goes on\n")
    assert said.count("\n") == 1


def test_no_build_asks_the_model_unless_told_to(server: Any, process: Process) -> None:
    built = process("build", "-", text=FEED)

    assert built.returncode == 0
    assert server.requests == []


@pytest.mark.parametrize("name", ["URL", "MODEL"])
def test_without_url_or_model_one_line_says_what_to_set(process: Process, name: str) -> None:
    built = process("build", "-", "--extractor", "llm", text=FEED, **{name: ""})

    assert built.returncode == 2
    assert f"needs COMMUNIQUE_LLM_{name}" in built.stderr
    assert built.stderr.count("\n") == 1


def test_a_key_in_the_settings_file_is_refused(process: Process, tmp_path: Path) -> None:
    content = f'[extractors.llm]\nkey = "{KEY}"\n'
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")

    built = process("build", "-", "--extractor", "llm", text=FEED)

    assert built.returncode == 2
    assert "set COMMUNIQUE_LLM_KEY in the environment" in built.stderr
    assert KEY not in built.stderr


def test_the_settings_file_may_name_url_and_model(
    server: Any, process: Process, tmp_path: Path
) -> None:
    server.will()
    content = f'[extractors.llm]\nurl = "{server.url}"\nmodel = "from-file"\n'
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")

    built = process("build", "-", "--extractor", "llm", text=FEED, URL="", MODEL="")

    assert built.returncode == 0
    assert [request["model"] for request in server.requests] == ["from-file"]


def test_a_model_may_choose_the_question_that_is_asked(
    server: Any, process: Process, meeting: dict[str, Any]
) -> None:
    words = {"parameter": "entity", "words": "Kask"}
    server.will(meeting)
    process("build", "-", "--extractor", "llm", text=FEED)
    server.will(text=json.dumps({"template": "who-met", "values": [words]}))
    server.reply()  # that of the build is over

    asked = process("ask", "Anyone that Kask had a word with?", "--llm", "--json")

    told = json.loads(asked.stdout)
    assert (asked.returncode, told["reading"]["template"]) == (0, "who-met"), asked.stderr
    assert [row["met"] for row in told["answer"]["rows"]] == ["Oļegs Reka"]
    assert KEY not in asked.stdout + asked.stderr
