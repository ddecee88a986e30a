"""How many processes read the releases of a build."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.plugins import PRESS, PluggedExtractor, extractor_of
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.pool import ExtractorPool

AUTO = "auto"
MOST = 256
"""Workers that may be asked for."""

Workers = Annotated[
    str,
    typer.Option(
        "--workers",
        metavar="N|auto",
        help="Processes that read releases, each with a language model (0.5 GB). auto: as many as "
        "there are cores, once enough unread releases wait. The statements are the same.",
    ),
]
TimeLimit = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=0.1,
        help="How long a release may take where a worker process reads it; one that takes longer "
        "fails, and the others go on. 60 by default; given, every release is read by workers.",
        show_default=False,
    ),
]


def reader_of(
    name: str, patterns: str | None, workers: str, seconds: float | None
) -> "PluggedExtractor | ExtractorPool":
    """The extractor of a name, in as many processes as asked for.

    Args:
        name: As in the entry points.
        patterns: Folder of the user's pattern files, for the one that reads them.
        workers: A number, or ``auto``; that is 1 for extractors of others, which may be made for
            one process.
        seconds: How long a release may take in a worker process; then all are read in one.

    Raises:
        WrongUseError: There is no such extractor, or no such number of workers.
        ExtractorError: It cannot be loaded or made.
    """
    from communique.pool import ExtractorPool

    one = extractor_of(name, patterns)
    number = number_of(workers, name)
    if seconds is None and number == 1 and not (workers == AUTO and name == PRESS):
        return one
    make = partial(extractor_of, name, patterns)
    if seconds is None:
        return ExtractorPool(make, one.version, number)
    return ExtractorPool(make, one.version, number, seconds=seconds, enough=0)


def number_of(workers: str, name: str, most: int = MOST) -> int:
    """How many workers are asked for.

    Args:
        workers: A number, or ``auto``.
        name: Of the extractor that is to read in them.
        most: Workers that may be asked for.

    Raises:
        WrongUseError: It is no such number.
    """
    from communique.pool import cores

    if workers == AUTO:
        return cores() if name == PRESS else 1
    if not workers.isdecimal() or not 1 <= int(workers) <= most:
        raise WrongUseError(f"--workers takes a number from 1 to {most}, or {AUTO}")
    return int(workers)
