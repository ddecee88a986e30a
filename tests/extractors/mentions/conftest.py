"""Mentions by the rules alone: no language model."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Mention, MentionFinder
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]


@pytest.fixture(scope="session")
def finder() -> MentionFinder:
    return MentionFinder(read_organisations(), read_nouns(), read_titles())


@pytest.fixture(scope="session")
def find(finder: MentionFinder) -> Find:
    """The mentions of a release of one block."""

    def find(text: str) -> list[Mention]:
        knowledge = finder.begin(None, text)
        finder.learn(text, [], knowledge)
        return finder.find(text, [], knowledge)

    return find


@pytest.fixture(scope="session")
def people(find: Find) -> Callable[[str], list[tuple[str, list[tuple[str, str]]]]]:
    """Names with the titles and bodies of their offices; an office alone has no name."""

    def people(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                mention.span.name if mention.span else "",
                [(role.title, role.body.name if role.body else "") for role in mention.roles],
            )
            for mention in find(text)
            if mention.type == EntityType.PERSON
        ]

    return people


@pytest.fixture(scope="session")
def named(find: Find) -> Callable[[str, EntityType], list[str]]:
    """What a text names of one type."""

    def named(text: str, kind: EntityType) -> list[str]:
        return [m.span.name for m in find(text) if m.type == kind and m.span and m.span.named]

    return named
