"""Whom a description means by what the text told before: "the participants", "the high guest"."""

from collections.abc import Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.whom.described.bodies import Bodies
from communique.extractors.reading.whom.described.groups import grouped
from communique.extractors.reading.whom.described.named import named
from communique.extractors.reading.whom.described.places.hosts import Hosts, is_host
from communique.extractors.reading.whom.described.places.lands import Lands, is_land
from communique.extractors.reading.whom.described.places.sites import Sites, is_site
from communique.extractors.reading.whom.described.places.there import Whereabouts
from communique.extractors.reading.whom.nouns import is_bare, is_definite
from communique.extractors.reading.whom.recall.pronouns import is_person
from communique.extractors.reading.whom.recall.recent import Recent
from communique.ontology import Relation

_PARTIES = frozenset({"participants", "attendees", "parties", "sides"})
_GUESTS = frozenset("official guest visitor dignitary diplomat politician statesman".split())
_VISITING = frozenset(
    "high distinguished honoured honored esteemed visiting foreign high-ranking high-level".split()
)
"""Words before a noun for somebody who was said to be on a visit."""
_SENIOR = frozenset({"senior", "top", "chief", "high-ranking"})
"""Words before a noun that tell nothing of whom it means."""
_RANKS = frozenset(
    "general admiral colonel commodore brigadier marshal captain major lieutenant".split()
)
"""Ranks by which a text goes on with an officer: "the Admiral"."""

_OWNED = frozenset({"prep", "acl", "relcl", "appos", "compound"})
"""Words beside a rank by which somebody else is meant: "the captain of the frigate"."""


class Descriptions:
    """Remembers who met, who came and where things are held, so that descriptions mean them."""

    def __init__(self, cast: Cast, recent: Recent) -> None:
        """Begin before the first sentence, beside what pronouns may mean."""
        self._cast, self._recent = cast, recent
        self._hosts, self._sites = Hosts(cast), Sites()
        self._whereabouts = Whereabouts()
        self._bodies, self._lands = Bodies(cast), Lands(cast)
        self._guest: Figure | None = None
        self._parties: Sequence[Figure] = ()
        self._told = -1
        self._people: dict[Figure, None] = {}
        self._officers: dict[str, set[Figure]] = {}

    def meant(self, scene: Scene, token: Token) -> Sequence[Figure]:
        """Whom a noun means; none if it is no such description."""
        word = token.lower_
        if word in _PARTIES:
            return self._parties if scene.number - self._told <= 1 and _is_plain(token) else ()
        if word in _GUESTS:
            return self._official(scene, token) if is_definite(token) else ()
        if word in self._officers:
            officers = list(self._officers[word])
            owned = any(child.dep_ in _OWNED for child in token.children)
            alone = is_bare(token) and token.dep_ not in {"compound", "amod"} and not owned
            return officers if alone and len(officers) == 1 else ()
        return self._remembered(token)

    def _remembered(self, token: Token) -> Sequence[Figure]:
        """The host, place, state, body or group that a noun means."""
        if is_host(token):
            return self._hosts.of((self._recent.undertaking, self._cast.topic()))
        if is_site(token):
            return self._sites.of(token.lower_)
        if is_land(token):
            return self._lands.of()
        site = self._sites.named(token)
        return site or self._bodies.of(token) or grouped(token, self._cast.figures)

    def there(self, token: Token) -> list[Figure]:
        """What "there" means."""
        return self._whereabouts.of(token)

    def _official(self, scene: Scene, token: Token) -> Sequence[Figure]:
        """Who was said to be on a visit, or the only one named of the state before the noun.

        The noun alone means who did something last, as "he" or "she" would.
        """
        words = [c for c in token.children if c.dep_ in {"amod", "compound"}]
        owned = any(child.dep_ in {"poss", "prep", "appos"} for child in token.children)
        if owned:
            return ()
        if all(word.lower_ in _SENIOR for word in words):
            goes_on = token.tag_ == "NN" and token.dep_ in {"nsubj", "nsubjpass"}
            last = {figure for word in ("he", "she") for figure in self._recent.meant(word)}
            return list(last) if goes_on and len(last) == 1 else ()
        if all(word.lower_ in _VISITING for word in words):
            return [self._guest] if self._guest is not None else ()
        homes = {figure.territory for _, _, figure in named(scene, words)} - {None}
        found = [person for person in self._people if person.home in homes]
        return found if len(found) == 1 else ()

    def note(self, scene: Scene, tokens: Sequence[Token], found: Sequence[Finding]) -> None:
        """Remember, after a sentence of a scene, what it says of meetings, visits and places."""
        known = list(named(scene, tokens))
        self._hosts.note(scene, known, found)
        self._sites.note(known)
        self._whereabouts.note(known)
        self._bodies.note(known)
        self._lands.note(known)
        visitors = [f.subject for f in found if f.relation == Relation.VISITS]
        self._guest = next((v for v in reversed(visitors) if is_person(v)), self._guest)
        met = [f for f in found if f.relation == Relation.MEETS]
        if met:
            ends = (end for finding in met for end in (finding.subject, finding.object))
            beside = (f for t, _, f in known if is_person(f) and t.dep_ != "poss")
            self._parties, self._told = list(dict.fromkeys((*ends, *beside))), scene.number
            if self._guest not in self._parties and not visitors:
                self._guest = None  # another one may be the guest by now
        self._people |= dict.fromkeys(figure for _, _, figure in known if is_person(figure))
        for _, mention, figure in known:
            rank = mention.honorific.rpartition(" ")[2].lower()
            if rank in _RANKS:
                self._officers.setdefault(rank, set()).add(figure)


def _is_plain(token: Token) -> bool:
    """Whether no more than "the" stands beside a noun that does something."""
    beside = {child.lower_ for child in token.children if child.dep_ != "punct"}
    return token.dep_ in {"nsubj", "nsubjpass"} and beside <= {"the"}
