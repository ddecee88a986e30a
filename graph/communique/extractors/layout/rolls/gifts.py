"""Rolls of those who give something: "Germany: EUR 24 million", "48 trucks – Estonia"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.layout.listing import heads
from communique.extractors.layout.rolls.roll import Roll, is_short, is_total, opens, rolls, said
from communique.extractors.mentions import Mention
from communique.extractors.reading.money import sums
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.triggers import Triggers
from communique.ontology import EntityType, Relation

_GIVERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_DOINGS = frozenset({EntityType.ORGANISATION, EntityType.OPERATION, EntityType.EVENT})
_TAKERS = _DOINGS | {EntityType.COUNTRY}
_TO = re.compile(
    r"(?i)\b(?:to|for|towards?|into|behind|in support of|in favour of|for the benefit of|"
    r"(?:financ\w+|fund\w*|replenish\w+|budget|costs?|backers?|donors?) of|"
    r"support\w*|back(?:s|ed|ing)?|financ(?:e|es|ed|ing)|fund(?:s|ed|ing)?)"
    r"(?: (?:the|its|their|our|her|his|this|people of|population of|victims of))*\s*$"
)
"""What stands before that to which something is given."""
_LIST = re.compile(r"(?:, | and |, and | & | / )(?:the )?")
_FROM = re.compile(r"(?: ?[:|–—-] | ?\| ?|: ?|\t|,? (?:from|by) (?:the )?| \()$")
"""What stands between what is given and who gives it."""
_AMOUNT = re.compile(r"\d[\d.,\xa0 ]*(?:\b(?:million|billion|m|bn|mn)\b)?\W*")
_MONEY = re.compile(
    r"(?i)[$€£¥]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|euros?|dollars|million|millions|pledge[sd]?|"
    r"amounts?|sums?|funds?|funding)\b"
)
"""Words above a roll of bare numbers that tell that they are sums."""
_DIGIT = re.compile(r"\d")
_FEWEST = 2
_LINES = 3
"""Lines from which on a roll is one, and those among which one has a number."""
_TOGETHER = re.compile(r"(?i)\W*(?:sum|together|all donors)\b")
_REACH = 60
_CELL_WORDS = 5
"""Words of the longest cell of a table's head."""
_FUND = re.compile(r"(?i)\b(?:(?<!monetary )fund|facility|appeal|trust)\Z")
"""How what is there to be paid into is called."""
_DONE = 3
"""Blocks above the lead that may name what is given to."""


def gifts(
    scenes: Sequence[Scene], triggers: Triggers, struck: Figure | None = None
) -> Iterator[Finding]:
    """Yield who gives to what by lists of givers, where the words above tell what it is given to.

    Args:
        scenes: The blocks of a release.
        triggers: What such words say.
        struck: The state that help is for which does not say to whom it goes.
    """
    for roll in rolls(scenes, _is_row):
        above = _words(roll)
        if (
            not _is_counted(roll)
            or not triggers.search("roll-givers", above)
            or triggers.search("roll-takers", above)
        ):
            continue
        taker = None if _has_giver(roll, triggers) else _taker(roll, scenes) or struck
        money = _MONEY.search(above) is not None
        for scene, giver, amount in _given(roll, money=money) if taker is not None else ():
            if taker is not None and giver is not taker:
                yield _finding(scene, giver, taker, amount)


def _is_counted(roll: Roll) -> bool:
    """Whether a roll is of sums and numbers, one for three of its lines at least."""
    texts = [row.block.text for row in roll.rows]
    return _FEWEST <= len(texts) <= _LINES * sum(map(bool, map(_DIGIT.search, texts)))


def _has_giver(roll: Roll, triggers: Triggers) -> bool:
    """Whether the line above says who gives to the bodies of a roll: "Norway's pledges: WFP …"."""
    lead, begin = roll.above[-1], said(roll.above[-1])
    told = triggers.search("roll-givers", lead.block.text[begin:])
    ends = begin + told.start() if told is not None else begin
    named = (lead.figures[number] for number in lead.numbers(begin, ends))
    states = any(f.type == EntityType.COUNTRY for row in roll.rows for f in _givers(row)[0])
    return not states and any(f is not None and f.type in _GIVERS for f in named)


def _finding(scene: Scene, giver: Figure, taker: Figure, amount: str | None) -> Finding:
    """Who funds a body or operation, or supports a state, or one of them with things."""
    funds = amount is not None and taker.type in _DOINGS
    relation = Relation.FUNDS if funds else Relation.SUPPORTS
    return Finding(
        giver, relation, taker, scene.block.start, scene.block.end, f"roll/{relation.lower()}", 0.8,
        amount=amount if funds else None,
    )  # fmt: skip


def _is_row(scene: Scene) -> bool:
    """Whether a line names who gives, or holds what is given in a cell of its own."""
    text = scene.block.text
    if is_total(text) or _TOGETHER.match(text) or not is_short(scene):
        return False
    return bool(_givers(scene)[0]) or (not scene.mentions and _is_cell(text))


def _is_cell(text: str) -> bool:
    """Whether a line without names is a number, or something counted."""
    return bool(sums(text)) or text.lstrip()[:1].isdigit()


def _givers(scene: Scene) -> tuple[Sequence[Figure], str]:
    """Those whom a line begins or ends with, and the words beside them; nobody if it has none."""
    text, first = scene.block.text, scene.figures[0] if scene.figures else None
    if first is None:
        return (), ""
    if first.type in _GIVERS and opens(scene):
        numbers = scene.numbers(0, _joint(scene))
        end = scene.mentions[numbers[-1]].end
        return [f for f in heads(scene, 0, end) if f.type in _GIVERS], text[end:]
    return _behind(scene)


def _joint(scene: Scene) -> int:
    """Where the names end that a line begins with, and the words on what they give begin."""
    text, end = scene.block.text, scene.mentions[0].end
    for mention in scene.mentions[1:]:
        if not _LIST.fullmatch(text, end, mention.start):
            break
        end = mention.end
    return end


def _behind(scene: Scene) -> tuple[Sequence[Figure], str]:
    """Whom a line ends with behind a mark: "USD 9 million – Estonia", "48 trucks (Estonia)"."""
    text, last, figure = scene.block.text, scene.mentions[-1], scene.figures[-1]
    marked = _FROM.search(text, max(0, last.start - _REACH), last.start)
    ends = not text[last.end :].strip(" ).;,")
    if figure is None or figure.type not in _GIVERS or marked is None or not ends:
        return (), ""
    return [figure], text[: marked.start()]


def _given(roll: Roll, *, money: bool) -> Iterator[tuple[Scene, Figure, str | None]]:
    """Yield the givers of a roll with the line that names them and the sum, if it is one."""
    pending: tuple[Scene, Sequence[Figure]] | None = None
    for row in roll.rows:
        givers, words = _givers(row)
        if not givers:
            words = row.block.text
            scene, givers = pending or (row, ())
        elif not words.strip(" .:;,|–—-"):
            pending = row, givers
            continue
        else:
            scene = row
        pending = None
        if not _is_for_another(row):
            yield from ((scene, giver, _amount(words, money=money)) for giver in givers)


def _amount(words: str, *, money: bool) -> str | None:
    """The sum that words tell, a bare number if those above say that it is one."""
    paid = sums(words)
    if paid:
        return paid[0].text
    bare = words.strip(" :|–—-\t().;,")
    return bare if money and _AMOUNT.fullmatch(bare) else None


def _is_for_another(scene: Scene) -> bool:
    """Whether a line itself says to what its sum goes: "Estonia: EUR 3 million to BODY"."""
    text = scene.block.text
    return any(
        figure is not None and figure.type in _DOINGS and _TO.search(text, 0, mention.start)
        for mention, figure in zip(scene.mentions[1:], scene.figures[1:], strict=True)
    )


def _words(roll: Roll) -> str:
    """What stands above a roll, from its head cells up to the last sentence before."""
    words: list[str] = []
    for scene in reversed(roll.above):
        words.append(scene.block.text[said(scene) :])
        if len(words[-1].split()) > _CELL_WORDS:
            break
    return "\n".join(words)


def _taker(roll: Roll, scenes: Sequence[Scene]) -> Figure | None:
    """To what the words above a roll say that something is given, the nearest ones first."""
    lead = roll.above[-1]
    above = [*reversed(scenes[max(1, lead.number - _DONE) : lead.number + 1]), *scenes[:1]]
    for scene in above:
        begin = said(scene)
        found = [(m.start < begin, f) for m, f in _aims(scene)]
        if found:
            return min(found, key=lambda one: one[0])[1]
    return _fund(scenes[: lead.number + 1])


def _fund(above: Sequence[Scene]) -> Figure | None:
    """The fund named last above a roll, if none but that one is."""
    named = (f for scene in above for f in scene.figures if f is not None and f.named)
    funds = dict.fromkeys(f for f in named if f.type in _DOINGS and _FUND.search(f.name))
    return next(iter(funds)) if len(funds) == 1 else None


def _aims(scene: Scene) -> Iterator[tuple[Mention, Figure]]:
    """Yield the states, bodies and undertakings of a block that words say something is given to."""
    text = scene.block.text
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if figure is None or figure.type not in _TAKERS or not figure.named:
            continue
        if _TO.search(text, max(0, mention.start - _REACH), mention.start):
            yield mention, figure
