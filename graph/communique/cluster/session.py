"""A connection to a Ray cluster: one that runs somewhere, or one of this machine alone."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

import ray
from ray._private import ray_constants

from communique.graph import ClusterError

_STORE = 128 << 20
"""Bytes for what the processes of this machine pass to each other."""

_ALONE = {"worker_niceness": 0}
"""Ray lets its processes wait for all others of a machine; a build is what this one is for."""

_LOOPBACK = "127.0.0.1"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which cluster reads.

    Attributes:
        address: ``HOST:PORT``, or ``auto`` for the one that runs on this machine; None for a
            cluster of this machine alone, which ends when the connection does.
        workers: How many processes read; None for one on each processor that it has.
    """

    address: str | None = None
    workers: int | None = None

    @contextmanager
    def connected(self) -> Iterator[int]:
        """Be connected within the block; gives how many processes are to read.

        Raises:
            ClusterError: There is no such cluster, or none can be started.
        """
        # Ray reports its use to its makers unless it is told not to.
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        try:
            with _unreachable() if self.address is None else nullcontext():
                self._connect()
        except (ConnectionError, OSError, RuntimeError, ValueError) as error:
            where = self.address or "this machine"
            raise ClusterError(f"no Ray cluster can be used on {where}: {error}") from error
        try:
            resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
            yield self.workers or max(1, int(resources.get("CPU", 1)))
        finally:
            ray.shutdown()

    def _connect(self) -> None:
        alone = self.address is None
        ray.init(
            address="local" if alone else self.address,
            num_cpus=self.workers if alone else None,
            _node_ip_address=_LOOPBACK if alone else None,
            include_dashboard=False if alone else None,
            object_store_memory=_STORE if alone else None,
            logging_level=logging.ERROR,
            log_to_driver=False,
            _system_config=_ALONE if alone else None,
        )


@contextmanager
def _unreachable() -> Iterator[None]:
    """Have a cluster that is started within the block talk by this machine's loopback alone.

    Ray does so on systems that ask before a program listens to the network, and elsewhere listens
    on all addresses, where whoever reaches it may run what he likes.
    """
    name, before = ray_constants.ENABLE_RAY_CLUSTERS_ENV_VAR, ray_constants.ENABLE_RAY_CLUSTER
    environment = os.environ.get(name)
    os.environ[name] = "0"  # for the processes that are started
    ray_constants.ENABLE_RAY_CLUSTER = False
    try:
        yield
    finally:
        ray_constants.ENABLE_RAY_CLUSTER = before
        os.environ.pop(name)
        if environment is not None:
            os.environ[name] = environment
    address = ray.util.get_node_ip_address()  # type: ignore[no-untyped-call]
    if address != _LOOPBACK:
        _log.warning("the processes of the build listen on %s, without a password", address)
