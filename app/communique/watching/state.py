"""What is remembered of the sources between two looks, in a file of the workspace."""

import json
import logging
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from communique.watching.source import Source
from communique.workspace.destination import destination

FILE = "watch.json"
"""Name of the file in a workspace."""

ATTEMPTS = 3
"""How often an entry or a file is read of which a release fails, unless it changes."""

KEPT = 30 * 86_400.0
"""Seconds after which a source is forgotten that nobody watches any more."""

_log = logging.getLogger(__name__)

Stamp = tuple[int, int]
"""Size of a file in bytes, and when it was changed, in nanoseconds since the epoch."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one source. Times are seconds since the epoch.

    Attributes:
        told: Its address without secrets, for who reads the file.
        due: When it is looked at next.
        asked: Until when its server asked not to be; 0 if it did not.
        attempted: When it was looked at last; None if never.
        succeeded: When it answered last; None if never.
        failures: Times in a row that it has not.
        reason: What was wrong the last time; None if nothing.
        etag: Of the last answer, as the server wrote it, or None.
        modified: Its ``Last-Modified``, as the server wrote it, or None.
        body: Digest of the last answer, if all of it is done with, for servers that tell nothing.
        seen: Digests of the entries of the last answer that are done with, sorted.
        follow: Whether the articles were fetched that its entries lead to.
        tries: How often the article of an entry could not be fetched, by the entry's digest.
        files: Stamps of the files that are done with, by path in the folder.
        failed: How often a release of an entry or a file has failed, by the entry's digest or the
            path, where it is to be read again.
    """

    told: str = ""
    due: float = 0.0
    asked: float = 0.0
    attempted: float | None = None
    succeeded: float | None = None
    failures: int = 0
    reason: str | None = None
    etag: str | None = None
    modified: str | None = None
    body: str | None = None
    seen: tuple[str, ...] = ()
    follow: bool = False
    tries: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, Stamp] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)

    def forgetting(self) -> "Memory":
        """The same without what keeps things from being read again."""
        return replace(self._asking(), seen=(), tries={}, files={}, failed={})

    def without(self, failed: Collection[str]) -> "Memory":
        """The same once entries or files have been read of which a release failed.

        They are not done with, unless that was the last of their attempts: what ended the process
        that read them, or took too long on a busy machine, may have had nothing to do with them.

        Args:
            failed: Digests of the entries, or paths of the files.
        """
        times = {key: self.failed.get(key, 0) + 1 for key in sorted(failed)}
        again = {key: count for key, count in times.items() if count < ATTEMPTS}
        if not again:
            return replace(self, failed={})
        seen = tuple(key for key in self.seen if key not in again)
        files = {name: stamp for name, stamp in self.files.items() if name not in again}
        return replace(self._asking(), seen=seen, files=files, failed=again)

    def _asking(self) -> "Memory":
        """The same without what lets the server, or the same answer, say that nothing is new."""
        return replace(self, etag=None, modified=None, body=None)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The memory in the values of a file; unknown ones are of another version and left out.

        Raises:
            TypeError: A value is not what it is to be.
            ValueError: As above.
        """
        known = {one.name for one in fields(cls)}
        kept = {name: value for name, value in values.items() if name in known}
        kept["seen"] = tuple(map(str, kept.get("seen", ())))
        kept["files"] = {
            str(name): (int(size), int(changed))
            for name, (size, changed) in dict(kept.get("files", {})).items()
        }
        kept["due"], kept["asked"] = (float(kept.get(name, 0.0)) for name in ("due", "asked"))
        kept["failures"] = int(kept.get("failures", 0))
        return cls(**kept)


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered of all sources.

    Attributes:
        version: Of the extractor that read what is remembered as done.
        behind: Whether the ledger may hold what no run has resolved.
        loaded: Which store holds which run of the journal.
        pushed: Which server does.
        sources: By key of the source.
    """

    version: str = ""
    behind: bool = False
    loaded: str = ""
    pushed: str = ""
    sources: Mapping[str, Memory] = field(default_factory=dict)

    def of(self, source: Source) -> Memory:
        """What is remembered of a source."""
        return self.sources.get(source.key) or Memory(source.told)

    def with_sources(self, memories: Mapping[str, Memory]) -> "State":
        """The state after some of the sources were looked at."""
        return replace(self, sources={**self.sources, **memories})

    def watching(self, sources: Collection[Source], now: float) -> "State":
        """The state without sources that are not among these and were long not looked at.

        Not at once, for several commands may take turns at one workspace.
        """
        named = {source.key for source in sources}
        kept = {
            key: memory
            for key, memory in self.sources.items()
            if key in named or now - (memory.attempted or 0.0) <= KEPT
        }
        return replace(self, sources=kept)

    def read_by(self, version: str) -> "State":
        """The state for an extractor: what another version has read is to be read again."""
        if version == self.version:
            return self
        kept = {key: memory.forgetting() for key, memory in self.sources.items()}
        return replace(self, version=version, sources=kept)


def read_state(path: Path) -> State:
    """The state in a file; an empty one where there is none, or none that can be read.

    The worst that follows from a lost state is that all is polled and passed over once more.
    """
    try:
        values = json.loads(path.read_bytes())
        sources = {str(key): Memory.of(one) for key, one in values["sources"].items()}
        behind = bool(values["behind"])
        return State(
            str(values["version"]), behind, str(values["loaded"]), str(values["pushed"]), sources
        )
    except FileNotFoundError:
        return State()
    except (OSError, RecursionError, ValueError, TypeError, LookupError, AttributeError) as error:
        _log.warning("%s: cannot be read (%s); every source is looked at anew", path, error)
        return State()


def write_state(path: Path, state: State) -> None:
    """Write the state; the file is the old one or the new one, never half of one.

    Raises:
        UnwritableFileError: It cannot be written.
    """
    values = {
        "version": state.version,
        "behind": state.behind,
        "loaded": state.loaded,
        "pushed": state.pushed,
        "sources": {key: asdict(memory) for key, memory in sorted(state.sources.items())},
    }
    with destination(path) as out:
        out.write(json.dumps(values, indent=1).encode())
