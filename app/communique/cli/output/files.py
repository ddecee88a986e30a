"""Where a command writes to."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from communique.cli.wrong_use import WrongUseError


@contextmanager
def destination(path: Path | None) -> Iterator[IO[bytes]]:
    """A stream to a file, which replaces an older one whole at the end, or to standard output.

    After an error the older file is as it was.

    Raises:
        WrongUseError: The file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".partial-") as folder:
            partial = Path(folder) / "file"
            with partial.open("wb") as out:
                yield out
            partial.replace(path)
    except OSError as error:
        raise WrongUseError(f"{path}: cannot be written: {error.strerror or error}") from error
