"""Worker processes that each hold an extractor, as one extractor that keeps the order."""

from communique.pool.pool import ExtractorPool
from communique.pool.work import Making

__all__ = ["ExtractorPool", "Making"]
