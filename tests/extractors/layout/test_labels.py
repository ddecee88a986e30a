"""Lines with labels, and list items that name a state and its bodies."""

import json
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.layout.labels import read_labels
from communique.ontology import Relation

Says = Callable[..., set[tuple[str, str, str]]]
ENTRIES = [
    json.loads(line)
    for line in files("communique.extractors.layout")
    .joinpath("labels.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip()
]
OPERATION = "Operation HARBOUR ended on Friday.\n\n"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["example"])
def test_a_label_matches_its_example(entry: dict[str, str]) -> None:
    label = entry["example"].split(":")[0]

    assert re.fullmatch(entry["pattern"], label, re.IGNORECASE)
    assert read_labels()[Relation(entry["relation"])].fullmatch(label)


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "triple"),
    [
        (
            "Participating countries: Estonia and Latvia",
            ("Operation HARBOUR", "INVOLVES", "Latvia"),
        ),
        ("Funded by: Estonia", ("Estonia", "FUNDS", "Operation HARBOUR")),
        ("Coordinator: Europol", ("Europol", "COORDINATES", "Operation HARBOUR")),
        ("Parent body: Europol", ("Operation HARBOUR", "PART_OF", "Europol")),
        ("Commander: Captain Ana Duran", ("Ana Duran", "LEADS", "Operation HARBOUR")),
        ("Seat: Ostvik", ("Operation HARBOUR", "HELD_IN", "Ostvik")),
        ("Danish side: Coast Guard", ("Operation HARBOUR", "INVOLVES", "Denmark")),
    ],
    ids=["countries", "donor", "coordinator", "parent", "commander", "seat", "side"],
)
def test_a_label_says_what_those_after_it_do(
    says: Says, line: str, triple: tuple[str, str, str]
) -> None:
    assert triple in says(f"{OPERATION}{line}\n", title="Operation HARBOUR ends")


@pytest.mark.model
@pytest.mark.parametrize(
    "lead",
    [
        "The following authorities took part:",
        "The raids were carried out at the request of and by:",
        "By country, the arrests were the work of:",
        "The raids were executed by these services:",
    ],
    ids=["took-part", "carried-out-by", "work-of", "executed-by"],
)
def test_an_item_of_a_state_lists_the_bodies_that_took_part(says: Says, lead: str) -> None:
    body = f"{OPERATION}{lead}\n\n• Estonia: Coast Guard\n"

    assert ("Operation HARBOUR", "INVOLVES", "Estonia") in says(body, title="Operation HARBOUR")


@pytest.mark.model
@pytest.mark.parametrize(
    "lead", ["Results by country:", "Among its results:", "Highlights:"], ids=["by", "its", "best"]
)
def test_an_operation_involves_the_states_of_its_results(says: Says, lead: str) -> None:
    body = f"{OPERATION}{lead}\n\n• Estonia – 12 arrests\n\n• Latvia – rescue of five sailors\n"

    found = says(body, title="Operation HARBOUR")

    assert ("Operation HARBOUR", "INVOLVES", "Estonia") in found
    assert ("Operation HARBOUR", "INVOLVES", "Latvia") in found


@pytest.mark.model
@pytest.mark.parametrize("mark", [":", " –"], ids=["colon", "dash"])
def test_an_item_of_a_body_says_for_whom_those_in_it_speak(says: Says, mark: str) -> None:
    body = f"{SUMMIT}Participants:\n\nHarbour Council{mark} Ana Duran, Commissioner for Trade\n"

    assert ("Ana Duran", "REPRESENTS", "Harbour Council") in says(body, title="Porto Summit ends")


@pytest.mark.model
def test_the_label_who_is_no_body(says: Says) -> None:
    found = says("WHO: Ana Duran, Commissioner for Trade\n", title="Porto Summit ends")

    assert not any(predicate == "REPRESENTS" for _, predicate, _ in found)


@pytest.mark.model
def test_a_line_of_a_schedule_says_whom_its_owner_meets(says: Says) -> None:
    body = (
        "Minister Ana Duran has this programme on 10 May 2024.\n\n"
        "10.00 Meeting with Minister Carl Berg\n12.30 Press hour\n"
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in says(body)


SUMMIT = "The Porto Summit was held on 3 May 2024.\n\n"
ANA, BERG, TAMM = (
    (name, "PARTICIPATES_IN", "Porto Summit") for name in ("Ana Duran", "Carl Berg", "Eva Tamm")
)


@pytest.mark.model
@pytest.mark.parametrize(
    "list_",
    [
        "Participants:\n\n- Ana Duran (Portugal)\n- Carl Berg (Chile)\n- H.E. Ms Eva Tamm (Malta)",
        "Participants\n\n▪ Ana Duran, Portugal\n▪ Carl Berg, Estonia\n▪ Ms Eva Tamm, Latvia",
        "Speakers:\n\n1. Portugal: Ana Duran\n2. Estonia: Carl Berg\n3. Latvia: Ms Eva Tamm",
        "Heads of delegation\n\na) Ana Duran\nb) Carl Berg\nc) Eva Tamm",
        "Also present: Colonel Ana Duran (Spain); Carl Berg, head of the Coast Guard; Eva Tamm.",
        "The flag was lowered at noon. Panel: Ana Duran (Portugal), Carl Berg and Eva Tamm (NATO).",
        "Guests of honour: Ms Ana Duran | Mr Carl Berg | Ms Eva Tamm",
        "Delegations were led by: Commissioner Ana Duran (Portugal), General Carl Berg (Estonia) "
        "and Director Eva Tamm (Latvia).",
    ],
    ids=["dashes", "squares", "numbers", "letters", "in-line", "within", "bars", "led-by"],
)  # fmt: skip
def test_a_list_of_those_present_says_who_took_part(says: Says, list_: str) -> None:
    assert says(f"{SUMMIT}{list_}\n", title="Porto Summit ends") >= {ANA, BERG, TAMM}


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "triple"),
    [
        ("Observers: Europol, INTERPOL", ("INTERPOL", "PARTICIPATES_IN", "Porto Summit")),
        ("Taking part: Malta and Chile", ("Chile", "PARTICIPATES_IN", "Porto Summit")),
        ("> Donors: Estonia, Latvia", ("Latvia", "FUNDS", "Porto Summit")),
        ("Members of NATO: Estonia, Latvia", ("Latvia", "MEMBER_OF", "NATO")),
    ],
    ids=["observers", "taking-part", "donors", "members"],
)
def test_a_label_takes_the_words_around_its_noun(
    says: Says, line: str, triple: tuple[str, str, str]
) -> None:
    assert triple in says(f"{SUMMIT}{line}\n", title="Porto Summit ends")


@pytest.mark.model
@pytest.mark.parametrize(
    "line",
    [
        "Partners: Ana Duran thanked Estonia for its help.",
        "Message to participants: Ana Duran will be there.",
        "Opening hours: Ana Duran",
    ],
    ids=["clause", "to-them", "other-label"],
)
def test_what_is_no_list_of_participants_gives_none(says: Says, line: str) -> None:
    assert ANA not in says(f"{SUMMIT}{line}\n", title="Porto Summit ends")


@pytest.mark.model
def test_those_with_whom_somebody_travels_do_not_attend_what_is_not_said(says: Says) -> None:
    body = (
        "Minister Dan Holt will visit Estonia. He will open the Porto Summit there.\n\n"
        "The delegation is made up of:\n\n- Ana Duran, Director of Ports\n"
    )

    assert ANA not in says(body)


@pytest.mark.model
def test_training_involves_its_beneficiaries(says: Says) -> None:
    body = "Operation HARBOUR ended on Friday.\n\nBeneficiaries: Estonia, Malta.\n"

    assert ("Operation HARBOUR", "INVOLVES", "Malta") in says(body, title="Operation HARBOUR")


@pytest.mark.model
def test_a_body_with_its_own_language_in_brackets_is_one(says: Says) -> None:
    found = says(
        "Europol supported Operation HARBOUR.\n\nThe following authorities took part:\n\n"
        "- Netherlands: National Police (Politie)\n- Spain: National Police (Policía Nacional)\n"
    )
    part = {one for one, relation, _ in found if relation == "PARTICIPATES_IN"}

    assert part - {"Netherlands", "Spain"} == {"Dutch National Police", "Policía Nacional"}


@pytest.mark.model
def test_a_label_before_a_title_is_heard(says: Says) -> None:
    found = says("The Porto Conference began on Friday.\n\nChair: Ms Ana Duran, Minister of Peru")

    assert ("Ana Duran", "LEADS", "Porto Conference") in found


@pytest.mark.model
def test_a_list_kind_by_kind_names_those_who_took_part(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday.\n\nThe operation brought together:\n\n"
        "EU Member States: Estonia, Latvia.\nNon-EU Member States: Peru, Chile.\n",
        title="Operation HARBOUR ends",
    )

    states = {right for left, relation, right in found if relation == "INVOLVES"}
    assert states == {"Estonia", "Latvia", "Peru", "Chile"}


@pytest.mark.model
def test_units_listed_as_involved_take_part(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday.\n\nThe following ships and crews were involved in it:"
        "\n\n- Harbour Customs Service\n- Harbour Coast Guard\n",
        title="Operation HARBOUR ends",
    )

    assert ("Harbour Coast Guard", "PARTICIPATES_IN", "Operation HARBOUR") in found


@pytest.mark.model
def test_the_bodies_of_a_list_took_part_where_its_lead_says_no_more(says: Says) -> None:
    body = f"{OPERATION}The following took part in the operation:\n\n• the Coast Guard\n"

    assert ("Coast Guard", "PARTICIPATES_IN", "Operation HARBOUR") in says(body)


@pytest.mark.model
def test_the_commander_of_a_unit_leads_no_day_on_which_it_is_open(says: Says) -> None:
    found = says(
        f"{SUMMIT}Commander: Captain Ana Duran\nBelongs to: Europol\n", title="Porto Summit"
    )

    assert not [one for one, relation, _ in found if relation in {"LEADS", "PART_OF"}]


@pytest.mark.model
def test_whose_agencies_a_label_lists_is_none_of_them(says: Says) -> None:
    body = "The following authorities took part in the investigation:\n\n• EU agencies: Europol\n"
    team = "A joint investigation team had been formed by Estonia.\n\n"
    found = says(f"{OPERATION}{team}{body}", title="Operation HARBOUR ends")

    assert ("Europol", "PARTICIPATES_IN", "Operation HARBOUR") in found
    assert not [one for one, relation, _ in found if (one, relation) == ("EU", "PARTICIPATES_IN")]
    assert ("Europol", "PARTICIPATES_IN", "joint investigation team") not in found


@pytest.mark.model
def test_a_state_whose_authorities_a_label_lists_takes_part(says: Says) -> None:
    body = "The following authorities took part in the operation:\n\n• Peruvian authorities: Navy\n"
    found = says(f"{OPERATION}{body}", title="Operation HARBOUR ends")

    assert ("Peru", "PARTICIPATES_IN", "Operation HARBOUR") in found
