"""Offices: role heads with what stands before and after them, and the body they stand in."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Role, Span, covering, span_at
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.territories import NameKind
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_SPACES = re.compile(r"\s+")
_BODY_TYPES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.OPERATION})
_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on", "within"})
_COMMANDERS = frozenset({"Commander", "Commandant", "Deputy Commander"})
_ENVOYS = frozenset({"Envoy", "Representative", "Ambassador", "Coordinator", "Advisor", "Adviser", "Rapporteur", "Negotiator", "Ambassador-at-Large"})  # fmt: skip
_ACCREDITED = _ENVOYS | {"Commissioner", "Consul", "Delegate", "Attaché", "Observer", "Affaires"}
_OPENINGS = frozenset({"former", "acting", "interim", "deputy", "outgoing", "senior", "then", "late"})
_LONGEST_HEAD = 4
_TO_COME = re.compile(r"-(?:designate|elect|Designate|Elect)$")
_TITLE_WORDS = frozenset({"Elect", "Designate"})
_LOWER_HEADS = frozenset(
    "president minister ministers chancellor ambassador secretary director commissioner chairman "
    "chairwoman chairperson spokesperson spokesman spokeswoman commander governor mayor king queen "
    "emir envoy representative head chief premier speaker leader prosecutor coordinator".split()
)
_LOWER_MODIFIERS = frozenset(
    "prime foreign defence defense interior finance justice deputy vice assistant acting former "
    "first special high state general national security senior permanent chief crown trade health "
    "energy economy education environment home".split()
)


class OfficeFinder:
    """Finds offices in the words of a block."""

    def __init__(self, titles: Titles) -> None:
        """Index the role heads by their first word."""
        self._titles = titles
        self._left = titles.role_modifiers | titles.portfolio

    def find(self, index: WordIndex, spans: Sequence[Span], names: Sequence[Span]) -> list[Role]:
        """The offices of a block in order, none overlapping.

        Args:
            index: Words of the block.
            spans: Bodies, states, operations, events and places of the block.
            names: Personal names that are sure already; an office does not run into one.
        """
        roles: list[Role] = []
        done = -1
        for place, word in enumerate(index.words):
            inside = covering(spans, word.start)
            if word.start < done or (inside and inside.type != EntityType.COUNTRY):
                continue
            last = self._head(index, place)
            if last is None or covering(names, word.start):
                continue
            role = self._role(index, place, last, spans, names, done)
            if role:
                roles.append(role)
                done = role.end
        return roles

    def _head(self, index: WordIndex, place: int) -> int | None:
        """Index of the last word of the longest role head that begins here."""
        for last in range(min(place + _LONGEST_HEAD, len(index)) - 1, place - 1, -1):
            form = _SPACES.sub(" ", index.text[index[place].start : index[last].end])
            form = _TO_COME.sub("", form)
            if form in self._titles.role_heads or form.title() in self._titles.role_heads and form.isupper():
                return last
            if last == place and form in _LOWER_HEADS:
                return last
        return None

    def _role(
        self, index: WordIndex, place: int, last: int, spans: Sequence[Span],
        names: Sequence[Span], floor: int,
    ) -> Role | None:  # fmt: skip
        first, owner = self._before(index, place, spans, floor)
        lower = not index[place].capital
        head = _SPACES.sub(" ", index.text[index[place].start : index[last].end])
        while last + 1 < len(index) and index.text[index[last].end : index[last + 1].start] in {"-", "–"} and index[last + 1].text.capitalize() in _TITLE_WORDS:  # fmt: skip
            last += 1
        end, body, body_start, envoy = self._after(index, last, spans, names, head)
        if lower and not (owner or body or covering(names, index[last].end + 1)):
            return None
        start = index[first].start
        title_start = start
        opening = ""
        if owner and owner.start <= start < owner.end:
            title_start = self._past(index, owner.end)
            while first > 0 and index[first - 1].text.lower() in _OPENINGS and index[first - 1].start >= floor:
                first -= 1
            opening, start = index.text[index[first].start : owner.start], index[first].start
        title_end = body_start if body_start is not None else end
        title = _SPACES.sub(" ", opening + index.text[title_start:title_end]).strip(" ,")
        former = bool(re.match(r"(?i)(?:former|ex-|outgoing|late)\b", title)) or (
            first > 0 and index[first - 1].text.lower() in {"former", "outgoing"}
        )
        return Role(
            start, end, title, head, body or owner, envoy and body is None and owner is None,
            former, head in _COMMANDERS or head.endswith("Commander"),
        )  # fmt: skip

    @staticmethod
    def _past(index: WordIndex, offset: int) -> int:
        """Offset of the first word after an owner and its possessive ending."""
        place = index.at(offset)
        while place < len(index) and index[place].text in {"'s", "’s", "'", "’"}:
            place += 1
        return index[place].start if place < len(index) else offset

    def _before(
        self, index: WordIndex, place: int, spans: Sequence[Span], floor: int
    ) -> tuple[int, Span | None]:
        """First word of the office and the body named before it ("Latvian President")."""
        first = place
        while first > 0:
            before = index[first - 1]
            gap = index.text[before.end : index[first].start]
            if before.start < floor or gap.strip(" -"):
                break
            span = covering(spans, before.start)
            if span and span.type in _BODY_TYPES | {EntityType.PLACE}:
                usable = span.type in _BODY_TYPES or span.kind == NameKind.CAPITAL
                return (index.at(span.start), span) if usable and span.named else (first, None)
            if before.text in {"'s", "’s", "'", "’"}:
                span = covering(spans, before.start - 1)
                if span and span.type in _BODY_TYPES:
                    return index.at(span.start), span
                break
            if before.text in self._left or before.text in _LOWER_MODIFIERS:
                first -= 1
            elif before.text in {"and", "&"} and first > 1 and index[first - 2].text in self._titles.portfolio:
                first -= 2
            else:
                break
        return first, None

    def _after(
        self, index: WordIndex, last: int, spans: Sequence[Span], names: Sequence[Span], head: str
    ) -> tuple[int, Span | None, int | None, bool]:
        """End of the office, its body, where the words that name the body begin, and if it is an envoy."""
        end, body, body_start, envoy = index[last].end, None, None, False
        place = last + 1
        beside = span_at(spans, end + 1) if index.text[end : end + 1] == " " else None
        if beside and beside.named and beside.type in {EntityType.ORGANISATION, EntityType.OPERATION}:
            return beside.end, beside, end, False
        while place + 1 < len(index):
            joint = index[place]
            gap = index.text[end : joint.start]
            if gap not in {" ", ""} and gap.strip():
                break
            if joint.text in {"and", "&", ","}:
                step = self._more_portfolio(index, place, end, names)
                if step is None or (joint.text == "," and body is not None) or (body and joint.text != ","):
                    break
                end, place = step
                continue
            if joint.text not in _PREPOSITIONS:
                break
            if joint.text == "to" and head.split()[-1] not in _ACCREDITED:
                served = self._nested(index, place + 2, spans, names) if index[place + 1].text == "the" else None
                if served is None or body is not None:
                    break
                return served, None, None, False
            following = place + 1
            if index[following].text in {"the", "his", "her", "its"} and following + 1 < len(index):
                following += 1
            span = span_at(spans, index[following].start)
            away = joint.text == "to" or (joint.text in {"for", "on"} and head.split()[-1] in _ENVOYS)
            if span and span.kind == NameKind.DEMONYM:
                inner = self._nested(index, index.at(span.end), spans, names)
                if inner is None:
                    break
                return inner, span, None, False
            if span and span.type in _BODY_TYPES | {EntityType.PLACE} and span.named:
                if joint.text == "in" and span.type in {EntityType.PLACE, EntityType.COUNTRY}:
                    break
                if away and head.split()[-1] in _ENVOYS:
                    envoy = body is None
                elif span.type in _BODY_TYPES:
                    if body is None or (joint.text in {"of", "at", "in"} and body.type == EntityType.COUNTRY):
                        body_start = end if body_start is None else body_start
                        body = span
                end = span.end
                place = index.at(end)
                continue
            step = self._portfolio(index, following, names)
            if step is None or joint.text == "in":
                break
            envoy = envoy or (away and joint.text != "on")
            end, place = step
        return end, body, body_start, envoy

    def _nested(
        self, index: WordIndex, place: int, spans: Sequence[Span], names: Sequence[Span]
    ) -> int | None:
        """End of an office named inside another ("Advisor to the Iraqi Minister of …")."""
        while place < len(index) and index[place].text in self._left and self._head(index, place) is None:
            place += 1
        last = self._head(index, place) if place < len(index) else None
        if last is None:
            return None
        head = index.text[index[place].start : index[last].end]
        return self._after(index, last, spans, names, head)[0]

    def _portfolio(
        self, index: WordIndex, first: int, names: Sequence[Span]
    ) -> tuple[int, int] | None:
        """End and next index of a run of capitalised words; it stops before a name or an honorific."""
        place = first
        known = 0
        while place < len(index) and index[place].capital:
            word = index[place]
            gap = index.text[index[place - 1].end : word.start] if place > first else " "
            if gap not in {" ", "-", "\n"} or covering(names, word.start):
                break
            if word.text in self._titles.honorifics or word.text.rstrip(".") in self._titles.ranks:
                break
            if word.text in self._titles.portfolio or word.text in self._titles.role_heads:
                known += 1
            elif known:
                break
            place += 1
        if place == first:
            return None
        return index[place - 1].end, place

    def _more_portfolio(
        self, index: WordIndex, place: int, end: int, names: Sequence[Span]
    ) -> tuple[int, int] | None:
        """A further portfolio after "and" or a comma ("Political Affairs, Peace, and Security")."""
        following = place + 1
        if index[place].text == "," and index[following].text == "and":
            following += 1
        if following >= len(index) or index[following].text not in self._titles.portfolio:
            return None
        if covering(names, index[following].start) or self._starts_role(index, following):
            return None
        if index[place].text == "," and not self._list_goes_on(index, following):
            return None
        return self._portfolio(index, following, names)

    def _starts_role(self, index: WordIndex, place: int) -> bool:
        for step in range(place, min(place + 4, len(index))):
            if self._head(index, step) is not None:
                return True
            if index[step].text not in self._left:
                return False
        return False

    @staticmethod
    def _list_goes_on(index: WordIndex, place: int) -> bool:
        """Whether a list of portfolios ends with "and" soon."""
        return any(word.text == "and" for word in index.words[place - 1 : place + 4])


def plain_title(role: Role) -> Iterator[str]:
    """Forms by which a text may call the holder of an office later."""
    yield role.title
    yield role.head
