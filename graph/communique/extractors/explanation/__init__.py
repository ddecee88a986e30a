"""What was understood of a release: by what rules, with what doubts, and what was refused."""

from communique.extractors.explanation.explanation import Explanation

__all__ = ["Explanation"]
