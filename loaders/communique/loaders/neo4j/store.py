"""Neo4j as a store (5.26 and later, Community is enough, no plug-ins).

Each batch is a transaction of its own that can be repeated. A load that is interrupted leaves what
was written, and the next load finds by the digests what is missing.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    Session,
    unit_of_work,
)
from neo4j.exceptions import Neo4jError, ServiceUnavailable, SessionExpired, TransientError

from communique.graph import StoreUnavailableError
from communique.loaders.neo4j.address import Login, checked_address
from communique.loaders.neo4j.digests import read_held
from communique.loaders.neo4j.failures import FAILURES, refused, unavailable
from communique.loaders.neo4j.values import plain
from communique.loaders.prefetch import one_ahead
from communique.loaders.store import Change, Held, Progress, Rows
from communique.loaders.writing import (
    CONSTRAINTS,
    CREATE_FULL_TEXT_INDEX,
    MERGE,
    Write,
    packed,
    writes,
)

BATCH_SIZE = 5000
"""Rows in one transaction of a load."""

WRITE_TIMEOUT = 600.0
"""Seconds for one transaction of a load, or for reading all digests."""

PATIENCE = 30.0
"""Seconds during which a batch is repeated after errors that pass."""

CONNECTION_TIMEOUT = 10.0
"""Seconds to wait for a server to answer."""

PACKING = 0.25
"""Part of the time of a batch that the driver packs and sends, before the server works."""

READ_ATTEMPTS = 3
"""Times that a query is sent while its connection breaks or the server asks to repeat it."""

_WAIT_FOR_INDEXES = "CALL db.awaitIndexes(300)"
_FETCH = 5000
_EMPTY_FACTS = (
    "MATCH (:Entity)-[r]->(:Entity) WHERE r.digest IS NOT NULL "
    "WITH r LIMIT 10000 DELETE r RETURN count(*) AS gone"
)
_EMPTY_ENTITIES = (
    "MATCH (n:Entity) WHERE n.digest IS NOT NULL "
    "WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS gone"
)
_EMPTY_RELEASES = (
    "MATCH (n:Release) WHERE n.row_digest IS NOT NULL "
    "WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS gone"
)

_log = logging.getLogger(__name__)


class Neo4jStore:
    """A store on a Neo4j server."""

    def __init__(
        self, address: str, login: Login, read_only: bool = False, *, patience: float = PATIENCE
    ) -> None:
        """Connect; a writer declares constraints and full-text index where they are missing.

        Args:
            address: ``neo4j://host:port``, ``bolt://``, ``neo4j+s://`` or ``bolt+s://``.
            login: User, password and database.
            read_only: Whether `apply` is refused.
            patience: Seconds during which a batch is repeated after errors that pass.

        Raises:
            ValueError: The address is none.
            StoreUnavailableError: No server answers, or it refuses the login.
        """
        self._address = checked_address(address)
        self._database = login.database
        self._read_only = read_only
        self._driver = GraphDatabase.driver(
            self._address,
            auth=(login.user, login.password),
            connection_timeout=CONNECTION_TIMEOUT,
            connection_acquisition_timeout=2 * CONNECTION_TIMEOUT,
            max_transaction_retry_time=patience,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            fetch_size=_FETCH,
        )
        try:
            with self._session(reading=True) as session:
                session.run("RETURN 1").consume()  # logs in, and finds the database
            if not read_only:
                self._prepare()
        except FAILURES as error:
            self.close()
            raise unavailable(self._address, error, bool(login.password)) from error

    def held(self) -> Held:
        """Read what the store holds; what others keep in the same database is left out.

        Raises:
            StoreUnavailableError: The server is gone.
        """
        try:
            with self._session(reading=True) as session:
                return session.execute_read(_held)
        except FAILURES as error:
            raise unavailable(self._address, error) from error
        except ValueError as error:  # a relation that this version does not have
            raise StoreUnavailableError(
                f"{self._address} holds a graph of another version ({error}); "
                "`communique load --rebuild` makes it again from the ledger"
            ) from error

    def apply(self, change: Change, progress: Progress | None = None) -> None:
        """Write a change in batches; a batch is written whole or not at all.

        Raises:
            StoreUnavailableError: The store is open for reading, or the server refuses or is gone.
                The batches until then are written; the next load writes the others.
        """
        if not change.writes:
            return
        if self._read_only:
            raise StoreUnavailableError(f"{self._address} is open for reading only")
        done = 0
        try:
            with self._session() as session:
                batches = packed(writes(change, MERGE, BATCH_SIZE), BATCH_SIZE)
                for batch in one_ahead(batches, rest=PACKING):
                    session.execute_write(_written, batch)
                    done += sum(len(write.rows) for write in batch)
                    if progress is not None:
                        progress(done, change.writes)
                session.run(_WAIT_FOR_INDEXES).consume()
        except FAILURES as error:
            told = f"{done} of {change.writes} rows were written, and the next load goes on there"
            raise StoreUnavailableError(f"{unavailable(self._address, error)}; {told}") from error
        _log.info("wrote %d rows to %s", change.writes, self._address)

    def run(self, cypher: str, parameters: Mapping[str, object], timeout: float) -> Rows:
        """Answer a query that only reads; ``timeout`` in seconds.

        Raises:
            QueryError: The query is wrong, writes, or ran out of time.
            StoreUnavailableError: The server is gone.
        """
        query = Query(cypher, timeout=timeout)
        for attempt in range(1, READ_ATTEMPTS + 1):
            try:
                with self._session(reading=True) as session:
                    result = session.run(query, dict(parameters))
                    columns = tuple(result.keys())
                    rows = tuple(
                        dict(zip(columns, map(plain, record.values()), strict=True))
                        for record in result
                    )
                return Rows(columns, rows)
            except FAILURES as error:
                if attempt == READ_ATTEMPTS or not _passes(error):
                    raise refused(self._address, error, timeout) from error
                _log.info("%s: the query is sent again after %s", self._address, error)
        raise AssertionError("unreachable")

    def empty(self) -> None:
        """Delete all that was ever loaded, and nothing else, in batches.

        Raises:
            StoreUnavailableError: The server refuses or is gone; a part may be deleted.
        """
        try:
            with self._session() as session:
                for statement in (_EMPTY_FACTS, _EMPTY_ENTITIES, _EMPTY_RELEASES):
                    while session.execute_write(_deleted, statement):
                        pass
        except FAILURES as error:
            raise unavailable(self._address, error) from error

    def close(self) -> None:
        """Let go of the server; closing twice is no error."""
        self._driver.close()

    def _prepare(self) -> None:
        with self._session() as session:
            for statement in (*CONSTRAINTS, CREATE_FULL_TEXT_INDEX, _WAIT_FOR_INDEXES):
                session.run(statement).consume()

    @contextmanager
    def _session(self, reading: bool = False) -> Iterator[Session]:
        access = READ_ACCESS if reading else WRITE_ACCESS
        with self._driver.session(database=self._database, default_access_mode=access) as session:
            yield session


def _passes(error: Exception) -> bool:
    """Whether the same query may be answered when it is sent again."""
    if isinstance(error, ServiceUnavailable | SessionExpired | TransientError):
        return True
    return isinstance(error, Neo4jError) and error.is_retryable()


@unit_of_work(timeout=WRITE_TIMEOUT)
def _written(transaction: ManagedTransaction, batch: Sequence[Write]) -> None:
    for write in batch:
        transaction.run(write.cypher, rows=write.rows).consume()


@unit_of_work(timeout=WRITE_TIMEOUT)
def _deleted(transaction: ManagedTransaction, statement: str) -> int:
    record = transaction.run(statement).single(strict=True)
    return int(record["gone"])


@unit_of_work(timeout=WRITE_TIMEOUT)
def _held(transaction: ManagedTransaction) -> Held:
    return read_held(transaction)
