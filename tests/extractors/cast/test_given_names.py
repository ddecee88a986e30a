"""What a name tells of who "she" and "he" are."""

import pytest

from communique.extractors.cast.given_names import gender_of, read_given_names


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Monika Duran", "f"),
        ("Michał Duran", "m"),
        ("Björn Holt", "m"),
        ("Qeni Durakova", "f"),
        ("Qeni Durakovich", "m"),
        ("Qeni bint Saleh", "f"),
        ("Qeni bin Saleh", "m"),
        ("Qeni Duran", ""),
        ("Vivian Duran", ""),
        ("Monika", ""),
    ],
)
def test_the_given_name_tells_then_parts_then_the_ending(name: str, gender: str) -> None:
    assert gender_of(name) == gender


def test_no_given_name_is_of_both_classes() -> None:
    names = read_given_names()

    assert not names.female & names.male
