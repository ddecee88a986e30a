"""Releases: as they were read, and what is known of them beside their words."""

import hashlib
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Copy:
    """A release that another wire forwarded too, in a text that does not count.

    Attributes:
        id: Identifier under which the ledger holds it.
        source: Who forwarded it; empty if unknown.
        published: ISO 8601 day, or None.
        url: Where it was published, or None.
    """

    id: str
    source: str
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One press release, its text untouched.

    Attributes:
        id: Stable identifier made of source, title and a digest of the text.
        title: The headline.
        source: Who issued it, as the feed says ("NATO"); empty if unknown.
        text: The release as read, title line and ``Source:`` line included; every offset counts
            code points of this text.
        body: Offset in ``text`` where the body begins (after title and source lines).
        published: ISO 8601 day, or None if neither feed nor text says.
        url: Where it was published, or None.
        truncated: Whether the feed cut it off.
    """

    id: str
    title: str
    source: str
    text: str
    body: int = 0
    published: str | None = None
    url: str | None = None
    truncated: bool = False

    def __post_init__(self) -> None:
        """Reject a release without id or text, and a body outside the text."""
        if not self.id or not self.text:
            raise ValueError(f"release {self.id!r} has no text")
        if not 0 <= self.body <= len(self.text):
            raise ValueError(f"body of release {self.id} begins outside its text")

    @property
    def sha256(self) -> str:
        """Digest of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a release beside its words.

    Attributes:
        id: Of the release.
        title: The headline.
        source: Who issued it; empty if unknown.
        sha256: Digest of its text in UTF-8, hexadecimal.
        published: ISO 8601 day, or None.
        url: Where it was published, or None.
        truncated: Whether the feed cut it off.
        copies: The same release as other wires forwarded it, by id.
    """

    id: str
    title: str
    source: str
    sha256: str
    published: str | None = None
    url: str | None = None
    truncated: bool = False
    copies: tuple[Copy, ...] = ()

    @classmethod
    def of(cls, release: Release) -> Self:
        """Those of a release as it was read."""
        return cls(
            release.id,
            release.title,
            release.source,
            release.sha256,
            release.published,
            release.url,
            release.truncated,
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """Who issued or forwarded it, its own source first; each once, unknown ones left out."""
        sources = (self.source, *(copy.source for copy in self.copies))
        return tuple(dict.fromkeys(filter(None, sources)))


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a release came out and when the ledger took it in, and who issued it.

    Attributes:
        published: ISO 8601 day, or None if unknown.
        number: Grows with the order in which releases were loaded.
        source: Who issued it, as the feed says; empty if unknown.
    """

    published: str | None = None
    number: int = 0
    source: str = ""
