"""Which states operations involve by their names: "Support Mission in STATE", "EUTM STATE"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.kinds import is_group
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.ontology import EntityType, Relation

_OF = r"(?:the )?(?:Republic of )?"
_WHERE = re.compile(rf"\bin {_OF}$")
"""What leads to a state in any description of an operation."""
_FOR = re.compile(rf"(?:\b(?:in|to|for) {_OF}|\b[A-Z][A-Z-]{{3,}} (?:Sahel )?|\w ?[-–] ?)$")
"""What leads to a state in a name: words, or an acronym or dash before it."""
_ENDS = re.compile(r"$|[’']s?\b| (?:and|on|of|for|from|to|under|during)\b|,| ?\(")
_VAGUE = frozenset(
    "assistance aid support relief funding effort efforts work process measure measures ceasefire "
    "cease-fire truce return search response transition".split()
)
"""Nouns of what is no undertaking that others carry out there."""
_REACH = 40


def states_by_name(cast: Cast, scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield that operations involve the states that their names say they are in or for."""
    states = [f for f in cast.figures if f.type == EntityType.COUNTRY]
    done: set[tuple[int, int]] = set()
    for scene in scenes:
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is None or not _is_carried_out(figure):
                continue
            words = scene.block.text[mention.start : mention.end] if figure.named else figure.name
            for state in states:
                ends = figure.number, state.number
                if ends not in done and _is_told(words, state, named=figure.named):
                    done.add(ends)
                    span = sentence_around(scene, mention.start, mention.end)
                    yield Finding(figure, Relation.INVOLVES, state, *span, "involves/by-name", 0.75)


def _is_carried_out(figure: Figure) -> bool:
    """Whether it is an operation that others than those who give or wish it have a part in."""
    if figure.type != EntityType.OPERATION or is_group(figure):
        return False
    return figure.named or _VAGUE.isdisjoint(figure.noun.split())


def _is_told(words: str, state: Figure, *, named: bool) -> bool:
    """Whether the words for an operation say that it is in a state, or, in a name, for it."""
    lead = _FOR if named else _WHERE
    for form in sorted({state.name, *state.aliases}):
        place = words.find(form)
        if place > 0 and _ENDS.match(words, place + len(form)):
            return lead.search(words, max(0, place - _REACH), place) is not None
    return False
