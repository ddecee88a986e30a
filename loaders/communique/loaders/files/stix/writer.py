"""The graph as a bundle."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import IO

from communique.graph import KnowledgeGraph, Particulars
from communique.loaders.files.stix.dialect import Dialect
from communique.loaders.files.stix.names import names_of, titles_of
from communique.loaders.files.stix.properties import Object, stix_id
from communique.loaders.files.stix.relationships import relationships
from communique.loaders.files.stix.reports import issuers, report
from communique.loaders.files.stix.things import Told, thing
from communique.loaders.rdf.addresses import Addresses
from communique.ontology.iris import DEFAULT_BASE


def write_stix(
    graph: KnowledgeGraph,
    out: IO[str],
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    opencti: bool = False,
) -> None:
    """Write a STIX 2.1 bundle, an object a line; the same graph gives the same text.

    Identifiers are made of the IRIs that the RDF export has under the same base. Objects are
    created on the day of the first release that names them and modified on that of the last.

    Args:
        graph: What to write.
        out: Text stream that encodes as UTF-8.
        base: Where IRIs begin; ends in ``/`` or ``#``.
        evidence_text: Whether the words of the quotes are written.
        opencti: Whether events and operations are OpenCTI's events, which only readers that know
            OpenCTI's objects take; else they are groupings, as the standard has them.

    Raises:
        ValueError: The base is no absolute IRI.
    """
    dialect = Dialect(Addresses(base), evidence_text, opencti)
    out.write(f'{{"type": "bundle", "id": "{stix_id("bundle", dialect.at.dataset)}"')
    before = ', "objects": [\n'  # a bundle has no empty list
    for item in _objects(graph, dialect):
        out.write(before + json.dumps(item, ensure_ascii=False))
        before = ",\n"
    out.write("\n]}\n" if graph.releases else "}\n")


def _objects(graph: KnowledgeGraph, dialect: Dialect) -> Iterator[Object]:
    releases = {release.id: release for release in graph.releases}
    issued_by, identities = issuers(graph, dialect)
    yield from identities
    told, names = _told(graph, releases), names_of(graph.entities)
    for entity in graph.entities:
        yield thing(entity, names[entity.id], told[entity.id], dialect)
    contents: dict[str, set[str]] = defaultdict(set)
    for item, facts in relationships(graph.facts, releases, dialect):
        yield item
        ends = dialect.ref(facts[0].subject), dialect.ref(facts[0].object)
        for quote in (quote for fact in facts for quote in fact.evidence):
            contents[quote.release].update((str(item["id"]), *ends))
    titles = titles_of(graph.releases)
    for id_, release in releases.items():
        yield report(release, titles[id_], issued_by[release.source], contents[id_], dialect)


def _told(graph: KnowledgeGraph, releases: Mapping[str, Particulars]) -> Mapping[str, Told]:
    told: dict[str, Told] = defaultdict(Told)
    for fact in graph.facts:
        days = {releases[quote.release].published for quote in fact.evidence}
        told[fact.subject.id].add(fact, fact.object, days)
        told[fact.object.id].add(fact, fact.subject, days)
        told[fact.subject.id].add_as_subject(fact)
    return told
