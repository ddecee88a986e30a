"""Officials: names joined with the honorifics, ranks and offices around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extractors.mentions.people.affiliations import Affiliations
from communique.extractors.mentions.people.context import Context, shortens
from communique.extractors.mentions.people.leading.districts import in_district
from communique.extractors.mentions.people.leading.fields import read_on
from communique.extractors.mentions.people.names import NameFinder
from communique.extractors.mentions.spans import Mention, Role, Span
from communique.extractors.mentions.words import initials
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "The", "our"})
_BEFORE_OFFICE = _ARTICLES | frozenset(
    "current new newly recently appointed elected re-elected newly-elected newly-appointed "
    "nominated designated incoming next first".split()
)
_BEFORE_NAME = frozenset({" ", "\n", "-", " - ", " mission ", " delegation ", " office "})
_BEFORE_HONORIFIC = frozenset(
    f" {the}{style}" for the in ("the ", "The ") for style in ("", "Most ", "Right ", "Rt. ", "Rt ")
)
_BEFORE_APPOSED_HONORIFIC = frozenset(f",{gap}" for gap in _BEFORE_HONORIFIC)
_BEFORE_APPOSED_NAME = frozenset({", ", ",\n", " – ", ": "})
_ACRONYM = re.compile(r" ?\([A-Z][\w./-]{1,11}\)(?: Group)?")
"""The acronym of a body between an office in it and the name."""
_COMMAS = re.compile(r", ([A-Z]{2,9})(?=, )")
"""The same between commas."""
_STYLED = re.compile(
    r"(?:(?:His|Her) (?:Excellency|Majesty|Royal Highness|Highness|Honou?r)|H\. ?E\.|HE), $"
)
"""A form of address with a comma before the name."""
_LONGEST_STYLE = 24
_BEHIND_NAME = frozenset({", ", ", the ", " (", " – ", " - "})  # and the office that it has
_LEADING = frozenset({", "}) | _BEFORE_APPOSED_HONORIFIC  # between an office and its name
_JOINTS = frozenset({" and ", "/", " / ", " & ", " and the "})
_AND = frozenset({"and", "&"})
_OPENING_MARKS = frozenset({",", "(", "–", "-", "—", "/"})
_LIST_GAP = re.compile(r"[,;]? (?:and )?(?:the |its |his |her |their )?")
_LONGEST_ADDRESS = 9
"""Words that honorifics and ranks before a name may have."""


def join_officials(
    context: Context, roles: Sequence[Role], finder: NameFinder, titles: Titles
) -> list[Mention]:
    """One mention for each named person with the offices beside the name, each other office.

    An office right before a name belongs to it; one before a comma belongs to the name after it if
    the office begins with an article or nobody is named before it; one after a comma belongs to
    the name before it.
    """
    joiner = _Joiner(context, roles, finder, titles)
    joined = [joiner.join(number) for number in range(len(context.names))]
    alone = [Mention(r.start, r.end, EntityType.PERSON, None, (r,)) for r in joiner.free]
    return sorted([*joined, *alone], key=lambda mention: mention.start)


class _Joiner:
    """The offices of a block while they go to the names beside them.

    Attributes:
        free: Offices that nobody has yet, in order.
    """

    def __init__(
        self, context: Context, roles: Sequence[Role], finder: NameFinder, titles: Titles
    ) -> None:
        self._context, self._index = context, context.index
        self._names, self._spans = context.names, context.spans
        self._finder, self._titles = finder, titles
        self._affiliations = Affiliations(context, roles)
        self.free = list(read_on(context, roles, finder.words))
        self._led: set[int] = set()

    def join(self, number: int) -> Mention:
        """The mention of a name; the offices beside it are no longer free."""
        name = self._names[number]
        following = self._names[number + 1] if number + 1 < len(self._names) else None
        start, honorific = self._address(name)
        start, honorific, taken = self._join_before(start, honorific)
        if not taken and (served := self._served(start, honorific)):
            start, taken = served.start, [served]
        end = name.end
        led = bool(taken)
        if led:
            self._led.add(name.end)
        while after := self._role_after(end, following, again=end > name.end, led=led):
            self.free.remove(after)
            end = after.end
            if taken and self._is_address(taken[0]):
                honorific = f"{taken.pop(0).title} {honorific}".strip()
            taken.append(after)
        end = self._join_body(start, name, end, taken, honorific)
        acronym = _ACRONYM.match(self._index.text, end) if taken and taken[-1].end == end else None
        end = acronym.end() if acronym and taken[-1].body else end
        return Mention(start, end, EntityType.PERSON, name, tuple(taken), honorific)

    def _address(self, name: Span) -> tuple[int, str]:
        """Where the honorifics and ranks before a name begin, and their words."""
        index, place = self._index, self._index.at(name.start)
        styled = _STYLED.search(index.text, max(0, name.start - _LONGEST_STYLE), name.start)
        if styled is not None:
            return styled.start(), styled.group().rstrip(", ")
        for first in range(max(0, place - _LONGEST_ADDRESS), place):
            start = index[first].start
            inside = any(role.start <= start < role.end for role in self.free)
            inside |= any(s.start < start < s.end for s in self._spans)  # "Danish Army General X"
            if not inside and self._finder.words.address(index, first) == place:
                return start, index.text[start : name.start].strip()
        return name.start, ""

    def _join_before(self, start: int, honorific: str) -> tuple[int, str, list[Role]]:
        """Take the offices before an offset: where they begin, the form of address, the offices."""
        before = self._role_before(start, honoured=bool(honorific))
        if before is None:
            return start, honorific, []
        self.free.remove(before)
        office = self._role_before(before.start) if self._is_address(before) else None
        if office:
            self.free.remove(office)
            before, honorific = office, f"{before.title} {honorific}".strip()
        taken = [before]
        shared = self._index.text.startswith(",", before.end)
        while further := self._joined_before(taken[0].start, shared=shared):
            self.free.remove(further)
            taken.insert(0, further)
        return taken[0].start, honorific, taken

    def _served(self, start: int, honorific: str) -> Role | None:
        """The place in a body that stands right before a rank: "Danish Navy Captain NAME"."""
        rank = self._rank(honorific)
        body = next((s for s in self._spans if s.end == start - 1), None) if rank else None
        if body is None or not body.named or body.type != EntityType.ORGANISATION:
            return None
        beside = self._index.text[body.end : start] == " "
        return Role(body.start, start, rank, "", body) if beside else None

    def _is_address(self, role: Role) -> bool:
        """Whether an office may be a mere form of address ("Ambassador")."""
        return role.title in self._titles.forms_of_address and role.body is None

    def _role_before(self, start: int, *, honoured: bool = False) -> Role | None:
        """The office that belongs to the name, honorific or office which begins at an offset."""
        for role in self.free:
            if role.end > start:
                break
            gap = self._index.text[role.end : start]
            if honoured and gap in _BEFORE_HONORIFIC:
                return role
            honoured_behind = honoured and gap in _BEFORE_APPOSED_HONORIFIC
            bare = self._without_acronym(gap, role)
            apposed = honoured_behind or bare in _BEFORE_APPOSED_NAME
            if bare in _BEFORE_NAME or (apposed and self._is_open(role)):
                return role
        return None

    @staticmethod
    def _without_acronym(gap: str, role: Role) -> str:
        """What stands behind an office but for the acronym of its body, in brackets or commas."""
        behind = _COMMAS.match(gap) if role.body else None
        if behind and role.body and initials(role.body.name) == behind[1]:
            return gap[behind.end() :]
        return _ACRONYM.sub("", gap, count=1) if role.body or shortens(gap, role) else gap

    def _is_open(self, role: Role) -> bool:
        """Whether an office before a comma opens an apposition instead of closing one."""
        place = self._index.at(role.start) - 1
        if place >= 0 and self._index[place].text in _ARTICLES:
            place -= 1
        if place < 0 or self._index[place].text != ",":
            return True
        comma = self._index[place].start
        return not any(n.end == comma and n.end not in self._led for n in self._names)

    def _joined_before(self, start: int, *, shared: bool) -> Role | None:
        """An office joined by "and" or "/" to the one that begins at an offset.

        By an article or initials it is another's: "the Secretary General and Prime Minister X".

        Args:
            start: The offset.
            shared: Whether a comma stands before the name, so that one article leads all offices:
                "the Foreign Minister and Deputy Prime Minister, X".
        """
        for role in self.free:
            if role.end >= start:
                break
            place, gap = self._index.at(role.start), self._index.text[role.end : start]
            article = place and self._index[place - 1].text in _ARTICLES
            if article and not (shared and not gap.endswith("the ")):
                continue
            if gap in _JOINTS and (role.body or not role.title.isupper()):
                return role
        return None

    def _role_after(
        self, end: int, following: Span | None, *, again: bool, led: bool
    ) -> Role | None:
        """The office that belongs to the name or office which ends at an offset.

        Args:
            end: The offset.
            following: The next name; an office right before it is its own.
            again: Whether an office ends at the offset.
            led: Whether an office stands before the name, so that another name behind a comma may
                be led by the one after it.
        """
        role = next((role for role in self.free if role.start >= end), None)
        if role is None:
            return None
        gap = self._without_postnominals(self._index.text[end : role.start])
        words = set(gap.strip(" ,\n(–-—/").split())
        opened = gap.strip(" \n")[:1] in _OPENING_MARKS and words <= _BEFORE_OFFICE
        if not (opened or (again and gap.strip() in _AND)) or (
            following is not None and self._stands_before(role, following)
        ):
            return None
        if led and not again and self._is_definite(role) and not self._context.is_last(role):
            return None
        if not led and not again and self._opens_list(role):
            self._led.add(end)
            return None
        another = led or (again and (self._is_definite(role) or self._is_led(role, following)))
        return None if another and following and self._leads(role, following) else role

    def _is_definite(self, role: Role) -> bool:
        """Whether an office begins with "the" or its owner, so that it may be somebody else's."""
        place = self._index.at(role.start) - 1
        body = role.body if role.body is not None and role.body.start == role.start else None
        owner = body is not None and self._index.text.startswith(("'s ", "’s "), body.end)
        return owner or (place >= 0 and self._index[place].text == "the")

    def _is_led(self, role: Role, name: Span | None) -> bool:
        """Whether an office and a name behind it belong together, as the name has no other."""
        if name is None or not self._leads(role, name):
            return False
        further = (r for r in self.free if r.start > name.end)
        return not any(self._index.text[name.end : r.start] in _BEHIND_NAME for r in further)

    def _without_postnominals(self, gap: str) -> str:
        """What stands behind a name, without "MP" or the like before a comma."""
        behind, comma, rest = gap.removeprefix(",").partition(",")
        letters = {word.rstrip(".") for word in behind.split()}
        honoured = bool(letters) and letters <= self._titles.postnominals
        return comma + rest if honoured else gap

    def _opens_list(self, role: Role) -> bool:
        """Whether an office leads a list to the end: "the OFFICE, NAME, and the OFFICE, NAME".

        It has two offices at least and ends with a name that no office follows.
        """
        count, held = 0, None
        for office in self.free[self.free.index(role) :]:
            if held is not None and not self._goes_on(held.end, office.start):
                break
            held = next((name for name in self._names if name.start >= office.end), None)
            if held is None or not self._leads(office, held):
                return False
            count += 1
        return count > 1

    def _goes_on(self, end: int, start: int) -> bool:
        """Whether nothing but a joint and an article stands between a name and an office."""
        return _LIST_GAP.fullmatch(self._index.text, end, start) is not None

    def _leads(self, role: Role, name: Span) -> bool:
        """Whether a comma stands between an office and the name after it, addressed or not."""
        start = self._address(name)[0]
        title = self._role_before(start)
        if title is not None and title is not role and self._is_address(title):
            start = title.start
        return self._index.text[role.end : start] in _LEADING

    def _stands_before(self, role: Role, name: Span) -> bool:
        """Whether nothing but honorifics stands between an office and the name after it."""
        text = self._index.text
        rest = text[role.end : name.start]
        return not rest.strip() or text[role.end : self._address(name)[0]] in {" ", "\n"}

    def _join_body(
        self, start: int, name: Span, end: int, taken: list[Role], honorific: str
    ) -> int:
        """Give the last office, or the rank of a name without, the body that follows; its end."""
        if not taken:
            ranked = bool(self._rank(honorific))
            place = self._affiliations.of_name(start, end)
            place = place or self._affiliations.of_state(name, end, ranked=ranked)
            if place is None or place.body is None:
                return end if place is None else place.end
            taken.append(replace(place, title=self._rank(honorific)))
            return place.end
        last = in_district(self._index.text, taken[-1], end)
        served = last is not taken[-1]
        taken[-1] = last
        if last.body is not None or last.envoy:
            own = self._affiliations.of_member(name, end, last)
            taken += [own] if own else []
            return own.end if own else max(end, last.body.end) if last.body and served else end
        found = self._affiliations.of_office(start, end, behind=end > name.end)
        if found is None:
            return end
        taken[-1] = replace(last, body=found[0])
        return found[1]

    def _rank(self, honorific: str) -> str:
        """The rank at the end of a form of address, or nothing."""
        words = honorific.split()
        tails = (" ".join(words[first:]) for first in range(len(words)))
        return next((t for t in tails if t.rstrip(".") in self._titles.ranks), "")
