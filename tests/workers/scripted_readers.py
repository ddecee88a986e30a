"""Extractors for worker processes, which find them by name."""

import logging
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.graph import Extraction, ExtractorError, Release


class Reader:
    """Does in a release what its text says, such as sleep, die or fail; notes whom it read."""

    version = "1"

    def __init__(self, folder: str) -> None:
        self.remarks = ["made"]
        self._log = Path(folder) / str(os.getpid())

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        for release in releases:
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{release.id}\n")
            if "leaves-out" not in release.text:
                yield self._read(release)

    def _read(self, release: Release) -> Extraction:
        words = release.text.split()
        self._end(words)
        if "sleeps" in words:
            time.sleep(30)
        if "prints" in words:
            print("read", release.id)
            logging.getLogger("reader").debug("why %s", release.id)
        if "fails" in words:
            return Extraction(release, error="it fails")
        if "breaks" in words:
            raise ExtractorError("it is broken")
        if "raises" in words:
            raise KeyError("word")
        return Extraction(release)

    def _end(self, words: list[str]) -> None:
        """End this process, if the words say so."""
        if "dies" in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if "dies-once" in words and not (spot := self._log.with_name("died")).exists():
            spot.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "ruins" in words:
            os.kill(os.getppid(), signal.SIGKILL)
        if "quits" in words:
            os._exit(1)


class Gatherer(Reader):
    """Reads all that it is given before it answers, in half a second each."""

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        found = list(super().extract(releases))
        time.sleep(0.5 * len(found))
        yield from found


class Stillborn:
    """An extractor whose making ends the process."""

    version = "1"

    def __init__(self, status: int) -> None:
        print("there is no model")
        sys.stdout.flush()
        os._exit(status)
