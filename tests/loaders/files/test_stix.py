"""STIX 2.1 as the library of the standard reads it, and by the rules of OpenCTI."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import stix2

from communique.graph import Copy, KnowledgeGraph, Qualifiers
from communique.loaders.files import write_stix

Objects = list[dict[str, Any]]
RULES = json.loads((Path(__file__).parent / "opencti.json").read_text(encoding="utf-8"))
NO_DAY = "1970-01-01T00:00:00Z"


def text(graph: KnowledgeGraph, **options: Any) -> str:
    out = io.StringIO()
    write_stix(graph, out, **options)
    return out.getvalue()


def objects(written: str) -> Objects:
    found: Objects = json.loads(written)["objects"]
    return found


def only(found: Objects, kind: str) -> Objects:
    return [item for item in found if item["type"] == kind]


@pytest.fixture(scope="module")
def bundle(whole_vocabulary: KnowledgeGraph) -> Objects:
    return objects(text(whole_vocabulary))


@pytest.fixture(scope="module")
def for_opencti(whole_vocabulary: KnowledgeGraph) -> Objects:
    return objects(text(whole_vocabulary, opencti=True))


@pytest.fixture(scope="module")
def tour(graph: KnowledgeGraph) -> Objects:
    return objects(text(graph))


def test_the_library_reads_the_bundle_as_it_is(whole_vocabulary: KnowledgeGraph) -> None:
    written = text(whole_vocabulary)

    back = stix2.parse(written)

    assert len(back.objects) == len(objects(written))
    assert json.loads(back.serialize()) == json.loads(written)


def test_the_library_reads_what_is_for_opencti_with_its_events(
    whole_vocabulary: KnowledgeGraph,
) -> None:
    written = text(whole_vocabulary, opencti=True)

    back = stix2.parse(written, allow_custom=True)

    assert {item["type"] for item in back.objects if isinstance(item, dict)} == {"event"}


@pytest.mark.parametrize("form", ["bundle", "for_opencti"])
def test_opencti_takes_every_relationship_between_its_ends(
    form: str, request: pytest.FixtureRequest
) -> None:
    found: Objects = request.getfixturevalue(form)
    kinds = {item["id"]: opencti_type(item) for item in found}

    for item in only(found, "relationship"):
        one, other = kinds[item["source_ref"]], kinds[item["target_ref"]]
        taken = [kind for kind, ends in RULES[one].items() if other in ends]
        assert item["relationship_type"] in [*RULES["always"], *taken], item["description"]


def opencti_type(item: dict[str, Any]) -> str:
    """What OpenCTI makes of an object, as its client reads it."""
    if item["type"] == "identity":
        return "Individual" if item["identity_class"] == "individual" else "Organization"
    if item["type"] == "location":
        kinds = {"city": "City", "country": "Country", "region": "Region"}
        return next(kind for name, kind in kinds.items() if name in item)
    return str(item["type"]).capitalize()


@pytest.mark.parametrize("form", ["bundle", "for_opencti"])
def test_every_reference_is_in_the_bundle(form: str, request: pytest.FixtureRequest) -> None:
    found: Objects = request.getfixturevalue(form)
    ids = [item["id"] for item in found]
    named = {
        ref
        for item in found
        for name, value in item.items()
        if name.endswith(("_ref", "_refs"))
        for ref in ([value] if isinstance(value, str) else value)
    }

    assert len(set(ids)) == len(ids)
    assert named <= set(ids)


def test_a_release_is_a_report_of_what_it_tells(tour: Objects) -> None:
    first, second = only(tour, "report")

    assert (first["name"], first["published"]) == ("Tour notes", "2024-05-03T00:00:00Z")
    ids = {item["id"]: item for item in tour}
    told = [ids[ref] for ref in first["object_refs"]]
    assert {item.get("name") for item in told} >= {"Oana Prelipcean", "Sweden"}
    assert len(only(told, "relationship")) == 3
    assert (second["published"], second["labels"]) == (NO_DAY, ["undated"])


def test_a_release_that_tells_nothing_contains_its_issuer(graph: KnowledgeGraph) -> None:
    found = objects(text(replace(graph, entities=(), facts=())))

    for item in only(found, "report"):
        assert item["object_refs"] == [item["created_by_ref"]]


def test_an_organisation_of_the_graph_is_the_issuer_that_is_called_so(
    graph: KnowledgeGraph,
) -> None:
    issued = replace(graph.releases[0], source="ministry\x00 of\x1b PORTS")
    found = objects(text(replace(graph, releases=(issued, *graph.releases[1:]))))

    ids = {item["id"]: item for item in found}
    first, _ = only(found, "report")
    references = ids[first["created_by_ref"]]["external_references"]
    assert references[0]["external_id"] == "organisation-ministry"


def test_copies_of_a_release_are_references_of_its_report(graph: KnowledgeGraph) -> None:
    copied = replace(graph.releases[0], copies=(Copy("copy-1", "Wire", url="https://w.example/1"),))
    found = objects(text(replace(graph, releases=(copied, *graph.releases[1:]))))

    first, _ = only(found, "report")
    assert first["external_references"][1] == {
        "source_name": "Wire",
        "external_id": "copy-1",
        "url": "https://w.example/1",
    }


def test_a_fact_with_a_date_begins_and_ends(tour: Objects) -> None:
    times = {(item.get("start_time"), item.get("stop_time")) for item in tour}

    assert ("2024-05-01T00:00:00Z", "2024-05-31T23:59:59Z") in times


def test_a_relationship_says_what_it_is_with_its_quotes(tour: Objects) -> None:
    (met, *_) = [item for item in only(tour, "relationship") if "held" in item["labels"]]

    assert met["relationship_type"] == "related-to"
    assert met["labels"] == ["MEETS", "held"]
    assert met["confidence"] == 90
    assert "(date: 2024-05; place: Malmö; status: held)" in met["description"]
    assert "(Tour notes, characters 11 to 53)" in met["description"]


def test_facts_that_opencti_would_make_one_are_one_with_the_words_of_all(
    graph: KnowledgeGraph,
) -> None:
    first, *others = [replace(fact, qualifiers=Qualifiers()) for fact in graph.facts[:2]]
    told = [first, *(replace(fact, qualifiers=Qualifiers(event="Fair")) for fact in others)]
    (item,) = only(objects(text(KnowledgeGraph.of(graph.releases, told))), "relationship")

    assert "MEETS Oana Prelipcean\n" in item["description"]
    assert "(event: Fair)" in item["description"]


def test_what_shares_a_name_is_told_apart(graph: KnowledgeGraph) -> None:
    oana = next(entity for entity in graph.entities if "oana" in entity.id)
    same = replace(oana, id="person-oana-prelipcean-2")
    told = [replace(fact, object=same) if fact.object == oana else fact for fact in graph.facts]

    found = objects(text(KnowledgeGraph.of(graph.releases, told)))

    names = {item["name"] for item in only(found, "identity")}
    assert {"Oana Prelipcean", "Oana Prelipcean (person-oana-prelipcean-2)"} <= names


def test_what_an_entity_is_elsewhere_is_a_reference(bundle: Objects) -> None:
    references = [ref for item in bundle for ref in item.get("external_references", ())]

    link = {"source_name": "by hand", "description": "owl:sameAs"}
    assert any({**ref, **link} == ref and "wikidata.org" in ref["url"] for ref in references)


def test_identifiers_stay_and_go_with_the_base(graph: KnowledgeGraph) -> None:
    again = text(graph)
    elsewhere = objects(text(graph, base="https://data.example.org/"))

    assert text(graph) == again
    assert not {item["id"] for item in objects(again)} & {item["id"] for item in elsewhere}


def test_the_words_of_releases_can_be_left_out(graph: KnowledgeGraph) -> None:
    bare = text(graph, evidence_text=False)

    assert "characters 11 to 53" in bare
    assert not any(item.text in bare for fact in graph.facts for item in fact.evidence)


def test_an_empty_graph_is_a_bundle() -> None:
    assert stix2.parse(text(KnowledgeGraph((), (), ())), version="2.1").type == "bundle"
