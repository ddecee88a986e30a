"""A connection to a Ray cluster: one that runs somewhere, or one of this machine alone."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

import ray

from communique.graph import ClusterError

_STORE = 128 << 20
"""Bytes for what the processes of one machine pass to each other."""


@contextmanager
def connected(address: str | None, workers: int | None) -> Iterator[int]:
    """Be connected within the block; gives how many processes are to read.

    Args:
        address: Of a cluster, ``auto`` for the one that runs on this machine; None for a cluster
            of this machine alone, which ends with the block.
        workers: How many processes; None for one on each processor that the cluster has.

    Raises:
        ClusterError: There is no such cluster, or none can be started.
    """
    # A cluster of one's own reports to nobody, and nothing is printed but what is wrong.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    alone = address is None
    try:
        ray.init(
            address="local" if alone else address,
            num_cpus=workers if alone else None,
            include_dashboard=False if alone else None,
            object_store_memory=_STORE if alone else None,
            logging_level=logging.ERROR,
            log_to_driver=False,
        )
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        where = address or "this machine"
        raise ClusterError(f"no Ray cluster can be used on {where}: {error}") from error
    try:
        resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
        yield workers or max(1, int(resources.get("CPU", 1)))
    finally:
        ray.shutdown()
