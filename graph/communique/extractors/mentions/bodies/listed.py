"""Organisations by the forms of the gazetteer and those that a release introduces."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.bodies.naming import home_names
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex, reaches
from communique.gazetteer.organisations import Organisation, OrganisationKind
from communique.gazetteer.posts import read_posts
from communique.gazetteer.territories import fold, territory_of
from communique.ontology import UNDERTAKINGS, EntityType

_OWNING_ACRONYM = re.compile(r"[A-Z]{3,}s")
_CABINET = re.compile(
    r"Secretary of (?:the )?((?:[A-Z]\w+|and|of|the)(?: (?:[A-Z]\w+|and|of|the))*?)"
    r"(?= for\b| of\b|,|$)"
    r"|^(Agriculture|Commerce|Defense|Education|Energy|Homeland Security|Interior|Labor"
    r"|Transportation|Treasury) Secretary$"
    r"|^(?:(?:Deputy|Assistant|Acting|Associate|Principal) )*Attorney General$"
)
"""Offices of the cabinet of the United States, by the portfolio."""
_OF_ANOTHER = ("Secretary of State for ", "Parliamentary Under")
"""Beginnings of offices that other states have."""
_MINISTRY = re.compile(r"[A-Z]\w+ (?:Foreign|Interior|Defence|Defense) Ministry")
_OF_STATE = "United States Department of"
_ATTORNEYS = "Justice"
_LIKE_EVENTS = re.compile(r"\w.* (?:Forum|Dialogue|Conference|Negotiations)$")
"""Forms of the gazetteer that would else be taken for names of events."""
LISTED = 3
"""Strength of the forms of the gazetteer; those that a release introduces are stronger."""
_AS_EVENTS = 4
"""Strength of those forms; a longer name of an event beats them."""
_ARTICLES = frozenset({"the", "The"})
_TOPICAL = frozenset({"of", "for"})
"""Words after "the HEAD" that make it the beginning of another name."""
_LONG_ACRONYM = 5
"""Characters above which an acronym with "s" is hardly a plural ("NGOs")."""


class ListedBodies:
    """Looks organisations up, and deployed forces, which are operations."""

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        """Index the gazetteer by its forms."""
        self._forms = {form: org for org in organisations for form in org.forms}
        self._reach = reaches(self._forms)
        self._homes = {org.name: _homes(org) for org in organisations if org.country}

    def alone(self, index: WordIndex) -> dict[int, Span]:
        """The longest form of the gazetteer that begins at each word, by the words' numbers."""
        begun = (
            (n, self._reach.get(word.text, 0))
            for n, word in enumerate(index)
            if word.text in self._reach or (word.capital and word.text.endswith("s"))
        )
        spans = ((n, self._at(index, n, reach, {})) for n, reach in begun)
        return {first: span for first, span in spans if span is not None}

    def find(
        self, index: WordIndex, known: Mapping[str, Span], alone: Mapping[int, Span]
    ) -> list[Span]:
        """The longest form that begins at each word, in order.

        Args:
            index: Words of the block.
            known: Forms that the release has introduced, with what they mean.
            alone: What is found without them.
        """
        introduced = reaches(known)
        found: dict[int, Span | None] = dict(alone)
        for first, word in enumerate(index) if introduced else ():
            if word.text in introduced:
                reach = max(self._reach.get(word.text, 0), introduced[word.text])
                found[first] = self._at(index, first, reach, known)
        spans = (found[first] for first in sorted(found))
        return [span for span in spans if span is not None]

    def _at(
        self, index: WordIndex, first: int, reach: int, known: Mapping[str, Span]
    ) -> Span | None:
        """The body whose form of at most so many words begins at a word."""
        span = self._longest_from(index, first, reach, known) if reach else None
        word = index[first]
        if span is None and word.capital and _OWNING_ACRONYM.fullmatch(word.text):
            return self._owning(index, first)
        return span

    def department(self, title: str) -> Span | None:
        """The department of the United States, or international body, of an office; or None."""
        folded = fold(title)
        for beginning, form in read_posts().international.items():
            if folded.startswith(beginning):
                return self.named(form)
        match = _CABINET.search(title)
        if match is None or title.startswith(_OF_ANOTHER):
            return None
        portfolio = match.group(1) or match.group(2) or _ATTORNEYS
        forms = (f"{_OF_STATE} {portfolio}", f"{_OF_STATE} the {portfolio}")
        found = (self.named(form) for form in forms)
        return next((span for span in found if span is not None), None)

    def named(self, form: str) -> Span | None:
        """The organisation of that form, at no place of a text; None if none is listed."""
        found = self._forms.get(form)
        return self._span(found, form, 0, 0) if found else None

    def _owning(self, index: WordIndex, place: int) -> Span | None:
        """The body of an acronym whose possessive has lost its apostrophe ("DEAs office")."""
        word = index[place]
        found = self._forms.get(word.text[:-1])
        following = index.after(place)
        owns = following is not None and (following.capital or len(word.text) > _LONG_ACRONYM)
        if found is None or following is None or following.mark or not owns:
            return None
        return self._span(found, word.text[:-1], word.start, word.end)

    def _longest_from(
        self, index: WordIndex, first: int, reach: int, known: Mapping[str, Span]
    ) -> Span | None:
        start = index[first].start
        for last in range(min(first + reach, len(index)) - 1, first - 1, -1):
            form = index.phrase(first, last).replace("’", "'")
            if form in known and index[first].text in _ARTICLES:
                if _is_alone(index, last):
                    start = index[first + 1].start
                    return replace(known[form], start=start, end=index[last].end, strength=1)
                continue
            if form in known:
                if _is_other_edition(index, last, known[form]):
                    return None
                return replace(known[form], start=start, end=index[last].end, strength=4)
            if form in self._forms and not self._is_owned(form):
                return self._span(self._forms[form], form, start, index[last].end)
        return None

    def owners(self, index: WordIndex, listed: Sequence[Span]) -> Iterator[Span]:
        """Yield the bodies by whose acronyms the names of others begin ("LEAGUE Council").

        Args:
            index: Words of the block.
            listed: Those others.
        """
        for span in listed:
            word = index[index.at(span.start)]
            longer = word.end < span.end and span.type == EntityType.ORGANISATION
            found = self._forms.get(word.text) if longer else None
            if found is not None and word.text in found.acronyms and found.country is None:
                yield self._span(found, word.text, word.start, word.end)

    def _is_owned(self, form: str) -> bool:
        """Whether a form begins with that of another body, to which it belongs."""
        owner, _, owned = form.partition("'s ")
        return bool(owned) and owner in self._forms

    def _span(self, found: Organisation, form: str, start: int, end: int) -> Span:
        """The organisation by its usual acronym if the text uses an acronym, else by its name."""
        kind = EntityType.ORGANISATION
        if found.kind == OrganisationKind.OPERATION:
            kind = EntityType.OPERATION
        return Span(
            start, end, kind,
            found.acronyms[0] if form in found.acronyms else found.name,
            country=territory_of(found.country),
            aliases=(*found.forms, *self._homes.get(found.name, ())),
            strength=_AS_EVENTS if _LIKE_EVENTS.match(form) else LISTED,
        )  # fmt: skip


def _is_alone(index: WordIndex, last: int) -> bool:
    """Whether a noun that stands for a body does not begin a longer name."""
    following = index.after(last)
    if following is None or index.gap(last + 1) != " ":
        return True
    named = last + 2 < len(index) and index[last + 2].capital and following.text in _TOPICAL
    return not following.capital and not named


def _is_other_edition(index: WordIndex, last: int, known: Span) -> bool:
    """Whether a number after the form is not the one of the undertaking known by it."""
    if known.type not in UNDERTAKINGS or last + 1 >= len(index):
        return False
    number = index[last + 1].text
    return number.isdigit() and not known.name.endswith(number) and not index[last].text.isdigit()


def _homes(found: Organisation) -> tuple[str, ...]:
    """What a ministry that the gazetteer has is called by its state and the order of its words."""
    state = territory_of(found.country)
    forms = (form.split(" ", 1) for form in found.forms if _MINISTRY.fullmatch(form))
    bare = next((rest for _, rest in forms), None)
    names = home_names(bare, state) if bare is not None and state is not None else ()
    return tuple(name for name in names if name not in found.forms)
