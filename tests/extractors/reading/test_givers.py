"""Who pays, lends and helps for what, where the clause itself leaves one of the two unsaid."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

SAID = {
    "it that is paid for is the undertaking named before": (
        "Operation HARBOUR began on Monday. It is financed by Eurojust.",
        ("Eurojust", "FUNDS", "Operation HARBOUR"),
    ),
    "which behind a person of a body is the body": (
        "Carl Berg of Eurojust, which financed Operation HARBOUR, spoke.",
        ("Eurojust", "FUNDS", "Operation HARBOUR"),
    ),
    "what is pointed at is no other undertaking": (
        "Operation HARBOUR began on Monday. Norway is financing that segment with two million.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "costs are those of what was named before": (
        "Operation HARBOUR began on Monday. Travel costs were borne by Norway.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "means are for what was named before": (
        "Operation HARBOUR began on Monday. Two trainers were seconded by Europol.",
        ("Europol", "SUPPORTS", "Operation HARBOUR"),
    ),
    "a participle after a comma describes the head": (
        "The training for judges of appeal, financed by Norway, began on Monday.",
        ("Norway", "FUNDS", "training for judges of appeal"),
    ),
    "each by has its payer": (
        "Operation HARBOUR is financed by Norway with 18 million euros and by Estonia with three.",
        ("Estonia", "FUNDS", "Operation HARBOUR"),
    ),
    "a sum may be made available": (
        "Norway has made EUR 3 million available for Operation HARBOUR.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "a share of a sum comes from who gave the whole": (
        "Norway pledged EUR 9 million for the training. EUR 3 million will support Operation "
        "HARBOUR.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "a sum may be a bare number behind the sign of its coin": (
        "Norway provided €15,000 for Operation HARBOUR.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "millions may be written behind the number": (
        "Norway provided $708mn in humanitarian aid.",
        ("Norway", "FUNDS", "humanitarian aid"),
    ),
    "who funds and implements funds": (
        "Operation HARBOUR, funded and implemented by Norway, ended.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "a total of a sum is given like the sum": (
        "Norway gave a total of €612,400 in food aid.",
        ("Norway", "FUNDS", "food aid"),
    ),
    "gifts to houses in a state help the state": (
        "Norway donated forty ambulances to hospitals in Estonia.",
        ("Norway", "SUPPORTS", "Estonia"),
    ),
    "gifts may be given to help a state": (
        "Norway handed over a shipment of ventilators to assist Estonia with its response.",
        ("Norway", "SUPPORTS", "Estonia"),
    ),
    "would reports what was announced": (
        "The Minister said that Norway would pay for Operation HARBOUR.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "a passive joined to an active verb has its subject": (
        "The training is worth EUR 2 million and is funded by Norway.",
        ("Norway", "FUNDS", "training"),
    ),
    "one thanks for the support of the thanked": (
        "Estonia thanked Norway for its support of Latvia.",
        ("Norway", "SUPPORTS", "Latvia"),
    ),
    "an office is not that of whose support one thanks for": (
        "The Secretary thanked the Foreign Minister for Norway's continued support for Estonia.",
        ("Norway", "SUPPORTS", "Estonia"),
    ),
    "what follows a semicolon says nothing of what is before it": (
        "Norway is funding Operation HARBOUR; Estonia has offered another boat.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "a relative clause may describe what a place lies beside": (
        "Minister Ana Duran praised the training in Porto, which has been funded by Norway.",
        ("Norway", "FUNDS", "training in Porto"),
    ),
    "one congratulates on what the congratulated did": (
        "Minister Ana Duran congratulated Norway on hosting the Porto Conference.",
        ("Norway", "HOSTS", "Porto Conference"),
    ),
    "a verb joined to a denied one is not denied": (
        "Norway does not attend the conference and supports Operation HARBOUR.",
        ("Norway", "SUPPORTS", "Operation HARBOUR"),
    ),
}


@pytest.mark.parametrize(("body", "expected"), SAID.values(), ids=SAID.keys())
def test_the_unsaid_end_is_found(says: Says, body: str, expected: tuple[str, str, str]) -> None:
    assert expected in says(body)


UNSAID = {
    "who is granted a sum does not pay with it": (
        "Norway has granted Moldova 30 million euros for the Energy Resilience Programme.",
        ("Moldova", "FUNDS", "Energy Resilience Programme"),
    ),
    "US$ is no state": (
        "Norway announced a contribution of US$ 1 million to Europol.",
        ("United States", "SUPPORTS", "Europol"),
    ),
    "who is ready to help does not help yet": (
        "Norway stands ready to support Estonia.",
        ("Norway", "SUPPORTS", "Estonia"),
    ),
    "who would like to pay does not pay": (
        "The Minister said that Norway would like to fund Operation HARBOUR.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "the thanking one does not support": (
        "Estonia thanked Norway for its support of Latvia.",
        ("Estonia", "SUPPORTS", "Latvia"),
    ),
    "help is not organising": (
        "The training was delivered with the assistance of Norway and Europol.",
        ("Europol", "ORGANISES", "training"),
    ),
    "a body is funded, not the project it runs with the money": (
        "Norway gave EUR 2 million to Europol for Operation HARBOUR.",
        ("Norway", "FUNDS", "Operation HARBOUR"),
    ),
    "a sum in another clause is not given as aid": (
        "Norway provides technical assistance; Estonia paid EUR 2 million for it.",
        ("Norway", "FUNDS", "technical assistance"),
    ),
}


@pytest.mark.parametrize(("body", "unsaid"), UNSAID.values(), ids=UNSAID.keys())
def test_nothing_is_said_of_others(says: Says, body: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in says(body)


def test_they_that_are_paid_for_are_several_undertakings(says: Says) -> None:
    found = says("The border courses began on Monday. They will be financed by Norway.")

    assert ("Norway", "FUNDS", "border courses") in found


def test_a_minister_announces_for_the_state(says: Says) -> None:
    found = says(
        "Minister of Foreign Affairs Ana Duran of Norway announced NOK 2 million for Europol."
    )

    assert ("Norway", "FUNDS", "Europol") in found


def test_a_state_and_its_government_are_one_giver(says: Says) -> None:
    found = says(
        "Mexico funds the Clear Rivers programme. The Clear Rivers programme is funded by the "
        "Government of Mexico and by the Kurdistan Regional Government."
    )

    givers = {subject for subject, relation, _ in found if relation == "FUNDS"}
    assert givers == {"Mexico", "Kurdistan Regional Government"}


@pytest.mark.parametrize("giver", ["Government of Mexico", "Mexican Government"])
def test_a_government_stands_for_its_state(says: Says, giver: str) -> None:
    found = says(f"The Clear Rivers programme is funded by the {giver}.")

    assert {subject for subject, relation, _ in found if relation == "FUNDS"} == {"Mexico"}


@pytest.mark.model
def test_a_sum_in_funding_for_a_state_is_not_for_the_operation_before(says: Says) -> None:
    found = says(
        "Operation HARBOUR ended on Friday. Norway is allocating EUR 2 million in funding for Peru."
    )

    assert ("Norway", "FUNDS", "Operation HARBOUR") not in found
