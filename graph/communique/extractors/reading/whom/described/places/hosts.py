"""The state where an operation or event is held: "the host nation"."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_talked_of
from communique.extractors.parse import Token
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.whom.described.named import Named
from communique.extractors.reading.whom.nouns import is_definite
from communique.ontology import UNDERTAKINGS, EntityType, Relation

_STATE = frozenset({"nation", "country", "state"})
_HOST = frozenset({"host", "hosting"})
_LANDS = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def is_host(token: Token) -> bool:
    """Whether a noun means the state where something is held, and nobody names it beside it."""
    if token.lower_ not in _STATE or token.dep_ in {"compound", "nmod"} or not is_definite(token):
        return False
    beside = [child for child in token.children if child.dep_ not in {"punct", "det"}]
    return bool(beside) and all(child.lower_ in _HOST for child in beside)


class Hosts:
    """Remembers in which states each operation and event is held."""

    def __init__(self, cast: Cast) -> None:
        """Begin before the first sentence."""
        self._cast = cast
        self._stated: dict[Figure, set[Figure]] = {}
        self._near: dict[Figure, set[Figure]] = {}

    def of(self, undertakings: Sequence[Figure | None]) -> Sequence[Figure]:
        """The only state of the first of which a state is known, best one that the text states."""
        for states in (self._stated, self._near):
            for undertaking in undertakings:
                if undertaking in states:
                    found = list(states[undertaking])
                    return found if len(found) == 1 else ()
        return ()

    def note(self, scene: Scene, known: Sequence[Named], found: Iterable[Finding]) -> None:
        """Remember what a sentence states, else the states and capitals behind "in" in it.

        Those are where somebody is, not what is talked of there.
        """
        for finding in found:
            ends = finding.subject, finding.object
            if finding.relation in {Relation.HOSTS, Relation.HELD_IN}:
                land, undertaking = ends if finding.relation == Relation.HOSTS else ends[::-1]
                if state := self._state(land):
                    self._stated.setdefault(undertaking, set()).add(state)
        text = scene.block.text
        held = [
            f for _, m, f in known if f.type in UNDERTAKINGS and not is_talked_of(text, m.start)
        ]
        within = (figure for token, _, figure in known if held and _is_within(token))
        lands = {state for figure in within if (state := self._state(figure))}
        for undertaking in held if lands else ():
            self._near.setdefault(undertaking, lands)

    def _state(self, land: Figure) -> Figure | None:
        """The state that a figure is or whose capital it is."""
        return self._cast.state_of(land) if land.type in _LANDS else None


def _is_within(token: Token) -> bool:
    """Whether "in" stands before a word."""
    return token.dep_ == "pobj" and token.head.lower_ == "in"
