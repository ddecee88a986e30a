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
    """Yield lines in the order of their bytes, every one once, several of one subject at a time.

    Args:
        blocks: Lines of one subject each, as `NamedGraph` gives them; a subject may come again.
        run: Bytes sorted in memory at a time.
    """
    subject, held = b"", list[bytes]()
    for block in _sorted(blocks, run):
        if held and block.startswith(subject):
            line = held[0][:-1]
            if len(held) > 1 or _WITHIN in line:
                held.append(block)
                continue
            # whatever follows comes after a single line, so that it need not be held
            if not block.startswith((held[0], line + _WITHIN)):
                yield held[0]
            held = [block]
            continue
        if held:
            yield _merged(held)
        subject, held = block[: block.index(b" ") + 1], [block]
    if held:
        yield _merged(held)


def by_subject(blocks: Iterable[bytes], most: int) -> Iterator[tuple[str, list[str]]]:
    """Each subject with the rest of its lines.

    Args:
        blocks: As `sorted_blocks` gives them.
        most: About how many lines are held; a subject of more comes several times.
    """
    last, held = "", list[str]()
    for block in blocks:
        lines = block.decode()
        subject = lines[: lines.index(" ")]
        if held and (subject != last or len(held) >= most):
            yield last, held
            held = []
        last = subject
        start = len(subject) + 1
        held.extend(line[start:] for line in lines[:-1].split("\n"))
    if held:
        yield last, held


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
            line = block.encode()
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
