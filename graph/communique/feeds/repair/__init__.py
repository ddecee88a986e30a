"""Repair of release texts, with the way back to the text as read."""

from communique.feeds.repair.alignment import RepairedText, Revision
from communique.feeds.repair.apostrophes import lost_apostrophes
from communique.feeds.repair.characters import entities, mojibake, odd_characters
from communique.feeds.repair.lines import (
    bullets,
    cut_off_mark,
    empty_lines,
    gaps,
    inline_boilerplate,
    line_boilerplate,
    note_marks,
    quote_marks,
    table_cells,
)
from communique.feeds.repair.markup import escapes, links, tags, type_marks
from communique.feeds.repair.sentences import glued_datelines, glued_sentences, glued_words
from communique.feeds.repair.short_names import short_names
from communique.feeds.repair.wrapping import wrapped_lines

__all__ = ["RepairedText", "repair"]

_ROUNDS = (
    mojibake,
    entities,
    tags,
    links,
    type_marks,
    escapes,
    table_cells,
    odd_characters,
    quote_marks,
    note_marks,
    gaps,
    wrapped_lines,
    inline_boilerplate,
    line_boilerplate,
    short_names,
    glued_sentences,
    glued_words,
    glued_datelines,
    lost_apostrophes,
    gaps,
    bullets,
    empty_lines,
    cut_off_mark,
)


def repair(text: str, *, body: int = 0) -> RepairedText:
    """Make a release fit for reading sentences, without losing where each character came from.

    Mends mojibake, odd spaces and line ends, sentences, headings and datelines without space
    between them, possessives without apostrophe; joins lines that were wrapped or quoted; makes
    bullets alike, and short names in brackets; takes out invisible characters, marks of HTML and
    Markdown, numbers of footnotes, captions, contact and sharing lines, and the mark of a cut-off
    text. Title and header lines keep their words. Linear in the length; a text without faults comes
    back as it is.

    Args:
        text: The release as read.
        body: Offset where its body begins, in code points.

    Raises:
        ValueError: The body begins outside the text.
    """
    if not 0 <= body <= len(text):
        raise ValueError(f"body at {body} lies outside a text of {len(text)} characters")
    return Revision(text, body).through(*_ROUNDS).finished(len(text))
