"""Word classes by which the names of bodies are told, beside the nouns that all names share."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.gazetteer.closed_classes import read_classes

_TABLES = ("plural_heads", "paired_heads", "adjectives", "portfolios", "ship_prefixes")
"""The classes that give another form for each of theirs."""


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Closed classes of words in and around the names of bodies.

    Attributes:
        heads: Nouns that name a body, beside those of the noun classes.
        weak_heads: Those of the heads that need more of a name around them.
        plural_heads: By plural head ("Departments"), its singular.
        owned_heads: Heads whose plural before a further name is a possessive that lost its
            apostrophe ("the Criminal Divisions Fraud Section").
        owners: Owners inside a name that hold no office ("Children's Fund").
        compounds: Words before "and" inside a name ("Border and Coast Guard Academy").
        joined_heads: Words around "and" that make one name where each could end its own.
        topics: Words that name what a body is for, beside the portfolios of offices.
        seats: Heads that the name of a capital may follow ("Embassy Kyiv").
        topical: Heads after which "on" lists any topics, not only portfolios.
        of_state: Nouns, in lower case, that a state's name or demonym turns into its body.
        forces: Those that all mean the armed forces of a state.
        media: Words in the names of media, whose journalists hold no office of theirs.
        common: Nouns, in lower case, before the bare name of a body ("the association X").
        of_place: Nouns, in lower case, that "of TOWN" turns into a body.
        suffixes: Words right behind a head that end the name ("Command East").
        openings: Words that begin the name of a body though they begin offices as well.
        joints: Words without capital inside names that an acronym spells.
        documents: Words that end or begin the name of a paper, a date or a thing ("Treaty").
        no_acronyms: Acronyms of currencies, times, things and groups that are no bodies.
        before_acronym: Words before an acronym that may stand for a body.
        after_acronym: Words after it.
        ship_prefixes: What navies put before the names of their ships, with the code of the state
            if no other navy or firm does.
        foreign_heads: Nouns of other languages that begin the name of a body ("Ministerio").
        shared_heads: Those that English has too, heads only before a word of their language.
        foreign_inner: Words of other languages without capital inside such a name.
        foreign_alike: Those of them that English has as well.
        foreign_particles: Particles and articles between the words of such a name.
        foreign_licences: Those of them behind which a noun without capital belongs to the name.
        foreign_events: Nouns of other languages that begin the name of an event ("Encuentro").
        foreign_operations: Those that begin the name of an operation ("Projet").
        foreign_endings: Ends of one-word names of bodies in other languages ("-polizei").
        firm_endings: Words that end the name of a company or association.
        firm_offices: Last words of offices that only companies and associations have.
        posts: Nouns for people at work that are no offices of state ("Fellow").
        office_nouns: Nouns, in lower case, for a part of a body ("liaison office").
        field_agencies: Acronyms of agencies whose field offices bear the name of their city.
        regions: States of federations, which stand after a town.
        alone: Heads that stand for the body of that head which a release has named.
        recalled: Further ones, which name no part behind an owner.
        wholes: Words before "of BODY" by which a name is that of no part of the body.
        part_heads: Nouns, in lower case, for a body that somebody owns ("X's research institute").
        part_modifiers: Words before them in such a noun.
        plain_processes: Words before "Process" with which it is no group of states.
        numbered_units: Heads of units that a number may begin ("3 Harbour Brigade").
        numbered_behind: Heads of units that a number may end ("Flotilla 4").
        numbered_alone: Heads of units that a number alone names ("84 Squadron").
        dedicated: Heads of units, schools and houses behind which a name in quotes is theirs.
        seated: Heads behind which a release may name where one of many is ("Court in Torsk").
        seated_units: Heads behind which the place or state of a body may stand ("Guard Torsk").
        section_nouns: Nouns, in lower case, of units named by what they are for.
        local_heads: Heads that the town or region of an authority may follow ("Police TORSK").
        chief_heads: Heads of which "Chief" is no office ("Chief Directorate").
        staffs: Words before "Staff" with which it is a body ("General Staff").
        state_brands: Words before the name of a state that make a body of it ("Brand Freedonia").
        paired_heads: By noun that ends the name of a body only there, the words before it ("Health
            System").
        branching: Names of bodies, beside acronyms, that a state or town behind them turns into
            their branch there ("Caritas Freedonia").
        headquartered: Words that make a headquarters one that commands, a body.
        towards: Heads behind which "to" goes on with the name ("Committee to Protect X").
        aims: Verbs with which "to" goes on with the name of any body ("Agency to Combat X").
        common_firms: Those of the common nouns that need no article ("Danish company X").
        adjectives: By ISO 3166-1 alpha-3 code of a state, its adjective ("Norwegian").
        articled: Codes of the states whose name takes an article ("of the Netherlands").
        portfolios: By portfolio of a ministry, in lower case, the word before "Ministry".
    """

    heads: frozenset[str]
    weak_heads: frozenset[str]
    plural_heads: Mapping[str, str]
    owned_heads: frozenset[str]
    owners: frozenset[str]
    compounds: frozenset[str]
    joined_heads: frozenset[str]
    topics: frozenset[str]
    seats: frozenset[str]
    topical: frozenset[str]
    of_state: frozenset[str]
    forces: frozenset[str]
    media: frozenset[str]
    common: frozenset[str]
    of_place: frozenset[str]
    suffixes: frozenset[str]
    openings: frozenset[str]
    joints: frozenset[str]
    documents: frozenset[str]
    no_acronyms: frozenset[str]
    before_acronym: frozenset[str]
    after_acronym: frozenset[str]
    foreign_heads: frozenset[str]
    shared_heads: frozenset[str]
    foreign_inner: frozenset[str]
    foreign_alike: frozenset[str]
    foreign_particles: frozenset[str]
    foreign_licences: frozenset[str]
    foreign_events: frozenset[str]
    foreign_operations: frozenset[str]
    foreign_endings: frozenset[str]
    firm_endings: frozenset[str]
    firm_offices: frozenset[str]
    posts: frozenset[str]
    regions: frozenset[str]
    office_nouns: frozenset[str]
    field_agencies: frozenset[str]
    alone: frozenset[str]
    recalled: frozenset[str]
    wholes: frozenset[str]
    part_heads: frozenset[str]
    part_modifiers: frozenset[str]
    plain_processes: frozenset[str]
    numbered_units: frozenset[str]
    numbered_behind: frozenset[str]
    numbered_alone: frozenset[str]
    dedicated: frozenset[str]
    seated: frozenset[str]
    seated_units: frozenset[str]
    section_nouns: frozenset[str]
    local_heads: frozenset[str]
    chief_heads: frozenset[str]
    staffs: frozenset[str]
    state_brands: frozenset[str]
    paired_heads: Mapping[str, Sequence[str]]
    branching: frozenset[str]
    headquartered: frozenset[str]
    towards: frozenset[str]
    aims: frozenset[str]
    common_firms: frozenset[str]
    adjectives: Mapping[str, str]
    articled: frozenset[str]
    portfolios: Mapping[str, str]
    ship_prefixes: Mapping[str, str | None]


@cache
def body_words() -> BodyWords:
    """The classes of ``bodies.json`` beside this module, read at the first call."""
    content = dict(read_classes("bodies"))
    tables: dict[str, Mapping[str, Any]] = {name: content.pop(name) for name in _TABLES}
    classes = {name: frozenset(forms) for name, forms in content.items()}
    return BodyWords(**classes, **tables)  # type: ignore[arg-type]


def is_medium(name: str) -> bool:
    """Whether a body is a newspaper, a broadcaster or a news agency by its name."""
    return _media().search(name) is not None


@cache
def _media() -> re.Pattern[str]:
    words = sorted(body_words().media, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
