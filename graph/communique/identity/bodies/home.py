"""Whose body an organisation is: what its names say, else what the releases tie it to."""

from collections.abc import Collection
from dataclasses import dataclass

from communique.identity.bodies.authority import Authority


@dataclass(frozen=True, slots=True)
class Home:
    """Whose body an organisation is.

    Attributes:
        listed: Name of the organisation of the gazetteer that it is, or None.
        wikidata: Item that the gazetteer gives for it, or None.
        generic: Whether other states or bodies may have one of its name.
        countries: Codes of the states whose body it is or may be.
        parents: Names in the gazetteer of the organisations that it is a part of or may be.
        issuer: Code of the state whose bodies issued all releases of it, of an unlisted one.
    """

    listed: str | None
    wikidata: str | None
    generic: bool
    countries: frozenset[str]
    parents: frozenset[str]
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Ties:
    """What releases tie an organisation to.

    Attributes:
        countries: Codes of the states that they say it is in, or whose people are its people.
        wholes: Names of the listed organisations that they say it is part of, or whose people
            are its people.
        issuer: Code of the state whose bodies issued the releases, if it is one.
    """

    countries: frozenset[str]
    wholes: frozenset[str]
    issuer: str | None


def find_home(
    names: Collection[str], aliases: Collection[str], ties: Ties, authority: Authority
) -> Home:
    """Whose body an organisation is.

    Args:
        names: What releases call it.
        aliases: Other forms.
        ties: What releases tie it to.
        authority: Knows the listed organisations.
    """
    parts = authority.names.telling(names, aliases)
    full = [part for part in parts.values() if part.full] or list(parts.values())
    stated = frozenset(part.country for part in parts.values() if part.country)
    entry = authority.listed(names, aliases, stated | ties.countries, ties.issuer)
    if entry is not None:
        own = frozenset([entry.country]) if entry.country else frozenset[str]()
        parents = frozenset([entry.parent]) if entry.parent else frozenset[str]()
        return Home(entry.name, entry.wikidata, False, own, parents, None)
    generic = all(part.generic for part in full)
    named = frozenset(part.whole for form in parts if (part := authority.part(form)))
    countries = stated or (ties.countries if generic else frozenset())
    return Home(None, None, generic, countries, named or ties.wholes, ties.issuer)
