"""The IRIs of the ontology and of the vocabularies it builds on; nothing else writes them."""

CQ = "https://communique.example/ns#"
"""Namespace of our own terms."""

ONTOLOGY = CQ.removesuffix("#")
"""The ontology as a document."""

DEFAULT_BASE = "https://communique.example/"
"""Where the IRIs of exported entities, statements, releases and graphs begin, unless told else."""

C4DM = "http://purl.org/NET/c4dm/event.owl#"
DCAT = "http://www.w3.org/ns/dcat#"
DCT = "http://purl.org/dc/terms/"
EDTF = "http://id.loc.gov/datatypes/edtf/"
FOAF = "http://xmlns.com/foaf/0.1/"
LODE = "http://linkedevents.org/ontology/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "http://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SPDX = "http://spdx.org/rdf/terms#"
VOID = "http://rdfs.org/ns/void#"
WIKIDATA = "http://www.wikidata.org/entity/"  # http, as Wikidata itself writes its entities
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "c4dm": C4DM,
    "cq": CQ,
    "dcat": DCAT,
    "dct": DCT,
    "edtf": EDTF,
    "foaf": FOAF,
    "lode": LODE,
    "nif": NIF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "void": VOID,
    "wd": WIKIDATA,
    "xsd": XSD,
}
"""The prefixes under which files abbreviate them."""
