"""Two mentions side by side, with the words between them."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.ontology import Relation

OWNS = re.compile(r"[’']s?\s+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions side by side, the figures they stand for, and the words between."""

    scene: Scene
    left: Mention
    one: Figure
    right: Mention
    other: Figure
    gap: str

    def finding(
        self, relation: Relation, rule: str, confidence: float, *, turned: bool = False
    ) -> Finding:
        """A finding of the two, the right one first if turned."""
        subject, thing = (self.other, self.one) if turned else (self.one, self.other)
        span = sentence_around(self.scene, self.right.start, self.right.end)
        return Finding(subject, relation, thing, *span, rule, confidence)

    @property
    def attached(self) -> bool:
        """Whether "in TOWN" hangs on the name before it, as far as the block is parsed."""
        parse = self.scene.parse
        if parse is None:
            return True
        at = [n for n, span in enumerate(parse.spans) if span[0] == self.right.start]
        if not at:
            return True
        above = parse.tokens[at[0]].head.head
        start, end = parse.spans[above.i]
        return start < self.left.end and end > self.left.start

    @property
    def owned(self) -> Figure | None:
        """What the right one only owns: "the Unit of the Ministry's Division"."""
        scene, end = self.scene, self.right.end
        number = bisect_left(scene.mentions, end, key=lambda mention: mention.start)
        if number == len(scene.mentions):
            return None
        gap = scene.block.text[end : scene.mentions[number].start]
        return scene.figures[number] if OWNS.fullmatch(gap) else None
