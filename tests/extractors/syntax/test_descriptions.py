"""What a parse says about descriptions, on a sentence parsed by hand: no language model."""

import pytest
import spacy
from spacy.tokens import Doc

from communique.extractors.cast import Figure
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.descriptions import describe
from communique.extractors.syntax.masking import Masked
from communique.ontology import EntityType


def scene(verb: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Scene:
    """A scene that says that she did something to talks with Oman."""
    words = ["She", verb, "talks", "with", "Oman"]
    text = " ".join(words)
    doc = Doc(
        spacy.blank("en").vocab, words=words, heads=[1, 1, 1, 2, 3],
        deps=["nsubj", "ROOT", "dobj", "prep", "pobj"],
        pos=["PRON", "VERB", "NOUN", "ADP", "PROPN"],
        lemmas=["she", verb, "talk", "with", "Oman"],
    )  # fmt: skip
    starts = [text.index(word) for word in words]
    spans = tuple((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    span = Span(*spans[2], EntityType.EVENT, "talks", named=False)
    mention = Mention(*spans[2], EntityType.EVENT, span)
    figure = Figure(0, EntityType.EVENT, "talks", named=False)
    masked = Masked(doc, spans, (None, None, 0, None, None))
    return Scene(0, Block(kind, 0, text), [mention], [figure], [None], parse=masked.parse())


def test_talks_that_somebody_holds_are_no_event() -> None:
    talks = scene("hold")

    describe([talks])

    assert talks.figures == [None]


@pytest.mark.parametrize(
    "talks",
    [scene("attend"), scene("hold", BlockKind.BULLET)],
    ids=["attended", "line-of-a-schedule"],
)
def test_talks_that_stand_for_themselves_are_an_event_named_by_their_phrase(talks: Scene) -> None:
    describe([talks])

    (figure,) = talks.figures
    assert figure
    assert figure.name == "talks with Oman"


def test_a_fair_is_named_by_all_of_its_noun_and_not_by_its_day() -> None:
    words = ["They", "held", "a", "job", "fair", "on", "May"]
    text = " ".join(words)
    doc = Doc(
        spacy.blank("en").vocab, words=words, heads=[1, 1, 3, 1, 1, 4, 5],
        deps=["nsubj", "ROOT", "det", "dobj", "oprd", "prep", "pobj"],
        pos=["PRON", "VERB", "DET", "NOUN", "NOUN", "ADP", "PROPN"], lemmas=words,
    )  # fmt: skip
    starts = [text.index(word) for word in words]
    spans = tuple((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    span = Span(spans[3][0], spans[4][1], EntityType.EVENT, "job fair", named=False)
    mention = Mention(span.start, span.end, EntityType.EVENT, span)
    fair = Figure(0, EntityType.EVENT, "fair", named=False)
    parse = Masked(doc, spans, (None, None, None, None, 0, None, None)).parse()

    block = Block(BlockKind.PARAGRAPH, 0, text)
    describe([Scene(0, block, [mention], [fair], [None], parse=parse)])

    assert fair.name == "job fair"
