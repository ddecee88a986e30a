"""When and by whom facts are said: what their relationships take from the releases."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.graph import Particulars
from communique.loaders.store import Value


class Said(NamedTuple):
    """What facts take from a release that says them.

    Attributes:
        id: Of the release.
        published: Its day, or None.
        sources: Who issued or forwarded it.
        alone: What a fact takes that no other release says.
        content: All of this, for the digests of facts.
    """

    id: str
    published: str | None
    sources: tuple[str, ...]
    alone: dict[str, Value]
    content: str


def said(releases: Iterable[Particulars]) -> dict[str, Said]:
    """What facts take from the releases, by their ids."""
    return {release.id: _said(release) for release in releases}


def telling(releases: Sequence[Said]) -> dict[str, Value]:
    """Days and independent issuers of a fact that these releases say, one for each quote."""
    if len(releases) == 1:
        return releases[0].alone
    return _telling(releases)


def _said(release: Particulars) -> Said:
    sources = release.sources
    content = "\x1f".join((release.id, str(release.published), *sources))
    lone = Said(release.id, release.published, sources, {}, content)
    return lone._replace(alone=_telling([lone]))


def _telling(releases: Sequence[Said]) -> dict[str, Value]:
    properties: dict[str, Value] = {}
    if days := sorted({release.published for release in releases if release.published}):
        properties = {"stated_from": days[0], "stated_to": days[-1], "stated_days": days}
    if issuers := _independent(releases):
        properties["issuers"] = issuers
    return properties


def _independent(releases: Sequence[Said]) -> list[str]:
    """The issuers of those releases that have no source in common, in alphabetical order.

    What a wire forwards is no second voice, so a release counts only if nobody who issued or
    forwarded it issued or forwarded one that counts.
    """
    if len(releases) == 1:
        return list(releases[0].sources[:1])
    issuers: list[str] = []
    heard: set[str] = set()
    for release in sorted(releases, key=lambda release: (len(release.sources), release.id)):
        if release.sources and heard.isdisjoint(release.sources):
            issuers.append(release.sources[0])
            heard.update(release.sources)
    return sorted(issuers)
