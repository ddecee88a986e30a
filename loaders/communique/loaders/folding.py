"""Names without case, diacritics and punctuation, so that they can be typed on any keyboard."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "\u0131": "i",
        "ł": "l",
        "ø": "o",
        "œ": "oe",
        "þ": "th",
    }
)
_JOINED = frozenset("'`.\u2018\u2019\u02bb\u02bc")
_ASCII = {
    code: chr(code).lower() if chr(code).isalnum() else "" if chr(code) in _JOINED else " "
    for code in range(128)
}
"""What becomes of each ASCII character, so that most names need not be looked at one by one."""


def fold(text: str) -> str:
    """Lower-case letters and digits in words separated by one blank; idempotent.

    Apostrophes and full stops join what they stand between ("U.N." is ``un``), other punctuation
    separates ("al-Sabah" is ``al sabah``). Scripts other than Latin keep their letters.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    # Letters of mathematics are capitals only after their decomposition, and some small letters
    # can be decomposed once they are small.
    small = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", small).translate(_LETTERS)
    kept = (_folded(char) for char in decomposed)
    return " ".join("".join(kept).split())


def _folded(char: str) -> str:
    if char.isalnum():
        return char
    joins = char in _JOINED or unicodedata.combining(char)
    return "" if joins else " "
