"""Who do something together: the people whom "and" joins before the words that say it."""

import re
from itertools import pairwise

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_OFFICE = (
    r"(?:\s(?:[A-Z][\w.’'-]{0,30}|the|his|her|of|for|and|to|in|de|deputy|vice|acting|prime|state|"
    r"foreign|senior|special|first|minister|ministers|secretary|president|premier|commissioner|"
    r"director|ambassador|chief|head|chair\w{0,6}|envoy|adviser|advisor|governor|mayor|commander|"
    r"speaker|representative|general|affairs|defen[cs]e|interior|justice|finance|health|trade|"
    r"energy|environment|economy|development|cooperation))"
)
_JOINED = re.compile(
    rf"(?:\s?\([^()]{{1,20}}\))?(?:,{_OFFICE}{{1,9}})?"
    rf"(?:,?\s(?:and|&|as well as)|(?P<comma>,)){_OFFICE}{{0,9}}\s"
)
"""What stands between two people who do the same: "and Vice President"."""
_WIDEST = 160
"""Most characters between two such people."""
_MOST = 6
"""People from which on a sentence does not tell who does it."""


def together(scene: Scene, start: int, end: int) -> list[Figure]:
    """The person named last in a span of a block and those whom "and" joins to that one.

    Args:
        scene: The block.
        start: Where the span begins, in code points from the start of the block.
        end: Where it ends: the words that say what they do.
    """
    pairs = zip(scene.mentions, scene.figures, strict=True)
    people = [
        (mention, figure)
        for mention, figure in pairs
        if figure is not None and figure.type == EntityType.PERSON and start <= mention.start < end
    ][-_MOST:]
    found = [figure for _, figure in people[-1:]]
    for (behind, _), (mention, figure) in pairwise(reversed(people)):
        gap = scene.block.text[mention.end : behind.start]
        match = _JOINED.fullmatch(gap) if len(gap) <= _WIDEST else None
        if match is None or (match["comma"] and len(found) == 1):
            break
        found.insert(0, figure)
    return list(dict.fromkeys(found))
