"""Lists of those who go along on a journey: "In her entourage are:"."""

from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.cast import Figure
from communique.extractors.layout.lists import guests
from communique.extractors.layout.outline import Item
from communique.extractors.layout.parties.heads import hangs, last_sentence
from communique.extractors.reading.script import Finding
from communique.extractors.reading.timing import Calendar
from communique.extractors.triggers import Triggers
from communique.ontology import EntityType, Relation, Status

_HEADS = ("travellers", "companions")
Legs = Mapping[Figure, Status | None]


def listed_companions(
    items: Sequence[Item], triggers: Triggers, legs: Legs, calendar: Calendar
) -> Iterator[Finding]:
    """Yield that the people of a list visit what is visited by those whom they go with.

    Args:
        items: The lines of lists.
        triggers: What the line above such a list says.
        legs: Where the trip of the release goes, and whether that is planned.
        calendar: When something is.
    """
    for item in items if legs else ():
        if item.lead is None or not _takes_along(item.lead.block.text, triggers):
            continue
        named = {site: legs[site] for site in item.lead.figures if site and site in legs}
        for figure in (f for f in guests(item) if f.type == EntityType.PERSON):
            for site, status in (named or legs).items():
                if figure.sure_home is None or figure.sure_home != site.territory:
                    yield Finding(
                        figure, Relation.VISITS, site, *item.span, "roster/travellers", 0.75,
                        date=calendar.of_span(*item.span) or calendar.stays.of(site),
                        status=status,
                    )  # fmt: skip


def _takes_along(lead: str, triggers: Triggers) -> bool:
    """Whether the last sentence above a list says that somebody takes its people along."""
    last = last_sentence(lead)
    leads = lead.rstrip().endswith(":") or hangs(lead) or "\n" not in lead
    return leads and any(triggers.search(name, last) for name in _HEADS)
