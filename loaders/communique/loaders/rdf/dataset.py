"""The knowledge graph as named graphs: one for each release, one for entities, one about them all.

A graph is the unit of replacing and taking back: what two releases state stands in both of their
graphs, so that taking one back leaves the other's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Particulars
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.description import Description
from communique.loaders.rdf.model import entity_said, fact_said, release_said
from communique.loaders.rdf.named_graph import NamedGraph, united
from communique.loaders.rdf.record.writing import judgement_graph, record_graph
from communique.loaders.rdf.wanted import Making, Wanted

if TYPE_CHECKING:
    from communique.ledger import Ledger


class Told(NamedTuple):
    """What one release states.

    Attributes:
        release: Its id.
        releases: The release itself; none if only evidence names it.
        facts: Each with the quotes from that release.
    """

    release: str
    releases: list[Particulars]
    facts: list[tuple[Fact, list[Evidence]]]


def named_graphs(
    graph: KnowledgeGraph, at: Addresses, *, evidence_text: bool = True, issued: date | None = None
) -> Iterator[NamedGraph]:
    """Yield the graphs of the releases in the order of their ids, of the entities, and about all.

    One release graph is held at a time. A release that only evidence names has a graph too.

    Args:
        graph: What to export.
        at: Where things are.
        evidence_text: Whether to write the words of the quotes and not only their offsets.
        issued: Day of the export, for the description; left out without it.
    """
    return wanted_graphs(graph, at, Wanted(at.base, evidence_text, Making(issued)))


def wanted_graphs(graph: KnowledgeGraph, at: Addresses, wanted: Wanted) -> Iterator[NamedGraph]:
    """As `named_graphs`, with what else can be wanted."""
    meta: list[NamedGraph] = []
    for named in streamed_graphs(told_by_release(graph), graph.entities, at, wanted):
        if named.iri == at.meta_graph:
            meta.append(named)
        else:
            yield named
    yield united(meta)


def streamed_graphs(
    told: Iterable[Told],
    entities: Iterable[Entity],
    at: Addresses,
    wanted: Wanted,
) -> Iterator[NamedGraph]:
    """As `named_graphs`, of what need not be in memory: releases by id, then their entities.

    The graph about all comes in pieces, one after each of the others and one at the end.
    """
    about = Description(at, wanted.making)
    for id_, releases, facts in told:
        said = [one for release in releases for one in release_said(release, at)]
        for fact, quotes in facts:
            said.extend(fact_said(fact, quotes, at, evidence_text=wanted.evidence_text))
        named = NamedGraph.of(at.release_graph(id_), said)
        yield named
        yield about.of_release(named, id_, releases)
    named = NamedGraph.of(at.entities_graph, (entity_said(entity, at) for entity in entities))
    yield named
    yield about.of_graph(named)
    entities_known = len(named.said)
    for named in _recorded(wanted.ledger, at):
        yield named
        yield about.of_graph(named)
    yield about.of_all(entities_known)


def _recorded(ledger: "Ledger | None", at: Addresses) -> Iterator[NamedGraph]:
    """What a ledger holds, as it was recorded."""
    if ledger is None:
        return
    for entry in ledger.entries():
        yield record_graph(entry, at)
    if judgements := ledger.judgements.all():
        yield judgement_graph(judgements, at)


def told_by_release(graph: KnowledgeGraph) -> Iterator[Told]:
    """What each release states, in the order of their ids."""
    known: dict[str, list[Particulars]] = defaultdict(list)
    for release in graph.releases:
        known[release.id].append(release)
    facts = _by_release(graph.facts)
    for id_ in sorted(known.keys() | facts.keys()):
        yield Told(id_, known.get(id_, []), facts.get(id_, []))


def _by_release(facts: Iterable[Fact]) -> dict[str, list[tuple[Fact, list[Evidence]]]]:
    """The facts each release states, each with the quotes from that release."""
    told: dict[str, list[tuple[Fact, list[Evidence]]]] = defaultdict(list)
    for fact in facts:
        quotes: dict[str, list[Evidence]] = defaultdict(list)
        for quote in fact.evidence:
            quotes[quote.release].append(quote)
        for release, its_quotes in quotes.items():
            told[release].append((fact, its_quotes))
    return told
