"""Folding and cutting a text loses nothing: every offset leads back to what was written."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from communique.extractors.llm.folding import FoldedText
from communique.extractors.llm.passages import passages

WRITTEN = st.text(alphabet="ab é\u0301ﬁ \u00a0\n\t–-’'“\"\u200b…İ.", max_size=60)


@given(WRITTEN, st.integers(1, 20))
def test_the_passages_of_a_text_are_the_text(text: str, window: int) -> None:
    parts = list(passages(text, window))

    assert [text[part.start : part.end] for part in parts] == [part.text for part in parts]
    assert "".join("".join(part.text for part in parts).split()) == "".join(text.split())
    assert all(0 < len(part.text) <= window for part in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_a_text_is_cut_between_paragraphs_else_lines_else_sentences_else_words() -> None:
    text = "One two.\n\nThree four. Five six.\nSeven\n\n\n" + "x" * 30

    assert [part.text for part in passages(text, 24)] == [
        "One two.\n\n",
        "Three four. Five six.\n",
        "Seven\n\n\n",
        "x" * 24,
        "x" * 6,
    ]


@given(WRITTEN, st.data())
def test_any_slice_of_a_text_is_found_where_it_or_its_like_stands(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = FoldedText.of(text[start:end]).folded.strip()

    found = FoldedText.of(text).find(text[start:end])

    if words:
        assert found is not None
        assert words in FoldedText.of(text[found[0] : found[1]]).folded
    else:
        assert found is None


@given(WRITTEN)
def test_folding_twice_folds_once(text: str) -> None:
    folded = FoldedText.of(text).folded

    assert FoldedText.of(folded).folded == folded


def test_a_name_stands_by_itself() -> None:
    text = FoldedText.of("Operational staff of Opera met Andre\u0301, not Andrea.")

    assert text.find_name("Opera") == "Opera"
    assert text.find_name("André") == "Andre\u0301"
    assert text.find_name("Andre") is None
    assert text.find_name("Andr") is None
