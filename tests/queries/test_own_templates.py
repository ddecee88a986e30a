"""Question files of one's own: read beside those of the package, and every fault told."""

from pathlib import Path

import pytest

from communique.loaders.store import QueryError, Store
from communique.queries.catalogue import (
    Fault,
    Group,
    MalformedTemplateError,
    UnreadableTemplatesError,
    catalogue,
    parse,
    read_own,
)
from communique.queries.catalogue.trial import try_out
from communique.queries.guard import check
from communique.queries.runner import run

HEAD = "// question: Which?\n// column: name text - its name\n"
RIGHT = HEAD + "MATCH (n:Person) RETURN n.name AS name ORDER BY name\n"


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(MalformedTemplateError) as caught:
        parse("wrong", text)
    return caught.value.faults


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.cypher").write_text(text, encoding="utf-8")
    return folder


def test_every_fault_of_a_head_is_told_with_its_line() -> None:
    text = (
        "// question: Which?\n"
        "// group: dogs\n"
        "// param: since date-from [soon] - x\n"
        "// param: n int [many] - x\n"
        "// param: who text(Person) - x\n"
        "// column: name txt - x\n"
        "// column: day date - x\n"
        "// column: day date - x\n"
        "// colum: day date - x\n"
        "// ask: who is {whom}\n"
        "RETURN $since + $n + $who + $where AS day\n"
    )

    told = faults(text)

    assert [fault.line for fault in told] == [2, 3, 4, 5, 6, 8, 9, 10, 11]
    assert "there is no group dogs; there are people, countries" in told[0].reason
    assert "soon" in told[1].reason
    assert "many is no whole number" in told[2].reason
    assert "only an entity has types" in told[3].reason
    assert "no kind of column txt; there are text, date" in told[4].reason
    assert "declared in line 7 already" in told[5].reason
    assert "write `// column: …`" in told[6].reason
    assert "no parameter: whom" in told[7].reason
    assert "$where is declared nowhere" in told[8].reason


@pytest.mark.parametrize(
    "line",
    ["// parm: id text - x", "//param: id text - x", "// Param: id text - x", "// param : x"],
)
def test_a_declaration_that_is_written_wrongly_is_no_comment(line: str) -> None:
    (fault,) = faults(f"{HEAD}{line}\nRETURN 1 AS name")

    assert fault.line == 3
    assert "write `// param: …`" in fault.reason


@pytest.mark.parametrize("line", ["// by: me", "// see https://example.org", "// costs $5: a lot"])
def test_any_other_comment_is_one(line: str) -> None:
    assert parse("right", f"{HEAD}{line}\nRETURN 1 AS name").parameters == ()


def test_a_folder_is_read_beside_the_package(tmp_path: Path) -> None:
    own = read_own(write(tmp_path, people=RIGHT, **{"my-people": RIGHT}), catalogue())
    (tmp_path / "notes.txt").write_text("no question", encoding="utf-8")
    (tmp_path / "deeper").mkdir()

    assert list(own.templates) == ["my-people", "people"]
    assert own.templates["people"].group is Group.OWN
    assert own.faults == ()


def test_a_file_with_a_fault_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        right=RIGHT,
        wrong="// question: Which?\nRETURN 1 AS name",
        writes=HEAD + "MATCH (n:Person)\nSET n.name = ''\nRETURN n.name AS name",
        **{"who-met": RIGHT, "two words": RIGHT},
    )
    (tmp_path / "latin.cypher").write_bytes(HEAD.encode() + b"// \xe9\nRETURN 1 AS name")

    own = read_own(tmp_path, catalogue())

    assert list(own.templates) == ["right"]
    told = [fault.removeprefix(f"{tmp_path}/").split(": ")[0] for fault in own.faults]
    assert told == ["latin.cypher:1", "two words.cypher:1", "who-met.cypher:1",
                    "writes.cypher:4", "wrong.cypher:1"]  # fmt: skip
    assert "communique has a question who-met" in own.faults[2]
    assert "SET is refused" in own.faults[3]


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(UnreadableTemplatesError, match="no readable folder of questions"):
        read_own(tmp_path / name, catalogue())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD + "MATCH (n:Person RETURN n.name AS name", "the embedded store refuses it"),
        (HEAD + "MATCH (n:Person) RETURN n.name", "does not return the columns it declares: name"),
        (
            HEAD + "MATCH (n:Person) RETURN n.name AS name, n.id AS id",
            "returns what no `// column: …` declares: id",
        ),
    ],
    ids=["syntax", "missing", "surplus"],
)
def test_a_trial_tells_what_only_a_store_can(text: str, reason: str) -> None:
    ((_, fault),) = try_out([parse("wrong", text)])

    assert reason in fault


def test_every_template_of_the_package_passes_what_ones_own_must() -> None:
    for template in catalogue().values():
        check(template.cypher)
    assert list(try_out(list(catalogue().values()))) == []


def test_a_question_of_ones_own_is_answered(store: Store, tmp_path: Path) -> None:
    own = read_own(write(tmp_path, people=RIGHT), catalogue())

    answer = run(store, own.templates["people"], {})

    assert [row["name"] for row in answer] == [
        "Edvin Roos", "Karin Roos", "Mara Lind", "Ondřej Malý",
    ]  # fmt: skip


def test_a_column_that_is_not_returned_is_no_empty_one(store: Store) -> None:
    with pytest.raises(QueryError, match="wrong declares columns it has not: name"):
        run(store, parse("wrong", HEAD + "MATCH (n:Person) RETURN n.id AS id"), {})


def test_the_example_of_the_documentation_is_the_file(root: Path) -> None:
    folder = root / "examples" / "questions"
    own = read_own(folder, catalogue())

    assert (own.faults, list(try_out(list(own.templates.values())))) == ((), [])
    documented = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    assert own.templates["meeting-places"].cypher in documented
