"""Two names of one undertaking beside each other: "the DEMIRA program", "a training plan (ITP)"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import kinds_of
from communique.extractors.cast.twins.alike import is_initials, names_of
from communique.extractors.reading.script import Scene, undertakings
from communique.ontology import EntityType

_NOUNS = frozenset(
    "program programme project initiative exercise operation mission campaign drill scheme".split()
)
"""Nouns behind a name that say that it is of what somebody does."""
_BRACKET = re.compile(
    r"(?P<tail>(?: [\w’'&-]+){0,8}) \([“\"]?"
    r"(?P<acronym>[A-Z][A-Za-z0-9+&/-]{1,11}(?: ?\d{1,3})?)[”\"]?\)"
)
"""An acronym in brackets behind a noun and its tail."""
_TAIL = re.compile(r"^ (?:of|for|on|to|against|in|and|at|with|between) (?:the )?")
_REACH = 60


def adjoining(cast: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield a name and the noun behind it, an undertaking and its acronym in brackets."""
    known = {name: f for f in cast.figures if f.named for name in names_of(f)}
    for scene, number, figure in undertakings(scenes):
        if not figure.named and (name := _name_before(figure, known, cast)) is not None:
            yield name, figure
        acronym = _acronym(scene, number)
        other = known.get(acronym)
        if acronym and other is None:
            figure.call(acronym)
        elif other is not None and (other.type == figure.type or is_unlisted(other, cast)):
            yield figure, other


def is_unlisted(figure: Figure, cast: Cast) -> bool:
    """Whether nothing but its capitals tells a body: no list, no long form, no office."""
    told = figure.aliases or figure.country or figure.territory or figure.within
    known = told or figure is cast.issuer
    known = known or any(o.body is figure for person in cast.people() for o in person.offices)
    return figure.type == EntityType.ORGANISATION and not known


def _name_before(figure: Figure, known: Mapping[str, Figure], cast: Cast) -> Figure | None:
    """What a description has the name of before its noun, unless a known body has that name."""
    *front, noun = figure.name.split()
    if noun.lower() not in _NOUNS:
        return None
    names = (known.get(" ".join(front[place:])) for place in range(len(front)))
    name = next((found for found in names if found is not None), None)
    if name is None or is_unlisted(name, cast) or name.type == figure.type:
        return name
    mission = any(kinds_of(noun) & kinds_of(form) for form in names_of(name) if " " in form)
    return name if mission and name.type == EntityType.ORGANISATION else None


def _acronym(scene: Scene, number: int) -> str:
    """What the brackets behind an undertaking give as its initials, not as those of its tail."""
    text, mention = scene.block.text, scene.mentions[number]
    found = _BRACKET.match(text, mention.end)
    if found is None:
        return ""
    front = text[max(0, mention.start - _REACH) : mention.end].rsplit(",", 1)[-1]
    acronym, noun = found["acronym"], text[mention.start : mention.end].split()[-1]
    tail = is_initials(acronym, _TAIL.sub("", found["tail"]))
    own = noun[0].upper() in acronym.upper() and is_initials(acronym, front + found["tail"])
    return acronym if own and not tail else ""
