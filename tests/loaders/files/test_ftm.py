"""FollowTheMoney as its own program and model read it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from followthemoney import model
from followthemoney.cli.cli import cli
from followthemoney.types import registry
from hypothesis import given, provisional
from hypothesis import strategies as st

from communique.gazetteer.territories import alpha2_of
from communique.graph import KnowledgeGraph
from communique.loaders.files import write_ftm
from communique.loaders.files.ftm.proxy import Proxy

Proxies = dict[str, dict[str, Any]]


def text(graph: KnowledgeGraph, *, evidence_text: bool = True) -> str:
    out = io.StringIO()
    write_ftm(graph, out, evidence_text=evidence_text)
    return out.getvalue()


def read(written: str) -> Proxies:
    found = [json.loads(line) for line in written.splitlines()]
    assert len({proxy["id"] for proxy in found}) == len(found)
    return {proxy["id"]: proxy for proxy in found}


@pytest.fixture(scope="module")
def every(whole_vocabulary: KnowledgeGraph) -> Proxies:
    return read(text(whole_vocabulary))


@pytest.fixture(scope="module")
def tour(graph: KnowledgeGraph) -> Proxies:
    return read(text(graph))


def test_its_validator_takes_every_value_as_it_is(every: Proxies, tmp_path: Path) -> None:
    given, taken = tmp_path / "given.json", tmp_path / "taken.json"
    given.write_text("\n".join(map(json.dumps, every.values())), encoding="utf-8")

    result = CliRunner().invoke(cli, ["validate", "-i", str(given), "-o", str(taken)])

    assert result.exit_code == 0, result.output
    back = read(taken.read_text(encoding="utf-8"))
    assert {id_: (proxy["schema"], proxy["properties"]) for id_, proxy in back.items()} == {
        id_: (proxy["schema"], proxy["properties"]) for id_, proxy in every.items()
    }


def test_every_property_is_of_its_schema_and_in_bounds(every: Proxies) -> None:
    for proxy in every.values():
        schema = model.get(proxy["schema"])
        assert schema is not None
        assert set(proxy["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(proxy["properties"])
        schema.validate({"properties": proxy["properties"]})


def test_every_reference_is_to_an_entity_that_may_stand_there(every: Proxies) -> None:
    for proxy in every.values():
        schema = model.get(proxy["schema"])
        assert schema is not None
        for name, values in proxy["properties"].items():
            wanted = schema.properties[name].range
            for value in values if wanted else ():
                target = model.get(every[value]["schema"])
                assert target is not None
                assert target.is_a(wanted), (proxy, name)


def test_each_release_entity_and_fact_is_one_entity(
    every: Proxies, whole_vocabulary: KnowledgeGraph
) -> None:
    graph = whole_vocabulary
    facts = {f"fact-{fact.key}" for fact in graph.facts}

    assert facts <= set(every)
    offices = [id_ for id_ in every if every[id_]["schema"] == "Position"]
    numbers = (len(graph.releases), len(graph.entities), len(offices), len(graph.facts))
    assert len(every) == sum(numbers)


def test_codes_of_countries_are_those_of_its_list(whole_vocabulary: KnowledgeGraph) -> None:
    for code in ("FRA", "GBR", "GRC", "XKX", "TWN", "PSE", "VAT"):
        assert (alpha2_of(code) or "").lower() in registry.country.codes


def test_a_meeting_is_an_event_with_its_people_days_and_proof(tour: Proxies) -> None:
    meetings = [proxy for proxy in tour.values() if proxy["schema"] == "Event"]

    (first,) = (p["properties"] for p in meetings if p["properties"].get("location"))
    assert first["name"] == ["Meeting of =Jonas Ekwall and Oana Prelipcean"]
    assert first["involved"] == ["person-jonas-ekwall", "person-oana-prelipcean"]
    assert (first["date"], first["location"], first["keywords"]) == (
        ["2024-05"],
        ["Malmö"],
        ["held"],
    )
    assert first["proof"] == ["release-tour-1", "release-tour-2"]
    assert first["recordId"] == ["tour-1#char=11,53", "tour-2#char=0,39"]


def test_a_period_begins_and_ends(tour: Proxies) -> None:
    assert ("2024-06-01", "2024-06-03") in {
        (*p["properties"]["startDate"], *p["properties"]["endDate"])
        for p in tour.values()
        if "endDate" in p["properties"]
    }


def test_an_office_is_a_position_of_its_country_and_who_holds_it(tour: Proxies) -> None:
    (post,) = (proxy for proxy in tour.values() if proxy["schema"] == "Position")
    (held,) = (proxy for proxy in tour.values() if proxy["schema"] == "Occupancy")

    assert post["properties"]["name"] == ["+Minister"]
    assert post["properties"]["organization"] == ["country-SWE"]
    assert post["properties"]["country"] == ["se"]
    assert held["properties"]["holder"] == ["person-oana-prelipcean"]
    assert held["properties"]["post"] == [post["id"]]
    assert held["properties"]["proof"] == ["release-tour-1"]


def test_an_event_has_the_days_that_facts_tell(every: Proxies) -> None:
    events = [
        proxy["properties"]
        for id_, proxy in every.items()
        if proxy["schema"] == "Event" and not id_.startswith("fact-")
    ]

    assert ["2024-05-03", "2024-05"] in [event.get("date") for event in events]
    assert (["2023"], ["2024-02"]) in [(e.get("startDate"), e.get("endDate")) for e in events]


@given(value=st.text())
@pytest.mark.parametrize(
    ("schema", "name"),
    [("Person", "name"), ("Address", "full"), ("Event", "location"), ("Event", "summary")],
)
def test_any_text_is_cleaned_for_good(schema: str, name: str, value: str) -> None:
    cleaned = Proxy.of("id", schema, {name: [value]}).properties.get(name, ())

    entity = model.make_entity(schema)
    entity.add(name, cleaned)
    assert entity.get(name) == list(cleaned)


@given(value=st.one_of(provisional.urls(), st.text(), st.from_regex(r"https?://[\w.:/?#&=%-]+")))
def test_any_address_is_one_or_is_left_out(value: str) -> None:
    cleaned = Proxy.of("id", "Person", {"sourceUrl": [value]}).properties.get("sourceUrl", ())

    entity = model.make_entity("Person")
    entity.add("sourceUrl", cleaned)
    assert entity.get("sourceUrl") == list(cleaned)


def test_an_event_names_who_organises_it_and_takes_part(every: Proxies) -> None:
    events = [proxy["properties"] for proxy in every.values() if proxy["schema"] == "Event"]

    assert any("organizer" in event for event in events)
    assert any("involved" in event and "name" in event for event in events)


def test_the_words_of_releases_can_be_left_out(graph: KnowledgeGraph) -> None:
    bare = read(text(graph, evidence_text=False))

    assert not any("description" in proxy["properties"] for proxy in bare.values())
    assert not any(item.text in json.dumps(bare) for fact in graph.facts for item in fact.evidence)


def test_the_same_graph_gives_the_same_text(whole_vocabulary: KnowledgeGraph) -> None:
    assert text(whole_vocabulary) == text(whole_vocabulary)
