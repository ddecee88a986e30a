"""Reading values, and what is said of those that are none."""

import datetime
import json

import pytest

from communique.graph import MissingParameterError, UnknownNameError
from communique.loaders.store import Store
from communique.queries.catalogue import Parameter, ParameterKind, template
from communique.queries.names import Names
from communique.queries.runner import read_value, run


def parameter(kind: ParameterKind) -> Parameter:
    return Parameter("value", kind, "a value")


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2023-11-20", "2023-11-20", "2023-11-20"),
        ("2023-11", "2023-11-01", "2023-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        (" 2023 ", "2023-01-01", "2023-12-31"),
        ("2023-11-19/2023-11-22", "2023-11-19", "2023-11-22"),
        (datetime.date(2023, 11, 20), "2023-11-20", "2023-11-20"),
        (2023, "2023-01-01", "2023-12-31"),
    ],
)
def test_a_date_is_widened_to_the_days_it_covers(given: object, first: str, last: str) -> None:
    assert read_value(parameter(ParameterKind.DATE_FROM), given) == first
    assert read_value(parameter(ParameterKind.DATE_TO), given) == last


@pytest.mark.parametrize("given", ["November", "2023-13", "2023-02-30", "20/11/2023", "2024/2023"])
def test_a_wrong_date_says_how_to_write_one(given: str) -> None:
    with pytest.raises(ValueError, match="write 2023-11-20, 2023-11 or 2023"):
        read_value(parameter(ParameterKind.DATE_FROM), given)


@pytest.mark.parametrize("given", ["many", "1.5", "-1", "10001", True])
def test_a_wrong_number_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="value:"):
        read_value(parameter(ParameterKind.INT), given)


def test_search_words_lose_what_is_no_word() -> None:
    words = read_value(parameter(ParameterKind.SEARCH), 'name:"Øst" AND (al-Sabah~2) -x* \\')

    assert words == "name ost and al sabah 2 x"


def test_a_search_without_a_word_is_refused(store: Store, names: Names) -> None:
    with pytest.raises(MissingParameterError, match="no letter or digit"):
        run(store, template("search"), {"text": '*:"'}, names)


def test_everything_that_is_missing_is_named_at_once(store: Store, names: Names) -> None:
    with pytest.raises(MissingParameterError, match=r"country \(.*organisation \("):
        run(store, template("officials-and-organisation"), {"country": "  "}, names)


def test_a_parameter_that_the_question_has_not_is_refused(store: Store, names: Names) -> None:
    with pytest.raises(ValueError, match="no parameter person; it takes entity, since"):
        run(store, template("who-met"), {"entity": "Lind", "person": "Lind"}, names)


@pytest.mark.parametrize("name", ["who-met-whom", "changed-between", "on-day"])
def test_a_period_that_ends_before_it_begins_is_refused(
    store: Store, names: Names, name: str
) -> None:
    with pytest.raises(ValueError, match=r"until \(2024-09-30\) is before since \(2024-10-01\)"):
        run(store, template(name), {"since": "2024-10", "until": "2024-09"}, names)


def test_a_period_may_be_one_day(store: Store, names: Names) -> None:
    period = {"since": "2024-03-04", "until": "2024-03-04"}

    assert len(run(store, template("who-met-whom"), period, names)) == 1


def test_at_least_one_row_must_be_wanted(store: Store, names: Names) -> None:
    with pytest.raises(ValueError, match="limit: 0 is not between 1 and 10000"):
        run(store, template("who-met"), {"entity": "Lind", "limit": 0}, names)


def test_an_unknown_name_is_refused_before_the_query(store: Store, names: Names) -> None:
    with pytest.raises(UnknownNameError, match="Zzyzx"):
        run(store, template("who-met"), {"entity": "Zzyzx Qwfp"}, names)


def test_names_are_read_from_the_store_if_none_are_given(store: Store) -> None:
    answer = run(store, template("who-met"), {"entity": "Lind"})

    assert answer.named["entity"].name == "Mara Lind"


def test_an_answer_tells_with_which_values_it_ran(store: Store, names: Names) -> None:
    answer = run(store, template("who-met"), {"entity": "Lind", "since": "2024-03"}, names)

    assert answer.parameters == {
        "entity": "person-mara-lind",
        "since": "2024-03-01",
        "until": None,
        "limit": 100,
    }


@pytest.mark.parametrize(("limit", "cut"), [(1, True), (2, True), (3, False)])
def test_an_answer_says_whether_the_limit_cut_it(
    store: Store, names: Names, limit: int, cut: bool
) -> None:
    answer = run(store, template("who-met"), {"entity": "maly", "limit": limit}, names)

    assert answer.cut is cut


def test_an_answer_as_json_has_rows_and_names(store: Store, names: Names) -> None:
    content = json.loads(run(store, template("who-met"), {"entity": "lind"}, names).to_json())

    assert content["rows"][0]["met"] == "Ondřej Malý"
    assert content["named"] == {"entity": {"id": "person-mara-lind", "name": "Mara Lind"}}
    assert content["columns"][0] == {"name": "date", "kind": "date"}
