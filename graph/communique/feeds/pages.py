"""Web pages."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import PurePath
from typing import BinaryIO

from communique.feeds.decoding import decode
from communique.feeds.publication import stated_day
from communique.feeds.reader import LARGEST_PAGE, Draft, SkippedInput, read_whole
from communique.graph import UnreadableFeedError

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,4000}+-->\s*+){0,5}+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_BULLET = re.compile(r"[-•*] ")
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav"),
        *("ol", "p", "pre", "section", "table", "tr", "ul"),
    )
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})


class PageReader:
    """Reads the release of a web page, without menus, and its metadata; never the network."""

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Take what begins like HTML, or has such a name and a tag."""
        return bool(_PAGE.match(head)) or (path.suffix.lower() in _SUFFIXES and b"<" in head)

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield the one release of the page."""
        import trafilatura

        data = read_whole(content, path, LARGEST_PAGE)
        charset = _CHARSET.search(data[:4096])
        page = decode(data, path, charset[1].decode() if charset else None)
        # Without extensive_search a date comes from the page's metadata, never from its text.
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
        if found is None or isinstance(found, dict) or not (found.text or "").strip():
            raise UnreadableFeedError(path, "has no text in its page; save the whole article")
        title = found.title or ""
        yield Draft.composed(
            title,
            _paragraphs(found.text or "", title),
            found.sitename or "",
            stated_day(found.date or ""),
            found.url,
        )


def text_of(fragment: str) -> str:
    """The text of a piece of HTML: paragraphs set apart, list items as bullets."""
    parser = _FragmentParser()
    parser.feed(fragment)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _FragmentParser(HTMLParser):
    """Gathers text, with line ends where blocks begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n• ")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            self._unseen.remove(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _paragraphs(text: str, title: str) -> str:
    """Set paragraphs apart by a blank line, which the extraction leaves out, and drop the title."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines and " ".join(lines[0].split()) == " ".join(title.split()):
        lines = lines[1:]
    pieces = lines[:1]
    for last, line in pairwise(lines):
        both = _BULLET.match(last) and _BULLET.match(line)
        pieces.append(("\n" if both else "\n\n") + line)
    return "".join(pieces)
