"""Graphs of all kinds that RDF must carry, for properties."""

from hypothesis import strategies as st

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import SIGNATURES, Relation, Status

# what breaks writers: quotes, escapes, line ends of every kind, controls, marks that compose
NASTY = st.text(
    st.sampled_from(
        "\"\\'<>^`{|} #%/\n\r\t\x00\x07\x0b\x1c\x7f\x85\xa0\u0301\u2028\ufeff\ufffeаé𝔸a"
    ),
    min_size=1,
    max_size=8,
)
TEXT = NASTY | st.text(min_size=1, max_size=12) | st.just("Ana\u0301 \u212b")
NAME = TEXT.filter(lambda name: bool(name.strip()))
DATES = st.sampled_from(["2024", "2024-02", "2024-02-29", "2023-11-19/2023-11-22", "0987-01"])


@st.composite
def facts(draw: st.DrawFn, releases: list[Release], relation: Relation, number: int) -> Fact:
    signature = SIGNATURES[relation]
    id_ = draw(TEXT)
    subject = Entity(
        f"s{number}{id_}",
        draw(st.sampled_from(sorted(signature.subjects))),
        draw(NAME),
        tuple(draw(st.lists(NAME, max_size=2))),
        named=draw(st.booleans()),
    )
    object_ = Entity(
        f"{id_}{number}o", draw(st.sampled_from(sorted(signature.objects))), draw(NAME)
    )
    values = {"date": draw(DATES), "status": draw(st.sampled_from(Status))}
    texts = {name: draw(TEXT) for name in ("amount", "event", "place", "role")}
    stated = {k: v for k, v in (values | texts).items() if k in signature.qualifiers}
    evidence = []
    for release in draw(st.lists(st.sampled_from(releases), min_size=1, max_size=3)):
        start = draw(st.integers(0, len(release.text) - 1))
        end = draw(st.integers(start + 1, len(release.text)))
        evidence.append(Evidence(release.id, start, end, release.text[start:end], draw(TEXT)))
    confidence = draw(st.floats(0, 1, exclude_min=True))
    return Fact(
        subject,
        relation,
        object_,
        Qualifiers(**stated),
        tuple(evidence),
        confidence,
    )


@st.composite
def knowledge_graphs(draw: st.DrawFn) -> KnowledgeGraph:
    ids = draw(st.lists(TEXT, min_size=1, max_size=3, unique=True))
    day = st.none() | st.just("2024-02-29") | TEXT
    releases = [
        Release(id_, draw(TEXT), draw(TEXT), draw(TEXT), 0, draw(day), draw(st.none() | TEXT))
        for id_ in ids
    ]
    relations = draw(st.lists(st.sampled_from(Relation), min_size=1, max_size=4))
    told = [draw(facts(releases, name, number)) for number, name in enumerate(relations)]
    return KnowledgeGraph.of(releases, told)
