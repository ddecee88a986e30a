"""``communique ask --llm``: a model chooses the question, and what it chooses is checked."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from communique.extractors.llm import Endpoint
from communique.graph import ExtractorError
from communique.ontology import EntityType
from communique.queries.ask import Reply
from communique.queries.ask.choosing import Choice, choose, reply_of
from communique.queries.candidate import Candidate
from communique.queries.catalogue import catalogue
from communique.queries.names import Names

QUESTION = "Anyone that Kask had a word with last May?"
NAMES = Names(
    [
        (Candidate("person-anna-kask", "Anna Kask", EntityType.PERSON, 3), (), None),
        (Candidate("country-EST", "Estonia", EntityType.COUNTRY, 3), ("Estonian",), "EST"),
    ]
)
Chosen = Callable[..., Reply]


@pytest.fixture
def endpoint(server: Any) -> Endpoint:
    return Endpoint(server.url, "stub", retries=0, timeout=5)


def reply(template: str | None, **words: str) -> Reply:
    """What a choice comes to."""
    return reply_of(Choice(template, words), QUESTION, catalogue(), NAMES, date(2024, 11, 27))


def answer(template: str | None, **words: str) -> str:
    values = [{"parameter": name, "words": text} for name, text in words.items()]
    return json.dumps({"template": template, "values": values})


def test_the_model_sees_the_question_and_the_catalogue(server: Any, endpoint: Endpoint) -> None:
    server.will(text=answer("who-met", entity="Kask", since="last May"))

    choice = choose(endpoint, QUESTION, catalogue())

    assert choice == Choice("who-met", {"entity": "Kask", "since": "last May"})
    assert server.prompt("user") == QUESTION
    told = json.dumps(server.requests)
    assert "who-met: Whom did a person" in told
    assert "MATCH" not in told


def test_it_may_choose_only_what_there_is(server: Any, endpoint: Endpoint) -> None:
    server.will(text=answer(None))

    choose(endpoint, QUESTION, catalogue())

    schema = server.requests[0]["tools"][0]["function"]["parameters"]
    assert schema["properties"]["template"]["enum"] == [*catalogue(), None]


def test_the_words_it_copies_are_read_as_a_users_are() -> None:
    reading = reply("who-met", entity="Kask", since="last May", until="last May").reading

    assert reading is not None
    assert reading.parameters == {
        "entity": "person-anna-kask",
        "since": "2024-05-01",
        "until": "2024-05-31",
    }


def test_words_that_the_question_has_not_do_not_count() -> None:
    found = reply("who-met", entity="Kask", since="2021")

    assert found.reading is not None
    assert found.reading.parameters == {"entity": "person-anna-kask"}


@pytest.mark.parametrize(
    ("template", "words", "told"),
    [
        (None, {}, "found none"),
        ("drop-everything", {}, "'drop-everything'"),
        ("who-met", {}, "gave no entity"),
        ("who-met", {"entity": "Anna Kask"}, "gave no entity"),
        ("who-met", {"entity": "Anyone"}, "'Anyone'"),
        ("operations-of-country", {"country": "Kask"}, "asks for a Country"),
    ],
)
def test_a_choice_that_does_not_hold_is_refused(
    template: str | None, words: dict[str, str], told: str
) -> None:
    found = reply(template, **words)

    assert found.reading is None
    assert told in found.refusal


def test_a_server_that_fails_is_told(server: Any, endpoint: Endpoint) -> None:
    server.will(status=500, text="out of order")

    with pytest.raises(ExtractorError, match="out of order"):
        choose(endpoint, QUESTION, catalogue())
