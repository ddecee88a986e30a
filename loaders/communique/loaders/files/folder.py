"""Several files that belong together."""

from collections.abc import Iterable, Mapping
from pathlib import Path


def write_folder(directory: Path, files: Mapping[str, Iterable[str]]) -> tuple[Path, ...]:
    """Write text files (UTF-8 without BOM) into a folder, from pieces with their line ends.

    Each file replaces an older one whole, and none is replaced before all are written.

    Returns:
        The files, in the order given.

    Raises:
        OSError: The folder cannot be made or written to; older files stay as they were.
    """
    directory.mkdir(parents=True, exist_ok=True)
    written: dict[Path, Path] = {}
    try:
        for name, pieces in files.items():
            temporary = written[directory / name] = directory / f".{name}.partial"
            with temporary.open("w", encoding="utf-8", newline="") as out:
                out.writelines(pieces)
        for path, temporary in written.items():
            temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
    return tuple(written)
