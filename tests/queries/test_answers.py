"""Answers as rows, CSV, Markdown, HTML and as a table."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from communique.queries.answers import Answer
from communique.queries.catalogue import Column, ColumnKind

COLUMNS = (
    Column("name", ColumnKind.TEXT, "a name"),
    Column("name_id", ColumnKind.ENTITY, "its id"),
    Column("others", ColumnKind.LIST, "more names"),
)


def answer(name: object, others: object = None) -> Answer:
    row = {"name": name, "name_id": "person-x", "others": others}
    return Answer("test", "Which?", {}, COLUMNS, (row,))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_has_every_column() -> None:
    assert read(answer("A", ["B", "C"]).to_csv()) == [
        ["name", "name_id", "others"],
        ["A", "person-x", "B; C"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_csv_cell_is_a_formula(start: str) -> None:
    (cell, *_) = read(answer(f"{start}cmd|' /C calc'!A0").to_csv())[1]

    assert cell == f"'{start}cmd|' /C calc'!A0"


def test_a_negative_number_stays_one() -> None:
    assert read(answer(-3).to_csv())[1][0] == "-3"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_csv_keeps_any_text(text: str) -> None:
    (cell, *_) = read(answer(text).to_csv())[1]

    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text


def test_a_table_leaves_ids_of_entities_out() -> None:
    assert answer(None, ["B"]).table() == [["name", "others"], ["", "B"]]


def cells(markdown: str) -> list[list[str]]:
    """The cells of a table as a reader of Markdown sees them."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        if token.type == "tr_open":
            rows.append([])
        if token.type == "inline":
            assert all(child.type in {"text", "text_special"} for child in token.children or ())
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def test_a_markdown_table_leaves_ids_and_empty_columns_out() -> None:
    assert answer("A").to_markdown() == "| name |\n| --- |\n| A |\n"


def test_a_markdown_table_without_rows_has_its_header() -> None:
    assert cells(Answer("test", "Which?", {}, COLUMNS, ()).to_markdown()) == [["name", "others"]]


def test_markdown_sets_numbers_to_the_right() -> None:
    column = Column("support", ColumnKind.INT, "how many")
    shown = Answer("test", "Which?", {}, (column,), ({"support": 0},)).to_markdown()

    assert shown.splitlines()[1:] == ["| --: |", "| 0 |"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"])).filter(str.strip))
def test_what_is_in_a_markdown_cell_is_never_markup(text: str) -> None:
    (_, (cell,)) = cells(answer(text).to_markdown())

    assert cell == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["a|b", "<b>x</b>", "[x](https://example.org)", "*x* __y__", "~~x~~", "`x`", "&amp;", "\\|"],
)
def test_markup_in_a_markdown_cell_is_text(text: str) -> None:
    assert cells(answer(text).to_markdown())[1] == [text]


def test_relations_stay_readable_in_markdown() -> None:
    assert "| PARTICIPATES_IN |" in answer("PARTICIPATES_IN").to_markdown()


def test_an_answer_is_a_sequence_of_its_rows() -> None:
    found = answer("A")

    assert len(found) == 1
    assert list(found) == [found[0]] == list(found.rows)


def test_rows_as_dictionaries_have_every_column_and_are_copies() -> None:
    found = answer("A")
    found.to_dicts()[0]["name"] = "B"

    assert found.to_dicts() == [{"name": "A", "name_id": "person-x", "others": None}]


def test_a_notebook_shows_the_quote_of_a_row_under_the_pointer() -> None:
    columns = (
        COLUMNS[0],
        Column("quote", ColumnKind.QUOTE, "words"),
        Column("release", ColumnKind.RELEASE, "where"),
    )
    row = {"name": "<b>A & B</b>", "quote": '"So" it\n is.', "release": "r1"}
    page = Answer("test", "Who?", {"limit": 3}, columns, (row,))._repr_html_()
    table = ElementTree.fromstring(page)  # noqa: S314

    assert [cell.text for cell in table.iter("td")] == ["<b>A & B</b>"]
    assert [line.get("title") for line in table.iter("tr")] == [None, '“"So" it is.” (r1)']
    assert [caption.text for caption in table.iter("caption")] == ["Who? · limit = 3 · 1 row"]


def test_a_notebook_shows_a_long_answer_in_part() -> None:
    rows = tuple({"name": str(number)} for number in range(1000))
    page = Answer("test", "Who?", {}, COLUMNS[:1], rows)._repr_html_()

    assert page.count("<tr>") == 201
    assert "the first 200 of 1000 rows" in page


def test_an_answer_is_told_in_short_and_printed_as_a_table() -> None:
    assert repr(answer("A")) == "<Answer to 'Which?': 1 row>"
    assert str(answer("A")) == answer("A").to_markdown()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_keeps_any_text_and_has_no_character_that_steers_a_terminal(text: str) -> None:
    written = answer(text).to_json()

    assert json.loads(written)["rows"][0]["name"] == text
    assert not {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"} & set(written)
