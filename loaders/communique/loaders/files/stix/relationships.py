"""Facts as relationships of the types that OpenCTI takes between two objects."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby

from communique.graph import Fact, Particulars
from communique.loaders.files.stix.dialect import Dialect
from communique.loaders.files.stix.properties import (
    Object,
    beginning,
    ending,
    made,
    stated,
)
from communique.loaders.files.stix.spans import span

OTHERWISE = "related-to"
"""What OpenCTI takes between any two objects."""

Types = Mapping[tuple[str, str, str], str]


def read_types(*, opencti: bool) -> Types:
    """Types by relation, type of the subject and type of the object; the rest is related-to.

    OpenCTI refuses a type that it does not expect between two kinds of objects (its
    ``stixCoreRelationshipsMapping`` and the relations of its modules for organisations and events).
    """
    content = files("communique.loaders.files.stix").joinpath("relationships.json").read_bytes()
    return {
        (row["relation"], row["subject"], row["object"]): row["type"]
        for row in json.loads(content)
        if opencti or not row.get("opencti")
    }


def relationships(
    facts: Sequence[Fact], releases: Mapping[str, Particulars], dialect: Dialect
) -> Iterator[tuple[Object, tuple[Fact, ...]]]:
    """Relationships in the order of their ends, each with the facts that it tells.

    Facts of the same type between the same ends at the same time are one relationship: OpenCTI
    would make them one, and keep the words of the last.
    """
    ends = _ends(dialect)
    for (kind, one, other, start, stop), group in groupby(sorted(facts, key=ends), key=ends):
        told = tuple(group)
        days = [releases[e.release].published for f in told for e in f.evidence]
        iri = f"{dialect.at.base}relationship/{kind}/{one}/{other}/{start}/{stop}"
        yield (
            stated(
                {
                    **made("relationship", iri, days),
                    "relationship_type": kind,
                    "source_ref": one,
                    "target_ref": other,
                    "description": _description(told, releases, quotes=dialect.quotes),
                    "start_time": start,
                    "stop_time": stop,
                    "labels": list(_labels(told)),
                    "confidence": round(100 * max(fact.confidence for fact in told)),
                    "lang": "en",
                }
            ),
            told,
        )


def _ends(dialect: Dialect) -> Callable[[Fact], tuple[str, ...]]:
    """What makes two relationships different for OpenCTI."""
    types = read_types(opencti=dialect.opencti)

    def ends(fact: Fact) -> tuple[str, ...]:
        key = (str(fact.predicate), str(fact.subject.type), str(fact.object.type))
        one, other = dialect.ref(fact.subject), dialect.ref(fact.object)
        days = span([fact])
        times = (beginning(days[0]), ending(days[1])) if days else ("", "")
        return types.get(key, OTHERWISE), one, other, *times

    return ends


def _labels(told: Sequence[Fact]) -> list[str]:
    names = {str(fact.predicate) for fact in told}
    return sorted(names | {str(f.qualifiers.status) for f in told if f.qualifiers.status})


def _description(told: Sequence[Fact], releases: Mapping[str, Particulars], *, quotes: bool) -> str:
    """A line for each fact, and one for each quote of it with release and offsets."""
    return "\n".join(line for fact in told for line in _lines(fact, releases, quotes=quotes))


def _lines(fact: Fact, releases: Mapping[str, Particulars], *, quotes: bool) -> Iterator[str]:
    stated_as = "; ".join(f"{name}: {value}" for name, value in fact.qualifiers.stated().items())
    told = f"{fact.subject.name} {fact.predicate} {fact.object.name}"
    yield f"{told} ({stated_as})" if stated_as else told
    for item in fact.evidence:
        release = releases[item.release]
        where = f"{release.title or release.id}, characters {item.start} to {item.end}"
        yield f"- “{item.text}” ({where})" if quotes else f"- {where}"
