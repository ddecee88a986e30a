"""Whose members, officials or troops a noun means."""

from collections.abc import Callable, Iterable, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.nouns import (
    DELEGATIONS,
    NAMED,
    SENT,
    is_anothers,
    is_spelled_out,
    leaders,
    named_beside,
    represented,
    senders,
)
from communique.extractors.reading.whom.peers import are_many, peers, whole
from communique.extractors.reading.whom.recall.delegations import Delegations
from communique.extractors.reading.whom.recall.pronouns import OWNERS, is_person
from communique.extractors.syntax.phrases import expand, modifiers, possessors
from communique.gazetteer.titles import PEERS
from communique.ontology import EntityType

Means = Callable[[Scene, Token], list[Figure]]
"""Whom a word of a scene means."""


class Members:
    """Finds those for whom members, officials and delegations stand."""

    def __init__(self, cast: Cast, delegations: Delegations, means: Means, direct: Means) -> None:
        """Take the figures of the release, who travels together, and whom words mean.

        Args:
            cast: The figures.
            delegations: Who travels together.
            means: Whom a word means, be it without a name.
            direct: Whom a word names.
        """
        self._cast = cast
        self._delegations = delegations
        self._means = means
        self._direct = direct

    def of(self, scene: Scene, token: Token) -> list[Figure]:
        """Those whose members, officials or troops are meant: "of X", "X's", "X officials".

        With many of a delegation whoever sent them is meant as well.
        """
        meant = self._of(scene, token)
        if token.lemma_.lower() not in DELEGATIONS or not are_many(meant) or whole(meant):
            return meant
        return meant + self._in_common([*filter(is_person, meant)])

    def _of(self, scene: Scene, token: Token) -> list[Figure]:
        nouns = senders(token)
        found = [figure for noun in nouns for figure in self._means(scene, noun)]
        if heads := self._all(scene, leaders([token, *nouns])):
            kinds = OWNERS if are_many(heads) else {EntityType.ORGANISATION}
            bodies = (f for f in found if f.type in kinds)
            return self._delegations.keep(token, [*heads, *bodies])
        if named := self._named(scene, token, found):
            return named
        found = found or self._all(scene, represented(token)) or self._owners(scene, token)
        if is_spelled_out(token):
            found = [figure for figure in found if figure.type != EntityType.COUNTRY]
        if token.lower_ in PEERS and (known := self._peers(scene, token, found)):
            return known
        members = [
            f for f in dict.fromkeys(found) if f.type not in {EntityType.EVENT, EntityType.PERSON}
        ]
        if not members and (sent := self._delegations.meant(token)):
            return sent
        if token.lemma_.lower() in SENT:
            return self._delegations.keep(token, members)
        return members

    def _peers(self, scene: Scene, token: Token, found: Sequence[Figure]) -> list[Figure]:
        """Who in the release is meant by "his counterpart", if that is sure."""
        owners = [f for noun in possessors(token) for f in self._means(scene, noun) if is_person(f)]
        return peers(owners, found, self._cast.people()) if owners else []

    def _owners(self, scene: Scene, token: Token) -> list[Figure]:
        """Whose officials stand after a possessive or an adjective ("X's", "Danish officials")."""
        nouns = (noun for noun in possessors(token) if not is_anothers(token, noun))
        found = [figure for noun in nouns for figure in self._means(scene, noun)]
        return found + self._all(scene, (t for noun in modifiers(token) for t in expand(noun)))

    def _named(self, scene: Scene, token: Token, found: Sequence[Figure]) -> list[Figure]:
        """Officials whom the text names at once, who then stand for no state."""
        if token.lemma_.lower() not in NAMED:
            return []
        people = self._all(scene, named_beside(token))
        return [f for f in dict.fromkeys((*people, *found)) if is_person(f)]

    def _all(self, scene: Scene, tokens: Iterable[Token]) -> list[Figure]:
        return [figure for token in tokens for figure in self._direct(scene, token)]

    def _in_common(self, people: Sequence[Figure]) -> list[Figure]:
        """The one body whose offices all of them hold, else the state of all whose state is known.

        At least half of them must be known to hold office for a state.
        """
        bodies = [[office.body for office in person.offices if office.body] for person in people]
        if shared := [body for body in bodies[0] if all(body in others for others in bodies)]:
            return shared[:1]
        known = [states for own in bodies if (states := list(filter(None, map(self._state, own))))]
        sure = 2 * len(known) >= len(people)
        return [s for s in known[0] if all(s in others for others in known)][:1] if sure else []

    def _state(self, body: Figure) -> Figure | None:
        """The state that a body is or belongs to."""
        return body if body.type == EntityType.COUNTRY else self._cast.home_of(body)
