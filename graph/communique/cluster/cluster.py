"""A Ray cluster that reads releases, as a build uses it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from communique.cluster.extractor import SECONDS, ClusterExtractor
from communique.cluster.place import Place
from communique.cluster.session import connected
from communique.cluster.shard import SHARD
from communique.cluster.shelf import Shelf
from communique.pool import Making


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which cluster reads, and how.

    Attributes:
        shards: Path or address of the folder for what was read, which all its machines reach.
        address: Of the cluster; None for one of this machine alone.
        workers: How many processes read; None for one on each processor.
        size: Releases of a shard on average.
        seconds: How long a release may take.
    """

    shards: str
    address: str | None = None
    workers: int | None = None
    size: int = SHARD
    seconds: float = SECONDS

    @contextmanager
    def extractor(self, make: Making, version: str) -> Iterator[ClusterExtractor]:
        """Within the block, an extractor that reads with the cluster.

        Args:
            make: Makes an extractor; called in each process.
            version: Of what it makes here; the machines of the cluster must have the same.

        Raises:
            ClusterError: There is no such cluster or folder.
        """
        shelf = Shelf(Place.at(self.shards), version)
        with connected(self.address, self.workers) as workers:
            yield ClusterExtractor(make, shelf, workers, size=self.size, seconds=self.seconds)
