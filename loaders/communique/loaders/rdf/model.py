"""What a release, an entity and a fact say as triples.

A fact is a direct triple, which every tool understands, and a statement node beside it that carries
the qualifiers and the evidence. Partners do not reason, so what the ontology implies and people
ask for is written out: MEETS both ways, actors of a meeting, first and last day of a period.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from communique.graph import Entity, Evidence, Fact, Qualifiers, Release, bounds
from communique.loaders.rdf.addresses import Addresses, wikidata
from communique.loaders.rdf.term import (
    Literal,
    Triple,
    boolean,
    decimal,
    integer,
    label,
    period,
    text,
    verbatim,
)
from communique.ontology import SIGNATURES, EntityType, Relation
from communique.ontology.iris import CQ, DCT, NIF, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, XSD
from communique.ontology.terms import PROPERTIES, STATEMENT_CLASSES

TYPE = RDF + "type"

_QUALIFIERS: Mapping[str, Callable[[str], str | Literal]] = {
    "amount": text,
    "date": period,
    "event": text,
    "place": text,
    "role": text,
    "status": CQ.__add__,
}

_LINKS = {
    "owl:sameAs": OWL + "sameAs",
    "skos:exactMatch": SKOS + "exactMatch",
    "skos:closeMatch": SKOS + "closeMatch",
    "rdfs:seeAlso": RDFS + "seeAlso",
}


def entity_triples(entity: Entity, at: Addresses) -> Iterator[Triple]:
    """Type, names and links of an entity."""
    iri = at.entity(entity)
    yield Triple(iri, TYPE, CQ + entity.type)
    yield Triple(iri, RDFS + "label", label(entity.name))
    for alias in entity.aliases:
        yield Triple(iri, SKOS + "altLabel", label(alias))
    if not entity.named:
        yield Triple(iri, CQ + "named", boolean(False))
    if entity.iso3:
        yield Triple(iri, CQ + "iso3", text(entity.iso3))
    if entity.wikidata:
        country = entity.type is EntityType.COUNTRY  # sameAs merges what reasoning stores know
        same = OWL + "sameAs" if country else SKOS + "exactMatch"
        yield Triple(iri, same, wikidata(entity.wikidata))
    for link in entity.links:
        yield Triple(iri, _LINKS[link.predicate], link.target)


def release_triples(release: Release, at: Addresses) -> Iterator[Triple]:
    """Headline, issuers, day and digest of a release; its text is not exported.

    Who forwarded a copy of it is a publisher too.
    """
    iri = at.release(release.id)
    yield Triple(iri, TYPE, CQ + "Release")
    yield Triple(iri, TYPE, NIF + "Context")
    yield Triple(iri, DCT + "title", label(release.title))
    yield Triple(iri, CQ + "textDigest", text(release.sha256))
    if release.published:
        yield Triple(iri, DCT + "issued", _day_or_text(release.published))
    for url in filter(None, (release.url, *(copy.url for copy in release.copies))):
        yield Triple(iri, SCHEMA + "url", Literal(url, XSD + "anyURI"))
    for source in release.sources:
        publisher = at.publisher(source)
        yield Triple(iri, DCT + "publisher", publisher)
        yield Triple(publisher, TYPE, DCT + "Agent")
        yield Triple(publisher, RDFS + "label", label(source))


def _day_or_text(published: str) -> Literal:
    """A feed's date; one that is none stays readable and must not break a whole export."""
    try:
        return period(published)
    except ValueError:
        return text(published)


def fact_triples(
    fact: Fact, evidence: Iterable[Evidence], at: Addresses, *, evidence_text: bool
) -> Iterator[Triple]:
    """A fact as one release states it.

    Args:
        fact: The fact.
        evidence: Its quotes from that release.
        at: Where things are.
        evidence_text: Whether to write the words of the quotes and not only their offsets.
    """
    subject, relation, object_ = at.entity(fact.subject), fact.predicate, at.entity(fact.object)
    iri, direct = at.statement(fact), CQ + PROPERTIES[relation]
    yield Triple(subject, direct, object_)
    if SIGNATURES[relation].symmetric:
        yield Triple(object_, direct, subject)
    yield Triple(iri, TYPE, CQ + "Statement")
    yield Triple(iri, TYPE, CQ + STATEMENT_CLASSES[relation])
    yield Triple(iri, RDF + "subject", subject)
    yield Triple(iri, RDF + "predicate", direct)
    yield Triple(iri, RDF + "object", object_)
    yield Triple(iri, CQ + "confidence", decimal(fact.confidence))
    yield from _other_views(fact, at)
    yield from _qualifier_triples(iri, fact.qualifiers)
    for quote in evidence:
        yield Triple(iri, PROV + "wasDerivedFrom", at.phrase(quote))
        yield Triple(iri, CQ + "rule", text(quote.rule))
        yield from _quote_triples(quote, at, evidence_text=evidence_text)


def _other_views(fact: Fact, at: Addresses) -> Iterator[Triple]:
    """A meeting as an event with actors, an office as a membership."""
    iri = at.statement(fact)
    if fact.predicate is Relation.MEETS:
        yield Triple(iri, TYPE, SEM + "Event")
        yield Triple(iri, SEM + "hasActor", at.entity(fact.subject))
        yield Triple(iri, SEM + "hasActor", at.entity(fact.object))
    if fact.predicate is Relation.REPRESENTS:
        yield Triple(iri, TYPE, ORG + "Membership")
        yield Triple(iri, ORG + "member", at.entity(fact.subject))
        # its range is org:Organization, which a country is not
        if fact.object.type is EntityType.ORGANISATION:
            yield Triple(iri, ORG + "organization", at.entity(fact.object))


def _qualifier_triples(iri: str, qualifiers: Qualifiers) -> Iterator[Triple]:
    for name, value in qualifiers.stated().items():
        yield Triple(iri, CQ + name, _QUALIFIERS[name](value))
    if qualifiers.date is not None:
        # comparisons in SPARQL pass over months and years without a word, so days go beside them
        first, last = bounds(qualifiers.date)
        yield Triple(iri, SEM + "hasBeginTimeStamp", period(first.isoformat()))
        yield Triple(iri, SEM + "hasEndTimeStamp", period(last.isoformat()))


def _quote_triples(quote: Evidence, at: Addresses, *, evidence_text: bool) -> Iterator[Triple]:
    iri = at.phrase(quote)
    yield Triple(iri, TYPE, NIF + "Phrase")
    yield Triple(iri, NIF + "referenceContext", at.release(quote.release))
    yield Triple(iri, NIF + "beginIndex", integer(quote.start))
    yield Triple(iri, NIF + "endIndex", integer(quote.end))
    if evidence_text:
        yield Triple(iri, NIF + "anchorOf", verbatim(quote.text))
