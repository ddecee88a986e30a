"""Plain spaCy in a process of its own, as somebody has it who does not use communique."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import perf_counter

from communique.extractors.model import published_model
from communique.pool import set_apart


class PlainSpacy:
    """The model as it is published, in a process that waits while it is not asked."""

    def __init__(self, connection: Connection) -> None:
        """Take the way to the process."""
        self._connection = connection

    def seconds(self, texts: Sequence[str]) -> float:
        """How long its ``pipe`` takes over texts, all at once; handing them over is not counted."""
        self._connection.send(texts)
        taken: float = self._connection.recv()
        return taken


@contextmanager
def plain_spacy() -> Iterator[PlainSpacy]:
    """Start the process; it ends with the block."""
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_read, args=(there,), daemon=True)
    process.start()
    there.close()
    try:
        yield PlainSpacy(here)
    finally:
        here.close()
        process.join()


def _read(connection: Connection) -> None:
    nlp = published_model()
    set_apart()
    while True:
        try:
            texts = connection.recv()
        except EOFError:
            return
        start = perf_counter()
        for _ in nlp.pipe(texts, batch_size=len(texts)):
            pass
        connection.send(perf_counter() - start)
