"""Words that trigger frames, and whether slots lead anywhere from them."""

from collections.abc import Callable

import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.trigger import Trigger
from communique.extractors.reading.whom.meaning import Meaning
from communique.graph import Release
from communique.ontology import Relation

pytestmark = pytest.mark.model


def test_a_slot_that_hangs_on_no_word_leads_on_after_another_was_followed(
    extractor: PressExtractor, release: Callable[..., Release]
) -> None:
    script = extractor.parsed(release("Anna Brandt met Paul Okafor."))
    scene = script.scenes[-1]
    (met,) = (token for sentence in scene.sentences() for token in sentence if token.text == "met")
    trigger = Trigger(met, scene.block.text, scene, Meaning(script.cast))
    topical = Frame("test/topical", Relation.MEETS, ("subject",), ("topic",))
    nowhere = Frame("test/nowhere", Relation.MEETS, ("subject",), ("towards", "beside"))

    assert not trigger.reached(topical, "topic")
    assert not trigger.leads(nowhere)
    assert not trigger.leads(nowhere)
    assert trigger.leads(topical)
