"""The title under which somebody acts, where no office was read."""

import pytest

from communique.extractors.cast import Figure
from communique.extractors.qualifiers import Named, NamedSentence, title_of
from communique.extractors.reading.script import Finding
from communique.ontology import EntityType, Relation

TITLES = {
    "between the body and the name": (
        "The Lagoon Fund's deputy executive director, Ms Ana Duran, spoke.",
        "deputy executive director",
    ),
    "before the body": (
        "He met the Director General (South Asia) of the Lagoon Fund, Mr. Ana Duran.",
        "Director General (South Asia)",
    ),
    "with its field behind the body": (
        "We met the Director of the Lagoon Fund for Training and Exercises, Ana Duran.",
        "Director for Training and Exercises",
    ),
    "right before the name": (
        "The Lagoon Fund was led by Additional Secretary (Europe) Ana Duran.",
        "Additional Secretary (Europe)",
    ),
    "behind the name": (
        "Ana Duran, Press Adviser to the President, answered for the Lagoon Fund.",
        "Press Adviser to the President",
    ),
    "who the body is headed by": (
        "The Lagoon Fund, headed by Ana Duran, organised it.",
        "head",
    ),
    "who heads it": (
        "The Lagoon Fund sent Ana Duran, who heads its office.",
        "head",
    ),
    "of the name behind": (
        "Ana Duran, Deputy Minister Carl Berg of Chile and others spoke for the Lagoon Fund.",
        None,
    ),
    "in a list": (
        "Ana Duran, Undersecretary Carl Berg and others spoke for the Lagoon Fund.",
        None,
    ),
    "without a title": (
        "Ana Duran spoke for the Lagoon Fund.",
        None,
    ),
    "of somebody else": (
        "Ana Duran met the director of the Lagoon Fund.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES.keys())
def test_a_title_is_read_beside_the_name(text: str, title: str | None) -> None:
    person = Figure(0, EntityType.PERSON, "Ana Duran")
    body = Figure(1, EntityType.ORGANISATION, "Lagoon Fund")
    names = sorted(
        Named(text.index(figure.name), text.index(figure.name) + len(figure.name), figure.number)
        for figure in (person, body, Figure(2, EntityType.PERSON, "Carl Berg"))
        if figure.name in text
    )
    finding = Finding(person, Relation.REPRESENTS, body, 0, len(text), "represents/scored")

    assert title_of(NamedSentence(text, names), finding) == title
