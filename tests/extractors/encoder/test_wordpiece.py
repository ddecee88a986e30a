"""Texts are split as BERT's lower-case models split them."""

import pytest

from communique.extractors.encoder.wordpiece import WordPieces

VOCABULARY = ["[UNK]", "minister", "##s", "met", "in", "tallinn", "un", "##aff", "##able", ".", "-"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ministers met in Tallinn.", ["minister", "##s", "met", "in", "tallinn", "."]),
        ("unaffable", ["un", "##aff", "##able"]),
        ("Tállinn", ["tallinn"]),
        ("met-in", ["met", "-", "in"]),
        ("met\u200b\tin", ["met", "in"]),
        ("unaffables", ["un", "##aff", "##able", "##s"]),
        ("metro", ["[UNK]"]),
        ("un" * 60, ["[UNK]"]),
        ("", []),
    ],
    ids=["words", "longest-first", "diacritics", "signs", "invisible", "four", "rest", "long", "-"],
)
def test_a_word_is_the_longest_pieces_that_make_it(text: str, pieces: list[str]) -> None:
    numbers = {piece: number for number, piece in enumerate(VOCABULARY)}

    assert [VOCABULARY[number] for number in WordPieces(numbers).split(text)] == pieces
