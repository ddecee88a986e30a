"""Dates: when a release says that something happens, resolved against the day it was issued."""

from communique.extractors.dates.finder import find_dates
from communique.extractors.dates.mention import DateKind, DateMention, DateRole

__all__ = ["DateKind", "DateMention", "DateRole", "find_dates"]
