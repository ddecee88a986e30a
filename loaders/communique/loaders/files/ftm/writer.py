"""The graph as one line of JSON for each entity of FollowTheMoney."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import IO

from communique.graph import KnowledgeGraph
from communique.loaders.files.ftm.facts import is_office, office, told_by, told_of_ends
from communique.loaders.files.ftm.proxy import Proxy
from communique.loaders.files.ftm.things import document, thing
from communique.loaders.files.ftm.wording import Wording, read_wordings
from communique.ontology import Relation

Wordings = Mapping[Relation, Wording]


def write_ftm(graph: KnowledgeGraph, out: IO[str], *, evidence_text: bool = True) -> None:
    """Write entities of FollowTheMoney, one a line; the same graph gives the same text.

    Releases are articles without their text, countries public bodies, places addresses, operations
    events. Each fact is one entity: meetings and visits events, offices with a title occupancies
    of positions, memberships memberships, all else links that name the relation. All have dates
    as precise as told, the releases as proof and the offsets of the quotes. Events name who
    takes part as well.

    Args:
        graph: What to write.
        out: Text stream that encodes as UTF-8.
        evidence_text: Whether the words of the quotes are written.
    """
    wordings = read_wordings()
    for proxies in (_releases(graph), _entities(graph, wordings), _offices(graph)):
        out.writelines(proxy.line() for proxy in proxies)
    releases = {release.id: release for release in graph.releases}
    for fact in graph.facts:
        out.write(told_by(fact, releases, wordings[fact.predicate], quotes=evidence_text).line())


def _releases(graph: KnowledgeGraph) -> Iterator[Proxy]:
    return map(document, graph.releases)


def _entities(graph: KnowledgeGraph, wordings: Wordings) -> Iterator[Proxy]:
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for fact in graph.facts:
        for entity, name, value in told_of_ends(fact, wordings[fact.predicate]):
            told[entity.id][name].append(value)
    return (thing(entity, told[entity.id]) for entity in graph.entities)


def _offices(graph: KnowledgeGraph) -> Iterator[Proxy]:
    offices = (office(fact) for fact in graph.facts if is_office(fact))
    found = {proxy.id: proxy for proxy in offices}
    return (found[id_] for id_ in sorted(found))
