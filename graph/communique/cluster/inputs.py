"""Reading files into releases with the processes of a cluster, in the order of the files."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import ray
from ray.exceptions import RayError

from communique.cluster.crew import ours
from communique.cluster.stored import Item, Source
from communique.feeds import Defaults, SkippedInput, read_listed, read_releases
from communique.graph import Release

FILES = 64
"""Files that are read in one go."""
BYTES = 8 << 20
"""Bytes of files that are read in one go; a larger file is read by this process as a stream."""
READERS = 8
"""Groups of files that are read at the same time or ahead."""

SHARE = 1 / 128
"""Of a processor, that reading takes, which mostly waits; what extracts takes what is left of one.

It is not nothing, so that no file is read beside the ledger, on a machine that gives none.
"""

_RETRIES = 10
_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class _Group:
    """Files that are read in one go; no source for standard input."""

    source: Source | None
    items: Sequence[Item] = ()
    large: bool = False


def read_inputs(
    paths: Iterable[str], defaults: Defaults, *, alone: bool
) -> Iterator[Release | SkippedInput]:
    """Read releases as one process does, in the order of the paths; folders in order of name.

    As long as this process is connected to a cluster, the cluster reads ahead; else this process
    reads.

    Args:
        paths: Files, folders, ``-`` for standard input, and addresses such as ``s3://bucket/x``.
        defaults: What holds for releases that do not say it.
        alone: Whether all the cluster is this machine, so that it can read this machine's files.

    Raises:
        UnreadableFeedError: One is not there; raised before anything is read.
    """
    sources = [None if path == _STANDARD_INPUT else Source.of(path) for path in paths]
    return _read(_groups(sources), defaults, alone)


def _groups(sources: Iterable[Source | None]) -> Iterator[_Group]:
    for source in sources:
        if source is None:
            yield _Group(None)
        else:
            yield from _groups_of(source)


def _groups_of(source: Source) -> Iterator[_Group]:
    held: list[Item] = []
    size = 0
    for item, bytes_ in source.listed():
        if held and (len(held) == FILES or size + bytes_ > BYTES):
            yield _Group(source, held, size > BYTES)
            held, size = [], 0
        held.append(item)
        size += bytes_
    if held:
        yield _Group(source, held, size > BYTES)


def _read(
    groups: Iterator[_Group], defaults: Defaults, alone: bool
) -> Iterator[Release | SkippedInput]:
    ahead: deque[tuple[_Group, Any]] = deque()
    while True:
        for group in islice(groups, READERS - len(ahead)):
            ahead.append((group, _asked(group, defaults, alone)))
        if not ahead:
            return
        group, answer = ahead.popleft()
        if answer is None:
            yield from _read_group(group, defaults)
        else:
            yield from _answered(group, answer)


def _asked(group: _Group, defaults: Defaults, alone: bool) -> Any:
    """What a process of the cluster will answer; None if this process must read."""
    if group.source is None or group.large or not ray.is_initialized():
        return None
    if group.source.files is None and not alone:
        return None
    task: Any = ray.remote(num_cpus=SHARE, max_retries=_RETRIES)(_read_whole)
    return task.remote(group, defaults)


def _answered(group: _Group, answer: Any) -> list[Release | SkippedInput]:
    try:
        found: list[Release | SkippedInput] = ray.get(answer)
    except RayError as error:
        raise ours(error, f"reading {_named(group)}") from error
    return found


def _named(group: _Group) -> str:
    """The files of a group, by the first and the last."""
    names = [item.path if isinstance(item, SkippedInput) else item.address for item in group.items]
    return " to ".join(dict.fromkeys((names[0], names[-1])))


def _read_whole(group: _Group, defaults: Defaults) -> list[Release | SkippedInput]:
    return list(_read_group(group, defaults))


def _read_group(group: _Group, defaults: Defaults) -> Iterator[Release | SkippedInput]:
    if group.source is None:
        source, day = defaults.source, defaults.published
        return read_releases([_STANDARD_INPUT], source=source, published=day)
    return read_listed(group.items, defaults, group.source.opened)
