"""Words told chunk by chunk."""

import spacy
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from communique.extractors.model.chunks import Chunks

NLP = spacy.blank("en")
CHUNKS = Chunks(NLP)
PIECES = st.sampled_from(
    "word word, Word. WORD. can, NATO: No. (b) etc. "
    "a.m. U.S. U.S.-led don't can not 10km :) : ) ’s it's (NATO) co-chair e.g. $5 1,200.50 "
    "https://example.org/a.b -- … .".split()
)
EMOTICON = ":)"
SPACES = st.sampled_from(["", " ", "  ", "\n", "\t", "\u00a0", "\u2009"])


@given(st.lists(st.one_of(PIECES, SPACES, st.text(max_size=5))).map("".join), st.data())
@settings(deadline=None)
@example(": ) a.m .", None)
def test_the_words_of_a_stretch_are_those_of_the_tokenizer(
    text: str, data: st.DataObject | None
) -> None:
    assume(text.count(EMOTICON) < 2)  # spaCy parts the second of ":) :)x" by the first
    start = data.draw(st.integers(0, len(text))) if data else 0
    words = [(t.text, start + t.idx) for t in NLP.tokenizer(text[start:]) if not t.text.isspace()]

    assert CHUNKS.words(text, start, len(text)) == words


_TRAITS: list[int | str] = ["ORTH", "NORM", "SPACY"]


@given(st.lists(st.one_of(PIECES, SPACES, st.text(max_size=5))).map("".join))
@settings(deadline=None)
@example("They don't; it's 5 a.m.: )")
@example("Two  blanks")
@example("")
def test_the_document_of_a_text_is_that_of_the_tokenizer(text: str) -> None:
    assume(text.count(EMOTICON) < 2)
    expected = NLP.make_doc(text)

    doc = CHUNKS.doc(text)

    assert doc.text == expected.text
    assert doc.to_array(_TRAITS).tolist() == expected.to_array(_TRAITS).tolist()
