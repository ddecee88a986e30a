"""Gold clusterings: which annotated entities of different releases are one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluation.annotation.gold import GoldDocument
from communique.evaluation.annotation.inputs import need, read_json

_LEAST = 2
"""Entities of a cluster at least; an entity in none is by itself."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An annotated entity: ``DOCUMENT/KEY``.

    Attributes:
        document: Slug of the gold document.
        key: The entity's key in it.
    """

    document: str
    key: str

    def __str__(self) -> str:
        """As clustering files write it."""
        return f"{self.document}/{self.key}"


@dataclass(frozen=True, slots=True)
class Clustering:
    """Which annotated entities of one type are one.

    Attributes:
        type: Their type.
        clusters: Those with several entities, no two of one document; whoever is in none is alone.
        doubtful: Entities of which a careful reader cannot tell; they are not scored.
    """

    type: str
    clusters: tuple[tuple[Mention, ...], ...]
    doubtful: frozenset[Mention]

    def partition(self, golds: Iterable[GoldDocument]) -> dict[Mention, Mention]:
        """The first mention of the cluster of each named entity of the type that is not in doubt.

        Raises:
            MalformedInputError: The clustering speaks of an entity that the annotations lack.
        """
        named = {
            Mention(gold.slug, entity.key)
            for gold in golds
            for entity in gold.entities.values()
            if entity.named and entity.type == self.type
        }
        told = {mention for cluster in self.clusters for mention in cluster} | self.doubtful
        unknown = ", ".join(sorted(str(mention) for mention in told - named))
        need(not unknown, "clusters", f"no named {self.type} of the annotations: {unknown}")
        found = {mention: mention for mention in named}
        for cluster in self.clusters:
            found.update(dict.fromkeys(cluster, min(cluster)))
        return {mention: found[mention] for mention in sorted(named - self.doubtful)}


def load_clusterings(folder: Path) -> list[Clustering]:
    """The clusterings of a folder (``*.json``), in order of file name.

    Raises:
        MalformedInputError: A folder without one, or a file that is not well formed.
    """
    paths = sorted(folder.glob("*.json"))
    need(bool(paths), str(folder), "holds no clustering (*.json)")
    return [_clustering(read_json(path), str(path)) for path in paths]


def _clustering(raw: Any, where: str) -> Clustering:
    need(isinstance(raw, dict), where, "a clustering is a JSON object")
    need(isinstance(raw.get("type"), str), where, "'type' must be a string")
    need(isinstance(raw.get("clusters"), list), where, "'clusters' must be a list")
    need(isinstance(raw.get("doubtful", {}), dict), where, "'doubtful' must be an object")
    clusters = tuple(_cluster(item, where) for item in raw["clusters"])
    doubtful = _mentions(raw.get("doubtful", {}), where)
    told = [mention for cluster in clusters for mention in cluster] + doubtful
    need(len(told) == len(set(told)), where, "an entity is in two clusters, or in doubt as well")
    return Clustering(raw["type"], clusters, frozenset(doubtful))


def _cluster(raw: Any, where: str) -> tuple[Mention, ...]:
    need(isinstance(raw, list), where, f"a cluster is a list, not {raw!r}")
    mentions = _mentions(raw, where)
    several = len(mentions) >= _LEAST
    need(several, where, f"a cluster of fewer than two entities: {raw}")
    documents = {mention.document for mention in mentions}
    need(len(documents) == len(mentions), where, f"two entities of one document: {raw}")
    return tuple(sorted(mentions))


def _mentions(raw: Sequence[Any] | Mapping[str, Any], where: str) -> list[Mention]:
    mentions = []
    for item in raw:
        document, _, key = item.partition("/") if isinstance(item, str) else ("", "", "")
        need(bool(document and key), where, f"{item!r} is not DOCUMENT/KEY")
        mentions.append(Mention(document, key))
    return mentions
