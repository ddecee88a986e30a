"""Sums that a list allots: "Denmark will provide:" above "- EUR 5 million to BODY"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.outline import Outline
from communique.extractors.layout.parties.heads import last_sentence
from communique.extractors.layout.rolls.roll import is_short, rolls
from communique.extractors.reading.money import Sum, sums
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_GIVING = re.compile(
    r"(?i)\b(?:grants?|granted|fund(?:s|ed|ing)?|financ\w+|contribut\w+|support|assistance|aid|"
    r"donat\w+|awards?|awarded|allocat\w+|allott?\w*|allotments?|provid\w+|mak\w+ available|"
    r"made available|packages?|pledg\w+|disburs\w+|committed|earmark\w*|distribut\w+|invest\w*|"
    r"recipients?|beneficiar\w+|humanitarian|announce[sd]?|(?:following|these) (?:amounts|sums))\b"
)
"""Words of a line above a list of sums that are given."""
_TO = re.compile(
    r"(?: \([^()]{1,40}\)| (?:each|annually|yearly|grants?|contributions?|donations?|per year|"
    r"over (?:the next )?\w+ years|in (?:\w+ ){0,2}(?:funding|support|aid|assistance|grants?|"
    r"contributions?)))* (?:to|for|towards|in support of|goes? to|went to) "
    r"(?:the |its |each of )?$"
)
"""What stands between a sum and who gets it."""
_BESIDE = re.compile(
    r"(?: \([A-Z][\w-]{1,12}\))?(?: ?[:–—-] ?|, | \(|: | ?\| ?)(?:[a-z ]{0,25})?$"
    r"|[.,;]? (?:\| )?(?i:sum|amount|grant|award|contribution|value|total)(?: [a-z]{1,12})?: ?$"
)
"""What stands between who gets a sum and the sum behind."""
_LABEL = re.compile(r"(?: \([A-Z]{2,8}\))?(?:: | [–—] )(?=\D{0,12}\d)")
_LIST = re.compile(r"(?:, | and |, and )(?:the |to the |to |for the )?")
_RECIPIENT = re.compile(
    r"\W{0,4}(?:Recipient|Beneficiary|Grantee|Grant|(?:Implementing )?[Pp]artner|To|For)s?: "
)
"""The label of who gets a sum that stands behind."""
_OPENS = re.compile(r"^[\W\d]*(?:The )?$")
_GIVERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_TAKERS = frozenset({EntityType.ORGANISATION, EntityType.OPERATION, EntityType.EVENT})


def allocations(
    cast: Cast, scenes: Sequence[Scene], outline: Outline, given: frozenset[int] = frozenset()
) -> Iterator[Finding]:
    """Yield who funds what in lists of sums: the giver of the lead-in, or of the release.

    Args:
        cast: The figures of the release.
        scenes: Its blocks, in order.
        outline: Its list items.
        given: Where lines begin that name who gives.
    """
    spent = spent_in(scenes, outline)
    for scene, lead in _listed(scenes, outline):
        paid = sums(scene.block.text)
        words = lead.block.text if lead is not None else scene.block.lead or ""
        if not paid or scene.block.start in given or not _GIVING.search(last_sentence(words)):
            continue
        label = _label(scene)
        label = None if (scene.block.start, label) in spent else label
        giver = label or _giver(lead) or _opening_giver(cast, scenes)
        for taker, amount in _allotted(scene, paid) if giver is not None else ():
            if giver is not None and taker is not giver:
                yield Finding(
                    giver, Relation.FUNDS, taker, scene.block.start, scene.block.end,
                    "list/allocation", 0.8, amount=amount.text,
                )  # fmt: skip


def spent_in(scenes: Sequence[Scene], outline: Outline) -> frozenset[tuple[int, Figure | None]]:
    """Where lines begin whose label is the state in which the sum of another is spent, with it.

    So it is where the line above names who gives, and no line of the list gives in its name:
    "Denmark grants:" above "Mali: EUR 2 million to BODY".

    Args:
        scenes: The blocks of the release, in order.
        outline: Its list items.
    """
    lines = [
        (scene, _label(scene), giver)
        for scene, lead in _listed(scenes, outline)
        if (giver := _giver(lead)) is not None
    ]
    own = {label for _, label, _ in lines}
    return frozenset(
        (scene.block.start, label)
        for scene, label, giver in lines
        if label is not None and label.type == EntityType.COUNTRY and giver not in own
    )


def _listed(scenes: Sequence[Scene], outline: Outline) -> Iterator[tuple[Scene, Scene | None]]:
    """Yield the lines of lists with the line that leads them, those of sums even after a stop."""
    items = {item.scene.number: item for item in outline.items}
    yield from ((item.scene, item.lead) for item in outline.items)
    for roll in rolls(scenes, _is_of_sum):
        yield from ((row, roll.above[-1]) for row in roll.rows if row.number not in items)


def _is_of_sum(scene: Scene) -> bool:
    """Whether a line is no sentence and begins with a sum, or with a label and who gets one."""
    text = scene.block.text
    paid = sums(text) if is_short(scene) else []
    return (
        bool(paid) and (_OPENS.match(text[: paid[0].start]) or _RECIPIENT.match(text)) is not None
    )


def _label(scene: Scene) -> Figure | None:
    """Who gives by the label of an item: "Norway: NOK 3 million to BODY"."""
    text, first = scene.block.text, scene.figures[0] if scene.figures else None
    if first is None or first.type not in _GIVERS or not _LABEL.match(text, scene.mentions[0].end):
        return None
    behind = [f for f in scene.figures[1:] if f is not None and f.type in _TAKERS]
    return first if behind and _OPENS.match(text[: scene.mentions[0].start]) else None


def _giver(lead: Scene | None) -> Figure | None:
    """The last state or body before words of the lead-in that say that something is given."""
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
