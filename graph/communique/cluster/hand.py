"""What one process of the cluster does: it reads shards and puts on the shelf what it read."""

from communique.cluster.parquet.shelf import Shelf
from communique.cluster.shard import Shard
from communique.graph import GAVE_NOTHING
from communique.pool import Making, Worker, read_with

Report = tuple[dict[str, str], tuple[str, ...]]
"""Why releases of a shard failed, by id, and what the extractor remarks."""


class Hand:
    """Holds an extractor in a process of its own, so that no release ends this one.

    An actor of Ray: its process may be killed at any moment and is started anew elsewhere.
    """

    def __init__(self, make: Making, shelf: Shelf, seconds: float) -> None:
        """Start nothing yet.

        Args:
            make: Makes the extractor.
            shelf: Where to put what was read.
            seconds: How long a release may take.
        """
        self._make, self._shelf = make, shelf
        self._worker = Worker(make, seconds)

    def version(self) -> str:
        """The version of what reads here; another machine may have another communique."""
        return str(self._make().version)

    def read(self, shard: Shard) -> Report:
        """Read a shard and keep what was read.

        Raises:
            CommuniqueError: The extractor cannot go on, or the shelf cannot be written.
        """
        found = list(read_with(self._worker, shard.releases))
        self._shelf.put(shard, found)
        given = {item.release.id for item in found}
        errors = {item.release.id: item.error for item in found if item.error is not None}
        errors |= {item.id: GAVE_NOTHING for item in shard.releases if item.id not in given}
        return errors, self._worker.remarks
