"""Reading in: newswire files, folders, web pages, feeds and documents."""

from communique.feeds.publication import published_day
from communique.feeds.reader import Draft, FeedReader, SkippedInput
from communique.feeds.reading import read_releases
from communique.feeds.repair import RepairedText, repair

__all__ = [
    "Draft",
    "FeedReader",
    "RepairedText",
    "SkippedInput",
    "published_day",
    "read_releases",
    "repair",
]
