"""Sums that a list allots: "Denmark will provide:" above "- EUR 5 million to BODY"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.outline import Item, Outline
from communique.extractors.reading.money import Sum, sums
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_GIVING = re.compile(
    r"(?i)\b(?:grants?|granted|fund(?:s|ed|ing)?|financ\w+|contribut\w+|support|assistance|aid|"
    r"donat\w+|awards?|awarded|allocat\w+|allott?\w*|allotments?|provid\w+|mak\w+ available|"
    r"made available|packages?|pledg\w+|disburs\w+|committed|earmark\w*|distribut\w+|invest\w*|"
    r"recipients?|beneficiar\w+|humanitarian|announce[sd]?|following (?:amounts|sums))\b"
)
"""Words of a line above a list of sums that are given."""
_TO = re.compile(
    r"(?: \([^()]{1,40}\)| (?:each|annually|yearly|grants?|contributions?|donations?|per year|"
    r"over (?:the next )?\w+ years|in (?:\w+ ){0,2}(?:funding|support|aid|assistance|grants?|"
    r"contributions?)))* (?:to|for|towards|in support of|goes? to|went to) "
    r"(?:the |its |each of )?$"
)
"""What stands between a sum and who gets it."""
_BESIDE = re.compile(r"(?: \([A-Z][\w-]{1,12}\))?(?: ?[:–—-] ?|, | \(|: )(?:[a-z ]{0,25})?$")
"""What stands between who gets a sum and the sum behind."""
_LABEL = re.compile(r"(?: \([A-Z]{2,8}\))?(?:: | [–—] )(?=\D{0,12}\d)")
_LIST = re.compile(r"(?:, | and |, and )(?:the |to the |to |for the )?")
_OPENS = re.compile(r"^[\W\d]*(?:The )?$")
_FEWEST = 2
_REACH = 60
"""Characters of a line in which a sum stands with which it begins."""
_GIVERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_TAKERS = frozenset({EntityType.ORGANISATION, EntityType.OPERATION, EntityType.EVENT})


def allocations(cast: Cast, scenes: Sequence[Scene], outline: Outline) -> Iterator[Finding]:
    """Yield who funds what in lists of sums: the giver of the lead-in, or of the release.

    Args:
        cast: The figures of the release.
        scenes: Its blocks, in order.
        outline: Its list items.
    """
    for item in (*outline.items, *_lines_of_sums(scenes, outline)):
        lead = item.lead.block.text if item.lead else item.scene.block.lead or ""
        paid = sums(item.scene.block.text)
        if not paid or not _GIVING.search(lead.rsplit(". ", 1)[-1]):
            continue
        giver = _label(item.scene) or _giver(item) or _opening_giver(cast, scenes)
        for taker, amount in _allotted(item.scene, paid) if giver is not None else ():
            if giver is not None and taker is not giver:
                yield Finding(
                    giver, Relation.FUNDS, taker, *item.span, "list/allocation", 0.8,
                    amount=amount.text,
                )  # fmt: skip


def _lines_of_sums(scenes: Sequence[Scene], outline: Outline) -> Iterator[Item]:
    """Yield lines in a row that begin with sums as items of the paragraph above them."""
    listed = {item.scene.number for item in outline.items}
    for opens, group in groupby(scenes[1:], lambda scene: _opens_with_sum(scene.block.text)):
        lines = list(group)
        lead = scenes[lines[0].number - 1]
        for scene in lines if opens and len(lines) >= _FEWEST else ():
            if scene.number not in listed:
                yield Item(scene, lead, None)


def _opens_with_sum(text: str) -> bool:
    """Whether a line begins with a sum of money."""
    paid = sums(text[:_REACH])
    return bool(paid) and not text[: paid[0].start].strip(" •-–—*")


def _label(scene: Scene) -> Figure | None:
    """Who gives by the label of an item: "Norway: NOK 3 million to BODY"."""
    text, first = scene.block.text, scene.figures[0] if scene.figures else None
    if first is None or first.type not in _GIVERS or not _LABEL.match(text, scene.mentions[0].end):
        return None
    behind = [f for f in scene.figures[1:] if f is not None and f.type in _TAKERS]
    return first if behind and _OPENS.match(text[: scene.mentions[0].start]) else None


def _giver(item: Item) -> Figure | None:
    """The last state or body before words of the lead-in that say that something is given."""
    lead = item.lead
    if lead is None:
        return None
    text = lead.block.text
    begin = text.rfind(". ") + 1
    for said in _GIVING.finditer(text, begin):
        givers = [
            figure
            for mention, figure in zip(lead.mentions, lead.figures, strict=True)
            if figure is not None and begin <= mention.start and mention.end <= said.start() + 1
            if figure.type in _GIVERS
        ]
        if givers:
            return givers[-1]
    return None


def _opening_giver(cast: Cast, scenes: Sequence[Scene]) -> Figure | None:
    """The first state or body of the title that something is given by, else the issuing state."""
    opening = scenes[0] if scenes and scenes[0].figures else None
    if opening is not None and _GIVING.search(opening.block.text):
        first, ahead = opening.figures[0], opening.block.text[: opening.mentions[0].start]
        if first is not None and first.type in _GIVERS and _OPENS.match(ahead):
            return first
    return cast.state or cast.issuer


def _allotted(scene: Scene, paid: Sequence[Sum]) -> Iterator[tuple[Figure, Sum]]:
    """Yield whom an item gives a sum: behind "to" after it, or right before it."""
    text, previous = scene.block.text, 0
    for number, one in enumerate(paid):
        stop = paid[number + 1].start if number + 1 < len(paid) else len(text)
        behind = list(_behind(scene, one, stop))
        yield from ((figure, one) for figure in behind)
        if not behind and (before := _before(scene, one, previous)) is not None:
            yield before, one
        previous = one.end


def _behind(scene: Scene, paid: Sum, stop: int) -> Iterator[Figure]:
    """Yield those to whom a sum goes by the words behind it, and those listed with them."""
    end = -1
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if mention.start < paid.end or mention.start >= stop or figure is None:
            continue
        gap = scene.block.text[paid.end if end < 0 else end : mention.start]
        fits = _TO.fullmatch(gap) if end < 0 else _LIST.fullmatch(gap)
        if not fits or figure.type not in _TAKERS:
            return
        yield figure
        end = mention.end


def _before(scene: Scene, paid: Sum, previous: int) -> Figure | None:
    """Who gets a sum by standing right before it: "BODY: EUR 5 million", "BODY (EUR 5 million)"."""
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        before = previous <= mention.start and mention.end <= paid.start
        taker = before and figure is not None and figure.type in _TAKERS
        if taker and _BESIDE.fullmatch(scene.block.text, mention.end, paid.start):
            return figure
    return None
