"""Reading in a process that can be ended."""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from unruly_site import TALKS, rss

from communique.feeds import Draft, SkippedInput
from communique.watching.web.failure import FetchError
from communique.watching.web.fetching import Answer
from communique.watching.web.reading.apart import Apart, Kind, Read

Children = Callable[[], set[int]]

FEED = Answer("http://example.org/feed", rss(TALKS, ("Empty", "", "")), "text/xml")
PAGE = Answer("http://example.org/feed", b"<html>News</html>", "text/html")


def test_what_is_read_apart_is_what_would_be_read_here(children: Children) -> None:
    async def ask() -> tuple[Read, str]:
        async with Apart(30.0) as apart:
            found = await apart.read(Kind.FEED, FEED, "the feed")
            with pytest.raises(FetchError, match="is a web page and no feed") as refused:
                await apart.read(Kind.FEED, PAGE, "the feed")
            again = await apart.read(Kind.FEED, FEED, "the feed")
        assert again == found
        return found, refused.value.reason

    before = children()
    (draft, skipped), _ = asyncio.run(ask())

    assert isinstance(draft, Draft)
    assert (draft.title, draft.published, draft.source) == (
        TALKS[0],
        "2024-05-03",
        "Harbour Ministry",
    )
    assert isinstance(skipped, SkippedInput)
    assert skipped.path == "the feed"
    assert children() == before


def test_what_takes_too_long_ends_the_process_and_the_next_is_read_by_another(
    children: Children,
) -> None:
    async def ask() -> Read:
        async with Apart(0.0) as apart:
            with pytest.raises(FetchError, match="takes longer than 0 s to be read"):
                await apart.read(Kind.FEED, FEED, "the feed")
            assert children() == before
            apart.seconds = 30.0
            return await apart.read(Kind.FEED, FEED, "the feed")

    before = children()
    assert len(asyncio.run(ask())) == 2


def test_a_process_that_ends_is_told_and_replaced(children: Children) -> None:
    async def ask() -> Read:
        async with Apart(30.0) as apart:
            await apart.read(Kind.FEED, FEED, "the feed")
            for child in children() - before:
                os.kill(child, signal.SIGKILL)
            with pytest.raises(FetchError, match="ends the process that reads it"):
                await apart.read(Kind.FEED, FEED, "the feed")
            return await apart.read(Kind.FEED, FEED, "the feed")

    before = children()
    assert len(asyncio.run(ask())) == 2


def test_no_module_of_the_current_folder_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "asyncio", "communique"):
        (tmp_path / f"{name}.py").write_text("open('was-run', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def ask() -> Read:
        async with Apart(30.0) as apart:
            return await apart.read(Kind.FEED, FEED, "the feed")

    assert len(asyncio.run(ask())) == 2
    assert not (tmp_path / "was-run").exists()
