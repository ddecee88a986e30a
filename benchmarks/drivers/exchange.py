"""What every driver does: read texts, time what its system makes of them, and print that.

Standard input holds a JSON object on each line, with ``id``, ``text``, ``path`` and
``published`` (an ISO 8601 day or null). Standard output
gets one for each text, ``id`` and ``triples`` (subject, relation, object, date or null), and a last
one with ``seconds`` of the processor and ``waited`` ones of the clock, both without those for
loading, ``peak`` memory in MiB and the ``version`` of the system.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable

Triple = tuple[str, str, str, str | None]
MEBIBYTES = 1024 if sys.platform != "darwin" else 1 << 20
"""Units of the system's peak of memory in one MiB."""


def drive(
    load: Callable[[], Callable[[list[dict[str, str]]], Iterable[list[Triple]]]], version: str
) -> None:
    """Load a system, have it read the texts and print what it finds."""
    texts = [json.loads(line) for line in sys.stdin]
    read = load()
    begun, started = time.perf_counter(), time.process_time()
    found = list(read(texts))
    seconds, waited = time.process_time() - started, time.perf_counter() - begun
    for text, triples in zip(texts, found, strict=True):
        print(json.dumps({"id": text["id"], "triples": triples}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEBIBYTES
    spent = {"seconds": seconds, "waited": waited}
    print(json.dumps({**spent, "peak": peak, "version": version}))
