"""What a release, an entity and a fact say as triples.

A fact is a direct triple, which every tool understands, and a statement node beside it that carries
the qualifiers and the evidence. Partners do not reason, so what the ontology implies and people
ask for is written out: MEETS both ways, actors of a meeting, first and last day of a period.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from communique.graph import Entity, Evidence, Fact, Particulars, Qualifiers
from communique.loaders.rdf.addresses import Addresses, wikidata
from communique.loaders.rdf.term import (
    address,
    boolean,
    dates,
    decimal,
    integer,
    label,
    node,
    period,
    text,
    verbatim,
)
from communique.ontology import SIGNATURES, EntityType, Relation
from communique.ontology.iris import CQ, DCT, NIF, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS
from communique.ontology.terms import PROPERTIES, STATEMENT_CLASSES


class Said(NamedTuple):
    """What is said of one thing.

    Attributes:
        of: Its IRI.
        says: A predicate and an object each, in the notation of N-Triples, parted by a space.
    """

    of: str
    says: list[str]


A = f"<{RDF}type> "
"""The predicate of what a thing is, as others below: with the space before its object."""

_LABEL, _ALIAS, _NAMED, _ISO3 = (
    f"<{iri}> " for iri in (f"{RDFS}label", f"{SKOS}altLabel", f"{CQ}named", f"{CQ}iso3")
)
_TITLE, _ISSUED, _PUBLISHER = (f"<{DCT}{name}> " for name in ("title", "issued", "publisher"))
_URL, _DIGEST = f"<{SCHEMA}url> ", f"<{CQ}textDigest> "
_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{name}> " for name in ("subject", "predicate", "object"))
_CONFIDENCE, _RULE, _SOURCE = f"<{CQ}confidence> ", f"<{CQ}rule> ", f"<{PROV}wasDerivedFrom> "
_DATE, _BEGIN, _END = f"<{CQ}date> ", f"<{SEM}hasBeginTimeStamp> ", f"<{SEM}hasEndTimeStamp> "
_ACTOR, _MEMBER, _BODY = f"<{SEM}hasActor> ", f"<{ORG}member> ", f"<{ORG}organization> "
_CONTEXT, _FIRST, _LAST, _WORDS = (
    f"<{NIF}{name}> " for name in ("referenceContext", "beginIndex", "endIndex", "anchorOf")
)
_IS_STATEMENT, _IS_PHRASE = f"{A}<{CQ}Statement>", f"{A}<{NIF}Phrase>"
_IS_EVENT, _IS_OFFICE = f"{A}<{SEM}Event>", f"{A}<{ORG}Membership>"
_DIRECT = {relation: f"<{CQ}{name}> " for relation, name in PROPERTIES.items()}
_KIND = {
    relation: (f"{A}<{CQ}{name}>", f"{_PREDICATE}<{CQ}{PROPERTIES[relation]}>")
    for relation, name in STATEMENT_CLASSES.items()
}


def _status(value: str) -> str:
    return f"<{CQ}{value}>"


_QUALIFIERS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    name: (f"<{CQ}{name}> ", write)
    for name, write in {
        "amount": text,
        "event": text,
        "place": text,
        "role": text,
        "status": _status,
    }.items()
}

_LINKS = {
    "owl:sameAs": OWL + "sameAs",
    "skos:exactMatch": SKOS + "exactMatch",
    "skos:closeMatch": SKOS + "closeMatch",
    "rdfs:seeAlso": RDFS + "seeAlso",
}


def entity_said(entity: Entity, at: Addresses) -> Said:
    """Type, names and links of an entity."""
    says = [f"{A}<{CQ}{entity.type}>", f"{_LABEL}{label(entity.name)}"]
    says.extend(f"{_ALIAS}{label(alias)}" for alias in entity.aliases)
    if not entity.named:
        says.append(f"{_NAMED}{boolean(False)}")
    if entity.iso3:
        says.append(f"{_ISO3}{text(entity.iso3)}")
    if entity.wikidata:
        country = entity.type is EntityType.COUNTRY  # sameAs merges what reasoning stores know
        same = _LINKS["owl:sameAs" if country else "skos:exactMatch"]
        says.append(f"<{same}> {node(wikidata(entity.wikidata))}")
    says.extend(f"<{_LINKS[link.predicate]}> {node(link.target)}" for link in entity.links)
    return Said(at.entity(entity), says)


def release_said(release: Particulars, at: Addresses) -> Iterator[Said]:
    """Headline, issuers, day and digest of a release; its text is not exported.

    Who forwarded a copy of it is a publisher too.
    """
    says = [
        f"{A}<{CQ}Release>",
        f"{A}<{NIF}Context>",
        f"{_TITLE}{label(release.title)}",
        f"{_DIGEST}{text(release.sha256)}",
    ]
    if release.published:
        says.append(f"{_ISSUED}{_day_or_text(release.published)}")
    urls = (release.url, *(copy.url for copy in release.copies))
    says.extend(f"{_URL}{address(url)}" for url in urls if url)
    for source in release.sources:
        publisher = at.publisher(source)
        says.append(f"{_PUBLISHER}<{publisher}>")
        yield Said(publisher, [f"{A}<{DCT}Agent>", f"{_LABEL}{label(source)}"])
    yield Said(at.release(release.id), says)


def _day_or_text(published: str) -> str:
    """A feed's date; one that is none stays readable and must not break a whole export."""
    try:
        return period(published)
    except ValueError:
        return text(published)


def fact_said(
    fact: Fact, evidence: Iterable[Evidence], at: Addresses, *, evidence_text: bool
) -> Iterator[Said]:
    """A fact as one release states it.

    Args:
        fact: The fact.
        evidence: Its quotes from that release.
        at: Where things are.
        evidence_text: Whether to write the words of the quotes and not only their offsets.
    """
    subject, relation, object_ = at.entity(fact.subject), fact.predicate, at.entity(fact.object)
    yield Said(subject, [f"{_DIRECT[relation]}<{object_}>"])
    if SIGNATURES[relation].symmetric:
        yield Said(object_, [f"{_DIRECT[relation]}<{subject}>"])
    says = [
        _IS_STATEMENT,
        *_KIND[relation],
        f"{_SUBJECT}<{subject}>",
        f"{_OBJECT}<{object_}>",
        f"{_CONFIDENCE}{decimal(fact.confidence)}",
        *_other_views(fact, subject, object_),
        *_qualifiers(fact.qualifiers),
    ]
    for quote in evidence:
        phrase = _phrase(quote, at, evidence_text=evidence_text)
        says.append(f"{_SOURCE}<{phrase.of}>")
        says.append(f"{_RULE}{text(quote.rule)}")
        yield phrase
    yield Said(at.statement(fact), says)


def _other_views(fact: Fact, subject: str, object_: str) -> tuple[str, ...]:
    """A meeting as an event with actors, an office as a membership."""
    if fact.predicate is Relation.MEETS:
        return _IS_EVENT, f"{_ACTOR}<{subject}>", f"{_ACTOR}<{object_}>"
    if fact.predicate is not Relation.REPRESENTS:
        return ()
    # the range of the body is org:Organization, which a country is not
    body = fact.object.type is EntityType.ORGANISATION
    return _IS_OFFICE, f"{_MEMBER}<{subject}>", *([f"{_BODY}<{object_}>"] if body else ())


def _qualifiers(qualifiers: Qualifiers) -> Iterator[str]:
    for name, value in qualifiers.stated().items():
        if name != "date":
            predicate, write = _QUALIFIERS[name]
            yield f"{predicate}{write(value)}"
            continue
        # comparisons in SPARQL pass over months and years without a word, so days go beside them
        stated, first, last = dates(value)
        yield f"{_DATE}{stated}"
        yield f"{_BEGIN}{first}"
        yield f"{_END}{last}"


def _phrase(quote: Evidence, at: Addresses, *, evidence_text: bool) -> Said:
    release = at.release(quote.release)
    says = [
        _IS_PHRASE,
        f"{_CONTEXT}<{release}>",
        f"{_FIRST}{integer(quote.start)}",
        f"{_LAST}{integer(quote.end)}",
    ]
    if evidence_text:
        says.append(f"{_WORDS}{verbatim(quote.text)}")
    return Said(at.phrase(quote), says)
