"""Queries of one's own are told from their tokens to read only, before any store has them."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from communique.loaders.store import Store
from communique.queries.catalogue import Template, catalogue
from communique.queries.free import ask_freely
from communique.queries.guard import RefusedQueryError, check

FOLDER = Path(__file__).parent / "guard"
PARAMETERS = {"id": "person-mara-lind", "set": 1, "two": 2}


def cases(name: str) -> list[ParameterSet]:
    """The queries of a file, each under its name."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [pytest.param(case, id=case["name"]) for case in map(json.loads, lines)]


@pytest.mark.parametrize("case", cases("attacks.jsonl"))
def test_an_attack_is_refused_with_the_word_that_makes_it_one(
    store: Store, case: dict[str, str]
) -> None:
    before = store.held()

    with pytest.raises(RefusedQueryError) as refused:
        ask_freely(store, case["query"], PARAMETERS)

    assert case["word"] in refused.value.reason
    assert store.held() == before


@pytest.mark.parametrize("case", cases("near_misses.jsonl"))
def test_a_near_miss_is_answered(store: Store, case: dict[str, str]) -> None:
    assert ask_freely(store, case["query"], PARAMETERS).rows


@pytest.mark.parametrize("template", catalogue().values(), ids=catalogue())
def test_our_own_templates_pass(template: Template) -> None:
    check(template.cypher)


def test_a_refusal_has_line_and_column_in_code_points() -> None:
    query = "MATCH (n) // 🦊\nWHERE n.name = 'Ünal' \\u0053ET n.x = 1"

    with pytest.raises(RefusedQueryError) as refused:
        check(query)

    assert (refused.value.line, refused.value.column) == (2, 23)
    assert str(refused.value).startswith("line 2, column 23 of the query: SET is refused")


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("RETRUN 1 AS one", "did you mean RETURN?"),
        ("MATCH (n) RETURN lenght(n.name) AS x", "did you mean length?"),
        ("CALL db.lables()", "did you mean db.labels?"),
        ("MATCH (set) RETURN 1 AS one", "put it in backticks: `set`"),
        ("MATCH (n) SET n.x = 1", "compute it in RETURN"),
        ("MATCH (n) WHERE n.x = 1 ODER n.x = 2 RETURN n", "a clause or an operator is expected"),
    ],
    ids=["clause", "function", "procedure", "name", "write", "operator"],
)
def test_a_refusal_says_what_to_do(query: str, hint: str) -> None:
    with pytest.raises(RefusedQueryError) as refused:
        check(query)

    assert hint in refused.value.reason


QUERIES = ["MATCH (n:Person) WHERE n.name = {} RETURN n", "MATCH (n) WHERE n.name = {} SET n.x = 1"]
"""One that passes and one that does not, each with room for a value."""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
hostile = st.lists(
    st.sampled_from([*"'\"`\\/*;{}()$.:|", "//", "/*", "*/", "\\u0027", " CREATE ", " SET n.x=1 "])
).map("".join)


def passes(query: str) -> bool:
    try:
        check(query)
    except RefusedQueryError:
        return False
    return True


def literal(text: str, quote: str) -> str:
    """A text as Cypher writes it."""
    return quote + text.replace("\\", "\\\\").replace(quote, f"\\{quote}") + quote


@given(text=texts | hostile, quote=st.sampled_from(["'", '"']))
def test_what_a_text_says_never_changes_the_verdict(text: str, quote: str) -> None:
    reads, writes = (query.format(literal(text, quote)) for query in QUERIES)

    assert (passes(reads), passes(writes)) == (True, False)


@given(text=texts | hostile)
def test_what_a_name_in_backticks_says_never_changes_the_verdict(text: str) -> None:
    name = text.replace("`", "``").replace("\\", "")
    reads, writes = (query.format(f"n.`{name}`") for query in QUERIES)

    assert (passes(reads), passes(writes)) == (True, False)


@given(text=texts | hostile)
def test_what_a_comment_says_never_changes_the_verdict(text: str) -> None:
    said = text.replace("\\", "").replace("\r", "")
    line, block = said.replace("\n", ""), said.replace("/", "")
    for comment in (f"//{line}\n", f"/*{block}*/"):
        reads, writes = (query.format(f"{comment} 1 {comment}") for query in QUERIES)

        assert (passes(reads), passes(writes)) == (True, False)


@given(query=texts | hostile)
def test_any_text_is_passed_or_refused_with_our_error(query: str) -> None:
    with suppress(RefusedQueryError):
        check(query)
