"""What ``communique export`` writes and says."""

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import DCAT, VOID, Graph, Namespace
from typer.testing import Result

from communique.graph import Entity, Evidence, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation, iris
from communique.workspace.exports import FORMATS, Format

Run = Callable[..., Result]
SPDX = Namespace(iris.SPDX)


def test_help_lists_every_format_with_what_it_is_for(run: Run) -> None:
    lines = [line.split() for line in run("export", "--help").stdout.splitlines()]

    assert set(FORMATS) == set(Format)
    assert [line[0] for line in lines if line and line[0] in FORMATS] == list(FORMATS)


def test_a_page_that_shows_a_part_says_how_much(run: Run, workspace: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    part = run("export", "html", "-o", page, "--since", "2024-06", "--data", workspace)
    whole = run("export", "html", "-o", page, "--data", workspace)

    assert "the page shows 2 of 2 entities and 1 of 2 facts" in part.stderr
    assert "the page shows" not in whole.stderr


@pytest.mark.parametrize("form", ["nquads", "statements"])
def test_a_file_named_so_is_compressed_and_the_same_each_time(
    run: Run, workspace: Path, tmp_path: Path, form: str
) -> None:
    plain, one, two = (tmp_path / name / "graph" for name in ("plain", "one", "two"))
    for path in (plain, one.with_suffix(".gz"), two.with_suffix(".gz")):
        assert run("export", form, "-o", path, "--data", workspace).exit_code == 0

    compressed = one.with_suffix(".gz").read_bytes()
    assert gzip.decompress(compressed) == plain.read_bytes()
    assert compressed == two.with_suffix(".gz").read_bytes()


@pytest.mark.parametrize("way", ["option", "setting", "file"])
def test_iris_begin_where_one_says(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    base = "https://data.example.org/"
    if way == "setting":
        monkeypatch.setenv("COMMUNIQUE_BASE", base)
    if way == "file":
        Path("communique.toml").write_text(f'base = "{base}"\n', encoding="utf-8")
    told = ("--base", base) if way == "option" else ()

    quads = run("export", "nquads", *told, "--data", workspace).stdout.splitlines()

    assert quads
    assert all(quad.endswith(" .") and f" <{base}graph/" in quad for quad in quads)


def test_a_base_that_is_none_is_wrong_use(run: Run, workspace: Path) -> None:
    result = run("export", "turtle", "--base", "data.example.org", "--data", workspace)

    assert result.exit_code == 2
    assert "absolute IRI" in result.stderr


def test_quotes_can_be_left_out(run: Run, workspace: Path) -> None:
    with_words = run("export", "nquads", "--data", workspace).stdout
    without = run("export", "nquads", "--no-evidence-text", "--data", workspace).stdout

    assert "anchorOf" in with_words
    assert "anchorOf" not in without
    assert "beginIndex" in without


def test_a_graph_that_conforms_is_written_after_its_check(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    plain, checked = tmp_path / "plain.nq", tmp_path / "checked.nq"
    run("export", "nquads", "-o", plain, "--data", workspace)

    result = run("export", "nquads", "--check", "-o", checked, "--data", workspace)

    assert result.exit_code == 0
    assert checked.read_bytes() == plain.read_bytes()


def test_a_graph_that_does_not_conform_is_not_written_and_the_faults_are_told(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "graph.nq"
    text = "Signing\n\nAtlantis joined the League.\n"
    release = Release("release-4", "Signing", "Ministry", text, 9)
    ends = (
        Entity("release-4#1", EntityType.COUNTRY, "Atlantis", iso3="atl"),
        Entity("release-4#2", EntityType.ORGANISATION, "League"),
    )
    quote = Evidence("release-4", 9, 36, text[9:36], "members/join")
    with Ledger.open(workspace / "ledger.sqlite") as ledger:
        ledger.record(release, [Statement(ends[0], Relation.MEMBER_OF, ends[1], (quote,))], "test")

    result = run("export", "nquads", "--check", "-o", path, "--data", workspace)

    assert result.exit_code == 1
    assert "a country code is three capitals (atl)" in result.stderr
    assert "nothing was written: 1 violation" in result.stderr
    assert not path.exists()


@pytest.mark.parametrize("form", [form for form, way in FORMATS.items() if not way.folder])
def test_every_format_of_one_file_can_be_piped(run: Run, workspace: Path, form: str) -> None:
    result = run("export", form, "--data", workspace)

    assert (result.exit_code, bool(result.stdout.strip())) == (0, True), result.stderr


def test_the_page_for_partners_names_every_format(root: Path) -> None:
    page = (root / "docs" / "partners.md").read_text(encoding="utf-8")

    assert [form for form in FORMATS if f"`export {form}" not in page] == []


def test_the_description_tells_licence_sources_and_how_it_came_about(
    run: Run, workspace: Path
) -> None:
    licence = "https://licence.example/by"
    result = run("export", "nquads", "--licence", licence, "--data", workspace)

    told = [line for line in result.stdout.splitlines() if "/graph/meta>" in line]
    dataset = [line for line in told if line.startswith("<https://communique.example/dataset>")]
    for end in (f"<{licence}>", "/publisher/Ministry>", "/software/communique%200.1.0>", '"3"^^'):
        assert any(end in line for line in dataset), end
    runs = [line for line in told if "/extraction/test>" in line and "wasGeneratedBy" in line]
    assert len(runs) == 3


def test_a_licence_that_is_no_address_is_wrong_use(run: Run, workspace: Path) -> None:
    result = run("export", "nquads", "--licence", "CC BY", "--data", workspace)

    assert result.exit_code == 2
    assert "no absolute IRI" in result.stderr


@pytest.mark.parametrize(
    ("form", "name"), [("nquads", "graph.nq.gz"), ("turtle", "graph.ttl")], ids=["gz", "plain"]
)
def test_a_record_for_catalogues_tells_size_and_checksum_of_the_file(
    run: Run, workspace: Path, tmp_path: Path, form: str, name: str
) -> None:
    path = tmp_path / name

    result = run("export", form, "-o", path, "--manifest", "--data", workspace)

    assert result.exit_code == 0, result.stderr
    record = Graph().parse(tmp_path / f"{name}.dcat.ttl", format="turtle")
    (file,) = record.objects(None, DCAT.distribution)
    (checksum,) = record.objects(file, SPDX.checksum)
    content = path.read_bytes()
    plain = gzip.decompress(content) if name.endswith(".gz") else content
    count = plain.count(b"\n") if form == "nquads" else len(Graph().parse(path, format="turtle"))
    assert [str(value) for value in record.objects(checksum, SPDX.checksumValue)] == [
        hashlib.sha256(content).hexdigest()
    ]
    assert [str(size) for size in record.objects(file, DCAT.byteSize)] == [str(len(content))]
    assert [str(triples) for triples in record.objects(None, VOID.triples)] == [str(count)]


def test_a_record_for_catalogues_needs_a_file(run: Run, workspace: Path) -> None:
    assert run("export", "nquads", "--manifest", "--data", workspace).exit_code == 2


@pytest.mark.parametrize(
    ("form", "option", "takers"),
    [
        ("gexf", "--manifest", "is for nquads, trig, turtle, jsonld"),
        ("csv", "--rdf12", "nquads, trig, turtle"),
        ("jsonld", "--rdf12", "nquads, trig, turtle"),
        ("trig", "--ledger", "nquads"),
        ("gexf", "--base=https://data.example.org/", "jsonld, stix, opencti"),
        ("stix", "--licence=https://licence.example/by", "jsonld"),
        ("turtle", "--focus=Anna Kask", "html"),
        ("statements", "--no-evidence-text", "csv, ftm, stix, opencti"),
    ],
)
def test_an_option_of_other_formats_is_refused(
    run: Run, workspace: Path, form: str, option: str, takers: str
) -> None:
    result = run("export", form, option, "-o", "out", "--data", workspace)

    assert result.exit_code == 2
    assert f"{option.partition('=')[0]} is for " in result.stderr
    assert f"{takers}, not for {form}" in result.stderr
    assert not Path("out").exists()


def test_a_base_of_the_settings_is_no_option_of_a_format(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_BASE", "https://data.example.org/")

    assert run("export", "gexf", "--data", workspace).exit_code == 0


def test_a_workspace_without_releases_is_told_beside_its_file(run: Run, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty" / "ledger.sqlite"):
        pass

    result = run("export", "nquads", "--data", tmp_path / "empty")

    assert result.exit_code == 0
    assert "no release in the ledger" in result.stderr
