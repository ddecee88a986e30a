r"""What a query consists of: words, names, texts, numbers, parameters and signs.

Neo4j replaces ``\uXXXX`` in the whole query before it reads it, also within texts, names and
comments; other engines only within texts. What would be read differently is refused here, so that
a query has one reading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from communique.queries.guard.refusal import refusal

_ESCAPE = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})?")
_TOKEN = re.compile(
    r"""
    (?P<blank>[ \t\r\n\f\v\xa0]++)
    |(?P<comment>//[^\r\n]*+|/\*.*?\*/)
    |(?P<string>'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")
    |(?P<name>`(?:[^`]|``)*+`)
    |(?P<open>['"`]|/\*)
    |(?P<number>0[xX][0-9a-fA-F]++|0[oO][0-7]++
        |(?:[0-9][0-9_]*+)?\.[0-9][0-9_]*+(?:[eE][+-]?[0-9]++)?
        |[0-9][0-9_]*+(?:[eE][+-]?[0-9]++)?)
    |(?P<parameter>\$(?:\w++|`(?:[^`]|``)*+`))
    |(?P<word>\w++)
    |(?P<sign>\.\.|::|[-+*/%^=<>~(){}\[\],.:;|&!$])
    """,
    re.VERBOSE | re.DOTALL,
)
_STRUCTURAL = frozenset("'\"`\\/*\r\n\u2028\u2029")
_OPENED = {"'": "text", '"': "text", "`": "name", "/*": "comment"}


class TokenKind(StrEnum):
    """What a token is; a ``name`` stands in backticks."""

    WORD = "word"
    NAME = "name"
    STRING = "string"
    NUMBER = "number"
    PARAMETER = "parameter"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    r"""A token of a query.

    Attributes:
        kind: What it is.
        text: As written, ``\uXXXX`` replaced; a name without its backticks.
        start: Offset of its first character in the query as given, in code points.
        end: Offset after its last.
    """

    kind: TokenKind
    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """As Cypher compares words: in capitals; empty if it is no word."""
        return self.text.casefold().upper() if self.kind is TokenKind.WORD else ""

    @property
    def parameter(self) -> str:
        """Its name without the dollar sign if it is a parameter; else empty."""
        if self.kind is not TokenKind.PARAMETER:
            return ""
        name = self.text[1:]
        return name[1:-1].replace("``", "`") if name.startswith("`") else name

    @property
    def sign(self) -> str:
        """Its text if it is a sign; else empty."""
        return self.text if self.kind is TokenKind.SIGN else ""


def tokens(cypher: str) -> list[Token]:
    """The tokens of a query in order; blanks and comments are left out, an end is added.

    Raises:
        RefusedQueryError: Something does not end, is no part of Cypher, or would be read
            differently by different engines.
    """
    return list(_read(cypher))


def parameters_of(cypher: str) -> set[str]:
    """Names of the parameters of a query, without the dollar sign.

    Raises:
        RefusedQueryError: As `tokens`.
    """
    found = (token for token in _read(cypher) if token.kind is TokenKind.PARAMETER)
    return {token.parameter for token in found}


def is_named(found: Sequence[Token], place: int) -> bool:
    """Whether a word at an index is a property, a label or an alias."""
    before = found[place - 1] if place else None
    return before is not None and (before.sign in {".", ":"} or before.folded == "AS")


def without_comments(cypher: str) -> str:
    """A query that has passed, with blanks for its comments; offsets and lines stay."""
    text, offsets = _replaced(cypher)
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "comment":
            start, end = offsets[match.start()], offsets[match.end()]
            cypher = cypher[:start] + re.sub(r"[^\r\n]", " ", cypher[start:end]) + cypher[end:]
    return cypher


def _read(cypher: str) -> Iterator[Token]:
    text, offsets = _replaced(cypher)
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise refusal(cypher, offsets[place], _strange(text[place]))
        if complaint := _complaint(match, text):
            raise refusal(cypher, offsets[place], complaint)
        place = match.end()
        if match.lastgroup not in {"blank", "comment"}:
            yield _token(match, offsets)
    yield Token(TokenKind.END, "", len(cypher), len(cypher))


def _token(match: re.Match[str], offsets: list[int]) -> Token:
    kind, text = TokenKind(str(match.lastgroup)), match[0]
    if kind is TokenKind.NAME:
        text = text[1:-1].replace("``", "`")
    return Token(kind, text, offsets[match.start()], offsets[match.end()])


def _complaint(match: re.Match[str], text: str) -> str:
    """What is wrong with a token, or nothing."""
    after = text[match.end() : match.end() + 1]
    match match.lastgroup:
        case "open":
            return f"the {_OPENED[match[0]]} that begins here with {match[0]} does not end"
        case "comment" if after == "\r" and text[match.end() + 1 : match.end() + 2] != "\n":
            return "this comment ends with a line end that not every engine knows; use newlines"
        case "number" if after.isalnum() or after == "_":
            return f"{match[0]}{after}… is no number; put a blank after a number"
        case "name" if "\\" in match[0]:
            return f"{match[0]} has a backslash, which a name cannot have"
    return ""


def _replaced(cypher: str) -> tuple[str, list[int]]:
    r"""The query with each ``\uXXXX`` replaced, and the offset of each of its characters."""
    parts: list[str] = []
    offsets: list[int] = []
    place = 0
    for match in _ESCAPE.finditer(cypher):
        if match[0] == "\\\\":
            continue
        parts.append(cypher[place : match.start()])
        offsets.extend(range(place, match.start() + 1))
        parts.append(_character(cypher, match))
        place = match.end()
    parts.append(cypher[place:])
    offsets.extend(range(place, len(cypher) + 1))
    return "".join(parts), offsets


def _character(cypher: str, match: re.Match[str]) -> str:
    if match[1] is None:
        raise refusal(cypher, match.start(), r"\u needs four hexadecimal digits, as in \u00e9")
    character = chr(int(match[1], 16))
    if character in _STRUCTURAL:
        wanted = r"\n or \r" if character in "\r\n" else "the character itself, or a parameter"
        raise refusal(
            cypher,
            match.start(),
            f"{match[0]} could end a text, a name or a comment where it is replaced first; "
            f"write {wanted}",
        )
    return character


def _strange(character: str) -> str:
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return f"{shown} has no meaning outside of texts in quotes and names in backticks"
