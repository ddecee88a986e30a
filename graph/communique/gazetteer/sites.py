"""Word classes by which places are told: nouns in their names, and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.gazetteer.closed_classes import read_classes


@dataclass(frozen=True, slots=True)
class SiteWords:
    """Closed classes of words in and around the names of places.

    Attributes:
        sites: Nouns, in lower case, behind the name of a site ("training ground").
        of_town: Those of the nouns that "of TOWN" may follow; the town is another place.
        posted: Those that "at TOWN" follows; the whole is a place, the town another.
        posted_in: Those of them that "in TOWN" follows so.
        halves: Words before "House" and "Residence" that make it no building, or no name of one.
        units: Nouns, in lower case, before "of NAME" where the name is the place ("county of X").
        plural_units: By plural noun behind two names ("the X and Y regions"), its singular.
        never_alone: Nouns with a capital that are surnames or brands as well, so that a name with
            one needs an article or preposition before it.
        surnames: Those of them that are surnames as often as not.
        degrees: Words before "in" and a field of study.
        no_bare: Nouns without which a name is another place's ("Los Angeles County").
        not_after: Words that make a noun before them the first part of another ("district court").
        inside: Prepositions that places follow.
        off: Prepositions that places at sea follow.
        bearings: Words, in lower case, behind which "of" leads to a place ("north of").
        towards: Prepositions that places follow after a word of ``moves``.
        moves: Words for going somewhere.
        calls: Words for going somewhere that places follow without preposition.
        venues: Nouns of the class that are places though bodies have such names too.
        houses: Heads of the names of bodies that are places where something is held at them.
        seated: Heads of the names of bodies that have their rooms in one town.
        american_states: The states of the United States but Georgia, which is a state of the world.
        american_codes: Those of the United States by how they are written short ("TX", "Tex.").
        georgian_towns: The largest towns and bases of the Georgia in the United States.
        provinces: Parts of states before which a town stands as before a state ("TOWN, TEXAS"),
            those of the United States among them.
        cities: Large cities by their names in releases, which any preposition may lead to.
        unled: Words, in lower case, after which no place follows "at": who works there, who looks.
        links: Words for what leads from one place to another ("the road between A and B").
        origins: Words after which places follow "from".
        departures: Words after which places follow "for".
        residences: Houses where heads of states and governments live, work and receive.
        labels: Words before a colon and a place.
        inner: Words without capital inside names of places ("Rio de Janeiro").
        openings: Capitalised words that begin names of towns and landmarks and hardly people's.
        endings: Those that end them.
        no_places: Capitalised words after such prepositions that are no places ("in Arabic").
    """

    sites: frozenset[str]
    of_town: frozenset[str]
    posted: frozenset[str]
    posted_in: frozenset[str]
    halves: frozenset[str]
    units: frozenset[str]
    plural_units: Mapping[str, str]
    never_alone: frozenset[str]
    surnames: frozenset[str]
    degrees: frozenset[str]
    no_bare: frozenset[str]
    not_after: frozenset[str]
    inside: frozenset[str]
    off: frozenset[str]
    bearings: frozenset[str]
    towards: frozenset[str]
    moves: frozenset[str]
    calls: frozenset[str]
    venues: frozenset[str]
    houses: frozenset[str]
    seated: frozenset[str]
    american_states: frozenset[str]
    american_codes: Mapping[str, str]
    georgian_towns: frozenset[str]
    provinces: frozenset[str]
    cities: frozenset[str]
    unled: frozenset[str]
    links: frozenset[str]
    origins: frozenset[str]
    departures: frozenset[str]
    residences: frozenset[str]
    labels: frozenset[str]
    inner: frozenset[str]
    openings: frozenset[str]
    endings: frozenset[str]
    no_places: frozenset[str]


@cache
def site_words() -> SiteWords:
    """The classes of ``sites.json`` beside this module, read at the first call."""
    content = dict(read_classes("sites"))
    plurals: Mapping[str, str] = content.pop("plural_units")
    codes: Mapping[str, str] = content.pop("american_codes")
    content["provinces"] = [*content["provinces"], *content["american_states"], *codes]
    return SiteWords(
        plural_units=plurals,
        american_codes=codes,
        **{name: frozenset(forms) for name, forms in content.items()},
    )
