"""Answers as CSV and as a table."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
