"""A release as it is compared with others."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from communique.editions.text.passages import text_proper
from communique.editions.text.wording import Wording, words
from communique.graph import Release


@dataclass(frozen=True)
class Specimen:
    """A release, prepared for comparison.

    Attributes:
        release: The release.
        text: Its text proper.
        title: Its title.
    """

    release: Release
    text: Wording
    title: Wording

    @classmethod
    def of(cls, release: Release) -> Self:
        """Prepare a release."""
        return cls(release, Wording.of(text_proper(release)), Wording.of(release.title))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of title and body."""
        return frozenset((*self.title.words, *words(self.release.text[self.release.body :])))


def days_between(one: Release, other: Release) -> int | None:
    """Days from the publication of one release to the other's; None if one does not say."""
    days = [_day(release.published) for release in (one, other)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:  # a feed may state what is no day
        return None
