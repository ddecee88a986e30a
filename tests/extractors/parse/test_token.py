"""Words of a parse as plain values."""

import pytest
from spacy.language import Language

from communique.extractors.parse import read_doc

TEXT = (
    "The minister, who had met Jones in Oslo, did not say when she would leave. "
    "Will it rain? A scissors-kick is what is wanted, and the man came whom nobody knew."
)


@pytest.mark.model
def test_words_hang_together_as_the_parser_says(nlp: Language) -> None:
    doc = nlp(TEXT)

    tokens = read_doc(doc)[0]

    for mine, parsed in zip(tokens, doc, strict=True):
        assert (mine.text, mine.lower_, mine.lemma_) == (parsed.text, parsed.lower_, parsed.lemma_)
        assert (mine.pos_, mine.tag_, mine.dep_) == (parsed.pos_, parsed.tag_, parsed.dep_)
        assert mine.head is tokens[parsed.head.i]
        assert [t.i for t in mine.children] == [t.i for t in parsed.children]
        assert [t.i for t in mine.subtree] == [t.i for t in parsed.subtree]
        assert [mine.is_ancestor(t) for t in tokens] == [parsed.is_ancestor(t) for t in doc]
        assert (mine.sent.start, mine.sent.end) == (parsed.sent.start, parsed.sent.end)
        assert mine.sent.root.i == parsed.sent.root.i
