"""From the text of a release to statements with their evidence."""

from communique.extractors.press import PressExtractor

__all__ = ["PressExtractor"]
