"""What money and support are for, where no noun of an undertaking tells it."""

from collections.abc import Callable

import pytest

from communique.graph import Statement

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]
Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Norway is financing the repair of a harbour bridge in Latvia.",
            ("Norway", "FUNDS", "repair of a harbour bridge in Latvia"),
        ),
        (
            "Norway paid for the vaccination of calves.",
            ("Norway", "FUNDS", "vaccination of calves"),
        ),
        (
            "The new dialysis ward, funded by Norway, opened on Friday.",
            ("Norway", "FUNDS", "new dialysis ward"),
        ),
        (
            "Norway announced EUR 3 million for the rehabilitation of an old pier.",
            ("Norway", "FUNDS", "rehabilitation of an old pier"),
        ),
        (
            "Norway gave a grant of EUR 3 million for renovating two old schools.",
            ("Norway", "FUNDS", "two old schools"),
        ),
        (
            "Norway contributed EUR 3 million to the electrification of farms.",
            ("Norway", "FUNDS", "electrification of farms"),
        ),
        (
            "Norway supports the restoration of a lighthouse.",
            ("Norway", "SUPPORTS", "restoration of a lighthouse"),
        ),
    ],
    ids=["finance", "pay", "apposed", "sum-for", "gerund", "contribute", "support"],
)
def test_what_is_paid_for_or_supported_is_an_operation(
    says: Says, body: str, expected: tuple[str, str, str]
) -> None:
    assert expected in says(body)


@pytest.mark.parametrize(
    "body",
    [
        "Norway finances rebel groups.",
        "Norway pays for teachers and nurses.",
        "Norway announced EUR 3 million for the victims of the storm.",
        "Norway supports reforms.",
        "Norway supports the independence of judges.",
        "Norway supported repairs.",
        "Berg sold stolen cars to fund the repair of his house.",
        "Norway did not fund the repair of the bridge.",
        "Norway fears that Peru will fund terrorist activities.",
        "Norway said that Peru funded a ring of spies in Chile.",
    ],
)
def test_people_means_and_ideals_are_no_operation(says: Says, body: str) -> None:
    assert not {said for said in says(body) if said[1] in {"FUNDS", "SUPPORTS"}}


def test_a_deed_is_no_operation_where_nobody_pays_for_it(read: Read) -> None:
    stated = read("Minister Ana Duran of Norway saw the repair of a bridge in Tallinn.")

    names = {entity.name for said in stated for entity in (said.subject, said.object)}
    assert not any("repair" in name for name in names)


def test_an_aim_has_no_name_and_stands_where_the_text_mentions_it(read: Read) -> None:
    (funded,) = (
        said
        for said in read("Norway is financing the repair of a bridge.")
        if said.predicate == "FUNDS"
    )

    assert not funded.object.named
    assert funded.evidence[0].text == "Norway is financing the repair of a bridge."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Thanks to the support of Norway, UNICEF rebuilt two schools in Kenya.",
            ("Norway", "SUPPORTS", "two schools in Kenya"),
        ),
        (
            "With funding from Norway, UNICEF has repaired six clinics.",
            ("Norway", "FUNDS", "six clinics"),
        ),
        (
            "UNICEF, with support from Norway, is running the vaccination of calves.",
            ("Norway", "SUPPORTS", "vaccination of calves"),
        ),
        (
            "The repairs of the pier, made possible by a grant from Norway, will end in May.",
            ("Norway", "FUNDS", "repairs of the pier"),
        ),
        (
            "The new ward was financed from Norway's Harbour Fund.",
            ("Harbour Fund", "FUNDS", "new ward"),
        ),
    ],
    ids=["thanks-to", "with-funding", "between", "made-possible", "from-fund"],
)
def test_whose_means_bring_something_about_is_read(
    says: Says, body: str, expected: tuple[str, str, str]
) -> None:
    assert expected in says(body)


def test_nobody_backs_what_others_only_look_at(says: Says) -> None:
    found = says("With the support of Norway, Minister Ana Duran visited a school.")

    assert not {said for said in found if said[1] == "SUPPORTS"}


def test_what_police_take_down_is_no_operation_that_others_back(says: Says) -> None:
    found = says("Europol supported the National Police in dismantling a large network.")

    assert {said[2] for said in found if said[1] == "SUPPORTS"} <= {"National Police"}
