"""Officials whom only the place of a meeting gives a state: "In Lima, X met senior officials"."""

import re
from collections.abc import Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.kinds import SEATS
from communique.extractors.parse import Token
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.syntax.arguments import objects
from communique.extractors.syntax.phrases import prepositional
from communique.ontology import EntityType

_OFFICIALS = frozenset({"official", "counterpart", "leader", "leadership", "authority"})
_PLAIN = frozenset(
    "senior other top high level high-level government official foreign key host various several "
    "additional relevant national host-country military defense defence security cabinet".split()
)
"""Words before officials that leave them those of the state where they are."""
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "poss", "nummod", "quantmod"})
_OWN = frozenset({"his", "her", "their", "its"})
_OWNED = frozenset({"of", "from", "across", "at", "within", "who", "representing", "including"})
"""What stands after officials of whom the text says more."""
_PLURAL = frozenset({"NNS", "NNPS"})
_WHERE = re.compile(r"(?i)\b(?:in|to)\s(?:the\s)?$")
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def host_state(
    clause: Clause, cast: Cast, meaning: Meaning, setting: Figure | None
) -> list[Figure]:
    """The foreign state whose officials a clause meets without saying whose they are.

    Args:
        clause: A clause about a meeting.
        cast: Who belongs to which state.
        meaning: Says whether the officials are somebody's.
        setting: Where the block is, if its sentences before said so.
    """
    met = [*objects(clause.trigger), *prepositional(clause.trigger, "with")]
    plain = [t for t in met if _is_plain(t) and not meaning.of(clause.scene, t)]
    if not plain:
        return []
    if seated := _seated(plain, clause, cast, meaning):
        return seated
    here = _here(clause) or ([setting] if setting else [])
    states = {cast.state_of(figure) for figure in here if figure.name not in SEATS}
    if len(states) != 1:
        return []
    state = states.pop()
    return [state] if state is not None and state is not cast.state else []


def _seated(
    officials: Sequence[Token], clause: Clause, cast: Cast, meaning: Meaning
) -> list[Figure]:
    """The foreign states in whose capitals officials are: "her counterparts in Riga and Oslo"."""
    capitals = [
        figure
        for official in officials
        for noun in prepositional(official, "in")
        for figure in meaning.of(clause.scene, noun)
        if figure.type in _SITES and figure.name not in SEATS
    ]
    states = (cast.state_of(figure) for figure in dict.fromkeys(capitals))
    return [state for state in states if state is not None and state is not cast.state]


def _is_plain(token: Token) -> bool:
    """Whether a noun means officials that nothing at it says more of."""
    lemma = token.lemma_.lower()
    if lemma not in _OFFICIALS or not (token.tag_ in _PLURAL or lemma == "counterpart"):
        return False
    before = [child for child in token.children if child.dep_ in _BEFORE_NOUN]
    plain = all(child.lower_ in _PLAIN | _OWN for child in before)
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return plain and following not in _OWNED and not any(c.dep_ == "appos" for c in token.children)


def _here(clause: Clause) -> list[Figure]:
    """The sites that the sentence names before the clause's verb."""
    scene = clause.scene
    found: list[Figure] = []
    begin, end = clause.start - scene.block.start, scene.offset(clause.trigger)
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if figure is None or figure.type not in _SITES or not begin <= mention.start < end:
            continue
        listed = bool(found) and scene.block.text[: mention.start].endswith((", ", "and "))
        if listed or _WHERE.search(scene.block.text[begin : mention.start]):
            found = [*found, figure] if listed else [figure]
    return found
