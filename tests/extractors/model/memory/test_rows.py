"""Each key has a row of a table until newer ones need it."""

from communique.extractors.model.memory import NOWHERE, Rows


def test_a_key_keeps_its_row() -> None:
    rows = Rows(3)

    first = rows.take([10, 20]).tolist()
    rows.take([30])

    assert len(set(first)) == 2
    assert rows.of([20, 10, 40, 20]).tolist() == [first[1], first[0], NOWHERE, first[1]]


def test_the_oldest_makes_room() -> None:
    rows = Rows(2)
    oldest, second = rows.take([10, 20]).tolist()

    assert rows.take([30]).tolist() == [oldest]
    assert rows.of([10, 20, 30]).tolist() == [NOWHERE, second, oldest]
    assert rows.take([10]).tolist() == [second]
    assert rows.of([20]).tolist() == [NOWHERE]


def test_of_too_many_the_last_stay() -> None:
    rows = Rows(2)

    rows.take([10, 20, 30])

    assert [key for key in (10, 20, 30) if rows.of([key])[0] != NOWHERE] == [20, 30]
