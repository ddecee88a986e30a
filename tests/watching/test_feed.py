"""Looking at feeds, of which some are not what they say."""

import asyncio
import re
from collections.abc import Sequence

import pytest
from unruly_site import TALKS, Act, Clock, Entry, Here, Reply, Site, packed, raw, rss

from communique.feeds import SkippedInput
from communique.graph import Release
from communique.watching.polled import Polled
from communique.watching.source import Source
from communique.watching.state import Memory
from communique.watching.web.failure import SlowError
from communique.watching.web.feed import Way, Web, look
from communique.watching.web.fetching import Answer, Fetcher, Limits
from communique.watching.web.reach import Reach
from communique.watching.web.reading.apart import Kind, Read, Reader
from communique.watching.web.robots import Robots

LIMITS = Limits(seconds=2.0, size=1_000_000)
VISIT: Entry = ("Duran in Riga", "Minister Ana Duran visited Latvia on 6 May 2024.", "")


def looked(
    url: str,
    memory: Memory | None = None,
    *,
    follow: bool = False,
    reach: Reach | None = None,
    reader: Reader | None = None,
) -> Polled:
    async def ask() -> Polled:
        async with Fetcher(LIMITS, Clock(), reach or Reach()) as fetcher:
            way, web = Way("Somebody", follow), Web(fetcher, Robots(0.0), reader or Here())
            return await look(Source.of(url), memory or Memory(), web, way)

    return asyncio.run(ask())


def titles(polled: Polled) -> list[str]:
    return [item.title for item in polled.inputs if isinstance(item, Release)]


def texts(polled: Polled) -> list[str]:
    return [item.text[item.body :] for item in polled.inputs if isinstance(item, Release)]


def test_the_entries_of_a_feed_are_releases(site: Site) -> None:
    polled = looked(site.says(packed(rss(TALKS, VISIT))))

    (first, _) = polled.inputs
    assert isinstance(first, Release)
    assert first.text == (
        "Ana Duran meets Carl Berg\n\nSource: Harbour Ministry\n\n"
        "Minister Ana Duran met Minister Carl Berg in Lisbon on 3 May 2024."
    )
    assert (first.published, first.source) == ("2024-05-03", "Harbour Ministry")
    assert polled.failure is None


def test_only_entries_that_are_new_or_have_changed_are_given_again(site: Site) -> None:
    corrected = (VISIT[0], VISIT[1].replace("6 May", "7 May"), "")
    url = site.says(
        Reply(rss(TALKS)),
        Reply(rss(VISIT, TALKS)),
        Reply(rss(corrected, TALKS)),
        Reply(rss(corrected, TALKS)),
    )
    memory, given = Memory(), []
    for _ in range(4):
        polled = looked(url, memory)
        memory = polled.memory
        given.append(titles(polled))

    assert given == [[TALKS[0]], [VISIT[0]], [VISIT[0]], []]


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    url = site.says(Reply(rss(TALKS), headers={"ETag": '"1"'}), Reply(status=304))
    first = looked(url)

    second = looked(url, first.memory)

    assert site.asked[1][1]["If-None-Match"] == '"1"'
    assert (titles(second), second.failure, second.memory) == ([], None, first.memory)


def test_an_answer_that_is_the_same_again_is_not_read(site: Site) -> None:
    url = site.says(Reply(rss(("Empty", "", ""))))
    first = looked(url)
    only_the_body = Memory(body=first.memory.body)

    assert len(list(first.inputs)) == 1
    assert not list(looked(url, only_the_body).inputs)


def test_a_feed_without_news_is_no_failure(site: Site) -> None:
    polled = looked(site.says(Reply(rss())))

    assert (titles(polled), polled.failure) == ([], None)


FAULTS: dict[str, tuple[Act, str]] = {
    "a page": (
        Reply(
            b"<!doctype html><head><link rel=alternate type='application/rss+xml' "
            b"href='/news.rss?a=1&amp;token=xyz'></head>News"
        ),
        r"is a web page and no feed; it offers http://127.0.0.1:\d+/news.rss\?a=1&token=\.\.\.$",
    ),
    "a page that offers none": (
        Reply(b"<html>News</html>"),
        "is a web page and no feed; look there",
    ),
    "broken off in silence": (raw(b"HTTP/1.1 200 OK\r\n\r\n" + rss(TALKS)[:-40]), "broken off"),
    "said to be shorter": (
        Reply(rss(TALKS), headers={"Content-Length": "300"}),
        "broken off in the middle",
    ),
    "no feed at all": (Reply(b"\x89PNG\r\n\x1a\n\0\0"), "an image"),
    "empty": (Reply(b""), "is empty"),
    "entries of nothing": (
        Reply(b"<rss><channel><!-- <item> --></channel></rss>"),
        "is a feed without entries",
    ),
    "a graph": (Reply(b"<http://a> <http://b> <http://c> .\n"), "is a graph"),
}


@pytest.mark.parametrize(
    ("answer", "reason"), FAULTS.values(), ids=[key.replace(" ", "-") for key in FAULTS]
)
def test_what_is_no_whole_feed_is_a_failure_and_forgets_nothing(
    site: Site, answer: Act, reason: str
) -> None:
    memory = Memory(etag='"1"', seen=("abc",))
    polled = looked(site.says(answer), memory)

    assert polled.failure is not None

    assert re.search(reason, polled.failure.reason), polled.failure.reason
    assert (list(polled.inputs), polled.memory) == ([], memory)


CYRILLIC = ("Встреча", "Министр Аня Дуран встретилась в Риге.", "")
LATIN = ("Besøg", "Minister Ana Durán mødte Jürgen Weiß.", "")


def encoded(entry: Entry, encoding: str, declared: str = "") -> bytes:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else "<?xml version='1.0'?>"
    text = rss(entry, head=head).decode()
    return text.encode(encoding)


@pytest.mark.parametrize(
    ("entry", "encoding", "declared", "header"),
    [
        (LATIN, "utf-8", "iso-8859-1", ""),
        (LATIN, "utf-8", "", "text/xml; charset=iso-8859-1"),
        (LATIN, "cp1252", "utf-8", ""),
        (LATIN, "iso-8859-1", "iso-8859-1", "text/xml; charset=utf-8"),
        (CYRILLIC, "cp1251", "", "application/xml; charset=windows-1251"),
        (CYRILLIC, "cp1251", "utf-8", "application/xml; charset='windows-1251'"),
        (CYRILLIC, "cp1251", "windows-1251", "application/xml; charset=x-unknown"),
        (CYRILLIC, "utf-16", "utf-16", "text/xml"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value or "none",
)
def test_a_feed_is_read_whatever_is_said_of_its_encoding(
    site: Site, entry: Entry, encoding: str, declared: str, header: str
) -> None:
    body = encoded(entry, encoding, declared)
    polled = looked(site.says(Reply(body, headers={"Content-Type": header})))

    assert (titles(polled), texts(polled)) == ([entry[0]], [entry[1]])


def test_an_entry_without_text_is_skipped_and_told_once(site: Site) -> None:
    url = site.says(Reply(rss(("Empty", "", ""), TALKS)))
    first = looked(url)
    second = looked(url, first.memory)

    (empty, _) = first.inputs
    assert isinstance(empty, SkippedInput)
    assert not list(second.inputs)


def test_a_release_in_newswire_form_may_be_at_an_address_too(site: Site) -> None:
    text = "Talks in Lisbon\n\nSource: Harbour Ministry\n\nAna Duran met Carl Berg.\n"
    polled = looked(site.says(Reply(text.encode(), headers={"Content-Type": "text/plain"})))

    assert titles(polled) == ["Talks in Lisbon"]


def test_a_feed_that_has_moved_for_good_is_read_and_told(site: Site) -> None:
    site.says(Reply(rss(TALKS)), path="/new")
    polled = looked(site.says(Reply(status=301, headers={"Location": "/new"})))

    assert titles(polled) == [TALKS[0]]
    assert polled.remarks == (f"has moved for good to {site.url('/new')}; name that address",)


def page(*paragraphs: str) -> Reply:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Reply(f"<html><body><article><h1>Talks</h1>{text}</article></body></html>".encode())


WHOLE = (
    "Minister Ana Duran met Minister Carl Berg in Lisbon on 3 May 2024.",
    "The two ministers spoke about the harbour of Setúbal and agreed to meet again in June.",
    "They were joined by the mayor of the town, who thanked both of them for their visit.",
)


def linked(site: Site, number: int = 1) -> Entry:
    return (f"Talks {number}", "Duran met Berg.", site.url(f"/article-{number}"))


def test_articles_are_fetched_only_at_the_users_wish_and_that_is_told(site: Site) -> None:
    site.says(page(*WHOLE), path="/article-1")
    url = site.says(Reply(rss(linked(site))))

    without = looked(url)
    with_ = looked(url, without.memory, follow=True)

    assert texts(without) == ["Duran met Berg."]
    assert without.remarks == (
        "1 of 1 new entries are short and link to more; --follow reads the articles",
    )
    assert texts(with_) == ["\n\n".join(WHOLE)]
    assert titles(with_) == ["Talks 1"]
    assert site.paths() == ["/feed", "/feed", "/robots.txt", "/article-1"]


def test_a_public_feed_with_a_private_number_too_has_no_articles_there(
    site: Site, public: Site, reach: Reach, names: dict[str, list[str]]
) -> None:
    names["news.example"] = ["127.0.0.2", "127.0.0.1"]
    site.says(page(*WHOLE), path="/article-1")
    public.says(Reply(rss(linked(site))))

    polled = looked(public.url(host="news.example"), follow=True, reach=reach)

    assert "no host of the public internet" in polled.remarks[0]
    assert not site.asked


def test_an_article_is_fetched_once(site: Site) -> None:
    site.says(page(*WHOLE), path="/article-1")
    url = site.says(Reply(rss(linked(site))))
    first = looked(url, follow=True)

    second = looked(url, first.memory, follow=True)

    assert titles(second) == []
    assert site.paths().count("/article-1") == 1


def test_what_robots_may_not_read_is_left_and_the_summary_taken(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /*-1$\nCrawl-delay: 0.01\n"
    site.says(Reply(rules), path="/robots.txt")
    site.says(page(*WHOLE), path="/article-1")
    site.says(page(*WHOLE), path="/article-2")
    polled = looked(site.says(Reply(rss(linked(site, 1), linked(site, 2)))), follow=True)

    assert texts(polled) == ["Duran met Berg.", "\n\n".join(WHOLE)]
    assert "/article-1" not in site.paths()
    assert polled.remarks == (
        f"{site.url('/article-1')} is not for robots, says robots.txt; the summary is read in its "
        "place",
    )


def test_an_article_that_fails_is_tried_at_the_next_looks_and_then_its_summary_taken(
    site: Site,
) -> None:
    site.says(Reply(status=503), path="/article-1")
    url = site.says(Reply(rss(linked(site), TALKS), headers={"ETag": '"1"'}))
    memory: Memory = Memory()
    given: list[Sequence[str]] = []
    for _ in range(4):
        polled = looked(url, memory, follow=True)
        memory = polled.memory
        given.append(titles(polled))

    assert given == [[TALKS[0]], [], ["Talks 1"], []]
    assert site.paths().count("/article-1") == 3
    conditional = ["If-None-Match" in asked for path, asked in site.asked if path == "/feed"]
    assert conditional == [False, False, False, True]


def test_a_server_that_fails_is_asked_for_one_article_only(site: Site) -> None:
    entries = [linked(site, number) for number in range(5)]
    site.says(Reply(status=500), path="/article-0")
    polled = looked(site.says(Reply(rss(*entries))), follow=True)

    assert site.paths() == ["/feed", "/robots.txt", "/article-0"]
    assert len(polled.remarks) == 1
    assert not titles(polled)


def test_an_article_that_cannot_be_had_does_not_take_the_place_of_the_others(site: Site) -> None:
    entries = [linked(site, number) for number in range(3)]
    site.says(Reply(status=500), path="/article-0")
    for number in (1, 2):
        site.says(page(*WHOLE), path=f"/article-{number}")
    url = site.says(Reply(rss(*entries)))
    memory, given = Memory(), dict[str, str]()
    for _ in range(4):
        polled = looked(url, memory, follow=True)
        memory = polled.memory
        releases = [item for item in polled.inputs if isinstance(item, Release)]
        given |= {item.title: item.text[item.body :] for item in releases}

    whole = "\n\n".join(WHOLE)
    assert given == {"Talks 0": "Duran met Berg.", "Talks 1": whole, "Talks 2": whole}


@pytest.mark.parametrize(
    "bad",
    [
        Reply(b"%PDF-1.7 and no more", headers={"Content-Type": "application/pdf"}),
        Reply(headers={"Content-Length": "999999999999"}),
        Reply(b"half", headers={"Content-Length": "20"}),
        Reply(status=302, headers={"Location": "file:///etc/passwd"}),
    ],
    ids=["unreadable", "huge", "half", "astray"],
)
def test_after_an_article_that_is_bad_itself_the_others_are_read_at_the_same_look(
    site: Site, bad: Act
) -> None:
    site.says(bad, path="/article-0")
    site.says(page(*WHOLE), path="/article-1")
    polled = looked(site.says(Reply(rss(linked(site, 0), linked(site, 1)))), follow=True)

    assert titles(polled) == ["Talks 1"]
    assert len(polled.remarks) == 1


def test_after_an_article_that_takes_too_long_to_be_read_the_reader_is_left_to_other_feeds(
    site: Site,
) -> None:
    class Slow(Here):
        """Never done with an article."""

        async def read(self, kind: Kind, answer: Answer, label: str) -> Read:
            if kind is Kind.ARTICLE:
                raise SlowError("takes longer than 60 s to be read")
            return await super().read(kind, answer, label)

    for number in range(3):
        site.says(page(*WHOLE), path=f"/article-{number}")
    url = site.says(Reply(rss(*(linked(site, number) for number in range(3)))))
    polled = looked(url, follow=True, reader=Slow())

    assert site.paths() == ["/feed", "/robots.txt", "/article-0"]
    assert (len(polled.remarks), titles(polled)) == (1, [])
    assert list(polled.memory.tries.values()) == [1]


def test_a_server_without_an_answer_about_robots_is_not_asked_for_articles(site: Site) -> None:
    site.says(Reply(status=500), path="/robots.txt")
    polled = looked(site.says(Reply(rss(linked(site)))), follow=True)

    assert site.paths() == ["/feed", "/robots.txt"]
    assert not titles(polled)
