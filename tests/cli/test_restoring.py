"""What ``export --ledger`` writes and ``build`` reads back."""

import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import Result

from communique.graph import (
    Anchor,
    Entity,
    Evidence,
    Judgement,
    Qualifiers,
    Release,
    Ruling,
    Side,
    Statement,
)
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation, Status

Run = Callable[..., Result]
NASTY = 'Talks\n\nSource: X\n\nAna\u0301 "Kask" met\\ Oleg\tReka \u2028in \U0001d538.\r\n'


def recorded(ledger: Ledger, id_: str, text: str, extractor: str = "other/2") -> None:
    """A release with a statement that no extractor of ours would read so."""
    people = [
        Entity(f"{id_}#{n}", EntityType.PERSON, name, aliases)
        for n, (name, aliases) in enumerate([("Ana\u0301 Kask", ("z", "a")), ("Oleg Reka", ())])
    ]
    quotes = tuple(
        Evidence(id_, start, len(text), text[start:], rule)
        for start, rule in ((9, "b/b"), (2, "a"))
    )
    said = Qualifiers("2024-05/2024-06", "Am\u0301", status=Status.PLANNED)
    statement = Statement(people[0], Relation.MEETS, people[1], quotes, said, 0.1 + 0.2)
    release = Release(id_, "Talks", "X", text, 7, "2024-05-03", "not an address", truncated=True)
    ledger.record(release, [statement], extractor)


@pytest.fixture
def rich(workspace: Path, run: Run) -> Path:
    """The workspace with odd releases, a gap in the order of arrival and a judgement."""
    with Ledger.open(workspace / "ledger.sqlite") as ledger:
        recorded(ledger, "later", NASTY)
        recorded(ledger, "an/odd id", NASTY + "\x00")
    assert run("load", "--data", workspace).exit_code == 0
    with Ledger.open(workspace / "ledger.sqlite") as ledger:
        ledger.remove("release-2")
        one, other = (
            Side(EntityType.PERSON, name, (Anchor("release-1", name),))
            for name in ("Anna Kask", "Oleg Reka")
        )
        ledger.judgements.add([Judgement(Ruling.DIFFERENT, one, other, "they met", "me")])
    assert run("load", "--data", workspace).exit_code == 0
    return workspace


def exported(run: Run, data: Path) -> bytes:
    result = run("export", "nquads", "--ledger", "--data", data)
    assert result.exit_code == 0, result.stderr
    return result.stdout.encode()


def test_a_ledger_comes_back_as_it_was(run: Run, rich: Path, tmp_path: Path) -> None:
    before = exported(run, rich)
    (tmp_path / "graph.nq").write_bytes(before)

    built = run("build", tmp_path / "graph.nq", "--data", tmp_path / "back")

    assert built.exit_code == 0, built.stderr
    assert exported(run, tmp_path / "back") == before
    with (
        Ledger.open(rich / "ledger.sqlite") as one,
        Ledger.open(tmp_path / "back" / "ledger.sqlite") as other,
    ):
        assert list(other.statements_by_release()) == list(one.statements_by_release())
        assert list(other.releases()) == list(one.releases())
        assert other.release_digests() == one.release_digests()
        assert other.judgements.all() == one.judgements.all()
        assert not list(other.mismatches())
    again = run("build", tmp_path / "graph.nq", "--data", tmp_path / "back", "--json")
    assert '"writes": 0' in again.stdout


def test_other_tools_may_have_written_it_anew(run: Run, rich: Path, tmp_path: Path) -> None:
    before = exported(run, rich)
    trig = ox.serialize(ox.parse(before, ox.RdfFormat.N_QUADS), format=ox.RdfFormat.TRIG)
    quads = ox.serialize(ox.parse(trig or b"", ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS)
    lines = (quads or b"").splitlines(keepends=True)
    random.Random(3).shuffle(lines)  # noqa: S311
    path = tmp_path / "anew"
    path.write_bytes(gzip.compress(b"".join(lines)))

    assert run("build", path, "--data", tmp_path / "back").exit_code == 0

    assert exported(run, tmp_path / "back") == before


def test_an_old_id_still_says_who_is_meant(run: Run, workspace: Path, tmp_path: Path) -> None:
    with Ledger.open(workspace / "ledger.sqlite") as ledger:
        ledger.given_ids.note({"release-1#1": "person-old"})
    assert run("load", "--data", workspace).exit_code == 0
    (tmp_path / "graph.nq").write_bytes(exported(run, workspace))

    built = run("build", tmp_path / "graph.nq", "--data", tmp_path / "back")

    assert built.exit_code == 0, built.exception
    with Ledger.open(tmp_path / "back" / "ledger.sqlite") as ledger:
        assert ledger.given_ids.current("person-old") == "person-anna-kask"


def test_an_export_without_a_ledger_is_told_how_to_write_one(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    run("export", "nquads", "-o", tmp_path / "graph.nq", "--data", workspace)

    result = run("build", tmp_path / "graph.nq", "--data", tmp_path / "back")

    assert result.exit_code == 1
    assert "export nquads --ledger" in result.stderr


def test_a_record_that_was_changed_is_left_out_and_told(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    lines = exported(run, workspace).splitlines(keepends=True)
    broken = [
        line
        for line in lines
        if not (b"/record/release-1/statement/0>" in line and b"recordedConfidence" in line)
    ]
    assert len(broken) == len(lines) - 1
    (tmp_path / "graph.nq").write_bytes(b"".join(broken))

    result = run("build", tmp_path / "graph.nq", "--data", tmp_path / "back")

    assert result.exit_code == 1
    assert "release-1" in result.stderr
    with Ledger.open(tmp_path / "back" / "ledger.sqlite") as ledger:
        assert list(ledger.release_digests()) == ["release-2", "release-3"]


@pytest.mark.parametrize(
    "content",
    [
        b"<https://communique.example/ns#recordedId> nonsense\n" * 2,
        gzip.compress(b"<https://communique.example/ns#recordedId> <b> <c> .\n" * 999)[:-9],
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + b"nonsense" * 20,
        b"<https://communique.example/ns#recordedId> <\xff> <c> .\n",
        b"",
    ],
    ids=["no quads", "cut off", "no gzip", "no UTF-8", "empty"],
)
def test_what_cannot_be_read_is_told(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "graph.nq").write_bytes(content)

    result = run("build", tmp_path / "graph.nq", "--data", tmp_path / "back")

    assert result.exit_code == 1
    assert "graph.nq" in result.stderr


def test_a_ledger_is_not_written_without_its_words(run: Run, workspace: Path) -> None:
    result = run("export", "nquads", "--ledger", "--no-evidence-text", "--data", workspace)

    assert result.exit_code == 2
    assert "choose one of the two" in result.stderr
