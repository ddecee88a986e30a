"""Each key has a row of a table until newer ones need it."""

from communique.extractors.model.memory import NOWHERE, Rows


def given(rows: Rows, *keys: int) -> list[int]:
    places = rows.room(len(keys))
    rows.give(places, keys)
    found: list[int] = places.tolist()
    return found


def test_a_key_keeps_its_row() -> None:
    rows = Rows(3)

    first = given(rows, 10, 20)
    given(rows, 30)

    assert len(set(first)) == 2
    assert rows.of([20, 10, 40, 20]).tolist() == [first[1], first[0], NOWHERE, first[1]]


def test_the_oldest_makes_room() -> None:
    rows = Rows(2)
    oldest, second = given(rows, 10, 20)

    assert given(rows, 30) == [oldest]
    assert rows.of([10, 20, 30]).tolist() == [NOWHERE, second, oldest]
    assert given(rows, 10) == [second]
    assert rows.of([20]).tolist() == [NOWHERE]


def test_of_too_many_the_last_stay() -> None:
    rows = Rows(2)

    given(rows, 10, 20, 30)

    assert [key for key in (10, 20, 30) if rows.of([key])[0] != NOWHERE] == [20, 30]


def test_a_row_that_is_being_written_belongs_to_nobody() -> None:
    rows = Rows(2)
    given(rows, 10, 20)

    rows.room(1)

    assert rows.of([10, 20]).tolist() == [NOWHERE, 1]


def test_a_key_that_is_given_twice_has_the_later_row() -> None:
    rows = Rows(3)
    given(rows, 10)
    later = given(rows, 10)

    given(rows, 20, 30)

    assert rows.of([10]).tolist() == later
