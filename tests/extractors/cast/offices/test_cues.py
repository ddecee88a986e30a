"""Words around an official that tell the state."""

import json
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.graph import Statement
from communique.ontology import Relation

Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

ENTRIES = [
    json.loads(line)
    for line in files("communique.extractors.cast.offices")
    .joinpath("triggers.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip()
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e['name']}: {e['example'].strip()}")
def test_a_trigger_matches_its_example(entry: dict[str, str]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.IGNORECASE)


CUED = {
    "represented": "Estonia was represented at the talks by Finance Minister Carl Berg.",
    "represented-in-turn": (
        "Latvia was represented by Deputy Minister Eva Tamm, Estonia by Deputy Minister Carl Berg."
    ),
    "side-headed-by": "The Estonian side was headed by Minister Carl Berg.",
    "on-a-side": "Present were, on the Estonian side, Minister Carl Berg and two advisers.",
    "on-a-side-behind": (
        "Minister Ana Duran on the Portuguese side and Minister Carl Berg on the Estonian one "
        "opened the session."
    ),
    "counterpart": "She met her Estonian counterpart, Foreign Minister Carl Berg, on Monday.",
    "counterpart-from": "She met her colleague from Estonia, Foreign Minister Carl Berg.",
    "sent": "Estonia sent its Interior Minister Carl Berg.",
    "met-in-the-capital": "Minister Ana Duran spoke with Prime Minister Carl Berg in Tallinn.",
    "met-in-the-state": "Minister Ana Duran met Prime Minister Carl Berg today in Estonia.",
    "accompanied": "The Estonian president was accompanied by Foreign Minister Carl Berg.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", CUED.values(), ids=CUED.keys())
def test_words_between_tell_the_state_of_an_official(says: Says, body: str) -> None:
    found = {(s, o) for s, relation, o in says(body) if relation == "REPRESENTS"}

    assert ("Carl Berg", "Estonia") in found
    assert ("Carl Berg", "Portugal") not in found


OWNED = {
    "its": "A delegation of the Harbour Council led by its Deputy Director, Carl Berg, arrived.",
    "whose": "The Harbour Council, whose President, Carl Berg, spoke first, met in Riga.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", OWNED.values(), ids=OWNED.keys())
def test_its_office_is_that_of_the_body_named_before(says: Says, body: str) -> None:
    assert ("Carl Berg", "REPRESENTS", "Harbour Council") in says(body)


@pytest.mark.model
def test_the_second_of_two_guests_brings_the_state_of_both(says: Says) -> None:
    found = says(
        "Minister Ana Duran met with President Carl Berg and Foreign Minister Eva Tamm of Estonia."
    )

    assert ("Carl Berg", "REPRESENTS", "Estonia") in found


HOLDERS = {
    "each-behind": "The foreign ministers of Latvia, Eva Tamm, and Estonia, Carl Berg, took part.",
    "after-all": "The foreign ministers of Latvia and of Estonia, Eva Tamm and Carl Berg, met.",
    "colleague": "Her Latvian colleague, Eva Tamm, spoke. Estonian Minister Carl Berg listened.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", HOLDERS.values(), ids=HOLDERS.keys())
def test_holders_of_one_office_stand_behind_their_states(says: Says, body: str) -> None:
    found = says(body)

    assert found >= {
        ("Carl Berg", "REPRESENTS", "Estonia"),
        ("Eva Tamm", "REPRESENTS", "Latvia"),
    }


SHARED = {
    "for": ("Ministers for Foreign Affairs", "Minister for Foreign Affairs"),
    "of-the": ("Ministers of the Interior", "Minister of the Interior"),
    "of": ("Chiefs of Defence", "Chief of Defence"),
    "general": ("Attorneys General", "Attorney General"),
    "ies": ("permanent secretaries", "permanent secretary"),
}


@pytest.mark.model
@pytest.mark.parametrize(("offices", "office"), SHARED.values(), ids=SHARED)
def test_an_office_of_several_is_told_of_each_with_its_field(
    read: Read, offices: str, office: str
) -> None:
    found = read(f"The {offices} of Estonia and Latvia, Carl Berg and Eva Tamm, met in Torsk.")

    held = {(s.subject.name, s.object.name, s.qualifiers.role) for s in found
            if s.predicate == Relation.REPRESENTS}  # fmt: skip
    assert held == {("Carl Berg", "Estonia", office), ("Eva Tamm", "Latvia", office)}


@pytest.mark.model
def test_heads_of_several_bodies_stand_behind_them_in_their_order(says: Says) -> None:
    found = says("The Directors General of Europol and Frontex, Carl Berg and Eva Tamm, met.")

    assert found >= {("Carl Berg", "REPRESENTS", "Europol"), ("Eva Tamm", "REPRESENTS", "Frontex")}


LABELLED = {
    "dash": "Those present:\n\nEstonia – Carl Berg, Minister of Trade\nLatvia – Eva Tamm, Minister",
    "office-first": "Present were:\n\nEstonia – Foreign Minister Carl Berg\nLatvia – Eva Tamm",
}


@pytest.mark.model
@pytest.mark.parametrize("body", LABELLED.values(), ids=LABELLED.keys())
def test_a_state_before_a_dash_labels_its_line(says: Says, body: str) -> None:
    assert ("Carl Berg", "REPRESENTS", "Estonia") in says(body)


@pytest.mark.model
def test_a_blamed_president_is_not_the_issuing_state_s(says: Says) -> None:
    found = says("The Secretary condemned President Berg’s brutal war of choice.", source="NATO")
    own = says(
        "The Secretary condemned President Berg’s brutal war of choice.",
        source="U.S. Department of State",
    )

    assert not {triple for triple in found | own if triple[1] == "REPRESENTS"}


@pytest.mark.model
def test_a_state_has_one_foreign_minister(says: Says) -> None:
    found = says(
        "Foreign Minister Ana Duran opened the session. Foreign Minister Eva Tamm spoke next."
    )

    assert ("Ana Duran", "REPRESENTS", "Portugal") in found
    assert ("Eva Tamm", "REPRESENTS", "Portugal") not in found


SERVED = {
    "secretary": "The Secretary to the President, Dr Carl Berg, opened the session.",
    "chief-of-staff": "Chief of Staff to the Prime Minister Carl Berg opened the session.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", SERVED.values(), ids=SERVED.keys())
def test_the_staff_of_a_chief_is_of_the_state(says: Says, body: str) -> None:
    assert ("Carl Berg", "REPRESENTS", "Portugal") in says(body)


SENT = {
    "in-full": (
        "The Ambassador Extraordinary and Plenipotentiary of the Republic of Estonia to Portugal, "
        "Carl Berg, opened the session."
    ),
    "plenipotentiary-of": (
        "Carl Berg, Ambassador Extraordinary and Plenipotentiary of Estonia, presented credentials."
    ),
    "delegation": "Carl Berg, Head of the Estonian delegation to the OSCE, opened the session.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", SENT.values(), ids=SENT.keys())
def test_who_is_sent_represents_the_sender(says: Says, body: str) -> None:
    assert ("Carl Berg", "REPRESENTS", "Estonia") in says(body)


STRANGERS = {
    "met": ("Europol", "The team met Deputy Director Carl Berg in Lima."),
    "beside-another-body": (
        "Europol",
        "The Harbour Council thanked Deputy Director Carl Berg for the work.",
    ),
    "national-office": ("Europol", "Undersecretary Carl Berg opened the session."),
    "department-in-a-presidency": ("White House", "Secretary Berg opened the session."),
    "second-secretary": (
        "U.S. Department of State",
        "Secretary Duran opened the session. Secretary Berg closed it.",
    ),
}


@pytest.mark.model
@pytest.mark.parametrize(("source", "body"), STRANGERS.values(), ids=STRANGERS.keys())
def test_an_office_that_may_be_another_body_s_is_not_the_issuer_s(
    says: Says, source: str, body: str
) -> None:
    found = says(body, source=source)

    assert not {s for s, relation, _ in found if relation == "REPRESENTS" and s.endswith("Berg")}


DEPARTMENT = "U.S. Department of State"

OUTSIDERS = {
    "surname alone": "President Berg spoke on Monday. Berg has chosen war, the envoy said.",
    "whether": "Much depends on whether President Berg reads the report.",
    "contact": "We are in close contact with President Berg.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", OUTSIDERS.values(), ids=OUTSIDERS.keys())
def test_a_president_seen_from_outside_is_not_a_department_s_own(says: Says, body: str) -> None:
    assert ("Berg", "REPRESENTS", "United States") not in says(body, source=DEPARTMENT)


@pytest.mark.model
def test_who_directs_agencies_is_the_president_of_the_department(says: Says) -> None:
    found = says(
        "President Lind directed all agencies to review their plans. President Berg said no. "
        "President Berg said so again. President Berg was clear.",
        source=DEPARTMENT,
    )

    assert ("Lind", "REPRESENTS", "United States") in found
    assert ("Berg", "REPRESENTS", "United States") not in found


@pytest.mark.model
def test_among_several_states_of_a_sentence_none_is_guessed_to_be_an_official_s(
    says: Says,
) -> None:
    found = says(
        "The report shows the harm done in Estonia by Latvia, which Chancellor Berg denied.",
        source=DEPARTMENT,
    )

    assert not {triple for triple in found if triple[0] == "Berg" and triple[1] == "REPRESENTS"}


DEPARTMENTAL = {
    "deputy": ("Deputy Secretary Carl Berg spoke.", False),
    "field": ("Harbour Secretary Carl Berg spoke.", False),
    "press": ("Press Secretary Carl Berg spoke.", True),
}


@pytest.mark.model
@pytest.mark.parametrize(("body", "own"), DEPARTMENTAL.values(), ids=DEPARTMENTAL.keys())
def test_secretaries_of_departments_are_not_a_presidency_s(
    says: Says, body: str, own: bool
) -> None:
    found = says(body, source="The White House")

    assert bool({triple for triple in found if triple[2] == "White House"}) is own


@pytest.mark.model
def test_a_prize_called_after_somebody_makes_nobody_a_body_s(says: Says) -> None:
    found = says("She was given the Coast Bank’s Carl Berg Award on Monday.")

    assert not {triple for triple in found if triple[0] == "Carl Berg"}


@pytest.mark.model
def test_a_president_is_not_the_spouse_of_that_name(says: Says) -> None:
    found = says(
        "First Lady Ana Duran spoke on Monday. The plan is in President Duran’s budget.",
        source="The White House",
    )

    assert ("Ana Duran", "REPRESENTS", "United States") not in found


@pytest.mark.model
def test_nobody_is_at_an_event_that_is_named_as_an_instance(says: Says) -> None:
    found = says(
        "The programme grew with events such as the Porto Games. Participants came from Estonia, "
        "Latvia and Peru."
    )

    assert not {triple for triple in found if triple[2] == "Porto Games"}


HIS = {
    "king": "King Jan Moe of Norway left with his foreign minister, Carl Berg.",
    "president": "President Eva Tamm of Norway arrived with her Foreign Minister Carl Berg.",
    "over-a-sentence": "King Jan Moe of Norway left. His prime minister, Carl Berg, stayed.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", HIS.values(), ids=HIS)
def test_his_minister_is_of_the_state_of_who_was_named_last(says: Says, body: str) -> None:
    assert {o for s, r, o in says(body) if (s, r) == ("Carl Berg", "REPRESENTS")} == {"Norway"}


UNKNOWN = {
    "nobody": "The writer was a child when his president, Carl Berg, fell.",
    "unknown": "President Jan Moe spoke of peace. The writer Eva Tamm and her minister, Carl Berg, "
    "listened.",
}


@pytest.mark.model
@pytest.mark.parametrize("body", UNKNOWN.values(), ids=UNKNOWN)
def test_the_minister_of_who_stands_for_nobody_is_not_the_issuers(says: Says, body: str) -> None:
    assert not [t for t in says(body) if t[:2] == ("Carl Berg", "REPRESENTS")]


@pytest.mark.model
def test_a_state_to_which_an_ambassador_is_sent_has_not_the_next_minister(says: Says) -> None:
    found = says(
        "The Government appointed Maria Costa ambassador to Japan. Foreign Minister Rui Alves "
        "congratulated both."
    )

    assert ("Rui Alves", "REPRESENTS", "Japan") not in found


@pytest.mark.model
def test_who_is_met_abroad_is_of_the_state_there_not_of_the_dateline(says: Says) -> None:
    found = says(
        "Warsaw, 28 June 2023\n\nDirector Eva Tamm visited Tirana on Monday, where she was "
        "received by Minister of Interior Carl Berg.",
        source=None,
    )

    assert ("Carl Berg", "REPRESENTS", "Albania") in found
    assert ("Carl Berg", "REPRESENTS", "Poland") not in found
