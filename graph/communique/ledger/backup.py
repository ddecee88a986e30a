"""A copy of a ledger that is known to be good before it gets its name."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from communique.graph import LedgerError
from communique.ledger.audit import mismatches
from communique.ledger.file import Database


def back_up(database: Database, path: Path, *, overwrite: bool = False) -> None:
    """Copy a ledger to a file, whole, whatever others write meanwhile.

    Every digest and quote of the copy is checked before it is put in place, so that no damaged
    copy ever replaces a good one. A process killed meanwhile leaves what was there.

    Raises:
        LedgerError: There is a file and it is not to be overwritten, or it is a ledger in use; the
            copy cannot be written; or the ledger is not as it was recorded.
    """
    path = path.resolve()
    _check(path, database.path.resolve(), overwrite)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".partial-") as folder:
            partial = Path(folder) / "ledger.sqlite"
            _copy(database, partial)
            partial.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(f"{path}: the backup cannot be written: {error}") from error


def _check(path: Path, ledger: Path, overwrite: bool) -> None:
    if path == ledger:
        raise LedgerError(f"{path}: this is the ledger itself; name another file")
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder; name a file in it")
    if path.exists() and not overwrite:
        raise LedgerError(f"{path}: there is a file already; name another, or use --force")
    if path.with_name(f"{path.name}-wal").exists():
        raise LedgerError(f"{path}: a ledger that is in use; name another file")


def _copy(database: Database, path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        database.connection.backup(copy)
        found = next(mismatches(copy), None)
    if found is not None:
        raise LedgerError(
            f"{database.path}: not backed up, for the ledger is not as it was recorded "
            f"({found.release or 'file'}: {found.reason}); `communique verify` lists what differs"
        )
