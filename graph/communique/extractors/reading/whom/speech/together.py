"""Who says "we" in a joint statement: the states and bodies that issue it together."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_OPENING = 6
"""Blocks, the title among them, that may tell who issues a statement together."""
_MOST = 8
"""Parties of whom each is taken to say all of it: the states of the G7 and the EU."""
_TEXT = r"(?:statement|declaration|communiqu[eé])\b"
_TITLED = re.compile(
    rf"(?i)\bjoint (?:[\w’'-]+ ){{0,3}}?{_TEXT}|\b(?:leaders|ministers)['’] {_TEXT}"
    rf"|\b{_TEXT} (?:by|of|from) (?:the )?(?:[\w’'-]+ ){{0,3}}(?:governments|ministers|leaders)\b"
)
"""What the title says of a statement that several issue."""
_LED_IN = re.compile(rf"(?i)\b(?:the following|text of)\b[^.]{{0,60}}\b{_TEXT}")
"""What the words above such a statement say of it."""
_BY = re.compile(
    r"(?i)(?: (?:by|of|from))?(?: the)?(?: (?:[\w’'-]+ ){0,6}?(?:governments|ministers|leaders|"
    r"presidents|affairs|interior|defen[cs]e|justice|finance)(?: (?:of|from)(?: the)?)?)? ?"
)
"""What stands between a statement and those who issue it."""
_OTHERS = re.compile(
    r"(?i)\b(?:(?:on|to|about|after|following|backs|backed|joins|joined)\b"
    r"|answer|welcom|reject|condemn|support|endors|respon|react|denounc)"
)
"""What stands before a statement that others made: "A rejects joint statement by B"."""
_WE = re.compile(r"\b(?:[Ww]e|WE),? the [^.;:]{0,90}$|\b(?:[Ww]e|WE), [^.;:]{0,60}$")
"""What stands before those who call themselves "we": "We, the ministers of"."""
_GAP = re.compile(r"(?i)(?:[\s,;&()“”\"–—-]|\b(?:and|or|the|of|governments?|by|as well as)\b)*")
"""What stands between two of one list."""
_OPENS = re.compile(
    r"(?i)(?:(?:Today|Yesterday|On [^,]{3,30}),? )?(?:the )?"
    r"(?:(?:[\w’'-]+ ){1,3}(?:of|from) (?:the )?)?"
)
"""What may stand before those with whom a text begins: "On DATE, representatives of"."""
_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


def parties(cast: Cast, scenes: Sequence[Scene]) -> list[Figure]:
    """Those who issue a joint statement, in order of the text; none if it is none or of many.

    They are listed behind "We, the …", or with the issuer or its state among them where the
    opening calls the text a joint statement, in its title or with the words that a text begins.

    Args:
        cast: The figures of the release.
        scenes: The blocks in order.
    """
    listed = _listed(cast, scenes[:_OPENING])
    return listed if len(listed) <= _MOST else []


def _listed(cast: Cast, opening: Sequence[Scene]) -> list[Figure]:
    """All that the opening of a joint statement lists."""
    own = {figure for figure in (cast.issuer, cast.state) if figure is not None}
    titled = any(_is_titled(scene.block.text) for scene in opening[:1])
    for scene in opening:
        for first, listed in _lists(cast, scene):
            ours = titled or not own.isdisjoint(listed)
            if ours and _WE.search(scene.block.text, 0, first):
                return listed
    led = [scene for scene in opening[1:] if _LED_IN.search(scene.block.text)]
    signed = _signed(cast, opening[0]) if titled else []
    return signed or _introduced(cast, opening, led, own if led or titled else set())


def _introduced(
    cast: Cast, opening: Sequence[Scene], led: Sequence[Scene], own: set[Figure]
) -> list[Figure]:
    """The first list with the issuer in it by which the text or its statement begins."""
    for scene in (*led, *opening):
        for first, listed in _lists(cast, scene):
            begins = scene in led or not scene.number or _opens(scene, first)
            if begins and not own.isdisjoint(listed):
                return listed
    return []


def _is_titled(title: str) -> bool:
    """Whether a title is that of a statement which several issue, not of what is said of one."""
    found = _TITLED.search(title)
    return found is not None and not _OTHERS.search(title, 0, found.start())


def _signed(cast: Cast, title: Scene) -> list[Figure]:
    """Those by whom a title says that a statement is, whoever publishes it."""
    text = title.block.text
    found = _TITLED.search(text)
    for first, listed in _lists(cast, title) if found else ():
        if found and (
            found.start() < first < found.end() or _BY.fullmatch(text, found.end(), first)
        ):
            return listed
    return []


def _lists(cast: Cast, scene: Scene) -> Iterator[tuple[int, list[Figure]]]:
    """Yield the lists of two or more states and bodies in a block, and where each begins."""
    first, end, listed = 0, 0, list[Figure]()
    for number, mention in enumerate(scene.mentions):
        party = _party(cast, scene, number)
        near = mention.start < end or _GAP.fullmatch(scene.block.text, end, mention.start)
        if party is None or not near:
            if len(listed) > 1:
                yield first, listed
            first, listed = mention.start, []
        end = max(end, mention.end)
        if party is not None and party not in listed:
            listed = [*listed, party]
    if len(listed) > 1:
        yield first, listed


def _party(cast: Cast, scene: Scene, number: int) -> Figure | None:
    """The state or body that a mention is, or for which an official speaks; None for another."""
    figure, body = scene.figures[number], scene.bodies[number]
    if figure is not None and figure.type == EntityType.PERSON:
        told = figure.told(scene.mentions[number].roles, scene.number)
        bodies = [office.body for office in told if office.body is not None]
        states = (
            body if body.type == EntityType.COUNTRY else cast.home_of(body) for body in bodies
        )
        return next(filter(None, states), None)
    party = figure or body
    if party is None or party.type not in _PARTIES:
        return None
    return cast.home_of(party) or party


def _opens(scene: Scene, first: int) -> bool:
    """Whether a text begins with a list, but for a date or whose officials are meant."""
    text = scene.block.kind == BlockKind.PARAGRAPH
    return text and _OPENS.fullmatch(scene.block.text, 0, first) is not None
