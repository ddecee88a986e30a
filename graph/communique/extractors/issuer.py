"""Who issued a release, by the name its feed gives the source."""

from communique.extractors.mentions import Knowledge, MentionFinder, Span
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.territories import Territory, find_seat, find_territories
from communique.ontology import EntityType


def find_issuer(source: str, finder: MentionFinder) -> tuple[Span | None, Territory | None]:
    """The issuing body and the state it belongs to, each None if the source does not tell.

    A wire or newspaper forwards what others issue: its source tells neither.
    """
    name = source.strip()
    if not name or is_medium(name):
        return None, None
    states = find_territories(source)
    state = find_seat(source) or (states[0].territory if states else None)
    for mention in finder.find(source, [], Knowledge()):
        body = mention.type in {EntityType.ORGANISATION, EntityType.OPERATION}
        if body and mention.span is not None and mention.span.named:
            return mention.span, state or mention.span.country
    if state is not None and name == state.name:
        return None, state
    return Span(0, len(source), EntityType.ORGANISATION, name), state
