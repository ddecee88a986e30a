"""PDF documents."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from communique.feeds.newswire import draft, is_headline
from communique.feeds.reader import (
    LARGEST_DOCUMENT,
    LARGEST_RELEASE,
    Draft,
    SkippedInput,
    read_whole,
)
from communique.graph import UnreadableFeedError

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)]*$")
_BULLET = re.compile(r"[•·▪●◦*–—-]\s|o\s+[A-Z]|\d{1,2}[.)]\s")
_BROKEN_WORD = re.compile(r"[a-zà-ÿ]{2}-$")
_MOST_STEPS = 1_000_000
"""Drawing steps of all pages, several times those of a book: a bomb repeats its pages or forms."""
_FULL_LINE = 0.75  # of the longest line: shorter ones end a paragraph


class PdfDocumentReader:
    """Reads a PDF as one release, its printed lines joined to paragraphs."""

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Take what has the mark of a PDF where viewers look for it."""
        return b"%PDF-" in head[:1024]

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield the one release of the document."""
        from pypdf.errors import PyPdfError

        read_whole(content, path, LARGEST_DOCUMENT)
        content.seek(0)
        try:
            text, title = _text_and_title(content, path)
        except RecursionError as error:
            raise UnreadableFeedError(path, "is a damaged PDF nested too deep") from error
        except PyPdfError as error:
            reason = " ".join(str(error).split())[:120]
            raise UnreadableFeedError(
                path, f"is a damaged PDF ({reason}); download it again"
            ) from error
        if not text:
            raise UnreadableFeedError(
                path, "is a PDF without text, perhaps scanned; run text recognition on it first"
            )
        found = draft(text, path)
        # Only where the pages have no title line does the metadata speak: it is often a file name.
        untitled = isinstance(found, Draft) and not (found.body and is_headline(found.title))
        yield Draft.composed(title, text) if untitled and title else found


def _text_and_title(content: BinaryIO, path: str) -> tuple[str, str]:
    from pypdf import PdfReader

    document = PdfReader(content)
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableFeedError(path, "is locked by a password; save it without one")
    pages: list[str] = []
    size = steps = 0

    def count(*_step: object) -> None:
        nonlocal steps
        steps += 1
        if steps > _MOST_STEPS:
            raise UnreadableFeedError(path, "is a PDF that draws without end; print it anew")

    for page in document.pages:
        pages.append(page.extract_text(visitor_operand_before=count))
        size += len(pages[-1])
        if size > LARGEST_RELEASE:
            break
    title = document.metadata.title if document.metadata else None
    return _unwrapped("\n".join(pages)), " ".join((title or "").split())


def _unwrapped(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    full = _FULL_LINE * max((len(line) for line in lines), default=0)
    pieces: list[str] = []
    last = ""
    for line in lines:
        pieces.append(_separator(last, line, full) + line)
        last = line
    joined = re.sub(r"(?<=[a-zà-ÿ]{2})-\x00(?=[a-zà-ÿ])", "", "".join(pieces))
    return re.sub(r"\n{3,}", "\n\n", joined.replace("\x00", " ")).strip()


def _separator(last: str, line: str, full: float) -> str:
    """What stands between two printed lines; NUL marks a join that may heal a broken word."""
    if not last or not line:
        return "\n"
    if _BULLET.match(line):
        return "\n"
    if len(last) < full or (_SENTENCE_END.search(last) and line[:1].isupper()):
        return "\n\n" if not _BULLET.match(last) else "\n"
    return "\x00" if _BROKEN_WORD.search(last) else " "
