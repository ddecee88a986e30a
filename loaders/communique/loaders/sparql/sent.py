"""What a target was sent, kept beside the ledger: a digest for each graph."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from communique.graph import UnwritableFileError
from communique.loaders.sparql.routes import Change

_TOLD = 60


class SentGraphs:
    """The graphs that a target holds because of us.

    Lines are added while graphs are sent, so that a push that was broken off is gone on with; of
    two lines about a graph the later one counts. Before a graph is sent its digest is struck out:
    if no answer comes, nobody knows which of the two the target has. If it has never had one as far
    as is known, the line says that it is new.

    Attributes:
        path: The file.
    """

    def __init__(self, folder: Path, address: str, doubted: bool = False) -> None:
        """Read what is known of the target at an address.

        Args:
            folder: Where this is kept.
            address: Of the target.
            doubted: Whether the target may have lost or altered any graph.

        Raises:
            UnwritableFileError: The file is there and cannot be read.
        """
        self.path = kept_in(folder, address)
        digests, self._new = _read(self.path)
        self._digests = dict.fromkeys(digests) if doubted else digests

    @property
    def digests(self) -> Mapping[str, str | None]:
        """The digest of each graph; None where it is unknown what the target holds of it."""
        return MappingProxyType(self._digests)

    @property
    def held(self) -> frozenset[str]:
        """The graphs that the target has said it took, whatever became of them since."""
        return frozenset(self._digests.keys() - self._new)

    def noted(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Yield the changes, each noted as being under way."""
        for number, change in enumerate(changes):
            if not number:
                self._write()  # anew: the last line may be half of one
            if change.graph not in self._digests:
                self._new.add(change.graph)
            self._note(change.graph, None)
            yield change

    def confirm(self, change: Change) -> None:
        """Note that the target has made a change."""
        self._new.discard(change.graph)
        if change.sha256 is None:
            self._digests.pop(change.graph)
            self._append({"graph": change.graph, "deleted": True})
        else:
            self._note(change.graph, change.sha256)

    def tidy(self) -> None:
        """Leave one line for each graph."""
        self._write()

    def _note(self, graph: str, sha256: str | None) -> None:
        self._digests[graph] = sha256
        self._append(self._line(graph))

    def _line(self, graph: str) -> dict[str, object]:
        line: dict[str, object] = {"graph": graph, "sha256": self._digests[graph]}
        return line | {"new": True} if graph in self._new else line

    def _append(self, entry: Mapping[str, object]) -> None:
        try:
            with self.path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps(entry) + "\n")
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _write(self) -> None:
        partial = self.path.with_suffix(".partial")
        lines = (json.dumps(self._line(graph)) + "\n" for graph in sorted(self._digests))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text("".join(lines), encoding="utf-8", newline="\n")
            partial.replace(self.path)
        except OSError as error:
            raise _unwritable(self.path, error) from error


def kept_in(folder: Path, address: str) -> Path:
    """The file of a target; its name can be read, and is another for every address."""
    digest = hashlib.sha256(address.encode()).hexdigest()[:12]
    readable = re.sub(r"[^A-Za-z0-9]+", "-", address.partition("://")[2]).strip("-")
    return folder / f"{readable[:_TOLD]}-{digest}.jsonl"


def _read(path: Path) -> tuple[dict[str, str | None], set[str]]:
    """The digests of graphs, and which of them are new."""
    if not path.exists():
        return {}, set()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    digests, new = dict[str, str | None](), set[str]()
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            graph = entry["graph"]
        except (KeyError, RecursionError, TypeError, ValueError) as error:
            if number == len(lines):  # a power cut in the middle of a line; the one before it holds
                break
            raise _unwritable(path, error) from error
        new.discard(graph)
        if entry.get("deleted"):
            digests.pop(graph, None)
            continue
        digests[graph] = entry["sha256"]
        if entry.get("new"):
            new.add(graph)
    return digests, new


def _unwritable(path: Path, error: Exception) -> UnwritableFileError:
    return UnwritableFileError(
        f"{path}: what the target was sent cannot be kept there: {error}; if the file is damaged, "
        "delete it, and the next push sends all graphs again"
    )
