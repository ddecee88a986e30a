"""What is kept of what a target was sent."""

import json
from pathlib import Path

import pytest

from communique.graph import UnwritableFileError
from communique.loaders.sparql.routes import Change
from communique.loaders.sparql.sent import SentGraphs

ADDRESS = "https://sparql.example.org/store"
ONE, TWO = Change("https://a.example/1", "11"), Change("https://a.example/2", "22")


def told(folder: Path, *changes: Change) -> SentGraphs:
    sent = SentGraphs(folder, ADDRESS)
    for change in sent.noted(changes):
        sent.confirm(change)
    return sent


def test_digests_are_known_again(tmp_path: Path) -> None:
    told(tmp_path, ONE, TWO)
    told(tmp_path, Change(ONE.graph, "12"), Change(TWO.graph, None))

    assert SentGraphs(tmp_path, ADDRESS).digests == {ONE.graph: "12"}


def test_a_graph_under_way_is_known_without_a_digest(tmp_path: Path) -> None:
    told(tmp_path, ONE)
    next(SentGraphs(tmp_path, ADDRESS).noted([Change(ONE.graph, "12")]))

    assert SentGraphs(tmp_path, ADDRESS).digests == {ONE.graph: None}


def test_a_graph_that_no_answer_came_for_is_new_until_one_does(tmp_path: Path) -> None:
    next(told(tmp_path, ONE).noted([TWO]))
    before = SentGraphs(tmp_path, ADDRESS).held
    next(SentGraphs(tmp_path, ADDRESS).noted([ONE]))
    again = SentGraphs(tmp_path, ADDRESS).held

    told(tmp_path, TWO)

    assert before == again == {ONE.graph}
    assert SentGraphs(tmp_path, ADDRESS).held == {ONE.graph, TWO.graph}


def test_half_a_last_line_is_passed_over_and_written_over(tmp_path: Path) -> None:
    sent = told(tmp_path, ONE)
    with sent.path.open("a") as file:
        file.write('{"graph": "https://a.exa')

    told(tmp_path, TWO)

    assert SentGraphs(tmp_path, ADDRESS).digests == {ONE.graph: "11", TWO.graph: "22"}


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    sent = told(tmp_path, ONE, TWO)
    sent.path.write_text("{}\n" + sent.path.read_text())

    with pytest.raises(UnwritableFileError, match="delete it"):
        SentGraphs(tmp_path, ADDRESS)


def test_a_tidy_file_has_one_line_for_each_graph_in_order(tmp_path: Path) -> None:
    sent = told(tmp_path, TWO, ONE, Change(ONE.graph, "12"))

    sent.tidy()

    lines = [json.loads(line) for line in sent.path.read_text().splitlines()]
    assert lines == [{"graph": ONE.graph, "sha256": "12"}, {"graph": TWO.graph, "sha256": "22"}]


def test_every_address_has_a_file_of_its_own(tmp_path: Path) -> None:
    others = ("https://sparql.example.org/store?a", "https://sparql.example.org/store/", ADDRESS)
    files = {SentGraphs(tmp_path, address).path for address in others}

    assert len(files) == 3
    assert all(file.name.startswith("sparql-example-org-store-") for file in files)
