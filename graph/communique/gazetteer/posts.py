"""Classes of offices by whose they may be where their words do not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.gazetteer.closed_classes import read_classes
from communique.gazetteer.territories import Territory


@dataclass(frozen=True, slots=True)
class Posts:
    """Closed classes of offices, in lower case and without diacritics.

    Attributes:
        of_state: Words in the heads of offices that states have.
        of_state_too: Whole heads of offices that states have.
        chiefs: Heads of offices by which a release means those of the issuing state.
        weighed: Those of them that releases give people of other states as often.
        shared: Offices of which a state has several at a time.
        personal: Offices kept as a form of address, or held beside the body that issues, which say
            nothing of a body.
        own: Last words of offices that a government body's release names without the body.
        sure: Offices without body that are the issuer's wherever they stand.
        strange: First and last words of offices that nobody holds in an issuing body.
        single: Offices, of those without body, of which a body has one.
        cabinet: Titles that a presidency gives to those of other departments.
        departmental: Last words of offices that a presidency gives to those of departments.
        household: Words of such offices that are a presidency's own all the same.
        national: Heads of offices that no international body has.
        services: What states run, in the titles of offices ("Commissioner of Police").
        sent: Last words of envoys' offices that their department names without body.
        listed: Heads of offices, not of states alone, that lists of one state's officials go on
            with.
        whole: Last words of offices after which "of" names a body, not a field of work.
        bodies: Nouns that stand for a body named elsewhere ("the Bank's Director").
        any_body: Those of them that an international body is called by, whatever its name.
        undertakings: Nouns for an operation named before ("the mission's commander").
        forces: Nouns for a force named elsewhere ("Director General of the Police").
        monarchs: Heads of offices that monarchies alone have.
        unreal: Words before an office that nobody holds ("Shadow Minister").
        voices: Nouns before a spokesperson for somebody else than the issuer.
        presidents: Heads of offices that republics alone have, if their words name no body.
        crowned_presidents: Codes of the monarchies that have them all the same.
        kin: Nouns for who belongs to an official, not to the body ("the Minister's brother").
        monarchies: Codes of the states that are.
        seats: Towns where officials of many states are, with capitals.
        without_ministers: Codes of states whose releases name only foreign prime ministers and
            ministers, there being none of their own.
        led: By an office without body, the nouns in the names of bodies that are led by it.
        international: By the beginning of an office that one international body alone has, that
            body.
        union: Offices of the European Union, in releases that name it.
        portfolios: First words of what only commissioners of its Commission are for.
        fields: Words of the fields of ministries, of which each has its own.
    """

    of_state: frozenset[str]
    of_state_too: frozenset[str]
    chiefs: frozenset[str]
    weighed: frozenset[str]
    shared: frozenset[str]
    personal: frozenset[str]
    own: frozenset[str]
    sure: frozenset[str]
    strange: frozenset[str]
    single: frozenset[str]
    cabinet: frozenset[str]
    departmental: frozenset[str]
    household: frozenset[str]
    national: frozenset[str]
    services: frozenset[str]
    sent: frozenset[str]
    listed: frozenset[str]
    whole: frozenset[str]
    bodies: frozenset[str]
    any_body: frozenset[str]
    undertakings: frozenset[str]
    forces: frozenset[str]
    monarchs: frozenset[str]
    unreal: frozenset[str]
    voices: frozenset[str]
    presidents: frozenset[str]
    crowned_presidents: frozenset[str]
    kin: frozenset[str]
    monarchies: frozenset[str]
    seats: frozenset[str]
    without_ministers: frozenset[str]
    led: Mapping[str, frozenset[str]]
    international: Mapping[str, str]
    union: frozenset[str]
    portfolios: frozenset[str]
    fields: frozenset[str]

    def has(self, state: Territory, head: str) -> bool:
        """Whether a state may have an office with that head: a republic has no king."""
        crowned = state.iso3 in self.monarchies
        if head in self.presidents:
            return not crowned or state.iso3 in self.crowned_presidents
        return crowned or head not in self.monarchs

    def names_ministers(self, state: Territory) -> bool:
        """Whether releases of a state name prime ministers and ministers of its own."""
        return state.iso3 not in self.without_ministers


@cache
def read_posts() -> Posts:
    """The classes of ``posts.json`` beside this module, read at the first call."""
    content = dict(read_classes("posts"))
    bodies: Mapping[str, str] = content.pop("international")
    led = {title: frozenset(nouns.split()) for title, nouns in content.pop("led").items()}
    classes = {name: frozenset(forms) for name, forms in content.items()}
    return Posts(led=led, international=bodies, **classes)
