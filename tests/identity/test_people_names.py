"""How names of people are taken apart and compared."""

import json
import re
from importlib.resources import files
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.identity.names import fold
from communique.identity.people.likeness import NameComparison
from communique.identity.people.name import PersonName, PersonNames
from communique.identity.people.spelling import read_spelling
from communique.identity.people.weights import probability, read_weights, total
from communique.identity.words import read_words

NAMES = PersonNames(read_words())
COMPARISON = NameComparison(read_spelling(), read_weights())
LIMITS = read_weights().limits


def named(form: str) -> PersonName:
    name = NAMES.of(form)
    assert name is not None
    return name


def log_odds(one: str, other: str) -> float:
    return total(COMPARISON.features(named(one), named(other)))


ONE = {
    "order": ("Ludmila Brask", "BRASK Ludmila"),
    "order, romanisation": ("Sergei Lavrik", "Lavrik Sergey"),
    "syllables": ("Noh Kyu-min", "Noh Kyumin"),
    "servant and article": ("Abdel Rahman el-Sorour", "Abdulrahman Al Sorour"),
    "doubled letter": ("Sunil Disanayaka", "Sunil Dissanayaka"),
    "two letters for an umlaut": ("Jörg Müllner", "Joerg Muellner"),
    "Ukrainian and Russian": ("Oleksandr Lytvyk", "Aleksandr Litvik"),
    "Cyrillic": ("Олена Гончарук", "Olena Honcharuk"),
    "Georgian": ("Mikheil Saakadze", "Mikhail Saakadze"),
    "a middle initial": ("Paula M. Brask", "Paula Brask"),
    "a patronymic": ("Ivan Sergeyevich Brask", "Ivan Brask"),
    "a second given name": ("Paula Maria Brask", "Paula Brask"),
    "a first name that is left out": ("Mohammad Ashraf Tarin", "Ashraf Tarin"),
    "the grandfather": ("Hamad bin Nasser bin Khalid Al Thawri", "Hamad bin Nasser Al Thawri"),
    "a short form": ("Robert Brask", "Bob Brask"),
    "a nickname in quotes": ("Robert “Bobby” Brask", "Robert Brask"),
    "initials with and without points": ("J.D. Brask", "JD Brask"),
    "a generation": ("Paul Brask Jr.", "Paul Brask"),
}


@pytest.mark.parametrize(("one", "other"), ONE.values(), ids=ONE)
def test_names_of_one_person_are_taken_for_one(one: str, other: str) -> None:
    assert log_odds(one, other) >= LIMITS.merge


DIFFERENT = {
    "the last syllable": ("Kim Jong Chol", "Kim Jong Min"),
    "given names of women and men": ("Daniel Brask", "Daniela Brask"),
    "surnames of women and men": ("Ivan Petrik", "Ivana Petrika"),
    "brothers": ("Abdulla bin Ahmed Al Thawri", "Khalifa bin Ahmed Al Thawri"),
    "son and father": ("Hamad bin Khalid Al Thawri", "Tamim bin Hamad bin Khalid Al Thawri"),
    "patronymics": ("Ivan Petrovich Brask", "Ivan Pavlovich Brask"),
    "generations": ("Paul Brask Sr.", "Paul Brask Jr."),
    "numbers": ("Magnus III", "Magnus IV"),
    "middle initials": ("Paul A. Brask", "Paul B. Brask"),
    "two middle initials": ("Paul H.W. Brask", "Paul W. Brask"),
    "a middle initial and name": ("Paul C. Brask", "Paul Andrew Brask"),
    "two names that are alike": ("Marko Brask", "Mark Brask"),
    "surnames that go on otherwise": ("Ivan Petrov Brask", "Ivan Petrov Lind"),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_names_of_two_people_are_kept_apart(one: str, other: str) -> None:
    assert log_odds(one, other) <= LIMITS.apart


OPEN = {
    "an initial": ("P. Brask", "Paula Brask"),
    "a surname that goes on": ("Ana Brask", "Ana Brask Pinto"),
    "the first name left out": ("Paula Maria Brask", "Maria Brask"),
    "a similar surname": ("Kevin Rhoadel", "Kevin Rhodel"),
    "a surname alone": ("Brask", "Paula Brask"),
    "two given names turned round": ("Martin Thomas", "Thomas Martin"),
}


@pytest.mark.parametrize(("one", "other"), OPEN.values(), ids=OPEN)
def test_some_names_need_more_than_themselves(one: str, other: str) -> None:
    assert LIMITS.apart < log_odds(one, other) < LIMITS.merge


def test_a_name_that_many_bear_says_less() -> None:
    assert log_odds("David Miller", "David Miller") < log_odds("David Brask", "David Brask")


@pytest.mark.parametrize("title", ["the President", "Foreign Minister", "Secretary General"])
def test_a_title_is_no_name(title: str) -> None:
    assert NAMES.of(title) is None


FORMS = [form for pair in (*ONE.values(), *DIFFERENT.values(), *OPEN.values()) for form in pair]


@given(one=st.sampled_from(FORMS), other=st.sampled_from(FORMS))
def test_names_are_compared_the_same_both_ways(one: str, other: str) -> None:
    forward = COMPARISON.features(named(one), named(other))

    assert COMPARISON.features(named(other), named(one)) == forward


@given(one=st.sampled_from(FORMS), other=st.sampled_from(FORMS))
def test_names_that_differ_at_first_sight_differ_by_their_features(one: str, other: str) -> None:
    names, others = [named(one)], [named(other)]

    if COMPARISON.are_different(names, others):
        assert total(COMPARISON.best(names, others)) <= LIMITS.different


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("Paula Brask", "Karl Tarin", True), ("Paula Brask", "Paula Maria Brask", False)],
    ids=["two people", "one with a further name"],
)
def test_some_names_differ_at_first_sight(one: str, other: str, differ: bool) -> None:
    assert COMPARISON.are_different([named(one)], [named(other)]) is differ


def test_people_who_are_named_differently_are_not_looked_at_again() -> None:
    """What is left out at first sight could neither be joined nor told apart in a decision."""
    assert LIMITS.different <= LIMITS.apart < LIMITS.unsure


def test_an_initial_in_any_form_tells_namesakes_apart() -> None:
    one = [named("Paul A. Brask"), named("Paul Brask")]
    other = [named("Paul B. Brask"), named("Paul Brask")]

    assert total(COMPARISON.best(one, other)) <= LIMITS.apart


def test_a_sum_is_a_probability() -> None:
    assert (probability(0.0), probability(-99.0), probability(99.0)) == (0.5, 0.0001, 1.0)


def test_the_word_lists_are_folded_and_every_rewrite_compiles() -> None:
    source = files("communique.identity.people").joinpath("spelling.json")
    content = json.loads(source.read_text(encoding="utf-8"))

    for old, _ in content["rewrites"]:
        re.compile(old)
    groups = [*content["variants"], *content["short_forms"]]
    words = [word for group in groups for word in group]
    words += [word for key in ("women", "men", "common_surnames") for word in content[key]]
    assert [word for word in words if fold(word) != (word,)] == []
    assert all(len(set(group)) == len(group) > 1 for group in groups)


def test_every_feature_has_a_weight() -> None:
    known = read_weights().of
    seen = {
        feature.name.partition(":")[0]
        for one, other in product(FORMS, repeat=2)
        for feature in COMPARISON.features(named(one), named(other))
    }

    assert seen <= known.keys()
