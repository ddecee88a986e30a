"""The names of a store's entities, at hand before a shell's user notices.

A large store takes seconds to open, so its names are kept in a file beside it, which a load writes.
"""

import logging
import os
from contextlib import suppress
from pathlib import Path

from communique.graph import KnowledgeGraph
from communique.loaders.opening import is_address
from communique.queries.completion import NameTable
from communique.workspace.workspace import Workspace

SECONDS = 3.0
"""Longest that a store is asked for names."""

KEPT_FROM = 5_000
"""Entities from which the names are kept."""

ENDING = ".names"
"""What the name of that file ends in, after the store's."""

_log = logging.getLogger(__name__)


def keep_names(file: Path, graph: KnowledgeGraph) -> None:
    """Keep the names of a graph that was loaded into a file; a small one has none kept.

    Where they cannot be written, completion is slower and nothing else happens.
    """
    partial = file.with_name(f"{file.name}{ENDING}.{os.getpid()}")
    try:
        if len(graph.entities) < KEPT_FROM:
            _kept(file).unlink(missing_ok=True)
            return
        partial.write_text(f"{_stamp(file)}\n{NameTable.of_graph(graph).text}", encoding="utf-8")
        partial.replace(_kept(file))
    except OSError as error:
        _log.info("names are not kept beside %s: %s", file, error)


def names_like(workspace: Workspace, typed: str) -> NameTable:
    """Names among which are those that have what was typed in them.

    Raises:
        StoreUnavailableError: There is no store, or it cannot be read.
        QueryError: It takes too long.
        ValueError: Its address is none.
    """
    if not is_address(workspace.store) and (table := _read(Path(workspace.store))):
        return table
    with workspace.reading() as store:
        return NameTable.like(store, typed, SECONDS)


def _read(file: Path) -> NameTable | None:
    """The names that are kept, if they are those of the store as it is."""
    with suppress(OSError, UnicodeDecodeError):
        first, _, text = _kept(file).read_text(encoding="utf-8").partition("\n")
        if first == _stamp(file):
            return NameTable(text)
    return None


def _kept(file: Path) -> Path:
    return file.with_name(file.name + ENDING)


def _stamp(file: Path) -> str:
    """What tells two states of a file apart."""
    state = file.stat()
    return f"{state.st_mtime_ns} {state.st_size}"
