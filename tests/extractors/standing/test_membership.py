"""Who is a member of what, by lists of states."""

import json
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

Says = Callable[..., set[tuple[str, str, str]]]

ENTRIES = [
    json.loads(line)
    for line in files("communique.extractors.standing")
    .joinpath("triggers.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip()
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e['name']}: {e['example'].strip()}")
def test_a_trigger_matches_its_example(entry: dict[str, str]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.IGNORECASE)


LISTED = {
    "member-states": "EU member states Estonia and Latvia signed the pact.",
    "allies": "As NATO Allies, Estonia and Latvia share a border.",
    "namely": "The NATO member states, namely Estonia, Latvia and Peru, signed the pact.",
    "members-of": "The members of the Harbour Council are Estonia, Latvia and Peru.",
    "between-dashes": "Members of the Quad – Estonia, Latvia and Peru – met in Tokyo.",
    "in-brackets": "The Visegrad Group countries (Estonia, Latvia and Peru) met in Prague.",
    "consists": "The Harbour Council consists of Estonia, Latvia and Peru.",
    "a-group-of": "The Harbour Council, a group of three states (Estonia, Latvia and Peru), met.",
    "one-at-a-time": (
        "Estonia became the 28th member state of the EU. Latvia, a member of NATO, left."
    ),
    "list-first": "Peru, Latvia and Estonia, as members of the Harbour Council, thanked the hosts.",
    "list-forms": "Estonia, Latvia and Peru make up the Harbour Council.",
    "its-members": "The Harbour Council met in Riga. Its members are Estonia, Latvia and Peru.",
    "label": "The Harbour Council met in Riga.\n\nMembers: Estonia, Latvia and Peru",
    "format-that-gathers": (
        "The Harbour Council (HC) is a Dutch-Belgian initiative started in 2015 "
        "and gathers Estonia, Latvia and Peru."
    ),
    "format-bringing-together": (
        "The Harbour Council is an informal format bringing together Estonia, Latvia and Peru."
    ),
    "the-group-brings-together": (
        "The Harbour Council met in Riga. The group brings together Estonia, Latvia and Peru."
    ),
    "counted-members-of": "The three members of the Harbour Council, Estonia, Latvia, Peru, met.",
    "list-under-a-label": "Members of the Harbour Council:\n\n• Estonia\n\n• Latvia\n\n• Peru",
}


@pytest.mark.model
@pytest.mark.parametrize("body", LISTED.values(), ids=LISTED.keys())
def test_every_state_of_a_list_of_members_is_one(says: Says, body: str) -> None:
    members = {s for s, relation, _ in says(body) if relation == "MEMBER_OF"}

    assert members >= {"Estonia", "Latvia"}


OTHERS = {
    "participants": "INTERPOL thanked them.\n\nParticipating countries: Estonia, Latvia and Peru",
    "participants-below": (
        "INTERPOL backed Operation Quay.\n\nParticipating countries:\n\nEstonia, Latvia, Peru."
    ),
    "guests": "Peru and Estonia hosted members of the Harbour Council on Monday.",
    "denied": "Estonia is not a member of NATO.",
    "joined-in-a-deed": "Estonia joined the Harbour Council in calling for new quays.",
    "year-as-an-ally": "As it marks its year as a NATO Ally, Estonia thanks Peru.",
    "beside-allies": "Estonia, the Harbour Council, our NATO Allies and Peru were asked.",
    "of-another-body": (
        "The Harbour Council met.\n\nMembers of the QR-DOCK include:\n\n• Estonia\n\n• Latvia"
    ),
    "beside-members": "They came from the EU, EU Member States, Peru and Estonia.",
    "members-of-an-undertaking": (
        "The Harbour Council met in Riga. Operation Kite Anchor is led by Malta; its members are "
        "Peru and Estonia."
    ),
    "whoever-is-meant": "Peru and Estonia are near. They are members of the Harbour Council.",
    "posts-of-a-person": (
        "She served in the Coast Office, a member of the Harbour Council, and taught in Peru."
    ),
    "beside-a-number-of-members": "It reached 24 EU member nations, the United Kingdom and Peru.",
    "two-in-brackets": "The Harbour Council (Estonia) met in Riga.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS.keys())
def test_other_lists_of_states_make_no_members(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "MEMBER_OF"}


@pytest.mark.model
def test_member_states_are_no_office(says: Says) -> None:
    found = says("The ASEAN Member States met. Carl Berg of Estonia thanked them.")

    assert not {triple for triple in found if triple[2] == "ASEAN"}


@pytest.mark.model
def test_its_members_are_those_of_the_body_of_the_sentence(says: Says) -> None:
    told = says(
        "The Harbour Council provides the seat of the Coast Alliance. The Coast Alliance is led by "
        "Malta; its other members are Estonia, Latvia and Peru."
    )

    assert {body for _, relation, body in told if relation == "MEMBER_OF"} == {"Coast Alliance"}
