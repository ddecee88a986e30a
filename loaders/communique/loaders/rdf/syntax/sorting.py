"""Putting more lines in order than fit into memory."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO

from communique.loaders.rdf.named_graph import WITHIN

RUN = 8_000_000
"""Bytes sorted in memory at a time; more are merged from temporary files."""
WIDTH = 200
"""Most temporary files that are open at a time."""

_WITHIN = WITHIN.encode()


def sorted_blocks(blocks: Iterable[str], run: int = RUN) -> Iterator[bytes]:
    """Yield the lines of each subject, in the order of their bytes and every one once.

    Args:
        blocks: Lines of one subject each, as `NamedGraph` gives them; a subject may come again.
        run: Bytes sorted in memory at a time.
    """
    subject, held = b"", list[bytes]()
    for block in _sorted(blocks, run):
        if block.startswith(subject) and held:
            held.append(block)
            continue
        if held:
            yield _merged(held)
        subject, held = block[: block.index(b" ") + 1], [block]
    if held:
        yield _merged(held)


def _merged(blocks: list[bytes]) -> bytes:
    """The lines of several blocks of one subject."""
    if len(blocks) == 1:
        return blocks[0].replace(_WITHIN, b"\n")
    return b"".join(
        sorted({line + b"\n" for block in blocks for line in block[:-1].split(_WITHIN)})
    )


def _sorted(blocks: Iterable[str], run: int) -> Iterator[bytes]:
    with ExitStack() as files:
        runs: list[IO[bytes]] = []
        held: list[bytes] = []
        size = 0
        for block in blocks:
            line = f"{block}\n".encode()
            held.append(line)
            size += len(line)
            if size >= run:
                held.sort()
                runs.append(_spilled(held, files))
                held.clear()
                size = 0
            if len(runs) == WIDTH:
                runs = [_spilled(heapq.merge(*runs), files)]
        held.sort()
        yield from heapq.merge(*runs, held) if runs else held


def _spilled(lines: Iterable[bytes], files: ExitStack) -> IO[bytes]:
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # closed by the stack
    file.writelines(lines)
    file.seek(0)
    return file
