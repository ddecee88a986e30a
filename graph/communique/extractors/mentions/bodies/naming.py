"""What a name of a body says: its state and the other names by which it may be called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, Territory, TerritoryMention
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_OF_STATE = re.compile(r" of (?:the )?$")
_UNDER = re.compile(
    r" (?:under|within|at|of) (?:the )?Ministry (?:of|for)"
    r"(?: (?:the|and|[A-Z]\w+)){1,5} of (?:the )?"
)
"""The ministry that a body is under, before its state: "Guard under the Ministry of Ports of"."""
_BULLETS = " •*-–·"
_LABEL_ENDS = re.compile(r"(?: \([^()]{1,30}\))?:\s")
"""What ends the state that labels a line."""
_TOLD = re.compile(r"\b(?:by|from|with|together|alongside)\b")
"""What stands in a line before bodies that are not of the state that labels it."""
_EMBASSY = re.compile(
    r"(.+ )?(Embassy|Consulate(?: General)?)(?: in)? ((?!of\b|in\b|to\b)[A-Z][\w’'. -]*)"
)
_MINISTRY_OF = re.compile(r"(?i:ministry (?:of|for) (?:the )?)([\w-]+(?:(?:,| and|) [\w-]+)*)")
_MINISTRY = re.compile(r"([\w-]+) (?i:ministry)")
_GOES_ON = re.compile(
    r" (?:in|at) (?:the )?(?=[A-Z])| of (?:the )?(?=[A-Z][\w’'-]+$)| of the (?=[A-Z])"
)
_ORGANS = r"(?P<organ>(?:General |Permanent |Executive )?Secretariat|Commission|Assembly|Bureau)"
_WHOLE = r"(?P<whole>[A-Z]{3,}(?: [A-Z]{2,})?|[A-Z]\S+(?: (?:of |and |for )?[A-Z]\S+){1,6})"
_ORGAN_OF = re.compile(rf"{_ORGANS} of (?:the )?{_WHOLE}")
_ORGAN = re.compile(rf"{_WHOLE} {_ORGANS}")
"""A part that many bodies have, before and behind the name of the body."""
_CUT_SHORT = re.compile(r" (?:of|for|and|(?:of|for) the [A-Z]\w+)$")
"""How a name ends that is another's as well: "Office for the District", of whichever town."""
_FEWEST_WORDS = 3
"""Words of a name that is enough without what it goes on with."""
_JOINTS = frozenset({" and ", ", ", ", and "})
_CHIEF_OF = re.compile(r"\bChiefs? of (?:the )?$")
_STAFF = re.compile(r"[A-Z]\w+ Staff\b")
_SECRETARY = re.compile(r" (?:(?:Under|Deputy) )?Secretar(?:y|ies)\b(?! of the Cabinet)")
"""What makes a cabinet a part of an office: "the Peruvian Cabinet Secretary"."""
_NOMINEE = re.compile(r"(?:Nominee|Candidate)s? (?:for|to)\b")
"""How somebody is called who may come to hold an office of a body."""
_LONGEST_CHIEF = len("Chiefs of the ")
_STATES = re.compile(
    r" (?:Member|Participating|Partner|Contracting) (?:States|Countries|Nations|Economies|Parties)$"
)


def no_towns(nouns: Nouns, titles: Titles) -> frozenset[str]:
    """Words in names of bodies, operations and offices that are no town's name beside a body."""
    words = body_words()
    return (
        nouns.organisation_heads | nouns.organisation_ends | nouns.operation_heads
        | titles.role_heads | titles.role_modifiers | titles.ranks | titles.portfolio
        | titles.honorifics | words.documents | words.posts | words.heads
    )  # fmt: skip


def shaped_span(
    index: WordIndex, first: int, last: int, territories: Sequence[TerritoryMention], lost: int = 0
) -> Span:
    """The body that words name.

    Args:
        index: Words of the block.
        first: Index of the first word.
        last: Index of the last word.
        territories: What states the block names.
        lost: Characters at its end that belong to no name: a possessive without apostrophe.
    """
    start, end, name = index[first].start, index[last].end, index.phrase(first, last)
    name = name[: len(name) - lost]
    inside = [t for t in territories if start <= t.start and t.end <= end]
    owner = None if inside else _owner(index.text, start, territories)
    aliases = list(_other_names(name, start, territories))
    if owner is not None:
        aliases += home_names(name, owner)
    aliases += shorter_names(name)
    aliases += turned_names(name)
    country = inside[0].territory if inside and inside[0].start == start else None
    aliases += _abroad(name, country)
    country = country or (inside[-1].territory if inside else owner)
    return Span(
        start, end, EntityType.ORGANISATION, name, country=country, strength=3,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != name)),
        ownable=country is None,
    )  # fmt: skip


def belongs_elsewhere(text: str, span: Span, territories: Sequence[TerritoryMention]) -> bool:
    """Whether the words beside a listed body give it to another state than the list does.

    "Austria's Federal Criminal Police Office" is not the one of Germany, nor is that in a line of a
    list that begins with "Austria:".
    """
    if span.country is None or " " not in text[span.start : span.end]:
        return False
    if any(span.start <= t.start < span.end for t in territories):
        return False
    owner = (
        _owner(text, span.start, territories)
        or _owner_beside(text, span, territories)
        or _owner_of_line(text, span.start, territories)
    )
    return owner is not None and owner.iso3 != span.country.iso3


def _owner_beside(
    text: str, span: Span, territories: Sequence[TerritoryMention]
) -> Territory | None:
    """The state whose adjective stands right before a body, or that follows it after "of"."""
    for mention in territories:
        before = mention.end + 1 == span.start and mention.kind == NameKind.DEMONYM
        between = (_OF_STATE, _UNDER) if mention.start > span.end else ()
        after = any(way.fullmatch(text, span.end, mention.start) for way in between)
        if before or after:
            return mention.territory
    return None


def _owner_of_line(
    text: str, start: int, territories: Sequence[TerritoryMention]
) -> Territory | None:
    """The state that labels the line of a list ("STATE: BODY; BODY") up to where a body begins."""
    first = min(territories, key=lambda mention: mention.start, default=None)
    if first is None or first.kind != NameKind.NAME or text[: first.start].strip(_BULLETS):
        return None
    label = _LABEL_ENDS.match(text, first.end)
    named = label is not None and not _TOLD.search(text, label.end(), start)
    return first.territory if named else None


def share_states(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield bodies; one beside a body of a state belongs to that state as well.

    "The Peruvian Coast Guard and Harbour Police" are two bodies of Peru.
    """
    before: Span | None = None
    for span in spans:
        joined = before is not None and text[before.end : span.start] in _JOINTS
        if before is not None and joined and before.country and not span.country:
            home = home_names(span.name, before.country)
            before = replace(span, country=before.country, aliases=(*span.aliases, *home))
        else:
            before = span
        yield before


def _abroad(name: str, country: Territory | None) -> Iterator[str]:
    """How an embassy is called as well: by its state, and with or without "in"."""
    match = _EMBASSY.fullmatch(name)
    if match is None:
        return
    before, seat, town = match.groups()
    yield f"{before or ''}{seat} in {town}"
    if before and country is not None:
        yield f"{seat} in {town}"
        yield f"{seat} of {country.name} in {town}"


def _owner(text: str, start: int, territories: Sequence[TerritoryMention]) -> Territory | None:
    """The state that owns a name: "Latvia's Ministry of Defence"."""
    before = text[:start].rstrip()
    owners = {before.removesuffix(ending) for ending in POSSESSIVES} - {before}
    ends = {len(owner) for owner in owners}
    return next((t.territory for t in territories if t.end in ends), None)


def _other_names(name: str, start: int, territories: Sequence[TerritoryMention]) -> Iterator[str]:
    """The name without the state in it, and with the state before or after it."""
    for mention in territories:
        offset = mention.start - start
        if offset == 0 and len(name) > mention.end - start + 1:
            bare = name[mention.end - start :].strip(" -")
            yield bare
            yield from home_names(bare, mention.territory)
        elif 0 < offset < len(name) and _OF_STATE.search(name[:offset]):
            bare = _OF_STATE.sub("", name[:offset])
            yield bare
            yield from home_names(bare, mention.territory)


def home_names(bare: str, state: Territory) -> Iterator[str]:
    """How a body of a state is called by the name of the state and by its adjective.

    Args:
        bare: The name without the state ("Coast Guard", "Foreign Ministry").
        state: The state whose body it is.
    """
    adjective = body_words().adjectives.get(state.iso3)
    for form in (bare, *ministry_names(bare)):
        yield f"{form} of {state.name}"
        yield f"{state.name} {form}"
        if adjective is not None:
            yield f"{adjective} {form}"
        if state.iso3 in body_words().articled:
            yield of_state(form, state)


def of_state(bare: str, state: Territory) -> str:
    """A name with "of STATE" after it, with an article where the name of the state takes one."""
    article = "the " if state.iso3 in body_words().articled else ""
    return f"{bare} of {article}{state.name}"


def ministry_names(name: str) -> Iterator[str]:
    """The other names of a ministry: "Foreign Ministry" for "Ministry of Foreign Affairs"."""
    match = _MINISTRY_OF.fullmatch(name) or _MINISTRY.fullmatch(name)
    if match is None:
        return
    long = body_words().portfolios
    portfolio = match.group(1)
    short = long.get(portfolio.lower(), portfolio)
    if portfolio.lower() not in {other.lower() for other in long.values()}:
        yield f"{short} Ministry"
        yield f"Ministry of {portfolio}"
    for form, other in long.items():
        if other.lower() == short.lower():
            yield f"{other} Ministry"
            yield f"Ministry of {form.title().replace('The ', 'the ')}"
            yield f"Ministry for {form.title().replace('The ', 'the ')}"


def turned_names(name: str) -> Iterator[str]:
    """The secretariat, commission or the like of a body by its other name: "X Secretariat"."""
    match = _ORGAN_OF.fullmatch(name)
    if match is not None:
        yield f"{match['whole']} {match['organ']}"
    match = _ORGAN.fullmatch(name)
    if match is not None:
        yield f"{match['organ']} of {match['whole']}"
        yield f"{match['organ']} of the {match['whole']}"


def shorter_names(name: str) -> Iterator[str]:
    """A long enough name without the town, or the other body, that it goes on with."""
    for match in _GOES_ON.finditer(name):
        bare = name[: match.start()]
        if len(bare.split()) >= _FEWEST_WORDS and not _CUT_SHORT.search(bare):
            yield bare
            return


_COINS = re.compile(r"\s?[$€£]\s?\d")
"""What follows the state whose dollars a sum is in."""
_SUM = re.compile(
    r"(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|JPY|AUD|CAD|NZD|SGD|INR|PKR|BDT|NPR|KES|ZAR|AED|SAR|QAR) ?\d.*"
)
"""A sum behind the code of its currency ("USD136,859")."""


def is_no_body(text: str, span: Span) -> bool:
    """Whether words are an office, nominees, states or coins: "Chief of the Air Staff", "US $2"."""
    if _COINS.match(text, span.end) or _SUM.fullmatch(span.name):
        return True
    body = span.type == EntityType.ORGANISATION
    if body and span.name.endswith("Cabinet") and _SECRETARY.match(text, span.end):
        return True
    if body and (_STATES.search(text, span.start, span.end) or _NOMINEE.match(text, span.start)):
        return True
    before = text[max(0, span.start - _LONGEST_CHIEF) : span.start]
    return bool(_STAFF.match(text, span.start)) and bool(_CHIEF_OF.search(before))
