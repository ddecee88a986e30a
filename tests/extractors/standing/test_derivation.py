"""Whom an operation involves, as follows from who leads, hosts, organises it or takes part."""

import pytest

from communique.extractors.cast import Cast, Figure
from communique.extractors.mentions import Span
from communique.extractors.reading.script import Finding
from communique.extractors.standing.derivation import derived
from communique.gazetteer.territories import Territory, find_territory
from communique.ontology import EntityType, Relation, Status


@pytest.fixture
def estonia() -> Territory:
    found = find_territory("Estonia")
    assert found
    return found[0]


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def operation(cast: Cast) -> Figure:
    return cast.named(Span(0, 1, EntityType.OPERATION, "Operation HARBOUR"))


def finding(subject: Figure, relation: Relation, thing: Figure) -> Finding:
    return Finding(subject, relation, thing, 10, 20, "by-hand", 0.9, status=Status.HELD)


@pytest.mark.parametrize(
    "relation", [Relation.LEADS, Relation.PARTICIPATES_IN, Relation.ORGANISES, Relation.HOSTS]
)
def test_an_operation_involves_a_state_that_takes_part(
    cast: Cast, operation: Figure, estonia: Territory, relation: Relation
) -> None:
    state = cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=estonia))

    (found,) = derived(cast, [finding(state, relation, operation)])

    assert (found.subject, found.relation, found.object) == (operation, Relation.INVOLVES, state)
    assert (found.start, found.end) == (10, 20)


def test_an_operation_involves_the_state_of_a_police_force(
    cast: Cast, operation: Figure, estonia: Territory
) -> None:
    police = cast.named(Span(0, 1, EntityType.ORGANISATION, "Estonian Police", country=estonia))

    (found,) = derived(cast, [finding(police, Relation.LEADS, operation)])

    assert found.object.name == "Estonia"


def test_an_operation_involves_the_state_whose_force_has_a_unit_there(
    cast: Cast, operation: Figure, estonia: Territory
) -> None:
    police = cast.named(Span(0, 1, EntityType.ORGANISATION, "Estonian Police", country=estonia))
    unit = cast.named(Span(0, 1, EntityType.ORGANISATION, "Harbour Theft unit"))
    said = [finding(unit, Relation.PART_OF, police), finding(unit, Relation.LEADS, operation)]

    assert [f.object.name for f in derived(cast, said)] == ["Estonia"]


@pytest.mark.parametrize("relation", [Relation.FUNDS, Relation.SUPPORTS])
def test_paying_for_or_supporting_an_operation_involves_no_state(
    cast: Cast, operation: Figure, estonia: Territory, relation: Relation
) -> None:
    state = cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=estonia))

    assert list(derived(cast, [finding(state, relation, operation)])) == []


def test_a_body_of_no_state_involves_none(cast: Cast, operation: Figure) -> None:
    agency = cast.named(Span(0, 1, EntityType.ORGANISATION, "Europol"))

    assert list(derived(cast, [finding(agency, Relation.LEADS, operation)])) == []


def test_an_event_involves_nobody(cast: Cast, estonia: Territory) -> None:
    state = cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=estonia))
    summit = cast.named(Span(0, 1, EntityType.EVENT, "Porto Summit"))

    assert list(derived(cast, [finding(state, Relation.HOSTS, summit)])) == []


def test_aid_does_not_involve_the_state_that_gives_it(cast: Cast, estonia: Territory) -> None:
    state = cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=estonia))
    span = Span(0, 1, EntityType.OPERATION, "relief efforts", named=False)
    aid = cast.described(span, "efforts", definite=False)

    assert list(derived(cast, [finding(state, Relation.LEADS, aid)])) == []


def test_a_state_whose_people_are_in_an_operation_takes_part(
    cast: Cast, operation: Figure, estonia: Territory
) -> None:
    state = cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=estonia))
    involved = Finding(operation, Relation.INVOLVES, state, 10, 20, "involves/they-came-from", 0.7)

    found = list(derived(cast, [involved]))

    assert {(f.subject, f.relation, f.object) for f in found} == {
        (state, Relation.PARTICIPATES_IN, operation)
    }
    assert found[-1].status == Status.HELD


def test_a_state_in_which_an_operation_is_need_not_take_part(
    cast: Cast, operation: Figure, estonia: Territory
) -> None:
    state = cast.named(Span(0, 1, EntityType.COUNTRY, "Estonia", territory=estonia))
    involved = Finding(operation, Relation.INVOLVES, state, 10, 20, "involves/carried-out-in", 0.7)

    assert list(derived(cast, [involved])) == []
