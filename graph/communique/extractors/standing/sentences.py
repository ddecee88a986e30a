"""The sentence around a span, and those whom a sentence tells to call."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType


def sentence_around(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The parsed sentence around a span of a block; the whole block if it was not parsed.

    Args:
        scene: The block.
        start: Where the span begins in the block, in code points.
        end: Where it ends; the sentence is taken to reach so far at least.

    Returns:
        A span of the repaired text.
    """
    offset, sentences = scene.block.start + start, scene.sentences()
    place = bisect_right(sentences, offset, key=lambda sentence: scene.span(sentence)[0])
    first, last = scene.span(sentences[place - 1]) if place else (offset, offset)
    if offset < last:
        return first, max(last, scene.block.start + end)
    return scene.block.start, scene.block.end


def without_contacts(
    text: str, findings: Iterable[Finding], contact: re.Pattern[str]
) -> Iterator[Finding]:
    """Yield findings but for those of people whom a reader is to call or write to.

    Press offices are no entities (annotation guide).

    Args:
        text: The repaired text.
        findings: What was found.
        contact: How such a line or sentence begins.
    """
    for finding in findings:
        person = EntityType.PERSON in {finding.subject.type, finding.object.type}
        if not (person and contact.match(text[finding.start : finding.end])):
            yield finding
