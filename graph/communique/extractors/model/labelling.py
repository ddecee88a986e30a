"""What the language model takes for names in the blocks of releases."""

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc

from communique.extractors.model.chunks import Chunks
from communique.extractors.model.unlisted import unlisted

_TOGETHER = 768
"""Stretches in the entity recogniser at a time, which takes a quarter of them: 40,000 words."""
_PARSING = ("tagger", "parser", "attribute_ruler", "lemmatizer")
"""Components that the entity recogniser does not build on."""


class Labelling:
    """Labels names by the entity recogniser of a pipeline."""

    def __init__(self, nlp: Language, chunks: Chunks) -> None:
        """Take the pipeline, and what tells the words of a text."""
        self._nlp = nlp
        self._chunks = chunks
        self._unnamed = _unnamed(nlp)

    def labels(self, texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        """The labels of each text: start and end in code points, and what it is said to be.

        Only what holds a name that nobody has listed is read.
        """
        stretches = [
            (number, *span) for number, text in enumerate(texts) for span in unlisted(text)
        ]
        docs: Iterable[Doc] = self._nlp.pipe(
            (
                self._chunks.doc(texts[number][start:end].rstrip())
                for number, start, end in stretches
            ),
            disable=self._unnamed,
            batch_size=_TOGETHER,
        )
        found: list[list[tuple[int, int, str]]] = [[] for _ in texts]
        for (number, start, _), doc in zip(stretches, docs, strict=True):
            found[number] += [
                (start + e.start_char, start + e.end_char, e.label_) for e in doc.ents
            ]
        return found


def _unnamed(nlp: Language) -> list[str]:
    """The components of a pipeline that finding names does without.

    Vectors that only tagger and parser listen to are among them: the published models give the
    entity recogniser its own.
    """
    vectors = [
        name
        for name, component in nlp.pipeline
        if isinstance(component, Tok2Vec) and "ner" not in component.listening_components
    ]
    return [*_PARSING, *vectors]
