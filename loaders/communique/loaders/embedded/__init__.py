"""The embedded store: a kglite file that one process writes and any number read."""

from communique.loaders.embedded.store import EmbeddedStore, rebuild

__all__ = ["EmbeddedStore", "rebuild"]
