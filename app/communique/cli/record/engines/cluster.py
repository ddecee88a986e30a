"""Building on a Ray cluster: its options, and what reads with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.plugins import extractor_of
from communique.cli.record.engines.workers import AUTO, number_of
from communique.cli.settings import moment
from communique.cli.wrong_use import WrongUseError
from communique.graph import BATCH, RELEASE_SECONDS, ExtraMissingError

if TYPE_CHECKING:
    from communique.cluster.extractor import ClusterExtractor
    from communique.feeds import SkippedInput
    from communique.graph import Release

MOST = 10_000
"""Workers of a cluster that may be asked for."""

OWN = "cluster-shards"
"""Folder of the workspace for shards that nobody asked to keep."""

_DAY = 86_400.0

_PACKAGES = ("pyarrow", "ray")


class Engine(StrEnum):
    """What runs the processes that read."""

    LOCAL = "local"
    RAY = "ray"


EngineOption = Annotated[
    Engine,
    typer.Option(
        "--engine", help="Who reads: this machine, or a Ray cluster (extra communique\\[ray])."
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="HOST:PORT|auto",
        help="The Ray cluster; auto for the one that this machine is part of. Else one of this "
        "machine alone, for this build.",
    ),
]
Shards = Annotated[
    str | None,
    typer.Option(
        "--shards",
        metavar="DIR|ADDRESS",
        help="Where a cluster keeps what it read as Parquet (s3://bucket/folder); all its machines "
        "must reach it. Else in the workspace, until the ledger has it.",
    ),
]
ShardSize = Annotated[
    int | None,
    typer.Option(
        "--shard-size",
        metavar="N",
        min=1,
        max=100_000,
        help="Releases of a shard on average, which one process of a cluster reads in one go into "
        "one file: 32.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """What the command line says of a cluster.

    Attributes:
        engine: Whether it is one.
        address: Of the cluster.
        shards: Where it keeps what it read.
        size: Releases of a shard on average.
        data: Folder of the workspace.
    """

    engine: Engine
    address: str | None
    shards: str | None
    size: int | None
    data: Path

    def __post_init__(self) -> None:
        """Reject options of a cluster without one, and one without its packages."""
        if self.engine != Engine.RAY:
            for name in ("address", "shards", "size"):
                if getattr(self, name) is not None:
                    option = "--shard-size" if name == "size" else f"--{name}"
                    raise WrongUseError(f"{option} is for --engine ray")
        elif missing := [name for name in _PACKAGES if find_spec(name) is None]:
            raise ExtraMissingError(
                f"--engine ray needs the extra communique[ray] ({', '.join(missing)} cannot be "
                'found); install it with: pip install "communique[ray]"'
            )

    def reader(
        self, name: str, patterns: str | None, workers: str, seconds: float | None
    ) -> "ClusterExtractor":
        """The extractor of a name, in as many processes of the cluster as asked for.

        Args:
            name: As in the entry points.
            patterns: Folder of the user's pattern files, for the one that reads them; the machines
                of the cluster must have it too.
            workers: A number, or ``auto`` for one on each processor of the cluster.
            seconds: How long a release may take; as the cluster has it if None.

        Raises:
            WrongUseError: There is no such extractor, or no such number of workers.
            ExtractorError: It cannot be loaded or made.
            ClusterError: Nothing is known about the address of the shards.
        """
        from communique.cluster.extractor import ClusterExtractor
        from communique.cluster.parquet.place import Place
        from communique.cluster.parquet.shelf import Shelf
        from communique.cluster.session import Cluster

        version = extractor_of(name, patterns).version
        number = None if workers == AUTO else number_of(workers, name, MOST)
        shelf = Shelf(Place.at(self.shards or str(self._own_shards)), version)
        shelf.sweep(moment() - _DAY)
        return ClusterExtractor(
            Cluster(self.address, number),
            partial(extractor_of, name, patterns),
            shelf,
            size=self.size or BATCH,
            seconds=RELEASE_SECONDS if seconds is None else seconds,
        )

    def inputs(
        self, paths: Iterable[str], source: str | None, published: str | None
    ) -> "Iterator[Release | SkippedInput]":
        """The releases of paths and addresses, read by the cluster as far as it reaches them.

        Raises:
            UnreadableFeedError: One is not there.
            ValueError: ``published`` is no day.
        """
        from communique.cluster.inputs import read_inputs
        from communique.feeds import Defaults

        return read_inputs(paths, Defaults.of(source, published), alone=self.address is None)

    def tidy(self) -> None:
        """Remove the shards from the workspace once the ledger has all that is in them."""
        if self.engine == Engine.RAY and self.shards is None:
            from communique.cluster.parquet.shelf import clear

            clear(self._own_shards)

    @property
    def _own_shards(self) -> Path:
        return self.data / OWN
