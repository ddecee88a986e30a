"""Bodies and places that the language model labels, as far as they are worth keeping."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

Labels = Sequence[tuple[int, int, str]]
"""Spans that the model labels: start, end, label."""
ARTICLES = ("the ", "The ", "a ", "an ")
REACH = 80
"""Characters before a name that hold any office and its joint."""
_TYPES = {
    "ORG": EntityType.ORGANISATION, "GPE": EntityType.PLACE, "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}  # fmt: skip
_POSSESSIVES = ("'s", "’s", "'", "’")
_NOT_IN_NAMES = frozenset('\n•,;:()[]“”"')
_OFFICE_OF = re.compile(r"(\w+) (?:of|for)(?: the)? $")
_OFFICE = re.compile(r"((?:[A-Z][\w-]+ ){1,4}?)(?:of|for) ")
"""An office with what it is for, which the model takes for a body ("Inspector General of X")."""
_SIGNED = frozenset({"Agreement", "Agreements", "Arrangement", "Memorandum", "Treaty", "Accord"})
"""Papers that states sign, whatever body their name speaks of ("Customs Agreement")."""
_JOINTS = ("of ", "for ", "of the ", "for the ")
"""What stands between an office and its portfolio; looked for first, since that is quick."""
_JOURNEYS = frozenset({"travel", "travels", "departure", "arrival", "return", "stop", "stops"})
"""Nouns of headlines that the model takes for places: "Minister’s Travel to X"."""
_FEWEST_CAPITALS = 2
"""Capitals that tell the name of a body from a common noun."""
_SHORTEST_ACRONYM = 3
_NAMED = re.compile(r"[A-Z][\w’'-]{0,30}(?:, (?:[A-Z]{2,5}, ){0,4}| )$")
_DEGREE = re.compile(r"(?:[A-Z]\.){3,4}|[A-Z]\.[A-Z][a-z]+\.?")
"""Degrees, which the model takes for places and bodies ("a B.G.S. from X")."""
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?")
"""Months cut short, which the model takes for places."""
_PARTY = re.compile(r"[DRI]-[A-Z][A-Za-z]{1,6}\.?")
"""Party and state of a member of Congress, which the model takes for a body ("(D-IL)")."""
_HULL = re.compile(r" \d{1,4}\)")
"""The number of a ship, with its class before it: "(DDG 190)"."""
_KIND_OF_STATES = 2
"""Words by which members are called by what they are."""
_MEMBERS = frozenset({"Member", "Participating", "Partner", "Contracting"})
"""What states are to the body named before: "ASEAN Member States"."""
_VISIT = re.compile(
    r"(?:Working|Official|State|Courtesy|Farewell|Introductory|Private|Return|Study|Inaugural|Maiden|"
    r"Upcoming|Forthcoming|Planned|Unannounced|Overseas)"
    r"(?: and \w+)? (?:Visit|Call|Trip|Tour|Meeting|Travel|Journey)s?"
)
"""Visits written with capitals, which the model takes for bodies."""
_HEADS = re.compile(r"(?:Heads|Chiefs|Leaders|Letters?) of \w")
"""People by their office in the plural, and papers ("Letters of Credence")."""
_LONG_PLACE = 3
"""Words from which on the name of a place may hold one in lower case."""


class HintReader:
    """Turns labels of the language model into spans that any rule of ours beats."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes that tell titles from names."""
        self._heads = nouns.organisation_heads
        self._titles = titles.role_heads | titles.honorifics
        self._ranks, self._honours = titles.ranks, titles.postnominals
        self._memberships = {noun for noun in titles.memberships if noun.endswith("s")}
        self._offices = titles.role_heads
        self._portfolio = titles.portfolio
        words = body_words()
        self._sites = site_words()
        self._no_acronyms, self._documents = words.no_acronyms, words.documents
        self._plain = titles.portfolio | titles.role_modifiers
        self._deeds = nouns.event_nouns | nouns.meeting_nouns | _JOURNEYS

    def read(self, text: str, labels: Labels) -> Iterator[Span]:
        """Yield what the model takes for bodies and places, in its order."""
        for start, end, label in labels:
            first, last = _trimmed(text, start, end)
            form = text[first:last]
            if label == "PERSON" and self._is_site(form):
                yield _hint(form, first, last, EntityType.PLACE)
            if label not in _TYPES or not form or not _is_sound(form, label):
                continue
            if self._is_behind_name(text, first, last):
                continue
            if _MONTH.fullmatch(form) or (_DEGREE.fullmatch(form) and not find_territory(form)):
                continue
            if self._is_thing(form) if label == "ORG" else form.lower() in self._deeds:
                continue
            if self._is_name(form) and not self._is_portfolio(text, first, form):
                yield _hint(form, first, last, _TYPES[label])

    def _is_behind_name(self, text: str, first: int, last: int) -> bool:
        """Whether letters are the class of a ship with its number, or honour somebody."""
        hull = _HULL.match(text, last) and text[first - 1 : first] == "("
        honours = self._honours.issuperset(text[first:last].split())
        return bool(hull or (honours and _NAMED.search(text, max(0, first - REACH), first)))

    def _is_site(self, form: str) -> bool:
        """Whether the model takes a town for a person ("Puerto X", "X City")."""
        words = form.split()
        sited = words[0] in self._sites.openings or words[-1] in self._sites.endings
        return len(words) > 1 and sited and form[0].isupper() and _is_sound(form, "GPE")

    def _is_thing(self, form: str) -> bool:
        """Whether a form names a currency, a paper, a kind of states ("Framework Nations")."""
        if form in self._no_acronyms or _VISIT.fullmatch(form) or _PARTY.fullmatch(form):
            return True
        words = form.split()
        if len(words) == 1:
            return False
        signed = words[-1] in _SIGNED and " of " not in form
        signed = signed or (words[0] in _SIGNED and words[1] == "of")  # "Treaty of TOWN"
        paper = signed or (words[-1] in self._documents and self._heads.isdisjoint(words))
        states = words[-1] in self._memberships and (
            len(words) == _KIND_OF_STATES or words[-2] in _MEMBERS
        )
        return paper or states or _HEADS.match(form) is not None

    def _is_name(self, form: str) -> bool:
        """Whether a form is more than title and portfolio words."""
        office = _OFFICE.match(form)
        if office is not None and office.group(1).strip() in self._offices:
            return False
        words = [word for word in form.replace("-", " ").split() if word[0].isupper()]
        ranked = {" ".join(words[:size]).removesuffix(".") for size in (1, 2)}
        if ranked & self._ranks:
            return any(word in self._heads for word in words)
        if any(word in self._titles for word in words):
            return any(word in self._heads for word in words)
        return not all(word in self._plain for word in words)

    def _is_portfolio(self, text: str, start: int, form: str) -> bool:
        """Whether a form continues an office: "Minister of Environment Anna Berg"."""
        begun = text.endswith(_JOINTS, 0, start)
        office = _OFFICE_OF.search(text, max(0, start - REACH), start) if begun else None
        if office is None or office.group(1) not in self._offices:
            return False
        words = form.split()
        return words[0] in self._portfolio and not any(word in self._heads for word in words)


def _hint(form: str, start: int, end: int, kind: EntityType) -> Span:
    """What the model found, as a state where it is one."""
    state = find_territory(form) if kind == EntityType.PLACE else None
    if state and state[1] != NameKind.CAPITAL:
        return Span(start, end, EntityType.COUNTRY, state[0].name, *state, strength=0)
    return Span(start, end, kind, form, strength=0)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without article and possessive ending."""
    for opening in ARTICLES:
        if text.startswith(opening, start, end):
            start += len(opening)
    for ending in _POSSESSIVES:
        if text.endswith(ending, start, end):
            end -= len(ending)
    return start, end


def _is_sound(form: str, label: str) -> bool:
    """Whether a span of the model looks like a name worth keeping."""
    if _NOT_IN_NAMES & set(form):
        return False
    words = form.split()
    capitals = sum(word[0].isupper() for word in words)
    if label == "ORG":
        acronym = len(words) == 1 and form.isupper() and len(form) >= _SHORTEST_ACRONYM
        return capitals >= _FEWEST_CAPITALS or acronym
    return capitals == len(words) or (len(words) >= _LONG_PLACE and capitals == len(words) - 1)
