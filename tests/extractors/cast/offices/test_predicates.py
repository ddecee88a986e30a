"""Offices that a clause gives a person."""

from collections.abc import Callable

import pytest

from communique.graph import Statement

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]
Read = Callable[..., tuple[Statement, ...]]

CASES = {
    "elected": "Carl Berg has been elected Secretary General of the Harbour Council.",
    "serves-as": "Carl Berg currently serves as Director of the Harbour Council.",
    "is": "Carl Berg is currently the Director of the Harbour Council.",
    "has-been": "Mr Carl Berg has been the Director of the Harbour Council since October 2011.",
    "he-is": "Carl Berg has arrived in Porto. He is currently Director of the Harbour Council.",
    "succeeds": "Carl Berg will succeed Eva Tamm as Director of the Harbour Council.",
    "became": "Carl Berg became the new Director of the Harbour Council.",
    "with-rank": "Ambassador Carl Berg has been appointed Head of the Harbour Council.",
    "duties": "Captain Carl Berg took up his duties as Head of the Harbour Council.",
    "named-as": "Latvia named Carl Berg as Director of the Harbour Council.",
    "credentials": "Latvia received the credentials of Carl Berg as Head of the Harbour Council.",
    "letters": "Carl Berg presented his letters of credence to the King as Envoy of the Harbour "
    "Council.",
    "nomination": "Latvia welcomed the nomination of Carl Berg as Chair of the Harbour Council.",
}


FORMER = {
    "formerly": "Carl Berg, formerly Director of the Harbour Council, met Minister Ana Duran.",
    "until-recently": "Carl Berg, until recently Director of the Harbour Council, met Ana Duran.",
    "previously": "Ana Duran met Carl Berg, previously Director of the Harbour Council.",
}


def test_one_with_an_office_gets_another(says: Says) -> None:
    found = says("Foreign Minister Carl Berg of Latvia was elected Chair of the Harbour Council.")

    assert found >= {
        ("Carl Berg", "REPRESENTS", "Latvia"),
        ("Carl Berg", "REPRESENTS", "Harbour Council"),
    }


@pytest.mark.parametrize("body", CASES.values(), ids=CASES.keys())
def test_a_clause_gives_an_office(says: Says, body: str) -> None:
    assert ("Carl Berg", "REPRESENTS", "Harbour Council") in says(body)


@pytest.mark.parametrize("body", FORMER.values(), ids=FORMER.keys())
def test_a_past_office_is_told_as_one(read: Read, body: str) -> None:
    found = read(body)

    offices = {(s.subject.name, s.qualifiers.role) for s in found if s.predicate == "REPRESENTS"}
    assert ("Carl Berg", "former Director") in offices
    assert "Harbour Council" not in {s.subject.name for s in found}


def test_a_past_office_is_not_that_of_the_present_body(read: Read) -> None:
    found = read("Carl Berg, formerly Minister of Ports of Peru, is Director of Europol.")

    offices = {(s.object.name, s.qualifiers.role) for s in found if s.predicate == "REPRESENTS"}
    assert offices == {("Peru", "former Minister of Ports"), ("Europol", "Director")}


def test_who_had_an_office_is_not_called_by_it(says: Says) -> None:
    found = says(
        "Carl Berg, formerly Foreign Minister of Estonia, spoke in Porto. The Foreign Minister of "
        "Estonia visited Lisbon."
    )

    assert ("Carl Berg", "VISITS", "Lisbon") not in found


def test_who_is_sworn_in_gets_the_office(says: Says) -> None:
    found = says("President Ana Duran swore in Carl Berg as Director of the Harbour Council.")

    assert ("Carl Berg", "REPRESENTS", "Harbour Council") in found


def test_the_one_who_is_succeeded_does_not_get_the_office(says: Says) -> None:
    found = says(CASES["succeeds"])

    assert ("Eva Tamm", "REPRESENTS", "Harbour Council") not in found


def test_he_who_may_be_either_of_two_gets_no_office(says: Says) -> None:
    found = says("Carl Berg met Dan Tamm. He is currently Director of the Harbour Council.")

    assert not [triple for triple in found if triple[1] == "REPRESENTS"]


def test_an_office_that_owns_another_is_not_held(says: Says) -> None:
    found = says("Carl Berg is the Prime Minister's adviser on ports.")

    assert ("Carl Berg", "REPRESENTS", "Portugal") not in found


def test_the_minister_is_who_was_named_before_in_the_paragraph(says: Says) -> None:
    found = says(
        "Carl Berg, Minister of Trade and Minister responsible for Ports, spoke.\n\nAna Duran, "
        "Minister of Foreign Affairs, will go to Tallinn. The Minister will then visit Lisbon."
    )

    assert ("Ana Duran", "VISITS", "Lisbon") in found
