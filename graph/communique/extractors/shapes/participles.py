"""Who does what by a participle joined to a name: "BODY-funded PROGRAMME", "STATE-led FORCE"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.cast import Cast, Figure
from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.pairs import party
from communique.extractors.standing.sentences import sentence_around
from communique.gazetteer.organisations import Organisation
from communique.gazetteer.territories import find_territory
from communique.ontology import UNDERTAKINGS, EntityType, Relation

_DONE = re.compile(
    r"[-\u2011](?:co-?)?(?P<verb>led|funded|financed|sponsored|backed|supported|hosted|organi[sz]ed|"
    r"coordinated|run)\s+"
)
_PREFIXED = re.compile(rf"(?P<doer>\w[\w ]*?){_DONE.pattern}")
"""A description that begins with who does it ("Norwegian-funded HARBOUR programme")."""
_LED = re.compile(rf"\b(?P<doer>(?:[A-Z]\w+ )*[A-Z]\w+){_DONE.pattern}")
_NAME = re.compile(r"(?:[\w’'-]+\s+){0,5}")
"""What may stand between "X-funded" and the noun of the project."""
_NEAR = 3
"""Mentions among which that noun is."""
_BY_VERB = {
    "led": Relation.LEADS, "funded": Relation.FUNDS, "financed": Relation.FUNDS,
    "sponsored": Relation.FUNDS, "backed": Relation.SUPPORTS, "supported": Relation.SUPPORTS,
    "hosted": Relation.HOSTS, "organised": Relation.ORGANISES, "organized": Relation.ORGANISES,
    "coordinated": Relation.COORDINATES, "run": Relation.ORGANISES,
}  # fmt: skip
SURE = frozenset(
    {
        *(f"beside/x-{verb}" for verb in ("funded", "financed", "sponsored", "hosted")),
        *("called/x-led", "called/x-coordinated", "beside/x-coordinated"),
    }
)
"""Rules that stand whatever the scorer holds of them; "X-led efforts" need be no undertaking."""


def participles(
    cast: Cast, scenes: Sequence[Scene], parties: Mapping[str, Organisation]
) -> Iterator[Finding]:
    """Yield what participles joined to names state, in text order.

    Args:
        cast: The entities of the release.
        scenes: Its blocks.
        parties: Alliances and unions by their acronyms.
    """
    for scene in scenes:
        yield from _prefixed(cast, scene)
        yield from _in_offices(cast, scene, parties)


def _in_offices(cast: Cast, scene: Scene, parties: Mapping[str, Organisation]) -> Iterator[Finding]:
    """Yield what the office of somebody says: "the Commander of the BODY-led FORCE, NAME"."""
    for mention in scene.mentions:
        forces = [r.body for r in mention.roles if r.body and r.body.type == EntityType.OPERATION]
        for said in _LED.finditer(scene.block.text, mention.start, mention.end) if forces else ():
            doer = _doer(said["doer"].split(), mention, parties)
            force = next((body for body in forces if body.start >= said.end()), None)
            if doer is not None and force is not None:
                span = sentence_around(scene, mention.start, mention.end)
                yield _done(cast.named(doer), said["verb"], cast.named(force), span)


def _doer(
    words: Sequence[str], mention: Mention, parties: Mapping[str, Organisation]
) -> Span | None:
    """The state or alliance that the last of some words name, as many as possible."""
    for first in range(len(words)):
        form = words[first:]
        if doer := party([form], mention, parties):
            if doer.territory is not None:
                return doer
            # By the form that the release uses.
            return replace(doer, name=" ".join(form), aliases=(*doer.aliases, doer.name))
    return None


def _prefixed(cast: Cast, scene: Scene) -> Iterator[Finding]:
    text, sides = scene.block.text, list(zip(scene.mentions, scene.figures, strict=True))
    for number, (mention, figure) in enumerate(sides):
        if figure is None:
            continue
        span = sentence_around(scene, mention.start, mention.end)
        inside = _PREFIXED.match(text, mention.start, mention.end)
        if inside and figure.type in UNDERTAKINGS and (doer := _state(cast, inside)):
            yield _done(doer, inside["verb"], figure, span, "called")
        done = _DONE.match(text, mention.end)
        if done is None or figure.type not in {EntityType.COUNTRY, EntityType.ORGANISATION}:
            continue
        for later, other in sides[number + 1 : number + 1 + _NEAR]:
            if not _NAME.fullmatch(text, done.end(), max(done.end(), later.start)):
                break
            if other is not None and other.type in UNDERTAKINGS:
                called = other.name.startswith(text[mention.start : done.end()])
                yield _done(figure, done["verb"], other, span, "called" if called else "beside")
                break


def _state(cast: Cast, described: re.Match[str]) -> Figure | None:
    """The state whose adjective a description begins with."""
    found = find_territory(described["doer"])
    if found is None:
        return None
    territory, kind = found
    start, end = described.span("doer")
    return cast.named(Span(start, end, EntityType.COUNTRY, territory.name, territory, kind))


def _done(
    doer: Figure, verb: str, thing: Figure, span: tuple[int, int], how: str = "beside"
) -> Finding:
    return Finding(doer, _BY_VERB[verb], thing, *span, f"{how}/x-{verb}", 0.85)
