"""Which parts of a text are somebody's words."""

import pytest

from communique.extractors.parse.quotation import is_quoted

QUOTED = {
    "curved": "“We agree,” she said.",
    "straight": '"We agree," she said.',
    "low": "„We agree“, she said.",
    "guillemets": "«We agree», she said.",
    "single": "‘We agree with all that was said here’, she said.",
    "single with the stop inside": "‘We agree with all that was said here,’ she said.",
    "without end, as before a new paragraph": "“We agree.",
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_what_stands_between_marks_is_quoted(text: str) -> None:
    assert is_quoted(text, text.index("agree"))


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_what_stands_behind_them_is_not(text: str) -> None:
    assert "said." not in text or not is_quoted(text, text.rindex("said"))


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The ministers’ talks of ’24 and Duran’s visit went well, she said."

    assert not is_quoted(text, text.index("visit"))
