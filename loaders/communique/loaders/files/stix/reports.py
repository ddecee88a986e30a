"""Releases as reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from communique.graph import Copy, Entity, KnowledgeGraph, Particulars
from communique.loaders.files.stix.dialect import Dialect
from communique.loaders.files.stix.properties import UNDATED, Object, beginning, made, stated
from communique.loaders.files.stix.things import issuer
from communique.ontology import EntityType

UNKNOWN = "unknown issuer"


def issuers(graph: KnowledgeGraph, dialect: Dialect) -> tuple[Mapping[str, str], list[Object]]:
    """Who issues releases: identifiers by source, and identities of those no entity stands for.

    An organisation of the graph that is called so stands for its source.
    """
    known: dict[str, Entity] = {}
    for entity in graph.entities:
        if entity.type is EntityType.ORGANISATION:
            for name in (entity.name, *entity.aliases):
                known.setdefault(name.casefold(), entity)
    days: dict[str, list[str | None]] = defaultdict(list)
    for release in graph.releases:
        days[release.source].append(release.published)
    ids, made_for = {}, []
    for source in sorted(days):
        if body := known.get(source.casefold()):
            ids[source] = dialect.ref(body)
            continue
        identity = issuer(source, source or UNKNOWN, days[source], dialect)
        ids[source] = str(identity["id"])
        made_for.append(identity)
    return ids, made_for


def report(
    release: Particulars, title: str, issued_by: str, contents: Iterable[str], dialect: Dialect
) -> Object:
    """A release with all that it tells; one that tells nothing contains its issuer."""
    return stated(
        {
            **made("report", dialect.at.release(release.id), [release.published]),
            "created_by_ref": issued_by,
            "name": title,
            "published": beginning(release.published or UNDATED),
            "object_refs": sorted(set(contents)) or [issued_by],
            "labels": [] if release.published else ["undated"],
            "lang": "en",
            "external_references": [_reference(release), *map(_reference, release.copies)],
        }
    )


def _reference(item: Particulars | Copy) -> Object:
    source = item.source or UNKNOWN
    return stated({"source_name": source, "external_id": item.id, "url": item.url})
