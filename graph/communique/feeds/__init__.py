"""Reading in: newswire files, folders, web pages, feeds and documents."""

from communique.feeds.listing import ListedFile, listed
from communique.feeds.publication import published_day
from communique.feeds.reader import Defaults, Draft, FeedReader, SkippedInput
from communique.feeds.reading import read_drafts, read_listed, read_releases, release_of
from communique.feeds.repair import RepairedText, repair

__all__ = [
    "Defaults",
    "Draft",
    "FeedReader",
    "ListedFile",
    "RepairedText",
    "SkippedInput",
    "listed",
    "published_day",
    "read_drafts",
    "read_listed",
    "read_releases",
    "release_of",
    "repair",
]
