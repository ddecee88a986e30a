"""What clauses state that leave out the verb of the clause before them."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("body", "stated", "crossed"),
    [
        pytest.param(
            "Malta hosts the Boarding Seminar, Cyprus the Navigation Forum and Chile the Rescue "
            "Conference.",
            ("Cyprus", "HOSTS", "Navigation Forum"),
            ("Malta", "HOSTS", "Navigation Forum"),
            id="article",
        ),
        pytest.param(
            "Exercise Clear Strait will be led by Denmark; Exercise Quiet Bay, by Portugal; and "
            "Exercise Long Night, by Finland.",
            ("Finland", "LEADS", "Exercise Long Night"),
            ("Denmark", "LEADS", "Exercise Long Night"),
            id="agent",
        ),
        pytest.param(
            "Foreign Minister Rita Campos travels to Madrid on Monday and to Rabat on Tuesday, her "
            "deputy Nuno Faria to Tunis.",
            ("Nuno Faria", "VISITS", "Tunis"),
            ("Rita Campos", "VISITS", "Tunis"),
            id="destination",
        ),
        pytest.param(
            "Foreign Minister Ivan Horvat held talks with Foreign Minister Olga Nagy of Hungary, "
            "State Secretary Mia Babic with Deputy Minister Jan Kos of Slovenia.",
            ("Jan Kos", "MEETS", "Mia Babic"),
            ("Ivan Horvat", "MEETS", "Jan Kos"),
            id="partner",
        ),
        pytest.param(
            "Zambia gave Malawi three helicopters, Tanzania food, and Botswana blankets.",
            ("Botswana", "SUPPORTS", "Malawi"),
            ("Zambia", "SUPPORTS", "Botswana"),
            id="gift",
        ),
    ],
)
def test_a_clause_goes_on_with_the_verb_before_it(
    says: Says, body: str, stated: tuple[str, str, str], crossed: tuple[str, str, str]
) -> None:
    found = says(body)

    assert stated in found
    assert crossed not in found


@pytest.mark.parametrize(
    "body",
    [
        "Foreign Minister Petr Dvorak met Lena Vogt of Germany, Paul Renard of France and Maria "
        "Sousa of Portugal.",
        "Foreign Minister Petr Dvorak met Lena Vogt, and Paul Renard attended a lunch with Maria "
        "Sousa.",
    ],
)
def test_a_list_is_no_row_of_clauses(says: Says, body: str) -> None:
    assert ("Maria Sousa", "MEETS", "Paul Renard") not in says(body)


@pytest.mark.parametrize(
    "body",
    [
        "Norway provided two helicopters to Mali and Niger this week.",
        "Estonia granted EUR 3 million to UNICEF and UNHCR, officials said.",
    ],
)
def test_the_last_of_those_who_are_given_something_gives_nothing(says: Says, body: str) -> None:
    givers = {subject for subject, relation, _ in says(body) if relation in {"SUPPORTS", "FUNDS"}}

    assert givers <= {"Norway", "Estonia"}
