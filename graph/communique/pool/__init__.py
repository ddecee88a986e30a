"""Worker processes that each hold an extractor, as one extractor that keeps the order.

Beside them how a process that makes a great many objects looks for garbage.
"""

from communique.pool.cores import cores
from communique.pool.garbage import collector_paused, set_apart, take_back
from communique.pool.pool import ExtractorPool, read_with
from communique.pool.work import Making, end_with
from communique.pool.worker import Worker

__all__ = [
    "ExtractorPool",
    "Making",
    "Worker",
    "collector_paused",
    "cores",
    "end_with",
    "read_with",
    "set_apart",
    "take_back",
]
