"""An organisation or operation of a user, in the form of the gazetteer's, checked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from communique.extractors.patterns.fields import Content, Fields
from communique.gazetteer.organisations import Organisation, OrganisationKind
from communique.gazetteer.territories import territory_of

FIELDS = (*(field.name for field in fields(Organisation)), "example")
_CURLY = re.compile(r"[\u2018\u2019\u201c\u201d\u00a0]|\s\s|^[Tt]he ")
_CODE = re.compile(r"[A-Z]{3}")
_ITEM = re.compile(r"Q[1-9]\d*")
_FACTS = ("kind", "parent", "headquarters", "country", "wikidata")


def read_body(
    content: Content, known: Mapping[str, Organisation]
) -> tuple[Organisation | None, Sequence[str]]:
    """The organisation of an entry, or None and what is wrong with it.

    An entry with the name of one that the gazetteer lists adds its forms to that one.

    Args:
        content: The entry.
        known: Organisations that are listed already, by each of their forms.
    """
    named = content.get("name")
    listed = known.get(named) if isinstance(named, str) else None
    listed = listed if listed is not None and listed.name == named else None
    entry = Fields(content, FIELDS, ("name",) if listed else ("name", "kind"))
    name, kind = entry.text("name"), entry.choice("kind", OrganisationKind)
    acronyms, aliases = entry.texts("acronyms"), entry.texts("aliases")
    _check_forms(entry, (name, *acronyms, *aliases), listed, known)
    facts = {fact: entry.text(fact) or None for fact in _FACTS}
    entry.text("example")
    source = entry.text("source") or None
    _check_facts(entry, facts)
    if listed is not None:
        return _extended(entry, listed, facts, acronyms, aliases), entry.faults
    if entry.faults:
        return None, entry.faults
    body = Organisation(
        name, OrganisationKind(kind), acronyms, aliases, facts["parent"], facts["headquarters"],
        facts["country"], facts["wikidata"], source,
    )  # fmt: skip
    return body, entry.faults


def check_parents(
    bodies: Iterable[Organisation], known: Mapping[str, Organisation]
) -> dict[str, str]:
    """What is wrong with the parents of bodies, by the name of the body."""
    bodies = tuple(bodies)
    names = {body.name for body in (*bodies, *known.values())}
    return {
        body.name: f'"parent" must be the name of a listed organisation, which {body.parent!r} '
        "is not"
        for body in bodies
        if body.parent is not None and (body.parent not in names or body.parent == body.name)
    }


def _check_forms(
    entry: Fields,
    forms: Sequence[str],
    listed: Organisation | None,
    known: Mapping[str, Organisation],
) -> None:
    given = [form for form in forms if form]
    for form in sorted({form for form in given if given.count(form) > 1}):
        entry.faults.append(f"{form!r} stands twice among name, acronyms and aliases")
    for form in given:
        if _CURLY.search(form):
            entry.faults.append(
                f"{form!r} must have straight quotes, single blanks and no article before it"
            )
        if not any(char.isupper() or char.isdigit() for char in form):
            entry.faults.append(
                f"{form!r} needs a capital letter or a figure, to tell it as a name"
            )
        other = known.get(form)
        if other is not None and other is not listed:
            entry.faults.append(f"{form!r} already stands for {other.name!r}")


def _check_facts(entry: Fields, facts: Mapping[str, str | None]) -> None:
    country, item = facts["country"], facts["wikidata"]
    if country and not (_CODE.fullmatch(country) and territory_of(country)):
        entry.fault("country", 'the ISO 3166-1 code of a state in three capitals, such as "EST"')
    if item and not _ITEM.fullmatch(item):
        entry.fault("wikidata", 'an item, such as "Q7184"')


def _extended(
    entry: Fields,
    listed: Organisation,
    facts: Mapping[str, str | None],
    acronyms: Sequence[str],
    aliases: Sequence[str],
) -> Organisation | None:
    """A listed organisation with further forms; what it is stays."""
    for fact, value in facts.items():
        if value is not None and value != getattr(listed, fact):
            held = getattr(listed, fact)
            entry.faults.append(
                f"{listed.name!r} is listed with {fact} {str(held) if held else None!r}; "
                f'leave "{fact}" out to add forms to it'
            )
    fresh = [form for form in (*acronyms, *aliases) if form not in listed.forms]
    if not fresh:
        entry.faults.append(f"{listed.name!r} is listed already and nothing is added to it")
    if entry.faults:
        return None
    return replace(
        listed,
        acronyms=(*listed.acronyms, *(form for form in acronyms if form in fresh)),
        aliases=(*listed.aliases, *(form for form in aliases if form in fresh)),
    )
