"""Whom "his counterpart" and "His Excellency" mean."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from communique.extractors.cast import Figure, Office
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.nouns import STYLES
from communique.extractors.reading.whom.recall.pronouns import HE, OWNERS, SHE, fitting, is_person
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

Doers = Callable[[Scene, Token], list[Figure]]
"""Tells whom a word means."""
_DESCRIBING = frozenset({"amod", "compound"})
_TELLING = frozenset({"prep", "appos", "relcl", "acl"})
"""What says of an office whose it is or who holds it."""
_GOING_ON = frozenset("also then later afterwards subsequently further additionally".split())
_PAIR = 2
"""People up to whom talks are told of themselves, not of whoever sent them."""
_STYLED = {"his": "he", "her": "she"}
"""Pronouns of the third person by those that stand before a form of address."""


def peers(
    owners: Sequence[Figure], named: Iterable[Figure], people: Iterable[Figure]
) -> list[Figure]:
    """The one person of another state with an office like that of others; none if unsure.

    Args:
        owners: Whose counterpart is meant.
        named: What stands beside the noun, of which states narrow the choice.
        people: Everybody in the release.
    """
    heads, homes = _heads(owners), {owner.home for owner in owners}
    states = {f.territory for f in named if f.type == EntityType.COUNTRY}
    found = [
        person
        for person in people
        if person.home is not None
        and person.home not in homes
        and (not states or person.home in states)
        and heads & _heads([person])
    ]
    return found if len(found) == 1 and None not in homes else []


def holder(noun: Token, lemma: str, people: Iterable[Figure]) -> Figure | None:
    """The only person who holds the office that a noun with "the" means, if it says no more.

    "The foreign minister added": words before the noun are those of the office.
    """
    before = [child for child in noun.children if child.i < noun.i]
    words = {child.lower_ for child in before if child.dep_ in _DESCRIBING}
    plain = all(child.dep_ in _DESCRIBING or child.lower_ == "the" for child in before)
    further = any(child.i > noun.i and child.dep_ in _TELLING for child in noun.children)
    if noun.tag_ != "NN" or not plain or further or len(words) == len(before):
        return None
    found = [
        person
        for person in people
        if any(
            fold(office.role.head).split()[-1:] == [lemma] and words <= set(_words(office))
            for office in person.offices
        )
    ]
    return found[0] if len(found) == 1 else None


def without_states(members: list[Figure]) -> list[Figure]:
    """Those who do something together, without states that list their officials by name.

    "The ministers of STATE and STATE, A and B, met": A met B, and no state met anybody.
    """
    states = [member for member in members if member.type == EntityType.COUNTRY]
    people = [member for member in members if member.type == EntityType.PERSON]
    several = min(len(states), len(people)) > 1 and len(people) >= len(states)
    return [m for m in members if m not in states] if several else members


def in_talks(meant: list[Figure]) -> list[Figure]:
    """Who meets somebody, of those whom one word means: talks of many are those of their body."""
    return (whole(meant) or meant) if are_many(meant) else meant


def are_many(meant: Iterable[Figure]) -> bool:
    """Whether more than two people are meant."""
    return sum(map(is_person, meant)) > _PAIR


def whole(meant: Iterable[Figure]) -> list[Figure]:
    """The bodies and states among those whom a word means, which have sent the others."""
    return [figure for figure in meant if figure.type in OWNERS]


def _words(office: Office) -> list[str]:
    """The words of an office in lower case."""
    return fold(office.role.title).split()


def _heads(people: Iterable[Figure]) -> set[str]:
    """The heads of the offices that people hold."""
    return {fold(office.role.head) for person in people for office in person.offices}


def styled(token: Token) -> str:
    """The pronoun for which a form of address without a name stands ("His Excellency": "he")."""
    if token.lower_ not in STYLES:
        return ""
    before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
    return next((word for own, word in _STYLED.items() if own in before), "")


Met = Mapping[tuple[Figure, Figure], int]
"""How often a person has met another side, by the two."""


def busiest(met: Met) -> list[tuple[Figure, int]]:
    """People and how many meetings they had, most first."""
    counts: Counter[Figure] = Counter()
    for (person, _), times in met.items():
        counts[person] += times
    return counts.most_common()


def goes_on(verb: Token, doers: Doers, met: Met, scene: Scene, token: Token) -> list[Figure]:
    """Whom a word means; before a verb that goes on ("He also met X") no guest of the main person.

    That is who has had most meetings so far.

    Args:
        verb: The verb.
        doers: Whom a word means by what was said last.
        met: How often each has met whom.
        scene: The block.
        token: The word.
    """
    meant = doers(scene, token)
    told = token in verb.children and any(c.lower_ in _GOING_ON for c in verb.children)
    if not told or len(meant) != 1 or token.lower_ not in HE | SHE:
        return meant
    times = busiest(met)
    guest = times and (meant[0], times[0][0]) in met and dict(times)[meant[0]] < times[0][1]
    return fitting(token.lower_, [times[0][0]]) or meant if guest else meant
