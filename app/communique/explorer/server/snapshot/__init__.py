"""The facts of a store in columns, without their quotes, so that views need not ask it."""

from communique.explorer.server.snapshot.reading import read_snapshot
from communique.explorer.server.snapshot.snapshot import Snapshot

__all__ = ["Snapshot", "read_snapshot"]
