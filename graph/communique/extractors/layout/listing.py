"""Those whom the segments of a list are about, without what is said of them."""

import re

from communique.extractors.cast import Figure
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_PARTING = re.compile(
    r"[,;:/|•\n–—-]|\b(?:and|und|et|y|e|as well as|plus|also|including|namely)\b|&", re.I
)
_OPENING = re.compile(
    r"(?i)[\W\d]*(?:[a-z]\)\s*)?(?:(?:the|a|an|their|her|his|its|both|from|of|by|with|later|then|finally|"
    r"afterwards|lastly|representatives?|delegat(?:es?|ions?)|"
    r"officers?|officials?|experts?|members?|ministers?|leaders?|heads?|chiefs?|ambassadors?|"
    r"troops?|forces?|soldiers?|personnel|contingents?|teams?|units?|police|customs|authorities|"
    r"governments?|republic|kingdom|states?|senior|national|judge|justice|mr|mrs|ms|dr|h\.?e)\b[\W\d]*)*"
)
_SMALL = frozenset("the a an its their her his by of for and in on to at from with de al".split())
"""Words in small letters that an office may hold: "the Commandant of the National Academy"."""
_LONGEST_OFFICE = 120
_LANDS = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def heads(scene: Scene, start: int, end: int) -> list[Figure]:
    """Those who open the segments of a list in a span of the block, each once.

    Left out is what belongs to one of them: bodies after "of", what stands in brackets, the body
    or state behind the comma after a person.

    Args:
        scene: The block.
        start: Where the list begins, in code points from the start of the block.
        end: Where it ends.
    """
    return list(dict.fromkeys(_heads(scene, start, end)))


def _heads(scene: Scene, start: int, end: int) -> list[Figure]:
    text, done, opened = scene.block.text, start, start
    found: list[Figure] = []
    stands_in = False  # whether the last is the body of an office whose holder may follow
    for mention, figure, body in zip(scene.mentions, scene.figures, scene.bodies, strict=True):
        begin = _begin(mention, start)
        if not start <= begin < end:
            continue
        gap, first = text[done:begin], done == start
        for parting in _PARTING.finditer(gap):
            opened, first, stands_in = done + parting.end(), True, False
        done = max(done, mention.end)
        party = figure or body
        if party is None or _inside_brackets(text[start:begin]):
            continue
        if not _opens(party, text[opened:begin], first=first):
            continue
        if not first and stands_in:
            found.pop()
        owner = found[-1] if found else None
        if owner is not None and ";" not in gap and _belongs(party, owner, gap):
            continue
        stands_in = figure is None
        found.append(party)
    return found


def _opens(party: Figure, words: str, *, first: bool) -> bool:
    """Whether a segment of a list that begins with some words is about who follows them."""
    if first and _OPENING.fullmatch(words):
        return True
    if party.type != EntityType.PERSON or len(words) > _LONGEST_OFFICE:
        return False
    return all(not word[:1].islower() or word.strip(",.") in _SMALL for word in words.split())


def _begin(mention: Mention, start: int) -> int:
    """Where a mention begins in a list; a title before the list is its label: "Chair: NAME"."""
    named = mention.span is not None and mention.start < start <= mention.span.start
    return start if named else mention.start


def _inside_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")


def _belongs(party: Figure, owner: Figure, gap: str) -> bool:
    """Whether a body or state only says where the one before it comes from ("NAME, BODY")."""
    close = gap.strip() in {",", "–", "—", "-"}
    if owner.type == EntityType.PERSON:
        return party.type != EntityType.PERSON and "\n" not in gap and " and " not in gap
    return close and owner.type == EntityType.ORGANISATION and party.type in _LANDS
