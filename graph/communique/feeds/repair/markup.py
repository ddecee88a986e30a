"""Marks of HTML and Markdown that a page leaves in a text that was made of it."""

import re
from collections.abc import Iterator

from communique.feeds.repair.alignment import Edit

_TAG = re.compile(
    r"<!--.{0,500}?-->[ \t]*\n?"
    r"|(?P<row></tr>\s*|<br ?/?>\s*|</(?:figure|table|li)>\s*)"
    r"|(?P<part></(?:p|div|ul|ol|h[1-6])>\s*)"
    r"|(?P<cell></t[dh]>\s*<t[dh]\b[^<>\n]{0,400}>\s*)"
    r"|</t[dh]>\s*"
    r"|</?(?:table|thead|tbody|colgroup|col|figure|figcaption|img)\b[^<>\n]{0,9000}> ?"
    r"|</?(?:t[rdh]|a|div|span|p|ul|ol|li|h[1-6]|font|small)"
    r"(?:\s[^<>\n]{0,900})?>",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(
    r"!?\[(?P<words>(?:\\.|[^\[\]\n\\]){1,300})\]"
    r"\((?:https?:|mailto:|www\.|/)(?:[^()\s]|\([^()\s]{0,99}\)){0,999}(?: \"[^\"\n]{0,99}\")?\)"
)
_TYPE = re.compile(
    r"(?<![\w*\\])(?P<mark>\*\*\*?|__|\*)(?=[^\s*_)])[^*_\n]{1,300}(?<=[^\s*_\\(])(?P=mark)(?![\w*])"
)
_ESCAPED = re.compile(r"\\(?=[\\\[\](){}*_.#>!|+-])")


def tags(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of comments and tags of the body; rows become "FIRST | SECOND" each."""
    for match in _TAG.finditer(text, body) if "<" in text else ():
        between = "| " if text[match.start() - 1 : match.start()].isspace() else " | "
        mark = (
            "\n\n" if match["part"] else "\n" if match["row"] else between if match["cell"] else ""
        )
        yield Edit(match.start(), match.end(), mark)


def links(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that leave the words of links, and nothing of pictures: "[words](address)"."""
    for match in _LINK.finditer(text, body) if "](" in text else ():
        if text[match.start()] == "!":
            yield Edit(match.start(), match.end(), "")
            continue
        yield Edit(match.start(), match.start("words"), "")
        yield Edit(match.end("words"), match.end(), "")


def type_marks(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of the marks around words in bold or italics: "**words**", "*words*"."""
    for match in _TYPE.finditer(text, body):
        yield Edit(match.start(), match.end("mark"), "")
        yield Edit(match.end() - len(match["mark"]), match.end(), "")


def escapes(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of the strokes before signs that are none of Markdown."""
    for match in _ESCAPED.finditer(text, body) if "\\" in text else ():
        yield Edit(match.start(), match.end(), "")
