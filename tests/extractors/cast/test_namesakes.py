"""People and bodies of one release that must not be mixed up, read by the whole extractor."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import EntityType

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]


def people(statements: tuple[Statement, ...]) -> dict[str, str]:
    """Names by id."""
    ends = [end for s in statements for end in (s.subject, s.object)]
    return {end.id: end.name for end in ends if end.type == EntityType.PERSON}


def test_two_people_of_one_surname_stay_apart(says: Says) -> None:
    found = says("Minister Ana Berg of Estonia met Minister Carl Berg of Latvia on 3 May 2024.")

    assert found == {
        ("Ana Berg", "MEETS", "Carl Berg"),
        ("Ana Berg", "REPRESENTS", "Estonia"),
        ("Carl Berg", "REPRESENTS", "Latvia"),
    }


def test_one_person_by_three_forms_is_one_entity(read: Read) -> None:
    statements = read(
        "President Ana Duran of Estonia visited Latvia. Ms Duran met Mr Carl Berg. "
        "President Duran also spoke with Mr Dan Holt."
    )

    assert sorted(people(statements).values()) == ["Ana Duran", "Carl Berg", "Dan Holt"]


def test_the_forms_that_a_release_uses_are_aliases(read: Read) -> None:
    (visit, *_) = read("Ms Ana Duran visited Latvia. Ms Duran met Mr Carl Berg.")

    assert "Duran" in visit.subject.aliases


@pytest.mark.parametrize(
    "body",
    [
        "Minister HAYASHI Kenta of Japan arrived on Monday. Minister Hayashi visited Latvia.",
        "Minister Hayashi of Japan arrived on Monday. Minister HAYASHI Kenta visited Latvia.",
        "President Joseph R. Duran of Peru arrived. President Joe Duran of Peru visited Latvia.",
        "Minister Jan Duran of Peru arrived on Monday. J. Duran visited Latvia.",
        "Minister Jan Duran of Peru arrived on Monday. J.Duran visited Latvia.",
        "J. R. Duran of Peru arrived on Monday. Minister Jan Duran visited Latvia.",
    ],
    ids=[
        "surname-first",
        "surname-alone-before",
        "short-first-name",
        "initial-behind",
        "initial-without-space",
        "initials-before",
    ],
)
def test_one_person_by_two_forms_is_not_split(read: Read, body: str) -> None:
    assert len(people(read(body))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Minister Jan Duran of Peru and Minister Jon Duran of Chile met. J. Duran visited Latvia.",
        "Minister Jan Duran of Peru met Minister K. Duran of Chile. K. Duran visited Latvia.",
    ],
    ids=["two-it-may-be", "another-letter"],
)
def test_initials_that_two_people_share_or_nobody_has_mean_neither(read: Read, body: str) -> None:
    visitors = [s.subject.name for s in read(body) if str(s.predicate) == "VISITS"]

    assert not {"Jan Duran", "Jon Duran"} & set(visitors)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("J. Duran arrived on Monday. Minister Jan Duran visited Latvia.", "Jan Duran"),
        ("J.R. Duran arrived on Monday. Minister Jan Duran visited Latvia.", "Jan Duran"),
        ("Minister Jan Duran arrived. Jan R. Duran visited Latvia.", "Jan R. Duran"),
    ],
    ids=["initial", "two-initials", "middle-initial"],
)
def test_the_name_with_most_words_spelled_out_is_the_name(read: Read, body: str, name: str) -> None:
    assert set(people(read(body)).values()) == {name}


def test_a_first_word_that_two_people_share_means_neither(read: Read) -> None:
    statements = read(
        "Minister Kim Jisoo of Estonia met Minister Kim Haneul of Latvia. Director Kim visited "
        "Peru."
    )

    visitors = [s.subject.name for s in statements if str(s.predicate) == "VISITS"]
    assert not {"Kim Jisoo", "Kim Haneul"} & set(visitors)


@pytest.mark.parametrize(
    "told",
    ["In Peru, the National Police", "In Peru, officers of the country's National Police"],
    ids=["there", "its"],
)
def test_a_body_of_a_state_just_named_is_not_that_of_another(says: Says, told: str) -> None:
    found = says(
        f"The Georgia National Police led Operation HARBOUR. {told} took part in Operation HARBOUR."
    )

    forces = {who for who, relation, _ in found if relation == "PARTICIPATES_IN"}
    assert forces == {"National Police of Peru"}
    assert ("Operation HARBOUR", "INVOLVES", "Peru") in found
