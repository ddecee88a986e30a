"""Bodies named after a person: of a body, from a body, behind a comma, or in brackets."""

import re
from collections.abc import Sequence

from communique.extractors.mentions.people.context import Context
from communique.extractors.mentions.spans import Role, Span, innermost, span_at
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_OF_BODY = (" of the ", " of ", " from the ", " from ")
_BEHIND_COMMA = (", the ", ", ")
_OPENED = re.compile(r" ?\((?:the )?")
_CLOSED = re.compile(r"\s*(?:[;\n(]|,\s|\.(?:\s|$)|and\b|$)")
"""What may follow a body behind a comma where an office stands before the comma."""
_ENDS_LINE = re.compile(r"(?: \([^)\n]*\))?[;.,]?(?: and)?\s*(?:\n|$)")
_ENDS_SENTENCE = re.compile(r"(?:\.(?:\s|$)|;)")
_WHOLE = re.compile(r", (?:the )?(?=[A-Z])")
"""What stands between a body and the one it belongs to, in brackets behind a name."""
_BEGINS_LINE = re.compile(r"(?:^|\n)[\s•*–—\-\d.()]*$")
_ITEM = re.compile(r"^\s*(?:[A-Z][a-z]+\. ?)?$|(?:^|\n)\s*(?:[•*–—-]\s*)+$")
_REST = re.compile(
    r"(?:, | of (?:the )?| at (?:the )?)"
    r"(?P<body>[A-Z][\w&’'*-]*"
    r"(?: (?:[A-Z][\w&’'*.-]*:?|&|of|for|the|and|in|on|to|–|\([A-Z]{2,8}\)(?= [A-Z])))*"
    r"(?:, Inc\.?)?)"
    r"(?: ?\*? ?\([^()\n]{1,30}\)\*?)?[ *]*[;.]?(?: and)?\s*(?:\n|$)"
)
_JOINED = re.compile(r"[,;]? (?:and |or )?(?:(?:[A-Z][a-z]+\. )|(?:H\.E\. ))?")
_OF_STATE = re.compile(r" of (?:the )?[A-Z]")
_BETWEEN_LISTED = re.compile(r" of (?:the )?[A-Z][\w’' -]{2,40}?[,;]? (?:and )?(?:[A-Z][a-z]+\. )?")
"""What stands between names of a list with the state of each: "NAME of COUNTRY and NAME"."""
_SEAT = re.compile(r"[A-Z]{2}-(?:\d{1,2}|AL)")
"""A seat in a parliament ("NY-08")."""
_LIKE_BODY = re.compile(
    r"(?!.*(?:\d|\b(?:[IVX]+|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|"
    r"Eleventh|Twelfth) ))"
    r".*\b(?:Project|Initiative|Partnership|Movement|Campaign|Conference|Congress|Congreso|Forum|Day|"
    r"Assembly|Convention|Dialogue|Week)\b"
)
"""Names of undertakings that are no edition of one, by whose nouns bodies are named too."""
_BY_NOUN = 4
"""Strength of names that are known by their noun alone."""
_BODIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


class Affiliations:
    """Finds the body after a name or after the office behind it."""

    def __init__(self, context: Context, roles: Sequence[Role]) -> None:
        """Take the block and its offices."""
        self._text, self._spans = context.index.text, context.spans
        self._names = context.names
        others = (span for span in context.spans if not _may_be_body(span))
        self._known: list[Span | Role] = [*others, *context.names, *roles]

    def of_office(self, start: int, end: int, *, behind: bool) -> tuple[Span, int] | None:
        """The body of an office whose words name none, and the offset after its words.

        Args:
            start: Where the mention of the person begins.
            end: Where the name or the office ends.
            behind: Whether the office stands behind the name.
        """
        if not behind:
            found = self._after(end, _OF_BODY) or self._in_line(start, end)
            if found is not None:
                return found, found.end
        found = self._after(end, _BEHIND_COMMA, organisations=True) if behind else None
        found = found or (self._behind_place(end) if behind else None)
        if found is not None and _CLOSED.match(self._text, found.end):
            return found, found.end
        state = self._after(end, _BEHIND_COMMA) if behind and found is None else None
        ends = (_ENDS_LINE, _ENDS_SENTENCE)
        if state is not None and any(end.match(self._text, state.end) for end in ends):
            return state, state.end
        rest = self._rest_of_line(start, end) if behind else None
        return (rest, rest.end) if rest else self._in_brackets(end)

    def of_name(self, start: int, end: int) -> Role | None:
        """A person's place in a body where no office is named ("NAME of BODY"), or None."""
        body = self._after(end, _OF_BODY[:2], organisations=True)
        if body is not None:
            return _place_in(body, end, body.end)
        if found := self._in_brackets(end):
            return _place_in(found[0], end, found[1])
        if body := self._in_line(start, end):
            return _place_in(body, end, body.end)
        body = self._rest_of_line(start, end)
        return _place_in(body, end, body.end) if body else None

    def of_state(self, name: Span, end: int, *, ranked: bool) -> Role | None:
        """The place in a state of "of COUNTRY" after a name without office, or None.

        It has a body only where a rank or a list of such names says so: "General NAME of COUNTRY",
        "NAME of COUNTRY and NAME of COUNTRY".
        """
        opening = next((o for o in _OF_BODY[:2] if self._text.startswith(o, end)), None)
        span = span_at(self._spans, end + len(opening)) if opening else None
        if span is None or span.type != EntityType.COUNTRY or span.kind == NameKind.DEMONYM:
            return None
        told = ranked or self._is_listed(name, span.end)
        return Role(end, span.end, "", "", span if told else None)

    def of_member(self, name: Span, end: int, role: Role) -> Role | None:
        """The state behind one of several who hold an office in the states of a group, or None.

        "The foreign ministers of GROUP, NAME of STATE and NAME of STATE".
        """
        group = role.body is not None and role.body.type == EntityType.ORGANISATION
        if not group or not role.head.endswith("s") or role.end > name.start:
            return None
        place = self.of_state(name, end, ranked=False)
        return place if place is not None and place.body is not None else None

    def _is_listed(self, name: Span, end: int) -> bool:
        """Whether the name before or behind one "of COUNTRY" is followed by a state too."""
        place = self._names.index(name)
        before = self._names[place - 1] if place else None
        after = self._names[place + 1] if place + 1 < len(self._names) else None
        ahead = before is not None and _BETWEEN_LISTED.fullmatch(self._text, before.end, name.start)
        gap = after is not None and _JOINED.fullmatch(self._text, end, after.start)
        return bool(ahead) or bool(gap and after and _OF_STATE.match(self._text, after.end))

    def _in_line(self, start: int, end: int) -> Span | None:
        """The body behind a comma after a person who begins a line, alone or before its whole."""
        if not _BEGINS_LINE.search(self._text, 0, start):
            return None
        body = self._after(end, _BEHIND_COMMA, organisations=True)
        whole = self._after(body.end, _BEHIND_COMMA, organisations=True) if body else None
        last = whole or body
        return body if last and _ENDS_LINE.match(self._text, last.end) else None

    def _behind_place(self, end: int) -> Span | None:
        """The body that ends a line behind where an office is: "Director, REGION, BODY"."""
        place = span_at(self._spans, end + len(", "))
        if place is None or place.type != EntityType.PLACE or not self._text.startswith(", ", end):
            return None
        body = self._after(place.end, _BEHIND_COMMA, organisations=True)
        return body if body and _ENDS_LINE.match(self._text, body.end) else None

    def _rest_of_line(self, start: int, end: int) -> Span | None:
        """A body that no rule knows: the capitalised rest of a list item that a person begins."""
        item = _ITEM.search(self._text, 0, start)
        rest = _REST.match(self._text, end) if item else None
        if rest is None or any(_whole(rest).overlaps(known) for known in self._known):
            return None
        known = self._body(rest.start("body"))
        is_state = known is not None and known.end == rest.end("body")
        return known if is_state else _whole(rest)

    def _in_brackets(self, end: int) -> tuple[Span, int] | None:
        """The body that stands alone in brackets at an offset, and the offset after them."""
        opened = _OPENED.match(self._text, end)
        body = self._body(opened.end()) if opened else None
        whole = _WHOLE.match(self._text, body.end) if body else None
        last = (self._body(whole.end()) if whole else None) or body
        if body is None or last is None or not self._text.startswith(")", last.end):
            return None
        return body, last.end + 1

    def _after(
        self, end: int, openings: tuple[str, ...], *, organisations: bool = False
    ) -> Span | None:
        opening = next((o for o in openings if self._text.startswith(o, end)), None)
        body = self._body(end + len(opening)) if opening else None
        if body is None or (organisations and body.type != EntityType.ORGANISATION):
            return None
        return body

    def _body(self, start: int) -> Span | None:
        """The named body or state that begins at an offset; a demonym is none."""
        span = span_at(self._spans, start)
        if span is None or not span.named or span.kind == NameKind.DEMONYM:
            return None
        if _SEAT.fullmatch(span.name) or is_medium(span.name):
            return None
        return innermost(self._text, self._spans, span) if span.type in _BODIES else None


def _may_be_body(span: Span) -> bool:
    """Whether what a rule has found may be a body, or a part of one, behind a name in a list."""
    made_out = span.named and span.strength <= _BY_NOUN
    return span.type in _BODIES or (made_out and _LIKE_BODY.match(span.name) is not None)


def _whole(rest: re.Match[str]) -> Span:
    first, last = rest.span("body")
    return Span(first, last, EntityType.ORGANISATION, rest["body"], strength=1)


def _place_in(body: Span, start: int, end: int) -> Role:
    return Role(start, end, "", "", body)
