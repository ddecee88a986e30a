"""Sentences and headings that lost the space or line end between them."""

import re
from collections.abc import Iterator

from communique.feeds.repair.alignment import Edit
from communique.feeds.repair.words import read_words

_LETTER = "a-zà-öø-ÿćčđėęěğıłńňřśšşťūůźžżćőűāēīņļģķ"
_CAPITAL = "A-ZÀ-ÖØ-ÞČĆĐŁŚŠŞŽŹŻĀĒĪŅ"
_NEXT = rf"(?=[“‘\"(\[]?(?:[{_CAPITAL}][{_LETTER}’']|[AI]\s|[A-Z]{{2}}))"
_END = re.compile(
    rf"(?P<word>[{_LETTER}]{{2,40}}|[{_LETTER}]?[)\]”%]|\d)(?P<mark>[.!?]+[)\]”’\"]?){_NEXT}"
    rf"|(?P<bracket>[{_LETTER}.!?\dA-Z][)\]”])(?=[{_CAPITAL}][{_LETTER}]{{2}})"
    rf"|(?P<pause>[{_LETTER}A-Z]{{3}}[,;:])(?=[{_CAPITAL}][{_LETTER}]{{2}})"
)
_TOUCH = re.compile(rf"[.!?)\]”’\",;:](?=[“‘\"(\[]?[{_CAPITAL}])")
"""Where a sign touches a capital: only there a space may be lost, which is told in no time."""
_HOLD = frozenset({"ph"})  # Ph.D.
_ADDRESS = re.compile(r"www\.|mailto:|://|\]\(|[@#\\/]")
_DOMAIN = re.compile(r"(?i:com|org|net|int|gov|edu|html?)\b")
_COUNTRY_DOMAIN = re.compile(r"(?:US|UK|EU|AI|IO)\b")  # after a capital: Welcome.US
_LOOK_BACK = 200  # characters in which an address that holds the place would begin
_WORD = re.compile(
    rf"(?<![\w@#./’'-])(?P<left>[{_CAPITAL}]?[{_LETTER}]{{2,30}})"
    rf"(?P<right>[{_CAPITAL}][{_LETTER}]{{1,20}})(?=[\s,’'.;:)]|\Z)"
)
_INNER = re.compile(rf"[{_LETTER}][{_CAPITAL}]")
"""Tells in a fifth of the time that no capital stands inside a word."""
_DATELINE = re.compile(
    rf"^(?P<town>[{_CAPITAL}]{{4,}})(?=[{_CAPITAL}][{_LETTER}]{{2}})", re.MULTILINE
)
_SHORT = 2  # letters of starters so short that names end in them (LinkedIn)


def glued_sentences(text: str, _body: int) -> Iterator[Edit]:
    """Yield a space after the end of a sentence, bracket or pause that a capital follows."""
    for start, end in _touching(text):
        for match in _END.finditer(text, start, end):
            if match["word"] and match["word"].lower() in _HOLD:
                continue
            if match["word"] and match["word"].isdigit() and text[match.end()].isdigit():
                continue
            if not _in_address(text, match.start(), match.end()):
                yield Edit(match.end(), match.end(), " ")


def _touching(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches without blanks in which a sign touches a capital, with a blank after."""
    done = 0
    for match in _TOUCH.finditer(text):
        start = end = match.start()
        if start < done:
            continue
        while start > done and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        done = end
        yield start, end + 1


def glued_words(text: str, _body: int) -> Iterator[Edit]:
    """Yield a line end inside a word that is the end of one heading and the start of the next."""
    if not _INNER.search(text):
        return
    starters, frequent = read_words("starters.txt"), read_words("frequent.txt")
    for match in _WORD.finditer(text):
        left, right = match["left"], match["right"]
        if _parts(left, right, starters, frequent):
            yield Edit(match.end("left"), match.end("left"), "\n")


def glued_datelines(text: str, body: int) -> Iterator[Edit]:
    """Yield a dash after a town in capitals that stands before the first word of a paragraph."""
    for match in _DATELINE.finditer(text, body):
        yield Edit(match.end(), match.end(), " – ")


def _parts(left: str, right: str, starters: frozenset[str], frequent: frozenset[str]) -> bool:
    if right in starters:
        return left.islower() or left.lower() in frequent or len(right) > _SHORT < len(left) - 1
    return left.islower() and left in frequent and right.lower() in frequent


def _in_address(text: str, start: int, end: int) -> bool:
    if _DOMAIN.match(text, end):
        return True
    window = max(0, start - _LOOK_BACK)
    before = text[window:end]
    blank = max(before.rfind(" "), before.rfind("\n"))
    token = before[blank + 1 :]
    if blank < 0 < window or _ADDRESS.search(token):
        return True
    return token[:1].isupper() and _COUNTRY_DOMAIN.match(text, end) is not None
