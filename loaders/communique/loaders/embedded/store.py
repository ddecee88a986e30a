"""The embedded store: a kglite file that one process writes and any number read.

The file is replaced as a whole at the end of each change, so a process that is killed leaves the
state before. The write-ahead log of kglite is off on purpose: the ledger can repeat a load, and a
log that cannot be replayed would make the store unopenable.
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import kglite

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.embedded.file import (
    is_replaceable,
    locked,
    other_file,
    unusable,
)
from communique.loaders.embedded.values import plain_row
from communique.loaders.prefetch import one_ahead
from communique.loaders.projection import LoadReport, difference, report
from communique.loaders.store import Change, FactEnds, Held, Progress, QueryError, Rows
from communique.loaders.writing import (
    CONSTRAINTS,
    CREATE_FULL_TEXT_INDEX,
    FULL_TEXT_INDEX,
    HELD_ENTITIES,
    HELD_FACTS,
    HELD_RELEASES,
    writes,
)
from communique.ontology import Relation
from communique.pool import collector_paused

WRITE_TIMEOUT = 300.0
"""Seconds for one statement of a load, or for reading all digests."""

_PASSING = "CREATE (:Entity {id: '', names: 'x'})"
_PASSED = "MATCH (n:Entity {id: ''}) DELETE n"
_FAILURES = (kglite.KgError, OSError, RuntimeError)

_log = logging.getLogger(__name__)


class EmbeddedStore:
    """A store in one file of this machine."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open the file; a writer makes it with the first change if there is none.

        A reader sees the store as it was when it opened it.

        Raises:
            StoreUnavailableError: There is none to read, it is no store or one of another
                version, or another process is writing it.
        """
        self._path = path
        self._read_only = read_only
        self._graph: kglite.KnowledgeGraph | None = _open(path, read_only)

    def held(self) -> Held:
        """Read what the store holds."""
        releases = self.run(HELD_RELEASES, {}, WRITE_TIMEOUT)
        entities = self.run(HELD_ENTITIES, {}, WRITE_TIMEOUT)
        facts = self.run(HELD_FACTS, {}, WRITE_TIMEOUT)
        try:
            ends = [_fact_ends(row) for row in facts.rows]
        except ValueError as error:
            raise unusable(self._path, error) from error
        return Held(
            {str(row["id"]): str(row["digest"]) for row in releases.rows},
            {str(row["id"]): str(row["digest"]) for row in entities.rows},
            {e.key: (e, str(row["digest"])) for e, row in zip(ends, facts.rows, strict=True)},
        )

    def apply(self, change: Change, progress: Progress | None = None) -> None:
        """Write a change and save the file; all of it is applied to the file or nothing.

        What fails or is interrupted closes the store, since a part is in memory then. Whoever
        queries through this object in another thread meanwhile may see such a part.

        Raises:
            StoreUnavailableError: The store is open for reading, or the file cannot be written.
        """
        if not change.writes:
            return
        if self._read_only:
            raise StoreUnavailableError(f"{self._path} is open for reading only")
        graph = self._opened()
        try:
            with _writable(graph):
                _write(graph, change, progress)
            _save(graph, self._path)
        except _FAILURES as error:
            self.close()
            raise StoreUnavailableError(f"{self._path} cannot be written: {error}") from error
        except BaseException:
            self.close()
            raise
        _log.info("wrote %d rows to %s", change.writes, self._path)

    def run(self, cypher: str, parameters: Mapping[str, object], timeout: float) -> Rows:
        """Answer a query that only reads; ``timeout`` in seconds.

        Raises:
            QueryError: The query is wrong, writes, or ran out of time.
        """
        try:
            found = _query(self._opened(), cypher, parameters, timeout)
            rows = tuple(map(plain_row, found))
        except kglite.ReadOnlyError as error:
            raise QueryError("the query writes, and this store is only read by queries") from error
        except kglite.CypherTimeoutError as error:
            raise QueryError(f"the query took longer than {timeout:g} seconds") from error
        except _FAILURES as error:
            raise QueryError(f"the store refuses the query: {error}") from error
        return Rows(tuple(found.columns), rows)

    def close(self) -> None:
        """Let go of the file without writing it; closing twice is no error."""
        graph, self._graph = self._graph, None
        if graph is not None:
            # `graph.close()` would write the file again; leaving with an error does not.
            graph.__exit__(StoreUnavailableError, StoreUnavailableError("closed"), None)

    def _opened(self) -> kglite.KnowledgeGraph:
        if self._graph is None:
            raise StoreUnavailableError(f"{self._path} is closed")
        return self._graph


def rebuild(path: Path, graph: KnowledgeGraph, progress: Progress | None = None) -> LoadReport:
    """Write a store anew and put it in the place of the old one, damaged or not.

    The file is exchanged at the end, so a failure leaves the old one as it was.

    Raises:
        StoreUnavailableError: The path holds a file that is no store, another process is writing
            the store, or the path cannot be written.
    """
    if not is_replaceable(path):
        raise other_file(path)
    kglite.set_query_warning_policy("silent")
    fresh = kglite.KnowledgeGraph()
    change = difference(graph, Held())
    try:
        _prepare(fresh)
        with collector_paused():
            _write(fresh, change, progress)
        path.parent.mkdir(parents=True, exist_ok=True)
        _save(fresh, path)
    except kglite.WriterLeaseHeldError as error:
        raise locked(path, error) from error
    except _FAILURES as error:
        raise StoreUnavailableError(f"{path} cannot be written: {error}") from error
    _log.info("rebuilt %s with %d facts", path, len(graph.facts))
    return report(change, graph)


def _open(path: Path, read_only: bool) -> kglite.KnowledgeGraph:
    if not is_replaceable(path):
        raise other_file(path)
    kglite.set_query_warning_policy("silent")  # they are logged, see `_query`
    try:
        if read_only:
            graph = kglite.load(str(path))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            graph = kglite.open(str(path), durable="off")
            _prepare(graph)
        graph.read_only(True)
    except kglite.WriterLeaseHeldError as error:
        raise locked(path, error) from error
    except kglite.FileError as error:
        hint = "`communique build` or `communique load` makes one"
        raise StoreUnavailableError(f"there is no store at {path}; {hint}") from error
    except _FAILURES as error:
        raise unusable(path, error) from error
    return graph


def _prepare(graph: kglite.KnowledgeGraph) -> None:
    """Declare constraints and full-text index where they are missing.

    The index can only be made while some entity has a text, hence the passing one.
    """
    for constraint in CONSTRAINTS:
        _query(graph, constraint, {}, WRITE_TIMEOUT)
    indexes = _query(graph, "SHOW INDEXES", {}, WRITE_TIMEOUT)
    if any(index["name"] == FULL_TEXT_INDEX for index in indexes):
        return
    for statement in (_PASSING, CREATE_FULL_TEXT_INDEX, _PASSED):
        _query(graph, statement, {}, WRITE_TIMEOUT)
    graph.build_text_index("Entity", "names", name=FULL_TEXT_INDEX)


def _query(
    graph: kglite.KnowledgeGraph, cypher: str, parameters: Mapping[str, object], timeout: float
) -> kglite.ResultView:
    found = cast(
        kglite.ResultView,
        graph.cypher(
            cypher,
            params=dict(parameters),
            timeout_ms=_milliseconds(timeout),
            hide_structural_keys=True,
        ),
    )
    for warning in found.warnings:
        _log.debug("%s", warning)
    return found


def _write(graph: kglite.KnowledgeGraph, change: Change, progress: Progress | None) -> None:
    """Apply a change and rebuild the full-text index, which is stale after.

    The engine lets go of the interpreter while it runs a statement, though not within a
    transaction, so the next rows are made meanwhile. What fails leaves a part of the change in
    memory.
    """
    done = 0
    for write in one_ahead(writes(change)):
        _query(graph, write.cypher, {"rows": write.rows}, WRITE_TIMEOUT)
        done += len(write.rows)
        if progress is not None:
            progress(done, change.writes)
    graph.build_text_index("Entity", "names", name=FULL_TEXT_INDEX)


def _save(graph: kglite.KnowledgeGraph, path: Path) -> None:
    with warnings.catch_warnings():
        # Of what could not be read in place from the disk, which no store of ours is.
        warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
        graph.save(str(path))


@contextmanager
def _writable(graph: kglite.KnowledgeGraph) -> Iterator[None]:
    graph.read_only(False)
    try:
        yield
    finally:
        graph.read_only(True)


def _fact_ends(row: Mapping[str, object]) -> FactEnds:
    relation = Relation(str(row["relation"]))
    return FactEnds(str(row["key"]), relation, str(row["subject"]), str(row["object"]))


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))
