"""Parts and towns of the United States that are called as states of the world are."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from communique.extractors.mentions.spans import Span
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import NameKind, TerritoryMention, find_territory
from communique.ontology import EntityType

GEORGIA = "Georgia"
_THE_STATE_OF_THE_WORLD = re.compile(
    r"Georgian|Tbilisi|Batumi|Kutaisi|Abkhazia|Ossetia|Republic of Georgia"
    r"|Georgia[’']s (?:President|Prime Minister|Foreign|Minister|Parliament|Government)"
    r"|Caucasus|Eastern Partnership|Affairs of Georgia\b"
    r"|(?:President|Minister|Parliament|[Ff]orces|Embassy|Ambassador) (?:[A-Z]\S* ){0,3}"
    r"(?:of|to|in) Georgia\b(?! [A-Z])"
)
_LISTED = re.compile(
    rf"\b([A-Z]\w+)(?:,|,? and|,? or) {GEORGIA}\b|\b{GEORGIA}(?:,|,? and|,? or) ([A-Z]\w+)"
)
"""Georgia beside another name."""
_TOWNS = re.compile(r"\b(?:Atlanta|Savannah)\b")
"""Towns that are known without their state."""
_OFFICES = (
    r"(?:Governor|Secretary of State|Attorney General|Senator|Congress\w+"
    r"|Representative(?! (?:to|of|in))|Bureau of Investigation"
    r"|Department of|State (?:Patrol|University|Senate|House)|(?:Army |Air )?National Guard|Tech)\b"
)


def is_american(text: str) -> bool:
    """Whether a release means the state of the United States where it says Georgia.

    It does if it names its districts, towns or offices, or it beside other states of them, and
    nothing of the state in the Caucasus. That it names the capital is not enough beside a state of
    the world: "travels to Atlanta, then to Georgia and Armenia".
    """
    if GEORGIA not in text or _THE_STATE_OF_THE_WORLD.search(text):
        return False
    if _american().search(text) is not None:
        return True
    others = (match[1] or match[2] for match in _LISTED.finditer(text))
    return _TOWNS.search(text) is not None and not any(map(find_territory, others))


@cache
def _american() -> re.Pattern[str]:
    words = site_words()
    # "In New York, Georgia’s minister said": these two are where states of the world speak.
    states = "|".join(sorted(words.american_states - {"New York", "Washington"}))
    towns = "|".join(sorted(words.georgian_towns))
    joint = r"(?:,|,? and|,? or|,? &) "
    return re.compile(
        rf"(?:District|State|Governor) of {GEORGIA}\b|\b{GEORGIA} {_OFFICES}"
        rf"|\b(?:{towns}),? {GEORGIA}\b"
        rf"|\b(?:{states}){joint}{GEORGIA}\b|\b{GEORGIA}{joint}(?:{states})\b"
    )


def namesakes(
    text: str, territories: Iterable[TerritoryMention], *, american: bool
) -> Iterator[TerritoryMention]:
    """Yield what of the states that a block names by the gazetteer is in the United States.

    Args:
        text: The block.
        territories: What it names.
        american: Whether Georgia is the one in the United States.
    """
    for mention in territories:
        if mention.kind == NameKind.NAME:
            state = american and text[mention.start : mention.end] == GEORGIA
            if state or _state_behind().match(text, mention.end):
                yield mention


def place(text: str, namesake: TerritoryMention) -> Span:
    """A namesake as the place it is."""
    start, end = namesake.start, namesake.end
    return Span(start, end, EntityType.PLACE, text[start:end], strength=2)


@cache
def _state_behind() -> re.Pattern[str]:
    """A state of the United States behind a town, and nothing that makes it the next of a list."""
    states = "|".join(sorted(site_words().american_states - {"Washington"}))
    return re.compile(rf", (?:{states})(?:,? (?!and\b|or\b)[a-z]|[.;):]|,? ?[–—]|,?\s*$)")
