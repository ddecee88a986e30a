"""A release as it is compared with others."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from communique.editions.text.passages import text_proper
from communique.editions.text.wording import Wording, words
from communique.graph import Release


@dataclass(frozen=True, slots=True)
class Specimen:
    """A release, prepared for comparison.

    Attributes:
        release: The release.
        text: Its text proper.
        title: Its title.
        known: Every word of title and body.
    """

    release: Release
    text: Wording
    title: Wording
    known: frozenset[str]

    @classmethod
    def of(cls, release: Release) -> Self:
        """Prepare a release."""
        title = Wording.of(release.title)
        known = frozenset((*title.words, *words(release.text[release.body :])))
        return cls(release, Wording.of(text_proper(release)), title, known)


def days_between(one: Release, other: Release) -> int | None:
    """Days from the publication of one release to the other's; None if one does not say."""
    days = [_day(release.published) for release in (one, other)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:  # a feed may state what is no day
        return None
