"""The rules of the extractor, loaded once, on small releases in our own words."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.graph import Release, Statement
from communique.ontology import SIGNATURES

Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

SOURCE = "Ministry of Foreign Affairs of Portugal"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The installed language model."""
    return load_model()


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> PressExtractor:
    """Without weights: what a rule reads is tested, not whether a scorer agrees."""
    return PressExtractor(nlp)


@pytest.fixture(scope="session")
def release() -> Callable[..., Release]:
    """A release with title and source lines before the body."""

    def release(
        body: str,
        source: str = SOURCE,
        title: str = "News of the day",
        published: str | None = "2024-05-10",
        id_: str = "release",
    ) -> Release:
        head = f"{title}\n\nSource: {source}\n\n"
        return Release(id_, title, source, head + body, len(head), published)

    return release


@pytest.fixture(scope="session")
def read(extractor: PressExtractor, release: Callable[..., Release]) -> Read:
    """The statements of a release with this body."""

    def read(body: str, **facts: str | None) -> tuple[Statement, ...]:
        (extraction,) = extractor.extract([release(body, **facts)])
        assert extraction.error is None
        return extraction.statements

    return read


@pytest.fixture(scope="session")
def says(read: Read) -> Says:
    """What a release with this body says, by names; the ends of a meeting in order of names."""

    def says(body: str, **facts: str | None) -> set[tuple[str, str, str]]:
        found = set()
        for statement in read(body, **facts):
            ends = [statement.subject.name, statement.object.name]
            if SIGNATURES[statement.predicate].symmetric:
                ends.sort()
            found.add((ends[0], str(statement.predicate), ends[1]))
        return found

    return says
