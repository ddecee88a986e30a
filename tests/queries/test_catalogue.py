"""What the head comments of the templates must declare."""

import re

import pytest

from communique.graph import UnknownTemplateError
from communique.ontology import EntityType, Relation
from communique.queries.catalogue import (
    ColumnKind,
    Group,
    ParameterKind,
    Template,
    catalogue,
    parse,
    template,
)

ALL = catalogue()
HEAD = "// question: Which?\n// column: name text - its name\n"


@pytest.fixture(params=list(ALL.values()), ids=list(ALL))
def each(request: pytest.FixtureRequest) -> Template:
    found = request.param
    assert isinstance(found, Template)
    return found


def statement(text: Template) -> str:
    return "\n".join(line for line in text.cypher.splitlines() if not line.startswith("//"))


def test_the_usual_questions_are_there() -> None:
    assert len(ALL) >= 48


def test_the_catalogue_is_in_the_order_of_names() -> None:
    assert list(ALL) == sorted(ALL)


def test_a_template_returns_its_columns_in_order(each: Template) -> None:
    returned = statement(each).rsplit("RETURN ", 1)[1].split("\nORDER BY")[0]
    aliases = [
        part.rsplit(" AS ", 1)[-1].strip() for part in re.split(r",\s+(?![^(\[]*[)\]])", returned)
    ]
    assert aliases == [column.name for column in each.columns]


def test_a_template_has_a_limit_with_a_default(each: Template) -> None:
    (limit,) = (parameter for parameter in each.parameters if parameter.name == "limit")

    assert limit.kind is ParameterKind.INT
    assert not limit.required
    assert "LIMIT $limit" in statement(each)


def test_a_template_orders_its_rows(each: Template) -> None:
    assert "ORDER BY" in statement(each).rsplit("RETURN", 1)[1]


def test_a_template_has_its_group(each: Template) -> None:
    assert each.group is not Group.OWN


def test_a_template_has_an_example(each: Template) -> None:
    assert each.example


def test_an_answer_shows_when(each: Template) -> None:
    assert ColumnKind.DATE in {column.kind for column in each.columns}


def test_a_quote_comes_with_its_release(each: Template) -> None:
    kinds = {column.kind for column in each.columns}

    assert (ColumnKind.QUOTE in kinds) == (ColumnKind.RELEASE in kinds)


@pytest.mark.parametrize(
    "construct",
    [r"apoc\.", r"gds\.", r"\bid\(", r"COLLECT \{", r"\bSHORTEST\b", r"\bkeys\(", r"\{\.\*\}",
     r"\.title\b", r"\.type\b", r"\.label\b", r"\bproperties\("],
)  # fmt: skip
def test_a_template_stays_in_what_every_store_understands(each: Template, construct: str) -> None:
    assert not re.search(construct, statement(each))


def test_a_template_names_labels_and_relations_of_the_vocabulary_only(each: Template) -> None:
    named = re.findall(r"[(\[]\w*:([\w|]+)", statement(each))
    allowed = {*EntityType, *Relation, "Entity", "Release"}

    assert {word for group in named for word in group.split("|")} <= allowed


def test_a_template_that_asks_about_an_entity_says_of_which_type(each: Template) -> None:
    anything = {"bridges", "changed-between", "connection", "corroborated", "evidence",
                "meeting-chain", "neighbours", "releases-about", "timeline",
                "uncorroborated"}  # fmt: skip
    asked = [p for p in each.parameters if p.kind is ParameterKind.ENTITY]

    assert all(parameter.types for parameter in asked) or each.name in anything


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownTemplateError, match="who-met"):
        template("whomet")


def test_a_question_like_none_names_the_list() -> None:
    with pytest.raises(UnknownTemplateError, match="communique query list"):
        template("§§")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("// column: name text - x\nRETURN 1 AS name", "no question"),
        ("// question: Which?\nRETURN 1 AS name", "no column;"),
        (HEAD + "MATCH (n {id: $id}) RETURN n.name AS name", "line 3: .id is declared"),
        (HEAD + "// param: id text - x\nRETURN 1 AS name", "line 3: .*id is used nowhere"),
        (HEAD + "// param: id - x\nRETURN $id AS name", "malformed parameter"),
        ("// question: Which?\n// column: name\nRETURN 1 AS name", "malformed column"),
        (HEAD + "// param: id thing - x\nRETURN $id AS name", "thing"),
        (HEAD + "// param: id entity(Dog) - x\nRETURN $id AS name", "Dog"),
        (HEAD + "// group: dogs\nRETURN 1 AS name", "dogs"),
        (HEAD + "// ask: which {dog} barks\nRETURN 1 AS name", "no parameter: dog"),
        (HEAD + "// example: dog=Rex\nRETURN 1 AS name", "no parameter: dog"),
        (HEAD + '// example: dog="Rex\nRETURN 1 AS name', "malformed example"),
        (HEAD + "// example: dog\nRETURN 1 AS name", "malformed example"),
        (
            HEAD + "// param: a text - x\n// param: b text - x\n// example: a=1\n"
            "RETURN $a + $b AS name",
            "lacks: b",
        ),
    ],
    ids=["question", "columns", "undeclared", "unused", "parameter", "column", "kind", "type",
         "group", "slot", "example of nothing", "quotation mark", "value", "half an example"],
)  # fmt: skip
def test_a_wrong_head_comment_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse("wrong", text)


def test_a_parameter_in_brackets_has_a_default() -> None:
    declared = parse(
        "right",
        HEAD + "// param: who entity(Person|Country) [] - x\n// param: n int [5] - y\n"
        "MATCH (n:Entity {id: $who}) RETURN n.name AS name LIMIT $n",
    ).parameters

    assert [(p.name, p.required, p.default) for p in declared] == [
        ("who", False, None),
        ("n", False, "5"),
    ]
    assert declared[0].types == {EntityType.PERSON, EntityType.COUNTRY}


def test_group_phrasings_and_example_are_read() -> None:
    declared = parse(
        "right",
        HEAD + "// group: people\n// ask: who is {who}\n// ask: tell me of {who} and of {who}\n"
        "// param: who text - x\n// param: since date-from [] - y\n"
        """// example: who="Ann Lee" since='2024-09'\nRETURN $who + $since AS name""",
    )

    assert declared.group is Group.PEOPLE
    assert declared.phrasings == ("who is {who}", "tell me of {who} and of {who}")
    assert declared.example == {"who": "Ann Lee", "since": "2024-09"}


def test_a_template_without_group_is_ones_own() -> None:
    found = parse("right", HEAD + "RETURN 1 AS name")

    assert (found.group, found.phrasings, found.example) == (Group.OWN, (), {})
