"""The sentence around a span."""

from communique.extractors.reading.script import Scene


def sentence_around(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The parsed sentence around a span of a block; the whole block if it was not parsed.

    Args:
        scene: The block.
        start: Where the span begins in the block, in code points.
        end: Where it ends; the sentence is taken to reach so far at least.

    Returns:
        A span of the repaired text.
    """
    for sentence in scene.sentences():
        first, last = scene.span(sentence)
        if first <= scene.block.start + start < last:
            return first, max(last, scene.block.start + end)
    return scene.block.start, scene.block.end
