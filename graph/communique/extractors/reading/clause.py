"""A frame met in a sentence: the trigger and where it stands."""

from dataclasses import dataclass

from communique.extractors.parse import Token
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.script import Scene


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger in its sentence.

    Attributes:
        frame: The frame that the trigger belongs to.
        scene: The block.
        trigger: The verb or noun.
        start: Where its sentence begins in the repaired text, in code points.
        end: Where its sentence ends.
    """

    frame: Frame
    scene: Scene
    trigger: Token
    start: int
    end: int

    @property
    def place(self) -> int:
        """Where the trigger stands in the repaired text."""
        return self.scene.block.start + self.scene.offset(self.trigger)

    @property
    def text(self) -> str:
        """The sentence."""
        start = self.scene.block.start
        return self.scene.block.text[self.start - start : self.end - start]
