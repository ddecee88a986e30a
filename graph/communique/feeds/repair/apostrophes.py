"""Possessives that lost their apostrophe, in texts that a publisher stripped to bare letters."""

import re
from collections.abc import Iterator

from communique.feeds.repair.alignment import Edit
from communique.feeds.repair.words import read_words

_KEPT = re.compile(r"['\u0080-\U0010ffff]")
_LOST = re.compile(
    r"\b(?:(?:did|do|does|had|has|is|was|were|wo|would)nt|(?:that|there|today|yesterday)s"
    r"|theyre|weve)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?P<owner>[A-Z][A-Za-z]*[A-RT-Za-rt-z])s(?= (?P<next>[A-Za-z]+))")
_WORD = re.compile(r"\b[A-Za-z]+\b")
_PLURAL = frozenset({"State", "General"})
"""Words whose plural is a name or part of a title: United States, Attorneys General."""
_BEFORE_PLURAL = {
    "Force": re.compile(
        r"\b(?:Armed|Defen[cs]e|Security|Special|Ground|Land|Naval|Coalition|Joint|Maritime|Allied"
        r"|[A-Z][a-z]+(?:ian|ean|ish|ese)) $"
    ),
    "Service": re.compile(
        r"\b(?:Health|Human|Financial|Social|Emergency|Police|Legal|Medical|Security|Intelligence"
        r"|Correctional|Corrections|Support|General|Public|Consular|Technical|Administrative|Family"
        r"|Community|Shared|Armed|Rescue|Prison|Customs|Logistics|Veterinary|Information) $"
    ),
}
"""What stands before a noun in the plural that is part of a name: "Health Services Centre"."""
_NAME = r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){1,3}"
_HOLDERS = re.compile(
    rf" {_NAME}(?:(?: \([^()\n]{{1,60}}\))?,? and|,| \([^()\n]{{1,60}}\),"
    rf"| (?:of|for|from) [\w. ]{{1,40}}(?:,? and|,)) {_NAME}"
)
"""Several names, behind the office of all who bear them ("Ministers NAME and NAME")."""
_REACH = 40
"""Characters before a word that hold the one before it."""
_LETTERS = 3
_TELLING = 2
"""Names before a capital that show, without other signs, that a text lost its apostrophes."""


def lost_apostrophes(text: str, _body: int) -> Iterator[Edit]:
    """Yield an apostrophe for each possessive of a text that has no mark beyond plain ones.

    A word with an s is taken for one if it names a kind of body ("Departments Criminal Division").
    Where something shows that the text lost marks, so is a name that the text has elsewhere without
    the s, and never in small letters ("Latvias border").
    """
    if _KEPT.search(text):
        return
    pairs = [match for match in _POSSESSIVE.finditer(text) if not _is_plural(match)]
    if not pairs:
        return
    words = frozenset(_WORD.findall(text))
    bodies = [match for match in pairs if _is_body(match)]
    names = [match for match in pairs if _is_name(match["owner"], words)]
    titled = sum(match["next"][0].isupper() for match in names)
    if bodies or titled >= _TELLING or _LOST.search(text):
        for end in sorted({match.end("owner") for match in (*bodies, *names)}):
            yield Edit(end, end, "’")


def _is_plural(match: re.Match[str]) -> bool:
    """Whether a word with an s is a plural: of a name, of an office before its holders' names."""
    before = _BEFORE_PLURAL.get(match["owner"])
    if before and before.search(match.string, max(0, match.start() - _REACH), match.start()):
        return True
    if match["owner"] in read_words("officials.txt") and _leads_names(match):
        return True
    followed = match["next"] in _PLURAL or match["next"] in read_words("small_words.txt")
    return match["owner"] in _PLURAL or followed


def _leads_names(match: re.Match[str]) -> bool:
    """Whether several names that hold no kind of body stand behind a word."""
    names = _HOLDERS.match(match.string, match.end())
    return names is not None and read_words("owners.txt").isdisjoint(names.group().split())


def _is_body(match: re.Match[str]) -> bool:
    return match["owner"] in read_words("owners.txt") and match["next"][0].isupper()


def _is_name(owner: str, words: frozenset[str]) -> bool:
    small = owner.lower()
    alone = owner in words and len(owner) >= _LETTERS
    return alone and small not in words and f"{small}s" not in words
