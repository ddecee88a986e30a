"""Where bodies have their rooms, by the town after their name: "BODY in TOWN"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.beside.pair import Pair
from communique.gazetteer.sites import site_words
from communique.ontology import EntityType, Relation

PLACE_GAPS = frozenset({" in ", " in the ", " at the ", " at ", " near "})
"""What stands between a thing and where it is."""
_DOER = re.compile(
    r"(?<!led )(?<!lent )(?<!funded )(?<!financed )(?<!paid for )(?<!prepared )(?<!steered )"
    r"(?<!coordinated )(?<!supported )(?<!commissioned )(?<!donated )(?<!sponsored )"
    r"(?<!developed )(?<!drafted )(?<!issued )(?<!published )"
    r"\b(?:by|with) (?:the )?(?:[\w-]+ and (?:the )?)?$"
)
"""What stands before who does something somewhere, rather than pays, leads or writes from there."""
_BASED = re.compile(
    r",? ?(?:\([A-Z][\w-]+\) ?)?(?:, )?(?:(?:which|that) (?:is|are) |an? (?:[\w-]+ ){1,7}?)?"
    r"(?:based|headquartered|seated|located|situated|lying|domiciled|housed) (?:in|at)(?: the)? "
    r"|,? (?:which|that) has its (?:seat|headquarters|offices?|base) (?:in|at)(?: the)? "
    r"|, in | (?:against|for|on) (?:[a-z-]+ ){1,4}in "
)
"""What stands between a body and its seat: ", headquartered in"."""
_POSTED = frozenset(
    "representative resident liaison officer attaché attache ambassador consul coordinator adviser "
    "advisor delegate envoy correspondent counsellor country".split()
)
"""Words of the offices of those whom a body has elsewhere."""
_SERVED = re.compile(
    r"\b(?:meeting|session|conference|summit|training|course|workshop|seminar|forum|event)s?\b"
    r"[^.;:,]{0,80}\b(?:for|of|with|by) (?:[^.;:,]{0,60} )?$"
)
"""What stands before a body for which something is held, "in TOWN" behind a comma."""
_SEAT_ENDS = re.compile(r"[.,;)]|$")
_DAY = re.compile(
    r",? (?:on|in|from|until|this|last|next) (?:\d|[A-Z][a-z]+(?:day|uary|ch|il|ust|ber)\b|"
    r"May |June |July |week|month|year)"
)


def offices_seated(scene: Scene) -> Iterator[Finding]:
    """Yield where the body of an office lies: "Director of BODY in TOWN"."""
    mentions = list(zip(scene.mentions, scene.figures, scene.bodies, strict=True))
    for (left, holder, spoken), (right, place, _) in pairwise(mentions):
        role = next((r for r in left.roles if r.body is not None and r.end == left.end), None)
        if role is None or place is None or right.span is None or place.type != EntityType.PLACE:
            continue
        if not _POSTED.isdisjoint(role.title.lower().split()):
            continue  # "the Fund's Resident Representative in X"
        offices = holder.offices if holder is not None else ()
        body = next((office.body for office in offices if office.role == role), spoken)
        if body is not None and body.type == EntityType.ORGANISATION:
            gap = scene.block.text[left.end : right.start]
            pair = Pair(scene, left, body, right, place, gap)
            yield from seated(pair, office=True)


def seated(pair: Pair, *, office: bool = False) -> Iterator[Finding]:
    """Yield where a body lies by "BODY in TOWN" and "BODY, based in TOWN".

    Args:
        pair: The body, the town and the words between.
        office: Whether the body is named in an office, on which all that follows may hang.
    """
    text = pair.scene.block.text
    if pair.gap not in PLACE_GAPS:
        served = pair.gap == ", in " and _SERVED.search(text, 0, pair.left.start)
        if not served and _BASED.fullmatch(pair.gap) and _SEAT_ENDS.match(text, pair.right.end):
            yield pair.finding(Relation.LOCATED_IN, "located/beside", 0.7)
        return
    inside = pair.gap.startswith(" in")
    hangs = office or pair.attached or (inside and _is_seated(pair.one))
    if hangs and not _acts_there(pair):
        rule = "located/beside" if inside else "located/at"
        yield pair.finding(Relation.LOCATED_IN, rule, 0.7)


def _is_seated(body: Figure) -> bool:
    """Whether a body is of a kind that has its rooms in one town ("X Institute of Y")."""
    words = re.split(r" (?:of|for|against|on|in) ", body.name, maxsplit=1)[0].split()
    return words[-1] in site_words().houses | site_words().seated


def _acts_there(pair: Pair) -> bool:
    """Whether the place is where a body does something: "run by BODY in TOWN", "… on Monday".

    What has its rooms there is there whatever it does.
    """
    if _is_seated(pair.one):
        return False
    text = pair.scene.block.text
    done = _DOER.search(text[: pair.left.start]) is not None
    return done or _DAY.match(text, pair.right.end) is not None
