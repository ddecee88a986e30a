"""What a server gave in place of a feed, or as one."""

import hashlib
import io
import re
from html import unescape
from pathlib import PurePath
from urllib.parse import urljoin, urlsplit

from communique.feeds import Draft, ListedFile, SkippedInput, read_drafts
from communique.graph import UnreadableFeedError
from communique.watching.source import without_secrets
from communique.watching.web.failure import FetchError
from communique.watching.web.fetching import Answer
from communique.watching.web.reading.charset import in_utf8

_HEAD, _DIGITS = 4096, 16
_FEED = re.compile(rb"<(?:[\w.-]{1,20}:)?(rss|feed|rdf)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)
_ENTRY = re.compile(rb"<(?:[\w.-]{1,20}:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^>]{0,1000}>", re.IGNORECASE)
_OFFERS = re.compile(r"type\s*=\s*[\"']?application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']([^\"']{1,500})", re.IGNORECASE)
_MOST_OFFERS = 3


def contents(answer: Answer, label: str) -> list[Draft | SkippedInput]:
    """What an answer holds, in its order; nothing if a feed has nothing just now.

    Args:
        answer: Of the server, with a body.
        label: The address for messages.

    Raises:
        FetchError: It is a web page, is not there to its end, or cannot be read.
    """
    body = in_utf8(answer.body or b"", answer.content_type)
    if _PAGE.match(body):
        raise FetchError(f"is a web page and no feed{_offered(body, answer.url)}")
    head = body[:_HEAD].lstrip()
    feed = _FEED.search(head) if head.startswith(b"<") else None
    if feed is not None:
        end = rb"</(?:[\w.-]{1,20}:)?" + re.escape(feed[1]) + rb"\s*>"
        if not re.search(end, body[-_HEAD:], re.IGNORECASE):
            raise FetchError("was broken off in the middle")
        if not _ENTRY.search(body):
            return []
    return _drafts(body, answer.url, label)


def article(answer: Answer, label: str) -> list[Draft | SkippedInput]:
    """What a page holds; as a rule one release.

    Args:
        answer: Of the server, with a body.
        label: The address for messages.

    Raises:
        FetchError: It cannot be read.
    """
    return _drafts(in_utf8(answer.body or b"", answer.content_type), answer.url, label)


def _drafts(body: bytes, url: str, label: str) -> list[Draft | SkippedInput]:
    file = ListedFile(PurePath(urlsplit(url).path), named=True, address=label)
    try:
        return list(read_drafts(io.BytesIO(body), file))
    except UnreadableFeedError as error:
        raise FetchError(error.reason) from error


def digest(item: Draft | SkippedInput) -> str:
    """By what an entry is known again; another one as soon as anything in it changes."""
    if isinstance(item, SkippedInput):
        said = [item.title or "", item.reason]
    else:
        said = [item.title, item.text, item.source, item.published or "", item.url or ""]
    whole = "\0".join(said).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:_DIGITS]


def body_digest(body: bytes) -> str:
    """By what an answer is known again."""
    return hashlib.sha256(body).hexdigest()[:_DIGITS]


def _offered(page: bytes, url: str) -> str:
    """The feeds that a page names in its head, for who named the page."""
    links = (link[0] for link in _LINK.finditer(page.decode("utf-8", "replace")))
    hrefs = (_HREF.search(link) for link in links if _OFFERS.search(link))
    found: dict[str, None] = {}
    for href in hrefs:
        if href is not None:
            try:
                found[without_secrets(urljoin(url, unescape(href[1])))] = None
            except ValueError:  # an address that is none
                continue
    if not found:
        return "; look there for the address of one"
    return f"; it offers {', '.join(list(found)[:_MOST_OFFERS])}"
