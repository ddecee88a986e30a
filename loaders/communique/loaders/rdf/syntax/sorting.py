"""Putting more lines in order than fit into memory."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, groupby
from typing import IO

RUN = 12_000_000
"""Bytes sorted in memory at a time; more are merged from temporary files."""
WIDTH = 100
"""Most temporary files that are open at a time."""

_WITHIN = b"\x00"  # in a run a block is one line; no line of N-Quads holds this byte


def sorted_blocks(blocks: Iterable[bytes], run: int = RUN) -> Iterator[list[bytes]]:
    """Yield blocks of lines in the order of their bytes, those of one subject together.

    Args:
        blocks: Lines of N-Triples or N-Quads that begin with one subject, in the order of their
            bytes, each with its line end.
        run: Bytes sorted in memory at a time.
    """
    for _, group in groupby(_sorted(blocks, run), key=_subject):
        yield [block.replace(_WITHIN, b"\n") for block in group]


def merged(blocks: list[bytes]) -> bytes:
    """One block of several of one subject: every line once, in order."""
    if len(blocks) == 1:
        return blocks[0]
    return b"".join(sorted(set(chain.from_iterable(block.splitlines(True) for block in blocks))))


def _subject(block: bytes) -> bytes:
    return block[: block.index(b" ")]


def _sorted(blocks: Iterable[bytes], run: int) -> Iterator[bytes]:
    with ExitStack() as files:
        runs: list[IO[bytes]] = []
        held: list[bytes] = []
        size = 0
        for block in blocks:
            held.append(block[:-1].replace(b"\n", _WITHIN) + b"\n")
            size += len(block)
            if size >= run:
                held.sort()
                runs.append(_spilled(held, files))
                held.clear()
                size = 0
            if len(runs) == WIDTH:
                runs = [_spilled(heapq.merge(*runs), files)]
        held.sort()
        yield from heapq.merge(*runs, held)


def _spilled(lines: Iterable[bytes], files: ExitStack) -> IO[bytes]:
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # closed by the stack
    file.writelines(lines)
    file.seek(0)
    return file
