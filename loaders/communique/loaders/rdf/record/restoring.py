"""Putting what files of N-Quads hold of a ledger into a ledger."""

import gzip
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from communique.builder import BuildReport
from communique.builder.report import Problem
from communique.graph import Judgement
from communique.ledger import Change, Ledger
from communique.loaders.rdf.record.reading import NoRecordError, Unrestorable, read_records
from communique.loaders.rdf.syntax.parsing import parse_quad

_GZIP = b"\x1f\x8b"
_SAMPLE = 64 * 1024
_LONGEST = 64 * 1024 * 1024
"""Bytes of the longest line; the longest release fits, every character escaped."""
_UNREADABLE = (OSError, EOFError, LookupError, RecursionError, TypeError, ValueError, zlib.error)
_NAMES = (".nq", ".nq.gz")


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.

    Attributes:
        changes: Releases by what restoring them changed.
        judgements: Judgements that were not held already.
        problems: Files and records that could not be restored.
    """

    changes: Counter[Change]
    judgements: int = 0
    problems: tuple[Problem, ...] = ()

    def added_to(self, report: BuildReport) -> BuildReport:
        """The report of the build that it was part of."""
        new, changed = self.changes[Change.NEW], self.changes[Change.CHANGED]
        return replace(
            report,
            read=report.read + self.changes.total(),
            new=report.new + new,
            changed=report.changed + changed,
            unchanged=report.unchanged + self.changes[Change.UNCHANGED],
            writes=report.writes + new + changed,
            skipped=(*self.problems, *report.skipped),
        )


def holds_quads(path: str | Path) -> bool:
    """Whether a file is N-Quads, plain or compressed: by its name, else by its first line."""
    path = Path(path)
    if not path.is_file():
        return False
    if path.name.endswith(_NAMES):
        return True
    try:
        with _opened(path) as lines:
            head = lines.readline(_SAMPLE).decode()
            return parse_quad(head.rstrip("\r\n")).graph is not None
    except _UNREADABLE:
        return False


def restore(
    paths: Iterable[str | Path], ledger: Ledger, progress: Callable[[int], None]
) -> Restored:
    """Restore releases, judgements and former ids; what the ledger holds beside them stays.

    Interrupted anywhere, the ledger holds every release restored so far, whole.

    Args:
        paths: Files of N-Quads.
        ledger: Where to.
        progress: Told how many releases are done.

    Raises:
        LedgerError: The ledger cannot be written; what was restored stays.
    """
    changes: Counter[Change] = Counter()
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    for path in map(str, paths):
        try:
            with _opened(Path(path)) as lines:
                for item in read_records(_bounded(lines)):
                    match item:
                        case Unrestorable():
                            problems.append(Problem(path, item.of, item.reason))
                        case Judgement():
                            judgements.append(item)
                        case _:
                            changes[ledger.restore(item)] += 1
                            progress(changes.total())
        except NoRecordError:
            reason = "holds no ledger; write one with `communique export nquads --ledger`"
            problems.append(Problem(path, "", reason))
        except _UNREADABLE as error:
            problems.append(Problem(path, "", f"cannot be read ({error})"))
    return Restored(changes, ledger.judgements.add(judgements).written, tuple(problems))


def _bounded(lines: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    """The lines of a file; a compressed one may hold far more than its size tells.

    Raises:
        ValueError: A line is longer than a release can be.
    """
    while line := lines.readline(_LONGEST):
        if len(line) == _LONGEST:
            raise ValueError(f"a line is longer than {_LONGEST // 1024**2} MB")
        yield line


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes] | gzip.GzipFile]:
    """The bytes of a file, uncompressed."""
    with path.open("rb") as content:
        compressed = content.read(len(_GZIP)) == _GZIP
        content.seek(0)
        if not compressed:
            yield content
            return
        with gzip.open(content) as lines:
            yield lines
