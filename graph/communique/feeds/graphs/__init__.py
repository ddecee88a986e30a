"""Files that hold a graph, ours among them, which would make nonsense if read as text."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePath
from typing import BinaryIO

from communique.feeds.decoding import SAMPLE, head_in_utf8
from communique.feeds.reader import Draft, SkippedInput
from communique.graph import UnreadableFeedError


class GraphReader:
    """Refuses RDF, networks and entities of other programs, each by its name."""

    def __init__(self) -> None:
        """Read what such files begin with."""
        text = files(__name__).joinpath("kinds.toml").read_text(encoding="utf-8")
        self._kinds = [
            (kind["name"], re.compile(kind["begins"].encode(), re.IGNORECASE | re.DOTALL))
            for kind in tomllib.loads(text)["kind"]
        ]

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Take what begins like one of the kinds."""
        return self.kind(head) is not None

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield nothing but why the file is skipped."""
        kind = self.kind(head_in_utf8(content.read(SAMPLE)))
        raise UnreadableFeedError(
            path,
            f"is a graph ({kind}) and no release; what can be read back are the files that "
            "`communique export nquads --ledger` writes",
        )
        yield

    def kind(self, head: bytes) -> str | None:
        """What the file is that begins so; None if it is none of the kinds."""
        return next((name for name, begins in self._kinds if begins.match(head)), None)
