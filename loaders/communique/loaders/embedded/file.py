"""The file of an embedded store: whether it may be written, and what is told if not."""

from pathlib import Path

import kglite

from communique.graph import StoreUnavailableError

SUFFIX = ".kgl"
"""Ending of store files; one with it is ours to replace, however damaged."""

_MAGIC = b"RGF"


def is_replaceable(path: Path) -> bool:
    """Whether nothing is lost if a store is written here: no file, or one that is a store's."""
    if path.is_dir():
        return False
    if path.suffix == SUFFIX or not path.is_file():
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError as error:
        raise StoreUnavailableError(f"{path} cannot be read: {error}") from error


def other_file(path: Path) -> StoreUnavailableError:
    """It is a folder, or a file of another kind."""
    if path.is_dir():
        return StoreUnavailableError(
            f"{path} is a folder, not a store; name the file, such as {path / 'store'}{SUFFIX}"
        )
    return StoreUnavailableError(
        f"{path} is a file of another kind, not a store, and stays as it is; "
        f"name another, such as {path.with_suffix(SUFFIX).name}"
    )


def locked(path: Path, error: kglite.WriterLeaseHeldError) -> StoreUnavailableError:
    """Another process writes it."""
    holder = error.holder.get("pid") or "unknown"
    return StoreUnavailableError(
        f"{path} is being written by another process (pid {holder}); wait for it to end"
    )


def unusable(path: Path, error: Exception) -> StoreUnavailableError:
    """It is damaged, or of another version."""
    reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return StoreUnavailableError(
        f"{path} is no store that this version can open ({reason}); "
        "`communique load --rebuild` makes it again from the ledger"
    )
