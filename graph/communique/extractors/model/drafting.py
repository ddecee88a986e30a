"""A release in blocks, before its names are found; what fails of one release stays with it."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.extractors.layout.blocks import Block, find_blocks
from communique.extractors.mentions.headlines import plain
from communique.extractors.mentions.labels import Labels
from communique.feeds import RepairedText, repair
from communique.graph import Release

Made = TypeVar("Made")

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Draft:
    """A release in blocks, with what the language model labels in each once it was asked."""

    release: Release
    repaired: RepairedText
    blocks: Sequence[Block]
    labels: Sequence[Labels] | None = None

    @classmethod
    def of(cls, release: Release) -> "Draft":
        """A release whose text is repaired and parted."""
        repaired = repair(release.text, body=release.body)
        return cls(release, repaired, find_blocks(plain(repaired.text), repaired.body))


def guarded(release: Release, make: Callable[[], Made]) -> Made | str:
    """What is made of a release, or why it could not be made."""
    try:
        return make()
    except Exception as error:  # one release must not stop a feed
        _LOG.warning("release %s failed: %s", release.id, error, exc_info=True)
        return f"{type(error).__name__}: {error}"
