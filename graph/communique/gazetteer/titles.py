"""The words around a name that tell an official: honorifics, ranks, role heads, portfolios."""

import re
from dataclasses import dataclass

from communique.gazetteer.closed_classes import read_classes

PEERS = frozenset({"colleague", "counterpart", "homologue"})
"""Nouns for who holds a like office in another state; alone they tell of none."""
_NOUN = re.compile(r".+?(?<!ing)(?=[ -](?:General|of|in|at|de)\b| d['’])")
"""The noun of a role head that goes on behind it: "Chief of Staff", "Consul General"."""
_ENDINGS = (
    ("man", 2, "en"), *((f"{vowel}y", 0, "s") for vowel in "aeo"), ("y", 1, "ies"),
    ("arch", 0, "s"), *((hiss, 0, "es") for hiss in ("s", "x", "ch", "sh")),
)  # fmt: skip
"""By the end of a noun, how many letters its plural loses, and which it takes."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Closed classes of title words, each form as press releases write it.

    Attributes:
        honorifics: Forms of address without office ("Mr", "His Excellency", "Sheikh").
        further_honorifics: Those that are one only behind another ("General Engineer").
        ranks: Military, police and judicial ranks.
        role_heads: Nouns that name an office ("Minister", "Secretary General").
        role_modifiers: Words before a role head that belong to the office ("Deputy").
        portfolio: Words that name what an office is for ("Defence", "Affairs").
        local_modifiers: Modifiers of an office that stand in names of bodies as well ("District").
        patronymics: Particles without capital that only follow a given name.
        generations: What tells father from son behind a surname ("Jr").
        acronym_ranks: Ranks that are acronyms of bodies as well, so that a surname alone behind
            them is none.
        names_too: Titles and months, or their plurals, that are surnames as well ("May", "Kings").
        names_inside: Honorifics that stand inside names as well ("Hassan Sheikh Farah").
        postnominals: Letters behind a name that are no part of it ("MP").
        particles: Words inside personal names that need no capital ("bin", "van").
        openings: Words before the owner of an office that belong to it ("former" in "former
            Latvian President").
        lower_heads: Role heads that also stand without capital ("president").
        lower_modifiers: Modifiers and portfolios that also stand without capital ("foreign").
        grades: Modifiers that begin an office and never stand in the name of a body ("Deputy").
        forms_of_address: Offices that stand before a name like an honorific ("Ambassador").
        commanders: Last words of the offices that command.
        envoys: Last words of the offices that act for somebody elsewhere ("Envoy").
        accredited: Last words of the offices that "to" may follow.
        memberships: Words behind "Member" by which it is no office ("Member States").
        styles: Words behind a role head that tell a rank of it ("Extraordinary and
            Plenipotentiary").
        charges: What an office may be the head of, with no body named ("Head of Mission").
        fielded: Offices behind whose comma their field of work stands ("Head, Media & Publicity").
        sides: Nouns behind a demonym for those who act for the state ("the Estonian delegation").
        never_names: Capitalised words that are no part of a personal name.
    """

    honorifics: frozenset[str]
    further_honorifics: frozenset[str]
    ranks: frozenset[str]
    role_heads: frozenset[str]
    role_modifiers: frozenset[str]
    portfolio: frozenset[str]
    local_modifiers: frozenset[str]
    patronymics: frozenset[str]
    generations: frozenset[str]
    acronym_ranks: frozenset[str]
    names_too: frozenset[str]
    names_inside: frozenset[str]
    postnominals: frozenset[str]
    particles: frozenset[str]
    openings: frozenset[str]
    lower_heads: frozenset[str]
    lower_modifiers: frozenset[str]
    grades: frozenset[str]
    forms_of_address: frozenset[str]
    commanders: frozenset[str]
    envoys: frozenset[str]
    accredited: frozenset[str]
    memberships: frozenset[str]
    styles: frozenset[str]
    charges: frozenset[str]
    fielded: frozenset[str]
    sides: frozenset[str]
    never_names: frozenset[str]


def plural_heads(titles: Titles) -> dict[str, str]:
    """The role heads by their plurals, but for the noun that tells no office."""
    heads = sorted((titles.role_heads | titles.lower_heads) - PEERS)
    plurals = {form: head for head in heads for form in _plurals(head)}
    return {form: head for form, head in plurals.items() if head not in plurals}


def _plurals(head: str) -> tuple[str, ...]:
    """The plurals of a role head: of its noun ("Attorneys General"), of a general at its end."""
    noun = _NOUN.match(head)
    if noun is None:
        return (_plural(head),)
    form = _plural(noun.group()) + head[noun.end() :]
    return (form, f"{head}s") if head.endswith("General") else (form,)


def _plural(noun: str) -> str:
    for ending, letters, plural in _ENDINGS:
        if noun.endswith(ending):
            return noun[: len(noun) - letters] + plural
    return f"{noun}s"


def read_titles() -> Titles:
    """The classes of ``titles.json`` beside this module; ranks are written with hyphens as well."""
    classes = {name: frozenset(forms) for name, forms in read_classes("titles").items()}
    hyphened = {form.replace(" ", "-") for form in classes["ranks"]}
    return Titles(**{**classes, "ranks": classes["ranks"] | hyphened})
