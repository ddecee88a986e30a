"""Who issued a release, by the name its feed gives the source."""

from communique.extractors.mentions import Knowledge, MentionFinder, Span
from communique.gazetteer.territories import Territory, find_territories, find_territory
from communique.ontology import EntityType

_GOVERNMENTS = {"White House": "United States", "Kremlin": "Russia", "Downing Street": "United Kingdom"}
"""Seats of government that stand for the state's own releases."""


def find_issuer(source: str, finder: MentionFinder) -> tuple[Span | None, Territory | None]:
    """The issuing body and the state it belongs to, each None if the source does not tell."""
    if not source.strip():
        return None, None
    states = find_territories(source)
    state = states[0].territory if states else None
    for seat, name in _GOVERNMENTS.items():
        found = find_territory(name)
        if seat in source and found:
            state = found[0]
    for mention in finder.find(source, [], Knowledge()):
        if mention.type == EntityType.ORGANISATION and mention.span is not None:
            return mention.span, state or mention.span.country
    if state is not None and source.strip() == state.name:
        return None, state
    return Span(0, len(source), EntityType.ORGANISATION, source.strip()), state
