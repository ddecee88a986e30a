import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(
    "command",
    [
        *(
            "build",
            "load",
            "releases",
            "retract",
            "diff",
            "verify",
            "backup",
            "query list",
            "query show",
        ),
        *("query run", "ask", "cypher", "why", "export", "evaluate", "patterns check"),
    ],
)
def test_help_teaches_with_an_example(run: Run, command: str) -> None:
    result = run(*command.split(), "--help")

    lines = [line.strip() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert any(f"{line} ".startswith(f"communique {command} ") for line in lines)


def test_help_shows_cypher_as_it_is_written(run: Run) -> None:
    assert "-[m:MEETS]-" in run("cypher", "--help").stdout


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout.startswith("communique 0.")


@pytest.mark.parametrize(
    "arguments",
    [("releases",), ("verify",), ("load",), ("export", "statements"), ("retract", "x")],
    ids=lambda arguments: arguments[0],
)
def test_without_a_ledger_one_line_says_what_to_do(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "run a build first" in result.stderr


def test_an_error_comes_with_its_traceback_only_when_asked_for(run: Run) -> None:
    result = run("--debug", "releases")

    assert result.exception is not None
    assert not isinstance(result.exception, SystemExit)


def test_releases_lists_what_the_ledger_holds(run: Run, workspace: Path) -> None:
    listed = json.loads(run("releases", "--data", workspace, "--json").stdout)

    assert [(item["id"], item["statements"]) for item in listed] == [
        ("release-1", 1),
        ("release-2", 1),
        ("release-3", 1),
    ]
    assert "3 releases, 3 statements" in run("releases", "--data", workspace).stdout


def test_a_second_load_writes_nothing(run: Run, loaded: Path) -> None:
    result = json.loads(run("load", "--data", loaded, "--json").stdout)

    assert result["writes"] == 0
    assert result["facts"]["unchanged"] == 2


def test_a_store_that_is_none_is_not_available_and_load_rebuilds_it(run: Run, loaded: Path) -> None:
    (loaded / "store.kgl").write_bytes(b"no store")

    refused = run("query", "run", "who-met-whom", "--data", loaded)
    rebuilt = run("load", "--rebuild", "--data", loaded)
    answered = run("query", "run", "who-met-whom", "--data", loaded)

    assert (refused.exit_code, rebuilt.exit_code, answered.exit_code) == (3, 0, 0)
    assert "load --rebuild" in refused.stderr


@pytest.mark.parametrize("options", [("--rebuild",), ()], ids=["rebuild", "load"])
def test_a_file_of_another_kind_is_refused_and_kept(
    run: Run, workspace: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    feed = tmp_path / "feed.txt"
    feed.write_text("minutes", encoding="utf-8")

    result = run("load", *options, "--to", feed, "--data", workspace)

    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "--rebuild" not in result.stderr
    assert feed.read_text(encoding="utf-8") == "minutes"


def test_a_statement_that_no_longer_makes_sense_names_verify(run: Run, workspace: Path) -> None:
    with sqlite3.connect(workspace / "ledger.sqlite") as connection:
        connection.execute("UPDATE statement SET predicate = 'INVOLVES'")
    connection.close()

    result = run("load", "--data", workspace)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "release-1 is not as it was recorded" in result.stderr
    assert "communique verify" in result.stderr


def test_verify_counts_what_it_found(run: Run, workspace: Path) -> None:
    with sqlite3.connect(workspace / "ledger.sqlite") as connection:
        connection.execute("UPDATE statement SET predicate = 'INVOLVES' WHERE release = 1")
    connection.close()

    assert run("verify", "--data", workspace).stdout == "1 mismatch in 1 release\n"


def test_one_of_a_thing_is_told_in_the_singular(run: Run, workspace: Path) -> None:
    assert run("retract", "release-1", "release-3", "--data", workspace).exit_code == 0

    assert "1 release, 1 statement\n" in run("releases", "--data", workspace).stdout
    assert run("verify", "--data", workspace).stdout == (
        "1 quote of 1 release is where it was read\n"
    )


def test_a_store_that_is_a_folder_is_not_available(run: Run, workspace: Path) -> None:
    result = run("load", "--data", workspace, "--to", workspace)

    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1


def test_without_a_store_a_question_says_how_to_make_one(run: Run, workspace: Path) -> None:
    result = run("query", "run", "who-met-whom", "--data", workspace)

    assert result.exit_code == 3
    assert "; run `communique load`\n" in result.stderr


def test_without_a_workspace_a_question_says_to_build_first(run: Run, tmp_path: Path) -> None:
    result = run("query", "run", "who-met-whom", "--data", tmp_path / "nowhere")

    assert result.exit_code == 3
    assert "; run `communique build PATH…` first\n" in result.stderr


def test_retracting_takes_exactly_what_only_that_release_supports(run: Run, loaded: Path) -> None:
    assert run("retract", "release-1", "release-3", "--data", loaded).exit_code == 0

    rows = json.loads(run("query", "run", "who-met-whom", "--data", loaded, "--json").stdout)
    assert [(row["date"], row["support"]) for row in rows["rows"]] == [("2024-05-03", 1)]


def test_retracting_an_unknown_release_takes_nothing(run: Run, loaded: Path) -> None:
    result = run("retract", "release-1", "release-9", "--data", loaded)

    assert result.exit_code == 2
    assert "release-9" in result.stderr
    assert len(json.loads(run("releases", "--data", loaded, "--json").stdout)) == 3


def test_verify_counts_the_quotes(run: Run, workspace: Path) -> None:
    result = run("verify", "--data", workspace)

    assert result.exit_code == 0
    assert "3 quotes of 3 releases" in result.stdout


def test_verify_fails_on_one_changed_letter(run: Run, workspace: Path) -> None:
    ledger = sqlite3.connect(workspace / "ledger.sqlite")
    with ledger:
        ledger.execute(
            "UPDATE release SET text = replace(text, 'Kask', 'Kusk') WHERE id = 'release-2'"
        )
    ledger.close()

    result = run("verify", "--data", workspace)

    assert result.exit_code == 1
    assert "release-2" in result.stderr
    assert "release-1" not in result.stderr


def test_a_question_is_answered_with_the_words_it_rests_on(run: Run, loaded: Path) -> None:
    result = run("query", "run", "who-met", "-p", "entity=anna kask", "--data", loaded)

    assert result.exit_code == 0
    assert "Oleg Reka" in result.stdout
    lines = [line.strip() for line in result.stdout.splitlines()]
    quote = next(n for n, line in enumerate(lines) if line.startswith("1  “Minister Anna Kask met"))
    assert lines[quote] == "1  “Minister Anna Kask met Oleg Reka in Tallinn on 3 May 2024.”"
    assert lines[quote + 1], "the release stands below its quote"


def test_an_answer_as_csv_has_a_header_and_a_row_for_each(run: Run, loaded: Path) -> None:
    result = run(
        *("query", "run", "who-met", "-p", "entity=Anna Kask", "--format", "csv", "--data", loaded)
    )

    header, *rows = csv.reader(io.StringIO(result.stdout))
    assert "date" in header
    assert [row[header.index("date")] for row in rows] == ["2024-05-03", "2024-06-01"]


def test_an_answer_as_markdown_is_a_table_and_nothing_else(run: Run, loaded: Path) -> None:
    result = run(
        *("query", "run", "who-met", "-p", "entity=Anna Kask", "--data", loaded),
        *("--format", "markdown"),
    )

    lines = result.stdout.splitlines()
    assert lines[0].startswith("| date | status | met |")
    assert set(lines[1]) == set("|-: ")
    assert [line.split(" | ")[2] for line in lines[2:]] == ["Oleg Reka", "Oleg Reka"]


def test_evidence_shows_each_quote_with_its_release_and_place(run: Run, loaded: Path) -> None:
    asked = ("query", "run", "who-met", "--entity", "Anna Kask", "--data", loaded, "--evidence")
    shown = [line.strip() for line in run(*asked).stdout.splitlines()]

    place = shown.index("2  Anna Kask MEETS Oleg Reka, 2024-06-01, held")
    assert shown[place + 1] == "“Minister Anna Kask met Oleg Reka in Tallinn on 3 May 2024.”"
    assert shown[place + 2] == "Ministry: Talks number 3, 2024-05-03, characters 34 to 92"


def test_evidence_comes_with_json_too(run: Run, loaded: Path) -> None:
    asked = ("query", "run", "who-met", "--entity", "Anna Kask", "--data", loaded, "--json")
    rows = json.loads(run(*asked, "--evidence").stdout)["rows"]

    assert [len(row["evidence"][0]["quotes"]) for row in rows] == [2, 1]
    assert "evidence" not in json.loads(run(*asked).stdout)["rows"][0]


def test_an_answer_that_the_limit_may_have_cut_says_so(run: Run, loaded: Path) -> None:
    asked = ("query", "run", "who-met", "--entity", "Anna Kask", "--data", loaded)

    assert run(*asked).stdout.splitlines()[-1] == "2 rows"
    assert run(*asked, "--limit", 1).stdout.splitlines()[-1] == (
        "1 row; there may be more than the limit of 1 (--limit)"
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("who-meet",), "no question 'who-meet'"),
        (("who-met",), "who-met needs entity"),
        (("who-met", "-p", "entity=Nobody Atall"), "Nobody Atall"),
        (("who-met", "-p", "entity=Anna Kask", "-p", "since=soon"), "since: 'soon'"),
        (("who-met", "-p", "entity=Anna Kask", "-p", "colour=red"), "no parameter colour"),
        (("who-met", "-p", "Anna Kask"), "NAME=VALUE"),
        (("who-met", "-p", "entity=A", "-p", "entity=B"), "given twice"),
        (("who-met", "--entity", "A", "--entity=B"), "--entity is given twice"),
        (("who-met", "-p", "entity=A", "--entity", "B"), "by --param and as an option"),
        (("who-met", "--colour", "red", "--entity", "A"), "no parameter colour"),
        (("who-met", "--entity"), "--entity needs a value"),
        (("who-met", "Anna Kask"), "'Anna Kask' stands alone"),
        (("who-met", "--entity", "A", "--json", "--format", "csv"), "--json and --format csv"),
        (("who-met-whom", "--since", "2024-10", "--until", "2024-09"), "is before since"),
        (("who-met-whom", "--limit", "0"), "limit: 0 is not between 1"),
    ],
    ids=[
        *("question", "missing", "name", "date", "parameter", "form", "twice"),
        *("option twice", "both", "option", "no value", "alone"),
        *("two formats", "period", "no row"),
    ],
)
def test_wrong_use_of_a_question_is_told_in_one_line(
    run: Run, loaded: Path, arguments: tuple[str, ...], reason: str
) -> None:
    result = run("query", "run", *arguments, "--data", loaded)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert reason in result.stderr


def test_two_names_of_one_entity_are_told(run: Run, loaded: Path) -> None:
    asked = ("query", "run", "shared-events", "--first", "Kask", "--data", loaded)

    assert "first and second are one entity, Anna Kask" in run(*asked, "--second", "Anna").stderr
    assert run(*asked, "--second", "Oleg Reka").stderr == ""


def test_two_ways_to_print_are_wrong_use_of_cypher_too(run: Run, loaded: Path) -> None:
    result = run("cypher", "RETURN 1 AS x", "--json", "--format", "csv", "--data", loaded)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--json and --format csv cannot be together" in result.stderr


def test_a_parameter_is_an_option_of_its_name(run: Run, loaded: Path) -> None:
    question, common = ("query", "run", "who-met"), ("--data", loaded, "--json")

    as_option = run(*question, "--entity", "Anna Kask", "--since=2024-06", *common)
    as_value = run(*question, "-p", "entity=Anna Kask", "-p", "since=2024-06", *common)

    assert as_option.exit_code == 0
    assert as_option.stdout == as_value.stdout
    assert len(json.loads(as_option.stdout)["rows"]) == 1


def test_questions_are_listed_and_shown(run: Run) -> None:
    names = [item["name"] for item in json.loads(run("query", "list", "--json").stdout)]

    assert "who-met" in names
    assert "MATCH" in run("query", "show", "who-met").stdout


def test_cypher_reads_with_parameters(run: Run, loaded: Path) -> None:
    query = "MATCH (n:Entity {name: $name})-[r:MEETS]-() RETURN count(r) AS meetings"

    result = run("cypher", query, "--param", "name=Oleg Reka", "--data", loaded, "--json")

    assert json.loads(result.stdout) == [{"meetings": 2}]


@pytest.mark.parametrize(
    "query",
    ["MATCH (n) DETACH DELETE n", "CREATE (:Entity {id: 'x'})", "MATCH ("],
    ids=["delete", "create", "syntax"],
)
def test_cypher_that_writes_or_is_wrong_is_refused(run: Run, loaded: Path, query: str) -> None:
    result = run("cypher", query, "--data", loaded)

    assert result.exit_code == 2
    left = run("cypher", "MATCH (n:Entity) RETURN count(n) AS n", "--data", loaded, "--json")
    assert json.loads(left.stdout) == [{"n": 2}]


def test_statements_go_to_a_file_with_the_documents_beside_it(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out" / "statements.jsonl"

    assert run("export", "statements", "-o", path, "--data", workspace).exit_code == 0

    facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    documents = path.with_name("documents.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {item["id"]: item["text"] for item in map(json.loads, documents)}
    for item in (item for fact in facts for item in fact["evidence"]):
        assert texts[item["document"]][item["start"] : item["end"]] == item["text"]
    assert sorted(len(fact["evidence"]) for fact in facts) == [1, 2]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networks_are_xml(run: Run, workspace: Path, form: str) -> None:
    result = run("export", form, "--data", workspace)

    assert ET.fromstring(result.stdout.encode()).tag.endswith(form)  # noqa: S314


@pytest.mark.parametrize(
    ("form", "start"), [("nquads", "<"), ("turtle", "@prefix"), ("html", "<!doctype html>")]
)
def test_other_formats_go_to_standard_output(
    run: Run, workspace: Path, form: str, start: str
) -> None:
    result = run("export", form, "--data", workspace)

    assert result.exit_code == 0
    assert result.stdout.casefold().startswith(start)


def test_csv_is_a_folder_of_tables(run: Run, workspace: Path, tmp_path: Path) -> None:
    assert run("export", "csv", "--data", workspace).exit_code == 2
    assert run("export", "csv", "-o", tmp_path / "tables", "--data", workspace).exit_code == 0

    written = sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert written == ["entities.csv", "evidence.csv", "facts.csv", "releases.csv"]


def test_an_export_that_fails_leaves_the_older_file(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text("older", encoding="utf-8")

    result = run("export", "html", "-o", path, "--focus", "Nobody Atall", "--data", workspace)

    assert result.exit_code == 2
    assert path.read_text(encoding="utf-8") == "older"
    assert not [item for item in tmp_path.iterdir() if item.name.startswith(".partial")]


def test_an_export_to_where_nothing_can_be_written_is_told_in_one_line(
    run: Run, workspace: Path
) -> None:
    path = workspace / "ledger.sqlite" / "graph.ttl"

    result = run("export", "turtle", "-o", path, "--data", workspace)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_the_scorer_reads_an_export(run: Run, example_gold: Path, tmp_path: Path) -> None:
    empty = tmp_path / "statements.jsonl"
    empty.touch()

    result = run("evaluate", example_gold, "--statements", empty, "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["triples"]["recall"] == 0.0


@pytest.mark.parametrize(
    "arguments", [("nowhere",), (".",), (".", "--texts", "nowhere")], ids=["none", "empty", "texts"]
)
def test_the_scorer_without_gold_is_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("evaluate", *arguments)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_questions_are_listed_by_group(run: Run) -> None:
    every = json.loads(run("query", "list", "--json").stdout)
    people = json.loads(run("query", "list", "--group", "people", "--json").stdout)

    groups = [item["group"] for item in every]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    assert groups[0] == "people"
    assert people == [item for item in every if item["group"] == "people"]


def test_an_unknown_group_names_those_there_are(run: Run) -> None:
    refused = run("query", "list", "--group", "dogs")

    assert refused.exit_code == 2
    assert "there is no group 'dogs'; there are people, countries" in refused.stderr


OWN_QUESTION = """\
// question: Who meets anybody?
// column: person text - who
MATCH (person:Person)-[:MEETS]-(:Entity) RETURN DISTINCT person.name AS person ORDER BY person
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "sociable.cypher").write_text(OWN_QUESTION, encoding="utf-8")
    (folder / "broken.cypher").write_text("// question: Which?\nRETURN 1 AS x", encoding="utf-8")
    return folder


def test_questions_of_ones_own_stand_beside_the_others(run: Run, own: Path, loaded: Path) -> None:
    listed = run("query", "list", "--queries", own, "--json")
    answered = run("query", "run", "sociable", "--queries", own, "--data", loaded, "--json")

    names = [item["name"] for item in json.loads(listed.stdout)]
    assert names[-1] == "sociable"
    assert "who-met" in names
    assert "broken.cypher:1: there is no column" in listed.stderr
    assert answered.exit_code == 0
    assert json.loads(answered.stdout)["rows"] == [
        {"person": "Anna Kask"},
        {"person": "Oleg Reka"},
    ]


def test_faults_of_files_that_are_not_asked_for_are_counted(run: Run, own: Path) -> None:
    (own / "worse.cypher").write_text("", encoding="utf-8")

    other = run("query", "show", "who-met", "--queries", own).stderr
    asked = run("query", "show", "broken", "--queries", own)

    assert other == f"{own}: 2 files have faults; left out (communique query check {own})\n"
    assert asked.exit_code == 2
    first, second, _ = asked.stderr.splitlines()
    assert "broken.cypher:1: there is no column" in first
    assert second.startswith(f"{own}: 1 file has faults")


def test_the_check_of_questions_tells_every_fault(run: Run, own: Path) -> None:
    (own / "more.cypher").write_text(
        "// question: Which?\n// column: x int - x\n// column: y int - y\nRETURN 1 AS x",
        encoding="utf-8",
    )

    checked = run("query", "check", own)

    assert checked.exit_code == 2
    assert f"{own}/broken.cypher:1: there is no column" in checked.stderr
    assert f"{own}/more.cypher: does not return the columns it declares: y" in checked.stderr
    assert checked.stdout == f"{own}/sociable.cypher: in order\n2 questions\n"
    assert json.loads(run("query", "check", own, "--json").stdout)["questions"] == [
        "more",
        "sociable",
    ]


def test_a_folder_without_fault_passes(run: Run, own: Path) -> None:
    (own / "broken.cypher").unlink()

    checked = run("query", "check", own)

    assert (checked.exit_code, checked.stdout) == (
        0,
        f"{own}/sociable.cypher: in order\n1 question\n",
    )


def test_a_question_is_shown_with_types_defaults_and_example(run: Run) -> None:
    shown = run("query", "show", "who-met").stdout

    assert "Country, Organisation or Person" in shown
    assert "must be given" in shown
    assert "100" in shown
    assert 'communique query run who-met --entity "Henrik Solvang"' in shown
    assert "\n// param" not in shown


def test_a_question_is_printed_as_its_file(run: Run) -> None:
    assert (
        "// param: limit int [100] - most rows"
        in run("query", "show", "who-met", "--cypher").stdout
    )


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["review", "undo", "abc\udce7"], "abc\\udce7: holds bytes that are no UTF-8"),
        (["build", "x" * 3000], f"{'x' * 80}: File name too long"),
        (["verify", "--data", "x" * 3000], f"{'x' * 80}"),
    ],
    ids=["bytes that are no text", "a path too long", "a workspace too long"],
)
def test_an_argument_that_no_system_takes_is_told_in_one_line(
    run: Run, loaded: Path, command: list[str], told: str
) -> None:
    place = [] if "--data" in command else ["--data", loaded]

    result = run(*command, *place)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"communique: {told}")
    assert result.stderr.count("\n") == 1


def test_a_query_of_standard_input_that_is_no_text_is_wrong_use(run: Run, loaded: Path) -> None:
    result = run("cypher", "-", "--data", loaded, text=b"MATCH (n) RETURN \xff")

    assert result.exit_code == 2
    assert result.stderr == "communique: the query in standard input is no UTF-8\n"


def test_a_file_whose_name_is_no_text_is_written_and_told(run: Run, loaded: Path) -> None:
    result = run("export", "csv", "--output", "\udcf2ut", "--data", loaded)

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "\\udcf2ut/entities.csv"
