import hashlib
from collections.abc import Iterator
from datetime import date

import pytest
from rdflib import Graph, URIRef

from communique.graph import (
    Copy,
    Entity,
    Evidence,
    Fact,
    KnowledgeGraph,
    Particulars,
    Qualifiers,
    Release,
)
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.term import Literal
from communique.ontology import EntityType, Relation
from communique.ontology.iris import (
    CQ,
    DCT,
    NIF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    VOID,
    XSD,
)
from communique.ontology.schema import ontology_text

AT = Addresses("https://data.example/")
ENTITY = f"{AT.base}id/"


@pytest.fixture(scope="module")
def graphs(graph: KnowledgeGraph) -> dict[str, NamedGraph]:
    return {named.iri.removeprefix(AT.base): named for named in named_graphs(graph, AT)}


def objects(named: NamedGraph, subject: str, predicate: str) -> set[str]:
    found = (t for t in named.triples.values() if (t.subject, t.predicate) == (subject, predicate))
    return {t.object.lexical if isinstance(t.object, Literal) else t.object for t in found}


def statements(graph: KnowledgeGraph, relation: Relation) -> Iterator[str]:
    return (AT.statement(fact) for fact in graph.facts if fact.predicate is relation)


def dated(date_: str) -> KnowledgeGraph:
    ana = Entity("a", EntityType.PERSON, "Ana")
    quotes = (Evidence("r", 0, 1, "x", "visits/visit"),)
    romania = Entity("b", EntityType.COUNTRY, "Romania")
    visit = Fact(ana, Relation.VISITS, romania, Qualifiers(date_), quotes, 1.0)
    return KnowledgeGraph.of([Release("r", "T", "", "x")], [visit])


def test_there_is_a_graph_for_each_release_the_entities_and_the_description(
    graphs: dict[str, NamedGraph],
) -> None:
    assert list(graphs) == [
        "graph/release-after-2",
        "graph/release-visit-1",
        "graph/entities",
        "graph/meta",
    ]


def test_a_meeting_stands_in_both_directions(graphs: dict[str, NamedGraph]) -> None:
    ana, ion = f"{ENTITY}person-ana-petrova", f"{ENTITY}person-ion-dragan"

    assert objects(graphs["graph/release-visit-1"], ana, f"{CQ}meets") == {ion}
    assert objects(graphs["graph/release-visit-1"], ion, f"{CQ}meets") == {ana}


def test_a_visit_stands_in_one_direction(graphs: dict[str, NamedGraph]) -> None:
    ana, romania = f"{ENTITY}person-ana-petrova", f"{ENTITY}country-ROU"

    assert objects(graphs["graph/release-visit-1"], ana, f"{CQ}visits") == {romania}
    assert objects(graphs["graph/release-visit-1"], romania, f"{CQ}visits") == set()


def test_a_fact_of_two_releases_stands_in_both_graphs_with_the_quotes_of_each(
    graph: KnowledgeGraph, graphs: dict[str, NamedGraph]
) -> None:
    (visit,) = statements(graph, Relation.VISITS)
    sources = {
        name: objects(graphs[f"graph/release-{name}"], visit, f"{PROV}wasDerivedFrom")
        for name in ("visit-1", "after-2")
    }

    assert sources == {
        "visit-1": {f"{AT.base}release/visit-1#char=0,47"},
        "after-2": {f"{AT.base}release/after-2#char=0,38"},
    }


def test_a_statement_names_ends_relation_class_and_qualifiers(
    graph: KnowledgeGraph, graphs: dict[str, NamedGraph]
) -> None:
    (meeting,) = statements(graph, Relation.MEETS)
    named = graphs["graph/release-visit-1"]

    assert {
        name: objects(named, meeting, predicate)
        for name, predicate in {
            "subject": f"{RDF}subject",
            "relation": f"{RDF}predicate",
            "object": f"{RDF}object",
            "class": f"{RDF}type",
            "actors": f"{SEM}hasActor",
            "date": f"{CQ}date",
            "place": f"{CQ}place",
            "event": f"{CQ}event",
            "status": f"{CQ}status",
            "confidence": f"{CQ}confidence",
            "rule": f"{CQ}rule",
        }.items()
    } == {
        "subject": {f"{ENTITY}person-ana-petrova"},
        "relation": {f"{CQ}meets"},
        "object": {f"{ENTITY}person-ion-dragan"},
        "class": {f"{CQ}Statement", f"{CQ}Meeting", f"{SEM}Event"},
        "actors": {f"{ENTITY}person-ana-petrova", f"{ENTITY}person-ion-dragan"},
        "date": {"2024-05-06/2024-05-07"},
        "place": {"Cluj"},
        "event": {"talks"},
        "status": {f"{CQ}planned"},
        "confidence": {"1.0"},
        "rule": {"meets/meet"},
    }


def test_an_office_is_a_membership_of_an_organisation_but_not_of_a_country(
    graph: KnowledgeGraph, graphs: dict[str, NamedGraph]
) -> None:
    named = graphs["graph/release-visit-1"]
    bodies = {
        body
        for office in statements(graph, Relation.REPRESENTS)
        for body in objects(named, office, f"{ORG}organization")
    }

    assert bodies == {f"{ENTITY}org-nato"}


@pytest.mark.parametrize(
    ("stated", "datatype", "first", "last"),
    [
        ("2024-02-05", f"{XSD}date", "2024-02-05", "2024-02-05"),
        ("2024-02", f"{XSD}gYearMonth", "2024-02-01", "2024-02-29"),
        ("2024", f"{XSD}gYear", "2024-01-01", "2024-12-31"),
        (
            "2024-02/2024-03-02",
            "http://id.loc.gov/datatypes/edtf/EDTF-level0",
            "2024-02-01",
            "2024-03-02",
        ),
    ],
    ids=["day", "month", "year", "interval"],
)
def test_a_date_keeps_its_precision_and_has_first_and_last_day(
    stated: str, datatype: str, first: str, last: str
) -> None:
    triples = [t for named in named_graphs(dated(stated), AT) for t in named.triples.values()]
    values = {t.predicate: t.object for t in triples}

    assert values[f"{CQ}date"] == Literal(stated, datatype)
    assert values[f"{SEM}hasBeginTimeStamp"] == Literal(first, f"{XSD}date")
    assert values[f"{SEM}hasEndTimeStamp"] == Literal(last, f"{XSD}date")


def test_a_statement_without_a_date_has_no_days(graph: KnowledgeGraph) -> None:
    (hosting,) = statements(graph, Relation.HOSTS)

    for named in named_graphs(graph, AT):
        assert objects(named, hosting, f"{SEM}hasBeginTimeStamp") == set()


def test_evidence_is_a_phrase_cut_by_its_offsets(
    texts: dict[str, str], graphs: dict[str, NamedGraph]
) -> None:
    read = {AT.release(id_): text for id_, text in texts.items()}
    phrases = [
        (named, triple.subject)
        for named in graphs.values()
        for triple in named.triples.values()
        if triple.object == f"{NIF}Phrase"
    ]

    assert len(phrases) == 5
    for named, phrase in phrases:
        (release,) = objects(named, phrase, f"{NIF}referenceContext")
        (start,) = objects(named, phrase, f"{NIF}beginIndex")
        (end,) = objects(named, phrase, f"{NIF}endIndex")
        assert phrase == f"{release}#char={start},{end}"
        assert objects(named, phrase, f"{NIF}anchorOf") == {read[release][int(start) : int(end)]}


def test_a_quote_is_kept_as_its_digest_knows_it() -> None:
    decomposed = "Ana\u0301"
    ana = Entity("a", EntityType.PERSON, decomposed)
    quotes = (Evidence("r", 0, 4, decomposed, "visits/visit"),)
    romania = Entity("b", EntityType.COUNTRY, "Romania")
    fact = Fact(ana, Relation.VISITS, romania, Qualifiers(), quotes, 1.0)
    release, entities, _ = named_graphs(KnowledgeGraph.of([], [fact]), AT)

    assert objects(release, f"{AT.base}release/r#char=0,4", f"{NIF}anchorOf") == {decomposed}
    assert objects(entities, f"{ENTITY}a", f"{RDFS}label") == {"An\u00e1"}


def test_without_evidence_text_offsets_stay(graph: KnowledgeGraph) -> None:
    predicates = {
        triple.predicate
        for named in named_graphs(graph, AT, evidence_text=False)
        for triple in named.triples.values()
    }

    assert f"{NIF}beginIndex" in predicates
    assert f"{NIF}anchorOf" not in predicates


def test_an_entity_has_type_names_and_links(graphs: dict[str, NamedGraph]) -> None:
    entities = graphs["graph/entities"]

    assert objects(entities, f"{ENTITY}country-ROU", f"{RDF}type") == {f"{CQ}Country"}
    assert objects(entities, f"{ENTITY}country-ROU", f"{CQ}iso3") == {"ROU"}
    assert objects(entities, f"{ENTITY}country-ROU", f"{OWL}sameAs") == {
        "http://www.wikidata.org/entity/Q218"
    }
    assert objects(entities, f"{ENTITY}person-ana-petrova", f"{SKOS}altLabel") == {"Petrova"}
    assert objects(entities, f"{ENTITY}operation-1", f"{CQ}named") == {"false"}


def test_a_release_has_headline_issuer_day_and_digest(
    graph: KnowledgeGraph, graphs: dict[str, NamedGraph]
) -> None:
    named, release = graphs["graph/release-visit-1"], f"{AT.base}release/visit-1"
    (publisher,) = objects(named, release, f"{DCT}publisher")

    assert objects(named, release, f"{DCT}title") == {"Visit to Romania"}
    assert objects(named, publisher, f"{RDFS}label") == {"NATO"}
    assert objects(named, release, f"{DCT}issued") == {"2024-04-28"}
    assert objects(named, release, f"{CQ}textDigest") == {graph.releases[1].sha256}


def test_who_forwarded_a_release_is_its_publisher_too() -> None:
    copies = (Copy("s", "Coastal Wire", url="https://example.org/s"),)
    release = Particulars("r", "T", "NATO", "", url="https://example.org/r", copies=copies)
    graphs = named_graphs(KnowledgeGraph.of([release], []), AT)
    named = next(graph for graph in graphs if graph.iri == AT.release_graph("r"))

    publishers = objects(named, AT.release("r"), f"{DCT}publisher")

    assert {name for p in publishers for name in objects(named, p, f"{RDFS}label")} == {
        "NATO",
        "Coastal Wire",
    }
    assert len(objects(named, AT.release("r"), f"{SCHEMA}url")) == 2


def test_a_day_of_publication_that_is_none_is_written_as_text() -> None:
    release = Release("r", "T", "", "x", published="last Tuesday")
    triples = next(named_graphs(KnowledgeGraph.of([release], []), AT)).triples.values()

    assert Literal("last Tuesday") in {t.object for t in triples if t.predicate == f"{DCT}issued"}


def test_the_description_counts_all_quads(graphs: dict[str, NamedGraph]) -> None:
    total = sum(len(named.triples) for named in graphs.values())

    assert objects(graphs["graph/meta"], AT.dataset, f"{VOID}triples") == {str(total)}


def test_the_description_has_size_and_digest_of_each_graph(graphs: dict[str, NamedGraph]) -> None:
    entities = graphs["graph/entities"]
    lines = "".join(f"{line}\n" for line in sorted(entities.triples))

    meta = graphs["graph/meta"]
    assert objects(meta, entities.iri, f"{VOID}triples") == {str(len(entities.triples))}
    assert objects(meta, entities.iri, f"{CQ}graphDigest") == {
        hashlib.sha256(lines.encode()).hexdigest()
    }


def test_the_description_has_a_day_only_if_told(graph: KnowledgeGraph) -> None:
    *_, silent = named_graphs(graph, AT)
    *_, told = named_graphs(graph, AT, issued=date(2024, 6, 1))

    assert objects(silent, AT.dataset, f"{DCT}issued") == set()
    assert objects(told, AT.dataset, f"{DCT}issued") == {"2024-06-01"}


def test_a_retold_fact_changes_only_the_graph_of_the_release_that_tells_it(
    graph: KnowledgeGraph, graphs: dict[str, NamedGraph]
) -> None:
    without_training = KnowledgeGraph.of(
        graph.releases, [fact for fact in graph.facts if fact.predicate is not Relation.HOSTS]
    )
    after = {n.iri.removeprefix(AT.base): n for n in named_graphs(without_training, AT)}
    changed = {name for name in graphs if graphs[name].sha256 != after[name].sha256}

    assert changed == {"graph/release-after-2", "graph/entities", "graph/meta"}


def test_every_exported_term_is_declared_in_the_ontology(graph: KnowledgeGraph) -> None:
    ontology = Graph().parse(data=ontology_text(), format="turtle")
    declared = set(ontology.subjects())
    triples = [t for named in named_graphs(graph, AT) for t in named.triples.values()]
    terms = {t.predicate for t in triples}
    terms |= {
        t.object for t in triples if t.predicate == f"{RDF}type" and isinstance(t.object, str)
    }
    built_in = {term for term in terms if term.startswith((RDF, RDFS, OWL))}

    assert len(terms) > 30
    assert {term for term in terms - built_in if URIRef(term) not in declared} == set()
