"""Where a format is written to: a file, plain or compressed, a folder, or standard output."""

import gzip
from collections.abc import Callable
from io import BufferedWriter, TextIOWrapper
from pathlib import Path
from typing import IO

from communique.graph import UnwritableFileError
from communique.workspace.destination import destination

COMPRESSED = ".gz"
"""How the name of a file ends that is compressed."""
_LEVEL = 6
_BUFFER = 1 << 16


def to_file(path: Path | None, write: Callable[[IO[bytes]], object]) -> tuple[Path, ...]:
    """Write bytes to a file, compressed if its name ends in ``.gz``, or to standard output.

    Neither day nor name stands in the compressed file: same content, same file.

    Returns:
        The file; nothing for standard output.

    Raises:
        UnwritableFileError: The file cannot be written, or is a ledger or a store.
    """
    with destination(path) as out:
        if path is None or path.suffix != COMPRESSED:
            write(out)
        else:
            with (
                gzip.GzipFile("", "wb", _LEVEL, out, mtime=0) as compressed,
                BufferedWriter(compressed, _BUFFER) as buffered,
            ):
                write(buffered)
    return () if path is None else (path,)


def to_text(path: Path | None, write: Callable[[IO[str]], object]) -> tuple[Path, ...]:
    """As `to_file`, for a writer of text: UTF-8, and line feeds on every system."""

    def write_bytes(out: IO[bytes]) -> None:
        text = TextIOWrapper(out, encoding="utf-8", newline="\n")
        try:
            write(text)
        finally:
            text.detach()  # flushes, and leaves the stream open

    return to_file(path, write_bytes)


def to_folder(path: Path | None, write: Callable[[Path], tuple[Path, ...]]) -> tuple[Path, ...]:
    """Write several files to a folder.

    Returns:
        The files.

    Raises:
        UnwritableFileError: They cannot be written.
        ValueError: The folder has no name, or that of a compressed file.
    """
    if path is None:
        raise ValueError("several files go to a folder, which needs a name")
    if path.suffix == COMPRESSED:
        raise ValueError(f"{path}: several files go to a folder, which is not compressed")
    if path.exists() and not path.is_dir():
        raise UnwritableFileError(f"{path}: is a file; several files go to a folder")
    try:
        return write(path)
    except OSError as error:
        raise UnwritableFileError(
            f"{path}: cannot be written: {error.strerror or error}"
        ) from error
